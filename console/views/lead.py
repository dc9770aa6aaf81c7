"""One lead: who, what they said, both scores line by line, the talk, the meeting."""

import asyncio
from dataclasses import dataclass

from sanic import HTTPResponse, Request

from console import card
from console.desk import Desk
from console.forms import argument
from console.guard import signed_in
from console.history import anchors_of, days
from console.views.leaving import LONGEST_NOTE
from leads.domain.conversation import Author, ConversationState
from leads.domain.facts import SignalKind
from leads.domain.handoff import HandoffState
from leads.domain.lead import DispositionReason
from leads.domain.learnt import Estimate
from leads.domain.ledger import Axis
from leads.domain.outcomes import Result, Verdict, verdict
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services import timeline, versions, views
from leads.services.calibrating import chance_of
from leads.services.inbox import MAX_TEXT
from leads.services.leaving import WayOut
from leads.services.links import manage_link
from leads.services.views import LeadView

__all__ = ["lead_page"]


@dataclass(frozen=True, slots=True)
class Position:
    """Whose turn it is with this lead, and what the rep who looks may do about it."""

    holder: Rep | None
    is_mine: bool
    may_take: bool
    may_write: bool


@dataclass(frozen=True, slots=True)
class Prospect:
    """How it ended with a lead; before that the chance of winning it, where outcomes have taught it."""

    ended: Verdict | None
    chance: Estimate | None = None
    learnt_from: int = 0


async def lead_page(desk: Desk, request: Request, lead_id: str) -> HTTPResponse:
    """`/console/leads/<id>`. Raises LeadNotFound."""
    core, rep = desk.core, signed_in(request)
    view = await asyncio.to_thread(views.view, core, lead_id)
    known = await asyncio.to_thread(versions.history, core)
    moments = await asyncio.to_thread(timeline.timeline, core, lead_id)
    anchors = anchors_of(moments)
    lead = view.lead
    thresholds = view.model.thresholds
    return await desk.page(
        request,
        "lead.html",
        view=view,
        lead=lead,
        title=lead.name or lead.company or lead.email or lead.phone or "Unnamed lead",
        role=card.text_of(view, Topic.ROLE),
        country=card.text_of(view, Topic.COUNTRY),
        outlook=views.outlook_of(core, view),
        bant=card.bant_told(view, anchors),
        details=card.details_told(view, anchors),
        sheets=[
            card.score_sheet(
                view.ledger, view.assessment.facts, axis, threshold=thresholds.on(axis), zone=rep.timezone
            )
            for axis in Axis
        ],
        versions=known.versions,
        step=views.next_step_of(view, rep),
        unchecked=views.unchecked_of(view),
        says_opener=argument(request, "say") == "opener",
        prospect=await asyncio.to_thread(_prospect, desk, view),
        ways_out=list(WayOut),
        reasons=list(DispositionReason),
        results=[Result.WON, Result.LOST],
        longest_note=LONGEST_NOTE,
        position=_position(view, rep),
        owner=view.reps.get(lead.owner_id or ""),
        host=view.reps.get(view.booking.rep_id) if view.booking else None,
        manage=manage_link(core, view.booking) if view.booking else None,
        days=days(moments, visitor=lead.name or "Visitor", zone=rep.timezone),
        longest=MAX_TEXT,
        is_writing=view.conversation is not None
        and desk.news.typing(view.conversation.id, Author.VISITOR) is not None,
    )


def _prospect(desk: Desk, view: LeadView) -> Prospect:
    lead, core = view.lead, desk.core
    with core.store.reading() as work:
        outcomes, calibration = work.outcomes.of_leads([lead.id])[lead.id], work.calibrations.latest()
    purchases = [signal.at for signal in view.assessment.facts.signals if signal.kind is SignalKind.PURCHASE]
    ended, findings = verdict(lead, outcomes, purchases), calibration.findings if calibration else None
    if ended is not None or lead.disposition is not None or findings is None:
        return Prospect(ended)
    statistics, facts = desk.statistics, view.assessment.facts
    chance = chance_of(core, statistics, findings, lead=lead, facts=facts)
    return Prospect(ended, chance, learnt_from=findings.learnt.outcomes)


def _position(view: LeadView, rep: Rep) -> Position:
    handoff, conversation = view.handoff, view.conversation
    is_taken = handoff is not None and handoff.state is HandoffState.CLAIMED
    holder = view.reps.get(handoff.rep_id or "") if handoff and is_taken else None
    is_mine = holder is not None and holder.id == rep.id
    is_human = conversation is not None and conversation.state is ConversationState.HUMAN
    return Position(
        holder=holder,
        is_mine=is_mine,
        may_take=not is_taken and (handoff is not None or conversation is not None),
        may_write=is_mine and is_human,
    )
