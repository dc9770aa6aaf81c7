"""A lead and what hangs on it, in the JSON of the contract."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from leads.domain.answers import Answer, Authority, Budget, Headcount, SlotChoice, Text, Timeframe, YesNo
from leads.domain.bant import Bant
from leads.domain.booking import Booking, BookingState, Slot
from leads.domain.consent import WRITING, ConsentState
from leads.domain.conversation import Message
from leads.domain.handoff import Handoff
from leads.domain.lead import Lead
from leads.domain.ledger import Change
from leads.domain.outlook import Outlook
from leads.domain.rep import Rep
from leads.domain.topics import BANT, Topic
from leads.services.views import LeadView

__all__ = [
    "answer_shape",
    "booking_shape",
    "instant",
    "lead_shape",
    "ledger_shape",
    "message_shape",
    "outlook_shape",
    "slot_shape",
]

Json = dict[str, Any]


def instant(moment: datetime) -> str:
    """UTC with a Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def number(amount: Decimal | None) -> int | float | None:
    """A JSON number: whole where the amount is."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def lead_shape(view: LeadView) -> Json:
    """The lead of the contract."""
    lead, assessment, thresholds = view.lead, view.assessment, view.model.thresholds
    answers = assessment.facts.answers
    return {
        "id": lead.id,
        "created_at": instant(lead.created_at),
        "channel": lead.channel,
        "contact": _contact(lead, answers),
        "firmographics": {
            "employees": _headcount(answers.get(Topic.EMPLOYEES)),
            "revenue": {"low": None, "high": None, "currency": None, "text": None},
            "industry": _words(answers.get(Topic.INDUSTRY)),
        },
        "bant": {topic.value: _criterion(topic, answers, assessment.bant) for topic in BANT},
        "scores": {
            "fit": view.scores.fit,
            "interest": view.scores.interest,
            "fit_threshold": thresholds.fit,
            "interest_threshold": thresholds.interest,
            "quadrant": assessment.quadrant,
            "temperature": assessment.temperature,
            "model": view.model.version,
        },
        "stage": lead.stage,
        "tags": list(lead.tags),
        "owner": _person(view.reps.get(lead.owner_id or "")),
        "routing": {"rule": lead.routing.rule, "why": lead.routing.why},
        "booking": _meeting(view),
        "handoff": view.handoff and _handoff(view.handoff),
        "nurture": lead.nurture
        and {
            "path": lead.nurture.path,
            "next_touch": lead.nurture.next_touch and lead.nurture.next_touch.isoformat(),
            "missing": list(lead.nurture.missing),
        },
        "disposition": lead.disposition
        and {
            "exit": lead.disposition.exit,
            "reason": lead.disposition.reason,
            "note": lead.disposition.note,
            "at": instant(lead.disposition.at),
        },
        "consent": {medium.value: view.consent[medium] for medium in WRITING},
        "source": {"kind": lead.source.kind, "utm": dict(lead.source.utm), "referrer": lead.source.referrer},
        "conversation": {
            "asking": view.conversation.asking if view.conversation else None,
            "state": view.conversation.state if view.conversation else "closed",
        },
    }


def answer_shape(answer: Answer, bant: Bant) -> Json | str | None:
    """One answer by itself, in the shape its topic has in a lead: None where nothing was given."""
    if answer.topic in BANT:
        return _criterion(answer.topic, {answer.topic: answer}, bant)
    match answer.value:
        case Headcount():
            return _headcount(answer)
        case YesNo(yes):
            return ConsentState.OPTED_IN if yes else ConsentState.OPTED_OUT
        case SlotChoice(index, none_fits):
            return {"index": index, "none_fits": none_fits}
        case _:
            return _words(answer)


def booking_shape(booking: Booking, rep: Rep | None) -> Json:
    """A meeting; times are UTC, `timezone` is the prospect's."""
    return {
        "id": booking.id,
        "lead": booking.lead_id,
        "rep": _person(rep) or {"id": booking.rep_id, "name": None},
        "start": instant(booking.start),
        "end": instant(booking.end),
        "timezone": booking.timezone,
        "state": booking.state,
        "sequence": booking.sequence,
    }


def slot_shape(slot: Slot, rep: Rep | None, timezone: str) -> Json:
    """A free slot; times are UTC, `timezone` is the prospect's."""
    return {
        "id": slot.id,
        "rep": _person(rep) or {"id": slot.rep_id, "name": None},
        "start": instant(slot.start),
        "end": instant(slot.end),
        "timezone": timezone,
    }


def ledger_shape(line: Change) -> Json:
    """A line of the ledger."""
    return {
        "axis": line.axis,
        "points": line.points,
        "reason": line.reason,
        "kind": line.kind,
        "source": line.source,
        "rule": line.rule,
        "model": line.model,
        "at": instant(line.at),
    }


def outlook_shape(seen: Outlook | None) -> Json:
    """What it would take to make a lead one for sales; with no way there, nothing but that."""
    if seen is None:
        return {"possible": False, "answers": [], "scores": None, "quadrant": None, "temperature": None}
    return {
        "possible": True,
        "answers": [
            {
                "topic": topic,
                "axis": line and line.axis,
                "points": line.points if line else 0,
                "reason": line and line.reason,
            }
            for topic, line in seen.lines.items()
        ],
        "scores": {"fit": seen.scores.fit, "interest": seen.scores.interest},
        "quadrant": seen.quadrant,
        "temperature": seen.temperature,
    }


def message_shape(message: Message) -> Json:
    """A line of the transcript. What buttons stand for stays here."""
    return {
        "conversation": message.conversation_id,
        "seq": message.seq,
        "author": message.author,
        "name": message.name,
        "text": message.text,
        "buttons": [{"id": button.id, "title": button.title} for button in message.buttons],
        "at": instant(message.at),
    }


def _contact(lead: Lead, answers: Mapping[Topic, Answer]) -> Json:
    return {
        "name": lead.name,
        "email": lead.email,
        "phone": lead.phone,
        "company": lead.company,
        "role": _words(answers.get(Topic.ROLE)),
        "country": _words(answers.get(Topic.COUNTRY)),
        "timezone": lead.timezone,
        "language": lead.language,
    }


def _criterion(topic: Topic, answers: Mapping[Topic, Answer], bant: Bant) -> Json:
    answer = answers.get(topic)
    status = bant.of(topic)
    text = _told(answer)
    value = answer.value if answer else None
    match topic:
        case Topic.BUDGET:
            return {
                "status": status,
                **_budget(value if isinstance(value, Budget) else Budget()),
                "text": text,
            }
        case Topic.AUTHORITY:
            level = value.level if isinstance(value, Authority) else None
            return {"status": status, "level": level, "text": text}
        case Topic.TIMEFRAME:
            span = value if isinstance(value, Timeframe) else Timeframe()
            return {
                "status": status,
                "earliest": span.earliest and span.earliest.isoformat(),
                "latest": span.latest and span.latest.isoformat(),
                "text": text,
            }
        case _:
            return {
                "status": status,
                "current_solution": _words(answers.get(Topic.CURRENT_SOLUTION)),
                "text": text,
            }


def _meeting(view: LeadView) -> Json | None:
    """The meeting that is to take place, or took place: one that was called off is none."""
    meeting = view.booking
    if meeting is None or meeting.state is BookingState.CANCELLED:
        return None
    return booking_shape(meeting, view.reps.get(meeting.rep_id))


def _budget(budget: Budget) -> Json:
    return {
        "low": number(budget.low),
        "high": number(budget.high),
        "currency": budget.currency,
        "period": budget.period,
    }


def _headcount(answer: Answer | None) -> Json:
    count = answer.value if answer and isinstance(answer.value, Headcount) else Headcount()
    return {"low": count.low, "high": count.high, "text": _told(answer)}


def _told(answer: Answer | None) -> str | None:
    """Their words; somebody who gives a number may have used none."""
    return (answer.text or None) if answer else None


def _words(answer: Answer | None) -> str | None:
    return answer.value.text if answer and isinstance(answer.value, Text) else None


def _person(rep: Rep | None) -> Json | None:
    return {"id": rep.id, "name": rep.name} if rep else None


def _handoff(handoff: Handoff) -> Json:
    return {
        "id": handoff.id,
        "reason": handoff.reason,
        "state": handoff.state,
        "rep": handoff.rep_id,
        "at": instant(handoff.created_at),
    }
