"""Custom actions in our own process, through the SDK's interface, without HTTP."""

from contextvars import ContextVar
from typing import Any

import structlog
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core import events as rasa_events
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection as SdkRejection

__all__ = ["LocalActions", "failed_actions", "run_here"]

log = structlog.get_logger()

#: Names of the actions that raised during the turn being run in this context.
failed_actions: ContextVar[list[str] | None] = ContextVar("failed_actions", default=None)


class LocalActions(EndpointConfig):
    """An action endpoint that is no endpoint: the actions of a package, called where they are."""

    def __init__(self, package: str) -> None:
        super().__init__(url="local:actions")
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def call(
        self, name: str, tracker: DialogueStateTracker, domain: Domain
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Run an action; its events and what it uttered, as the SDK writes them."""
        dispatcher = CollectingDispatcher()
        state = tracker.current_state(EventVerbosity.ALL)
        action = self._executor.actions[name]
        events = await action(dispatcher, Tracker.from_dict(state), domain.as_dict())
        return self._executor.validate_events(events or [], name), dispatcher.messages


async def run_here(
    action: RemoteAction,
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
    domain: Domain,
) -> list[Event]:
    """Run an action whose endpoint is ours; what `RemoteAction.run` does for others."""
    try:
        events, responses = await action.action_endpoint.call(action.name(), tracker, domain)
    except SdkRejection as rejection:
        raise ActionExecutionRejection(rejection.action_name, str(rejection)) from rejection
    except Exception as error:
        # Rasa would log this and carry on as if the action had worked; the turn must know.
        failures = failed_actions.get()
        if failures is not None:
            failures.append(action.name())
        log.exception("action.failed", action=action.name())
        raise RasaException(f"The action {action.name()} failed.") from error
    uttered = await action._utter_responses(responses, output_channel, nlg, tracker)
    return [*uttered, *rasa_events.deserialise_events(events)]
