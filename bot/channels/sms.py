"""Twilio's webhooks: texts that come in, and reports on those that went out. Only signed ones are read."""

import asyncio
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, urlparse

import structlog
from sanic import Blueprint, HTTPResponse, Request, empty, raw
from twilio.request_validator import RequestValidator, add_port, remove_port

from bot.metrics import FORGED_WEBHOOKS, MESSAGES
from bot.server.errors import BadRequest
from leads.domain.delivery import DeliveryStatus
from leads.domain.lead import Channel
from leads.domain.opt_out import OptKeyword
from leads.services import deliveries, texting
from leads.services.core import Core
from leads.services.inbox import Inbound
from leads.services.texting import KeywordReplies

__all__ = ["STATUS_PATH", "WEBHOOK_PATH", "Report", "Text", "sms_blueprint"]

log = structlog.get_logger()

WEBHOOK_PATH = "/webhooks/twilio/webhook"
STATUS_PATH = "/webhooks/twilio/status"
MAX_FORM = 64 * 1024
MOST_FIELDS = 100
EMPTY_TWIML = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'

MESSAGE_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}", re.IGNORECASE)
E164 = re.compile(r"\+[1-9]\d{6,14}")

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text that came in. A picture alone has no words; what it shows is not looked at."""

    sid: str
    sender: str
    recipient: str
    words: str
    media: int
    keyword: OptKeyword | None  # recognised and answered by Twilio itself (Advanced Opt-Out)

    @classmethod
    def from_form(cls, form: Form) -> Self:
        """Raises BadRequest for what cannot be a text from a telephone."""
        keyword = form.get("OptOutType", "").lower()
        media = form.get("NumMedia", "0")
        return cls(
            sid=_matching(MESSAGE_SID, form, "MessageSid"),
            sender=_matching(E164, form, "From"),
            recipient=form.get("To", ""),
            words=form.get("Body", ""),
            media=int(media) if media.isdecimal() else 0,
            keyword=OptKeyword(keyword) if keyword in set(OptKeyword) else None,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """How far a text of ours has come; `status` is None when Twilio says something we do not know."""

    sid: str
    status: DeliveryStatus | None
    code: int | None

    @classmethod
    def from_form(cls, form: Form) -> Self:
        """Raises BadRequest without a message to speak of."""
        status, code = form.get("MessageStatus", ""), form.get("ErrorCode", "")
        return cls(
            sid=_matching(MESSAGE_SID, form, "MessageSid"),
            status=DeliveryStatus(status) if status in set(DeliveryStatus) else None,
            code=int(code) if code.isdecimal() else None,
        )


def sms_blueprint(
    *, core: Core, wake: Callable[[str], None], replies: KeywordReplies, auth_token: str
) -> Blueprint:
    """Both webhooks. `wake` is told which conversation has a message; Twilio signs with `auth_token`."""
    if not auth_token:
        raise ValueError("Without a token to check signatures with, anybody could send texts in.")
    validator = RequestValidator(auth_token)
    blueprint = Blueprint("sms_channel")

    async def signed_form(request: Request) -> Form:
        form = await _form(request)
        query = f"?{request.query_string}" if request.query_string else ""
        signature = request.headers.get("x-twilio-signature", "")
        if not _is_signed(validator, core.public_url + request.path + query, form, signature):
            FORGED_WEBHOOKS.inc()
            raise BadRequest("This is not signed by Twilio for this address.", code="forbidden", status=403)
        return form

    @blueprint.post(WEBHOOK_PATH, stream=True)
    async def receive(request: Request) -> HTTPResponse:
        text = Text.from_form(await signed_form(request))
        accepted = await asyncio.to_thread(
            texting.receive, core, _inbound(text), replies=replies, answered=text.keyword
        )
        if accepted.is_new:
            MESSAGES.labels(channel="sms").inc()
        wake(accepted.conversation_id)
        return raw(EMPTY_TWIML, content_type="text/xml")

    @blueprint.post(STATUS_PATH, stream=True)
    async def status(request: Request) -> HTTPResponse:
        report = Report.from_form(await signed_form(request))
        if report.status is None:
            log.warning("sms.unknown_status", sid=report.sid)
        else:
            await asyncio.to_thread(
                deliveries.record_status, core, report.sid, report.status, code=report.code
            )
        return empty()

    return blueprint


async def _form(request: Request) -> Form:
    """The fields of the form; of one that comes twice, which Twilio never does, the last is looked at."""
    if request.stream is not None:
        request.stream.request_max_size = MAX_FORM
    await request.receive_body()  # type: ignore[no-untyped-call]
    try:
        body = request.body.decode("utf-8", "replace")
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise BadRequest("This form has too many fields.") from error


def _is_signed(validator: RequestValidator, url: str, form: Form, signature: str) -> bool:
    """Whether Twilio signed this form for this address, with its port or without."""
    address, given = urlparse(url), signature.encode("utf-8", "replace")
    wanted = (validator.compute_signature(variant(address), form) for variant in (remove_port, add_port))
    return any(hmac.compare_digest(one.encode(), given) for one in wanted)


def _inbound(text: Text) -> Inbound:
    return Inbound(
        channel=Channel.SMS,
        external_id=text.sid,
        sender=text.sender,
        text=text.words,
        metadata={"to": text.recipient, "media": text.media},
    )


def _matching(pattern: re.Pattern[str], form: Form, field: str) -> str:
    value = form.get(field, "")
    if not pattern.fullmatch(value):
        raise BadRequest(f"{field} is missing or not what Twilio would send.", field=field)
    return value
