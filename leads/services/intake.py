"""Leads that come in or change without a conversation: by API, form or feed.

Everything here works inside an open transaction: whoever brings the lead may have more to keep with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from leads.domain.answers import Answer, Text
from leads.domain.facts import Signal, SignalKind
from leads.domain.followup import followup
from leads.domain.lead import Channel, Lead, Source, Stage
from leads.domain.topics import CONTACT, Topic
from leads.services import followups
from leads.services.assess import facts_of, zone_of
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound
from leads.services.learning import Learnt, learn
from leads.services.ports import Work
from leads.services.statements import Statement, read

__all__ = ["LeadChanges", "add_signal", "add_signals", "change_lead", "create_lead"]

#: Stages a lead may be put in; the others are reached by a way out.
PIPELINE = frozenset({Stage.NEW, Stage.QUALIFYING, Stage.QUALIFIED, Stage.NURTURE})
DUPLICATE = "possible-duplicate"


@dataclass(frozen=True, slots=True)
class LeadChanges:
    """What an edit changes; None leaves a field as it is."""

    told: tuple[Statement, ...] = ()
    stage: Stage | None = None
    tags: tuple[str, ...] | None = None
    owner_id: str | None = None
    timezone: str | None = None
    language: str | None = None


def create_lead(
    core: Core,
    work: Work,
    *,
    channel: Channel,
    told: Sequence[Statement],
    source: Source | None = None,
    timezone: str | None = None,
    language: str | None = None,
) -> Lead:
    """A new lead of whom this was told. Raises InvalidField.

    Somebody with the same address may be there already. That is noted as a tag: two leads are never made one
    without proof that they are the same person.
    """
    core = core.pinned()
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
    return _learn(core, work, lead, told, message_id=f"intake:{lead.id}")


def change_lead(
    core: Core, work: Work, lead_id: str, wanted: LeadChanges, *, actor: str, origin: str = "edit"
) -> Lead:
    """The lead with an edit applied. Raises LeadNotFound, InvalidField.

    `origin` is what the ids of its answers' messages begin with.

    Put into a stage of the pipeline, a lead that had left it is back.
    """
    core = core.pinned()
    lead = _locked(work, lead_id)
    if wanted.stage is not None and wanted.stage not in PIPELINE:
        raise InvalidField("stage", "A lead gets there by its disposition, which says how it left.")
    if wanted.owner_id is not None and work.reps.get(wanted.owner_id) is None:
        raise InvalidField("owner", "There is no such rep.")
    edited = replace(
        lead,
        stage=wanted.stage or lead.stage,
        disposition=None if wanted.stage else lead.disposition,
        tags=lead.tags if wanted.tags is None else tuple(dict.fromkeys(wanted.tags)),
        owner_id=wanted.owner_id or lead.owner_id,
        timezone=wanted.timezone or lead.timezone,
        language=wanted.language or lead.language,
    )
    changed = _learn(core, work, edited, wanted.told, message_id=f"{origin}:{core.new_id()}")
    detail = {"told": [statement.topic for statement in wanted.told], "edited": _edited(wanted)}
    work.audit(actor, "lead.change", lead_id=lead_id, detail=detail, at=core.clock())
    return changed


def add_signal(
    core: Core, work: Work, lead_id: str, *, kind: SignalKind, at: datetime, data: Mapping[str, object]
) -> Lead:
    """The lead after something it did. Raises LeadNotFound."""
    signal = Signal(id=core.new_id(), kind=kind, at=at, data=data, received_at=core.clock())
    return add_signals(core, work, lead_id, [signal])


def add_signals(core: Core, work: Work, lead_id: str, signals: Sequence[Signal]) -> Lead:
    """The lead after several things it did; those known by their id count once. Raises LeadNotFound."""
    core = core.pinned()
    lead = _locked(work, lead_id)
    learnt = learn(core, work, lead, (), words=str, message_id="", signals=signals)
    return _to_sales(core, work, lead, learnt)


def _learn(core: Core, work: Work, lead: Lead, told: Sequence[Statement], *, message_id: str) -> Lead:
    """Keep what was told, score the lead by it, and start what follows from that."""
    country = facts_of(work, lead.id).value(Topic.COUNTRY)
    parsed = read(
        told,
        now=core.clock().astimezone(zone_of(lead)),
        country=country.text if isinstance(country, Text) else None,
    )
    words = {statement.topic: statement.words for statement in told}
    learnt = learn(core, work, lead, parsed, words=words.__getitem__, message_id=message_id)
    return _marked(work, _to_sales(core, work, lead, learnt), learnt.fresh)


def _to_sales(core: Core, work: Work, before: Lead, learnt: Learnt) -> Lead:
    assessed = learnt.assessment
    planned = followup(assessed.facts, core.model, quadrant=assessed.quadrant, bant=assessed.bant)
    return followups.to_sales(core, work, learnt.lead, planned, before=before)


def _marked(work: Work, lead: Lead, fresh: Iterable[Answer]) -> Lead:
    """The lead, with a tag when a new address is somebody else's already."""
    if DUPLICATE in lead.tags or not any(_is_anothers(work, lead, answer) for answer in fresh):
        return lead
    marked = replace(lead, tags=(*lead.tags, DUPLICATE))
    work.leads.save(marked)
    return marked


def _is_anothers(work: Work, lead: Lead, answer: Answer) -> bool:
    if answer.topic not in CONTACT or not isinstance(answer.value, Text):
        return False
    holder = work.leads.by_identity(answer.topic, answer.value.text)
    return holder is not None and holder.id != lead.id


def _edited(wanted: LeadChanges) -> list[str]:
    fields = ("stage", "tags", "owner_id", "timezone", "language")
    return [field for field in fields if getattr(wanted, field) is not None]


def _locked(work: Work, lead_id: str) -> Lead:
    lead = work.leads.get(lead_id, lock=True)
    if lead is None:
        raise LeadNotFound
    return lead
