"""Haste and leisure, told without a date: "asap", "yesterday", "no rush", "just looking"."""

import re

from leads.domain.answers import Urgency
from leads.domain.parsing.tables import phrases
from leads.domain.parsing.time_words import in_time_words
from leads.domain.parsing.wording import plain

__all__ = ["urgency_in"]

_CALM = phrases(r"""
    \b(?:no|not|without|zero|never|isn't|not in)(?: \w+){0,3} (?:hurry|rush|rushed|haste|urgency|urgent
        |pressure|deadline|stress|priority)\b
    \bnot (?:that|so|very|super|really|particularly|too|overly|terribly|exactly) (?:urgent|soon|pressing
        |critical)\b
    \bnot (?:any ?time soon|soon|immediately|right away|asap|now|right now|at the moment|yet|ready
        |for a (?:while|long time)|in the near future|any time)\b
    \bin due course\b|\bin (?:our|its) own time\b|\bat some stage\b
    \bnot (?:pressing|pressed|hurried|rushed|stressed|bothered|critical|a rush)\b
    \bjust (?:\w+ )?(?:looking|browsing|exploring|comparing|research(?:ing)?|curious|checking|comparing
        |window shopping|gathering|having a look)
    \b(?:only|merely) (?:looking|browsing|exploring|comparing|researching|curious|gathering|collecting)\b
    \b(?:be|take|in) (?:quite )?a (?:good |long )?while\b
    \b(?:look|looking|shopping|browsing|checking) around\b|\b(?:kicking|kick) (?:the |some )?t[iy]res\b
        |\bwindow shopping\b
    \b(?:some ?day|one day|eventually|whenever|sometime|some time|at some point|one of these days
        |long[ -]term|low priority|years? away)\b
    \b(?:down the (?:road|line|track)|in the (?:(?:distant|far) )?future|far off|when the time (?:is right
        |comes)|time will tell)\b
    \b(?:maybe|perhaps|probably|much|a lot|for|sometime|do it|decide|look at it|come back) later\b
        |^\W*later(?: on)?\W*$
    \b(?:early days|early stages?|take our time|taking our time|have time|got time|plenty of time
        |all the time in the world|can wait|it will wait|no (?:\w+ )?plans|in the long run)\b
    \bwhen (?:we|i) (?:get|find) (?:around to it|time|the time)\b|\bback ?burner\b|\bin no (?:hurry|rush)\b
        |\bon hold\b|\bnot a priority\b
""")
_HASTE = phrases(r"""
    \bsooner rather than later\b
    \basap\b|\b(?:as|so) (?:soon|early|fast|quick(?:ly)?) as (?:\w+ )?(?:possible|can|could)\b|\ba ?s ?a ?p\b
        |\bsoonest\b
    \bat (?:the|your) (?:very )?earliest(?: (?:possible|convenience|opportunity)\b| please\b|\W*$)
    \bimmediate(?:ly)?\b|\burgent(?:ly)?\b|\bright away\b|\b(?:straight|strait|str8) ?away\b|\bat once\b
        |\binstantly\b|\bpronto\b
    \bsooner,? the better\b|\bfaster the better\b|\bearlier the better\b|\bthe soonest\b|\bwithout delay\b
        |\bno time to (?:lose|waste)\b
    \byesterday\b|\bright (?:now|this (?:minute|second|moment|instant))\b|\bstart(?:ing)? now\b
        |(?<!years )(?<!months )(?<!weeks )(?<!days )\bnow(?: please| if possible| ideally| basically
        | preferably| or never| now)*\W*$
    ^\W*(?:now|right now)\b|\b(?:very|pretty|really|quite|super|as|fairly) soon\b
        |^\W*(?:\w+ ){0,2}soon(?:ish)?(?: please| hopefully| i hope| ideally)?\W*$
    \b(?:ready|want|need|like|happy|keen) to (?:buy|start|go|sign|begin|move|switch
        |get going)(?: \w+){0,2} now\b|\bready (?:to (?:go|start|buy|sign)|when you are)\W*$
    \bany day now\b|\bin a (?:hurry|rush)\b|\btime[ -](?:critical|sensitive)\b|\b(?:(?:very|extremely|super
        |really) )?(?:pressing|critical)\b|\b(?:top|high|highest|first|number one) priority\b|\bhurry\b(?! up)
    \b(?:can|could) not wait\b(?! for| until| till)
    \b(?:needed|wanted) (?:it|this|that|one|something) (?:last|yesterday|ages|months|weeks|long|already
        |by now)\b
    \b(?:is|on) (?:burning|fire)\b|\b(?:move|act|go|be|get going) (?:fast|quick(?:ly)?)\b
    ^\W*(?:(?:as|very|pretty|quite|really|super) )?(?:quick(?:ly)?|fast|rapidly|promptly|stat)(?: please)?\W*$
    \b(?:sofort|umgehend|so schnell wie moglich|schnellstmoglich|lo antes pos+ible|cuanto antes|ya mismo
        |tout de suite|des que possible|le plus (?:vite|tot) possible|subito|il prima possibile
        |zo snel mogelijk|meteen
        |o quanto antes|snarest|sa snart som mojligt|jak najszybciej|hemen)\b
    \b(?:overdue|emergency|desperate(?:ly)?)\b
""")
_HASTE_UNASKED = phrases(r"""
    \b(?:need|want|looking for|must have|have to|require)\b.*\b(?:asap|as soon as possible|immediately
        |urgently|right away|straight away)\b
    \burgently need\b|\b(?:it is|this is|quite|very|really|pretty) urgent\b|^\W*(?:asap|urgent)\W*$
""")
_CALM_UNASKED = phrases(r"""
    \b(?:no|not in a|not in any) (?:(?:real|big|particular) )?(?:hurry|rush)\b|\bjust (?:looking
        |browsing)(?: around)?\b(?! (?:for|at|to)\b)
""")
# "Is that important right now?" asks; "is asap possible?" and "can we start right away?" wish.
_QUESTION = re.compile(
    r"\b(?:is|are|was|do|does|did|why|what|who|where)\b(?![^.?!]*\b(?:asap|possible|feasible|doable|ok|okay|fine)\b)"
    r"[^.?!]*\?|\b(?:happy|satisfied|pleased|better|done) now\b"
)
_ABOUT_US = phrases(r"\b(?:call|text|ring|email|contact|reply|answer|talk|speak|meet|demo|phone)\b")


def urgency_in(text: str, *, asked: bool) -> Urgency | None:
    """Which way the text leans, or None. `asked` says that the timeframe was the question.

    Unasked, only a clear wish counts, and none about a call or a reply.
    """
    words = plain(in_time_words(_QUESTION.sub(" ", text.lower())))
    if asked:
        return Urgency.LATER if _CALM.search(words) else Urgency.NOW if _HASTE.search(words) else None
    if _CALM_UNASKED.search(words):
        return Urgency.LATER
    return Urgency.NOW if _HASTE_UNASKED.search(words) and not _ABOUT_US.search(words) else None
