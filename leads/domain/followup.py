"""What happens with a lead next: one follow-up for its quadrant and temperature, started automatically."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from leads.domain.bant import Bant, Criterion, Temperature, temperature
from leads.domain.facts import Facts
from leads.domain.lead import DispositionReason
from leads.domain.matrix import Quadrant
from leads.domain.model import Band, Persona, ScoringModel
from leads.domain.scoring import band_of
from leads.domain.topics import FIRMOGRAPHIC, Topic

__all__ = ["Followup", "FollowupKind", "followup", "kind_of", "persona_of", "unchecked"]


#: Paths of those who are not for sales now, besides the kind of their follow-up.
REVIVE, STAY_IN_TOUCH = "revive", "stay_in_touch"


class FollowupKind(StrEnum):
    """The four ways on."""

    SALES_NOW = "sales_now"  # a meeting with a rep, in the conversation
    NURTURE = "nurture"  # raise readiness, ask for what is missing when it is due
    SELF_SERVE = "self_serve"  # keep the relationship without spending sales time
    DISQUALIFY = "disqualify"  # thank them and close, with a reason


@dataclass(frozen=True, slots=True)
class Followup:
    """The way on for one lead.

    `missing` are the BANT topics still to be met, as far as we will ask for them again. `touch_in_days` is
    None when nobody is to touch the lead by itself. `reason` is there exactly when they are let go. Tags are
    "quadrant:…", "persona:…", "missing:…" and, for what makes somebody no fit, "misfit:…". `path` names the
    way on for whoever is not for sales now: somebody we want who is cold is revived.
    """

    kind: FollowupKind
    tags: tuple[str, ...]
    missing: tuple[Topic, ...] = ()
    touch_in_days: int | None = None
    reason: DispositionReason | None = None
    path: str = STAY_IN_TOUCH


def followup(facts: Facts, model: ScoringModel, *, quadrant: Quadrant, bant: Bant) -> Followup:
    """The follow-up of a lead in this quadrant whose criteria stand like this."""
    persona = persona_of(facts, model)
    misfits = _misfits(facts, model)
    kind = kind_of(quadrant, bant, persona)
    tags = (f"quadrant:{quadrant}", *_tagged("persona", persona), *_tagged("misfit", *misfits))
    match kind:
        case FollowupKind.SALES_NOW:
            return Followup(kind, tags)
        case FollowupKind.NURTURE | FollowupKind.SELF_SERVE:
            missing = bant.missing
            days = _touched_after(model, quadrant, temperature(bant))
            may_be_revived = kind is FollowupKind.NURTURE and _is_to_be_revived(bant, persona)
            path = REVIVE if may_be_revived else str(kind)
            return Followup(kind, (*tags, *_tagged("missing", *missing)), missing, days, path=path)
        case FollowupKind.DISQUALIFY:
            reason = _reason(bant, persona, misfits)
            days = model.touches.by_reason.get(reason)
            may_be_revived = reason is DispositionReason.NOT_READY_TO_BUY and _is_to_be_revived(bant, persona)
            path = REVIVE if may_be_revived else STAY_IN_TOUCH
            return Followup(kind, tags, touch_in_days=days, reason=reason, path=path)
        case _:
            assert_never(kind)


def _touched_after(model: ScoringModel, quadrant: Quadrant, warmth: Temperature) -> int | None:
    """The sooner of what quadrant and temperature ask for."""
    asked = (model.touches.by_quadrant.get(quadrant), model.touches.by_temperature.get(warmth))
    return min((days for days in asked if days is not None), default=None)


def unchecked(facts: Facts, model: ScoringModel) -> tuple[Topic, ...]:
    """What has not been found out yet of what must be before anybody is called cold.

    What they do not know, or would not tell, has been asked, and is found out as far as it can be.
    """
    return tuple(topic for topic in model.research if topic not in facts.answers)


def _is_to_be_revived(bant: Bant, persona: Persona | None) -> bool:
    return temperature(bant) is Temperature.COLD and persona is Persona.TARGET


def persona_of(facts: Facts, model: ScoringModel) -> Persona | None:
    """Whether their role makes them one of those we want, or do not want; None when it says neither."""
    band = _band(facts, Topic.ROLE, model)
    return band.persona if band else None


def _misfits(facts: Facts, model: ScoringModel) -> tuple[str, ...]:
    """What about them or their company counts against a fit, as "topic.band"."""
    bands = ((topic, _band(facts, topic, model)) for topic in FIRMOGRAPHIC)
    return tuple(f"{topic}.{band.name}" for topic, band in bands if band and band.points < 0)


def _band(facts: Facts, topic: Topic, model: ScoringModel) -> Band | None:
    return band_of(facts, topic, model=model, today=date.min)  # who they are does not depend on the day


def kind_of(quadrant: Quadrant, bant: Bant, persona: Persona | None) -> FollowupKind:
    """Which of the four ways on, by all that decides it."""
    if quadrant.is_good_fit:
        is_hot = temperature(bant) is Temperature.HOT
        return FollowupKind.SALES_NOW if is_hot else FollowupKind.NURTURE
    if _may_still_warm_up(bant) and persona is not Persona.ANTI:
        return FollowupKind.NURTURE
    if quadrant is Quadrant.POOR_FIT_INTERESTED:
        return FollowupKind.SELF_SERVE
    return FollowupKind.DISQUALIFY


def _may_still_warm_up(bant: Bant) -> bool:
    """Warm, and nothing that is missing was a "no": worth asking again when it is due."""
    is_open = all(bant.of(topic) is not Criterion.NOT_MET for topic in bant.missing)
    return is_open and temperature(bant) is Temperature.WARM


def _reason(bant: Bant, persona: Persona | None, misfits: tuple[str, ...]) -> DispositionReason:
    if misfits:
        return DispositionReason.NOT_A_FIT
    if bant.budget is Criterion.NOT_MET:
        return DispositionReason.NO_BUDGET
    if bant.authority is Criterion.NOT_MET:
        return DispositionReason.NO_AUTHORITY
    if bant.need is Criterion.NOT_MET and persona is not Persona.TARGET:
        return DispositionReason.NOT_A_FIT
    return DispositionReason.NOT_READY_TO_BUY


def _tagged(label: str, *names: str | None) -> tuple[str, ...]:
    return tuple(f"{label}:{name}" for name in names if name)
