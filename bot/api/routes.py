"""The routes of the lead API."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from sanic import Blueprint, HTTPResponse, Request, json

from bot.api.idempotency import Effect, Key, perform
from bot.api.lead_calls import LeadCalls, Look
from bot.api.meeting_calls import MeetingCalls
from bot.api.openapi import document
from bot.hub import Hub
from bot.server.auth import require_token
from leads.services.core import Core

__all__ = ["api_blueprint"]

Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]

PREFIX, DESCRIPTION = "/api", "/openapi.json"
#: Answers hold personal data, and text that somebody typed: nothing keeps a copy, nobody takes it for a page.
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def api_blueprint(*, core: Core, hub: Hub, token: str, public_url: str) -> Blueprint:
    """`/api/…`, for whoever has the API token; its description is open. `hub` hears of every change."""
    blueprint = Blueprint("api", url_prefix=PREFIX)
    leads, meetings = LeadCalls(core), MeetingCalls(core)

    def looking(call: Callable[..., Look]) -> Handler:
        async def handle(request: Request, **path: str) -> HTTPResponse:
            return json(await asyncio.to_thread(call(request, **path)))

        return handle

    def changing(call: Callable[..., Effect]) -> Handler:
        async def handle(request: Request, **path: str) -> HTTPResponse:
            key, effect = Key.of(request), call(request, **path)
            answer = await asyncio.to_thread(perform, core, effect, key=key)
            if answer.changed is not None:
                hub.publish(answer.changed)
            headers = {"Idempotent-Replayed": "true"} if answer.is_repeated else None
            return json(answer.body, status=answer.status, headers=headers)

        return handle

    async def description(_: Request) -> HTTPResponse:
        return json(document(public_url))

    @blueprint.on_request
    async def authorise(request: Request) -> None:
        if request.path != PREFIX + DESCRIPTION:
            require_token(request, token)

    async def protect(_: Request, response: HTTPResponse) -> None:
        response.headers.update(HEADERS)

    blueprint.middleware(protect, "response")

    routes: list[tuple[str, str, Handler]] = [
        ("GET", DESCRIPTION, description),
        ("GET", "/leads", looking(leads.list)),
        ("POST", "/leads", changing(leads.create)),
        ("GET", "/leads/<lead_id:str>", looking(leads.get)),
        ("PATCH", "/leads/<lead_id:str>", changing(leads.change)),
        ("POST", "/leads/<lead_id:str>/signals", changing(leads.add_signal)),
        ("POST", "/leads/<lead_id:str>/disposition", changing(leads.dispose)),
        ("POST", "/leads/<lead_id:str>/outcome", changing(leads.note_outcome)),
        ("POST", "/leads/<lead_id:str>/erase", changing(leads.erase)),
        ("GET", "/leads/<lead_id:str>/ledger", looking(leads.ledger)),
        ("GET", "/leads/<lead_id:str>/outlook", looking(leads.outlook)),
        ("GET", "/leads/<lead_id:str>/transcript", looking(leads.transcript)),
        ("GET", "/conversations/<sender:str>/lead", looking(leads.of_sender)),
        ("GET", "/slots", looking(meetings.slots)),
        ("POST", "/bookings", changing(meetings.book)),
        ("PATCH", "/bookings/<booking_id:str>", changing(meetings.move)),
        ("DELETE", "/bookings/<booking_id:str>", changing(meetings.cancel)),
    ]
    for method, path, handler in routes:
        name = f"{method}{path}".replace("/", "_")
        blueprint.add_route(handler, path, methods=[method], name=name, unquote=True)
    return blueprint
