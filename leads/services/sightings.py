"""What a visitor of the site does, once they have agreed that we note it, before they talk and beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from leads.domain.behaviour import Prompt, Watching, due, is_same_look, kind_of_view
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import Author, Conversation, Message
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Source
from leads.services import intake
from leads.services.core import Core
from leads.services.errors import ConsentMissing
from leads.services.inbox import Inbound, begin_conversation
from leads.services.ports import Work

__all__ = ["Guest", "Seen", "adopt", "agree", "has_agreed", "note"]

MOST_OF_A_STRANGER = 200
MOST_OF_A_LEAD = 2_000


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor of the site: the sender of their messages, should there be any, and what brought them."""

    sender: str
    source: Source = field(default_factory=Source)
    timezone: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing a visitor did, as their browser tells it. The same `id` again is the same thing.

    Without a `kind` it is a look at the page of this path, which says itself what that means.
    """

    id: str
    path: str
    kind: SignalKind | None = None
    data: Mapping[str, object] = field(default_factory=dict)


def agree(core: Core, guest: Guest, *, granted: bool, wording: str) -> None:
    """Record that a visitor allows us to note what they do, or does not any more; the same again is no news.

    What was noted of somebody we have not talked to is deleted when they take it back.
    """
    state = ConsentState.OPTED_IN if granted else ConsentState.OPTED_OUT
    with core.store.writing() as work:
        work.lock(_name(guest.sender))
        if work.consents.in_force(Medium.TRACKING, guest.sender) is state:
            return
        conversation = work.conversations.by_sender(Channel.WIDGET, guest.sender)
        work.consents.add(
            Consent(
                id=core.new_id(),
                medium=Medium.TRACKING,
                address=guest.sender,
                lead_id=conversation.lead_id if conversation else None,
                state=state,
                wording=wording,
                channel=Channel.WIDGET,
                at=core.clock(),
            )
        )
        if not granted:
            work.sightings.delete_of_visitor(guest.sender)


def has_agreed(work: Work, sender: str) -> bool:
    """Whether this visitor allows us to note what they do."""
    return work.consents.in_force(Medium.TRACKING, sender) is ConsentState.OPTED_IN


def note(core: Core, watching: Watching, guest: Guest, seen: Sequence[Seen]) -> str | None:
    """Keep what a visitor did, for the lead they are or may become. Raises ConsentMissing.

    It may be cause for us to speak first: then the id of the conversation that begins.
    """
    with core.store.writing() as work:
        work.lock(_name(guest.sender))
        if not has_agreed(work, guest.sender):
            raise ConsentMissing
        conversation = work.conversations.by_sender(Channel.WIDGET, guest.sender, lock=True)
        if conversation is None:
            return _note_of_stranger(core, work, watching, guest, seen)
        before = work.facts.signals(conversation.lead_id)
        fresh = _fresh(guest, seen, before=before, watching=watching, at=core.clock())
        if fresh and len(before) < MOST_OF_A_LEAD:
            intake.add_signals(core, work, conversation.lead_id, fresh)
        return None


def adopt(core: Core, work: Work, *, sender: str, lead_id: str) -> None:
    """What a visitor did before they talked to us is the lead's from now on."""
    signals = work.sightings.of_visitor(sender)
    if signals:
        work.sightings.delete_of_visitor(sender)
        intake.add_signals(core, work, lead_id, signals)


def _note_of_stranger(
    core: Core, work: Work, watching: Watching, guest: Guest, seen: Sequence[Seen]
) -> str | None:
    before = work.sightings.of_visitor(guest.sender)
    fresh = _fresh(guest, seen, before=before, watching=watching, at=core.clock())
    if len(before) >= MOST_OF_A_STRANGER:
        return None
    for signal in fresh:
        work.sightings.add(guest.sender, signal)
    prompt = due(watching, before=before, now=fresh) if fresh else None
    return _begin(core, work, guest, prompt).id if prompt else None


def _fresh(
    guest: Guest, seen: Sequence[Seen], *, before: Sequence[Signal], watching: Watching, at: datetime
) -> list[Signal]:
    known = {signal.id for signal in before}
    fresh: list[Signal] = []
    for one in seen:
        signal_id, earlier = f"{guest.sender}:{one.id}", (*before, *fresh)
        is_again = one.kind is None and is_same_look(one.path, before=earlier, at=at, watching=watching)
        if is_again or signal_id in known:
            continue
        known.add(signal_id)
        kind = one.kind or kind_of_view(one.path, before=earlier, at=at, watching=watching)
        fresh.append(Signal(signal_id, kind, at, {"path": one.path, **one.data}))
    return fresh


def _begin(core: Core, work: Work, guest: Guest, prompt: Prompt) -> Conversation:
    """Speak first: a conversation with one message of ours, and the lead behind it."""
    conversation = begin_conversation(
        core,
        work,
        Inbound(
            channel=Channel.WIDGET,
            external_id="",
            sender=guest.sender,
            text="",
            source=guest.source,
            timezone=guest.timezone,
            language=guest.language,
        ),
    )
    adopt(core, work, sender=guest.sender, lead_id=conversation.lead_id)
    said = Message(
        conversation_id=conversation.id, seq=1, author=Author.BOT, text=prompt.text, at=core.clock()
    )
    work.conversations.add_messages([said])
    begun = replace(
        conversation, last_seq=1, asking=prompt.asks, asked={prompt.asks: 1} if prompt.asks else {}
    )
    work.conversations.save(begun)
    return begun


def _name(sender: str) -> str:
    return f"sender:{Channel.WIDGET}:{sender}"
