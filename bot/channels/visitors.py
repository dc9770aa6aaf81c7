"""Who a visitor of the widget is: a signed token that names them, and where they came from."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

__all__ = ["TOKEN_LIFE", "Visitor", "VisitorTokens"]

TOKEN_LIFE = timedelta(days=90)
SKEW = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser. `id` is the sender of its messages; the rest is from its first visit."""

    id: str
    referrer: str = ""
    utm: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    timezone: str | None = None


#: Tokens of an earlier version may say more.
FIELDS = frozenset(field.name for field in fields(Visitor))


class VisitorTokens:
    """Makes and reads tokens. Only ours are read: nobody can name another visitor, or invent one."""

    def __init__(self, secret_key: str) -> None:
        self._signer = URLSafeSerializer(secret_key, salt="visitor")

    def issue(self, visitor: Visitor, *, now: datetime) -> str:
        """A token for this visitor, good for TOKEN_LIFE."""
        signed: str | bytes = self._signer.dumps({"at": int(now.timestamp()), **asdict(visitor)})
        return signed if isinstance(signed, str) else signed.decode()

    def read(self, token: str, *, now: datetime) -> Visitor | None:
        """The visitor of a token; None when it is not ours or not of our time."""
        try:
            content: dict[str, Any] = self._signer.loads(token)
        except BadData:
            return None
        issued = datetime.fromtimestamp(content.pop("at"), UTC)
        known = {name: value for name, value in content.items() if name in FIELDS}
        return Visitor(**known) if -SKEW <= now - issued <= TOKEN_LIFE else None

    @staticmethod
    def new_id() -> str:
        """An id that cannot be guessed."""
        return f"v-{secrets.token_urlsafe(16)}"
