"""Taking leads that need a person, writing to them, giving them back."""

import re
from html import unescape

import pytest

from leads.domain.conversation import Author, ConversationState
from leads.domain.handoff import Handoff, HandoffReason
from leads.domain.lead import Channel
from leads.domain.rep import Rep
from tests.support.console_app import ConsoleApp, Person


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def waiting(person: Person) -> list[str]:
    """The rows of the queue, as a reader sees them."""
    page = person.get("/console/handoffs").text
    return [text_of(row) for row in re.findall(r'<tr data-key="open-.*?</tr>', page, re.DOTALL)]


def taken(person: Person) -> list[str]:
    page = person.get("/console/handoffs").text
    return [text_of(row) for row in re.findall(r'<tr data-key="taken-.*?</tr>', page, re.DOTALL)]


def claim(person: Person, handoff: Handoff) -> int:
    return person.submit(f"/console/handoffs/{handoff.id}/claim").status_code


def state_of(app: ConsoleApp, handoff: Handoff) -> ConversationState:
    with app.core.store.reading() as work:
        conversation = work.conversations.get(handoff.conversation_id or "")
    assert conversation is not None
    return conversation.state


@pytest.fixture
def lead_id(app: ConsoleApp) -> str:
    lead_id = app.talk("a person please")
    app.change_lead(lead_id, name="Ana Lopez")
    return lead_id


@pytest.fixture
def handoff(app: ConsoleApp, lead_id: str) -> Handoff:
    return app.hand_over(lead_id)


class TestQueue:
    def test_row_73_the_readiest_come_first_then_the_oldest(self, app: ConsoleApp, person: Person) -> None:
        for sender, name, fit, interest in (
            ("1", "Cool", 10, 10),
            ("2", "First", 50, 60),
            ("3", "Second", 60, 50),
            ("4", "Ready", 90, 90),
        ):
            lead_id = app.talk("hello", sender=sender)
            app.change_lead(lead_id, name=name, fit=fit, interest=interest)
            app.hand_over(lead_id)
            app.pass_time(minutes=1)
        assert [row.split()[0] for row in waiting(person)] == ["Ready", "First", "Second", "Cool"]

    @pytest.mark.usefixtures("handoff")
    def test_a_row_says_why_and_for_how_long(self, app: ConsoleApp, person: Person, lead_id: str) -> None:
        app.pass_time(minutes=12)
        app.hand_over(lead_id, HandoffReason.TROUBLE)
        (row,) = waiting(person)
        assert row.startswith("Ana Lopez Cold Asked for a person. The bot had technical trouble Fit")
        assert "12 min ago I’ll take it" in row

    @pytest.mark.usefixtures("handoff")
    def test_every_page_says_how_many_wait(self, person: Person) -> None:
        assert "Handoffs 1 waiting" in text_of(person.get("/console/").text)

    def test_nobody_waiting_is_said_so(self, person: Person) -> None:
        assert "Nobody is waiting" in person.get("/console/handoffs").text


class TestTaking:
    def test_it_leads_to_the_card_and_silences_the_bot(
        self, app: ConsoleApp, person: Person, lead_id: str, handoff: Handoff
    ) -> None:
        page = person.submit(f"/console/handoffs/{handoff.id}/claim")
        assert page.url.path == f"/console/leads/{lead_id}"
        assert "You have this conversation" in page.text
        assert state_of(app, handoff) is ConversationState.HUMAN
        assert waiting(person) == []
        assert taken(person)[0].endswith("You")

    def test_S19_whoever_is_slower_is_told_who_was_faster(
        self, person: Person, other: Person, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        page = other.submit(f"/console/handoffs/{handoff.id}/claim")
        assert page.status_code == 409
        assert page.headers["Content-Type"].startswith("text/html")
        assert "Robin Vale has taken it." in page.text
        assert taken(other)[0].endswith("Robin Vale")

    def test_the_card_says_who_has_it(
        self, person: Person, other: Person, lead_id: str, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        page = other.get(f"/console/leads/{lead_id}").text
        assert "Robin Vale has it" in text_of(page)
        assert "/claim" not in page
        assert "<textarea" not in page

    def test_giving_back_lets_the_bot_speak_and_the_rep_take_it_again(
        self, app: ConsoleApp, person: Person, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        page = person.submit(f"/console/handoffs/{handoff.id}/done")
        assert "The bot has it again" in page.text
        assert state_of(app, handoff) is ConversationState.BOT
        assert claim(person, handoff) == 200
        assert state_of(app, handoff) is ConversationState.HUMAN

    def test_only_the_holder_gives_it_back(self, person: Person, other: Person, handoff: Handoff) -> None:
        claim(person, handoff)
        page = other.submit(f"/console/handoffs/{handoff.id}/done")
        assert page.status_code == 409
        assert "Robin Vale has taken it." in page.text

    @pytest.mark.parametrize("act", ["claim", "done"])
    def test_one_that_is_not_there_is_not_found(self, person: Person, act: str) -> None:
        page = person.submit(f"/console/handoffs/nope/{act}")
        assert page.status_code == 404
        assert "Nothing here" in page.text

    def test_asking_for_the_address_of_a_button_leads_home(self, person: Person, handoff: Handoff) -> None:
        assert person.get(f"/console/handoffs/{handoff.id}/claim").url.path == "/console/"
        assert waiting(person)


class TestWriting:
    def write(self, person: Person, handoff: Handoff, text: str) -> tuple[int, str]:
        page = person.submit(f"/console/conversations/{handoff.conversation_id}/messages", text=text)
        return page.status_code, page.text

    def said(self, app: ConsoleApp, handoff: Handoff) -> list[tuple[Author, str | None, str]]:
        with app.core.store.reading() as work:
            messages = work.conversations.messages(handoff.conversation_id or "")
        return [(message.author, message.name, message.text) for message in messages]

    def test_the_holder_writes_and_sees_it(self, app: ConsoleApp, person: Person, handoff: Handoff) -> None:
        claim(person, handoff)
        status, page = self.write(person, handoff, "Hello, this is Robin.\nHow can I help?")
        assert status == 200
        assert "Hello, this is Robin." in page
        assert self.said(app, handoff)[-1] == (
            Author.REP,
            "Robin Vale",
            "Hello, this is Robin.\nHow can I help?",
        )

    def test_by_text_it_goes_out_as_one(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk("a person please", sender="+4915112345678", channel=Channel.SMS)
        handoff = app.hand_over(lead_id)
        claim(person, handoff)
        self.write(person, handoff, "Robin here")
        with app.core.store.reading() as work:
            (*_, text) = work.outbox.to_recipient("sms", "+4915112345678", limit=10)
        assert text.body["text"] == "Robin here"

    @pytest.mark.parametrize("text", ["", "   \n ", "\x00\x07"])
    def test_nothing_is_not_sent(self, app: ConsoleApp, person: Person, handoff: Handoff, text: str) -> None:
        claim(person, handoff)
        before = self.said(app, handoff)
        assert self.write(person, handoff, text)[0] == 200
        assert self.said(app, handoff) == before

    def test_while_the_bot_has_it_nobody_writes(
        self, app: ConsoleApp, person: Person, handoff: Handoff
    ) -> None:
        status, page = self.write(person, handoff, "Hello")
        assert status == 409
        assert "Take the conversation over first" in page
        assert Author.REP not in {author for author, _, _ in self.said(app, handoff)}

    def test_nobody_writes_in_a_colleagues_conversation(
        self, app: ConsoleApp, person: Person, other: Person, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        status, page = self.write(other, handoff, "Hello")
        assert status == 409
        assert "Robin Vale has taken it." in page
        assert Author.REP not in {author for author, _, _ in self.said(app, handoff)}

    def test_a_conversation_that_is_not_there_is_not_found(self, person: Person) -> None:
        page = person.submit("/console/conversations/nope/messages", text="Hello")
        assert page.status_code == 404

    def test_markup_is_words(self, person: Person, handoff: Handoff) -> None:
        claim(person, handoff)
        _, page = self.write(person, handoff, "<b onclick=alert(1)>hi</b>")
        assert "&lt;b onclick=alert(1)&gt;hi&lt;/b&gt;" in page


def test_a_rep_who_was_disabled_is_out(app: ConsoleApp, person: Person, robin: Rep, handoff: Handoff) -> None:
    token = person.csrf
    app.disable(robin)
    page = person.post(f"/console/handoffs/{handoff.id}/claim", data={"csrf": token})
    assert page.status_code == 403
    assert person.get("/console/").url.path == "/console/login"


class TestSteppingIn:
    """A rep may take a conversation that nobody has handed over."""

    def test_row_46_the_bot_is_silent_until_it_is_given_back(
        self, app: ConsoleApp, person: Person, lead_id: str
    ) -> None:
        conversation_id = app.conversation_of(lead_id)
        assert "Take it over" in person.get(f"/console/leads/{lead_id}").text
        page = person.submit(f"/console/conversations/{conversation_id}/take")
        assert page.url.path == f"/console/leads/{lead_id}"
        assert "You have this conversation A colleague stepped in" in text_of(page.text)
        assert "<textarea" in page.text
        handoff = app.handoff_of(lead_id)
        assert state_of(app, handoff) is ConversationState.HUMAN
        person.submit(f"/console/handoffs/{handoff.id}/done")
        assert state_of(app, handoff) is ConversationState.BOT

    def test_it_takes_what_was_handed_over_along(
        self, app: ConsoleApp, person: Person, handoff: Handoff
    ) -> None:
        person.submit(f"/console/conversations/{handoff.conversation_id}/take")
        assert waiting(person) == []
        assert state_of(app, handoff) is ConversationState.HUMAN

    def test_S19_nobody_takes_it_from_a_colleague(
        self, person: Person, other: Person, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        page = other.submit(f"/console/conversations/{handoff.conversation_id}/take")
        assert (page.status_code, "Robin Vale has taken it." in page.text) == (409, True)

    def test_there_must_be_a_conversation(self, person: Person) -> None:
        assert person.submit("/console/conversations/nobody/take").status_code == 404


class TestTyping:
    """Both ends see that the other writes."""

    def writing(self, app: ConsoleApp, handoff: Handoff) -> bool:
        return app.hub.typing(handoff.conversation_id or "", Author.REP) is not None

    def test_row_65_the_visitor_hears_that_the_rep_writes_until_the_reply_is_there(
        self, app: ConsoleApp, person: Person, handoff: Handoff
    ) -> None:
        claim(person, handoff)
        address = f"/console/conversations/{handoff.conversation_id}"
        assert person.submit(f"{address}/typing").status_code == 204
        assert self.writing(app, handoff)
        person.submit(f"{address}/messages", text="Hello, Robin here")
        assert not self.writing(app, handoff)

    def test_who_does_not_have_the_conversation_is_not_seen(
        self, app: ConsoleApp, person: Person, other: Person, handoff: Handoff
    ) -> None:
        address = f"/console/conversations/{handoff.conversation_id}/typing"
        assert person.submit(address).status_code == 204
        claim(person, handoff)
        assert other.submit(address).status_code == 204
        assert person.submit("/console/conversations/nobody/typing").status_code == 204
        assert not self.writing(app, handoff)

    def test_row_65_the_card_says_that_the_visitor_writes(
        self, app: ConsoleApp, person: Person, lead_id: str, handoff: Handoff
    ) -> None:
        def card() -> str:
            return text_of(person.get(f"/console/leads/{lead_id}").text)

        assert "is writing" not in card()
        app.show_typing(handoff.conversation_id or "")
        assert "Ana Lopez is writing" in card()
