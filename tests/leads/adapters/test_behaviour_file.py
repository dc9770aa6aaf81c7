"""The behaviour file: the product's own, and what is refused, with the line."""

from datetime import timedelta
from pathlib import Path

import pytest

from leads.adapters.behaviour_file import load_behaviour
from leads.domain.facts import SignalKind
from leads.services.errors import FileError
from tests.leads.conftest import ROOT

FILE = ROOT / "behaviour.yml"


def test_the_products_own_file_can_be_read() -> None:
    behaviour = load_behaviour(FILE)
    assert behaviour.watching.pause == timedelta(minutes=30)
    assert behaviour.watching.pages.kind_of("/careers/engineer") is SignalKind.CAREERS_PAGE
    assert behaviour.watching.pages.kind_of("/quote") is SignalKind.QUOTE_REQUEST
    assert [prompt.name for prompt in behaviour.watching.prompts] == ["quote", "returning"]
    assert behaviour.alarms.ready.least_leads == 20


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ("pause_minutes: 30", "pause_minutes: 0", "pause_minutes must be at least 1"),
        ("pause_minutes: 30", "pause: 30", "pause means nothing in visits"),
        ("careers_page: [", "purchase: [", "not something that looking at a page can mean"),
        ("careers_page: [", "career: [", "career is not one of"),
        ('"/careers*"', '"careers"', "a page is a path"),
        ("after: {signal: quote_request}", "after: {}", "either a number of visits or a signal"),
        ("after: {signal: quote_request}", "after: {signal: quote}", "signal must be one of"),
        ("after: {visits: 3}", "after: {visits: 0}", "visits must be at least 1"),
        ("asks: need", "asks: needs", "asks must be one of"),
        ("least_leads: 20", "least_leads: 1", "least_leads must be at least 2"),
        ("buying_percent: 20", "buying_percent: 100", "buying_percent must be at most 99"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, good: str, bad: str, why: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    line = text[: text.index(good)].count("\n") + 1
    file = tmp_path / "behaviour.yml"
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(FileError) as refused:
        load_behaviour(file)
    assert why in str(refused.value)
    assert refused.value.line == line
