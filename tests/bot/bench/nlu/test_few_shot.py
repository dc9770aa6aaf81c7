"""Labelled sets of any layout, the draws from them, and what the bench of few examples reports."""

import json
from pathlib import Path

import pytest

from bot.bench.errors import SetError
from bot.bench.nlu.few_shot import compete, contestants
from bot.bench.nlu.few_shot_sets import OUT_OF_SCOPE, LabelledSet, draw, read_set
from bot.nlu.examples import Example

PAIRS = [("hello there", "greet"), ("what is it", "oos")]
EXPECTED = (Example("hello there", "greet"), Example("what is it", OUT_OF_SCOPE))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("set.csv", "hello there,greet\nwhat is it,oos\n", id="csv"),
        pytest.param("set.csv", "intent,text\ngreet,hello there\noos,what is it\n", id="csv-with-names"),
        pytest.param("set.tsv", "text\tlabel\nhello there\tgreet\nwhat is it\tOOS\n", id="tsv"),
        pytest.param(
            "set.jsonl", "\n".join(json.dumps({"text": t, "intent": i}) for t, i in PAIRS), id="json-lines"
        ),
        pytest.param("set.json", json.dumps([{"query": t, "label": i} for t, i in PAIRS]), id="json-list"),
        pytest.param("set.json", json.dumps(PAIRS), id="json-pairs"),
    ],
)
def test_layouts(name: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content)

    assert read_set(path) == LabelledSet(EXPECTED)


def test_the_layout_of_clinc(tmp_path: Path) -> None:
    path = tmp_path / "data_full.json"
    splits = {"train": [["hi", "greet"]], "test": [["hey", "greet"]], "oos_test": [["why", "oos"]], "val": []}
    path.write_text(json.dumps(splits))

    assert read_set(path) == LabelledSet(
        (Example("hi", "greet"),), (Example("hey", "greet"), Example("why", OUT_OF_SCOPE))
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("set.json", "{}", id="no-train"),
        pytest.param("set.json", "nothing", id="no-json"),
        pytest.param("set.csv", "only text\n", id="no-label"),
        pytest.param("set.jsonl", '{"text": "hi"}', id="no-intent"),
    ],
)
def test_what_is_no_set_is_refused(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)

    with pytest.raises(SetError, match=name):
        read_set(tmp_path / name)


WORDS = {
    "greet": "hello",
    "price": "cost",
    "human": "person",
    "weather": "rain",
}
SET = LabelledSet(
    tuple(
        Example(f"{extra} {word} {end}", label)
        for label, word in WORDS.items()
        for extra in ("the", "my", "a", "please")
        for end in ("now", "today", "there")
    )
    + tuple(Example(f"{name} is blue", OUT_OF_SCOPE) for name in ("moon", "sky", "sea", "ink"))
)


def test_a_draw_has_so_many_of_each_and_keeps_the_rest_apart() -> None:
    task = draw(SET, intents=3, shots=5, seed=1)

    labels = [example.label for example in task.learnt]
    assert sorted({labels.count(label) for label in set(labels) - {OUT_OF_SCOPE}}) == [5]
    assert (len(set(labels)), labels.count(OUT_OF_SCOPE)) == (4, 2)
    assert len(task.asked) == 3 * 7 + 2
    assert not set(task.learnt) & set(task.asked)


def test_a_seed_gives_the_same_draw() -> None:
    assert draw(SET, intents=3, shots=5, seed=1) == draw(SET, intents=3, shots=5, seed=1)
    assert draw(SET, intents=3, shots=5, seed=1) != draw(SET, intents=3, shots=5, seed=2)


def test_too_few_examples_are_refused() -> None:
    with pytest.raises(SetError, match="only 4 intents have more than 5 examples"):
        draw(SET, intents=5, shots=5, seed=1)


def test_all_learn_what_is_easy() -> None:
    figures = compete(SET, contestants(None), intents=4, shots=6, seeds=[1, 2])

    assert [each.name for each in figures] == ["scikit-learn", "bantam"]
    assert [each.accuracy for each in figures] == [1.0, 1.0]
    assert all(each.kept is not None and each.kept > 0.5 for each in figures)
    assert all(each.recall is not None and 0 <= each.recall <= 1 for each in figures)
