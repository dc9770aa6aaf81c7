"""A message as it reaches the core: the words, and what the engine read in them."""

from dataclasses import dataclass

__all__ = ["ASIDES", "SLOT_PAYLOAD", "SURE", "Spoken"]

SURE = 0.6
SLOT_PAYLOAD = "slot:"  # how the payload of a button begins that stands for a slot

#: Requests and questions to us. Our own question waits until they are dealt with.
REQUESTS = frozenset(
    {"faq", "why_ask", "ask_human", "cancel_meeting", "change_meeting", "repeat", "greet", "goodbye", "stop"}
)
#: Words in passing: they are no answer, unless the core reads one in them.
CHATTER = frozenset({"thanks", "small_talk", "insult", "other_language"})
ASIDES = REQUESTS | CHATTER
#: What has nothing to say to a question of ours, should it be what it seems.
UNLIKE_ANSWERS = ASIDES | {"out_of_scope", "dont_know", "decline"}
SUSPECTED = 0.45


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message of a prospect as the engine understands it: the words, and the intent it read in them.

    `payload` is what a pressed button stands for; it is read in place of the text.
    """

    conversation_id: str
    message_id: str
    text: str
    intent: str = ""
    confidence: float = 0.0
    payload: str | None = None

    @property
    def words(self) -> str:
        """What is to be read: an intent behind a button has no words."""
        if self.payload is None:
            return self.text
        return "" if self.payload.startswith(("/", SLOT_PAYLOAD)) else self.payload

    @property
    def kind(self) -> str:
        """The intent, whichever product question it may be."""
        return self.intent.partition("/")[0]

    @property
    def is_unlike_an_answer(self) -> bool:
        """Whether it sounds more like something else than like an answer."""
        return self.kind in UNLIKE_ANSWERS and self.confidence >= SUSPECTED

    @property
    def is_sure(self) -> bool:
        """Whether the engine has little doubt about the intent."""
        return self.confidence >= SURE
