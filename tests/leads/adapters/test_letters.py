"""Letters in words: every one that can be written, in the reader's zone, and hostile names stay names."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar

from leads.adapters.letters import Letters
from leads.domain.answers import Answer, Authority, AuthorityLevel, Budget, Standing, Text
from leads.domain.booking import Booking, BookingState
from leads.domain.facts import Facts
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep, Role
from leads.domain.topics import Topic
from leads.services.mail import About, Letter, Mail, Occasion, Side

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LEAD = Lead(
    "lead-1",
    NOW,
    NOW,
    Channel.WIDGET,
    name="Ana Prior",
    company="Acme",
    email="ana@acme.example",
    fit=80,
    interest=75,
    temperature="hot",
)
ROBIN = Rep("rep-1", "Robin Vale", "robin@bantam.example", Role.REP, "", "America/New_York", {}, NOW)
MEETING = Booking(
    "booking-1",
    "lead-1",
    "rep-1",
    datetime(2026, 11, 24, 15, tzinfo=UTC),
    datetime(2026, 11, 24, 15, 30, tzinfo=UTC),
    "Europe/Berlin",
    NOW,
)
OFF = replace(MEETING, state=BookingState.CANCELLED, sequence=1)
LINK = "https://bantam.example/there"


def answer(topic: Topic, value: object, text: str) -> Answer:
    return Answer(f"a-{topic}", topic, Standing.GIVEN, value, text, "m1", NOW)  # type: ignore[arg-type]


FACTS = Facts.of(
    [
        answer(Topic.NEED, Text("leads get lost"), "our leads get lost"),
        answer(Topic.BUDGET, Budget(Decimal(20000), Decimal(20000), "EUR"), "about 20k euros"),
        answer(Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER), "I decide"),
    ]
)


def written(occasion: Occasion, side: Side, **changes: object) -> Mail:
    details = {"lead": LEAD, "facts": FACTS, "link": LINK} | changes
    recipient = LEAD.email if side is Side.PROSPECT else ROBIN.email
    about = About(**details)  # type: ignore[arg-type]
    return Letters().write(Letter("l1", occasion, side, recipient or "", about, NOW))


def meeting(occasion: Occasion, side: Side, booking: Booking = MEETING, **changes: object) -> Mail:
    return written(occasion, side, booking=booking, rep=ROBIN, **changes)


def handoff(reason: HandoffReason, **changes: object) -> Mail:
    opened = Handoff("h1", "lead-1", None, reason, HandoffState.OPEN, None, NOW, NOW)
    return written(Occasion.HANDOFF, Side.REP, handoff=opened, **changes)


def test_each_side_reads_the_time_in_its_own_zone() -> None:
    theirs = meeting(Occasion.MEETING_BOOKED, Side.PROSPECT)
    assert theirs.subject == "Your meeting with Robin Vale: Tue 24 Nov, 16:00"
    assert "Tuesday 24 November 2026, 16:00–16:30 (Berlin time, UTC+1)" in theirs.text
    assert LINK in theirs.text
    assert theirs.reply_to == "robin@bantam.example"
    ours = meeting(Occasion.MEETING_BOOKED, Side.REP)
    assert ours.subject == "Booked: Ana Prior, Acme, Tue 24 Nov, 10:00"
    assert "Tuesday 24 November 2026, 10:00–10:30 (New York time, UTC-5)" in ours.text
    assert ours.reply_to == "ana@acme.example"


def test_a_rep_reads_what_was_said_and_both_scores() -> None:
    text = handoff(HandoffReason.HOT).text
    assert "Fit 80, interest 75, hot" in text
    assert 'Budget: 20,000 EUR  ("about 20k euros")' in text
    assert 'Decision: yours  ("I decide")' in text
    assert LINK in text


@pytest.mark.parametrize(
    ("reason", "subject"),
    [
        (HandoffReason.HOT, "Hot lead: Ana Prior, Acme"),
        (HandoffReason.ASKED, "Wants to talk to a person: Ana Prior, Acme"),
        (HandoffReason.STUCK, "The bot is stuck: Ana Prior, Acme"),
        (HandoffReason.TROUBLE, "Needs a person: Ana Prior, Acme"),
    ],
)
def test_the_subject_says_why_a_person_is_needed(reason: HandoffReason, subject: str) -> None:
    assert handoff(reason).subject == subject


def test_somebody_without_a_name_is_called_so() -> None:
    nobody = replace(LEAD, name=None, company=None)
    assert handoff(HandoffReason.ASKED, lead=nobody).subject.endswith("Somebody without a name")
    assert "Hello,\n" in meeting(Occasion.MEETING_MOVED, Side.PROSPECT, lead=nobody).text


@pytest.mark.parametrize(
    ("occasion", "side", "booking", "method"),
    [
        (Occasion.MEETING_BOOKED, Side.PROSPECT, MEETING, "REQUEST"),
        (Occasion.MEETING_MOVED, Side.PROSPECT, replace(MEETING, sequence=1), "REQUEST"),
        (Occasion.MEETING_MOVED, Side.REP, replace(MEETING, sequence=1), "REQUEST"),
        (Occasion.MEETING_REMINDER, Side.PROSPECT, MEETING, "REQUEST"),
        (Occasion.MEETING_CANCELLED, Side.PROSPECT, OFF, "CANCEL"),
        (Occasion.MEETING_CANCELLED, Side.REP, OFF, "CANCEL"),
    ],
)
def test_the_invitation_goes_with_every_change(
    occasion: Occasion, side: Side, booking: Booking, method: str
) -> None:
    mail = meeting(occasion, side, booking)
    assert mail.calendar is not None
    assert mail.calendar_method == method
    calendar = Calendar.from_ical(mail.calendar)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["SEQUENCE"]) == (method, booking.sequence)
    assert event.decoded("dtstart") == booking.start
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)


@pytest.mark.parametrize(
    "name", ["Ana\r\nBcc: all@example.com", "{{ 7*7 }}", "{% include 'x' %}", "<b>\u202eana"]
)
def test_S10_a_hostile_name_is_a_name(name: str) -> None:
    mail = handoff(HandoffReason.HOT, lead=replace(LEAD, name=name))
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "49" not in mail.subject
    assert "\u202e" not in mail.subject + mail.text
