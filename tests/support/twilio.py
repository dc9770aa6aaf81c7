"""Twilio as far as text messages go: a real HTTP server, judged by Twilio's own OpenAPI description.

It takes messages by the REST API, refuses what Twilio refuses, reports their delivery and brings in texts,
signed as Twilio signs. Trouble can be ordered. The extract beside this file says which fields and shapes are
Twilio's.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import BasicAuth, web
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from referencing import Registry
from referencing.jsonschema import DRAFT4

__all__ = ["Answer", "Trouble", "TwilioServer", "sign"]

SPEC = json.loads(Path(__file__).with_name("twilio_messages_openapi.json").read_text("utf-8"))
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
MESSAGE = "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json"
REGISTRY = Registry().with_resource("spec", DRAFT4.create_resource(SPEC))

E164 = re.compile(r"\+[1-9]\d{6,14}")
REFUSALS = {
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    20429: (429, "Too Many Requests"),
    21211: (400, "Invalid 'To' Phone Number"),
    21212: (400, "Invalid 'From' Number"),
    21602: (400, "Message body is required."),
    21603: (400, "A 'From' phone number is required."),
    21604: (400, "A 'To' phone number is required."),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21614: (400, "'To' number is not a valid mobile number"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit"),
}


class Trouble:
    """What can be ordered for the coming requests: an error code, a bare HTTP status, or silence."""

    def __init__(
        self, *, code: int | None = None, status: int = 500, seconds: float = 0.0, keeps: bool = False
    ):
        self.code = code
        self.status = status
        self.seconds = seconds  # wait this long first
        self.keeps = keeps  # the message is taken all the same, only the answer is lost


@dataclass
class Message:
    """A message as Twilio remembers it."""

    sid: str
    to: str
    sender: str
    body: str
    status_callback: str | None
    status: str = "queued"
    error_code: int | None = None
    created: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True)
class Answer:
    """What one of our webhooks answered."""

    status: int
    text: str
    content_type: str


def sign(token: str, url: str, form: Mapping[str, str]) -> str:
    """X-Twilio-Signature, as https://www.twilio.com/docs/usage/security says it is made."""
    signed = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


class TwilioServer:
    """Use as `async with TwilioServer() as twilio`; `twilio.url` is where the API is.

    `messages` are those taken, oldest first; `violations` says how requests broke Twilio's description, and
    is to be empty. `called` is set by the first request. Numbers in `opted_out` and `landlines` are refused.
    `troubles` are served one a request.
    """

    def __init__(self, *, number: str = "+15005550006") -> None:
        self.account_sid = f"AC{secrets.token_hex(16)}"
        self.auth_token = secrets.token_hex(16)
        self.number = number
        self.messages: list[Message] = []
        self.violations: list[str] = []
        self.called = asyncio.Event()
        self.opted_out: set[str] = set()
        self.landlines: set[str] = set()
        self.troubles: list[Trouble] = []
        self.url = ""
        app = web.Application()
        app.router.add_post(MESSAGES, self._create)
        app.router.add_get(MESSAGES, self._list)
        app.router.add_get(MESSAGE, self._fetch)
        self._runner = web.AppRunner(app)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
        await self._runner.cleanup()

    # --- the telephone side

    def inbound(self, text: str, *, sender: str = "+14155550100", **more: str) -> dict[str, str]:
        """The form Twilio posts for a text that came in; `more` adds or changes fields."""
        sid = f"SM{secrets.token_hex(16)}"
        form = {
            "ToCountry": "US",
            "SmsMessageSid": sid,
            "NumMedia": "0",
            "SmsSid": sid,
            "SmsStatus": "received",
            "FromCountry": "US",
            "Body": text,
            "To": self.number,
            "NumSegments": "1",
            "MessageSid": sid,
            "AccountSid": self.account_sid,
            "From": sender,
            "ApiVersion": "2010-04-01",
        }
        return form | more

    def report(self, message: Message, status: str, *, error_code: int | None = None) -> dict[str, str]:
        """The form Twilio posts when a message has come further; the message remembers it."""
        message.status, message.error_code = status, error_code
        form = {
            "SmsSid": message.sid,
            "SmsStatus": status,
            "MessageStatus": status,
            "To": message.to,
            "MessageSid": message.sid,
            "AccountSid": self.account_sid,
            "From": message.sender,
            "ApiVersion": "2010-04-01",
        }
        return form if error_code is None else form | {"ErrorCode": str(error_code)}

    async def post(
        self,
        public_url: str,
        form: Mapping[str, str],
        *,
        reach: str | None = None,
        signature: str | None = None,
    ) -> Answer:
        """Post a form, signed for `public_url`, to the server that answers at `reach` (as a proxy would)."""
        assert self._session is not None
        headers = {
            "X-Twilio-Signature": sign(self.auth_token, public_url, form) if signature is None else signature,
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
            "User-Agent": "TwilioProxy/1.1",
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        }
        async with self._session.post(reach or public_url, data=urlencode(form), headers=headers) as response:
            return Answer(response.status, await response.text(), response.content_type)

    # --- the API side

    async def _create(self, request: web.Request) -> web.StreamResponse:
        form = {name: str(value) for name, value in (await request.post()).items()}
        if (refused := await self._refused(request, form, "post")) is not None:
            return refused
        self.messages.append(message := self._taken(form))
        if self.troubles and self.troubles[0].keeps:
            return await self._troubled()
        return self._told(self._shape(message), "post", MESSAGES, 201)

    async def _list(self, request: web.Request) -> web.StreamResponse:
        if (refused := await self._refused(request, dict(request.query), "get")) is not None:
            return refused
        wanted = {"to": request.query.get("To"), "sender": request.query.get("From")}
        found = [
            message
            for message in reversed(self.messages)
            if all(value in {None, getattr(message, name)} for name, value in wanted.items())
        ]
        page = {
            "messages": [self._shape(message) for message in found],
            "end": max(len(found) - 1, 0),
            "first_page_uri": str(request.rel_url),
            "next_page_uri": None,
            "page": 0,
            "page_size": int(request.query.get("PageSize", "50")),
            "previous_page_uri": None,
            "start": 0,
            "uri": str(request.rel_url),
        }
        return self._told(page, "get", MESSAGES, 200)

    async def _fetch(self, request: web.Request) -> web.StreamResponse:
        found = [message for message in self.messages if message.sid == request.match_info["Sid"]]
        if not self._is_allowed(request):
            return _error(20003)
        return self._told(self._shape(found[0]), "get", MESSAGE, 200) if found else _error(20404)

    async def _refused(
        self, request: web.Request, values: dict[str, str], method: str
    ) -> web.StreamResponse | None:
        self.called.set()
        if self.troubles and not self.troubles[0].keeps:
            return await self._troubled()
        if not self._is_allowed(request):
            return _error(20003)
        self._judge_request(method, request.match_info["AccountSid"], values)
        code = self._refusal_of(values) if method == "post" else None
        return None if code is None else _error(code)

    async def _troubled(self) -> web.StreamResponse:
        trouble = self.troubles.pop(0)
        await asyncio.sleep(trouble.seconds)
        if trouble.code is not None:
            return _error(trouble.code)
        return web.Response(status=trouble.status, text="upstream connect error")

    def _is_allowed(self, request: web.Request) -> bool:
        given = request.headers.get("Authorization", "")
        wanted = BasicAuth(self.account_sid, self.auth_token).encode()
        return given == wanted and request.match_info["AccountSid"] == self.account_sid

    def _refusal_of(self, form: Mapping[str, str]) -> int | None:
        to, body = form.get("To", ""), form.get("Body", "")
        checks = [
            (not to, 21604),
            (not E164.fullmatch(to), 21211),
            (not form.get("From") and not form.get("MessagingServiceSid"), 21603),
            (form.get("From") != self.number, 21212),
            (not body.strip(), 21602),
            (len(body) > 1600, 21617),
            (to in self.landlines, 21614),
            (to in self.opted_out, 21610),
        ]
        return next((code for applies, code in checks if applies), None)

    def _taken(self, form: Mapping[str, str]) -> Message:
        return Message(
            sid=f"SM{secrets.token_hex(16)}",
            to=form["To"],
            sender=form["From"],
            body=form["Body"],
            status_callback=form.get("StatusCallback"),
        )

    def _shape(self, message: Message) -> dict[str, Any]:
        uri = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{message.sid}"
        created = format_datetime(message.created)
        return {
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": message.body,
            "date_created": created,
            "date_sent": None,
            "date_updated": created,
            "direction": "outbound-api",
            "error_code": message.error_code,
            "error_message": None,
            "from": message.sender,
            "messaging_service_sid": None,
            "num_media": "0",
            "num_segments": "1",
            "price": None,
            "price_unit": "USD",
            "sid": message.sid,
            "status": message.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": message.to,
            "uri": f"{uri}.json",
        }

    # --- the judge

    def _judge_request(self, method: str, account_sid: str, values: Mapping[str, str]) -> None:
        operation = SPEC["paths"][MESSAGES][method]
        schemas = {parameter["name"]: parameter["schema"] for parameter in operation["parameters"]}
        if method == "post":
            form = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
            schemas |= form["properties"]
        for name, value in {"AccountSid": account_sid, **values}.items():
            if name not in schemas:
                self.violations.append(f"{method} {name}: no such parameter")
            else:
                self.violations += _faults(_as_typed(value, schemas[name]), schemas[name], f"{method} {name}")

    def _told(self, body: dict[str, Any], method: str, path: str, status: int) -> web.Response:
        response = SPEC["paths"][path][method]["responses"][str(status)]
        faults = _faults(body, response["content"]["application/json"]["schema"], "response")
        assert not faults, faults
        return web.json_response(body, status=status)


def _faults(value: Any, schema: Mapping[str, Any], where: str) -> list[str]:
    anchored = json.loads(json.dumps(schema).replace('"#/', '"spec#/'))
    validator = OAS30Validator(anchored, registry=REGISTRY, format_checker=oas30_format_checker)
    return [f"{where}: {error.message}" for error in validator.iter_errors(value)]


def _as_typed(value: str, schema: Mapping[str, Any]) -> Any:
    match schema.get("type"):
        case "integer" | "number" | "boolean":
            return json.loads(value.lower())
        case "array":
            return [value]
        case _:
            return value


def _error(code: int) -> web.Response:
    status, message = REFUSALS[code]
    body = {
        "code": code,
        "message": message,
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return web.json_response(body, status=status)
