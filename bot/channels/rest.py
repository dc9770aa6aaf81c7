"""Rasa's REST channel: a message in, the replies out, in one call."""

import asyncio
import re
import uuid
from typing import Any, TypeGuard

from sanic import Blueprint, HTTPResponse, Request, json

from bot.api.bodies import read_json
from bot.metrics import MESSAGES
from bot.server.auth import require_token
from bot.server.errors import BadRequest, error_response
from bot.turns import TurnTaker
from leads.domain.conversation import Message
from leads.domain.lead import Channel
from leads.domain.zones import zone_named
from leads.services import inbox
from leads.services.core import Core
from leads.services.inbox import Inbound, clean_text

__all__ = ["rest_blueprint"]

LONGEST_SENDER = 255
MESSAGE_ID = re.compile(r"[!-9;-~]{1,64}")  # printable ASCII but the colon that keeps it from the sender
PATTERNS = re.compile(r"[*?\[\]]")
PATIENCE = 30.0  # seconds a caller waits; a turn ends much sooner, but others may be before it


def rest_blueprint(*, core: Core, taker: TurnTaker, token: str, patience: float = PATIENCE) -> Blueprint:
    """`POST /webhooks/rest/webhook`, for whoever has the API token.

    After `patience` seconds the caller hears that we are busy. The message is kept, and so are its replies.
    """
    blueprint = Blueprint("rest_channel", url_prefix="/webhooks/rest")

    @blueprint.get("/")
    async def health(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        require_token(request, token)
        inbound = _inbound(read_json(request.body))
        accepted = await asyncio.to_thread(inbox.accept, core, inbound)
        if accepted.is_new:
            MESSAGES.labels(channel="rest").inc()
        try:
            async with asyncio.timeout(patience):
                replies = await taker.replies(accepted)
        except TimeoutError:
            sentence = "Busy right now; send the message again with the same message_id to get its replies."
            return error_response(503, "busy", sentence, headers={"Retry-After": "5"})
        return json([_as_rasa(inbound.sender, reply) for reply in replies])

    return blueprint


def _inbound(body: dict[str, Any]) -> Inbound:
    """What Rasa's channel takes. As there, other fields are left alone."""
    sender, message, metadata = body.get("sender"), body.get("message"), body.get("metadata") or {}
    if not _is_sender(sender):
        raise BadRequest(
            f"sender must be 1 to {LONGEST_SENDER} characters of text, without * ? [ ].", field="sender"
        )
    if not isinstance(message, str):
        raise BadRequest("message must be text.", field="message")
    if not isinstance(metadata, dict):
        raise BadRequest("metadata must be an object.", field="metadata")
    message_id, zone = metadata.get("message_id"), metadata.get("timezone")
    if message_id is not None and not (isinstance(message_id, str) and MESSAGE_ID.fullmatch(message_id)):
        raise BadRequest(
            "metadata.message_id must be 1 to 64 printable ASCII characters other than a colon.",
            field="metadata.message_id",
        )
    if zone is not None and not (isinstance(zone, str) and zone_named(zone)):
        raise BadRequest("metadata.timezone must be an IANA time zone.", field="metadata.timezone")
    return Inbound(
        channel=Channel.REST,
        # Ids are the caller's own: another sender's message with the same id is another message.
        external_id=f"{sender}:{message_id or uuid.uuid4().hex}",
        sender=sender,
        text=message,
        timezone=zone,
    )


def _is_sender(given: object) -> TypeGuard[str]:
    return (
        isinstance(given, str)
        and 0 < len(given) <= LONGEST_SENDER
        and given == clean_text(given)
        and not PATTERNS.search(given)
    )


def _as_rasa(sender: str, message: Message) -> dict[str, Any]:
    reply: dict[str, Any] = {"recipient_id": sender, "text": message.text}
    if message.buttons:
        reply["buttons"] = [{"title": button.title, "payload": button.id} for button in message.buttons]
    return reply
