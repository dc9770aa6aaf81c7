"""The queue of leads that need a person: taking one, writing, giving back."""

import asyncio

from sanic import HTTPResponse, Request, empty
from sanic.response import redirect

from console.desk import Desk
from console.forms import field
from console.guard import signed_in
from leads.domain.conversation import Author
from leads.domain.handoff import Handoff, HandoffState
from leads.services import handoffs, missed, queue, views
from leads.services.inbox import clean_text

__all__ = ["claim", "give_back", "handoffs_page", "note_key", "reply", "step_in"]


async def handoffs_page(desk: Desk, request: Request) -> HTTPResponse:
    """`/console/handoffs`: the readiest first, then the oldest; those that are taken below."""
    waiting, taken, forgotten = await asyncio.gather(
        asyncio.to_thread(queue.pending, desk.core, HandoffState.OPEN),
        asyncio.to_thread(queue.pending, desk.core, HandoffState.CLAIMED),
        asyncio.to_thread(missed.count, desk.core),
    )
    return await desk.page(request, "handoffs.html", open=waiting, taken=taken, forgotten=forgotten)


async def claim(desk: Desk, request: Request, handoff_id: str) -> HTTPResponse:
    """Take a handoff, and the conversation with it. Raises HandoffTaken, NotFound."""
    rep = signed_in(request)
    taken = await asyncio.to_thread(lambda: handoffs.claim(desk.core, handoff_id=handoff_id, rep_id=rep.id))
    return _show(desk, taken)


async def step_in(desk: Desk, request: Request, conversation_id: str) -> HTTPResponse:
    """Take a conversation that nobody has handed over. Raises HandoffTaken, ConversationNotFound."""
    rep = signed_in(request)
    taken = await asyncio.to_thread(
        lambda: handoffs.step_in(desk.core, conversation_id=conversation_id, rep_id=rep.id)
    )
    return _show(desk, taken)


async def give_back(desk: Desk, request: Request, handoff_id: str) -> HTTPResponse:
    """Done: the bot may speak again. Raises HandoffTaken, NotFound."""
    rep = signed_in(request)
    done = await asyncio.to_thread(
        lambda: handoffs.give_back(desk.core, handoff_id=handoff_id, rep_id=rep.id)
    )
    return _show(desk, done)


async def reply(desk: Desk, request: Request, conversation_id: str) -> HTTPResponse:
    """Write to the visitor as a person. Raises ConversationNotFound, HandoffTaken, NotClaimed."""
    rep = signed_in(request)
    lead_id = await asyncio.to_thread(views.lead_of_conversation, desk.core, conversation_id)
    words = clean_text(field(request, "text"))
    if words:
        await asyncio.to_thread(
            lambda: handoffs.reply(desk.core, conversation_id=conversation_id, rep=rep, text=words)
        )
        desk.news.end_typing(conversation_id, Author.REP)
        desk.news.publish(conversation_id)
    return redirect(f"/console/leads/{lead_id}#latest", status=303)


async def note_key(desk: Desk, request: Request, conversation_id: str) -> HTTPResponse:
    """The rep is writing a reply: the visitor sees that, once the conversation is the rep's."""
    rep = signed_in(request)
    if await asyncio.to_thread(
        lambda: handoffs.is_held(desk.core, conversation_id=conversation_id, rep_id=rep.id)
    ):
        desk.news.note_key(conversation_id, author=Author.REP)
    return empty()


def _show(desk: Desk, handoff: Handoff) -> HTTPResponse:
    desk.news.publish(handoff.conversation_id or "handoffs")
    return redirect(f"/console/leads/{handoff.lead_id}", status=303)
