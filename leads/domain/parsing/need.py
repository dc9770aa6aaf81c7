"""What somebody wants to improve, in their own words."""

import re
from itertools import islice

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.asides import without_asides
from leads.domain.parsing.context import Context
from leads.domain.parsing.need_evidence import (
    is_private,
    speaks_of_need,
    speaks_of_trouble_at_work,
)
from leads.domain.parsing.need_words import NO_CONTENT, NOT_FIRST
from leads.domain.parsing.standing_phrases import PROBLEM
from leads.domain.parsing.tables import part, phrases
from leads.domain.parsing.talk import ABOUT_TELLING
from leads.domain.parsing.wording import clauses, clean, one_line, plain, without_openers
from leads.domain.topics import Topic

__all__ = ["has_need_cue", "read_need", "states_no_need"]

_CUE = re.compile(
    part(r"""
    (?<!n't )(?<!dont )(?<!not )(?<!no )(?<!you )(?<!do i )(?<!never )(?<!u )\b(?:need|needs|require)
        (?: to)?
    \b(?:(?:i'm|i am|im|we're|we are|were|am|are|is|currently|actively|and|just|also) )?looking (?:for|to
        |at|into)(?! forward)
    (?<!n't )(?<!dont )(?<!not )(?<!do you )\b(?:want|wanna|would like|'d like|would love|'d love|wish)
        (?: to)?
    \b(?:trying|try|hope|hoping|aim|aiming|plan|planning|intend|want us) to|\bin search of|\bsearching for
    \b(?:problem|issue|challenge|pain ?point|pain|goal|aim|objective|priority|bottleneck|headache|concern
        |target)s?(?: \w+){0,3}? (?:is|are|being)(?: that| to| how to| the fact that|:)?
    \bstruggl(?:e|es|ing)(?: a lot)?(?: with| to)?|\btrouble with|\b(?:issues|difficulties|problems|hard time
        |difficulty)(?: with)?
    \b(?:spend|spending|spends|waste|wasting) (?:far |way )?(?=too (?:much|many|long))
    \b(?:problem|issue|trouble|difficulty|challenge) with|\b(?:suffer|suffering) from|\bfighting with
        |\b(?:tired|sick) of|\bfed up (?:with|of)|\binterested in
    \bhelp (?:me|us|our team|my team)(?: to| with)?|\bhelp with
    """)
    + r"(?=[\s:])",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we|our|us)\b|\bi(?:'m| am) (?:drowning|struggling|overwhelmed|swamped)\b"
    r"|^(?:nobody|no one|too many|our|the) (?=\S+ \S+ \S)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    part(r"""
    [.;!?\n]+(?:\s|$).*|,\s*(?:and )?(?:about|around|approx\w*|budget|our budget|by|i|i'm|im|i've|we have
        |we're|we are|we've|my|it's|please|thanks|thank you|asap|max|up to|under|between|but i|but we
        |[$€£]?\d[\d.,]*k?)\b.*
    [\s,]+(?:please|pls|thanks|thank you|thx|asap|lol|mate|cheers)[\s.!]*$
    """),
    re.IGNORECASE | re.DOTALL,
)
_ASKS_FOR_HELP = re.compile(
    r"\b(?:can|could|would|will) (?:you|u|this|it|your \w+) (?:guys |please |also |actually )*(?=help\b)",
    re.IGNORECASE,
)
_CLOSER = re.compile(r"[\s,]+(?:please|pls|thanks|thank you|thx|lol|cheers)[\s.!]*$", re.IGNORECASE)
_CONVERSATION = re.compile(
    r"\byou(?:r|rs)?\b|^(?:i|it|that|this|not|no|nice|nope)\b.*\b(?:prefer|rather|pass|skip|discussed|ask|bot|told)\b"
)
_APPROVAL = phrases(r"\b(?:approval|permission|ok|okay|thumbs[ -]?up|green ?light|go-?ahead|blessing)$")
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")
_MOST_CUES = 10  # who says "we need" more often says nothing
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")

_NONE = phrases(r"""
    ^(?:(?:no|well|nope|honestly|really|oh|um|there is|it is|i have|we have|we have got|have
        |got) )*(?:nothing|none|nada|zilch|nichts|rien)(?: (?:really|much|at all|in particular|particular
        |special|specific|specifically|right now|currently|for now|to improve|to report|yet
        |thanks|thank you|sorry|now|at the moment|today|urgent|concrete|so far|i guess|i think|is wrong
        |wrong|to fix|to change|to solve|new|needed|required|big|that i (?:know|can think) of|honestly|tbh
        |on my mind|at present|for us|for me|important|major))*$
    \bno (?:\w+ )?(?:needs?|problems?|pain ?points?|complaints|issues)(?: (?:really|at all|right now
        |currently|thanks|here|now|at the moment|to report|so far|as such|yet|for this|for it
        |that i know of|in particular))*$
    \b(?:do|does|did) not (?:really |currently |actually )*(?:need|want|require|have|see)(?: (?:any
        |anything|a|the))*(?: (?:need|needs|problems?|issues?|pain ?points?|help|thing|goals?|it|this|that
        |you|your help|new|requirements?))*(?: (?:really|right now|at the moment|for it|for this|currently
        |from you|now|here|thanks|yet|to improve|to fix|at all))*$
    \bnot (?:really |actively |currently )*(?:looking|searching|shopping|in the market)(?: for)?
        (?: (?:anything|something|it|one|a thing))?(?: (?:right now|at the moment|now|currently|really
        |specific|in particular|particular|special|atm|today|yet|just))*$
    \b(?:just|only|merely|simply|here to|mostly)(?: (?:here|am|kind of|doing|to|a|having|some|was|out of
        |for))* (?:brows(?:e|ing)|look(?:ing)?|curious|curiosity|explor(?:e|ing)|check(?:ing)?|window
        |pok(?:e|ing)|passing|kicking|play(?:ing)?|snoop(?:ing)?|killing|bored|seeing|click(?:ing)?
        |visit(?:ing)?)\b(?! (?:for|to|at (?:options|tools|a))\b)
    ^(?:i am |we are )?(?:browsing|looking around|window shopping|idle curiosity|curious|bored|looking)
        (?: (?:around|only|really|thanks|about you))*$
    (?<!not )\b(?:happy|satisfied|content|fine|good|ok|okay) with (?:what|how|our|the|my)
    ^(?:(?:i am|we are|am|everything|it is|it|all|things are|is|are) )+(?:(?:pretty|all|just|currently
        |going|very|quite|really|working) )*(?:fine|good|ok|okay|great|set|perfect|happy|sorted|covered
        |well|works)(?: (?:fine|good|ok|okay|thanks|thank you|here|well|already|as it is|for now|with us
        |great))*$
    \bnot interested\b|\bno interest\b|\bidle curiosity\b|\bout of curiosity\b|\bdo not bother\b
""")


def read_need(text: str, context: Context) -> Parsed | None:
    """The problem or goal, cleaned of greetings and of "we need".

    Asked for it, any statement with something in it counts; otherwise only after words such as "we need".
    """
    asked = context.asking is Topic.NEED
    said = without_asides(_request(clean(text)), asking=Topic.NEED)
    if not said or states_no_need(said):
        return None
    found = _cued(said) or (_statement(said) if asked else _complaint(said))
    return Parsed(Topic.NEED, Standing.GIVEN, Text(found)) if found else None


def states_no_need(text: str) -> bool:
    """Whether the message says that there is no need ("just browsing", "nothing to improve")."""
    said = [plain(clause) for clause in clauses(clean(text))]
    denied = [bool(_NONE.search(clause)) for clause in said]
    return any(denied) and not any(
        has_need_cue(clause) for clause, no in zip(said, denied, strict=True) if not no
    )


def has_need_cue(text: str) -> bool:
    """Whether the text says "we need", "our problem is" and the like about something of substance."""
    return (_cued(text) or _complaint(text)) is not None


def _request(text: str) -> str:
    """ "Can you help us reduce churn?" asks, and names a goal all the same."""
    match = _ASKS_FOR_HELP.search(text)
    return f"{text[: match.start()]}{text[match.end() :].rstrip('? ')}" if match else text


def _cued(text: str) -> str | None:
    for cue in islice(_CUE.finditer(text), _MOST_CUES):
        found = _trimmed(text[cue.end() :])
        if _has_substance(found) and not is_private(found):
            return found
    return None


def _complaint(text: str) -> str | None:
    """What goes wrong with their work, where they say so unasked ("our reps waste hours on bad leads")."""
    said = (part.strip() for part in _SENTENCE.split(text) if not part.rstrip().endswith("?"))
    wrong = (part for part in said if _OURS.search(part) and speaks_of_trouble_at_work(part))
    found = next((_trimmed(_from_their_clause(part)) for part in wrong), "")
    return found if found and _has_substance(found) else None


def _from_their_clause(sentence: str) -> str:
    """A sentence from the clause on that speaks of them: "owner, and we miss calls"."""
    theirs = _OURS.search(sentence)
    start = sentence.rfind(",", 0, theirs.start()) + 1 if theirs else 0
    return without_openers(sentence[start:].strip()).removeprefix("and ")


def _statement(text: str) -> str | None:
    found = one_line(_CLOSER.sub("", without_openers(text))).strip(" ,;")
    named = _without_afterthoughts(found.strip(".!?"))
    if ("@" in named and " " not in named) or not speaks_of_need(named):
        return None
    cue = _CUE.match(named)
    return named if _has_content(named) and not cue and not _is_about_us(named) else None


def _without_afterthoughts(text: str) -> str:
    """The text up to the clauses that say nothing of a need ("…, by March, please")."""
    while (head := text.rpartition(",")[0]) and not _has_content(text[len(head) :]):
        text = head.rstrip()
    return text


def _is_about_us(text: str) -> bool:
    """ "You don't need that", "I'd prefer not to": said of this conversation, and short."""
    return len(text.split()) <= 8 and bool(_CONVERSATION.search(plain(text)))


def _trimmed(text: str) -> str:
    return _without_afterthoughts(one_line(_BOUNDARY.sub("", text.lstrip(" :-,"))).strip(" ,;.!?"))


def _has_substance(text: str) -> bool:
    if _APPROVAL.search(plain(text)):
        return False
    first = _WORD.search(text)
    about_talk = first is not None and first[0].lower() in NOT_FIRST
    return _has_content(text) and (not about_talk or bool(PROBLEM.search(plain(text))))


def _has_content(text: str) -> bool:
    spoken = {word.lower() for word in _WORD.findall(text)}
    if not spoken:
        return bool(re.search(r"[^\W\d_a-zA-Z]", text))
    if PROBLEM.search(plain(text)):
        return True
    return len(spoken - NO_CONTENT - ABOUT_TELLING) > (1 if spoken & ABOUT_TELLING else 0)
