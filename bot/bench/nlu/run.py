"""One run of the bench: every held-out set, the training data crosswise, and how long a message takes."""

import time
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import numpy as np
from rasa.shared.nlu.training_data.loading import load_data

from bot.bench.nlu.answers import Score, compare
from bot.bench.nlu.held_out import INTENTS, NOW, HeldOutFile, answer_cases, files, intent_cases
from bot.bench.nlu.intents import IntentScore, Taken, cross_validate
from bot.nlu.intent_classifier import examples_in, kinds_in
from bot.understanding import Reader, Understood
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

__all__ = ["Result", "Speed", "run"]

LONG = 500
LONG_TEXTS = (
    "1 " * LONG,
    "next quarter or " * 40,
    "a" * LONG,
    "🦄" * LONG,
    "(" * LONG,
    "we are 50, no 60, " * 30,
    "between 5 and 10k or 20k per month " * 15,
    "\u00a3$\u20ac 1,000.50 " * 40,
    "my name is " * 50,
)
LONG_ASKED = (None, Topic.BUDGET, Topic.TIMEFRAME, Topic.NAME, Topic.COMPANY)


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds to understand a message: held-out ones, and the slowest of some of 500 characters."""

    median_ms: float
    p95_ms: float
    longest_ms: float


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that was measured; `crosswise` is None where it was left out."""

    intents: dict[HeldOutFile, IntentScore]
    answers: dict[HeldOutFile, Score]
    crosswise: IntentScore | None
    speed: Speed


@dataclass(slots=True)
class _Stopwatch:
    """Reads messages, and notes how long each took."""

    reader: Reader
    seconds: list[float] = field(default_factory=list)

    async def read(self, text: str, context: Context) -> Understood:
        began = time.perf_counter()
        understood = await self.reader.read(text, context)
        self.seconds.append(time.perf_counter() - began)
        return understood


async def run(reader: Reader, *, project: Path, folder: Path, folds: int) -> Result:
    """Measure with the files in `folder`; `folds` 0 leaves the training data out. Raises BenchError."""
    watch = _Stopwatch(reader)
    await watch.read("hello", Context(now=NOW))  # the first one loads what the others find
    watch.seconds.clear()
    sets = files(folder)
    intents = {file: await _intents(watch, file) for file in sets if file.kind == INTENTS}
    answers = {file: await _answers(watch, file) for file in sets if file.kind != INTENTS}
    return Result(intents, answers, _crosswise(project, folds), await _speed(watch))


async def _intents(watch: _Stopwatch, file: HeldOutFile) -> IntentScore:
    cases = intent_cases(file.path)
    read = [await watch.read(case.text, Context(now=NOW, asking=case.asking)) for case in cases]
    return IntentScore([Taken(case, each.intent or "") for case, each in zip(cases, read, strict=True)])


async def _answers(watch: _Stopwatch, file: HeldOutFile) -> Score:
    cases = answer_cases(file.path)
    found = iter([(await watch.read(case.text, case.context)).answers for case in cases])
    return compare(cases, lambda _: next(found))


def _crosswise(project: Path, folds: int) -> IntentScore | None:
    if not folds:
        return None
    data = load_data(str(project / "data" / "nlu"))
    return cross_validate(examples_in(data), kinds=kinds_in(data), folds=folds)


async def _speed(watch: _Stopwatch) -> Speed:
    usual = np.array(watch.seconds)
    watch.seconds.clear()
    for text, asking in product(LONG_TEXTS, LONG_ASKED):
        await watch.read(text[:LONG], Context(now=NOW, asking=asking))
    return Speed(
        median_ms=1000 * float(np.median(usual)),
        p95_ms=1000 * float(np.quantile(usual, 0.95)),
        longest_ms=1000 * max(watch.seconds),
    )
