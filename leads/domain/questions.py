"""Which question comes next: the first whose answer can still change the outcome, then how to reach them.

The outcome is the quadrant and the temperature. What open questions could still bring is known from the
model: the fewest and the most points of any answer, and criteria that might be met or not.
"""

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import chain, product
from typing import assert_never

from leads.domain.answers import Answer, Budget, Standing, Timeframe, YesNo
from leads.domain.bant import Bant, Criterion, bant, is_over, temperature
from leads.domain.facts import Facts
from leads.domain.followup import FollowupKind, followup
from leads.domain.ledger import totals
from leads.domain.matrix import Axis, Scores, quadrant
from leads.domain.model import ScoringModel
from leads.domain.scoring import lines_before_limits
from leads.domain.topics import BANT, CONTACT, Topic

__all__ = ["next_question"]


def next_question(
    facts: Facts,
    model: ScoringModel,
    today: date,
    *,
    closed: Set[Topic] = frozenset(),
) -> Topic | None:
    """The topic to ask about now, or None when nothing is worth asking any more.

    `closed` are topics not to be asked (any more): given up, or supplied by the channel as a text message
    supplies the phone number. A topic they answered, even by not knowing or not telling, is not asked again.
    SLOT stays open until it is closed (a meeting is booked) or refused: picking a time is not yet having it.
    """
    settled = closed | _settled(facts, today)
    unasked = [topic for topic in model.questions.order if topic not in settled]
    if Topic.NEED in unasked:
        return Topic.NEED
    wanted = model.questions.always | _decisive(facts, model, today, unasked)
    asked_now = next((topic for topic in unasked if topic in wanted), None)
    if asked_now is not None:
        return asked_now
    wishes = _contact_wishes(facts, model, today, settled=settled)
    return next((topic for topic in wishes if topic not in settled), None)


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
    by_axis = (_moving(unasked, axis, model) for axis in Axis if _may_cross(scores, axis, model, unasked))
    criteria = [topic for topic in unasked if topic in BANT]
    by_criteria = criteria if _may_warm_or_cool(bant(known, model.bar, today), criteria) else []
    return {*by_criteria, *chain.from_iterable(by_axis)}


def _may_cross(scores: Scores, axis: Axis, model: ScoringModel, unasked: Iterable[Topic]) -> bool:
    """Whether the answers could take a score across its threshold.

    Keeping scores within 0 to 100 never does, so they are compared as they are before.
    """
    rules = [model.answers[topic] for topic in _moving(unasked, axis, model)]
    lowest = scores.on(axis) + sum(rule.lowest for rule in rules)
    highest = scores.on(axis) + sum(rule.highest for rule in rules)
    return lowest < model.thresholds.on(axis) <= highest


def _moving(topics: Iterable[Topic], axis: Axis, model: ScoringModel) -> list[Topic]:
    """The topics whose answers bring or cost points on this axis."""
    return [
        topic
        for topic in topics
        if (rules := model.answers.get(topic)) and rules.axis is axis and rules.lowest < rules.highest
    ]


def _may_warm_or_cool(known: Bant, criteria: list[Topic]) -> bool:
    """Whether the temperature depends on these criteria."""
    ends = product((Criterion.MET, Criterion.NOT_MET), repeat=len(criteria))
    return len({temperature(replace(known, **dict(zip(criteria, end, strict=True)))) for end in ends}) > 1


def _contact_wishes(
    facts: Facts, model: ScoringModel, today: date, *, settled: Set[Topic]
) -> Sequence[Topic]:
    """What the follow-up needs of them, in order, once the outcome stands; some of it may be settled."""
    criteria = bant(facts, model.bar, today)
    scores = totals(lines_before_limits(facts, model, today))
    planned = followup(facts, model, quadrant=quadrant(scores, model.thresholds), bant=criteria)
    has_email = facts.value(Topic.EMAIL) is not None
    match planned.kind:
        case FollowupKind.SALES_NOW:
            withheld = Topic.EMAIL in settled and not has_email
            return (Topic.NAME, Topic.EMAIL, *((Topic.PHONE,) if withheld else ()), Topic.SLOT)
        case FollowupKind.NURTURE | FollowupKind.SELF_SERVE:
            return (Topic.NAME, Topic.EMAIL, *((Topic.CONSENT,) if has_email else ()))
        case FollowupKind.DISQUALIFY:  # nobody is let go while an address could still turn it
            unasked = [topic for topic in (*model.questions.order, *CONTACT) if topic not in settled]
            decisive = _decisive(facts, model, today, unasked)
            return [topic for topic in unasked if topic in decisive]
        case _:
            assert_never(planned.kind)
