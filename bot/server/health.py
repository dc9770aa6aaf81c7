"""Alive, able to serve, and how it is going."""

import asyncio
from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import Blueprint, HTTPResponse, Request, json, raw
from sqlalchemy.exc import SQLAlchemyError

from bot.server.auth import require_token

__all__ = ["health_blueprint"]

PATIENCE = 3.0  # seconds the store has to answer


def health_blueprint(*, check_store: Callable[[], object], metrics_token: str | None = None) -> Blueprint:
    """`/healthz`, `/readyz` and `/metrics`. Being asked at all means that the model is loaded.

    With a token, numbers are told only to who sends it.
    """
    blueprint = Blueprint("health")

    @blueprint.get("/healthz")
    async def alive(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.get("/readyz")
    async def ready(_: Request) -> HTTPResponse:
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.to_thread(check_store)
        except (SQLAlchemyError, TimeoutError):
            return json({"status": "unavailable", "store": "unreachable"}, status=503)
        return json({"status": "ok", "store": "reachable", "model": "loaded"})

    @blueprint.get("/metrics")
    async def metrics(request: Request) -> HTTPResponse:
        if metrics_token is not None:
            require_token(request, metrics_token)
        return raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    return blueprint
