"""How people say that they do not know or will not tell: patterns over plain text, one idea a line."""

from leads.domain.parsing.tables import phrases

__all__ = [
    "ASK_OTHERS",
    "BARE_NO",
    "DECLINED",
    "DEFERRED",
    "INDIFFERENT",
    "NONE_IN_MIND",
    "NONE_TO_GIVE",
    "NOT_ABLE",
    "NO_THANKS",
    "PERMISSION_REFUSED",
    "PROBLEM",
    "UNKNOWN",
    "VAGUE",
    "WITHOUT_EMPLOYER",
]


_SELF = r"(?:it |that |this |they |those |we |i |things? |everything |the \w+ |our \w+ )?"
_BE = r"(?:is |are |am |was |has |have |had |did |do |still |just |all |really |currently )*"
_ADVERBS = (
    r"(?:really |entirely |quite |100 ?% |hundred percent |totally |so |too |very |yet |exactly |completely "
    r"|even |fully |honestly |that |been |actually |super |absolutely |all |at all |right now |currently |be "
    r"|for |it )*"
)
_NOW = (
    r"(?= (?:yet|exactly|precisely|for sure|for certain|with certainty|now|right|at this|at the moment"
    r"|at present|until|till|without|off the top|off hand|offhand|sorry|tbh|just|i am afraid|really|honestly"
    r"|today|here|how|what|if|when)\b|$)"
)
_OBJECT = (
    r"(?=$| (?:myself|ourselves|that|this|it|you|so|anything|any|my|those|these|such|what|how|here|right"
    r"|now|yet|to (?:a|you)|over|with (?:you|strangers|a bot|bots|anyone|third)|in public|on (?:this|that)"
    r"|personal|numbers|details|info|information|more|me|sensitive|private|exact|exactly|publicly|online|please|sorry|thanks"
    r"|about (?:that|this|it)|at this|at the moment|for (?:now|privacy)"
    r"|the (?:question|number|amount|exact|budget|figure|details))\b)"
)
_TELL = (
    r"(?:(?:disclos|reveal|divulg)(?:e|ing)?\b|(?:say|saying|share|sharing|tell|telling|answer|answering"
    r"|discuss|discussing|comment|commenting|talk|talking|go into|get into|give|giving|provide|providing"
    rf"|state|mention|mentioning|specify|explain|explaining|justify|speak|speaking"
    rf"|respond|responding)\b{_OBJECT})"
)

# Sounds like a refusal, and is none.
NOT_ABLE = phrases(
    r"""
    \b(?:can|could) not (?:really |even |honestly |possibly )?(?:say|tell|guess|estimate|answer
        |predict)\b<now>
    \bcould not (?:honestly |really )?(?:tell (?:you|ya|u)|say)\b|\bnot something (?:i|we) (?:\w+ )?know\b
    \bcan not (?:say|tell you|answer) (?:that |this |it )?(?:yet|for sure|exactly|now|right now|precisely
        |at the moment)
    """,
    now=_NOW,
)

# Said of one's own knowledge, whatever was asked.
UNKNOWN = phrases(
    r"""
    \b(?:do|does|did|will|would|can|could) not (?:\w+ ){0,2}know\b
    \b(?:i|me|we|you) (?:still |really |also )?(?:not|no) (?:\w+ )?know
    \bnot knowing (?:that|this|it|yet)
    \bno (?:real |clear |good |earthly |bloody |damn |freaking |fucking )?(?:idea|clue|inkling|notion)s?\b
    \bnot (?:(?:have|got|even|the|any|an?|one|single|real|clear|slightest) )*(?:clue|idea|inkling|notion
        |foggiest|faintest)\b
    \bnot <adverbs>(?:sure|certain)\b(?! (?:enough|things|people))
    ^(?:well |sorry )?<self><be>(?:unsure|uncertain|undecided|undetermined|unclear|unknown|clueless|open)
        (?: (?:yet|still|now|right now|sorry|so far|at \w+ \w+|at \w+|about (?:that|this|it)|on (?:that
        |this|it)|for now))*$
    \b(?:god|who|heaven|lord|nobody|no one|no1|goodness
        |dios) (?:really |even |the hell )?knows?\b(?! (?:which|our))
    \bbeats me\b|\bsearch me\b|guess is as good|^you tell me$|wish i knew|^good question$|ツ|🤷
    \bhow (?:the \w+ )?(?:should|would|could|shall) (?:i|we) (?:even )?know\b
    \b(?:hard|difficult|tough|tricky|impossible|early|soon|premature|not easy
        |not possible) (?:for \w+ )?to (?:really )?(?:say|tell|know|estimate|judge|guess|answer|predict
        |quantify|put|pin down)\b<now>
    ^(?:well |hm+ |uh |um |it |that |this |all |really )*(?:depends?\b|varies\b(?: a lot)?$)
    \btb[dca]\b|\bto be (?:determined|decided|confirmed|defined|announced|discussed|seen|agreed)\b
    ^n ?[/.]? ?a\.?$
    ^(?:sorry )?i (?:have |just |completely |totally )*(?:forgot|forgotten)\b
    ^(?:sorry )?(?:i )?(?:\w+ )?(?:do|can|could) not (?:\w+ )?(?:remember|recall)\b
    \b(?:can|could) not think of (?:one|any|it|anything)|\bdrawing a blank\b
    \bno (?:exact|concrete|specific|fixed|clear|firm|real|set|precise|particular|definite|final) (?:number
        |figure|amount|date|answer|plan|idea|timeline|estimate)s?\b
    ^(?:sorry )?(?:no (?:number|figure|estimate|info|information|answer|opinion)s?)(?: \w+){0,3}$
    \bnot have (?:(?:an?|any|the|that|this|those|these|exact|precise|specific|such|concrete
        |good) )*(?:number|figure|estimate|information|info|details?|data|answer|specifics|opinion)s?
        (?: (?:at hand|yet|right now|handy|here|in front of me|with me|sorry|for you|on me|now|in mind
        |on that|for that))*$
    \b(?:have|has|had|did) not (?:\w+ )?(?:thought|think|considered|discussed|decided|gotten (?:that|there
        |to)|got (?:that|there)|made up|made a decision|figured (?:it|that|this)|worked (?:it|that
        |this) out|been (?:decided|defined|set|discussed|told|determined|agreed|finali[sz]ed|confirmed
        |settled|specified|fixed))\b
    ^<self><be>not <adverbs>(?:decided|determined|defined|settled|fixed|finali[sz]ed|confirmed|clear|known
        |specified)(?: (?:yet|so far|for now|at \w+ \w+|at \w+|sorry|still))*$
    \bnot (?:yet )?been (?:decided|defined|set|discussed|told|determined|agreed|confirmed|settled
        |specified|fixed)\b
    \bno way (?:of knowing|to know)\b|\bmystery\b|\bscooby\b|\bdecide (?:that |this |it )?later\b
        |\bguessing\b
    \bnot (?:up to|for) me to (?:say|tell|know)\b|\b(?:can|could) not think\b|^maybe,? maybe not\b
        |\bwho (?:really )?cares\b
    \bneed (?:(?:some|more|a bit|a little|of) )*time(?: (?:to think|for (?:that|this)|here|please))*$
    \bto put (?:a|an exact|any) (?:number|figure|date|price)\b
    \bclueless\b|\bin the dark\b|\b(?:lack|without|missing) (?:that|this|the) (?:info|information|data
        |knowledge)\b
    \bnever (?:\w+ )?(?:thought|considered)\b|\bnot something (?:i|we) (?:\w+ )?know\b|\bhas yet to be\b
    \bhow (?:am|are|was) (?:i|we) (?:\w+ )?(?:supposed|meant|expected) to (?:\w+ )?know\b
    \bup in the air\b|\bup for debate\b|\b(?:in|under) (?:discussion|review|consideration|debate)\b
    \bno (?:\w+ )?(?:discussed|decided|set|agreed|defined|planned|chosen|allocated)(?: \w+)? yet\b
    ^(?:(?:that|it|this) is |oh )?an? (?:tricky|hard|tough|good|difficult|interesting) (?:one|question)$
    \bnot privy to\b
    ^not at this (?:point|time|stage)$|\b(?:can|could) not (?:really )?explain\b|\bwhatever i do not know\b
    \bno decision\b|^nothing (?:\w+ )?(?:comes to mind|springs to mind|i can think of|that i can think of)\b
    \bnothing (?:\w+ )?(?:decided|fixed|set|settled|concrete|definite|final|planned|confirmed|official)\b
    \b(?:nobody|no one|no1|they) (?:has |have |ever )?(?:not )?(?:told|tells|tell|said) (?:me|us)\b
    \bnot (?:been )?told\b
    \bstill (?:\w+ )?(?:figuring|thinking|deciding|discussing|debating|tbd|to be|being|up|(?:working
        |evaluating|looking) (?:on |into |at )?(?:that|this|it)\b|not (?:sure|known|decided|clear))
    \bfiguring (?:it|that|this|things) out\b
    ^(?:well |i guess |i suppose |guess )*we (?:will|shall) see\b|^time will tell
    ^no lo se\b|^no se\b|^ni idea|^keine ahnung|\bweiss (?:ich |es |das )*nicht|\bsais pas\b
    ^aucune idee|^non (?:lo )?so\b|^(?:eu )?nao sei|^boh$|^weet (?:ik )?(?:het )?niet
    ^ik weet (?:het )?niet|^geen idee|^nie wiem|не знаю|^bilmiyorum|不知道|わから|わかり|分から|分かり
    """,
    adverbs=_ADVERBS,
    be=_BE,
    now=_NOW,
    self=_SELF,
)

# Put off: what follows ("in two weeks", "until Q3") is when to ask again, not an answer.
DEFERRED = phrases(r"""
    ^(?:(?:please|can you|could you|just|maybe) )*ask (?:me|us|again|later)\b|\bask (?:me|us) (?:again
        |later|tomorrow|next|then)\b|\bwill (?:\w+ )?(?:check|find out|look into|verify)\b
    \b(?:get|come|circle) back (?:2|with|on|later|to (?:you|u|ya|me|us|it|this|that|the question)|to$)\b
        |\bwill be back\b
    ^(?:i am )?back (?:on|in|from|next|after)\b
    \blet you know\b|\btell you (?:later|when|next|soon|once|tomorrow|after|then|in)\b
    \bknow more\b
    \blet me (?:\w+ )?(?:check|think|ask|look|find|get back|confirm|consult|talk|come back|sleep)\b
    \b(?:call|ping|email|contact|try|check|text|reach|catch|remind|come|write)(?: in)?
        (?: with)? (?:me |us |back |again )+(?:later|in|on|next|after|tomorrow
        |soon)\b(?! \(?\+?\d[\d ()-]{5})
    ^(?:maybe |perhaps |ask )?(?:later|another time|some other time|not now|not right now|not yet
        |not today)(?: (?:on|maybe|please|thanks|perhaps|ok|sorry))*$
    \b(?:will|would|can|could|do) not (?:\w+ )?(?:know|say|tell|decide) (?:\w+ )?(?:until|till|before)\b
""")

# Put off to others: an answer where the question was who decides.
ASK_OTHERS = phrases(r"""
    ^(?:i |we )?(?:can|could) not decide(?: yet)?$
    ^(?:that|it|this) is (?:a (?:matter|question|topic|job)|one|something) for\b
    \bnot my (?:department|area|field|domain)\b|\babove my pay ?grade\b
    ^(?:(?:you|should|could|would|have to|need to|better|please|just|go|must) )*ask (?:some|any|my|our|the
        |him|her|them)
    \b(?:have|need|will|must|going|want|ought|should|can) (?:to )?(?:first |just )?(?:check|ask|think
        |confirm|consult|verify|double check|talk|speak|discuss|see|look|find out|sleep)(?:$| (?:with
        |again|internally|first|later|around)\b| (?:about |into |on |for )?(?:it|that|this)(?: \w+)?
        (?: \w+)?$| (?:to )?(?:my|the|our|your) \w+$| \w+$)
    \b(?:have|need) to (?:check|ask|talk|speak|confirm)(?: with| to)? (?:my|our|the) (?:boss|manager
        |finance|team|ceo|cfo|cto|board|accountant|colleagues?|husband|wife|partner|director|supervisor)\b
""")

# Said of things, too ("our process is not defined"): no answer to any question but the one about the need.
VAGUE = phrases(
    r"""
    \bnot <adverbs>(?:decided|determined|defined|settled|fixed|finali[sz]ed|confirmed|specified)\b
    \b(?:unsure|uncertain|undecided|undetermined|unclear|unknown)\b
    \b(?:i|we) (?:\w+ )?forgot\b
    \bno (?:opinion|answer)\b
    """,
    adverbs=_ADVERBS,
)

INDIFFERENT = phrases(r"""
    ^(?:i |we |really )*(?:do|could) not (?:really |even )?(?:care|mind)\b|^whatever\b
    \bno preference\b|\bnot have a preference\b
    \bdoes not (?:really )?matter\b|^(?:it is )?up to you$|^you (?:decide|choose|pick)$
    ^(?:any|anything|either|whichever)$
""")

# "I don't have one", where having none leaves the question open.
NONE_TO_GIVE = phrases(r"""
    ^(?:sorry )?(?:i |we )?(?:do not have|have not got|have no|not have) ?(?:one|any|an?y? \w+(?: \w+)?|it
        |\w+)?(?: yet| sorry| right now)*$
    ^no (?:company|e ?-?mail|phone|title|role|job title|job|name)$
""")
# No company to name; where the question was what they do, it is an answer.
WITHOUT_EMPLOYER = phrases(r"""
    ^(?:i am |just )*(?:self ?-?employed|a freelancer|freelance|freelancer|unemployed|retired|between jobs
        |a student|student)$
""")

DECLINED = phrases(
    r"""
    \b(?:can|could) not be (?:arsed|bothered|asked)\b
    \brather not(?=$| (?:really )?(?:<tell>|that|this|right|now|at|for|if|thanks|please|sorry|but
        |do that))
    \brather (?:keep|you did not ask|stay private|leave (?:it|that))\b|\bpreferably not\b
    \bprefer (?:(?:to|it|that|if|we|i|you|do|did|really) )*not(?=$| to$| (?:to )?(?:<tell>|that|this|right
        |now|at|for|thanks|sorry|please))
    \bprefer (?:to )?(?:keep|leave|skip|stay private)\b|\bprefer (?:my )?privacy\b|^prefer not
    \b(?:do|does|did|would) not (?:really |even |particularly )*(?:want|wish|like|care|feel like|intend
        |plan|need|have|feel comfortable|feel good|feel)(?: about| with)?(?: to)? (?:\w+ )?<tell>
    \b(?:i|we|me) (?:not|no) (?:want|like|wish|going|will) ?(?:to )?<tell>
    \bnot (?:comfortable|willing|happy|going|able|allowed|permitted|supposed|authori[sz]ed|at liberty
        |ready|prepared|keen|inclined|in a position|free|meant|able|about)(?: with| about| to
        | in)* (?:be )?<tell>
    \b(?:will|would|can|may|must|shall|should|am|are|is|does|do|did) not (?:be )?<tell>
    ^(?:sorry )?(?:i am |we are )?not (?:be )?<tell>
    ^(?:(?:sorry|well|no|it|that|this|they|those|these|is|are|was|all|info|information|strictly|top|very
        |too|quite|a|an|my|our|kind|sort|of|rather|bit|company|budget|data|numbers?|something|the
        |considered|highly|pretty|completely|i|consider|treat|as|am|afraid|because|mine|little|somewhat
        |absolutely|totally|name|email|phone|figures?|such|things?|remains?|stays?|keep|remain|stay|still
        |classed|marked|commercially|super) )*(?:private|confidential|secret|secrets|classified
        |proprietary|sensitive|personal|internal|off limits|undisclosed|intrusive|invasive|nosy)
        (?: (?:matter|info|information|stuff|data|business|sorry|thanks|question|things?|to us|to me|here
        |for now|right now|and|only|ok|okay|i am afraid|mate|man|pal|dude|information|subject|topic|for me
        |for us|please|number|at this (?:point|stage)|lol|isn?t it|tbh))*$
    \bkeep (?:that|this|it|those|these|them|my \w+)(?: \w+)? ?(?:confidential|private|secret|to (?:myself
        |ourselves)|between|internal|quiet|out of)\b
    \bto myself$|^keep (?:that |it )?private|\bunder (?:an? )?(?:strict )?nda\b|^nda$
    \b(?:none?|not|no|non|any)(?: of)? (?:your|you|yours|u)(?: \w+)? (?:business|concern|problem|beeswax
        |affairs?)\b
    \bmind your\b
    \bnunya\b|\bnyo?b\b|\bdoes not concern you\b|\bwhat is it to you\b|\bbutt out\b|\bpiss off\b
    \bwhy (?:the \w+ |on earth )?(?:should|would|must|do) (?:i|we) (?:\w+ )?(?:to )?(?:tell|say|share|give
        |answer|disclose|reveal|trust)\b
    ^(?:moving on|on to the next(?: one)?)$|^(?:(?:er|erm|um|uh|hmm|can|could|may|shall|am|i|we|you|please
        |just|would|will|like to|want to|wanna
        |let us|hard|lets
        |ok|so|no|nah|sorry|rather|have to|going to|think|think i|think we|must|got to|gotta|then
        |thanks) )*(?:skip|pass|next|move on|skipping|passing)(?: (?:it|this|that|one|on|question|the
        |please|thanks|for|now|to|next|them|all|ok|mate|then|over|here))*$
    ^(?:that|this|it|those|these|they)(?: \w+){0,2}? (?:is|are|was|stays|remains) (?:\w+ )?(?:private
        |confidential|secret|classified|proprietary|sensitive|personal|internal|restricted|off limits
        |undisclosed)\b
    \bno need (?:for you )?to know\b|\bnosy\b|\buncomfortable\b|\b(?:forbid|forbids|forbidden|prohibits
        |prohibited)\b
    \bwish not to\b|\b(?:nobody|no one|no1)(?:'s| is|s)? (?:\w+ )?business\b|\bnot (?:talk|speak) about\b
    \bno position\b|\bneed to know basis\b|\bpolicy (?:does|do|will|is)? ?not\b|\bnda\b|\banonymous\b
    \bleave (?:that|this|the)(?: one| question| part)?$|\bwhy do you (?:even )?care\b|\bsage? ich\b
    ^(?:sin comentarios|kein kommentar|sans commentaire|geen commentaar|no comento)\b
    \bno comment\b|\bstop asking\b|\bquit asking\b|\bleave me alone\b
    \bleave (?:that|it|this)(?: one)? (?:blank|empty|out|open|for)\b
    \b(?:not|never) (?:give|hand|gave) (?:(?:that|it|this|those|my|our|such|things|information|info
        |personal|kind of|\w+) ){0,3}(?:out|away)\b
    \bnever (?:\w+ )?(?:<tell>|give out|share|disclose)
    \bnot something (?:i|we|that|to)\b|\bnot (?:for )?(?:public|sharing)\b
    \bno way (?:i|am|we|in hell)\b|\bover my dead body\b
    \bnot need to know\b|\byou do not (?:\w+ )?need (?:that|this|it)\b|\bnot for (?:a bot|bots|you
        |strangers|anyone|everyone)\b|^nice try\b|^(?:please )?do not ask\b|\blips are sealed\b
        |\bfor me to know\b|\bstays with (?:me|us)\b|\bwhy (?:would|should) you (?:\w+ )?(?:need|want|care
        |ask)\b|\bnot your (?:place|job) to\b|\bdrop it\b|\bkeep guessing\b|\byou wish\b|\b(?:that
        |this) is (?:my|our) (?:own )?(?:business|affair|secret)\b|\bneed not know\b
        |\bnot (?:for )?you to know\b|\bnot you like to know\b
    \bhush[ -]hush\b|\bunder (?:wraps|the radar)\b|\bclose to (?:our|my|the) chest\b|\bstays? (?:secret
        |nameless)\b
    \bhow about no\b|\bbetween (?:us|you and me|ourselves)$|\bprivacy (?:please|first|matters)\b
        |^(?:incognito|privacy)$
    \bkeep (?:my|our) (?:privacy|anonymity)\b|\bsworn to\b|\bnot feel like (?:explaining|telling|sharing
        |saying|talking|answering)\b
    \bno (?:\w+ )?(?:info|information|details|numbers?) for you\b|\bplead the (?:fifth|5th)\b|\bno (?:rush
        |hurry|need) to (?:tell|say|share)\b|\b(?:rather
        |prefer) not (?:to )?(?:go|get|dive) into\b
    \b(?:that|this) is between (?:me and|us|my)\b\b|\boff the record\b
    \blet us (?:not|keep) (?:talk|discuss|go|get|it|that|this)\b
    \bkeep it out\b|\bkeep that out\b
    \b(?:we|i) keep (?:that|this|it|those) (?:internal|private|confidential|to)\b
    \b(?:i|we|must|respectfully|politely|have to) (?:decline|refuse)\b
    ^(?:decline|declined|refuse|refused|withheld|undisclosed)\b
    ^prefiero no|^prefiro nao|^keine angaben?|^das ist (?:private|privat|geheim|vertraulich)
    \bnichts an$|\bnicht sagen\b|^je prefere|^c'?est (?:prive|confidentiel|secret|personnel)
    ^es (?:privado|confidential)|^no quiero decir|^preferisco non|^vertraulich|^geheim
    """,
    tell=_TELL,
)

# Where the question was for permission this refuses it, which is an answer.
PERMISSION_REFUSED = phrases(r"""
    ^(?:no,? |sorry,? )?not (?:today|now|right now|yet|at the moment|this time|for now)
        (?:,? (?:thanks|thank you|sorry|please))*$
    \b(?:prefer|rather)(?: if| that)? you (?:did|do|would) not$
    ^(?:i will|i would|i think i will|we will) (?:pass|refuse|decline)$|^i (?:refuse|decline)$
    ^(?:well |i would say )?(?:preferably|better|ideally|rather) not$
    ^(?:over my dead|count me out)\b
    \b(?:prefer|rather) not(?: to)?(?: (?:if|thanks|thank|really|be|get|receive|have|at)\b.*)?$
""")

# Refusals where the question is not one of yes or no.
NO_THANKS = phrases(r"^(?:(?:sorry|nah|nope|no),? )*no,? (?:thanks|thank you)\b.*")
BARE_NO = phrases(r"""
    ^(?:(?:sorry|oh|hell|um|eh) )*(?:no|nope|nah|naw|never|no way|nein|non|no sorry|absolutely not
        |not really)(?: (?:sorry|man|mate|way|sir))*$
""")

# No figure and no date in mind, which is not to have no money and no time.
NONE_IN_MIND = phrases(r"""
    ^(?:(?:no|nope|nah|sorry|oh|well|unfortunately|sadly) )*(?:(?:i|we) )?(?:do|have|did|had) not(?: (?:have
        |got|really|actually|set|picked|fixed|even|a|any|one|yet|right now|at the moment|currently|sorry
        |unfortunately|i am afraid|in mind))*$
    ^(?:i am |we are )?(?:afraid|unfortunately|sadly|regrettably|sorry but|probably|i guess) (?:not|no|none)$
    ^(?:none|nothing|no \w+) (?:in mind|set|fixed|planned|as such)(?: (?:yet|so far|for now|at present))*$
    ^(?:no|nope|nah|not|none|nothing)(?: (?:just|really|at present|so far))* (?:yet|so far|at present)$
""")

# "We have no idea which leads are good" names a problem when the question was what the problem is.
PROBLEM = phrases(r"""
    \b(?:knows?|idea|clue|sure|certain|tell|unclear|unsure|say) (?:about |of )?(?:which|who|whose|where
        |how many|how much|how our|how to|when our|whether our|why our|what our)(?! (?:i|we|you|exactly
        |yet|answer|say|put|respond|tell|explain|it|that|this|to|needs?|goals?|problems?|priorities
        |requirements)\b)(?: \S+){2,}
""")
