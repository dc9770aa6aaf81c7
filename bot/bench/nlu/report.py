"""How the result is told: tables for people, JSON for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from bot.bench.nlu.answers import Score
from bot.bench.nlu.few_shot import Figures
from bot.bench.nlu.held_out import HeldOutFile
from bot.bench.nlu.intents import IntentScore
from bot.bench.nlu.run import Result

__all__ = ["as_json", "as_tables", "few_shot_json", "few_shot_table", "misses"]

_URGENT = ("ask_human", "stop")


def as_json(result: Result) -> dict[str, Any]:
    """Return every figure, and every miss."""
    crosswise = result.crosswise
    return {
        "bench": "nlu",
        "intents": {file.path.stem: _intents(score) for file, score in result.intents.items()},
        "answers": {file.path.stem: _answers(score) for file, score in result.answers.items()},
        "cross_validated": crosswise and _intents(crosswise),
        "speed": asdict(result.speed),
    }


def as_tables(result: Result) -> list[Table]:
    """Return one table each for intents, confusions, answers and speed."""
    newest = max(result.intents, default=None, key=lambda file: file.round)
    confused = result.intents[newest].confusions() if newest else []
    return [
        _table("intents", ("set", "messages", "accuracy", *_URGENT, "not ours", "ours kept"), _rows(result)),
        _table(
            f"taken for something else, in {newest.path.stem if newest else 'no set'}",
            ("meant", "taken for", "times"),
            [(meant, label, str(count)) for meant, label, count in confused],
        ),
        _table(
            "answers",
            ("set", "messages", "accuracy", "recall", "precision", "wrongly stored"),
            [_answer_row(file, score) for file, score in result.answers.items()],
        ),
        _table(
            "time to understand a message",
            ("median", "p95", "slowest of 500 characters"),
            [tuple(f"{milliseconds:.1f} ms" for milliseconds in asdict(result.speed).values())],
        ),
    ]


def misses(result: Result) -> list[str]:
    """Return one line for each message that was not understood."""
    wrong_intents = [
        f"{file.path.stem}: {each.case.text!r} is {'/'.join(sorted(each.case.intents))}, not {each.label}"
        for file, score in result.intents.items()
        for each in score.misses
    ]
    wrong_answers = [
        f"{file.path.stem}: {each.case.text!r} ({each.case.context.asking}) tells {dict(each.case.expect)}, "
        f"not {dict(each.found)}"
        for file, score in result.answers.items()
        for each in score.misses
    ]
    return [*wrong_intents, *wrong_answers]


def few_shot_json(figures: Sequence[Figures]) -> dict[str, Any]:
    """Return every figure, and the accuracy of each as a ratio to the first."""
    reference = figures[0]
    return {
        "bench": "nlu few-shot",
        "contestants": [
            asdict(each) | {"accuracy_ratio": each.accuracy / reference.accuracy} for each in figures
        ],
    }


def few_shot_table(figures: Sequence[Figures]) -> Table:
    """Return one row for each classifier; × is the ratio to the first."""
    reference = figures[0]
    rows = [
        (
            each.name,
            f"{each.accuracy:.3f} ×{each.accuracy / reference.accuracy:.3f}",
            _share(each.recall),
            _share(each.kept),
            f"{each.train_seconds:.2f} s",
            f"{each.median_ms:.2f} ms",
        )
        for each in figures
    ]
    heads = ("classifier", "accuracy", "out of scope found", "in scope kept", "training", "a message")
    return _table("few examples", heads, rows)


def _rows(result: Result) -> Iterable[tuple[str, ...]]:
    sets = {file.path.stem: score for file, score in result.intents.items()}
    if result.crosswise:
        sets["training data, crosswise"] = result.crosswise
    for name, score in sets.items():
        figures = (score.accuracy, *map(score.recall, _URGENT), score.strange_found, score.ours_kept)
        yield (name, str(len(score.taken)), *map(_share, figures))


def _answer_row(file: HeldOutFile, score: Score) -> tuple[str, ...]:
    figures = (score.accuracy, score.recall, score.precision, score.wrongly_stored)
    return (file.path.stem, str(len(score.outcomes)), *map(_share, figures))


def _intents(score: IntentScore) -> dict[str, Any]:
    return {
        "messages": len(score.taken),
        "accuracy": score.accuracy,
        **{f"recall_{intent}": score.recall(intent) for intent in _URGENT},
        "out_of_scope_found": score.strange_found,
        "in_scope_kept": score.ours_kept,
        "confusions": score.confusions(),
        "misses": [
            {"text": each.case.text, "meant": sorted(each.case.intents), "taken_for": each.label}
            for each in score.misses
        ],
    }


def _answers(score: Score) -> dict[str, Any]:
    return {
        "messages": len(score.outcomes),
        "accuracy": score.accuracy,
        "recall": score.recall,
        "precision": score.precision,
        "wrongly_stored": score.wrongly_stored,
        "topics": {topic: score.of(topic).accuracy for topic in score.topics},
        "misses": [
            {"text": each.case.text, "expect": dict(each.case.expect), "found": dict(each.found)}
            for each in score.misses
        ],
    }


def _table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    return table


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
