"""Bodies of requests as plain objects: JSON, form fields or XML in, every one with its names used once."""

import json
import math
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Never
from urllib.parse import parse_qsl

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from sanic import Request

from bot.server.errors import BadRequest

__all__ = ["any_body", "json_body", "read_json"]

Json = dict[str, Any]

MOST_FIELDS = 200
DEEPEST_XML = 5
ROOT = "lead"


def json_body(request: Request) -> Json:
    """The JSON object of a request. Raises BadRequest, also for another type of content."""
    return _body(request, {"application/json": read_json})


def any_body(request: Request) -> Json:
    """The object of a request in JSON, form fields or XML. Empty fields of the last two say nothing."""
    return _body(
        request,
        {
            "application/json": read_json,
            "application/x-www-form-urlencoded": _from_form,
            "application/xml": _from_xml,
            "text/xml": _from_xml,
        },
    )


def read_json(body: bytes) -> Json:
    """The JSON object in these bytes. Raises BadRequest."""
    try:
        data = json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_float=_finite,
            parse_constant=_not_a_number,
        )
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is not valid JSON.", code="invalid_json") from error
    if not isinstance(data, dict):
        raise BadRequest("The body must be a JSON object.", code="invalid_json")
    return data


def _body(request: Request, readers: Mapping[str, Callable[[bytes], Json]]) -> Json:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    reader = readers.get(kind)
    if reader is None:
        raise BadRequest(
            f"Send one of these, and name it as Content-Type: {', '.join(readers)}.",
            code="unsupported_media_type",
            status=415,
        )
    return reader(request.body)


def _from_form(body: bytes) -> Json:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadRequest(
            f"The body is not a form of at most {MOST_FIELDS} fields in UTF-8.", code="invalid_form"
        ) from error
    return _said(_unique(pairs))


def _from_xml(body: bytes) -> Json:
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise BadRequest("The body is not valid XML without a DTD.", code="invalid_xml") from error
    if root.tag != ROOT:
        raise BadRequest(f"The root element must be <{ROOT}>.", code="invalid_xml", field=ROOT)
    return _children(root, depth=1)


def _children(element: ET.Element, *, depth: int) -> Json:
    if depth > DEEPEST_XML:
        raise BadRequest(f"Elements may be nested {DEEPEST_XML} deep.", code="invalid_xml", field=element.tag)
    between = (element.text, *(child.tail for child in element))
    if any(text and text.strip() for text in between):
        raise BadRequest("There is text between elements.", code="invalid_xml", field=element.tag)
    return _said(_unique((child.tag, _content(child, depth=depth)) for child in element))


def _content(element: ET.Element, *, depth: int) -> Any:
    if element.attrib:
        raise BadRequest("Elements have no attributes.", code="invalid_xml", field=element.tag)
    return _children(element, depth=depth + 1) if len(element) else (element.text or "")


def _said(fields: Mapping[str, Any]) -> Json:
    return {name: value for name, value in fields.items() if not isinstance(value, str) or value.strip()}


def _unique(pairs: Iterable[tuple[str, Any]]) -> Json:
    """An object of these fields: whoever says a thing twice may mean either."""
    fields: Json = {}
    for name, value in pairs:
        if not name:
            raise BadRequest("A field has no name.")
        if name in fields:
            raise BadRequest("This field is there twice.", field=name)
        fields[name] = value
    return fields


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise BadRequest("The body has a number that is too large.", code="invalid_json")
    return number


def _not_a_number(name: str) -> Never:
    raise BadRequest(f"{name} is not a number in JSON.", code="invalid_json")
