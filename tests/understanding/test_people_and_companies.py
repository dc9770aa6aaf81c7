"""Who they are, where they work and what they want, held to its bars over each whole held-out set."""

from pathlib import Path

import pytest

from bot.answers import shapes_of
from bot.bench.nlu.answers import Score, compare
from bot.bench.nlu.held_out import AnswerCase, answer_cases
from leads.adapters.scoring_file import load_scoring
from leads.domain.parsing.understand import understand

HERE = Path(__file__).parent
BAR = load_scoring(HERE.parents[1] / "scoring.yml").model.bar
BARS = {
    "name": 0.92,
    "company": 0.85,
    "authority": 0.95,
    "role": 0.93,
    "industry": 0.9,
    "country": 0.97,
    "contact": 0.98,
    "need": 0.95,
    "current_solution": 0.95,
    "consent": 0.95,
}
ROUNDS = [(kind, path) for kind in BARS for path in sorted(HERE.glob(f"{kind}_[0-9].jsonl"))]
MOST_WRONGLY_STORED = 0.05  # of messages that were written to be hard


def read(case: AnswerCase) -> dict[str, object]:
    return shapes_of(understand(case.text, case.context), case.text, case.context, bar=BAR)


def score(path: Path) -> Score:
    return compare(answer_cases(path), read)


@pytest.mark.parametrize(("kind", "path"), ROUNDS, ids=[path.stem for _, path in ROUNDS])
def test_answers_to_a_question_reach_their_bar(kind: str, path: Path) -> None:
    reached = score(path)

    assert reached.accuracy >= BARS[kind], [miss.case.text for miss in reached.misses]
    assert reached.wrongly_stored <= MOST_WRONGLY_STORED, [miss.case.text for miss in reached.misses]


@pytest.mark.parametrize("path", sorted(HERE.glob("volunteered_*.jsonl")), ids=lambda path: path.stem)
def test_what_is_volunteered_is_read_with_what_was_asked(path: Path) -> None:
    reached = score(path)

    assert reached.recall >= 0.93, [miss.case.text for miss in reached.misses]
    assert reached.wrongly_stored <= MOST_WRONGLY_STORED, [miss.case.text for miss in reached.misses]


@pytest.mark.parametrize("path", sorted(HERE.glob("standing_*.jsonl")), ids=lambda path: path.stem)
def test_not_knowing_and_not_telling_are_hardly_ever_a_value(path: Path) -> None:
    reached = score(path)

    assert reached.wrongly_stored < 0.01, [miss.case.text for miss in reached.misses]
