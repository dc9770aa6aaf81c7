"""How well intents are read: right or wrong, what is taken for what, and what is not ours."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.bench.nlu.held_out import IntentCase
from bot.nlu.examples import Example
from bot.nlu.model import IntentModel
from bot.nlu.reading import likelihood, read

__all__ = ["NOT_OURS", "IntentScore", "Taken", "cross_validate"]

NOT_OURS = frozenset({"out_of_scope", "nlu_fallback"})
_SURE, _CLEAR = 0.3, 0.05  # as in config.yml, for models that are trained here


@dataclass(frozen=True, slots=True)
class Taken:
    """One message, and the label that it was taken for."""

    case: IntentCase
    label: str

    @property
    def is_right(self) -> bool:
        """Not to be sure is right for what is not ours."""
        is_strange = not self.case.intents.isdisjoint(NOT_OURS)
        return self.label in self.case.intents or (is_strange and self.label in NOT_OURS)


@dataclass(frozen=True, slots=True)
class IntentScore:
    """The figures of a set, each between 0 and 1; of no messages it is 1."""

    taken: Sequence[Taken]

    @property
    def accuracy(self) -> float:
        """Messages taken for what they are."""
        return _share(each.is_right for each in self.taken)

    @property
    def misses(self) -> list[Taken]:
        """Those taken for something else."""
        return [each for each in self.taken if not each.is_right]

    @property
    def strange_found(self) -> float:
        """Out-of-scope messages that are told to be so."""
        return _share(each.label in NOT_OURS for each in self.taken if _is_strange(each))

    @property
    def ours_kept(self) -> float:
        """Messages in scope that are not refused."""
        return _share(each.label not in NOT_OURS for each in self.taken if not _is_strange(each))

    def recall(self, intent: str) -> float:
        """Messages with this intent that are taken for what they are."""
        return _share(each.is_right for each in self.taken if intent in each.case.intents)

    def confusions(self) -> list[tuple[str, str, int]]:
        """What is taken for what, and how often; the most frequent first."""
        counts = Counter((min(each.case.intents), each.label) for each in self.misses)
        return [(meant, label, count) for (meant, label), count in counts.most_common()]


def cross_validate(examples: Sequence[Example], *, kinds: dict[str, str], folds: int) -> IntentScore:
    """Read every example with a model that learnt from the other folds only."""
    ordered = sorted(examples, key=lambda example: example.label)
    taken: list[Taken] = []
    for fold in range(folds):
        learnt = [example for at, example in enumerate(ordered) if at % folds != fold]
        model = IntentModel.fit(learnt, kinds=kinds, regularisation=1.0)
        taken += [_taken(model, example) for example in ordered[fold::folds]]
    return IntentScore(taken)


def _taken(model: IntentModel, example: Example) -> Taken:
    reading = read(likelihood(model, example.text, asking=example.asking), confidence=_SURE, margin=_CLEAR)
    named = (reading.answers or reading.intents)[0][0]
    case = IntentCase(example.text, frozenset({example.label}))
    return Taken(case, named if reading.is_sure else "nlu_fallback")


def _is_strange(taken: Taken) -> bool:
    return not taken.case.intents.isdisjoint(NOT_OURS)


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0
