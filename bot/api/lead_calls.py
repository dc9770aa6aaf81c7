"""What the lead API does with leads: calls that read a request at once, and return what is left to do."""

import re
from collections.abc import Callable
from typing import Any

from sanic import Request

from bot.api.bodies import any_body, json_body
from bot.api.fields import flat, named_as_written
from bot.api.idempotency import Answer, Effect
from bot.api.queries import lead_list, message_list, moment_and_model
from bot.api.requests import ID, DispositionIn, LeadIn, LeadPatch, OutcomeIn, SignalIn, parse, parse_lead
from bot.api.shapes import lead_shape, ledger_shape, message_shape, outlook_shape
from leads.domain.lead import Channel, Lead
from leads.services import erasing, intake, leaving, views
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.hindsight import look_back
from leads.services.inbox import clean_text
from leads.services.ports import Work
from leads.services.views import LeadView

__all__ = ["LeadCalls", "Look"]

Json = dict[str, Any]

#: What a call looks up; it blocks.
Look = Callable[[], Json]

ACTOR = "api"
LONGEST_SENDER = 320


class LeadCalls:
    """Calls about leads. Those that change something return an Effect, the others a Look."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, request: Request) -> Look:
        """Leads, newest first."""
        asked = lead_list(request)

        def look() -> Json:
            found, after = views.page(self._core, asked.wanted, after=asked.after, limit=asked.limit)
            return {"items": [self._shape(view) for view in found], "next": after}

        return look

    def create(self, request: Request) -> Effect:
        """A new lead."""
        fields = flat(any_body(request))
        wanted = parse_lead(LeadIn, fields)

        def effect(work: Work) -> Answer:
            with named_as_written(fields):
                lead = intake.create_lead(
                    self._core,
                    work,
                    channel=Channel.API,
                    told=wanted.told(),
                    source=wanted.source.as_source(),
                    timezone=wanted.timezone,
                    language=wanted.language,
                )
            return self._answer(work, lead, status=201)

        return effect

    def get(self, _: Request, lead_id: str) -> Look:
        """One lead."""
        known = _id(lead_id)
        return lambda: self._shape(views.view(self._core, known))

    def change(self, request: Request, lead_id: str) -> Effect:
        """A lead with an edit applied."""
        known, fields = _id(lead_id), flat(json_body(request))
        wanted = parse_lead(LeadPatch, fields)

        def effect(work: Work) -> Answer:
            with named_as_written(fields):
                lead = intake.change_lead(self._core, work, known, wanted.as_changes(), actor=ACTOR)
            return self._answer(work, lead)

        return effect

    def add_signal(self, request: Request, lead_id: str) -> Effect:
        """A lead after something it did."""
        known, signal = _id(lead_id), parse(SignalIn, json_body(request))
        at = signal.instant(self._core.clock())

        def effect(work: Work) -> Answer:
            lead = intake.add_signal(self._core, work, known, kind=signal.kind, at=at, data=signal.data)
            return self._answer(work, lead, status=201)

        return effect

    def dispose(self, request: Request, lead_id: str) -> Effect:
        """A lead that has left the pipeline."""
        known, wanted = _id(lead_id), parse(DispositionIn, json_body(request))

        def effect(work: Work) -> Answer:
            lead = leaving.dispose(
                self._core,
                work,
                known,
                way_out=wanted.exit,
                reason=wanted.reason,
                note=wanted.note,
                actor=ACTOR,
            )
            return self._answer(work, lead)

        return effect

    def note_outcome(self, request: Request, lead_id: str) -> Effect:
        """A deal won or lost."""
        known, wanted = _id(lead_id), parse(OutcomeIn, json_body(request))

        def effect(work: Work) -> Answer:
            lead = leaving.note_outcome(
                self._core,
                work,
                known,
                result=wanted.outcome,
                at=wanted.instant(self._core.clock()),
                note=wanted.note,
                actor=ACTOR,
            )
            return self._answer(work, lead)

        return effect

    def erase(self, _: Request, lead_id: str) -> Effect:
        """Nothing of a lead any more."""
        known = _id(lead_id)

        def effect(work: Work) -> Answer:
            erasing.erase_in(self._core, work, known, actor=ACTOR)
            return Answer(200, {"id": known, "erased": True}, changed=known)

        return effect

    def ledger(self, request: Request, lead_id: str) -> Look:
        """Every line of a lead's scores, now or at a moment, as they are or under another version."""
        known, (at, version) = _id(lead_id), moment_and_model(request)

        def look() -> Json:
            found = look_back(self._core, known, at=at, version=version)
            return {"items": [ledger_shape(line) for line in found.lines], "next": None}

        return look

    def outlook(self, _: Request, lead_id: str) -> Look:
        """The fewest answers that would make a lead one for sales."""
        known = _id(lead_id)
        return lambda: outlook_shape(views.outlook_of(self._core, views.view(self._core, known)))

    def transcript(self, request: Request, lead_id: str) -> Look:
        """What was said with a lead, in order."""
        known, (after, limit) = _id(lead_id), message_list(request)

        def look() -> Json:
            messages, place = views.transcript_page(self._core, known, after=after, limit=limit)
            following = f"{place.conversation_id}.{place.seq}" if place else None
            return {"items": [message_shape(message) for message in messages], "next": following}

        return look

    def of_sender(self, _: Request, sender: str) -> Look:
        """The lead behind a REST, widget or SMS sender."""
        if len(sender) > LONGEST_SENDER or sender != clean_text(sender):
            raise LeadNotFound
        return lambda: self._shape(views.view(self._core, views.lead_of_sender(self._core, sender)))

    def _answer(self, work: Work, lead: Lead, *, status: int = 200) -> Answer:
        return Answer(status, self._shape(views.view_in(self._core, work, lead)), changed=lead.id)

    def _shape(self, view: LeadView) -> Json:
        return lead_shape(view)


def _id(given: str) -> str:
    """An id that may be one of ours; nothing else gets as far as the store. Raises LeadNotFound."""
    if not re.fullmatch(ID, given):
        raise LeadNotFound
    return given
