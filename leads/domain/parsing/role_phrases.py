"""How people say what they do: what stands before and behind a title, and duties that stand for one."""

import re

from leads.domain.parsing.role_words import DEPARTMENTS
from leads.domain.parsing.tables import part

__all__ = [
    "ANSWERS_FOR",
    "AS_A_TITLE",
    "BEFORE_A_TITLE",
    "CARD",
    "CUE",
    "DUTIES",
    "EMPLOYER",
    "LEADING",
    "OF_A_NAME",
    "OF_A_SENTENCE",
    "OTHER_HEADS",
    "PAST",
    "REPORTS_TO",
    "SEEKS_WORK",
    "TELLS_SOMETHING",
    "WHOLE_DUTIES",
]

LEADING = re.compile(
    part(r"""
    ^(?:(?:(?:i am|i'm|im|work|working|am) in(?! charge)|in(?! charge)|i am|i'm|im|i'd|i|my|the
        |an?|just|only|currently|official|formal|current|actual|teh
        |(?:role|title|job|position|function)(?=:? (?:is|title|here|would|at|as|name)\b|'s|:)|is|it is|it's
        |its|that|that's|work|working|worked|as|at|be|being
        |would|say|me|they|call|called|am|our|their|your|to|now|officially|mostly|mainly|more or less
        |(?<!i )like
        |probably|well|basically|was|hired|serve|serving|employed|think|guess|also|myself|technically
        |formally
        |on paper,?|(?:got |been )?(?:promoted|appointed) to|these days|nowadays|post|designation
        |have the (?:function|role|title|position|job) of|act|acting as
        |been|title's|i\.e\.|(?:occupying|holding) the post of) )+
    """),
    re.IGNORECASE,
)
EMPLOYER = re.compile(
    part(
        r"""
    \s+(?:at|with|here|now|currently|these days|actually|for (?=[A-Z])(?!(?i:<department>)\b)|from|speaking
        |but|since|btw|thanks|lol|haha|rn|atm|tbh|tho|last (?:week|month|year)
        |in (?=[A-Z])(?!(?i:<department>)\b)|please
        |i guess|i think|by the way|who|which|so|because|looking|(?<!responsible )(?:for|in) (?:the|an?|our
        |my|this)
        |of (?:the|an?|our|my|this)(?! (?i:<department>)\b)|of [A-Z]\w+ (?:GmbH|Inc|Ltd|AG|LLC|Corp)
        |and (?:yes )?(?:we|i|our|my|I))\b.*$
    """,
        department="|".join(map(re.escape, DEPARTMENTS)),
    )
)
OF_A_NAME = re.compile(
    r"^((?:\S+ (?:& |and )?)?(?:C[ETFOM]O|[Ff]ounder|[Oo]wner|President|MD|c[etfom]o)) of (?=[A-Z]).*$"
)
_PART = (
    r"(?: (?:the|our|all))? (?P<part>(?!an?\b|my\b|of\b)\S.*?)"
    r"(?: (?:team|department|dept|unit|division|side|group))?$"
)
# What they do altogether, and the title that says so.
WHOLE_DUTIES = (
    (
        re.compile(
            r"^(?:manages?|managing) (?:an?|the|my|our|some|\d+) (?:\w+ )?(?:team|people|staff|crew)\b.*",
            re.IGNORECASE,
        ),
        "manager",
    ),
    (re.compile(r"^teach(?:es|ing)?\b.*", re.IGNORECASE), "teacher"),
    (re.compile(r"^owns? (?:the|an?|my|this|our)\b.*", re.IGNORECASE), "owner"),
)
# What they do with a part of the company, and the title that says so.
DUTIES = (
    (
        re.compile(
            r"^(?:runs?|leads?|leading|running|heads?(?: up)?|heading(?: up)?|oversees?|overseeing|directing"
            r")" + _PART,
            re.IGNORECASE,
        ),
        "head of {}",
    ),
    (re.compile(r"^supervis(?:es?|ing)" + _PART, re.IGNORECASE), "{} supervisor"),
    (re.compile(r"^coordinat(?:es?|ing)" + _PART, re.IGNORECASE), "{} coordinator"),
    (re.compile(r"^(?:manages?|managing)" + _PART, re.IGNORECASE), "{} manager"),
    (
        re.compile(
            r"^(?:looks? after|looking after|takes? care of|taking care of|do|does|doing"
            r"|handles?|handling)" + _PART,
            re.IGNORECASE,
        ),
        "{}",
    ),
)
BEFORE_A_TITLE = re.compile(
    r"\b(?:as an?|an?|the|as|me|says|is|became|become|now|i am|i'm)\s+", re.IGNORECASE
)
OTHER_HEADS = re.compile(r"^head (?:cook|waiter|boy|girl|gardener|groom|warden|brewer)", re.IGNORECASE)
REPORTS_TO = re.compile(r"\breport(?:s|ing)? (?:directly )?to (?:the |our |my )?\S+", re.IGNORECASE)
PAST = re.compile(r"\b(?:started|used to|was|formerly|previously|before)\b", re.IGNORECASE)
CUE = re.compile(
    part(r"""
    (?:\bi am|\bi'm|\bim|\bas) (?:(?:the|an?|your|our|just|only|currently|new|one of the|also) )*
    \b(?:i work|i am working|i'm working|employed|hired|working|work)(?: in \w+)? as (?:(?:the|an?|our) )*
    \bmy (?:(?:job|current|official) )*(?:role|title|position|function|job)(?: here)?(?: is|:)? (?:(?:the
        |an?|that of) )*
    """),
    re.IGNORECASE,
)
CARD = re.compile(
    r"^(?:the )?((?:\S+ ){0,4}?\S+) (?:(?:at|@) (?=[A-Z])|(?<=C[EFTOMI]O )of (?=[A-Z]))"
    r"|^(\S+(?: \S+){0,3}) here$"
)
ANSWERS_FOR = re.compile(r"^(?:the )?(?:responsible (?:for|of)|in charge of) \S", re.IGNORECASE)
OF_A_SENTENCE = re.compile(
    r"(?<!\bof )\b(?:many|every|some|my|your|this|that|it|me|you|much|more|the|an?)\b", re.IGNORECASE
)
AS_A_TITLE = re.compile(r"^(?:\S+ ){1,4}as an? (?=\S)", re.IGNORECASE)
SEEKS_WORK = re.compile(
    r"\b(?:looking|searching|hunting|applying|search|look|apply) for (?:an? |some |any )?(?:new )?(?:job|jobs"
    r"|work|employment|internship|position|vacancy|vacancies)\b|\bjob ?(?:hunting|search)\b",
    re.IGNORECASE,
)
# "I like trains": a verb that says neither what they are nor what they work as.
TELLS_SOMETHING = re.compile(
    r"^i (?!am\b|was\b|work|do\b|serve|act\b|function|guess|think|would|have the|got |mostly|mainly|just|only"
    r"|sell\b)\w+",
    re.IGNORECASE,
)
