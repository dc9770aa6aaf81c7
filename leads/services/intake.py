"""Leads that come in or change without a conversation: by API, form or feed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from leads.domain.answers import Answer, Parsed, Standing
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Disposition, DispositionReason, Lead, Source, Stage
from leads.domain.merging import news
from leads.domain.parsing.contact import read_email, read_phone
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic
from leads.services.assess import facts_of, rescore, zone_of
from leads.services.core import Core
from leads.services.errors import LeadNotFound, ServiceError
from leads.services.ports import Work

__all__ = [
    "InvalidField",
    "LeadChanges",
    "Told",
    "add_signal",
    "change_lead",
    "create_lead",
    "dispose",
]

VALIDATED = {Topic.EMAIL: read_email, Topic.PHONE: read_phone}
EXITS = {
    "successful_exit": Stage.QUALIFIED,
    "convert_to_deal": Stage.CONVERTED,
    "unsuccessful_exit": Stage.FAILED,
    "remove": Stage.REMOVED,
}


class InvalidField(ServiceError):
    """A field has a value that cannot be right."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Told:
    """What a sender says about a lead: words by topic, read like a prospect's own, or values."""

    words: Mapping[Topic, str] = field(default_factory=dict)
    values: tuple[Parsed, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadChanges:
    """What an edit changes; None leaves a field as it is."""

    told: Told = field(default_factory=Told)
    stage: Stage | None = None
    tags: tuple[str, ...] | None = None
    owner_id: str | None = None
    timezone: str | None = None
    language: str | None = None


def create_lead(
    core: Core,
    *,
    channel: Channel,
    told: Told,
    source: Source | None = None,
    timezone: str | None = None,
    language: str | None = None,
) -> str:
    """A new lead from what was told; its id. Raises InvalidField.

    Somebody with the same address may be there already. That is noted as a tag; two leads are never made one
    without proof that they are the same person.
    """
    with core.store.writing() as work:
        now = core.clock()
        lead = Lead(
            id=core.new_id(),
            created_at=now,
            updated_at=now,
            channel=channel,
            timezone=timezone,
            language=language or "en",
            source=source or Source(),
            model=core.model.version,
        )
        work.leads.add(lead)
        _learn(core, work, lead, told, message_id=f"intake:{lead.id}")
        return lead.id


def change_lead(core: Core, lead_id: str, wanted: LeadChanges) -> None:
    """Apply an edit. Raises LeadNotFound, InvalidField."""
    with core.store.writing() as work:
        lead = _lead(work, lead_id)
        if wanted.owner_id is not None and work.reps.get(wanted.owner_id) is None:
            raise InvalidField("owner", "There is no such rep.")
        edited = replace(
            lead,
            stage=wanted.stage or lead.stage,
            tags=lead.tags if wanted.tags is None else wanted.tags,
            owner_id=wanted.owner_id or lead.owner_id,
            timezone=wanted.timezone or lead.timezone,
            language=wanted.language or lead.language,
        )
        _learn(core, work, edited, wanted.told, message_id=f"edit:{core.new_id()}")
        detail = {"topics": sorted(wanted.told.words)}
        work.audit("api", "lead.change", lead_id=lead_id, detail=detail, at=core.clock())


def add_signal(
    core: Core, lead_id: str, *, kind: SignalKind, at: datetime, data: Mapping[str, object]
) -> str:
    """Something the lead did; the signal's id. Raises LeadNotFound."""
    with core.store.writing() as work:
        lead = _lead(work, lead_id)
        signal = Signal(id=core.new_id(), kind=kind, at=at, data=data)
        work.facts.add_signal(lead.id, signal)
        rescore(core, work, lead, facts_of(work, lead.id))
        return signal.id


def dispose(
    core: Core,
    lead_id: str,
    *,
    way_out: str,
    reason: DispositionReason | None,
    note: str | None,
    actor: str,
) -> None:
    """Let a lead leave the qualification pipeline. Raises LeadNotFound, InvalidField."""
    if way_out not in EXITS:
        raise InvalidField("exit", f"exit must be one of {', '.join(EXITS)}.")
    if way_out == "unsuccessful_exit" and reason is None:
        raise InvalidField("reason", "An unsuccessful exit needs a reason.")
    with core.store.writing() as work:
        lead = _lead(work, lead_id)
        now = core.clock()
        left = Disposition(exit=way_out, reason=reason, note=note, at=now)
        work.leads.save(replace(lead, stage=EXITS[way_out], disposition=left, updated_at=now))
        detail = {"exit": way_out, "reason": reason}
        work.audit(actor, "lead.disposition", lead_id=lead_id, detail=detail, at=now)


def _learn(core: Core, work: Work, lead: Lead, told: Told, *, message_id: str) -> None:
    parsed = (*told.values, *_read(core, lead, told.words))
    now = core.clock()
    answers = [
        Answer(
            id=core.new_id(),
            topic=item.topic,
            standing=item.standing,
            value=item.value,
            text=told.words.get(item.topic, ""),
            message_id=message_id,
            at=now,
        )
        for item in news(parsed, facts_of(work, lead.id).answers)
    ]
    work.facts.add_answers(lead.id, answers)
    lead, _ = rescore(core, work, lead, facts_of(work, lead.id))
    known = [_identify(work, lead, kind, value, now) for kind, value in _addresses(lead)]
    if any(known) and "possible-duplicate" not in lead.tags:
        work.leads.save(replace(lead, tags=(*lead.tags, "possible-duplicate")))


def _read(core: Core, lead: Lead, words: Mapping[Topic, str]) -> Iterable[Parsed]:
    now = core.clock().astimezone(zone_of(lead))
    for topic, text in words.items():
        context = Context(now=now, asking=topic)
        if topic in VALIDATED:
            found = VALIDATED[topic](text, context)
            if found is None:
                raise InvalidField(topic, f"This is not a valid {topic}.")
            yield found
            continue
        heard = {item.topic: item for item in understand(text, context)}
        yield heard.get(topic, Parsed(topic, Standing.UNKNOWN))


def _addresses(lead: Lead) -> Iterable[tuple[str, str]]:
    return ((kind, value) for kind, value in (("email", lead.email), ("phone", lead.phone)) if value)


def _identify(work: Work, lead: Lead, kind: str, value: str, now: datetime) -> bool:
    """Note the address; whether it was somebody else's already."""
    work.leads.identify(lead.id, kind, value, verified=False, at=now)
    holder = work.leads.by_identity(kind, value)
    return holder is not None and holder.id != lead.id


def _lead(work: Work, lead_id: str) -> Lead:
    lead = work.leads.get(lead_id, lock=True)
    if lead is None:
        raise LeadNotFound
    return lead
