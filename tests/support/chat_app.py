"""The product's own chat channel and store, with something simple in the place of the bot: an echo."""

import asyncio
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

from sanic import Sanic

from bot.channels.chat import chat_blueprint
from bot.channels.chat_desk import Desk
from bot.hub import Hub
from bot.server.errors import add_error_handlers
from bot.server.methods import add_common_methods
from bot.server.origins import Origins
from bot.server.pages import pages_blueprint
from leads.bootstrap import open_core, read_behaviour
from leads.domain.conversation import Author, Button, Conversation, ConversationState, Message
from leads.services import turns
from leads.services.ports import LeadFilter, Work
from leads.services.turns import Uttered
from leads.settings import Settings
from tests.support.models import ROOT
from tests.support.served import free_port
from tests.support.serving import ServedInThread

__all__ = ["SECRET", "ChatApp"]

SECRET = "a secret for tests that is long enough"
Script = Callable[[str], str | None]


class ChatApp:
    """Serves from a store in `folder`. Starting another on the same folder and port is a restart."""

    def __init__(self, folder: Path, *, port: int | None = None, origins: tuple[str, ...] = ()) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.script: Script = lambda text: f"You said: {text}"
        settings = Settings(var=folder, project=ROOT, public_url=self.url, allowed_origins=origins)
        self.core = open_core(settings)
        self.hub = Hub()
        self.app = Sanic(f"chat-{uuid.uuid4().hex}", configure_logging=False)
        self.app.config.update(REQUEST_MAX_SIZE=256 * 1024, WEBSOCKET_MAX_SIZE=64 * 1024)
        add_error_handlers(self.app)
        add_common_methods(self.app)
        allowed = Origins(settings.allowed_origins, public_url=self.url)
        desk = Desk(self.core, self.hub, wake=self._wake)
        self.app.blueprint(pages_blueprint(origins=allowed))
        watching = read_behaviour(settings).watching
        self.app.blueprint(
            chat_blueprint(core=self.core, desk=desk, watching=watching, origins=allowed, secret_key=SECRET)
        )
        self._answers: set[asyncio.Task[None]] = set()
        self._server = ServedInThread(self.app, port=self.port)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the server as a stop signal would; the store stays. Safe to repeat."""
        self._server.stop()

    @property
    def transcript(self) -> list[str]:
        """The newest conversation, a line a message."""
        with self.core.store.reading() as work:
            messages = work.conversations.messages(self._newest(work).id)
        return [f"{message.author}: {message.text}" for message in messages]

    def say(self, text: str, *, buttons: Mapping[str, str] | None = None, name: str | None = None) -> None:
        """Says something as the bot, or as a person when a name is given."""
        with self.core.store.writing() as work:
            conversation = self._newest(work)
            message = Message(
                conversation_id=conversation.id,
                seq=conversation.last_seq + 1,
                author=Author.REP if name else Author.BOT,
                text=text,
                at=self.core.clock(),
                name=name,
                buttons=tuple(Button(key, title, title) for key, title in (buttons or {}).items()),
            )
            work.conversations.add_messages([message])
            work.conversations.save(replace(conversation, last_seq=message.seq))
        self._publish(conversation.id)

    def set_state(self, state: str) -> None:
        with self.core.store.writing() as work:
            conversation = self._newest(work)
            work.conversations.save(replace(conversation, state=ConversationState(state)))
        self._publish(conversation.id)

    def show_typing(self, on: bool = True, *, author: Author = Author.BOT) -> None:
        with self.core.store.reading() as work:
            conversation = self._newest(work)
        self._server.call(partial(self.hub.set_typing, conversation.id, on, author=author))

    @property
    def is_writing(self) -> bool:
        """Whether the newest visitor writes just now."""
        with self.core.store.reading() as work:
            conversation = self._newest(work)
        return self.hub.typing(conversation.id, Author.VISITOR) is not None

    def _publish(self, topic: str) -> None:
        self._server.call(self.hub.publish, topic)

    def _newest(self, work: Work) -> Conversation:
        lead = work.leads.page(LeadFilter(), after=None, limit=1)[0]
        conversation = work.conversations.of_lead(lead.id)[0]
        return work.conversations.get(conversation.id, lock=True) or conversation

    def _wake(self, conversation_id: str) -> None:
        task = asyncio.get_running_loop().create_task(self._answer(conversation_id))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, conversation_id: str) -> None:
        while turn := await asyncio.to_thread(turns.begin, self.core, conversation_id):
            answer = self.script(turn.item.text)
            replies = (Uttered(answer),) if answer else ()
            await asyncio.to_thread(turns.finish, self.core, turn, replies, events=None)
            self.hub.publish(conversation_id)
