"""A message is taken in once, in order, and only as text."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from leads.domain.conversation import Author, Button, Message
from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept, clean_text

HELLO = Inbound(channel=Channel.REST, external_id="m1", sender="ana", text="hello")


def transcript(core: Core, accepted: Accepted) -> list[Message]:
    with core.store.reading() as work:
        return work.conversations.messages(accepted.conversation_id)


def say(core: Core, accepted: Accepted, *buttons: Button) -> None:
    """Let the bot say something with these buttons."""
    with core.store.writing() as work:
        conversation = work.conversations.get(accepted.conversation_id, lock=True)
        assert conversation is not None
        seq = conversation.last_seq + 1
        work.conversations.save(replace(conversation, last_seq=seq))
        work.conversations.add_messages(
            [Message(conversation.id, seq, Author.BOT, "Pick one", core.clock(), buttons=buttons)]
        )


def test_a_first_message_begins_a_conversation_with_a_new_lead(core: Core) -> None:
    accepted = accept(core, HELLO)
    with core.store.reading() as work:
        lead = work.leads.get(accepted.lead_id)
        assert lead is not None
        assert lead.channel is Channel.REST
        assert work.inbox.waiting(now=core.clock(), limit=10) == [accepted.conversation_id]
    assert [(line.seq, line.author, line.text) for line in transcript(core, accepted)] == [
        (1, Author.VISITOR, "hello")
    ]


def test_the_same_message_again_is_the_same_message(core: Core) -> None:
    first, second = accept(core, HELLO), accept(core, HELLO)
    assert first.is_new
    assert not second.is_new
    assert second.inbox_id == first.inbox_id
    assert len(transcript(core, first)) == 1


def test_f15_ten_deliveries_at_once_are_one_message(core: Core) -> None:
    with ThreadPoolExecutor(10) as pool:
        results = list(pool.map(lambda _: accept(core, HELLO), range(10)))
    assert sum(result.is_new for result in results) == 1
    assert len({result.inbox_id for result in results}) == 1
    assert len(transcript(core, results[0])) == 1


def test_messages_sent_at_once_are_numbered_without_gaps(core: Core) -> None:
    first = accept(core, HELLO)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: accept(core, replace(HELLO, external_id=f"n{n}")), range(20)))
    assert [line.seq for line in transcript(core, first)] == list(range(1, 22))


def test_the_same_id_on_another_channel_is_another_message(core: Core) -> None:
    other = replace(HELLO, channel=Channel.WIDGET)
    assert accept(core, HELLO).inbox_id != accept(core, other).inbox_id


def test_a_texter_known_by_number_goes_on_with_the_same_lead(core: Core) -> None:
    text = Inbound(channel=Channel.SMS, external_id="SM1", sender="+4915112345678", text="hi")
    first = accept(core, text)
    with core.store.reading() as work:
        assert work.leads.by_identity("phone", "+4915112345678") is not None
    assert accept(core, replace(text, external_id="SM2")).lead_id == first.lead_id


class TestButtons:
    YES = Button("b1", "Yes, please", "yes")
    PERSON = Button("b2", "Talk to a person", "/ask_human")

    @pytest.mark.parametrize("pressed", [{"button": "b2"}, {"text": "b2"}], ids=["as button", "as text"])
    def test_a_pressed_button_carries_what_it_stands_for(self, core: Core, pressed: dict[str, str]) -> None:
        say(core, accept(core, HELLO), self.YES, self.PERSON)
        accepted = accept(core, replace(HELLO, external_id="m2", **{"text": "", **pressed}))
        with core.store.reading() as work:
            item = work.inbox.get(accepted.inbox_id)
        assert item is not None
        assert (item.text, item.payload) == ("Talk to a person", "/ask_human")

    def test_s06_a_typed_payload_is_only_text(self, core: Core) -> None:
        say(core, accept(core, HELLO), self.PERSON)
        accepted = accept(core, replace(HELLO, external_id="m2", text="/ask_human"))
        with core.store.reading() as work:
            item = work.inbox.get(accepted.inbox_id)
        assert item is not None
        assert (item.text, item.payload) == ("/ask_human", None)

    def test_a_number_by_sms_picks_from_the_list(self, core: Core) -> None:
        text = Inbound(channel=Channel.SMS, external_id="SM1", sender="+15551234567", text="hi")
        say(core, accept(core, text), self.YES, self.PERSON)
        accepted = accept(core, replace(text, external_id="SM2", text=" 2. "))
        with core.store.reading() as work:
            item = work.inbox.get(accepted.inbox_id)
        assert item is not None
        assert item.payload == "/ask_human"

    def test_a_button_of_an_older_message_is_gone(self, core: Core) -> None:
        accepted = accept(core, HELLO)
        say(core, accepted, self.PERSON)
        say(core, accepted)
        later = accept(core, replace(HELLO, external_id="m2", button="b2", text=""))
        with core.store.reading() as work:
            item = work.inbox.get(later.inbox_id)
        assert item is not None
        assert item.payload is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  hello \n", "hello"),
        ("a\x00b\x1bc", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("👩‍👩‍👧 שלום", "👩‍👩‍👧 שלום"),
        ("x" * 20_000, "x" * 10_000),
    ],
    ids=["spaces", "control", "surrogate", "layout", "emoji and right-to-left", "endless"],
)
def test_s05_text_is_kept_without_what_no_store_should_get(given: str, kept: str) -> None:
    assert clean_text(given) == kept
