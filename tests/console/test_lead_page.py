"""The lead card."""

import re
from datetime import date
from html import unescape

import pytest

from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Disposition, DispositionReason, Nurture, Routing, Source
from leads.domain.ledger import Axis
from leads.domain.rep import Rep
from leads.services import booking, views
from leads.services.assess import facts_of, rescore
from tests.support.console_app import HOT_TALK, ConsoleApp, Person

HOSTILE = "<img src=x onerror=alert(1)>\"'></script><script>alert(2)</script>{{7*7}}\u202egnp.exe"


def text_of(html: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def section(page: str, name: str) -> str:
    found = re.search(rf'<section[^>]* id="{name}".*?</section>', page, re.DOTALL)
    assert found, name
    return found[0]


def rows(html: str) -> list[str]:
    return [text_of(row) for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL)]


def look(person: Person, lead_id: str) -> str:
    page = person.get(f"/console/leads/{lead_id}")
    assert page.status_code == 200
    return page.text


class TestWho:
    def test_it_says_who_they_are_at_the_top(self, app: ConsoleApp, person: Person) -> None:
        source = Source("ad", {"campaign": "spring"}, "https://search.example/?q=1")
        lead_id = app.talk(*HOT_TALK, "I'm Ana Lopez from Acme GmbH", "ana@acme.example", source=source)
        who = text_of(section(look(person, lead_id), "who"))
        for words in (
            "Ana Lopez",
            "Head of Sales at Acme GmbH , Germany",
            "Hot",
            "Good fit, interested: sales, now",
            "ana@acme.example",
            "08:00 now, Europe/Berlin",
            "Website chat",
            "campaign: spring",
            "https://search.example/?q=1",
        ):
            assert words in who, words

    def test_nobody_known_is_said_so(self, app: ConsoleApp, person: Person) -> None:
        who = text_of(section(look(person, app.talk("hello", zone=None)), "who"))
        for words in ("Unnamed lead", "Contact none yet", "zone not known", "Owner nobody yet"):
            assert words in who, words

    def test_whose_lead_it_is_and_why(self, app: ConsoleApp, person: Person, robin: Rep) -> None:
        lead_id = app.talk("hello")
        app.change_lead(lead_id, owner_id=robin.id, routing=Routing("emea", "speaks German"))
        assert "Owner Robin Vale (speaks German)" in text_of(look(person, lead_id))


class TestTold:
    def test_each_criterion_has_status_value_and_their_own_words(
        self, app: ConsoleApp, person: Person
    ) -> None:
        lead_id = app.talk(
            "We lose leads because nobody answers them at night",
            ("", "Is there a budget for it?"),
            "about 50k euro",
            "not before next year",
        )
        told = rows(section(look(person, lead_id), "bant"))
        assert any(row.startswith("Budget Met 50,000 EUR about 50k euro") for row in told)
        assert any(row.startswith("Need Met") and "nobody answers them at night" in row for row in told)
        assert any(row.startswith("Authority Unknown Not told yet") for row in told)

    def test_what_is_missing_is_named(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk("We lose leads because nobody answers them at night", "about 50k euro")
        assert "Still missing: authority , timeframe ." in text_of(section(look(person, lead_id), "bant"))
        hot = app.talk(*HOT_TALK, sender="ben")
        assert "All four are met" in look(person, hot)

    def test_the_one_answer_that_would_make_it_hot_is_named(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk(*(line for line in HOT_TALK if line[0] != "about 50k euro"))
        told = text_of(section(look(person, lead_id), "bant"))
        assert "This one answer would make it hot, with a fit of" in told
        assert "Budget : Budget of 5,000 USD reaches our floor of 5,000 USD (+30 fit)" in told
        assert "would make it hot" not in look(person, app.talk(*HOT_TALK, sender="ben"))

    def test_nobody_is_kept_hoping_for_somebody_we_do_not_want(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk(("", "What is your role?"), "I am a student")
        assert "No answer would make this a lead for sales" in look(person, lead_id)

    def test_their_words_lead_to_where_they_said_them(self, app: ConsoleApp, person: Person) -> None:
        page = look(person, app.talk("hello", "we have 50k euro"))
        link = re.search(r'class="where" href="#([\w-]+)"', section(page, "bant"))
        assert link
        said = re.search(rf'<li [^>]*id="{link[1]}".*?</li>', page, re.DOTALL)
        assert said
        assert "we have 50k euro" in said[0]


class TestScores:
    def test_row_21_the_lines_of_each_axis_sum_to_the_score(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk(*HOT_TALK)
        page = look(person, lead_id)
        scores = views.view(app.core, lead_id).scores
        for axis in Axis:
            table = re.search(rf'<table class="ledger" id="why-{axis}".*?</table>', page, re.DOTALL)
            assert table
            points = re.findall(r'<td class="number">([+−]\d+)</td>', table[0])
            shown = re.search(rf'data-sum="{axis}">(-?\d+)<', table[0])
            assert shown
            total = sum(int(point.replace("−", "-")) for point in points)
            assert total == int(shown[1]) == scores.on(axis)

    def test_a_line_says_why_how_we_know_and_from_what(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk("we have 50k euro")
        with app.core.store.writing() as work:
            lead = work.leads.get(lead_id)
            assert lead is not None
            work.facts.add_signal(lead_id, Signal("s1", SignalKind.QUOTE_REQUEST, app.core.clock()))
            rescore(app.core, work, lead, facts_of(work, lead_id))
        why = text_of(section(look(person, lead_id), "why"))
        assert "Explicit · Answer about budget" in why
        assert "+30 Asked for a quote Implicit · Asked for a quote, Mon 23 Nov, 08:00 just now" in why

    def test_a_correction_is_seen_as_taken_back(self, app: ConsoleApp, person: Person) -> None:
        page = look(person, app.talk("we have 50k euro", "actually our budget is 70k euro"))
        void = re.findall(r'<tr class="void">.*?</tr>', section(page, "why"), re.DOTALL)
        assert [text_of(row)[:3] for row in void] == ["+30", "−30"]
        assert "(taken back)" in void[0]
        assert "Taken back: Budget of 50,000 EUR" in void[1]

    def test_each_score_stands_beside_its_threshold(self, app: ConsoleApp, person: Person) -> None:
        who = text_of(section(look(person, app.talk(*HOT_TALK)), "who"))
        assert "Interest 60 reaches the threshold of 50" in who


class TestMeeting:
    def test_it_is_shown_in_both_zones(self, app: ConsoleApp, other: Person) -> None:
        lead_id = app.talk("hello", zone="Asia/Kolkata")
        slot = booking.offer_slots(app.core, lead_id)[0]
        booked = booking.book(app.core, lead_id, slot_id=slot.id)
        meeting = section(look(other, lead_id), "meeting")
        assert "Meeting with Noor Haddad" in text_of(meeting)
        assert "Your time" in meeting
        assert "(New York time, UTC-5)" in meeting
        assert "(Kolkata time, UTC+5:30)" in meeting
        assert f'href="{app.url}/meetings/{booked.id}"' in meeting

    def test_once_called_off_it_says_so(self, app: ConsoleApp, other: Person) -> None:
        lead_id = app.talk("hello")
        slot = booking.offer_slots(app.core, lead_id)[0]
        booking.cancel(app.core, booking.book(app.core, lead_id, slot_id=slot.id).id)
        meeting = section(look(other, lead_id), "meeting")
        assert "Meeting called off" in meeting
        assert "Move or cancel" not in meeting


class TestFollowUp:
    def test_path_next_touch_tags_and_reason(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk("hello")
        app.change_lead(
            lead_id,
            nurture=Nurture("self_serve", date(2026, 12, 20), ("budget",)),
            tags=("missing:budget", "quadrant:poor_fit_interested"),
            disposition=Disposition(
                "unsuccessful_exit", DispositionReason.NO_BUDGET, "call in spring", app.core.clock()
            ),
        )
        after = text_of(section(look(person, lead_id), "next"))
        for words in (
            "Path Self serve",
            "Next touch 20 Dec 2026",
            "Left Unsuccessful exit",
            "Reason No budget",
            "Note call in spring",
            "missing: budget",
            "quadrant: poor fit interested",
        ):
            assert words in after, words


class TestTimeline:
    def test_messages_have_number_author_and_time_and_buttons_are_what_was_offered(
        self, app: ConsoleApp, person: Person
    ) -> None:
        page = look(person, app.talk(("hello", "What brings you here?|More leads|Better leads")))
        said = [
            text_of(entry) for entry in re.findall(r'<li class="said.*?(?=<li class|</ol>)', page, re.DOTALL)
        ]
        assert said[0] == "1 Visitor 08:00 hello"
        assert said[1] == "2 Bantam 08:00 What brings you here? More leads Better leads"
        assert 'class="offered" aria-label="Offered as buttons"' in page
        assert "<button" not in section(page, "timeline")

    def test_row_79_it_tells_what_happened_between_the_messages(
        self, app: ConsoleApp, person: Person
    ) -> None:
        lead_id = app.talk("ana@acme.example")
        app.pass_time(minutes=1)
        with app.core.store.writing() as work:
            seen = {"path": "/pricing", "title": HOSTILE}
            work.facts.add_signal(lead_id, Signal("s1", SignalKind.PAGE_VIEW, app.core.clock(), seen))
        app.pass_time(minutes=1)
        app.hand_over(lead_id)
        app.pass_time(minutes=1)
        booking.book(app.core, lead_id, slot_id=booking.offer_slots(app.core, lead_id)[0].id)
        events = [text_of(event) for event in re.findall(r'<li class="event".*?</li>', look(person, lead_id))]
        assert events[0] == "08:00 Fit +5"
        assert events[1] == f"08:01 Viewed a page: {HOSTILE} (/pricing)"
        assert events[2] == "08:02 Handed to the team: asked for a person"
        assert events[3].startswith("08:03 Meeting booked: ")
        assert events[4] == "08:03 Invitation mailed to ana@acme.example (pending)"

    def test_days_are_those_of_whoever_reads(
        self, app: ConsoleApp, person: Person, robin: Rep, other: Person, noor: Rep
    ) -> None:
        app.pass_time(hours=20)  # 03:00 UTC: Tuesday in Berlin, still Monday in New York
        lead_id = app.talk("hello")
        for reader, rep, day in ((person, robin, "24 Nov"), (other, noor, "23 Nov")):
            reader.log_in(rep)
            timeline = section(look(reader, lead_id), "timeline")
            assert f"<h3>{day} 2026</h3>" in timeline
            assert f"Times are {rep.timezone}." in timeline


@pytest.mark.parametrize("where", ["name", "company", "email", "phone"])
def test_S10_what_they_call_themselves_is_inert(app: ConsoleApp, person: Person, where: str) -> None:
    lead_id = app.talk(
        HOSTILE, source=Source(HOSTILE, {"campaign": HOSTILE, HOSTILE: "x"}, f"javascript:{HOSTILE}")
    )
    app.change_lead(lead_id, **{where: HOSTILE}, tags=(HOSTILE,))
    app.hand_over(lead_id)
    for address in (
        "/console/",
        "/console/handoffs",
        f"/console/leads/{lead_id}",
        "/console/?q=" + HOSTILE[:60],
    ):
        page = person.get(address).text
        assert "<img src=x" not in page, address
        assert "<script>" not in page, address
        assert 'href="javascript:' not in page, address
    assert "{{7*7}}" in unescape(look(person, lead_id)), "shown as it was written"
