"""Unsafe calls that may be repeated: the first result of an `Idempotency-Key` is the result."""

import asyncio
import hashlib
import json as jsonlib
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from sanic import HTTPResponse, Request, json

from bot.server.errors import BadRequest
from leads.services.core import Core
from leads.services.ports import Remembered

__all__ = ["Once"]

MAX_KEY = 200
Handle = Callable[[], Awaitable[HTTPResponse]]


class Once:
    """Runs a call once per key. Calls without a key just run."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._running: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def run(self, request: Request, handle: Handle) -> HTTPResponse:
        """The response of `handle`, or the one it gave the first time. Raises BadRequest for a reused key."""
        given = request.headers.get("Idempotency-Key")
        if given is None:
            return await handle()
        if not 0 < len(given) <= MAX_KEY:
            raise BadRequest(f"Idempotency-Key must be 1 to {MAX_KEY} characters.", field="Idempotency-Key")
        key = f"{request.method} {request.path} {given}"[:255]
        lock = self._running.setdefault(key, asyncio.Lock())
        async with lock:
            return await self._run_locked(key, _hash(request), handle)

    async def _run_locked(self, key: str, request_hash: str, handle: Handle) -> HTTPResponse:
        kept = await asyncio.to_thread(self._look_up, key)
        if kept is not None:
            if kept.request_hash != request_hash:
                raise BadRequest(
                    "This Idempotency-Key was used with another body.", code="key_reused", status=422
                )
            return json(kept.response, status=kept.status, headers={"Idempotent-Replayed": "true"})
        response = await handle()
        body = jsonlib.loads(response.body) if response.body else None
        remembered = Remembered(request_hash, response.status, body)
        await asyncio.to_thread(self._keep, key, remembered)
        return response

    def _look_up(self, key: str) -> Remembered | None:
        with self._core.store.reading() as work:
            return work.idempotency.get(key)

    def _keep(self, key: str, remembered: Remembered) -> None:
        with self._core.store.writing() as work:
            work.idempotency.put(key, remembered, at=self._core.clock())


def _hash(request: Request) -> str:
    return hashlib.sha256(request.body).hexdigest()
