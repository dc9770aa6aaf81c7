"""What we change in Rasa at run time, and why. Each change is small, and only taken where it applies."""

from collections.abc import Awaitable, Callable
from functools import cache
from types import SimpleNamespace

from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies import rule_policy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT

from bot.engine.local_actions import LocalActions, run_here

__all__ = ["adjust_rasa"]

RunAction = Callable[..., Awaitable[list[Event]]]
FindRules = Callable[[RulePolicy, dict[str, str], list[State]], set[str]]

MOST_REMEMBERED = 2_000


@cache
def adjust_rasa() -> None:
    """Make the changes, once in a process."""
    # Rasa only knows remote actions: it posts the tracker as JSON and checks the answer against a schema that
    # it builds anew each time (some 30 ms). Any endpoint but ours keeps that way.
    RemoteAction.run = _or_here(RemoteAction.run)
    # Every event read back looks through all event classes, and all of theirs.
    Event.resolve_by_type = staticmethod(cache(Event.resolve_by_type))
    # A prediction compares every rule with every state of the turn, and it is the same few states every time.
    RulePolicy._get_possible_keys = _remembered(RulePolicy._get_possible_keys)
    # These copy deeply what they are about to log, at a level that nobody listens to.
    processor.copy = rule_policy.copy = forms.copy = SimpleNamespace(deepcopy=lambda logged: logged)
    # A turn copies the tracker some ten times with every slot in it, by way of pickling.
    Slot.__copy__ = _copy_of_slot


def _remembered(find_rules: FindRules) -> FindRules:
    def found(policy: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
        if any(f'"{TEXT}"' in rule for rule in lookup):  # rules about the very words of a message
            return find_rules(policy, lookup, states)
        known: dict[tuple[int, str], set[str]] = policy.__dict__.setdefault("_rules_by_states", {})
        key = id(lookup), repr([_without_text(state) for state in states])
        if key not in known:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            known[key] = find_rules(policy, lookup, states)
        return set(known[key])

    return found


def _without_text(state: State) -> State:
    """The state without what somebody wrote, which is not to be remembered here."""
    user = state.get(USER, {})
    return {**state, USER: {name: user[name] for name in user if name != TEXT}} if TEXT in user else state


def _copy_of_slot(slot: Slot) -> Slot:
    copied: Slot = object.__new__(type(slot))
    copied.__dict__.update(slot.__dict__)
    return copied


def _or_here(run_remotely: RunAction) -> RunAction:
    async def run(
        action: RemoteAction,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        if isinstance(action.action_endpoint, LocalActions):
            return await run_here(action, output_channel, nlg, tracker, domain)
        return await run_remotely(action, output_channel, nlg, tracker, domain)

    return run
