"""A message is heard once: its answers kept and scored, the next move decided, all in one transaction."""

from collections.abc import Callable

import pytest

from leads.domain.answers import Standing, Text
from leads.domain.facts import Facts
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.domain.ledger import totals
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.hearing import Hearing, Spoken, hear
from leads.services.inbox import Accepted, Inbound, accept

NEED = "we need to follow up on leads faster"


class Talk:
    """A conversation without the engine: the intent comes with the words."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.count = 0
        self.accepted: Accepted

    def say(self, text: str, *, intent: str = "inform", confidence: float = 0.9) -> Hearing:
        self.count += 1
        inbound = Inbound(Channel.REST, external_id=f"m{self.count}", sender="ana", text=text)
        self.accepted = accept(self.core, inbound)
        return self.hear_again(text, intent=intent, confidence=confidence)

    def hear_again(self, text: str, *, intent: str = "inform", confidence: float = 0.9) -> Hearing:
        spoken = Spoken(
            self.accepted.conversation_id, self.accepted.inbox_id, text, intent=intent, confidence=confidence
        )
        return hear(self.core, spoken)

    def facts(self) -> Facts:
        with self.core.store.reading() as work:
            return Facts.of(work.facts.answers(self.accepted.lead_id))

    def need(self) -> str | None:
        value = self.facts().value(Topic.NEED)
        return value.text if isinstance(value, Text) else None


@pytest.fixture
def talk(core: Core) -> Talk:
    return Talk(core)


def test_an_answer_is_kept_and_the_next_question_put(talk: Talk) -> None:
    hearing = talk.say(NEED)
    assert hearing.answered == {Topic.NEED: Standing.GIVEN}
    assert hearing.plan.asking is Topic.TIMEFRAME


def test_F02_hearing_again_changes_nothing(core: Core, talk: Talk) -> None:
    first = talk.say(NEED)
    assert talk.hear_again(NEED) == first
    with core.store.reading() as work:
        assert len(work.facts.answers(talk.accepted.lead_id)) == 1


def test_what_is_known_is_not_replaced_by_a_passing_remark(talk: Talk) -> None:
    talk.say(NEED)
    kept = talk.need()
    talk.say("we want a nicer dashboard, within three months")
    assert talk.need() == kept
    assert Topic.TIMEFRAME in talk.facts().answers


def test_what_is_put_right_is_replaced(talk: Talk) -> None:
    talk.say(NEED)
    talk.say("actually we need better routing", intent="correct")
    assert talk.need() == "better routing"


@pytest.mark.parametrize("confidence", [0.25, 0.95], ids=["faint", "clear"])
def test_a_wish_for_a_person_is_never_taken_for_an_answer(talk: Talk, confidence: float) -> None:
    talk.say("hello", intent="greet")
    talk.say("get me your sales people on the line", intent="ask_human", confidence=confidence)
    assert talk.need() is None


@pytest.mark.parametrize(
    ("text", "standing"),
    [("I don't know yet", Standing.UNKNOWN), ("rather not say", Standing.DECLINED)],
    ids=["unknown", "declined"],
)
def test_not_knowing_and_not_telling_are_answers_without_a_value(
    talk: Talk, text: str, standing: Standing
) -> None:
    talk.say(NEED)
    hearing = talk.say(text)
    answer = talk.facts().answers[Topic.TIMEFRAME]
    assert (answer.standing, answer.value) == (standing, None)
    assert hearing.plan.asking is not Topic.TIMEFRAME


def test_rephrased_twice_then_buttons_then_a_person_then_on(talk: Talk) -> None:
    talk.say(NEED)
    keys = [
        talk.say(f"hm {word}", intent="nlu_fallback").plan.say[-1].key for word in ("a", "b", "c", "d", "e")
    ]
    assert keys[:4] == [
        "utter_rephrase_timeframe",
        "utter_rephrase_timeframe",
        "utter_buttons_timeframe",
        "utter_offer_person",
    ]
    assert keys[4].startswith("utter_question_")
    assert talk.facts().answers[Topic.TIMEFRAME].standing is Standing.UNKNOWN


def test_a_question_of_theirs_does_not_count_as_a_failed_answer(talk: Talk) -> None:
    talk.say(NEED)
    for text in ("how much is it?", "is it safe?", "who are you?"):
        hearing = talk.say(text, intent="faq/pricing")
        assert hearing.plan.say[-1].key == "utter_question_timeframe"


def test_hot_and_good_fit_is_offered_slots_and_the_reps_are_told(
    core: Core, talk: Talk, add_rep: Callable[..., Rep]
) -> None:
    add_rep()
    for text in (NEED, "within two months", "50k dollars", "I decide", "CEO", "Ana Lopez"):
        talk.say(text)
    offer = talk.say("ana@acme.example")
    assert offer.plan.asking is Topic.SLOT
    assert len(offer.plan.say[-1].buttons) == 3
    booked = talk.say("the second one")
    assert booked.plan.say[-1].key == "utter_booked"
    assert talk.say("see you then", intent="out_of_scope").plan.say  # never silence
    with core.store.reading() as work:
        lead = work.leads.get(talk.accepted.lead_id)
        (booking,) = work.bookings.of_lead(talk.accepted.lead_id)
        ledger = work.facts.ledger(talk.accepted.lead_id)
        assert work.handoffs.find(talk.accepted.lead_id, HandoffReason.HOT) is not None
    assert lead is not None
    assert lead.owner_id == booking.rep_id
    assert (totals(ledger).fit, totals(ledger).interest) == (lead.fit, lead.interest)


def test_warm_is_nurtured_with_what_is_missing(core: Core, talk: Talk) -> None:
    for text in (NEED, "no idea", "50k dollars", "I decide", "CEO", "Ana Lopez", "ana@acme.example", "yes"):
        talk.say(text)
    with core.store.reading() as work:
        lead = work.leads.get(talk.accepted.lead_id)
    assert lead is not None
    assert (lead.temperature, lead.stage) == ("warm", "nurture")
    assert lead.nurture is not None
    assert lead.nurture.missing == ("timeframe",)
    assert lead.nurture.next_touch is not None
    assert "missing:timeframe" in lead.tags
