"""What `bantam understand` reads from a line, and what it says to lines that it cannot read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.questions import BadLine, Question, answer, question, understand_all
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Echo:
    """What the reader was asked."""

    text: str
    context: Context

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "asking": self.context.asking}


class EchoReader:
    async def read(self, text: str, context: Context) -> Echo:
        return Echo(text, context)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("20k", Question("20k", Context(now=NOW)), id="text"),
        pytest.param("  [1]", Question("  [1]", Context(now=NOW)), id="text-that-looks-like-json"),
        pytest.param('{"text": "20k"}', Question("20k", Context(now=NOW)), id="text-in-json"),
        pytest.param('{"text": ""}', Question("", Context(now=NOW)), id="nothing"),
        pytest.param(
            '{"text": "50", "asking": "employees", "country": "DE", "language": "en"}',
            Question("50", Context(now=NOW, asking=Topic.EMPLOYEES, country="DE", language="en")),
            id="in-a-situation",
        ),
        pytest.param(
            '{"text": "soon", "now": "2026-01-05T09:00:00+01:00", "asking": null}',
            Question("soon", Context(now=datetime(2026, 1, 5, 9, tzinfo=timezone(timedelta(hours=1))))),
            id="at-a-moment",
        ),
        pytest.param(
            '{"text": "soon", "now": "2026-01-05T09:00:00"}',
            Question("soon", Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC))),
            id="without-a-zone-in-utc",
        ),
    ],
)
def test_a_line_is_a_question(line: str, expected: Question) -> None:
    assert question(line, now=NOW) == expected


@pytest.mark.parametrize(
    ("line", "field"),
    [
        pytest.param("{", None, id="broken-json"),
        pytest.param('{"a":' * 5000, None, id="very-deep-json"),
        pytest.param("{}", "text", id="no-text"),
        pytest.param('{"text": 5}', "text", id="a-number-for-text"),
        pytest.param('{"text": "x", "asking": "weather"}', "asking", id="no-topic-of-ours"),
        pytest.param('{"text": "x", "asking": 1}', "asking", id="a-number-for-a-topic"),
        pytest.param('{"text": "x", "now": "soon"}', "now", id="no-moment"),
        pytest.param('{"text": "x", "country": []}', "country", id="a-list-for-a-country"),
        pytest.param('{"text": "x", "language": 1}', "language", id="a-number-for-a-language"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: str, field: str | None) -> None:
    with pytest.raises(BadLine) as raised:
        question(line, now=NOW)

    assert raised.value.field == field


async def test_each_line_is_answered_as_it_comes(capsys: pytest.CaptureFixture[str]) -> None:
    printed: list[str] = []

    def lines() -> Iterator[bytes]:
        for line in (b"one\n", b"\n", b'{"asking": "name"}\n', b'{"text": "Ann", "asking": "name"}\r\n'):
            yield line
            printed.append(capsys.readouterr().out)

    await understand_all(EchoReader(), lines())

    assert [json.loads(line) for line in "".join(printed).splitlines()] == [
        {"text": "one", "asking": None},
        {"error": {"code": "bad_request", "message": '"text" has to be a string.', "field": "text"}},
        {"text": "Ann", "asking": "name"},
    ]
    assert [line.count("\n") for line in printed] == [1, 0, 1, 1]


@given(st.binary(max_size=300))
async def test_any_bytes_get_an_answer(line: bytes) -> None:
    said = await answer(EchoReader(), line)

    assert set(said) in ({"error"}, {"text", "asking"})
