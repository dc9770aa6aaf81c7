"""The words and turns of speech people pick a time with, over plain text."""

import re

from leads.domain.parsing.tables import phrases

__all__ = [
    "ANY",
    "EARLIEST",
    "EXCEPT",
    "LATEST",
    "NEGATED",
    "NONE_FITS",
    "NOT_AFTER",
    "NOT_BEFORE",
    "NUMBER",
    "NUMBERS",
    "ORDINALS",
    "OTHERS",
    "PARTS_OF_DAY",
    "PREFERRED_TO",
    "TAKEN",
    "WEEKDAYS",
    "number",
]

NUMBERS = {
    word: number
    for number, listed in enumerate(
        (
            "one uno eins un une",
            "two dos zwei deux",
            "three tres drei trois",
            "four vier cuatro quatre",
            "five funf fuenf cinco cinq",
            "six sechs seis",
            "seven sieben siete sept",
            "eight acht ocho huit",
            "nine neun nueve neuf",
            "ten zehn diez dix",
            "eleven elf once onze",
            "twelve zwolf zwoelf doce douze",
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        ),
        start=1,
    )
    for word in listed.split()
}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
ORDINALS = {
    "first": 0,
    "1st": 0,
    "frist": 0,
    "former": 0,
    "second": 1,
    "2nd": 1,
    "secnd": 1,
    "third": 2,
    "3rd": 2,
    "thrid": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
    "sixth": 5,
    "6th": 5,
    **dict.fromkeys(["erste", "ersten", "premier", "premiere", "primero", "primera", "primo"], 0),
    **dict.fromkeys(["zweite", "zweiten", "deuxieme", "segundo", "segunda", "secondo"], 1),
    **dict.fromkeys(["dritte", "dritten", "troisieme", "tercero", "tercera", "terzo"], 2),
    **dict.fromkeys(["letzte", "letzten", "dernier", "derniere", "ultimo", "ultima"], -1),
    "last": -1,
    "latter": -1,
    "final": -1,
    "bottom": -1,
    "top": 0,
}
WEEKDAYS = {
    name: number
    for number, listed in enumerate(
        [
            "monday mon mondays montag lunes lundi",
            "tuesday tue tues tuesdays dienstag martes mardi tusday tueday",
            "wednesday wed weds wednesdays mittwoch miercoles mercredi wensday wendsday wenesday",
            "thursday thu thur thurs thursdays donnerstag jueves jeudi thrusday",
            "friday fri fridays freitag viernes vendredi",
            "saturday sat saturdays samstag sabado samedi",
            "sunday sun sundays sonntag domingo dimanche",
        ]
    )
    for name in listed.split()
}
# From, to (hours, the last not included) and the words for it.
PARTS_OF_DAY = (
    (
        0,
        12,
        phrases(
            r"\bmornings?\b|\bfirst thing\b|(?<!\bi )\bam\b|\b(?:before|pre)[ -]?(?:noon|lunch|midday)\b"
            r"|\bforenoon\b|\bvormittags?\b"
        ),
    ),
    (
        12,
        17,
        phrases(
            r"\bafternoons?\b|\b(?:after|post)[ -]?(?:noon|lunch|midday)\b|\barvo\b"
            r"|\baftn?\b|\bnachmittags?\b"
        ),
    ),
    (12, 24, phrases(r"\bpm\b|\bsecond half of the day\b|\blater in the day\b|\blate in the day\b")),
    (
        17,
        24,
        phrases(
            r"\bevenings?\b|\bafter (?:work|(?:office|business|working) hours)\b"
            r"|\btonight\b|\bnight\b|\babends?\b"
        ),
    ),
    (11, 14, phrases(r"(?<!before )(?<!after )\b(?:lunch ?time|lunch|midday)\b")),
    (16, 24, phrases(r"\bend of (?:the )?(?:work ?)?day\b")),
)
ANY = phrases(r"""
    \b(?:any|whichever|whatever|either|both)(?: (?:one|of|slot|time|day|works?|is|are|fine|ok|okay|will
        |would|suits?|them|those|these|the|three|two|good|for|you|me|please|thanks|do|does|can
        |really))*(?:$|(?=[,.;!])|\b(?:works?|fine|ok|okay|good|suits?|do)\b)
    \ball (?:of (?:them|those|these) )?(?:(?:three|two|four|five|times|slots|options) )*(?:works?|(?:are
        |is) (?:fine|good|ok|okay|great|possible)|suit|fine|good|ok)
    \b(?:they|these|those) (?:all|both) (?:work|are|suit|fit)\b|\b(?:do|does
        |would) not (?:really )?(?:care|mind|matter)\b|\bno preference\b
    \beither \w+(?: \w+){0,2} or\b
    \b(?:either|any|whichever)(?: one)? (?:on|in|from) \w+|^either,|\bdealer'?s choice\b
    \b(?:you|u) (?:choose|pick|decide|can choose|can pick)\b|\bup to you\b|\byour (?:choice|call|pick)\b
        |\bsurprise me\b|\b(?:i am|am|we are|very|fully|totally) (?:\w+ )?(?:flexible|easy|free)\b
    ^(?:any|whichever|whatever|either|both|all|anything|any time|anytime)(?: (?:please|works|fine|is|good
        |ok|one|of|them|those|these|time|day|you|like|prefer|want))*$|\bany ?time\b
""")
EARLIEST = phrases(r"""
    \bnot too late\b
    \bearliest\b|\bsoonest\b|\bas soon as\b|\basap\b|\bfirst available\b|\b(?:the|an?) (?:earlier|sooner
        |early)\b
    ^(?:earlier|sooner|early)(?: (?:one|please|is better|the better|slot|works?|would be|suits?|better|best
        |if possible|for me))*$|\bearly (?:on |in the )?(?:morning|afternoon|mon|tues|wednes|thurs|fri)
        |\bearlier one\b
        |\bthe sooner the better\b|\bnext available\b
""")
LATEST = phrases(
    r"\blatest\b|\bthe late(?:r)?\b|\bnot too early\b|\b(?:as )?late as (?:possible|you|it)\b"
    r"|^later(?: (?:one|please|is better|slot|time|works?|would be|suits?|better|best|if possible|for me))*$"
    r"|\blater one\b|\blate (?:on |in the )?(?:morning|afternoon|mon|tues|wednes|thurs|fri)"
)
EXCEPT = phrases(r"""
    \b(?:any|anything|anytime|any time|everything|all|either|whichever|whatever|every day|any day|any one
        |any slot|none|nothing)(?: (?:of (?:them|those|these)|day|one|slot|time))* (?:but|except|besides
        |other than|apart from|excluding|aside from|save)(?: for)?\b
    \b(?:except|excluding|besides|other than|apart from|(?:rather|better|sooner) than|instead of|but not
        |just not|only not|excl)(?: for)?\b
""")
NEGATED = phrases(r"""
    \bnot\b|\bno\b|\bnever\b|\bnor\b|\bneither\b|\bwithout\b|\bbusy\b|\bbooked\b|\bunavailable\b|\baway\b
        |\bimpossible\b
    \b(?:is|are|am) (?:\w+ )?(?:bad|out|off|taken|difficult|tricky|hard|too (?:early|late|soon)|a problem
        |blocked|full|gone)\b
    \bbad\b|\bhate\b|\bskip\b|\bavoid\b|\bnope\b|\bconflicts?\b|\bclash\w*\b|\btoo (?:early|late|soon)\b
        |\b(?:on|at) (?:holiday|vacation|leave)\b
""")
NONE_FITS = phrases(r"""
    ^(?:leider )?(?:keine[rs]?|aucun|ninguno|ninguna|nessuno|geen)\b
    \bno ?(?:ones?|thing)? (?:of (?:them|those|these) )?(?:really |quite )?(?:fits?|suits?|works?)\b
    \b(?:can|could) not (?:do )?(?:this|next|that) (?:week|month)\b
    \b(?:earlier|later) (?:the same|that) day\b
    \bpass on (?:all|those|these|them|both|that|this)\b|^(?:i will |i would |hard |think i will )*pass$
    ^not (?:that|this|these|those|it)(?: (?:one|time|slot|day))?s?(?: (?:please|thanks|sorry))*$
    \bnone\b(?! (?:but|except))|^neither(?: (?:of|one|works?|fits?|suits?|is|please|thanks))*$
        |\bneither of\b|\bnot any\b
    \b(?:can|could|do|does|will|would|is|are) not (?:\w+ ){0,3}?(?:any|either)(?: of)?\b(?! (?:but|except
        |other))
    \b(?:can|could) not (?:(?:do|make|manage|attend) ?)?(?:it|that|this|those|them|then|any)?$
    \b(?:these|those|they|them|that|this|it|any of (?:these|those|them)) (?:\w+ )?(?:do|does|will|would
        |can|are|is|time) ?not\b|\bnothing (?:\w+ )?(?:works?|suits?|fits?|there|here)\b
    \b(?:other|another|different|alternative|alternate|more|further|additional|new) (?:\w+ )?(?:times?
        |timings?|days?|dates?|slots?|options?|weeks?|choices|suggestions|ones|availability|appointments?)\b
    \bsomething else\b|\banything else\b|\bany other\b|\bothers\??$|\b(?:some|an)other time\b
        |\bwhat else\b
    \banything (?:\w+ )?(?:earlier|later|sooner|outside)\b|\banything (?:\w+ )?(?:after|before) (?:that
        |those|these|this|then)\b|\b(?:have|got|is there|are there
        |offer|do|possible) (?:\w+ ){0,2}?(?:earlier|later|sooner)\b
    \b(?:a bit|much|even|way|little|slightly) (?:earlier|later|sooner)\b|\b(?:earlier|later
        |sooner) (?:in the (?!week|day)|than|that|this|next|times?|dates?|ones|week|slots|on)\b
    \b(?:busy|away|out|unavailable|not (?:available|free|around|there|here)|on (?:holiday|vacation|leave
        |a trip)|booked|travell?ing|full)\b(?: (?:on|in|at|during|for|of office))?(?: (?:all|then|that
        |those|these|both|the whole|any|next week|this week|everyday|every))+
    \bnot (?:available|free|possible|around)(?: (?:then|there|those|these|at those|on those|at that time
        |at all))?$|\ball (?:of (?:them|those|these) )?(?:are |is )?(?:bad|taken|wrong|out|no good)\b
""")
# "I prefer Friday to Thursday" picks the first of the two.
PREFERRED_TO = re.compile(
    rf"\b(?P<one>prefer\w* [^,.;!?]{{1,40}}?) (?:to|over) "
    rf"(?=(?:the |a )?(?:{'|'.join([*WEEKDAYS, *ORDINALS])}|\d))"
)
# The other side of a bound: "not before Wednesday" is from Wednesday on.
NOT_BEFORE = re.compile(r"\b(?:not?|nothing|never) (?:before|earlier than|until|till)\b")
NOT_AFTER = re.compile(r"\b(?:not?|nothing|never) (?:after|later than|past|beyond)\b")
# Said without naming any of the offered times, they ask for others.
OTHERS = phrases(r"""
    \b(?:week|month) after\b|\bin (?:a|two|three|\d+|a few|a couple of) (?:weeks?|months?)\b
        |\b(?:following|next) (?:week|month)\b
    \binstead$|\bweekends?\b|\belse\b|\b(?:away|out|off|gone|abroad|busy|travell?ing) (?:until|till)\b
    \b(?:after|until|till|in) (?:christmas|xmas|easter|new year|the new year|the holidays?|thanksgiving
        |january|february|march|april|may|june|july|august|september|october|november|december)\b
    \bno good\b|\btoo (?:early|late|soon|far (?:out|away|off))\b|\bnot (?:that|so|as) (?:early|late|soon)\b
    ^(?:any|anything|something|a bit|maybe|much)? ?(?:later|earlier|sooner)(?: (?:please|possible
        |than that))*\W*$
""")
TAKEN = phrases(r"""
    ^(?:(?:yes|ok|okay|great|perfect|please|just|let us|i will|can you|go ahead and) )*(?:book|reserve|confirm
        |schedule|lock|take|grab|do|arrange|fix)(?: me)?(?: (?:it|that|this)(?: (?:one|slot|time))?)?(?: (?:in
        |for me|please|then|now|thanks))*$
    ^(?:put|pencil|sign) me (?:down|in)\b|^(?:that|this) (?:one|slot|time)(?: (?:please|then|works))*$
    ^(?:i |we )?can (?:do|make|manage)(?: (?:it|that|this|then))?$
    ^(?:booked|confirmed|locked in|see (?:you|ya) (?:then|there))\b
""")


def number(word: str) -> int:
    """The number that a match of NUMBER stands for."""
    return NUMBERS[word] if word in NUMBERS else int(word)
