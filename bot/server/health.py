"""Alive, able to serve, and how it is going."""

import asyncio
from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import Blueprint, HTTPResponse, Request, json, raw
from sqlalchemy.exc import SQLAlchemyError

__all__ = ["health_blueprint"]


def health_blueprint(*, check_store: Callable[[], object]) -> Blueprint:
    """`/healthz`, `/readyz` and `/metrics`. Being asked at all means that the model is loaded."""
    blueprint = Blueprint("health")

    @blueprint.get("/healthz")
    async def alive(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.get("/readyz")
    async def ready(_: Request) -> HTTPResponse:
        try:
            async with asyncio.timeout(3):
                await asyncio.to_thread(check_store)
        except (SQLAlchemyError, TimeoutError):
            return json({"status": "unavailable", "store": "unreachable"}, status=503)
        return json({"status": "ok", "store": "reachable", "model": "loaded"})

    @blueprint.get("/metrics")
    async def metrics(_: Request) -> HTTPResponse:
        return raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    return blueprint
