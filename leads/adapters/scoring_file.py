"""The scoring file: read, checked line by line, and turned into a scoring model."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from leads.adapters.scoring_rules import read_answers, read_cycles, read_decay, read_signals
from leads.adapters.scoring_steps import read_next_steps, uncovered
from leads.adapters.yaml_reader import Entry, parse_yaml, read_yaml
from leads.domain.bant import Bar, Temperature
from leads.domain.lead import DispositionReason
from leads.domain.matrix import Quadrant, Thresholds
from leads.domain.model import MOST_SEGMENTS, Loaded, Questions, ScoringModel, Touches, Wording
from leads.domain.money import Money
from leads.domain.topics import CONTACT, Topic

__all__ = ["load_scoring", "read_scoring"]

FILE = "scoring.yml"

NEVER = "never"
LABEL = re.compile(r"[a-z0-9-]{1,20}")
CURRENCY = re.compile(r"[A-Z]{3}")


def load_scoring(path: Path) -> Loaded:
    """Read a scoring file; raises `FileError`, naming the line, for the first thing in it that is wrong."""
    return _loaded(read_yaml(path))


@lru_cache(maxsize=16)
def read_scoring(text: str) -> Loaded:
    """The same of its text; the versions looked at lately are kept."""
    return _loaded(parse_yaml(text, file=FILE))


def _loaded(file: Entry) -> Loaded:
    fields = file.fields(
        *("label", "thresholds", "criteria", "segments", "answers", "signals", "cycles"),
        *("questions", "touches", "wording"),
        optional=("decay", "next_steps", "research"),
    )
    segments = {name: segment.switch() for name, segment in fields["segments"].entries().items()}
    active = tuple(name for name, is_active in segments.items() if is_active)
    label = _matching(fields["label"], LABEL, "up to 20 small letters, digits and -")
    thresholds = fields["thresholds"].fields("fit", "interest", "ready")
    model = ScoringModel(
        version=f"{label}-{_fingerprint(file)}",
        label=label,
        segments=active,
        thresholds=Thresholds(_score(thresholds["fit"]), _score(thresholds["interest"])),
        ready_line=_score(thresholds["ready"]),
        bar=_bar(fields["criteria"]),
        answers=read_answers(fields["answers"], segments=segments),
        signals=read_signals(fields["signals"], segments=segments),
        cycles=read_cycles(fields["cycles"], segments=segments),
        decay=read_decay(fields["decay"]) if "decay" in fields else None,
        questions=_questions(fields["questions"]),
        touches=_touches(fields["touches"]),
        wording=_wording(fields["wording"]),
        next_steps=read_next_steps(fields["next_steps"]) if "next_steps" in fields else (),
        research=_research(fields["research"]) if "research" in fields else (),
    )
    warnings = (*_about_segments(fields["segments"], active), *_about_steps(fields.get("next_steps"), model))
    return Loaded(model, file.tree(), warnings)


def _fingerprint(file: Entry) -> str:
    """The same for the same content, whatever the comments and the layout."""
    return sha256(json.dumps(file.plain()).encode()).hexdigest()[:8]


def _about_segments(segments: Entry, active: tuple[str, ...]) -> Iterator[str]:
    if len(active) > MOST_SEGMENTS:
        yield (
            f"{segments.file} line {segments.line}: {len(active)} data segments are active; "
            f"start with three to {MOST_SEGMENTS}, more make the scores hard to explain"
        )


def _about_steps(entry: Entry | None, model: ScoringModel) -> Iterator[str]:
    missing = uncovered(model.next_steps)
    if entry is not None and missing:
        yield f"{entry.file} line {entry.line}: no next step for {'; '.join(missing)}"


def _score(entry: Entry) -> int:
    return entry.whole_number(least=1, most=100)


def _bar(entry: Entry) -> Bar:
    fields = entry.fields("budget_floor", "horizon_days", "rates")
    floor = fields["budget_floor"].fields("amount", "currency")
    rates = {_currency(rate, rate.name): rate.amount() for rate in fields["rates"].entries().values()}
    return Bar(
        floor=Money(floor["amount"].amount(), _currency(floor["currency"], floor["currency"].text())),
        rates=rates,
        horizon_days=fields["horizon_days"].whole_number(least=1, most=36_500),
    )


def _currency(entry: Entry, code: str) -> str:
    if not CURRENCY.fullmatch(code):
        entry.refuse(f"'{code}' is not a currency: three capital letters, as USD")
    return code


def _questions(entry: Entry) -> Questions:
    fields = entry.fields("order", "always")
    order = [_qualifying(item) for item in fields["order"].items()]
    if order[:1] != [Topic.NEED]:
        fields["order"].refuse("the order must begin with need")
    twice = [topic for topic, count in Counter(order).items() if count > 1]
    if twice:
        fields["order"].refuse(f"{twice[0]} is there twice")
    always = frozenset(_qualifying(item) for item in fields["always"].items())
    return Questions(tuple(order), always)


def _research(entry: Entry) -> tuple[Topic, ...]:
    return tuple(item.choice(Topic) for item in entry.items())


def _qualifying(entry: Entry) -> Topic:
    topic = entry.choice(Topic)
    if topic in (*CONTACT, Topic.CONSENT, Topic.SLOT):
        entry.refuse(f"{topic} is asked when the outcome stands, not to find it")
    return topic


def _touches(entry: Entry) -> Touches:
    fields = entry.fields("by_quadrant", "by_reason", optional=("by_temperature",))
    quadrants = fields["by_quadrant"].fields(*Quadrant).values()
    reasons = fields["by_reason"].entries().values()
    temperatures = fields["by_temperature"].entries().values() if "by_temperature" in fields else ()
    return Touches(
        by_quadrant={touch.named(Quadrant): _days(touch) for touch in quadrants},
        by_reason={touch.named(DispositionReason): _days(touch) for touch in reasons},
        by_temperature={touch.named(Temperature): _days(touch) for touch in temperatures},
    )


def _days(entry: Entry) -> int | None:
    return None if entry.text() == NEVER else entry.whole_number(least=1, most=3_650)


def _wording(entry: Entry) -> Wording:
    fields = entry.fields("lowest", "highest")
    return Wording(lowest=fields["lowest"].text(), highest=fields["highest"].text())


def _matching(entry: Entry, pattern: re.Pattern[str], meaning: str) -> str:
    if not pattern.fullmatch(entry.text()):
        entry.refuse(f"{entry.name} must be {meaning}, got '{entry.text()}'")
    return entry.text()
