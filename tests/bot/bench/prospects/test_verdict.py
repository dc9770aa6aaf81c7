from dataclasses import replace

import pytest

from bot.bench.prospects.claims import Outcome
from bot.bench.prospects.facts import Fact
from bot.bench.prospects.verdict import FaultKind, Played, judge
from leads.domain.lead import Channel
from leads.domain.topics import Topic
from tests.bot.bench.prospects.conversations import (
    a_claim,
    a_lead,
    a_line,
    a_persona,
    a_prospect,
    played,
)


def faults(conversation: Played) -> list[FaultKind]:
    return [fault.kind for fault in judge(conversation).faults]


def outcomes(conversation: Played) -> dict[Topic, tuple[Outcome, bool]]:
    return {each.topic: (each.outcome, each.was_told) for each in judge(conversation).findings}


def test_what_was_told_and_kept_is_recalled() -> None:
    prospect = a_prospect(name=a_claim(Topic.NAME, value="Grace"))
    assert outcomes(played(prospect, lead=a_lead(contact__name="Grace"))) == {
        Topic.NAME: (Outcome.RECALLED, True)
    }


def test_what_was_not_told_must_not_be_kept() -> None:
    assert outcomes(played(a_prospect(), lead=a_lead(contact__role="Certainly"))) == {
        Topic.ROLE: (Outcome.WRONG, False)
    }


def test_a_text_message_tells_its_number() -> None:
    texting = a_prospect(a_persona(channel=Channel.SMS))
    assert outcomes(played(texting, lead=a_lead(contact__phone="+14155550001"))) == {}


def test_what_follows_from_what_was_told_may_be_inferred() -> None:
    persona = a_persona()
    role = Fact(Topic.ROLE, lambda *_: ("consultant", {}), implies=frozenset({Topic.INDUSTRY}))
    facts = {**persona.facts, Topic.ROLE: role}
    prospect = a_prospect(a_persona(facts=facts), role=a_claim(Topic.ROLE, value="consultant"))
    lead = a_lead(contact__role="consultant", firmographics__industry="consulting")
    assert outcomes(played(prospect, lead=lead)) == {Topic.ROLE: (Outcome.RECALLED, True)}


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        pytest.param("we are too slow", Outcome.RECALLED, id="the message that told it"),
        pytest.param("bit rainy here", Outcome.WRONG, id="another message"),
    ],
)
def test_a_need_is_kept_in_their_words(kept: str, outcome: Outcome) -> None:
    prospect = a_prospect(need=a_claim(Topic.NEED, "We are too slow!", status="met"))
    lead = a_lead(bant__need__status="met", bant__need__text=kept)
    assert outcomes(played(prospect, lead=lead)) == {Topic.NEED: (outcome, True)}


def test_the_same_sentence_three_times_is_a_loop() -> None:
    twice, thrice = ([a_line(f"message {n}", "Sorry?") for n in range(count)] for count in (2, 3))
    assert faults(played(a_prospect(), *twice)) == []
    assert faults(played(a_prospect(), *thrice)) == [FaultKind.LOOP]


@pytest.mark.parametrize(
    ("is_aside", "found"),
    [
        pytest.param(False, [FaultKind.LOOP], id="though they answer"),
        pytest.param(True, [], id="while they talk of something else"),
    ],
)
def test_the_same_question_again_and_again_is_a_loop(is_aside: bool, found: list[FaultKind]) -> None:
    lines = [a_line("x", f"Reply {n}", asking=Topic.NAME, is_aside=is_aside) for n in range(6)]
    assert faults(played(a_prospect(), *lines)) == found


def test_no_reply_is_silence() -> None:
    assert faults(played(a_prospect(), a_line("hello"))) == [FaultKind.SILENCE]


def test_an_apology_for_a_fault_of_ours_is_a_failed_turn() -> None:
    line = replace(a_line("hello", "Sorry, that didn't work."), has_failed=True)
    assert faults(played(a_prospect(), line)) == [FaultKind.FAILURE]


@pytest.mark.parametrize(
    ("picked", "booked", "found"),
    [
        pytest.param({"Tue 24 Nov, 10:00"}, "Tue 24 Nov, 10:00", [], id="as picked"),
        pytest.param({"Tue 24 Nov, 10:00", "Wed 25 Nov, 10:00"}, "Wed 25 Nov, 10:00", [], id="any of them"),
        pytest.param({"Tue 24 Nov, 10:00"}, "Wed 25 Nov, 10:00", [FaultKind.WRONG_BOOKING], id="another"),
        pytest.param({"Tue 24 Nov, 10:00"}, None, [FaultKind.WRONG_BOOKING], id="none though picked"),
        pytest.param(set(), "Tue 24 Nov, 10:00", [FaultKind.WRONG_BOOKING], id="one though none wanted"),
        pytest.param(set(), None, [], id="none wanted"),
    ],
)
def test_what_is_booked_is_what_was_picked(
    picked: set[str], booked: str | None, found: list[FaultKind]
) -> None:
    prospect = a_prospect()
    prospect.picked = frozenset(picked)
    assert faults(played(prospect, lead=a_lead(meeting=booked))) == found


@pytest.mark.parametrize(
    ("wish", "consent", "found"),
    [
        pytest.param(True, "opted_out", [], id="as wished"),
        pytest.param(True, "unknown", [FaultKind.MISSED_OPT_OUT], id="missed"),
        pytest.param(False, "opted_out", [FaultKind.WRONG_OPT_OUT], id="not wished"),
    ],
)
def test_who_opts_out_is_out_and_nobody_else(wish: bool, consent: str, found: list[FaultKind]) -> None:
    prospect = a_prospect()
    prospect.opted_out = wish
    assert faults(played(prospect, lead=a_lead(consent__sms=consent))) == found


@pytest.mark.parametrize(
    ("asked", "handoff", "found"),
    [
        pytest.param(True, {"reason": "asked"}, [], id="a rep was told"),
        pytest.param(True, None, [FaultKind.NO_PERSON], id="nobody was told"),
        pytest.param(False, {"reason": "asked"}, [FaultKind.WRONG_PERSON], id="told though nobody asked"),
        pytest.param(False, {"reason": "hot"}, [], id="told for another reason"),
    ],
)
def test_a_person_is_called_for_who_asks_and_nobody_else(
    asked: bool, handoff: dict[str, str] | None, found: list[FaultKind]
) -> None:
    prospect = a_prospect()
    prospect.asked_for_person = asked
    assert faults(played(prospect, lead=a_lead(handoff=handoff))) == found
