"""How people say what company they are with: patterns over clean text, one idea a line."""

import re

from leads.domain.parsing.name_words import LEGAL_FORMS
from leads.domain.parsing.tables import part, words

__all__ = [
    "ABBREVIATED",
    "AT_SIGN",
    "AT_WORK",
    "CALLED",
    "DESCRIBED",
    "ENDING",
    "JOINERS",
    "LEADING",
    "LIST_OF_PARTNERS",
    "NAMED",
    "NOT_THERE",
    "OF_A_FIRM",
    "OF_TITLE",
    "PARTNERS",
    "PERSON_FROM",
    "QUANTITY",
    "RUN",
    "TALK",
    "TOLD",
    "UNWILLING",
    "WE_ARE",
    "WITH_FORM",
]

_WORDS_TOO = frozenset(
    {"as", "ag", "co", "eg", "ev", "oy", "ou", "sa", "se", "sl", "spa", "sas"}
)  # capitalised only
_LEGAL = r"S\.?A\.? de C\.?V|" + "|".join(
    re.escape(form.capitalize()) + "|" + re.escape(form.upper())
    if form in _WORDS_TOO
    else f"(?i:{re.escape(form)})"
    for form in sorted(LEGAL_FORMS, key=len, reverse=True)
)
CALLED = re.compile(
    part(r"""
    \b(?:called|named|known as|go(?:es)? by(?: the name(?: of)?)?|trad(?:e|es|ing) as|under the name(?: of)?)
    (?<!\w)(?:heißt|heisst|heet|se chama|si chiama|s'appelle|se llama|nazywa się|heter|hedder)
    \b(?:rebranded|renamed|changed (?:the|our) name) (?:to|as)
    \b(?:company|firm|business|employer|organi[sz]ation|agency|startup|shop|store)(?:'s)? name\b(?:'s| is
        |:)?
    \bname of (?:the|our|my) (?:company|firm|business) is
    """),
    re.IGNORECASE,
)
_A_FIRM = part(r"""
    company|firm|business|employer|organi[sz]ation|agency|startup|shop|store|team|enterprise|society
""")
_WE_ARE = part(r"""
    i'm|i am|im|we're|we are|we r|were|it's|its|it is|that's|that is|that'd be|that would be|this is
    it would be|wir sind|nous sommes|somos|siamo|wij zijn|vi er|jesteśmy
""")
_ARE_WITH = part(r"""
    work(?:ing)?(?: over)? (?:at|for|with|in)|employed (?:at|by|with)|with|from|at|by|representing|represent
    trade as|run|own|founded|started|calling from|writing from|part of|call(?:ed)? ourselves
    (?:the )?owner of|(?:the )?(?:ceo|founder|head|cto|cfo|md|director) (?:of|at)
""")
LEADING = re.compile(
    part(
        r"""
    ^(?:the |my )?(?:company|place|firm|business) (?:that )?(?:i|we) (?:work|am working|are)
        (?: (?:for|at|with|in)) is\s+
    ^(?:i'm|i am|im|we're|we are|were|i|we) (?:(?:currently|now|just|both|all) )*<are_with>\s+
    ^<we_are>(?! an?\b| not\b| eine?\b| une?\b)\s+
    ^(?:part of|one of)(?: the)?\s+
    ^(?:(?:my|our|the) (?:(?:own|current|whole) )?)?<firm>(?:'s)?(?: name)?(?: is|'s|:| =)?\s+
    ^(?:(?:working|work) (?:at|for|in|by|with)|from|at|for|chez|bei|here at|on behalf of|myself)\s+
    ^(?:mine(?: is|'s)|represent(?:ing)?|officially|formally|legally|name(?: is|'s|:)?|(?:owner|founder
        |ceo) of)\s+
    ^(?:ich arbeite (?:bei|für)|je travaille (?:chez|pour)|trabajo (?:en|para)|lavoro (?:per|presso|da|in)
        |trabalho (?:na|no|para)|ik werk (?:bij|voor)|pracuję w|jag jobbar på)(?: (?:der|dem|la|el|de))?\s+
    ^(?:die|der|das|de|la|le|el) (?=(?-i:[A-Z]\S* .*)(?:<legal>)$)
    ^(?:used to be|formerly|previously) .*?,? (?:but )?now (?:it's |it is |we're |called |it )*
    ^(?:(?:la|mi|nuestra) empresa (?:es|se llama)|(?:notre|la|ma) soci[ée]t[ée] (?:est|s'appelle)
        |l'azienda è)\s+
    ^(?:wir heißen|(?:ich )?bin bei(?: der firma| der| dem)?|(?:die |meine |unsere )?firma(?: ist)?:?
        |nazwa:?)\s+
    ^(?:(?:i'm|i am|im) (?:in|(?:an? )?employee of)(?: the)?(?: company)?|im w/|w/|in company)\s+
    ^(?:the )?name of (?:the|our|my) (?:company|firm|business)(?: is|:|,)?(?: it's| it is)?\s+
    ^(?:called|named|so|well|yeah|just(?! [a-z]+$)|um|uh|er|erm)\s+
    """,
        firm=_A_FIRM,
        legal=_LEGAL,
        we_are=_WE_ARE,
        are_with=_ARE_WITH,
    ),
    re.IGNORECASE,
)
ENDING = re.compile(
    part(
        r"""
    \s+-\s+.*|\s*[(;\n].*|[!?]+$(?<!yahoo!)|,\s*(?!(?-i:<legal>)\b).*
    (?<!\b[a-z])(?<!\bdr)(?<!\bfa)(?<!\bst)(?<!\bmr)(?<!\bsp)[.!?]+\s+(?=[A-Z]|we\b|i\b).*
    \s+<behind>\b(?:.*)$
    """,
        behind=part(r"""
    in|near|out of|based|located|which|who|that|where|since|because|but|if|of course|formerly|sorry|lol
    thanks|thank you|thx|please|pls|btw|by the way|i think|i guess|here|mate|cheers
    we|and (?:we|i|my|our|i'm)|is (?:an?|the)|are a|as (?:a|an|the)|from (?-i:[A-Z])\w+
    with \d+|for (?:about |over |almost )?\d+|last (?:year|month|week|summer|spring)
    """),
        legal=_LEGAL,
    ),
    re.IGNORECASE,
)
PARTNERS = re.compile(rf"^(?:[A-Z][\w&'.-]*,? (?:& |and )?){{1,5}}(?:{_LEGAL})\b\.?")
LIST_OF_PARTNERS = re.compile(
    r"^[A-Z][\w'-]+(?:, [A-Z][\w'-]+)*,? (?:&|and) (?!I\b)(?:[A-Z][\w'-]+|Co)\b\.?(?: \w+)?$"
)
_PROPER = r"(?:[A-Z0-9][\w&.'-]*|&|and|of|de|und|für|y|et)"
WITH_FORM = re.compile(rf"({_PROPER}(?: {_PROPER}){{0,5}},?) ({_LEGAL})(?=[\s,.;!?)]|$)\.?")
OF_A_FIRM = re.compile(
    r"\b(?:company|firm|business|startup|agency|shop|store|group|hotel|school|clinic|studio|chain|we)\b",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(r"\b(?:inc|ltd|co|corp|bros|e\.v|s\.a|[a-z])\.$", re.IGNORECASE)
PERSON_FROM = re.compile(r"^[A-Z]\w+(?: [A-Z]\w+)? from (?=[A-Z])(?P<there>.*)")
DESCRIBED = re.compile(
    r"^(?:an?|another|some|several|many|our|my|(?:it's|its|we're|i'm) an?) ", re.IGNORECASE
)
JOINERS = words("& and of the n y et e und de la du")
# Words that an unwilling answer has in it, however it is capitalised.
UNWILLING = words("""
    i i'm i'd i'll my me mine you your no not none never nobody nope nah don't can't won't cannot cant dont
    skip pass prefer rather say saying said comment tell telling told idea know knows sure yet ask asking
    secret private confidential agent thanks thank later what why how when who where which
""")
TOLD = re.compile(
    part(r"""
    \b(?:i|we) (?:(?:currently|now) )?(?:work|works) (?:at|for)\b|\bi(?:'m
        | am) (?:currently )?(?:working|employed) (?:at|for|by)\b
    \b(?:i'm|i am|im|we're|we are)(?: \S+){0,3} (?:from|with|at|of|representing)\b|\b(?:calling|writing
        |texting|here) (?:from|at)\b|\bon behalf of\b
    \b(?:we're|we are|we call ourselves)|\b(?:(?:our|my) (?:company|firm|business|employer)|company|firm
        |business|employer)(?: name)?(?:'s| is|:| =)|\b(?:our|my) company\b,?(?! name\b)
    \btrad(?:es?|ing) as\b
    ^(?!we\b|our\b|my\b|the\b|i\b|it\b|they\b|you\b|he\b|she\b|\w+ing\b)\S+(?: (?!was\b|is\b)\S+)? (?:from
        |at|with)\b
    \bthis is \S+(?: \S+)? (?:from|at|with|of)\b|\bwe (?:here )?at\b
    \bi (?:recently |just )?(?:joined|co-?founded|started)\b|\bi (?:run|own|founded|represent)\b
    """),
    re.IGNORECASE,
)
WE_ARE = re.compile(r"\b(?:we're|we are|were)\b(?! (?:from|at|with|in)\b)", re.IGNORECASE)
NAMED = re.compile(r"(?<!my )(?<!my own )(?<!full )\bname(?:'s| is| =|:)", re.IGNORECASE)
OF_TITLE = re.compile(r"(\S+) (?:at|of|for|@|with)(?= )")
AT_SIGN = re.compile(r"(?<=\w) @ ((?:[^\W\d_][\w&'-]* ?){1,4})$")
AT_WORK = re.compile(r"\b(?:for|at)(?= )")
NOT_THERE = re.compile(
    part(r"""
    \b(?:not|never|used to|previous\w*|former\w*|before|left|quit|worked|was|were)\b|n't\b
    \bmy (?:wife|husband|partner|friend|brother|sister|uncle|aunt|mother|father|mum|dad|son|daughter|cousin
        |neighbou?r|ex|mate) (?:is|was|works?|runs?|owns?)\b
    \b(?:ask|talk|speak|look\w*|wait\w*)\b
    """),
    re.IGNORECASE,
)
RUN = re.compile(
    r"\s*(?:the )?([A-Z0-9][\w&.'-]*(?: (?:(?:&|and|of|de|und|the) )?(?!I\b)[A-Z0-9][\w&.'-]*){0,5})"
)
QUANTITY = re.compile(
    r"\W*(?:about |around |approx\w* |over |under |some )?[$€£]?\d[\d.,]*\s*(?:k|%|\+)?"
    r"(?:\s*(?:people|employees|staff|persons|users|million|k|usd|eur|euros?|dollars?|years?|months?|weeks?|days?|am|pm)\b.*)?\W*",
    re.IGNORECASE,
)
TALK = words("""
    i we you he she they my our your us me do does did don't make makes making sell sells need needs want
    wants have has am is are was were use uses not no looking what why how when that can will would should
    it's i'm we're it this there about in on at for with because to nothing whatever maybe
""")
