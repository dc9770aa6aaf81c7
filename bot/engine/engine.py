"""The trained model in our process: one message in, the bot's replies and its new memory out."""

import asyncio
import re
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.engine.adjustments import adjust_rasa
from bot.engine.local_actions import LocalActions, failed_actions
from bot.engine.memory import TurnMemory, asked, condense
from bot.engine.runner import SequentialRunner
from bot.engine.wording import Wording
from bot.nlu.intent_classifier import ASKING

__all__ = ["Engine", "ModelUnusable", "Reading", "Reply", "Responded", "TurnFailed"]


COMMAND_MARK = re.compile(r"^[\s/]+")


class ModelUnusable(Exception):
    """The trained model cannot be loaded; train it again."""


class TurnFailed(Exception):
    """An action failed, or the turn took too long. Nothing of it should be kept."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the bot says; `buttons` are (title, payload), `key` is the response it came from.

    `others` are the other ways to say the same.
    """

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    key: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Responded:
    """The outcome of a turn: what to say, and what to remember for the next."""

    replies: tuple[Reply, ...]
    events: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of a text by itself."""

    intent: str | None
    confidence: float


class Engine:
    """A loaded model. Turns of one conversation must come one at a time; different ones may overlap."""

    def __init__(self, model: Path, *, action_endpoint: str = "", turn_seconds: float = 10.0) -> None:
        """Load the model. Actions run here, or at `action_endpoint` when a URL is given.

        Raises ModelUnusable when the file is missing or broken.
        """
        adjust_rasa()
        metadata, runner = _load(model)
        self.wording = Wording(metadata.domain.responses)
        self._memory = TurnMemory(metadata.domain)
        self._turn_seconds = turn_seconds
        endpoint = EndpointConfig(url=action_endpoint) if action_endpoint else LocalActions("actions")
        self._processor = _Processor(metadata, runner, self._memory, self.wording, endpoint)

    async def respond(
        self,
        *,
        conversation_id: str,
        message_id: str,
        text: str,
        payload: str | None,
        seq: int,
        events: Sequence[Mapping[str, Any]],
    ) -> Responded:
        """Run one turn. A `payload` is what a pressed button stands for: words, or an intent after a slash.

        Raises TurnFailed when an action failed or time ran out.
        """
        failures: list[str] = []
        token = failed_actions.set(failures)
        output = _Collected()
        message = UserMessage(
            text=text,
            output_channel=output,
            sender_id=conversation_id,
            message_id=message_id,
            metadata={"seq": seq, "payload": payload},
        )
        message.parse_data = await self._parse(message, payload, asking=asked(events))
        self._memory.recall(conversation_id, events)
        try:
            async with asyncio.timeout(self._turn_seconds):
                await self._processor.handle_message(message)
        except TimeoutError as error:
            raise TurnFailed("The turn took too long.") from error
        finally:
            failed_actions.reset(token)
            tracker = self._memory.forget(conversation_id)
        if failures:
            raise TurnFailed(f"Failed: {', '.join(failures)}.")
        return Responded(tuple(output.replies), condense(tracker))

    async def read(self, text: str, *, asking: str | None = None) -> Reading:
        """What the model alone makes of a text, said in answer to a question about `asking`."""
        parsed = await self._read_as_words(text, asking=asking)
        return Reading(_intent(parsed), parsed["intent"]["confidence"])

    async def _parse(
        self, message: UserMessage, payload: str | None, *, asking: str | None
    ) -> dict[str, Any]:
        if payload is not None and payload.startswith("/"):
            intent = {"name": payload.removeprefix("/"), "confidence": 1.0}
            parsed: dict[str, Any] = {"text": message.text, "intent": intent, "entities": []}
        else:
            parsed = {**await self._read_as_words(message.text, asking=asking), "text": message.text}
        return parsed | {"message_id": message.message_id, "metadata": message.metadata}

    async def _read_as_words(self, text: str, *, asking: str | None) -> dict[str, Any]:
        """Read what somebody typed. Rasa would obey a leading slash as a command."""
        words = UserMessage(COMMAND_MARK.sub("", text), sender_id="reading", metadata={ASKING: asking})
        parsed: dict[str, Any] = await self._processor.parse_message(words)
        return parsed


class _Processor(MessageProcessor):
    """Rasa's processor on our runner and memory."""

    def __init__(
        self,
        metadata: ModelMetadata,
        runner: GraphRunner,
        memory: TurnMemory,
        wording: Wording,
        endpoint: EndpointConfig,
    ) -> None:
        self._loaded = metadata, runner
        super().__init__("", memory, InMemoryLockStore(), wording, action_endpoint=endpoint)

    def _load_model(self, model_path: str) -> tuple[str, ModelMetadata, GraphRunner]:
        return (model_path, *self._loaded)

    async def run_anonymization_pipeline(self, tracker: DialogueStateTracker) -> None:
        """Skip a plugin hook that would read the tracker again on every turn."""

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Skip a warning about intents that the domain lacks; our reader takes them from the domain."""


class _Collected(OutputChannel):
    """Collects the replies of one turn."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name in the domain's responses: there is one wording for all channels."""
        return "bantam"

    async def send_response(self, _recipient_id: str, message: dict[str, Any]) -> None:
        """Keep a message the bot uttered."""
        buttons = tuple((button["title"], button["payload"]) for button in message.get("buttons") or ())
        if message.get("text"):
            others = tuple(message.get("others") or ())
            self.replies.append(Reply(message["text"], buttons, message.get("utter_action"), others))


def _load(model: Path) -> tuple[ModelMetadata, GraphRunner]:
    if not model.is_file():
        raise ModelUnusable(f"There is no model at {model}.")
    try:
        with TemporaryDirectory() as folder:
            loaded: tuple[ModelMetadata, GraphRunner] = loader.load_predict_graph_runner(
                Path(folder), model, LocalModelStorage, SequentialRunner
            )
            return loaded
    except (tarfile.ReadError, EOFError, OSError) as error:
        raise ModelUnusable(f"The model at {model} cannot be read.") from error


def _intent(parsed: Mapping[str, Any]) -> str | None:
    intent: Mapping[str, Any] = parsed["intent"]
    name = intent.get("full_retrieval_intent_name") or intent["name"]
    return None if name is None else str(name)
