import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from rich.console import Console

from bot.bench.footprint import Footprint
from bot.bench.measures import Growth, Latency
from bot.bench.report import Machine, Result, as_json, as_table, this_machine
from bot.bench.turns import Outcome, Plan

PLAN = Plan(warm_up=5, conversations=50, long_turns=200)


def an_outcome(key: str, *, factor: float = 1.0, faults: tuple[str, ...] = ()) -> Outcome:
    """An outcome whose costs are `factor` times those of the reference."""
    memory = Footprint(processes=2, rss=int(1000e6 * factor), uss=0, pss=None)
    return Outcome(
        key=key,
        title=f"bot {key}",
        reached_by="HTTP",
        start_up_seconds=30 * factor,
        idle=memory,
        after=memory,
        latency=Latency(turns=500, median_ms=40 * factor, p95_ms=80 * factor, per_second=25 / factor),
        growth=Growth(
            early_turn=10,
            late_turn=200,
            window=10,
            early_ms=40 * factor,
            late_ms=80 * factor,
            ratio=2 * factor,
        ),
        checked=56,
        silent_repeats=0,
        faults=faults,
    )


def a_result(*outcomes: Outcome) -> Result:
    machine = Machine(system="Linux x86_64", python="3.11.7", cores=2)
    began = datetime(2026, 5, 1, tzinfo=UTC)
    return Result(began, machine, load_before=0.5, load_after=1.5, plan=PLAN, outcomes=outcomes)


def shown(result: Result) -> str:
    written = StringIO()
    Console(width=200, file=written).print(as_table(result))
    return written.getvalue()


def test_json_holds_the_figures_and_their_ratios_to_the_reference() -> None:
    told = json.loads(as_json(a_result(an_outcome("a"), an_outcome("c", factor=0.1))))
    peer, ours = told["contestants"]
    assert told["counts"] is True
    assert told["load"] == {"before": 0.5, "after": 1.5}
    assert told["began"] == "2026-05-01T00:00:00+00:00"
    assert told["plan"] == {
        "warm_up": 5,
        "conversations": 50,
        "long_turns": 200,
        "turns_per_conversation": 10,
    }
    assert ours["latency"]["median_ms"] == pytest.approx(4)
    assert ours["ratios"]["median_ms"] == pytest.approx(0.1)
    assert ours["ratios"]["per_second"] == pytest.approx(10)
    assert ours["ratios"]["idle_mb"] == pytest.approx(0.1)
    assert set(peer["ratios"].values()) == {1.0}


def test_json_of_a_run_that_does_not_count_says_why_and_compares_nothing() -> None:
    told = json.loads(as_json(a_result(an_outcome("a"), an_outcome("c", faults=("c-1: no lead",)))))
    ours = told["contestants"][1]
    assert told["counts"] is False
    assert ours["counts"] is False
    assert ours["faults"] == ["c-1: no lead"]
    assert set(ours["ratios"].values()) == {None}


@pytest.mark.parametrize(
    "outcomes",
    [
        pytest.param((an_outcome("b"), an_outcome("c")), id="the reference did not take part"),
        pytest.param(
            (an_outcome("a", faults=("no lead",)), an_outcome("c")), id="the reference does not count"
        ),
    ],
)
def test_without_a_reference_there_are_no_ratios(outcomes: tuple[Outcome, ...]) -> None:
    result = a_result(*outcomes)
    told = json.loads(as_json(result))
    assert set(told["contestants"][-1]["ratios"].values()) == {None}
    assert "40.0 ms" in shown(result)
    assert "×1" not in shown(result)


def test_the_table_shows_each_figure_and_how_many_times_the_reference_it_is() -> None:
    table = shown(a_result(an_outcome("a"), an_outcome("c", factor=0.1)))
    assert "(a) bot a" in table
    assert "4.0 ms ×0.10" in table
    assert "100 MB ×0.10" in table
    assert "×1.00" not in table


def test_the_table_says_how_much_was_tried() -> None:
    table = " ".join(shown(a_result(an_outcome("a"))).split())
    assert "5 conversations of 10 turns to warm up, 50 timed" in table
    assert "Turns 10 and 200 are medians" in table
    assert "load 0.5 before and 1.5 after" in table


def test_the_table_hides_the_figures_of_a_run_that_does_not_count() -> None:
    table = shown(a_result(an_outcome("a"), an_outcome("c", factor=0.1, faults=("one", "two"))))
    assert "4.0 ms" not in table
    assert "2 faults" in table


def test_this_machine_has_cores() -> None:
    assert this_machine().cores >= 1
