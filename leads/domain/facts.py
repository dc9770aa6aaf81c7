"""Everything known about a prospect: what they told us and what they did. Scores are functions of this."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Self

from leads.domain.answers import Answer, Value
from leads.domain.topics import Topic

__all__ = ["Facts", "Signal", "SignalKind", "UnknownSignalKind", "latest", "signal_kind"]


class UnknownSignalKind(ValueError):
    """No such kind of signal."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Unknown kind of signal {name[:60]!r}; known are: {', '.join(SignalKind)}.")


class SignalKind(StrEnum):
    """What a prospect can be seen doing."""

    PAGE_VIEW = "page_view"
    REPEAT_VISIT = "repeat_visit"
    QUOTE_REQUEST = "quote_request"
    DEMO_REQUEST = "demo_request"
    MEETING_REQUESTED = "meeting_requested"
    FORM_SUBMIT = "form_submit"
    NEWSLETTER_OPEN = "newsletter_open"
    NEWSLETTER_CLICK = "newsletter_click"
    SURVEY_ANSWERED = "survey_answered"
    SURVEY_IGNORED = "survey_ignored"
    CAREERS_PAGE = "careers_page"
    PURCHASE = "purchase"  # starts a buying cycle; `data["cycle"]` may name which


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing a prospect did. `at` is aware UTC; `data` is what the sender added, unchecked.

    `received_at` is when we heard of it; None says at once.
    """

    id: str
    kind: SignalKind
    at: datetime
    data: Mapping[str, object] = field(default_factory=dict)
    received_at: datetime | None = None

    @property
    def known_at(self) -> datetime:
        """When we heard of it."""
        return self.received_at or self.at


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers in force, one per topic, and all signals in any order."""

    answers: Mapping[Topic, Answer] = field(default_factory=dict)
    signals: tuple[Signal, ...] = ()

    @classmethod
    def of(cls, answers: Iterable[Answer], *, signals: Iterable[Signal] = ()) -> Self:
        """Facts from the whole history of answers, in any order."""
        return cls(latest(answers), tuple(signals))

    @classmethod
    def known_by(cls, moment: datetime, answers: Iterable[Answer], *, signals: Iterable[Signal] = ()) -> Self:
        """The facts as they were known at a moment, of the whole history in any order."""
        return cls.of(
            (answer for answer in answers if answer.at <= moment),
            signals=(signal for signal in signals if signal.known_at <= moment),
        )

    def value(self, topic: Topic) -> Value | None:
        """What was told about a topic, or None where nothing was, or they do not know or would not say."""
        answer = self.answers.get(topic)
        return answer.value if answer else None


def latest(answers: Iterable[Answer]) -> dict[Topic, Answer]:
    """The newest answer to each topic, by time and then id, whatever order they come in."""
    return {answer.topic: answer for answer in sorted(answers, key=attrgetter("at", "id"))}


def signal_kind(name: str) -> SignalKind:
    """The kind of that name; raises `UnknownSignalKind`, which lists the known ones."""
    try:
        return SignalKind(name)
    except ValueError:
        raise UnknownSignalKind(name) from None
