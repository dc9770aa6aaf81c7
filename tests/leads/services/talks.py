"""A conversation for tests, without the engine."""

from datetime import timedelta

from leads.domain.answers import Text
from leads.domain.facts import Facts
from leads.domain.lead import Channel, Lead
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.hearing import Hearing, Spoken, hear
from leads.services.inbox import Accepted, Inbound, accept

__all__ = ["Talk", "said"]


A_WHILE = timedelta(minutes=1)


class Talk:
    """A conversation without the engine: the intent comes with the words, a minute after the last."""

    def __init__(
        self, core: Core, *, channel: Channel = Channel.REST, sender: str = "ana", language: str = "en"
    ) -> None:
        self.core = core
        self.language = language
        self.channel = channel
        self.sender = sender
        self.count = 0
        self.accepted: Accepted

    def say(self, text: str, *, intent: str = "inform", confidence: float = 0.9) -> Hearing:
        self.count += 1
        self.core.clock.advance(A_WHILE)  # type: ignore[attr-defined]
        inbound = Inbound(
            self.channel,
            external_id=f"m{self.count}",
            sender=self.sender,
            text=text,
            language=self.language,
        )
        self.accepted = accept(self.core, inbound)
        return self.hear_again(text, intent=intent, confidence=confidence)

    def hear_again(self, text: str, *, intent: str = "inform", confidence: float = 0.9) -> Hearing:
        spoken = Spoken(
            self.accepted.conversation_id, self.accepted.inbox_id, text, intent=intent, confidence=confidence
        )
        return hear(self.core, spoken)

    def lead(self) -> Lead:
        with self.core.store.reading() as work:
            lead = work.leads.get(self.accepted.lead_id)
        assert lead is not None
        return lead

    def facts(self) -> Facts:
        with self.core.store.reading() as work:
            return Facts.of(work.facts.answers(self.accepted.lead_id))

    def need(self) -> str | None:
        value = self.facts().value(Topic.NEED)
        return value.text if isinstance(value, Text) else None


def said(hearing: Hearing) -> list[str]:
    return [say.key for say in hearing.plan.say]
