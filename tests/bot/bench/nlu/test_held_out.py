"""Held-out files: what is read from them, and how a broken line is told."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.bench.errors import BenchError
from bot.bench.nlu.held_out import NOW, AnswerCase, IntentCase, answer_cases, files, intent_cases
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic


def test_a_set_of_intents(tmp_path: Path) -> None:
    path = tmp_path / "intents_1.jsonl"
    path.write_text(
        '{"text": "me", "asking": "authority", "intent": "inform"}\n\n'
        '{"text": "hm", "intent": ["dont_know", "out_of_scope"]}\n'
    )

    assert intent_cases(path) == [
        IntentCase("me", frozenset({"inform"}), asking=Topic.AUTHORITY),
        IntentCase("hm", frozenset({"dont_know", "out_of_scope"})),
    ]


def test_a_set_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "budget_1.jsonl"
    path.write_text(
        '{"text": "20k", "expect": {"budget": {"low": 20000}}}\n'
        '{"text": "the 2nd", "asking": "slot", "now": "2026-01-05T09:00:00+01:00", "country": "DE",'
        ' "offered": ["2026-01-06T10:00:00+01:00"], "voice": "terse", "expect": {"slot": {"index": 1}}}\n'
    )
    berlin = timezone(timedelta(hours=1))

    plain, full = answer_cases(path)

    assert plain == AnswerCase("20k", Context(now=NOW), {"budget": {"low": 20000}})
    assert full.voice == "terse"
    assert full.context == Context(
        now=datetime(2026, 1, 5, 9, tzinfo=berlin),
        asking=Topic.SLOT,
        country="DE",
        offered=(datetime(2026, 1, 6, 10, tzinfo=berlin),),
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("20k", id="no-json"),
        pytest.param('["20k"]', id="no-object"),
        pytest.param('{"expect": {}}', id="no-text"),
        pytest.param('{"text": "20k"}', id="nothing-expected"),
        pytest.param('{"text": "20k", "expect": {"bugdet": null}}', id="unknown-topic"),
        pytest.param('{"text": "20k", "asking": "bugdet", "expect": {}}', id="unknown-question"),
        pytest.param('{"text": "20k", "now": "2026-01-05T09:00:00", "expect": {}}', id="a-time-without-zone"),
    ],
)
def test_a_broken_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "budget_1.jsonl"
    path.write_text(f'{{"text": "fine", "expect": {{}}}}\n{line}\n')

    with pytest.raises(BenchError, match=r"budget_1\.jsonl, line 2: "):
        answer_cases(path)


def test_files_come_by_kind_and_round(tmp_path: Path) -> None:
    for name in ("names_10.jsonl", "names_2.jsonl", "head_count_1.jsonl", "README.md"):
        (tmp_path / name).touch()

    assert [(file.kind, file.round) for file in files(tmp_path)] == [
        ("head_count", 1),
        ("names", 2),
        ("names", 10),
    ]


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names.jsonl").touch()

    with pytest.raises(BenchError, match=r"names\.jsonl is not named <kind>_<round>\.jsonl\."):
        files(tmp_path)
