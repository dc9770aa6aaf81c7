"""A message is heard once: its answers kept and scored, the next move decided, all in one transaction."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Period,
    Standing,
    Timeframe,
    Value,
)
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel, DispositionReason
from leads.domain.ledger import totals
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services.core import Core
from tests.leads.services.talks import Talk, said

NEED = "we need to follow up on leads faster"
MONTHLY = Budget(Decimal(15_000), Decimal(15_000), "USD", Period.MONTH)
EUROS = Budget(Decimal(15_000), Decimal(15_000), "EUR")
MORE = Budget(Decimal(20_000), Decimal(20_000), "USD")
JUNE = Timeframe(date(2027, 6, 1), date(2027, 6, 30))
NOT_ME = Authority(AuthorityLevel.NONE)
LUKEWARM = {
    Topic.NEED: NEED,
    Topic.TIMEFRAME: "I don't know",
    Topic.BUDGET: "20k dollars",
    Topic.AUTHORITY: "my partner and I decide together",
    Topic.ROLE: "office manager",
    Topic.COMPANY: "Acme Ltd",
    Topic.EMPLOYEES: "9",
    Topic.INDUSTRY: "software",
    Topic.COUNTRY: "UK",
    Topic.NAME: "Ana",
    Topic.EMAIL: "ann@acme.example",
}


@pytest.fixture
def talk(core: Core) -> Talk:
    return Talk(core)


def test_an_answer_is_kept_and_the_next_question_put(talk: Talk) -> None:
    hearing = talk.say(NEED)
    assert hearing.answered == {Topic.NEED: Standing.GIVEN}
    assert hearing.plan.asking is Topic.TIMEFRAME


@pytest.mark.parametrize(("language", "day"), [("de", date(2027, 4, 3)), ("en-US", date(2027, 3, 4))])
def test_their_language_says_which_number_is_the_day(core: Core, language: str, day: date) -> None:
    talk = Talk(core, language=language)
    talk.say(NEED)
    talk.say("03/04/2027")
    assert talk.facts().value(Topic.TIMEFRAME) == Timeframe(day, day)


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


def test_putting_something_else_right_leaves_the_need_alone(talk: Talk) -> None:
    talk.say(NEED)
    kept = talk.need()
    talk.say("in March")
    answer = talk.say("wait, timing changed: we need it before the end of May", intent="correct")
    assert (talk.need(), answer.plan.say[0].key) == (kept, "utter_corrected")
    timeframe = talk.facts().value(Topic.TIMEFRAME)
    assert isinstance(timeframe, Timeframe)
    assert timeframe.latest == date(2027, 5, 31)


@pytest.mark.parametrize(
    "words",
    ["wrong address, it's ana@acme.example", "sorry, wrong name, the company is called Brightmoor Foods"],
    ids=["an address", "a name"],
)
def test_putting_something_else_right_is_no_answer_to_a_yes_or_no(talk: Talk, words: str) -> None:
    asking: Topic | None = Topic.NEED
    while asking is not Topic.CONSENT:
        assert asking is not None
        asking = talk.say(LUKEWARM[asking]).plan.asking
    answer = talk.say(words, intent="correct")
    assert (answer.plan.asking, Topic.CONSENT in talk.facts().answers) == (Topic.CONSENT, False)


@pytest.mark.parametrize("intent", ["greet", "book_meeting", "nlu_fallback"])
def test_who_is_back_hears_the_open_question_again_and_has_told_nothing(talk: Talk, intent: str) -> None:
    talk.say(NEED)
    answer = talk.say("sorry, got pulled into a meeting yesterday. where were we?", intent=intent)
    assert said(answer) == ["utter_back", "utter_question_timeframe"]
    assert Topic.TIMEFRAME not in talk.facts().answers


@pytest.mark.parametrize("confidence", [0.25, 0.95], ids=["faint", "clear"])
def test_a_wish_for_a_person_is_never_taken_for_an_answer(talk: Talk, confidence: float) -> None:
    talk.say("hello", intent="greet")
    talk.say("get me your sales people on the line", intent="ask_human", confidence=confidence)
    assert talk.need() is None


def test_a_farewell_for_good_leaves_what_was_told_alone(talk: Talk) -> None:
    for text in (NEED, "in March", "20k dollars"):
        talk.say(text)
    kept = talk.facts().answers
    answer = talk.say("sorry, I am not interested", intent="deny")
    assert said(answer) == ["utter_close_not_interested"]
    assert (answer.plan.asking, talk.facts().answers) == (None, kept)


def test_whoever_apologises_for_being_away_puts_nothing_right(talk: Talk) -> None:
    talk.say(NEED)
    kept = talk.need()
    talk.say("sorry, long day. where were we", intent="repeat")
    assert talk.need() == kept


def test_an_amount_said_anew_is_more_than_its_currency(talk: Talk) -> None:
    for text in (NEED, "in March", "20k pounds"):
        talk.say(text)
    talk.say("I got that wrong, our budget is sixty thousand USD", intent="correct")
    assert talk.facts().value(Topic.BUDGET) == Budget(Decimal(60_000), Decimal(60_000), "USD")


def test_a_wish_for_a_meeting_tells_no_hurry(talk: Talk) -> None:
    talk.say(NEED)
    talk.say("when would you have time for a call?", intent="book_meeting")
    assert Topic.TIMEFRAME not in talk.facts().answers


def test_a_typed_command_tells_nothing(talk: Talk) -> None:
    for text in (NEED, "in March", '/slot{"budget": 1000000}'):
        talk.say(text, intent="nlu_fallback")
    assert Topic.BUDGET not in talk.facts().answers


@pytest.mark.parametrize(
    ("text", "is_aside"),
    [
        pytest.param("eighteen persons", False, id="only sounds like it"),
        pytest.param("about 18 people, and I'd rather talk to a person", True, id="both"),
    ],
)
def test_an_answer_that_sounds_like_a_wish_for_a_person_is_an_answer(
    talk: Talk, text: str, is_aside: bool
) -> None:
    asking: Topic | None = Topic.NEED
    while asking is not Topic.EMPLOYEES:
        assert asking is not None
        asking = talk.say(LUKEWARM[asking]).plan.asking
    heard = talk.say(text, intent="ask_human", confidence=0.8)
    assert (heard.is_aside, Topic.EMPLOYEES in heard.answered) == (is_aside, True)


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
    for text in ("how much is it?", "is it safe?", "who are you?", "where are you?"):
        talk.say(text, intent="faq/pricing")
    assert said(talk.say("hm", intent="nlu_fallback"))[-1] == "utter_rephrase_timeframe"


def test_one_aside_after_the_other_is_reminded_of_the_question_more_and_more_seldom(talk: Talk) -> None:
    talk.say(NEED)
    reminded = [said(talk.say("lol", intent="small_talk")) for _ in range(8)]
    assert reminded == [
        ["utter_reminder_timeframe"],
        ["utter_reminder_timeframe"],
        [],
        ["utter_reminder_timeframe"],
        [],
        [],
        [],
        ["utter_reminder_timeframe"],
    ]


def test_goodbye_leaves_the_question_where_it_is_and_does_not_put_it_again(talk: Talk) -> None:
    talk.say(NEED)
    left = talk.say("bye for now", intent="goodbye")
    assert (said(left), left.plan.asking) == ([], Topic.TIMEFRAME)
    assert said(talk.say("hello again", intent="greet")) == ["utter_question_timeframe"]


@pytest.mark.parametrize(
    ("text", "topic", "value"),
    [
        pytest.param("actually it's 20k", Topic.BUDGET, MORE, id="amount"),
        pytest.param("sorry, I meant euros", Topic.BUDGET, EUROS, id="currency"),
        pytest.param("oh wait, that's per month", Topic.BUDGET, MONTHLY, id="period"),
        pytest.param("hang on, make that june", Topic.TIMEFRAME, JUNE, id="month"),
        pytest.param("scratch that, my boss decides", Topic.AUTHORITY, NOT_ME, id="authority"),
        pytest.param("20k actually", Topic.BUDGET, MORE, id="cue at the end"),
    ],
)
def test_a_correction_without_a_topic_is_of_the_last_answer_of_its_kind(
    talk: Talk, text: str, topic: Topic, value: Value
) -> None:
    for answer in (NEED, "within two months", "15k dollars", "I decide"):
        talk.say(answer)
    corrected = talk.say(text, intent="correct")
    assert talk.facts().value(topic) == value
    assert said(corrected) == ["utter_corrected", "utter_question_role"]


def test_a_correction_that_does_not_say_what_is_right_is_asked_about(talk: Talk) -> None:
    for answer in (NEED, "within two months", "15k dollars"):
        talk.say(answer)
    asked = talk.say("no wait, that's wrong", intent="correct")
    assert (said(asked), asked.plan.asking) == (["utter_correct_what"], Topic.BUDGET)
    assert said(talk.say("18000"))[0] == "utter_corrected"


def test_what_they_told_before_is_no_failed_answer(talk: Talk) -> None:
    talk.say(NEED)
    talk.say("within two months")
    assert said(talk.say(NEED)) == ["utter_question_budget"]


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("not interested, thanks", "utter_close_not_interested", DispositionReason.NOT_INTERESTED),
        ("just browsing", "utter_close_no_need", DispositionReason.NOT_READY_TO_BUY),
        ("we don't need anything", "utter_close_no_need", DispositionReason.NOT_A_FIT),
        ("stop asking me questions", "utter_close_enough", DispositionReason.NOT_READY_TO_BUY),
    ],
)
def test_whoever_wants_nothing_is_let_go_at_once_and_can_come_back(
    core: Core, talk: Talk, text: str, key: str, reason: DispositionReason
) -> None:
    talk.say("hello", intent="greet")
    left = talk.say(text, intent="deny")
    assert (said(left), left.plan.asking) == ([key], None)
    with core.store.reading() as work:
        lead = work.leads.get(talk.accepted.lead_id)
    assert lead is not None
    assert lead.disposition is not None
    assert lead.disposition.reason is reason
    assert talk.say("thanks", intent="thanks").plan.asking is None
    assert talk.say(NEED).plan.asking is Topic.TIMEFRAME


def test_no_hurry_is_no_farewell_once_the_need_is_named(talk: Talk) -> None:
    talk.say(NEED)
    assert talk.say("just looking for now").plan.asking is Topic.BUDGET


def test_a_meeting_asked_for_early_is_promised_and_offered_as_soon_as_it_can_be(
    talk: Talk, add_rep: Callable[..., Rep]
) -> None:
    add_rep()
    assert said(talk.say("book a meeting", intent="book_meeting"))[0] == "utter_meeting_soon"
    for text in (NEED, "within two months", "50k dollars", "I decide"):
        talk.say(text)
    assert talk.say("CEO").plan.asking is Topic.SLOT
    assert said(talk.say("the first one")) == ["utter_booked", "utter_question_name"]


def test_a_meeting_we_would_not_offer_is_left_to_a_colleague(core: Core, talk: Talk) -> None:
    for text in (NEED, "no idea", "no budget", "I don't decide", "CEO", "Ana Lopez", "rather not say"):
        talk.say(text)
    while (asking := talk.say("rather not say").plan.asking) is not None:
        assert asking is not Topic.SLOT
    assert said(talk.say("can we meet?", intent="book_meeting"))[0] == "utter_meeting_by_hand"
    with core.store.reading() as work:
        assert work.handoffs.find(talk.accepted.lead_id, HandoffReason.ASKED) is not None


@pytest.mark.parametrize(("symbols", "level"), [("👍", "decider"), ("✅🙂", "decider"), ("👎", "none")])
def test_symbols_answer_a_question_of_yes_or_no(talk: Talk, symbols: str, level: str) -> None:
    for text in (NEED, "in a month", "15k dollars"):
        talk.say(text)
    talk.say(symbols, intent="nlu_fallback")
    assert talk.facts().value(Topic.AUTHORITY) == Authority(AuthorityLevel(level))


def test_symbols_answer_no_other_question(talk: Talk) -> None:
    talk.say(NEED)
    hearing = talk.say("👍", intent="affirm")
    assert (hearing.answered, said(hearing)[0]) == ({}, "utter_not_text")


def test_yes_to_the_offer_of_a_person_calls_one(core: Core, talk: Talk) -> None:
    talk.say(NEED)
    for word in ("a", "b", "c", "d"):
        talk.say(f"hm {word}", intent="nlu_fallback")
    accepted = talk.say("yes please", intent="affirm")
    assert said(accepted) == ["utter_handed_over", "utter_question_budget"]
    with core.store.reading() as work:
        assert work.handoffs.find(talk.accepted.lead_id, HandoffReason.ASKED) is not None


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


def test_row_114_who_asks_what_we_know_is_told_and_the_question_stays(core: Core, talk: Talk) -> None:
    question = "what do you know about me?"
    assert said(talk.say(question, intent="faq/privacy"))[0] == "utter_nothing_known"
    talk.say(NEED)
    told = talk.say(question, intent="faq/privacy")
    assert told.plan.say[0].key == "utter_what_we_know"
    assert "follow up on leads faster" in told.plan.say[0].params["known"]
    assert told.plan.asking is Topic.TIMEFRAME
    assert said(talk.say("is my data safe?", intent="faq/security"))[:1] != ["utter_what_we_know"]


def test_row_114_in_the_widget_they_are_shown_where_to_change_it(core: Core) -> None:
    talk = Talk(core, channel=Channel.WIDGET)
    talk.say(NEED)
    assert said(talk.say("show me my data", intent="out_of_scope"))[0] == "utter_what_we_know_here"
