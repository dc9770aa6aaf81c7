"""Rasa's REST channel: a message in, the replies out, in one call."""

import asyncio
import re
import uuid
from typing import Any

from sanic import Blueprint, HTTPResponse, Request, json

from bot.metrics import MESSAGES
from bot.server.auth import require_token
from bot.server.errors import BadRequest
from bot.turns import TurnTaker
from leads.domain.conversation import Message
from leads.domain.lead import Channel
from leads.services import inbox
from leads.services.core import Core

__all__ = ["rest_blueprint"]

SENDER = re.compile(r"[^\x00-\x1f\x7f*?\[\]]{1,320}")
MAX_WAIT = 30.0


def rest_blueprint(*, core: Core, taker: TurnTaker, token: str) -> Blueprint:
    """`POST /webhooks/rest/webhook`, for whoever has the API token."""
    blueprint = Blueprint("rest_channel", url_prefix="/webhooks/rest")

    @blueprint.get("/")
    async def health(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        require_token(request, token)
        inbound = _inbound(request.json)
        accepted = await asyncio.to_thread(inbox.accept, core, inbound)
        if accepted.is_new:
            MESSAGES.labels(channel="rest").inc()
        try:
            async with asyncio.timeout(MAX_WAIT):
                replies = await taker.replies(accepted)
        except TimeoutError as error:
            sentence = "The reply takes long; send the message again with its message_id to get it."
            raise BadRequest(sentence, code="busy", status=503, headers={"Retry-After": "5"}) from error
        return json([_as_rasa(inbound.sender, reply) for reply in replies])

    return blueprint


def _inbound(body: Any) -> inbox.Inbound:
    if not isinstance(body, dict):
        raise BadRequest("Send a JSON object with sender and message.")
    sender, message, metadata = body.get("sender"), body.get("message"), body.get("metadata") or {}
    if not isinstance(sender, str) or not SENDER.fullmatch(sender):
        raise BadRequest("sender must be 1 to 320 plain characters, without * ? [ ].", field="sender")
    if not isinstance(message, str):
        raise BadRequest("message must be text.", field="message")
    if not isinstance(metadata, dict):
        raise BadRequest("metadata must be an object.", field="metadata")
    message_id = metadata.get("message_id")
    if message_id is not None and (not isinstance(message_id, str) or not 0 < len(message_id) <= 128):
        raise BadRequest("metadata.message_id must be 1 to 128 characters.", field="metadata.message_id")
    zone = metadata.get("timezone")
    return inbox.Inbound(
        channel=Channel.REST,
        # Ids are the caller's own: another sender's message with the same id is another message.
        external_id=f"{sender}:{message_id}" if message_id else uuid.uuid4().hex,
        sender=sender,
        text=message,
        timezone=zone if isinstance(zone, str) else None,
    )


def _as_rasa(sender: str, message: Message) -> dict[str, Any]:
    reply: dict[str, Any] = {"recipient_id": sender, "text": message.text}
    if message.buttons:
        reply["buttons"] = [{"title": button.title, "payload": button.id} for button in message.buttons]
    return reply
