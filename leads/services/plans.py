"""Keeping a plan by (message, action), so that running the action again says and does the same."""

from collections.abc import Callable, Mapping
from typing import Any

from leads.domain.dialogue import Plan, Say
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["once", "plan_from_json", "plan_to_json"]


def once(core: Core, work: Work, *, message_id: str, action: str, make: Callable[[], Plan]) -> Plan:
    """The plan made for this message and action before, or the one made now."""
    kept = work.effects.get(message_id, action)
    if kept is not None:
        return plan_from_json(kept)
    plan = make()
    work.effects.put(message_id, action, plan_to_json(plan), at=core.clock())
    return plan


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """A form that JSON can carry."""
    say = [[say.key, dict(say.params), say.variant, list(say.buttons)] for say in plan.say]
    return {"asking": plan.asking, "say": say}


def plan_from_json(data: Mapping[str, Any]) -> Plan:
    """The plan that `plan_to_json` made this of."""
    say = tuple(
        Say(key, params, variant, tuple((title, payload) for title, payload in buttons))
        for key, params, variant, buttons in data["say"]
    )
    return Plan(say, Topic(data["asking"]) if data["asking"] else None)
