"""Whether there is money at all, told without an amount."""

from leads.domain.parsing.tables import part, phrases
from leads.domain.parsing.wording import plain

__all__ = ["money_is_there"]

_MONEY = r"(?:budget(?:s|ing)?|money|monies|funds?|funding|cash|resources|finances|capital)"
_BEING = (
    r"(?: is| are| was| were| has| have| had| been|'s| being| already| all| now| just| officially| fully)*"
)
_AGREED = part(r"""
    approved|aproved|allocated|alocated|assigned|set aside|put (?:aside|away)|earmarked|reserved|secured
        |granted
    signed off|available|confirmed|in place|sorted|agreed|cleared|released|authori[sz]ed|green ?-?lit
        |ring-?fenced
    budgeted|planned|provided for|okayed|ready|there$|there(?= (?:for|and|if|when|already|now))
""")

# How much there is has not been settled, or is a question: neither yes nor no.
_OPEN = phrases(
    r"""
    \b(?:not|never) (?:(?:yet|really|been|have|got|had|a|any|the|actually|even) )*(?:decided|set|fixed
        |defined|determined|figured|agreed|discussed|specific|specified|exact|concrete|clear|firm|formal
        |particular|sure|certain|final\w*|worked|thought|know|budgeted|allocated)\b
    \bno (?:set|fixed|specific|defined|exact|concrete|clear|firm|formal|particular|real|idea|clue|final
        |official|predefined|pre-?set)\b(?! money)
    \b(?:undecided|unclear|unknown|unsure|tb[acd]|depends|depending)\b|\bstill (?:figuring|deciding
        |discussing|working|waiting)
    \bnot (?:(?:have|got|really) )*(?:(?:a|any) )?<money> in mind|\bno <money> in mind
    \b(?:is there|do (?:you|we) need|what|why|how much|whether|if|when|does)\b[^.!]*\?
    \?\s*$
    \bnone of your\b|\brather not\b|\bnot (?:telling|saying|going to (?:say|tell|share)|your business)
    """,
    money=_MONEY,
)
_UNLIMITED = phrases(
    r"""
    \b<money>(?: is|'s|s)? (?:\w+ )?(?:not|no|never) (?:(?:really|a|an|the|any) )*(?:problem|issue|object
        |concern|obstacle|question|limit\w*|constraint|bottleneck|blocker|factor)
    \bno (?:limits?|cap|ceiling|constraints?|restrictions?) (?:on|to|for|in) (?:(?:the|our
        |terms of) )?(?:<money>|spend)
    \bno <money> (?:limits?|cap|constraints?|issues?|problems?|restrictions?|worries)
    \bunlimited <money>|\b<money> is unlimited|^unlimited$|\bsky is the limit\b|\bwhatever it (?:takes
        |costs)\b
    """,
    money=_MONEY,
)
_NONE = phrases(
    r"""
    \b(?:no|zero|nil|0) (?:\w+ )?<money>\b
    \bnot (?:\w+ )?(?:have|got|has|had|see|find|get|be) (?:got )?(?:(?:a|any|the|much|an|enough|extra|spare
        |real) )*<money>\b
    \bnot (?:(?:a|any|much|enough) )+<money>\b
    \b<money><being> (?:\w+ )?(?:zero|nil|nothing|non-?existent|empty|gone|frozen|exhausted|spent|used up
        |cut|not there|not available|not approved|rejected|denied|refused|cancell?ed|withdrawn)\b
    \b<money>(?:<being>|:) ?(?:zero|0|nil|none)\b(?![.,]?\d)
    \b(?:out of|lack(?:ing|s)?|short of|without) (?:(?:a|any|the|enough) )*<money>\b
    """,
    money=_MONEY,
    being=_BEING,
)
_NONE_WHEN_ASKED = phrases(r"""
    ^\W*(?:(?:budget|money|it is|that is|we have|we have got|we got|i have|got|have|a|big|fat|absolutely
        |basically|literally|right now|currently|exactly|well|honestly|sorry|sadly|unfortunately
        |alas)[\s,?:=-]+)*(?:[$€£₹]\s?)?(?:(?:zero|zilch
        |nada|nil|nothing|none|nowt|nought|zip|0(?:[.,]0+)?)[\s,]*)+(?:\s?(?:[$€£₹]|dollars?|euros?|eur
        |usd|gbp|pounds?|bucks|at all
        |for (?:this|that|it)|right now|at the moment|currently|this year|sorry|really|so far|i am afraid
        |unfortunately|lol|whatsoever))*\W*$
    \bnot (?:(?:(?:be )?able to|really|going to) )?(?:afford|spend|pay)(?: for)?(?: you)?(?: anything| any\b
        | a (?:cent|penny|dime)|$)
    \bnot afford (?:it|this|that)\b|\b(?:has|have|needs?|must) (?:to )?be (?:for )?free\b
    \bnothing (?:(?:is|was|has been|yet) )*(?:allocated|approved|set aside|available|budgeted|there)\b
    (?:^|\bam |\bare |\bwe |\bi )(?:(?:so|pretty|flat|dead|absolutely|totally|completely|all) )*broke\b
    \bnot (?:a|one) (?:single )?(?:cent|penny|dime|euro|dollar)\b
    \b(?:there is|we have|have got) (?:none|nothing)\b(?! of)
    \bthere is not(?: (?:really|actually|currently|even|one|any|anything|right now|at the moment|for (?:this
        |that|it)|this year|i am afraid|sorry|unfortunately|at all|available|left))*\W*$
""")
_THERE = phrases(
    r"""
    \b(?:have|has|got|hv|there is|there are|with|is) (?:(?:a|an|the|some|enough|plenty of|our|own|good
        |decent|sufficient|approved|allocated|dedicated|healthy|big|reasonable
        |nice) )*<money>\b(?! (?:problem|issue|constraint|cut))
    \b<money><being> <agreed>
    \bgreen ?light (?:on|for) (?:the )?<money>
    \b<agreed> (?:(?:a|the|some|our) )?<money>\b
    \b(?:have|has|got|there is|there are) (?:(?:about|around
        |up to) )?[$€£]?\d[\d.,]*\w* (?:\w+ ){0,2}?<agreed>
    \b(?:can|could|will|would|able to|might) (?:\w+ )?(?:find|get|raise|free up|make|scrape together
        |come up with|secure|release|unlock|arrange|organi[sz]e|allocate|reallocate|move) (?:(?:the|some
        |enough|a|that|more|it|for) )*<money>\b
    \b<money> can be (?:found|made|arranged|freed|released|raised|secured|unlocked)
    \b(?:willing|ready|prepared|happy) to (?:spend|invest|pay)(?: (?:money|for (?:it|this|that|quality)
        |what it takes))?\W*$
    """,
    money=_MONEY,
    being=_BEING,
    agreed=_AGREED,
)
_THERE_WHEN_ASKED = phrases(
    r"""
    \b(?:it|that|this|they|all|everything|yes|yep|yeah|already)[\s,]*<being> <agreed>
    ^\W*(?:already |fully |pre-?)?<agreed>(?: (?:already|by \w+(?: \w+){0,2}|last \w+|for (?:this|it
        |next year)|yes))?\W*$
    \b(?:cfo|ceo|boss|board|finance|management|director|manager|they|we|he|she) (?:(?:has|have|already
        |just) )*(?:approved|signed (?:it )?off|allocated|okayed|agreed|budgeted|set (?:it|something|some
        |that) aside)
    \bin (?:the|our|this year's|next year's) budget\b|\b(?:there|we have|got) (?:is )?some\b$
    \b(?:we|i) (?:can|could|will) (?:find|get|afford) (?:it|something|that|this)\b|\bcan make it work\b
    ^\W*(?:(?:yes|yep|yeah|yup|sure|certainly|indeed|oh|well)[\s,]*)*(?:there is|(?:we|i) (?:do |certainly
        |already )?have)(?: one| some)(?: (?:already|now|yes|indeed|set|ready))*\W*$
    ^\W*(?:(?:yes|yep|yeah|yup)[\s,]+)+(?:there is|(?:we|i) (?:do|have))(?: have)?\W*$
    """,
    being=_BEING,
    agreed=_AGREED,
)


def money_is_there(text: str, *, asked: bool) -> bool | None:
    """True when money is set aside or can be, False when there is none, None when the text says neither.

    `asked` says that the question was about money, so that "zero" and "it's approved" are about it too.
    """
    words = plain(text)
    if _OPEN.search(words):
        return None
    if _UNLIMITED.search(words):
        return True
    if _NONE.search(words) or (asked and _NONE_WHEN_ASKED.search(words)):
        return False
    return True if _THERE.search(words) or (asked and _THERE_WHEN_ASKED.search(words)) else None
