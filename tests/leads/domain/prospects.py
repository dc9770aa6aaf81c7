"""Prospects for tests: answers and signals at a fixed moment, and samples of every kind of answer."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from leads.adapters.scoring_file import load_scoring
from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOW.date()
SCORING_FILE = Path(__file__).parents[3] / "scoring.yml"
MODEL = load_scoring(SCORING_FILE).model


def told(topic: Topic, value: Value, *, minute: int = 0, answer_id: str | None = None) -> Answer:
    """An answer with a value."""
    return _answer(topic, Standing.GIVEN, value, minute=minute, answer_id=answer_id)


def not_told(topic: Topic, standing: Standing = Standing.DECLINED, *, minute: int = 0) -> Answer:
    """An answer without one."""
    return _answer(topic, standing, None, minute=minute, answer_id=None)


def _answer(
    topic: Topic, standing: Standing, value: Value | None, *, minute: int, answer_id: str | None
) -> Answer:
    return Answer(
        id=answer_id or f"{topic}-{minute}",
        topic=topic,
        standing=standing,
        value=value,
        text="",
        message_id=f"message-{minute}",
        at=NOW + timedelta(minutes=minute),
    )


def did(
    kind: SignalKind, *, times: int = 1, on: date = TODAY, cycle: str | None = None
) -> tuple[Signal, ...]:
    """A signal, or several of the same kind."""
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    data = {"cycle": cycle} if cycle else {}
    return tuple(Signal(f"{kind}-{on}-{number}", kind, at, data) for number in range(times))


def usd(amount: int, *, available: bool | None = None) -> Budget:
    """A single amount in dollars."""
    return Budget(low=Decimal(amount), high=Decimal(amount), currency="USD", available=available)


def in_days(first: int, last: int | None = None) -> Timeframe:
    """From one day to another, counted from today."""
    latest = TODAY + timedelta(days=first if last is None else last)
    return Timeframe(earliest=TODAY + timedelta(days=first), latest=latest)


REFUSALS = (Standing.UNKNOWN, Standing.DECLINED)
NEED = Text("we lose leads at night")
HOT = (
    told(Topic.NEED, NEED),
    told(Topic.BUDGET, usd(50_000)),
    told(Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER)),
    told(Topic.TIMEFRAME, in_days(0, 30)),
)

#: Values that between them fall in every band of the scoring file, and in none.
SAMPLES: dict[Topic, tuple[Value, ...]] = {
    Topic.NEED: (NEED, YesNo(False), YesNo(True)),
    Topic.CURRENT_SOLUTION: (Text("a spreadsheet"), YesNo(False)),
    Topic.TIMEFRAME: (
        in_days(10, 20),
        in_days(120, 150),
        in_days(300, 330),
        in_days(-30, -10),
        Timeframe(urgency=Urgency.NOW),
        Timeframe(urgency=Urgency.LATER),
        Timeframe(),
    ),
    Topic.BUDGET: (
        usd(50_000),
        usd(100),
        Budget(high=Decimal(600), currency="EUR", period=Period.MONTH),
        Budget(low=Decimal(10), currency="XXX"),
        Budget(available=True),
        Budget(available=False),
    ),
    Topic.AUTHORITY: tuple(Authority(level) for level in AuthorityLevel),
    Topic.ROLE: tuple(Text(role) for role in ("CEO", "Head of IT", "Office Manager", "Consultant", "Nurse")),
    Topic.COMPANY: (Text("Acme"),),
    Topic.EMPLOYEES: tuple(Headcount(people, people) for people in (2, 10, 200, 9_000)),
    Topic.INDUSTRY: (Text("software"), Text("fishing")),
    Topic.COUNTRY: (Text("US"), Text("KP"), Text("BW")),
    Topic.NAME: (Text("Ada"),),
    Topic.EMAIL: (Text("ada@acme.example"), Text("ada@gmail.com"), Text("x@mailinator.com")),
}


def answers_to(topic: Topic, *, minute: int = 0) -> tuple[Answer, ...]:
    """Every sample answer to a topic, not knowing and not telling among them."""
    refusals = (
        not_told(topic, standing, minute=minute) for standing in (Standing.UNKNOWN, Standing.DECLINED)
    )
    given = (told(topic, value, minute=minute) for value in SAMPLES[topic])
    return (*given, *refusals)


@st.composite
def histories(draw: st.DrawFn) -> tuple[tuple[Answer, ...], tuple[Signal, ...]]:
    """Answers (some corrected) and signals, in any order, as they might have come in."""
    topics = draw(st.lists(st.sampled_from(sorted(SAMPLES)), max_size=14))
    answers = [
        draw(st.sampled_from(answers_to(Topic(topic), minute=minute))) for minute, topic in enumerate(topics)
    ]
    kinds = draw(st.lists(st.sampled_from(SignalKind), max_size=20))
    days = draw(st.lists(st.integers(0, 700), min_size=len(kinds), max_size=len(kinds)))
    signals = [
        Signal(f"signal-{number}", kind, NOW - timedelta(days=day))
        for number, (kind, day) in enumerate(zip(kinds, days, strict=True))
    ]
    return tuple(answers), tuple(signals)


def known(*answers: Answer, signals: tuple[Signal, ...] = ()) -> Facts:
    """Facts from these answers and signals."""
    return Facts.of(answers, signals=signals)
