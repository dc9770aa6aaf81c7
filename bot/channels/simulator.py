"""A telephone in the browser, where no carrier is set up; its texts come in by the signed webhook."""

import asyncio
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import aiohttp
from sanic import Blueprint, HTTPResponse, Request, empty, json, raw
from twilio.request_validator import RequestValidator

from bot.channels.sms import WEBHOOK_PATH
from bot.server.errors import BadRequest
from leads.services.core import Core
from leads.services.phones import Line, look_at

__all__ = ["simulator_blueprint"]

PAGE = Path(__file__).with_name("simulator_page")
KINDS = {
    "simulator.html": "text/html; charset=utf-8",
    "simulator.css": "text/css; charset=utf-8",
    "simulator.js": "text/javascript; charset=utf-8",
}
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'",
    "X-Content-Type-Options": "nosniff",
}
E164 = re.compile(r"\+[1-9]\d{6,14}")
MAX_TEXT = 1600  # as Twilio has it
OUR_NUMBER = "+15005550006"  # Twilio's own for trying things out
PATIENCE = aiohttp.ClientTimeout(total=15)  # as long as Twilio waits


def simulator_blueprint(*, core: Core, auth_token: str) -> Blueprint:
    """`/simulator`. Only for machines without Twilio credentials: whoever sees it can text as anybody."""
    validator = RequestValidator(auth_token)
    files = {name: (PAGE / name).read_bytes() for name in KINDS}
    blueprint = Blueprint("simulator", url_prefix="/simulator")

    @blueprint.get("/")
    async def page(_: Request) -> HTTPResponse:
        return raw(files["simulator.html"], content_type=KINDS["simulator.html"], headers=HEADERS)

    @blueprint.get("/<name:simulator.(?:css|js)>")
    async def part(_: Request, name: str) -> HTTPResponse:
        return raw(files[name], content_type=KINDS[name], headers=HEADERS)

    @blueprint.get("/phones/<number:str>")
    async def look(_: Request, number: str) -> HTTPResponse:
        phone = await asyncio.to_thread(look_at, core, _number(number))
        lines = [_shown(line) for line in phone.lines]
        return json({"number": phone.number, "consent": phone.consent, "lines": lines})

    @blueprint.post("/phones/<number:str>")
    async def text(request: Request, number: str) -> HTTPResponse:
        form = _as_twilio_posts(_number(number), _words(request))
        signature = validator.compute_signature(core.public_url + WEBHOOK_PATH, form)
        await _deliver(request, form, signature)
        return empty()

    return blueprint


async def _deliver(request: Request, form: dict[str, str], signature: str) -> None:
    """Post to the very socket this request came in by, as a proxy would for Twilio."""
    here = f"http://{request.conn_info.server if request.conn_info else '127.0.0.1'}"
    async with (
        aiohttp.ClientSession(timeout=PATIENCE) as session,
        session.post(here + WEBHOOK_PATH, data=form, headers={"X-Twilio-Signature": signature}) as answer,
    ):
        if answer.status != 200:
            raise BadRequest("The text was not taken.", code="not_taken", status=502)


def _as_twilio_posts(number: str, words: str) -> dict[str, str]:
    sid = f"SM{secrets.token_hex(16)}"
    return {
        "MessageSid": sid,
        "SmsMessageSid": sid,
        "AccountSid": f"AC{'0' * 32}",
        "From": number,
        "To": OUR_NUMBER,
        "Body": words,
        "NumMedia": "0",
        "NumSegments": "1",
        "ApiVersion": "2010-04-01",
    }


def _number(part: str) -> str:
    number = unquote(part)
    if not E164.fullmatch(number):
        raise BadRequest("A number looks like +14155550100.", field="number")
    return number


def _words(request: Request) -> str:
    # Another site's page cannot send JSON here without being asked first, and is not asked.
    if not request.content_type.startswith("application/json"):
        raise BadRequest("Send JSON.", status=415, code="unsupported_media_type")
    body = request.json
    words = body.get("text") if isinstance(body, dict) else None
    if not isinstance(words, str) or not 0 < len(words) <= MAX_TEXT:
        raise BadRequest(f"text must be 1 to {MAX_TEXT} characters.", field="text")
    return words


def _shown(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "ours": line.is_ours,
        "text": line.text,
        "encoding": line.size.encoding,
        "segments": line.size.segments,
        "state": line.state,
        "at": line.at.isoformat(),
    }
