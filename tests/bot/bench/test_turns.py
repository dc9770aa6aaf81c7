from itertools import count

import pytest

from bot.bench.errors import RequestError
from bot.bench.script import SCRIPT
from bot.bench.turns import Outcome, Plan, compete
from tests.bot.bench.scripted import Scripted

PLAN = Plan(warm_up=2, conversations=3, long_turns=30)


def competed(**contestants: Scripted) -> tuple[Outcome, ...]:
    """Compete with a clock that moves by one second at each look."""
    seconds = count()
    return compete(contestants, plan=PLAN, tell=lambda _: None, clock=lambda: float(next(seconds)))


def measured(contestant: Scripted) -> Outcome:
    """Let one contestant compete with nobody."""
    (outcome,) = competed(c=contestant)
    return outcome


def test_every_conversation_plays_the_whole_script() -> None:
    contestant = Scripted()
    measured(contestant)
    short = [said for sender, said in contestant.said.items() if "-long-" not in sender]
    assert short == [list(SCRIPT)] * 5


def test_the_long_conversation_repeats_the_script_up_to_a_full_last_window() -> None:
    contestant = Scripted()
    measured(contestant)
    assert contestant.said["bench-c-long-1"] == [*SCRIPT, *SCRIPT, *SCRIPT, *SCRIPT[:5]]


def test_only_timed_conversations_make_the_latency() -> None:
    outcome = measured(Scripted())
    assert outcome.latency.turns == 3 * len(SCRIPT)
    assert outcome.latency.median_ms == pytest.approx(1000)
    assert outcome.start_up_seconds == 1
    assert outcome.growth.ratio == 1


def test_a_clean_run_counts_and_tells_how_many_leads_were_checked() -> None:
    outcome = measured(Scripted())
    assert outcome.counts
    assert outcome.checked == 2 + 3 + 1


@pytest.mark.parametrize("sender", ["bench-c-warm-2", "bench-c-timed-3", "bench-c-long-1"])
def test_one_missing_lead_anywhere_makes_a_run_not_count(sender: str) -> None:
    outcome = measured(Scripted(forgets=sender))
    assert not outcome.counts
    assert outcome.faults == (f"{sender}: the store holds None",)


def test_a_turn_without_a_reply_makes_a_run_not_count() -> None:
    outcome = measured(Scripted(silent_at="Goodbye"))
    assert not outcome.counts
    assert outcome.faults[0] == "bench-c-warm-1: turn 10 got no reply"


def test_silence_at_a_repeat_counts_and_is_told() -> None:
    outcome = measured(Scripted(repeats_itself=False))
    assert outcome.counts
    assert outcome.silent_repeats == 35 - len(SCRIPT)


def test_a_contestant_is_prepared_started_and_stopped() -> None:
    contestant = Scripted()
    measured(contestant)
    assert contestant.calls == ["prepare", "start", "stop"]


def test_a_contestant_that_breaks_is_stopped_all_the_same() -> None:
    contestant = Scripted(breaks=True)
    with pytest.raises(RequestError, match="status 500"):
        measured(contestant)
    assert contestant.calls[-1] == "stop"


def test_all_are_stopped_when_one_breaks() -> None:
    sound, broken = Scripted(), Scripted(breaks=True)
    with pytest.raises(RequestError):
        competed(a=sound, b=broken)
    assert sound.calls[-1] == broken.calls[-1] == "stop"


def test_nobody_starts_before_all_are_prepared() -> None:
    log: list[str] = []
    competed(a=Scripted(calls=log), b=Scripted(calls=log))
    assert log == ["prepare", "prepare", "start", "start", "stop", "stop"]


def test_timed_conversations_go_round() -> None:
    senders: list[str] = []
    competed(a=Scripted(met=senders), b=Scripted(met=senders))
    timed = [sender for sender in senders if "-timed-" in sender]
    assert timed == [f"bench-{key}-timed-{number}" for number in (1, 2, 3) for key in ("a", "b")]


def test_outcomes_come_in_the_order_of_the_contestants() -> None:
    assert [outcome.key for outcome in competed(b=Scripted(), a=Scripted())] == ["b", "a"]
