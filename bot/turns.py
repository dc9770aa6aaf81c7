"""Taking turns: every conversation's messages one at a time and in order, many conversations at once."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import structlog

from bot.engine.engine import Engine, Reply, TurnFailed
from bot.hub import Hub
from bot.metrics import TURNS, TURNS_FAILED
from leads.domain.conversation import ConversationState, Message
from leads.services import hearing, turns
from leads.services.core import Core
from leads.services.inbox import Accepted
from leads.services.turns import Turn, Uttered

__all__ = ["TurnTaker"]

log = structlog.get_logger()

LOOK_AGAIN = 0.2  # seconds; another process may be taking the turn


class TurnTaker:
    """Works off the inbox. `wake` says that a conversation has a message; a sweep finds all others."""

    def __init__(
        self, core: Core, engine: Engine, hub: Hub, *, at_once: int = 8, sweep_seconds: float = 1.0
    ) -> None:
        self._core = core
        self._engine = engine
        self._hub = hub
        self._room = asyncio.Semaphore(at_once)
        self._sweep_seconds = sweep_seconds
        self._working: dict[str, asyncio.Task[None]] = {}
        self._answers: dict[str, asyncio.Future[list[Message]]] = {}
        self._again: set[str] = set()
        self._sweeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin with what an earlier process left behind, and keep looking."""
        self._sweeper = asyncio.create_task(self._sweep(), name="inbox sweep")

    async def stop(self) -> None:
        """Let running turns end; what is left stays in the inbox."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.gather(self._sweeper, return_exceptions=True)
        self._again.clear()
        await asyncio.gather(*self._working.values(), return_exceptions=True)

    def wake(self, conversation_id: str) -> None:
        """A message is waiting in this conversation."""
        if conversation_id in self._working:
            self._again.add(conversation_id)
            return
        task = asyncio.create_task(self._work_off(conversation_id), name=f"turns of {conversation_id}")
        self._working[conversation_id] = task
        task.add_done_callback(lambda _: self._worked_off(conversation_id))

    async def replies(self, accepted: Accepted) -> list[Message]:
        """What the bot answers to a message, once its turn is over, or answered when it came before."""
        answered = self._answers.setdefault(accepted.inbox_id, asyncio.get_running_loop().create_future())
        self.wake(accepted.conversation_id)
        try:
            if accepted.is_new:
                return await asyncio.shield(answered)
            return await self._kept_replies(accepted, answered)
        finally:
            self._answers.pop(accepted.inbox_id, None)

    async def settled(self, conversation_id: str) -> None:
        """Wait until nothing is waiting in this conversation."""
        while (task := self._working.get(conversation_id)) is not None:
            await asyncio.wait([task])

    async def _kept_replies(
        self, accepted: Accepted, answered: asyncio.Future[list[Message]]
    ) -> list[Message]:
        """The replies to a message that came again: its turn may be over, running, or still to come."""
        while not answered.done():
            if await asyncio.to_thread(turns.is_over, self._core, accepted.inbox_id):
                return await asyncio.to_thread(turns.replies, self._core, accepted.inbox_id)
            await asyncio.wait([answered], timeout=LOOK_AGAIN)
        return answered.result()

    def _worked_off(self, conversation_id: str) -> None:
        del self._working[conversation_id]
        if conversation_id in self._again:
            self._again.discard(conversation_id)
            self.wake(conversation_id)

    async def _sweep(self) -> None:
        while True:
            try:
                for conversation_id in await asyncio.to_thread(turns.waiting, self._core):
                    self.wake(conversation_id)
            except Exception:
                log.exception("inbox.sweep_failed")  # the store may be away for a while; the next sweep tells
            await asyncio.sleep(self._sweep_seconds)

    async def _work_off(self, conversation_id: str) -> None:
        async with self._room:
            try:
                while turn := await asyncio.to_thread(turns.begin, self._core, conversation_id):
                    await self._take(turn)
                    if turn.is_last and conversation_id not in self._again:
                        break
                    self._again.discard(conversation_id)
            except Exception:
                # Its lease runs out, and the message comes again.
                log.exception("turn.not_kept", conversation=conversation_id)

    async def _take(self, turn: Turn) -> None:
        conversation_id = turn.conversation.id
        self._hub.set_typing(conversation_id, True)
        try:
            await self._answer(turn)
            TURNS.inc()
        except turns.TurnLost:
            log.warning("turn.lost", inbox=turn.item.id)
        finally:
            self._hub.set_typing(conversation_id, False)

    async def _answer(self, turn: Turn) -> None:
        if turn.conversation.state is not ConversationState.BOT:
            await asyncio.to_thread(hearing.hear, self._core, _spoken(turn))
            await self._finish(turn, (), events=None)
        elif turn.is_worn_out:
            await self._apologise(turn)
        elif not turn.item.text:
            await self._finish(turn, self._say("utter_empty", turn), events=None)
        else:
            await self._respond(turn)

    async def _respond(self, turn: Turn) -> None:
        item = turn.item
        try:
            response = await self._engine.respond(
                conversation_id=item.conversation_id,
                message_id=item.id,
                text=item.text,
                payload=item.payload,
                seq=item.seq,
                events=turn.events,
            )
        except TurnFailed as failure:
            log.warning("turn.failed", inbox=item.id, why=str(failure))
            await self._apologise(turn)
            return
        await self._finish(turn, _uttered(response.replies), events=response.events)

    async def _apologise(self, turn: Turn) -> None:
        TURNS_FAILED.inc()
        key = "utter_technical_problem_person" if turn.conversation.failures else "utter_technical_problem"
        await self._finish(turn, self._say(key, turn), events=None, failed=True)

    async def _finish(
        self,
        turn: Turn,
        replies: Iterable[Uttered],
        *,
        events: Sequence[Mapping[str, Any]] | None,
        failed: bool = False,
    ) -> None:
        messages = await asyncio.to_thread(
            turns.finish,
            self._core,
            turn,
            tuple(replies),
            events=events,
            instead=self._all_variants("utter_already_said"),
            failed=failed,
        )
        answered = self._answers.get(turn.item.id)
        if answered is not None and not answered.done():
            answered.set_result(messages)

    def _say(self, key: str, turn: Turn) -> tuple[Uttered, ...]:
        response = self._engine.wording.say(key, variant=turn.item.seq)
        return (_from_response(response),) if response else ()

    def _all_variants(self, key: str) -> tuple[Uttered, ...]:
        wording = self._engine.wording
        responses = (wording.say(key, variant=place) for place in range(wording.variants(key)))
        return tuple(_from_response(response) for response in responses if response)


def _spoken(turn: Turn) -> hearing.Spoken:
    item = turn.item
    return hearing.Spoken(item.conversation_id, item.id, item.text, payload=item.payload)


def _uttered(replies: Iterable[Reply]) -> tuple[Uttered, ...]:
    return tuple(Uttered(reply.text, reply.buttons, reply.others) for reply in replies)


def _from_response(response: Mapping[str, Any]) -> Uttered:
    buttons = response.get("buttons") or ()
    return Uttered(response["text"], tuple((button["title"], button["payload"]) for button in buttons))
