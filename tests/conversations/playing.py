"""Playing talks that are written down in `promises/` against the real model and a store of its own.

A file holds the talks of one promise of the product. A talk has the prospect's words in order and, where it
matters, what must follow:

    - talk: who talks here, and what it shows
      channel: sms                        # rest where nothing is said
      sender: "+12125550100"
      says:
      - you: actually it's 20k            # or `press:` the title of a button
        bot: [corrected, question_*]      # the responses of domain.yml it answers with, in order
        lead: {bant.budget.low: 20000}    # rows, as the API shows the lead: by path
      - rep: claims                       # or `gives back`, or words of their own

Of every talk it holds besides that no message is met with silence, and that no sentence comes three times.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from fnmatch import fnmatch
from functools import reduce
from pathlib import Path
from typing import Any

import yaml

from bot.api.shapes import lead_shape
from bot.engine.engine import Engine
from bot.hub import Hub
from bot.turns import TurnTaker
from leads.domain.conversation import ConversationState, Message
from leads.domain.lead import Channel
from leads.services import handoffs
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept
from leads.services.views import view

__all__ = ["Player", "Talk", "Wordings", "responses_by_text", "talks_in"]

Wordings = Sequence[tuple[re.Pattern[str], str]]

A_WHILE = timedelta(minutes=1)
PLACEHOLDER = re.compile(r"\\\{\w+\\\}")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a talk, and what must follow."""

    you: str | None = None
    press: str | None = None
    rep: str | None = None
    bot: Sequence[str] | None = None
    lead: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as it is written down."""

    name: str
    channel: Channel
    sender: str
    steps: Sequence[Step]


def talks_in(file: Path) -> Iterator[Talk]:
    """The talks of one promise."""
    for written in yaml.safe_load(file.read_text(encoding="utf-8")):
        yield Talk(
            name=f"{file.stem}: {written['talk']}",
            channel=Channel(written.get("channel", "rest")),
            sender=written.get("sender", "somebody"),
            steps=[Step(**step) for step in written["says"]],
        )


def responses_by_text(responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> Wordings:
    """Every wording as a pattern, with the name of its response (without "utter_")."""
    return [
        (re.compile(PLACEHOLDER.sub(".+", re.escape(variant["text"])), re.DOTALL), key.removeprefix("utter_"))
        for key, variants in responses.items()
        for variant in variants
    ]


class Player:
    """Plays one talk. Raises AssertionError at the first line that is not followed as it should be."""

    def __init__(self, core: Core, engine: Engine, *, wordings: Wordings) -> None:
        self._core = core
        self._taker = TurnTaker(core, engine, Hub())
        self._wordings = wordings
        self._heard: list[str] = []
        self._buttons: dict[str, str] = {}
        self._count = 0

    async def play(self, talk: Talk) -> None:
        """Say every line, and check what follows."""
        for step in talk.steps:
            accepted = await self._do(talk, step)
            if accepted is not None:
                self._check_rows(accepted.lead_id, step)
        worn = [text for text, count in Counter(self._heard).items() if count > 2]
        assert worn == [], "said three times"

    async def _do(self, talk: Talk, step: Step) -> Accepted | None:
        if step.rep is not None:
            self._act_as_rep(talk, step.rep)
            return None
        accepted = self._accept(talk, step)
        replies = await self._taker.replies(accepted)
        self._heard += [reply.text for reply in replies]
        self._buttons |= {button.title: button.id for reply in replies for button in reply.buttons}
        self._check_replies(accepted, replies, step)
        return accepted

    def _accept(self, talk: Talk, step: Step) -> Accepted:
        self._count += 1
        self._core.clock.advance(A_WHILE)  # type: ignore[attr-defined]
        button = None if step.press is None else self._buttons[step.press]
        message = Inbound(talk.channel, f"m{self._count}", talk.sender, step.you or "", button=button)
        return accept(self._core, message)

    def _check_replies(self, accepted: Accepted, replies: Sequence[Message], step: Step) -> None:
        said = [reply.text for reply in replies]
        if step.bot is None:
            assert said or not self._is_ours(accepted), f"silence after {step.you!r}"
            return
        kinds = [{key for pattern, key in self._wordings if pattern.fullmatch(text)} for text in said]
        assert len(kinds) == len(step.bot), f"{step.you!r} → {said}, not {step.bot}"
        for keys, wanted in zip(kinds, step.bot, strict=True):
            assert any(fnmatch(key, wanted) for key in keys), f"{step.you!r} → {said}, not {step.bot}"

    def _is_ours(self, accepted: Accepted) -> bool:
        with self._core.store.reading() as work:
            conversation = work.conversations.get(accepted.conversation_id)
        return conversation is not None and conversation.state is ConversationState.BOT

    def _check_rows(self, lead_id: str, step: Step) -> None:
        if not step.lead:
            return
        shape = lead_shape(view(self._core, lead_id))
        rows = {path: _at(path, shape) for path in step.lead}
        assert rows == dict(step.lead), f"after {step.you!r}: {rows}"

    def _act_as_rep(self, talk: Talk, action: str) -> None:
        with self._core.store.reading() as work:
            conversation = work.conversations.by_sender(talk.channel, talk.sender)
            rep = work.reps.all()[-1]
            assert conversation is not None
            handoff = work.handoffs.of_lead(conversation.lead_id)[0]
        match action:
            case "claims":
                handoffs.claim(self._core, handoff_id=handoff.id, rep_id=rep.id)
            case "gives back":
                handoffs.give_back(self._core, handoff_id=handoff.id, rep_id=rep.id)
            case words:
                handoffs.reply(self._core, conversation_id=conversation.id, rep=rep, text=words)


def _at(path: str, shape: Any) -> Any:
    """What stands at "bant.budget.low"; None where there is nothing."""
    return reduce(lambda part, name: part and part[name], path.split("."), shape)
