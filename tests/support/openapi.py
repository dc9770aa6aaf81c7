"""An OpenAPI document held against what really travels: every request that is taken, and every response."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
from jsonschema import Draft202012Validator, FormatChecker

__all__ = ["Description"]

Json = Mapping[str, Any]


class Description:
    """An OpenAPI 3.1 document, whose dialect of JSON Schema is 2020-12."""

    def __init__(self, document: Json) -> None:
        self.document = document

    def operations(self) -> Iterator[tuple[str, str, Json]]:
        """Every method, path and operation."""
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                yield method.upper(), path, operation

    def check(self, response: httpx.Response) -> None:
        """Fail when the document does not describe this response, or a request that was taken."""
        response.read()
        request = response.request
        found = self._operation(request.method, request.url.raw_path.decode().partition("?")[0])
        if found is None:
            assert response.status_code in {401, 404, 405}, f"{request.method} {request.url} is not described"
            return
        answers = found["responses"]
        answer = answers.get(str(response.status_code)) or answers.get(f"{response.status_code // 100}XX")
        assert answer is not None, f"{response.status_code} of {request.url} is not described"
        self._validate(answer["content"]["application/json"]["schema"], response.json())
        is_json = request.headers.get("content-type") == "application/json"
        if response.is_success and is_json and "requestBody" in found:
            schema = found["requestBody"]["content"]["application/json"]["schema"]
            self._validate(schema, json.loads(request.read()))

    def _operation(self, method: str, path: str) -> Json | None:
        for name, template, operation in self.operations():
            if name == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return operation
        return None

    def _validate(self, schema: Json, instance: object) -> None:
        whole = {"components": self.document["components"], **schema}
        Draft202012Validator(whole, format_checker=FormatChecker()).validate(instance)
