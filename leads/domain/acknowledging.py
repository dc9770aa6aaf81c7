"""A word on what was just heard, before the next question. Pure."""

from leads.domain.answers import Text
from leads.domain.conversation import Conversation
from leads.domain.dialogue import Heard, Say
from leads.domain.facts import Facts
from leads.domain.remarks import Remark
from leads.domain.telling import told
from leads.domain.topics import Topic

__all__ = ["opening"]

#: Answers that are thanked for in words of their own.
OF_ITS_OWN = frozenset({Topic.NEED, Topic.TIMEFRAME, Topic.BUDGET, Topic.AUTHORITY, Topic.NAME, Topic.EMAIL})
EARLY = 2  # messages; whoever was let go and comes back is greeted otherwise


def opening(conversation: Conversation, heard: Heard, facts: Facts) -> tuple[Say, ...]:
    """What to say about a message before anything is asked; nothing where a rule has replied to it."""
    key = _key(conversation, heard)
    if key is None:
        return ()
    return (Say(key, _params(key, heard, facts), variant=conversation.last_seq),)


def _params(key: str, heard: Heard, facts: Facts) -> dict[str, str]:
    name = facts.value(Topic.NAME)
    match key:
        case "utter_corrected":
            return {"what": told(facts, heard.corrected)}
        case "utter_ack_name" if isinstance(name, Text):
            return {"name": name.text.split()[0]}
        case _:
            return {}


def _key(conversation: Conversation, heard: Heard) -> str | None:
    is_first = not conversation.asked and conversation.last_seq <= EARLY
    if heard.remark is Remark.MEETING:
        return "utter_meeting_soon"
    if heard.remark is Remark.BACK and not is_first:
        return "utter_back"
    if heard.corrected:
        return "utter_corrected"
    if heard.learnt:
        return "utter_greet_answered" if is_first else _thanks(heard)
    if heard.remark is Remark.SYMBOLS:
        return "utter_greet" if is_first else "utter_not_text"
    return "utter_greet" if is_first and heard.remark in (Remark.NONE, Remark.BACK) else None


def _thanks(heard: Heard) -> str:
    if heard.answered <= heard.withheld:
        return "utter_ack_withheld"
    told = heard.learnt - heard.withheld
    if len(told) > 1:
        return "utter_ack_many"
    (topic,) = told
    return f"utter_ack_{topic}" if topic in OF_ITS_OWN else "utter_ack"
