"""What somebody uses today, in their own words, or "none"."""

import re
from itertools import islice

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.asides import without_asides
from leads.domain.parsing.context import Context
from leads.domain.parsing.tables import part, phrases, words
from leads.domain.parsing.talk import ABOUT_TELLING
from leads.domain.parsing.wording import clauses, clean, one_line, plain, without_openers
from leads.domain.topics import Topic

__all__ = ["read_current_solution"]

_NONE = phrases(r"""
    ^(?:(?:well|so|now|still|but|and|then|at the moment|right now|currently|so far|we|i|have|got|use|using
        |are|is|am|there|do|it|no
        |not|as of now|today|honestly|just|have got|had|for now|basically) )*(?:nothing|none|nada|zilch
        |zero|nichts|rien|nope|no|nah|nuthing|nought|nowt|naught|zip|nil|niks|diddly|not much)(?: (?:at all
        |right now|yet|really|currently
        |at the moment|for now|so far|today|much|special|specific|in particular|in place|atm|sorry|thanks
        |as of now|like that|of that kind|whatsoever|to speak of|at present|we have|formal|particular|now
        |dedicated|proper|tbh|honestly|to be honest|i think|really|lol))*$
    ^(?:(?:we|i|well|currently|right now|at the moment) )*(?:do|does|did|have|are
        |am) not (?:really |currently |yet |actually |even )*(?:use|have|using|got|had|own|rely on)
        (?: (?:anything|any|a|an|one|any (?:such|kind of)|something|it|such|that|the))
        (?: (?:\w+ ){0,2}?(?:crm|tool|tools|system|software|solution|process|thing|anything|one|product
        |place|kind))?(?: (?:for (?:that|this|it)|yet|right now|at the moment|in place|currently|at all
        |now|for now|sorry))*$
    ^(?:we |i |are |am |have )*not (?:using|got|having|use) (?:anything|any|a)\b.*$
    ^(?:(?:we|i|have|got|there is|currently|with|right now) )*no (?:\w+ )?(?:tools?|systems?|software
        |solution|crm|process|processes|product|platform)(?: (?:at all|yet|right now|in place|currently
        |at the moment|so far|for that|for this|whatsoever))*$
    ^without (?:any|a)\b|^(?:(?:we|i|well|no|honestly) )*do not(?: (?:really|yet|sorry|at all|currently
        |actually))*$
    ^(?:we|i) (?:are|am) .*\bso (?:there is )?nothing(?: (?:yet|so far|really|for now|at all))*$
""")
_CUE = re.compile(
    part(r"""
    \b(?:we|i|they)(?:'ve| have|'re| are|'m| am| all| both)?(?: (?:been|currently|still|now|mostly|mainly
        |already|just|only|all|basically|primarily|presently|actually|always|sort of))* (?:use|using
        |rely on|relying on|depend on)
    \bswitch(?:ing|ed)?(?: away| over)? from|\bmov(?:e|ing)(?: away| over| on)? from|\bmov(?:e
        |ing) (?:away from|off)|\bmigrat(?:e|ing)(?: away)? from
    \b(?:replace|replacing|ditch|ditching|get rid of|getting rid of|outgrown|outgrowing|leaving)(?: our
        | the)?
    \bcurrent(?:ly)? (?:\w+ )?(?:crm|tool|system|solution|software|setup|set-up|provider|vendor|stack
        |process|platform|one|erp)(?: is|:| would be)
    \b(?:live|lives|kept|stored|tracked|logged|managed|handled) (?:in|on|with|via)(?= an? | our | the )
        (?:an?|our|the)?
    (?<=, )(?:currently )?using(?= (?-i:[A-Z]))
    \b(?:still|currently) (?:on|running on|running|with|stuck on|stuck with)
    """),
    re.IGNORECASE,
)
_CUE_WHEN_ASKED = re.compile(
    part(r"""
    ^(?:(?:(?:our|my|the) (?:current|existing|present) \w+(?: \w+)? is|well|so|at the moment|right now
        |currently|today|for now|we|i|r|ur|wir|nutzen|benutzen|verwenden|nous utilisons|usamos|we're|we are
        |i'm|it's|it is|that's|we've|we have|i've|is|it|are|do
        |does|all|still|now|mostly|mainly|just|only|basically|primarily|a lot of the time|usually|use|uses
        |using|have|got|had|has|run|running|on|with|work|works|working|rely|depend|handle|manage
        |everything|things|done|our|my|team|through|via|as of now|been|been using|in|stuck|nothing (?:but
        |except|besides|other than|special just)|a combination of) )+
    """),
    re.IGNORECASE,
)
_ENDING = re.compile(
    part(r"""
    \s+(?:and|but|which|because|since|so|though|although)(?: (?:it|it's|its|we|that|they|i|the|is|this
        |there|he|she|our|my|nobody|not|now))\b.*
    \s+(?:but|because|since|though|although|which)\b.*|\s+(?:for (?:about |over )?\S+ (?:years?|months?
        |weeks?)|right now|at the moment|currently|today|for now|so far|lol|haha|thanks|thx|please|atm
        |i think|i guess)[.!]*$
    """),
    re.IGNORECASE,
)
_TOLD_ENDING = re.compile(
    r"\s+(?:to|for|and|but|because|which|so|with|at|in|since|right|now|today|as|when|if|that|is|are|on|by|every|all)\b.*",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    part(r"""
    (?:an? (?:\w+ )?(?:nightmare|mess|joke|pain|disaster|crap|problem)|now|today|currently|never|always|is
        |details|it|them|this|that|these|those|my|your|our|you|me|us|the|in|to|a lot|anything|something
        |nothing|and|everything|a tight|budget|holiday)\b.*
    """),
    re.IGNORECASE,
)
_REGRET = re.compile(
    r",\s*(?:unfortunately|sadly|sorry|mostly|mainly|i think|i guess|why)\W*$", re.IGNORECASE
)
_EMOTICON = re.compile(r"\s+[:;=]['-]?[()/\\|DPpoO]+")
_CONVERSATION = words("""
    you you'd you'll you're your yours u don't dont gonna pass ask asked been forever person back stuff ugh
    boring
""")
_WISH = phrases(r"^(?:i|we) (?:would like|want|would want|would love|wish)\b|^not (?!much|a lot|only|just)")
_NAMELESS = phrases(r"""
    ^some ?things? (?:it|they|he|she|we|our|my|the|somebody|someone)\b
    ^(?:some|one|their|competitor\w*|other|another) (?:systems?|tools?|software|stuff|things?
        |product|crm|app)$
""")
_PAST = phrases(r"\b(?:used to|previously|formerly|until recently|back then|before)\b")
_MOST_WORDS = 30
_MOST_CUES = 10


def read_current_solution(text: str, context: Context) -> Parsed | None:
    """What they use today; "none" when they say that they use nothing.

    Asked for it, a bare answer counts; otherwise only after words such as "we use" or "switch from".
    """
    said = clean(text)
    found = _asked_solution(said) if context.asking is Topic.CURRENT_SOLUTION else _told_solution(said)
    return Parsed(Topic.CURRENT_SOLUTION, Standing.GIVEN, Text(found)) if found else None


def _asked_solution(text: str) -> str | None:
    parts = clauses(text)
    if any(_NONE.search(plain(clause)) for clause in parts):
        return next(filter(None, map(_named, parts)), "none")
    said = without_asides(text, asking=Topic.CURRENT_SOLUTION)
    return next(filter(None, map(_named, parts)), None) if said and _told_solution(said) else _bare(said)


def _named(clause: str) -> str | None:
    """What a clause names behind "we use" or "just"; None where it names nothing."""
    if _NONE.search(plain(clause)) or _PAST.search(plain(clause)):
        return None
    behind = _CUE_WHEN_ASKED.sub("", f"{without_openers(clause)} ", count=1).strip()
    return _presentable(behind) if behind != clause else None


def _bare(text: str) -> str | None:
    behind = _CUE_WHEN_ASKED.sub("", f"{without_openers(text)} ", count=1).strip()
    first, *others = re.split(r"[.!?\n]+(?:\s|$)", behind) or [""]
    told = first if first or not others else others[0]
    return _presentable(told) or _presentable(first.partition(" but ")[2])  # "don't laugh, but …"


def _presentable(text: str) -> str | None:
    plainly = _EMOTICON.sub("", text)
    found = one_line(_ENDING.sub("", _REGRET.sub("", plainly))).strip(' ,;.!?:-"')
    if not re.search(r"[^\W_]{2}", found) or len(found.split()) > _MOST_WORDS:
        return None
    empty = found.replace(" ", "").isdigit() or _NAMELESS.search(plain(found.partition(",")[0]))
    return None if empty or _is_about_telling(found) else found


def _is_about_telling(text: str) -> bool:
    """ "I'd prefer not to", "I want a demo": said of this conversation and of nothing they use."""
    if _WISH.match(plain(text)):
        return True
    spoken = {word.lower() for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.partition(",")[0])}
    return bool(spoken & (ABOUT_TELLING | _CONVERSATION))


def _told_solution(text: str) -> str | None:
    for cue in islice(_CUE.finditer(text), _MOST_CUES):
        behind = re.split(r"[.,;!?\n]", text[cue.end() :], maxsplit=1)[0].strip()
        if cue.end() < len(text) and text[cue.end()].isspace() and not _VAGUE.match(behind):
            found = _TOLD_ENDING.sub("", behind)
            if re.search(r"[^\W\d_]{2}", found) and len(found.split()) <= 6:
                return found
    return None
