import json
from dataclasses import replace

import pytest
from rich.console import Console

from bot.bench.prospects.claims import Claim
from bot.bench.prospects.figures import Bar, Run, bars, tally, turns_to_outcome
from bot.bench.prospects.page import as_page
from bot.bench.prospects.report import as_json, as_text
from bot.bench.prospects.verdict import FaultKind, Verdict, judge
from leads.domain.topics import Topic
from tests.bot.bench.prospects.conversations import a_claim, a_lead, a_line, a_persona, a_prospect, played


def a_verdict(*, key: str = "p1", kept: str | None = "Grace", said: str = "I'm Grace") -> Verdict:
    prospect = a_prospect(replace(a_persona(), key=key), name=a_claim(Topic.NAME, said, value="Grace"))
    return judge(played(prospect, a_line(said, "Thanks."), lead=a_lead(contact__name=kept)))


def a_run(*verdicts: Verdict) -> Run:
    return Run(seed=1, seconds=2.0, verdicts=verdicts or (a_verdict(),))


def test_recall_is_of_what_was_told_and_wrong_values_of_what_is_kept() -> None:
    verdicts = [a_verdict(), a_verdict(kept="Certainly"), a_verdict(kept=None), a_verdict()]
    counted = tally(each for verdict in verdicts for each in verdict.findings)
    assert (counted.told, counted.recalled, counted.wrong) == (4, 2, 1)
    assert (counted.recall, counted.wrong_share) == (0.5, pytest.approx(1 / 3))


def test_what_was_withheld_and_kept_is_made_up() -> None:
    prospect = a_prospect(budget=Claim(Topic.BUDGET, "no idea", told=False))
    lead = a_lead(bant__budget__status="met", bant__budget__low=5)
    counted = tally(judge(played(prospect, lead=lead)).findings)
    assert (counted.told, counted.made_up, counted.wrong_share) == (0, 1, 1.0)


def test_nothing_at_all_is_no_failure() -> None:
    assert (tally([]).recall, tally([]).wrong_share) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("bar", "holds"),
    [
        pytest.param(Bar("recall", 0.95, 0.95, is_least=True), True, id="just reached"),
        pytest.param(Bar("recall", 0.949, 0.95, is_least=True), False, id="not reached"),
        pytest.param(Bar("wrong", 0.0099, 0.01, is_least=False), True, id="under"),
        pytest.param(Bar("wrong", 0.01, 0.01, is_least=False), False, id="not under"),
        pytest.param(Bar("loops", 0, 0, is_least=False), True, id="none"),
        pytest.param(Bar("loops", 1, 0, is_least=False), False, id="one"),
    ],
)
def test_a_bar_holds_or_not(bar: Bar, holds: bool) -> None:
    assert bar.holds is holds


def test_every_kind_of_fault_has_a_bar() -> None:
    assert {bar.name for bar in bars([a_verdict()])} >= set(FaultKind)


def test_a_run_holds_when_all_its_bars_do() -> None:
    assert a_run().holds
    assert not a_run(a_verdict(kept="Certainly")).holds


def test_turns_are_counted_by_outcome() -> None:
    assert turns_to_outcome([a_verdict(), a_verdict()]) == {"qualifying": (2, 1.0)}


def test_the_text_lists_misses_and_says_what_is_left_out() -> None:
    console = Console(width=200)
    with console.capture() as shown:
        console.print(as_text(a_run(a_verdict(key="p7", kept=None), a_verdict(kept="Certainly")), misses=1))
    assert "p7 name missed: nothing, not value Grace; they wrote: I'm Grace" in shown.get()
    assert "and 1 more" in shown.get()


def test_the_json_has_figures_and_transcripts() -> None:
    told = json.loads(as_json(a_run()))
    assert told["holds"] is True
    assert told["by_topic"]["name"]["recall"] == 1.0
    assert told["by_trait"]["voice"]["plain"]["prospects"] == 1
    assert told["conversations"][0]["lines"][0]["text"] == "I'm Grace"


def test_the_page_shows_what_prospects_wrote_as_text() -> None:
    page = as_page(a_run(a_verdict(said="<script>alert('x')</script>")))
    assert "&lt;script&gt;alert(" in page
    assert page.count("<script>") == 1


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = as_page(a_run())
    assert "http://" not in page
    assert "https://" not in page
