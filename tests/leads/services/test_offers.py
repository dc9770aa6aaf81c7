"""Times in the conversation: as wished for, in the prospect's own zone, and what becomes of a meeting."""

from collections.abc import Callable

import pytest

from leads.domain.lead import Channel, Stage
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.hearing import Hearing
from leads.services.meetings import cancel_from_chat, reoffer_from_chat
from tests.leads.services.talks import Talk, said

HOT = ("we need to follow up on leads faster", "within two months", "50k dollars", "I decide", "CEO")
CONTACT = ("Ana Lopez", "ana@acme.example")


@pytest.fixture
def offered(core: Core, add_rep: Callable[..., Rep]) -> Callable[..., Talk]:
    """A talk in which times are on the table; the rep works in Berlin from nine to five."""

    def begin(channel: Channel = Channel.REST, sender: str = "ana") -> Talk:
        add_rep()
        talk = Talk(core, channel=channel, sender=sender)
        for text in (*HOT, *CONTACT):
            last = talk.say(text)
        assert last.plan.asking is Topic.SLOT
        return talk

    return begin


def times(hearing: Hearing) -> list[str]:
    return [title for title, _ in hearing.plan.say[-1].buttons]


@pytest.mark.parametrize(
    ("wish", "key", "days"),
    [
        pytest.param("can we do thursday afternoon?", "utter_wished_slots", {"Thu"}, id="a free day"),
        pytest.param("friday at 10", "utter_wished_slots", {"Fri"}, id="a free hour"),
        pytest.param("what about sunday?", "utter_nearest_slots", {"Fri", "Mon", "Tue"}, id="never free"),
        pytest.param("none of these", "utter_other_slots", {"Mon", "Tue", "Wed"}, id="no time named"),
    ],
)
def test_times_they_name_are_offered_or_the_nearest(
    offered: Callable[..., Talk], wish: str, key: str, days: set[str]
) -> None:
    answer = offered().say(wish, intent="nlu_fallback")
    assert (said(answer)[-1], answer.plan.asking) == (key, Topic.SLOT)
    assert {time[:3] for time in times(answer)} <= days


def test_a_time_named_with_the_wish_for_a_meeting_is_looked_for_at_once(
    core: Core, add_rep: Callable[..., Rep]
) -> None:
    add_rep()
    talk = Talk(core)
    for text in HOT:
        talk.say(text)
    answer = talk.say("can I book a call on friday morning?", intent="book_meeting")
    assert said(answer)[-1] == "utter_wished_slots"
    assert {time[:3] for time in times(answer)} == {"Fri"}


@pytest.mark.parametrize(
    ("sender", "zone"),
    [
        pytest.param("+12125550100", "America/New_York", id="New York"),
        pytest.param("+447700900123", "Europe/London", id="Britain"),
    ],
)
def test_whoever_texts_is_shown_times_by_the_clock_of_their_number(
    offered: Callable[..., Talk], sender: str, zone: str
) -> None:
    assert offered(Channel.SMS, sender).lead().timezone == zone


def test_who_told_no_place_is_shown_utc_and_asked_for_a_city_once(offered: Callable[..., Talk]) -> None:
    talk = offered()
    assert talk.lead().timezone is None
    assert "utter_where_are_you" not in said(talk.say("none of these"))


@pytest.mark.parametrize(
    ("text", "zone", "name"),
    [
        pytest.param("I'm in Sydney", "Australia/Sydney", "Sydney time", id="a city"),
        pytest.param("what's that in New York time?", "America/New_York", "New York time", id="its time"),
        pytest.param("we are based in France", "Europe/Paris", "Paris time", id="a country"),
        pytest.param("I'm on PST", "America/Los_Angeles", "Los Angeles time", id="three letters"),
    ],
)
def test_times_are_shown_anew_when_they_say_where_they_are(
    offered: Callable[..., Talk], text: str, zone: str, name: str
) -> None:
    talk = offered()
    answer = talk.say(text)
    assert talk.lead().timezone == zone
    assert answer.plan.say[-1].key == "utter_slots_elsewhere"
    assert answer.plan.say[-1].params == {"zone": name}


def test_a_clock_that_fits_the_country_is_kept(core: Core, add_rep: Callable[..., Rep]) -> None:
    talk = Talk(core, channel=Channel.SMS, sender="+13105550100")
    talk.say("we need better leads")
    talk.say("we are based in the United States")
    assert talk.lead().timezone == "America/Los_Angeles"


def test_another_time_for_a_meeting_is_the_one_they_name(core: Core, offered: Callable[..., Talk]) -> None:
    talk = offered()
    talk.say("the first one")
    hearing = talk.say("can we move it to friday?", intent="change_meeting")
    assert said(hearing) == []
    plan = reoffer_from_chat(
        core,
        conversation_id=talk.accepted.conversation_id,
        message_id=talk.accepted.inbox_id,
        words="can we move it to friday?",
    )
    assert {title[:3] for title, _ in plan.say[-1].buttons} == {"Fri"}
    moved = talk.say("the last one")
    assert said(moved) == ["utter_booked"]
    assert "Friday" in moved.plan.say[0].params["when"]


def test_who_asks_again_is_told_of_their_meeting(offered: Callable[..., Talk]) -> None:
    talk = offered()
    talk.say("the first one")
    assert said(talk.say("when was it again?", intent="repeat")) == ["utter_already_booked"]


def test_after_a_meeting_is_cancelled_thanks_bring_no_new_offer_but_yes_does(
    core: Core, offered: Callable[..., Talk]
) -> None:
    talk = offered()
    talk.say("the first one")
    talk.say("cancel it please", intent="cancel_meeting")
    cancelled = cancel_from_chat(
        core, conversation_id=talk.accepted.conversation_id, message_id=talk.accepted.inbox_id
    )
    assert [say.key for say in cancelled.say] == ["utter_meeting_cancelled"]
    assert talk.say("thanks", intent="thanks").plan.asking is None
    assert talk.say("yes, a new one", intent="affirm").plan.asking is Topic.SLOT


def test_who_turns_two_offers_down_is_asked_for_a_time(offered: Callable[..., Talk]) -> None:
    talk = offered()
    assert said(talk.say("none of these"))[-1] == "utter_other_slots"
    assert said(talk.say("no, none"))[-1] == "utter_name_a_time"


@pytest.mark.parametrize("text", ["not interested in a meeting", "no call please", "not interested"])
def test_who_wants_no_meeting_is_not_pressed(offered: Callable[..., Talk], text: str) -> None:
    talk = offered()
    assert said(talk.say(text, intent="book_meeting")) == ["utter_close_sales"]
    assert talk.say("ok", intent="affirm").plan.asking is None
    assert talk.lead().stage is Stage.QUALIFIED


def test_other_times_are_other_times_whoever_has_them(core: Core, add_rep: Callable[..., Rep]) -> None:
    for number in range(3):
        add_rep(f"rep-{number}")
    talk = Talk(core)
    for text in (*HOT, *CONTACT):
        first = talk.say(text)
    assert not {*times(first)} & {*times(talk.say("none of these"))}


def test_who_turns_down_one_offer_after_the_other_is_left_to_a_person(offered: Callable[..., Talk]) -> None:
    talk = offered()
    keys = [said(talk.say("none of these"))[-1] for _ in range(5)]
    assert keys == [
        "utter_other_slots",
        "utter_name_a_time",
        "utter_name_a_time",
        "utter_offer_person",
        "utter_close_sales",
    ]


def test_a_choice_nobody_can_read_is_asked_for_thrice_and_then_left_to_a_person(
    offered: Callable[..., Talk],
) -> None:
    talk = offered()
    keys = [said(talk.say(f"qwrt {word}", intent="nlu_fallback"))[-1] for word in ("a", "b", "c", "d", "e")]
    assert keys == [*["utter_slot_unclear"] * 3, "utter_offer_person", "utter_close_sales"]


def test_who_wanted_no_meeting_and_asks_for_one_after_all_is_shown_times(
    offered: Callable[..., Talk],
) -> None:
    talk = offered()
    talk.say("no call please", intent="deny")
    assert talk.say("ok let's have a call after all", intent="book_meeting").plan.asking is Topic.SLOT


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param("hm let me look", "utter_no_hurry", id="not yet"),
        pytest.param("qwrt", "utter_slot_unclear", id="unclear"),
        pytest.param("no call please", "utter_already_booked", id="as it is"),
    ],
)
def test_while_a_meeting_is_moved_it_stands(
    core: Core, offered: Callable[..., Talk], words: str, key: str
) -> None:
    talk = offered()
    talk.say("the first one")
    talk.say("can I have another time?", intent="change_meeting")
    reoffer_from_chat(core, conversation_id=talk.accepted.conversation_id, message_id=talk.accepted.inbox_id)
    assert said(talk.say(words, intent="nlu_fallback"))[-1] == key


def test_while_other_times_are_looked_up_nothing_else_is_asked_or_put_right(
    core: Core, offered: Callable[..., Talk]
) -> None:
    talk = offered()
    before = talk.facts().value(Topic.TIMEFRAME)
    talk.say("the first one")
    moving = talk.say("sorry, can we move that to monday?", intent="change_meeting")
    assert (said(moving), moving.plan.asking) == ([], Topic.SLOT)
    assert talk.facts().value(Topic.TIMEFRAME) == before


def test_a_phone_number_is_no_time_of_day(offered: Callable[..., Talk]) -> None:
    talk = offered()
    answer = talk.say("020 7946 0123")
    assert "utter_nearest_slots" not in said(answer)
    assert talk.facts().value(Topic.PHONE) is not None
