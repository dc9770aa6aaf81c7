"""People who come back after a while, and say so: "sorry, got pulled into a meeting. Where were we?"."""

import re

from leads.domain.parsing.tables import phrases
from leads.domain.parsing.wording import clean, plain

__all__ = ["without_coming_back"]

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^,;.!?\n]+[,;.!?\s]*")
_BACK = phrases(
    r"""
    <head>(?:finally |now |just )?back(?: (?:online|at it|at (?:my|the) \w+|from (?:\w+ ){0,2}\w+
        |in the office|in front of \w+ \w+))*<tail>
    <head>(?:just )?(?:got|been|was|were|get) (?:pulled|called|dragged|distracted|interrupted|sidetracked)
        (?: (?:away|out|off|in|into|by|to|an?|the|another|my|some|something|\w+ing|meeting|call|work|phone
        |boss|kids?|else|thing|things|emergency))*<tail>
    <head>(?:got |been )?(?:stuck|caught|tied)(?: up)? in (?:(?:an?|the|another|my|some) )*(?:meetings?|calls?
        |traffic|something)<tail>
    <head>(?:had|needed) to (?:fetch|get|pick up) (?:my|the) \w+<tail>
    <head>(?:had|needed) to (?:leave|run|go|dash|step (?:out|away)|pop out|take (?:a|another|this|that)
        call|hop off|rush|drop off)<tail>
    <head>(?:(?:have|got|find|found|some|more|a (?:bit|little|minute|moment)|of|the|my) )*time
        (?: now| again| today)+<tail>
    <head>(?:fell asleep|lost (?:my )?(?:signal|connection|internet)|lost you|(?:my )?battery died
        |(?<!right )away|afk
        |got offline|missed (?:this|that|your (?:message|question|text)))<tail>
    ^(?:\w+ )?(?:sorry|sry|apologies|excuse)(?: (?:about|for|4|me|so|very|much))* (?:the|my|this|that)
        (?: \w+)?(?: (?:delay|wait|silence|reply|answer|response|gap|absence|pause|break))<tail>
    <head>(?:just )?(?:got|came) (?:out of|back from)(?: (?:an?|the|another|my))?(?: \w+)?
        (?: (?:meeting|call|lunch|break))<tail>
    <head>my (?:train|bus|taxi|flight|phone|boss|battery|kids?|doorbell|lunch|next call)
        (?: (?:\w+ )?(?:came|arrived|rang|died|called|started|woke up|was here))(?: on me)?<tail>
    <head>where (?:were|did) we(?: (?:stop|leave off|get to|at))?<tail>
    <head>(?:let us |(?:can|shall) we )?(?:pick up|carry on|go on|resume)(?: from)? where we <left><tail>
""",
    head=r"^(?:(?:hi|hello|hey|ok|okay|so|right|and|well|sorry|apologies|oops) "
    r"|about (?:that|yesterday|earlier|before) "
    r"|(?:i|we) (?:am|are|was|were|have|had) |i |we )*",
    tail=r"(?: (?:there|again|now|here|yesterday|today|(?:this|last) \w+|earlier|before|just|then"
    r"|sorry|thanks|lol|for a (?:bit|while|moment)))*$",
    left="(?:left|stopped|were)(?: off)?",
)
#: What stands beside it, and says nothing either.
_BESIDE = re.compile(
    r"^(?:hi|hello|hey|ok|okay|so|right|and|well|sorry|apologies|oops|me|again|there|thanks"
    r"|about (?:that|yesterday|earlier|before)| )*$"
)


def without_coming_back(text: str) -> str:
    """The message without the words that only say so: empty when it says no more, as it is without them."""
    pieces = _PIECE.findall(clean(text))
    rest = [piece for piece in pieces if not _BACK.search(_bare(piece))]
    if len(rest) == len(pieces):
        return text
    return "" if all(_BESIDE.match(_bare(piece)) for piece in rest) else "".join(rest).strip(" ,;")


def _bare(piece: str) -> str:
    return " ".join(_WORD.findall(plain(piece)))
