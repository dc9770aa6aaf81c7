"""Unsafe calls: each is one transaction, and the first answer to an `Idempotency-Key` is the answer."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from sanic import Request

from bot.server.errors import BadRequest
from leads.services.core import Core
from leads.services.ports import Remembered, Work

__all__ = ["Answer", "Effect", "Key", "perform"]

GIVEN = re.compile(r"[\x20-\x7e]{1,200}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call is answered, and the id of the lead it has changed, if any."""

    status: int
    body: Any
    changed: str | None = None
    is_repeated: bool = False


#: What a call does, inside the transaction that it has to itself.
Effect = Callable[[Work], Answer]


@dataclass(frozen=True, slots=True)
class Key:
    """An `Idempotency-Key` of a sender: it holds for one method and address. `content` tells bodies apart."""

    name: str
    content: str

    @classmethod
    def of(cls, request: Request) -> Self | None:
        """The key of a request, if it has one. Raises BadRequest."""
        given = request.headers.get("idempotency-key")
        if given is None:
            return None
        if not GIVEN.fullmatch(given):
            raise BadRequest(
                "Idempotency-Key must be 1 to 200 printable ASCII characters.",
                field="Idempotency-Key",
                code="invalid",
            )
        kind = request.headers.get("content-type", "")
        name = json.dumps([request.method, request.path, given]).encode()
        return cls(_digest(name), _digest(kind.encode(errors="replace") + b"\n" + request.body))


def perform(core: Core, effect: Effect, *, key: Key | None) -> Answer:
    """Let a call take effect once for its key. Raises BadRequest for a key that was used with another body.

    The answer is kept in the transaction of the effect: there are both or neither. Of many calls at once the
    first acts, and the others wait for its answer. A call that is refused leaves its key unused.
    """
    with core.store.writing() as work:
        if key is None:
            return effect(work)
        work.lock(f"call:{key.name}")
        kept = work.idempotency.get(key.name)
        if kept is None:
            answer = effect(work)
            remembered = Remembered(key.content, answer.status, answer.body)
            work.idempotency.put(key.name, remembered, at=core.clock())
            return answer
    if kept.request_hash != key.content:
        raise BadRequest("This Idempotency-Key was used with another body.", code="key_reused", status=422)
    return Answer(kept.status, kept.response, is_repeated=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
