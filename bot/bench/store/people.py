"""Leads as there might be: what they answered, what they did, where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Disposition, DispositionReason, Lead, Nurture, Source, Stage
from leads.domain.topics import Topic

__all__ = ["REPS", "Person", "invent", "rep_id"]

REPS = 12
FIRST = ("Ana", "Ben", "Chloé", "Dimitri", "Elif", "Farid", "Grace", "Hiro", "Ines", "Jürgen", "Kofi", "Lena")
LAST = ("Almeida", "Berger", "Costa", "Dubois", "Eriksson", "Fischer", "García", "Haddad", "Ito", "Kowalski")
TRADES = ("Logistics", "Software", "Foods", "Energy", "Clinics", "Textiles", "Motors", "Books", "Optics")
INDUSTRIES = ("software", "logistics", "health care", "retail", "education", "fishing")
ROLES = ("CEO", "Head of IT", "Office Manager", "Consultant", "Buyer", "Student", "CFO", "Sales lead")
COUNTRIES = ("US", "DE", "FR", "GB", "IN", "BR", "JP")
NEEDS = ("we lose leads at night", "replies take too long", "reporting is done by hand", "no single overview")
STAGES = (Stage.QUALIFYING,) * 8 + (Stage.NURTURE,) * 6 + (Stage.QUALIFIED,) * 3 + (Stage.FAILED,) * 2
SOURCES = ("ad", "referral", "trade fair", "partner", None)
#: Of a hundred leads, how many name this topic.
ANSWERED = {
    Topic.NEED: 85,
    Topic.CURRENT_SOLUTION: 55,
    Topic.TIMEFRAME: 65,
    Topic.BUDGET: 60,
    Topic.AUTHORITY: 60,
    Topic.ROLE: 65,
    Topic.COMPANY: 75,
    Topic.EMPLOYEES: 55,
    Topic.INDUSTRY: 50,
    Topic.COUNTRY: 50,
    Topic.NAME: 85,
    Topic.EMAIL: 80,
    Topic.PHONE: 25,
}
SIGNALS = (SignalKind.PAGE_VIEW,) * 6 + tuple(SignalKind)


@dataclass(frozen=True, slots=True)
class Person:
    """A lead that is not scored yet, and its facts: some eight answers and five signals, as a rule."""

    lead: Lead
    answers: tuple[Answer, ...]
    signals: tuple[Signal, ...]


def rep_id(number: int) -> str:
    """The id of one of the reps."""
    return f"rep-{number}"


def invent(lead_id: str, random: Random, now: datetime) -> Person:
    """Somebody who came within the last year."""
    came = now - timedelta(minutes=random.randrange(365 * 24 * 60))
    stage = random.choice(STAGES)
    owner = rep_id(random.randrange(REPS)) if random.random() < 0.4 else None
    lead = Lead(
        id=lead_id,
        created_at=came,
        updated_at=came,
        channel=random.choice(list(Channel)),
        stage=stage,
        owner_id=owner,
        timezone=random.choice(("Europe/Berlin", "America/New_York", "Asia/Kolkata", None)),
        tags=_tags(random),
        source=Source(random.choice(SOURCES), {"campaign": "spring"}, "https://example.com/pricing"),
        nurture=Nurture("nurture", now.date() + timedelta(days=30)) if stage is Stage.NURTURE else None,
        disposition=_disposition(random, came) if stage is Stage.FAILED else None,
    )
    topics = [topic for topic, share in ANSWERED.items() if random.randrange(100) < share]
    return Person(
        lead,
        tuple(_answer(lead, topic, minute, random) for minute, topic in enumerate(topics)),
        tuple(_signal(lead, number, random) for number in range(random.randrange(11))),
    )


def _tags(random: Random) -> tuple[str, ...]:
    chances = {"vip": 0.01, "newsletter": 0.3, "trade-fair": 0.05}
    return tuple(tag for tag, chance in chances.items() if random.random() < chance)


def _disposition(random: Random, at: datetime) -> Disposition:
    return Disposition("unsuccessful_exit", random.choice(list(DispositionReason)), None, at)


def _answer(lead: Lead, topic: Topic, minute: int, random: Random) -> Answer:
    key = f"{lead.id}-{topic}"
    standing = random.choice((Standing.GIVEN,) * 9 + (Standing.UNKNOWN, Standing.DECLINED))
    value = _value(lead, topic, random) if standing is Standing.GIVEN else None
    at = lead.created_at + timedelta(minutes=minute)
    return Answer(key, topic, standing, value, text=f"what was said about {topic}", message_id=key, at=at)


def _value(lead: Lead, topic: Topic, random: Random) -> Value:
    match topic:
        case Topic.TIMEFRAME:
            return _timeframe(lead, random)
        case Topic.BUDGET:
            amount = Decimal(random.choice((500, 4_000, 12_000, 60_000)))
            return random.choice((Budget(amount, amount, "EUR"), Budget(high=amount, currency="USD")))
        case Topic.AUTHORITY:
            return Authority(random.choice(list(AuthorityLevel)))
        case Topic.EMPLOYEES:
            people = random.choice((3, 40, 250, 9_000))
            return Headcount(people, people)
        case Topic.NEED | Topic.CURRENT_SOLUTION if random.random() < 0.1:
            return YesNo(False)
        case _:
            return Text(_words(lead, topic, random))


def _timeframe(lead: Lead, random: Random) -> Timeframe:
    if random.random() < 0.2:
        return Timeframe(urgency=random.choice(list(Urgency)))
    day = lead.created_at.date() + timedelta(days=random.randrange(500))
    return Timeframe(day, day + timedelta(days=30))


def _words(lead: Lead, topic: Topic, random: Random) -> str:
    first, last = random.choice(FIRST), random.choice(LAST)
    match topic:
        case Topic.NAME:
            return f"{first} {last}"
        case Topic.COMPANY:
            return f"{last} {random.choice(TRADES)} {lead.id[-4:]}"
        case Topic.EMAIL:
            return f"{lead.id}@{last.lower()}.example"
        case Topic.PHONE:
            return f"+4930{lead.id.replace('-', '')}"
        case _:
            return random.choice(_CHOICES[topic])


def _signal(lead: Lead, number: int, random: Random) -> Signal:
    at = lead.created_at + timedelta(hours=random.randrange(24 * 60))
    return Signal(f"{lead.id}-s{number}", random.choice(SIGNALS), at, {"page": "/pricing"})


_CHOICES: dict[Topic, Sequence[str]] = {
    Topic.NEED: NEEDS,
    Topic.CURRENT_SOLUTION: ("a spreadsheet", "nothing yet", "an old system"),
    Topic.ROLE: ROLES,
    Topic.INDUSTRY: INDUSTRIES,
    Topic.COUNTRY: COUNTRIES,
}
