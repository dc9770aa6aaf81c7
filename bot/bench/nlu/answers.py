"""How well answers are read: what was expected of each message beside what was found in it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.bench.nlu.held_out import AnswerCase

__all__ = ["Outcome", "Score", "compare", "is_told"]

Found = Mapping[str, Any]  # topic -> shape, as `bantam understand` prints it
Reader = Callable[[AnswerCase], Found]

_NOT_A_VALUE = frozenset({"status", "text"})
_JUDGED = frozenset({"met", "not_met"})  # only a value is judged: unknown and declined have none


@dataclass(frozen=True, slots=True)
class Outcome:
    """One message: what was found in it, and the topics read rightly, missed or wrongly, and made up."""

    case: AnswerCase
    found: Found
    right: frozenset[str]
    faulty: frozenset[str]  # expected, but not found, or with another value
    invented: frozenset[str]  # a value although none was expected

    @property
    def is_right(self) -> bool:
        """Whether everything expected was understood, and nothing else."""
        return not self.faulty and not self.invented


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a set, each between 0 and 1. Of no messages, or no values, the figure is 1."""

    outcomes: Sequence[Outcome]

    @property
    def accuracy(self) -> float:
        """Messages in which everything expected was understood, whatever else was."""
        return _share(not outcome.faulty for outcome in self.outcomes)

    @property
    def recall(self) -> float:
        """Expected values that were found."""
        return _share(topic in outcome.right for outcome in self.outcomes for topic in _valued(outcome.case))

    @property
    def precision(self) -> float:
        """Values found that were expected, and as they were."""
        return _share(topic in outcome.right for outcome in self.outcomes for topic in _told(outcome.found))

    @property
    def wrongly_stored(self) -> float:
        """Messages with a value that was not told, or not so."""
        return 1 - _share(_told(outcome.found) <= outcome.right for outcome in self.outcomes)

    @property
    def misses(self) -> list[Outcome]:
        """The messages that were not fully understood."""
        return [outcome for outcome in self.outcomes if not outcome.is_right]

    def of(self, topic: str) -> "Score":
        """The score of one topic alone, over the messages that expect it or in which it was found."""
        return Score(
            [
                _only(outcome, topic)
                for outcome in self.outcomes
                if topic in outcome.case.expect or topic in _told(outcome.found)
            ]
        )

    @property
    def topics(self) -> list[str]:
        """The topics that any message expects, in alphabetical order."""
        return sorted({topic for outcome in self.outcomes for topic in outcome.case.expect})


def compare(cases: Iterable[AnswerCase], read: Reader, *, ignoring: Collection[str] = ()) -> Score:
    """Read every message with `read` and compare, leaving out the fields in `ignoring` ("currency")."""
    return Score([_outcome(case, _judged(case, read(case)), frozenset(ignoring)) for case in cases])


def is_told(shape: Any) -> bool:
    """Whether a printed answer holds a value: to be unknown or declined is none."""
    if not isinstance(shape, Mapping):
        return shape is not None
    values = (value for field, value in shape.items() if field not in _NOT_A_VALUE)
    return shape.get("status") in _JUDGED or any(value is not None for value in values)


def _judged(case: AnswerCase, found: Found) -> Found:
    return {topic: shape for topic, shape in found.items() if topic not in case.optional}


def _outcome(case: AnswerCase, found: Found, ignoring: frozenset[str]) -> Outcome:
    right = frozenset(
        topic
        for topic, expected in case.expect.items()
        if _is_as_expected(expected, found.get(topic), ignoring)
    )
    invented = _told(found) - {topic for topic, expected in case.expect.items() if expected is not None}
    return Outcome(case, found, right=right, faulty=frozenset(case.expect) - right, invented=invented)


def _is_as_expected(expected: Any, shape: Any, ignoring: frozenset[str]) -> bool:
    if expected is None:
        return not is_told(shape)
    if expected is True:
        return is_told(shape)
    if isinstance(expected, Mapping):
        given = shape if isinstance(shape, Mapping) else {}
        return shape is not None and all(
            _is_same(value, given.get(field)) for field, value in expected.items() if field not in ignoring
        )
    return _is_same(expected, shape)


def _is_same(expected: Any, given: Any) -> bool:
    if isinstance(expected, list):
        return any(_is_same(one, given) for one in expected)
    return expected == given or (None not in (expected, given) and _key(expected) == _key(given))


def _key(value: Any) -> Decimal | str:
    """What two ways of writing one value share: numbers their size, words their letters."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return " ".join(str(value).casefold().split())


def _told(found: Found) -> frozenset[str]:
    return frozenset(topic for topic, shape in found.items() if is_told(shape))


def _valued(case: AnswerCase) -> list[str]:
    """The topics of which a value is expected: neither nothing, nor not knowing or not telling."""
    return [topic for topic, expected in case.expect.items() if is_told(expected)]


def _only(outcome: Outcome, topic: str) -> Outcome:
    case = outcome.case
    expect = {topic: case.expect[topic]} if topic in case.expect else {}
    return Outcome(
        case=AnswerCase(case.text, case.context, expect, case.voice),
        found={topic: outcome.found[topic]} if topic in outcome.found else {},
        right=outcome.right & {topic},
        faulty=outcome.faulty & {topic},
        invented=outcome.invented & {topic},
    )


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0
