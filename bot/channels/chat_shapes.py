"""The widget's protocol as it travels: what browsers send, checked, and what they are sent."""

import json
from datetime import UTC
from typing import Annotated, Any, Self, TypeVar
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.server.errors import BadRequest
from leads.domain.conversation import Message
from leads.services.inbox import clean_text

__all__ = [
    "LONGEST_TEXT",
    "HelloIn",
    "MessageIn",
    "PageIn",
    "SessionIn",
    "checked",
    "json_object",
    "message_out",
]

M = TypeVar("M", bound=BaseModel)

LONGEST_TEXT = 2_000
MOST_UTM = 8
ZONES = frozenset(available_timezones())


def _short(value: object) -> object:
    """Descriptions of a page are for orientation: long ones are cut, not refused."""
    return clean_text(value)[:300] if isinstance(value, str) else value


def _few(value: object) -> object:
    return dict(list(value.items())[:MOST_UTM]) if isinstance(value, dict) else value


def _known_zone(value: object) -> object:
    return value if isinstance(value, str) and value in ZONES else None


Described = Annotated[str, BeforeValidator(_short)]


class _In(BaseModel):
    model_config = ConfigDict(extra="ignore")  # a newer widget may say more


class PageIn(_In):
    """The page a visitor is on."""

    url: Described = ""
    title: Described = ""
    referrer: Described = ""
    utm: Annotated[dict[Described, Described], BeforeValidator(_few)] = Field(default_factory=dict)


class SessionIn(_In):
    """A visitor arrives."""

    token: str | None = Field(default=None, max_length=8_000)
    page: PageIn = Field(default_factory=PageIn)
    language: str = Field(default="en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$")
    timezone: Annotated[str | None, BeforeValidator(_known_zone)] = None


class MessageIn(_In):
    """A message, typed or chosen. The same `client_id` again is the same message."""

    client_id: str = Field(pattern=r"^[A-Za-z0-9-]{8,64}$")
    text: str | None = None
    button: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,64}$")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.text is None) == (self.button is None):
            raise ValueError("send either text or button")
        return self

    @property
    def words(self) -> str:
        """The text, without what is no text. Raises BadRequest when it is too long."""
        if self.text is not None and len(self.text) > LONGEST_TEXT:
            sentence = f"A message has at most {LONGEST_TEXT} characters."
            raise BadRequest(sentence, field="text", code="too_long", status=413)
        return clean_text(self.text or "")


class HelloIn(_In):
    """The first frame on a socket."""

    token: str = Field(max_length=8_000)
    after: int = Field(default=0, ge=0, le=10**9)


def checked(model: type[M], data: str | bytes | None) -> M:
    """A body or a frame against its model. Refuses with the first thing that is wrong and its field."""
    try:
        return model.model_validate(json_object(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or None
        raise BadRequest(f"{field or 'message'}: {first['msg']}.", field=field, code="invalid") from error


def json_object(data: str | bytes | None) -> dict[str, Any]:
    """The object that was sent. Raises BadRequest."""
    try:
        content = json.loads(data or "")
    except (ValueError, RecursionError) as error:
        raise BadRequest("Send JSON.") from error
    if not isinstance(content, dict):
        raise BadRequest("Send an object.")
    return content


def message_out(message: Message, *, prefix: str) -> dict[str, Any]:
    """A message as its visitor sees it: buttons without what they stand for, client ids as they were sent."""
    shown: dict[str, Any] = {
        "seq": message.seq,
        "author": message.author,
        "text": message.text,
        "buttons": [{"id": button.id, "title": button.title} for button in message.buttons],
        "at": message.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    }
    if message.client_id:
        shown["client_id"] = message.client_id.removeprefix(prefix)
    if message.name:
        shown["name"] = message.name
    return shown
