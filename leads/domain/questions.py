"""Which question comes next: the first whose answer can still change the outcome, then how to reach them.

The outcome is the quadrant, the temperature and the follow-up. What open questions could still bring is known
from the model: the fewest and the most points of any answer, criteria that might be met or not, and personas.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import product
from typing import assert_never

from leads.domain.answers import Answer, Budget, Standing, Timeframe, YesNo
from leads.domain.bant import Bant, Criterion, Temperature, bant, is_over, temperature
from leads.domain.facts import Facts, SignalKind
from leads.domain.followup import Followup, FollowupKind, followup, kind_of, persona_of
from leads.domain.ledger import totals
from leads.domain.matrix import Axis, Quadrant, Scores, quadrant
from leads.domain.model import Persona, ScoringModel
from leads.domain.scoring import lines_before_limits
from leads.domain.topics import BANT, CONTACT, Topic

__all__ = ["next_question"]


def next_question(
    facts: Facts,
    model: ScoringModel,
    today: date,
    *,
    closed: Set[Topic] = frozenset(),
    asking: Topic | None = None,
) -> Topic | None:
    """The topic to ask about now, or None when nothing is worth asking any more.

    `closed` are topics not to be asked (any more): given up, or supplied by the channel as a text message
    supplies the phone number. A topic they answered, even by not knowing or not telling, is not asked again.
    Whoever needs nothing is asked nothing more, and who asked for a meeting gets to it as soon as they may.
    The question `asking` stays open as long as it matters, whatever else was told meanwhile.
    SLOT stays open until it is closed (a meeting is booked) or refused: picking a time is not yet having it.
    """
    settled = closed | _settled(facts, today)
    unasked = [topic for topic in model.questions.order if topic not in settled]
    if Topic.NEED in unasked:
        return Topic.NEED
    if facts.value(Topic.NEED) == YesNo(yes=False):
        return None
    if _asked_for_a_meeting(facts) and _planned(facts, model, today).kind is FollowupKind.SALES_NOW:
        return _first_open(_contact_wishes(facts, model, today, settled=settled), settled)
    wanted = (model.questions.always | _decisive(facts, model, today, unasked)) & {*unasked}
    if asking in wanted:
        return asking
    asked_now = next((topic for topic in unasked if topic in wanted), None)
    if asked_now is not None:
        return asked_now
    return _first_open(_contact_wishes(facts, model, today, settled=settled), settled)


def _settled(facts: Facts, today: date) -> Set[Topic]:
    return {topic for topic, answer in facts.answers.items() if not _says_too_little(answer, today)}


def _says_too_little(answer: Answer, today: date) -> bool:
    """Whether the question has to be put again although there is an answer."""
    match answer.value:
        case Budget(low=None, high=None, available=True):  # there is money: how much?
            return True
        case Timeframe() as timeframe:
            return is_over(timeframe, today)
        case YesNo(yes=True):  # there is a need: which?
            return answer.topic is Topic.NEED
        case _:
            return answer.topic is Topic.SLOT and answer.standing is Standing.GIVEN


def _decisive(facts: Facts, model: ScoringModel, today: date, unasked: Collection[Topic]) -> Set[Topic]:
    """Those of the unasked topics whose answers, taken together, can still change the outcome."""
    known = Facts(
        {topic: answer for topic, answer in facts.answers.items() if topic not in unasked}, facts.signals
    )
    scores = totals(lines_before_limits(known, model, today))
    ends = {axis: _ends(scores, axis, model, unasked) for axis in Axis}
    crossing = {topic for axis in Axis if len(ends[axis]) > 1 for topic in _moving(unasked, axis, model)}
    quadrants = (
        quadrant(Scores(fit, interest), model.thresholds) for fit, interest in product(*ends.values())
    )
    personas = _personas(model) if Topic.ROLE in unasked else {persona_of(known, model)}
    return crossing | _turning(
        bant(known, model.bar, today),
        frozenset(topic for topic in unasked if topic in BANT),
        frozenset(quadrants),
        frozenset(personas),
    )


def _ends(scores: Scores, axis: Axis, model: ScoringModel, unasked: Iterable[Topic]) -> list[int]:
    """A score on each side of the threshold that the answers could take it to.

    Keeping scores within 0 to 100 never takes one across, so they are compared as they are before.
    """
    rules = [model.answers[topic] for topic in _moving(unasked, axis, model)]
    lowest = scores.on(axis) + sum(rule.lowest for rule in rules)
    highest = scores.on(axis) + sum(rule.highest for rule in rules)
    may_cross = lowest < model.thresholds.on(axis) <= highest
    return [lowest, highest] if may_cross else [scores.on(axis)]


def _moving(topics: Iterable[Topic], axis: Axis, model: ScoringModel) -> list[Topic]:
    """The topics whose answers bring or cost points on this axis."""
    return [
        topic
        for topic in topics
        if (rules := model.answers.get(topic)) and rules.axis is axis and rules.lowest < rules.highest
    ]


def _personas(model: ScoringModel) -> set[Persona | None]:
    rules = model.answers.get(Topic.ROLE)
    return {None, *(band.persona for band in rules.bands)} if rules else {None}


@lru_cache(maxsize=4096)
def _turning(
    known: Bant,
    criteria: frozenset[Topic],
    quadrants: frozenset[Quadrant],
    personas: frozenset[Persona | None],
) -> Set[Topic]:
    """The open criteria, and the role, on which temperature or follow-up may depend in these quadrants."""
    turning = {topic for topic in criteria if _depends_on(topic, known, criteria, quadrants, personas)}
    kinds = (
        {kind_of(cell, ends, who) for who in personas} for cell in quadrants for ends in _all(known, criteria)
    )
    return turning | ({Topic.ROLE} if any(len(kind) > 1 for kind in kinds) else set())


def _depends_on(
    topic: Topic,
    known: Bant,
    criteria: frozenset[Topic],
    quadrants: frozenset[Quadrant],
    personas: frozenset[Persona | None],
) -> bool:
    for cell, who, others in product(quadrants, personas, _all(known, criteria - {topic})):
        ends = _all(others, frozenset({topic}))
        if len({_outcome(cell, end, who) for end in ends}) > 1:
            return True
    return False


def _all(known: Bant, criteria: frozenset[Topic]) -> Iterator[Bant]:
    """Every way these criteria can come out."""
    for ends in product((Criterion.MET, Criterion.NOT_MET, Criterion.UNKNOWN), repeat=len(criteria)):
        yield replace(known, **dict(zip(criteria, ends, strict=True)))


def _outcome(cell: Quadrant, ends: Bant, who: Persona | None) -> tuple[Temperature, FollowupKind]:
    return temperature(ends), kind_of(cell, ends, who)


def _contact_wishes(
    facts: Facts, model: ScoringModel, today: date, *, settled: Set[Topic]
) -> Sequence[Topic]:
    """What the follow-up needs of them, in order, once the outcome stands; some of it may be settled."""
    planned = _planned(facts, model, today)
    has_email = facts.value(Topic.EMAIL) is not None
    match planned.kind:
        case FollowupKind.SALES_NOW:
            withheld = Topic.EMAIL in settled and not has_email
            reach = (Topic.NAME, Topic.EMAIL, *((Topic.PHONE,) if withheld else ()))
            return (Topic.SLOT, *reach) if _asked_for_a_meeting(facts) else (*reach, Topic.SLOT)
        case FollowupKind.NURTURE | FollowupKind.SELF_SERVE:
            return (Topic.NAME, Topic.EMAIL, *((Topic.CONSENT,) if has_email else ()))
        case FollowupKind.DISQUALIFY:  # nobody is let go while an address could still turn it
            unasked = [topic for topic in (*model.questions.order, *CONTACT) if topic not in settled]
            decisive = _decisive(facts, model, today, unasked)
            return [topic for topic in unasked if topic in decisive]
        case _:
            assert_never(planned.kind)


def _planned(facts: Facts, model: ScoringModel, today: date) -> Followup:
    """The follow-up as things stand."""
    scores = totals(lines_before_limits(facts, model, today))
    cell, criteria = quadrant(scores, model.thresholds), bant(facts, model.bar, today)
    return followup(facts, model, quadrant=cell, bant=criteria)


def _first_open(topics: Iterable[Topic], settled: Set[Topic]) -> Topic | None:
    return next((topic for topic in topics if topic not in settled), None)


def _asked_for_a_meeting(facts: Facts) -> bool:
    return any(signal.kind is SignalKind.MEETING_REQUESTED for signal in facts.signals)
