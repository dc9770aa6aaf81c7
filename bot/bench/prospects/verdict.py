"""Judging a finished conversation: what was kept of what was told, and what went wrong on the way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.bench.prospects.claims import Claim, Outcome, held, is_given, matched, plain
from bot.bench.prospects.persona import Persona
from bot.bench.prospects.prospect import Prospect
from bot.bench.prospects.story import Story
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.domain.topics import Topic

__all__ = ["Fault", "FaultKind", "Finding", "Line", "Played", "Verdict", "judge"]

#: The question, two rephrasings, buttons, and the offer of a person: nobody is asked more often than that.
MOST_ASKINGS = 5
MOST_REPEATS = 2
#: Known without being told: the number of who texts.
KNOWN_BY_CHANNEL = {Channel.SMS: {Topic.PHONE}}


@dataclass(frozen=True, slots=True)
class Line:
    """One message and the bot's replies to it; `asking` is what the bot asked then.

    `has_failed` when the bot said that something went wrong on its side.
    """

    text: str
    is_aside: bool
    replies: tuple[str, ...]
    labels: tuple[str, ...]
    asking: Topic | None
    has_failed: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """A conversation that has ended."""

    prospect: Prospect
    lines: Sequence[Line]
    lead: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one topic: what was told, what the lead shows, and the words it was told in."""

    topic: Topic
    outcome: Outcome
    expected: str
    found: str
    words: tuple[str, ...]
    was_told: bool


class FaultKind(StrEnum):
    """What must not happen."""

    LOOP = "loop"
    SILENCE = "silence"
    WRONG_BOOKING = "wrong booking"
    WRONG_OPT_OUT = "wrong opt-out"
    MISSED_OPT_OUT = "missed opt-out"
    NO_PERSON = "unheard request for a person"
    WRONG_PERSON = "person nobody asked for"
    PRESSED = "asked on after a no"
    FAILURE = "failed turn"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong, and where."""

    kind: FaultKind
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is to say about a conversation."""

    persona: Persona
    lines: Sequence[Line]
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    booked: str | None
    outcome: str


def judge(played: Played) -> Verdict:
    """Compare what the prospect knows to be true with what the bot has done."""
    prospect, lead = played.prospect, played.lead
    checks = (_loops, _silences, _failures, _meeting, _consent, _person, _pressed)
    return Verdict(
        persona=prospect.persona,
        lines=tuple(played.lines),
        findings=tuple(_findings(prospect, lead)),
        faults=tuple(fault for check in checks for fault in check(played)),
        booked=lead["meeting"],
        outcome=_outcome(lead),
    )


def _findings(prospect: Prospect, lead: Mapping[str, Any]) -> Iterator[Finding]:
    story = prospect.story
    known = KNOWN_BY_CHANNEL.get(prospect.persona.channel, set()) | story.implied
    for topic in prospect.persona.facts:
        fields, claim = held(lead, topic), story.claims.get(topic)
        if claim is not None:
            yield _finding(claim, _outcome_of(claim, fields, story), fields, story)
        elif is_given(fields) and topic not in known:
            yield _finding(Claim(topic, "", told=False), Outcome.WRONG, fields, story)


def _outcome_of(claim: Claim, fields: Mapping[str, Any], story: Story) -> Outcome:
    outcome = matched(claim, fields)
    is_kept_need = claim.topic is Topic.NEED and outcome is Outcome.RECALLED
    return Outcome.WRONG if is_kept_need and not _is_own_words(fields, story) else outcome


def _finding(claim: Claim, outcome: Outcome, fields: Mapping[str, Any], story: Story) -> Finding:
    shown = ", ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
    words = tuple(story.told_in.get(claim.topic, ()))
    return Finding(claim.topic, outcome, str(claim), shown or "nothing", words, claim.told)


def _is_own_words(fields: Mapping[str, Any], story: Story) -> bool:
    """Whether what is kept as their need stands in a message that told one."""
    kept = plain(str(fields["words"] or ""))
    return any(kept in plain(message) for message in story.told_in[Topic.NEED])


def _loops(played: Played) -> Iterator[Fault]:
    said = Counter(reply for line in played.lines for reply in line.replies)
    asked = Counter(line.asking for line in played.lines if line.asking and not line.is_aside)
    for text, count in said.items():
        if count > MOST_REPEATS:
            yield Fault(FaultKind.LOOP, f"said {count} times: {text}")
    for topic, count in asked.items():
        if count > MOST_ASKINGS:
            yield Fault(FaultKind.LOOP, f"asked about {topic} {count} times")


def _silences(played: Played) -> Iterator[Fault]:
    return (Fault(FaultKind.SILENCE, line.text) for line in played.lines if not line.replies)


def _failures(played: Played) -> Iterator[Fault]:
    return (Fault(FaultKind.FAILURE, line.text) for line in played.lines if line.has_failed)


def _meeting(played: Played) -> Iterator[Fault]:
    wanted, booked = played.prospect.picked, played.lead["meeting"]
    is_right = booked in wanted if wanted else booked is None
    if not is_right and not played.prospect.opted_out:
        picked = " or ".join(sorted(wanted)) or "none"
        yield Fault(FaultKind.WRONG_BOOKING, f"booked {booked or 'none'}, though they picked {picked}")


def _consent(played: Played) -> Iterator[Fault]:
    is_out = played.lead["consent"]["sms"] == "opted_out"
    if is_out != played.prospect.opted_out:
        kind = FaultKind.WRONG_OPT_OUT if is_out else FaultKind.MISSED_OPT_OUT
        yield Fault(kind, played.lines[-1].text)


def _person(played: Played) -> Iterator[Fault]:
    asked, handoff = played.prospect.asked_for_person, played.lead["handoff"]
    if asked and not handoff:
        yield Fault(FaultKind.NO_PERSON, "nobody was told")
    may_be_told = asked or played.prospect.asked_to_meet
    if not may_be_told and handoff and handoff["reason"] == HandoffReason.ASKED:
        yield Fault(FaultKind.WRONG_PERSON, "a rep was told that they want one")


def _pressed(played: Played) -> Iterator[Fault]:
    last = played.lines[-1]
    if played.prospect.lost_interest and last.asking is not None:
        yield Fault(FaultKind.PRESSED, f"{last.text} → asked about {last.asking}")


def _outcome(lead: Mapping[str, Any]) -> str:
    if lead["consent"]["sms"] == "opted_out":
        return "opted out"
    return "booked" if lead["meeting"] else str(lead["stage"])
