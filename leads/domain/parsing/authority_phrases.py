"""How people say who decides: patterns over plain text, one idea a line."""

from leads.domain.parsing.tables import part, phrases

__all__ = [
    "DECIDER",
    "DECIDER_WHEN_ASKED",
    "INFLUENCER",
    "INFLUENCER_WHEN_ASKED",
    "NONE",
    "NONE_WHEN_ASKED",
    "OTHERS",
    "SHARED",
    "SHARED_BY_DEGREE",
    "SHARED_WHEN_ASKED",
]

_SOFTLY = (
    r"(?:\w+ly |just |only |also |always |do |can |will |would |alone |myself |get to )*"
    r"(?:am the one (?:who|that) |am (?:the one )?(?=\w+ing\b))?"
)
_DECIDE = part(r"""
    decid(?:e|es|ed|ing)|approv(?:e|es|ing)|make decisions|calls? the shots|pulls? the trigger
        |green ?lights?
    authori[sz]es?|holds? the (?:purse|budget)\w*|writes? the (?:checks?|cheques?)
    sign(?:s|ing)?(?: off| this off| it off| (?:on )?(?:it|this|that|these|them|everything|contracts?))?
    signs? the (?:checks?|cheques?|contracts?|deals?|papers?|invoices?|purchase\w*|po)
    (?:ma(?:ke|kes|king)|tak(?:e|es|ing)) (?:the
        |that|this|those|these|all|such|any|our|every|final|purchasing|buying)\b
        (?: \w+){0,3}? (?:decisions?|calls?|choices?)
    (?:have|has|having|got|has got|have got) (?:the )?(?:final|last|ultimate|full|sole|complete|total
        |signing|purchasing|buying|budget|decision|spending)(?: \w+)? ?(?:say|word|call|decision|authority
        |power|control|vote|making power|responsibility)?
    (?:have got|have|has) (?:the )?(?:authority|power|veto)
    (?:pick|choose|select)(?:s|ing)? (?:the|our|which|what) (?:\w+ )?(?:vendors?|suppliers?|tools?|software
        |systems?|products?|solutions?|providers?)
    controls? (?:the|this|our|that) (?:\w+ )?(?:budget|purse|money|spend\w*)
    owns? (?:the|this) (?:\w+ )?(?:budget|decision|purchase)
""")
_BOSS = part(r"""
    boss|bosses|managers?|ceo|cfo|coo|cto|cio|cmo|vp|md|board|management|managment|owners?|directors?
    procurement|purchasing|finance|head office|hq|headquarters?|leadership|wife|husband|dad|father|mother
    mum|mom|brother|sister|partners?|founders?|cofounder|committee|superiors?|supervisor|higher ups?
    executives?|execs?|president|parent company|shareholders?|investors?|client|customer|corporate
    people upstairs|upstairs|bossman|geschaftsfuhrer\w*|chief|chair\w*|controller|accountant|principal
        |mayor|council|department head
    head of \w+|head|lead|team lead\w*|general manager|exec team|leadership team|management team
    it department|it team|buyer|administrator|legal|colleague|group|higher management|upper management
    senior management|top management|someone (?:above|higher)|big boss
""")
OTHERS = part(
    r"""
    (?:my|our|the|a|his|her|their|big|sir) (?:\w+ ){0,2}?<boss>|<boss>|some ?one else|some ?body else
        |others?
    another person|other people|he|she|they
    """,
    boss=_BOSS,
)

DECIDER = phrases(
    r"""
    \bi <softly><decide>
    \bi am (?:the |a |an |our |your )?(?:\w+ )?(?:decision ?-?maker|decider|one (?:who |that )?(?:decid
        |sign|approv|choos|call|mak)\w+)
    \b(?:it|this|that|the decision|decision|choice|final decision|final call|everything) (?:is|are|rests?
        |lies?|stops) (?:all |entirely |solely |only |purely |ultimately |completely )*(?:my (?:call
        |decision|choice)|mine|up to me|down to me|on me|with me)\b
    ^(?:yes )?(?:\w+ly )?(?:my (?:own )?(?:call|decision|choice)\b|mine(?: alone)?$)
        |^(?:all |entirely |solely |totally )?(?:up|down) to me\b
    \b(?:it is|only) (?:just |only )?(?:me|i|myself) (?:who |that |alone |can |may |will )*<decide>
    \b(?:it is )?(?:just|only) me <decide>
    \bmy (?:signature|approval|sign ?-?off) (?:is|alone)(?: \w+){0,3} (?:only|enough|needed|required|one)\b
    \bif i (?:\w+ )?(?:like|want|approve) (?:it|this|that) (?:we|i) (?:will )?(?:buy|get|take|do|go)\b
    \bich entscheide(?: das)?(?: \w+)?(?: allein\w*| selbst)?\b|\bc'?est moi qui decide|\bje decide seule?\b
    \b(?:yo decido|decido yo|la decision es mia|eu decido|ik beslis)\b
    \bbuck stops (?:with|at|here)\b|\bfinal (?:say|decision|call|word) is mine\b
    \bi (?:do|would) not (?:need|have to get
        |require) (?:\w+ )?(?:\w+'s |any ?one's |anybody's )?(?:approval|permission|sign ?-?off|to ask)
    \b(?:i |^)?do not (?:have|need) to ask (?:any ?one|any ?body|permission|for)\b|\bi do not (?:have
        |need) to ask\b
    """,
    softly=_SOFTLY,
    decide=_DECIDE,
)
DECIDER_WHEN_ASKED = phrases(r"""
    ^(?:(?:yes|yep|yeah|well|that is|that would be|it is|would be|only|just|all|probably|mostly|simply
        |100 ?%|totally|entirely) )*(?:me|myself|i|only i|just i|moi|yours truly|solely me)(?: (?:alone
        |only|myself|and i|here|solely|indeed|sir|i am|yes|i run the place|for sure|i think|and only me
        |thanks|i guess))*$
    ^me myself and i\b|^me alone\b|^all me\b|\bso (?:just )?me$|^by myself\b
    \b(?:solely|fully|entirely|alone) (?:responsible|accountable|in charge|mine)\b|^alone$|^solo$|^on my own$
    ^(?:yes )?i (?:do|am|can|would|will|could|have it|have)(?: (?:it|so|that|alone|myself|indeed|sir
        |yes))*$
    \b(?:nobody|no one|no1|none|noone) (?:else|other|but me)\b|^nobody$|^no one$|\bthere is no ?(?:body
        |one)? else\b|\bwithout (?:asking|consulting)
    ^(?:the |a |sole |main |only |final |primary |key )*(?:decision ?-?maker|decider)\b(?! is)
    \btalking to (?:him|her|them|the right|the one|the boss|the owner|the decision)\b|\bthe right person\b
    \bi am (?:(?:the|an?|solely|fully|also|mainly|ultimately|personally|currently|actually
        |both) )*(?:\w+ )?(?:owner|ceo|founder|president|managing director|md|proprietor|chief executive
        |boss|sole trader|sole proprietor|self employed|business owner|budget (?:owner|holder)|principal
        |general manager|gm|responsible|in charge|project owner|sponsor)\b
    ^(?:as )?(?:the |an? )?(?:\w+ )?(?:owner|ceo|founder)(?: and \w+)? (?:here|speaking|i)\b
    ^(?:(?:yes|sole|managing|business|company) )*(?:owner(?: ?-?operator)?|founder|proprietor|ceo
        |(?:ceo|owner) and (?:founder|ceo|owner)|founder and (?:ceo|owner)|managing director)$
    \bi (?:own|founded|started) (?:the|this|my|our|it)\b|\bi (?:run|lead) (?:it\b|(?:the|this|my
        |our) (?:\w+ )?(?:place|shop|show|company|business|firm|team|department)\b)
        |\bit is my (?:own )?(?:company|business
        |money|budget|project|firm|shop|job|responsibility|product)\b
    \bmy (?:own )?(?:company|business|money|budget)\b.*\bmy (?:rules|call|decision)\b|\bi (?:alone|handle
        |take care|manage|deal with)\b|\bi pay\b|\bi (?:do|handle|make) (?:all )?(?:the |our )?(?:buying
        |purchasing|ordering|purchases)\b|\bthe boss is me\b
""")
SHARED = phrases(
    r"""
    \bwe (?:(?:\w+ly|both|all|two|three|always|usually|would|will|do) )*(?:decide|vote|choose|agree on
        |make (?:the|that|this|those|these|such|all) (?:\w+ )?(?:decision|call|choice)s?|sign)
        (?: \w+){0,3} (?:together|jointly|as a \w+|in a \w+|by consensus|collectively)
    \b(?:and|&|n|plus) (?:i|me
        |myself) (?:will |both |always |jointly |would |have to |must |do )*(?:decide|sign|approve|agree
        |choose|make the|vote)
    \b(?:i|me|myself) (?:and|&|n|plus|\+) (?:\S+ ){1,4}?(?:decide|sign|approve|agree|choose|make the|vote)
    \bi (?:\w+ )?<decide>(?: \w+){0,3}? (?:together|jointly|along) with\b|\bi <decide> with\b
    \b(?:joint|shared|collective|group|common) (?:decision|responsibility|call|choice)\b
    \bi am (?:just |only |also |actually )?(?:one of|among) the (?:\w+ )?(?:decision ?makers|deciders
        |people who (?:decide|sign))
    \bi am (?:just |only |also |actually )?(?:one of|among) (?:the |our )?(?:\w+ ){1,3}who <decide>
    """,
    decide=_DECIDE,
)
SHARED_WHEN_ASKED = phrases(
    r"""
    \b(?:me|i|myself) (?:and|&|n|an|plus|with|w/|along with|together with|as well as)(?! (?:i|myself|only
        |no)\b) \S|\b(?:me|i|myself) ?[+&] ?\S
    (?<!\bme )\b(?!myself)\S+(?: (?:and|n|plus|as well as) | ?[&+] ?)(?:me|i|myself
        |yours truly)\b(?! (?:\w+ly )?(?:recommend|suggest|advise|just|only|do not|am not|can not|research
        |evaluate|shortlist|report))
    \bwe (?:(?:\w+ly|both|all|two|three|always|usually|would|will|do) )*(?:decide|vote|choose|agree|make
        |sign)\b|^we do\b|\bwe all\b|^(?:all of us|us|we|both)$
    (?<!put )(?<!putting )(?<!get )(?<!pull )(?<!pulling )\btogether\b|\bjointly\b|\bas a (?:team|group
        |family|board|couple|committee)\b|\b(?:team|family|group
        |board) (?:decision|effort|thing|call)\b|\bcollectively\b|\bconsensus\b|\bunanim\w+
    \b(?:part|member|on|in|sit on) (?:of )?(?:the|a|this|our|that) (?:(?!evaluat|research|project
        |selection)\w+ ){0,2}?(?:committee|board|team
        |group|panel|jury|council|management|leadership|buying center)\b|\bi am (?:part of|on)\b(?! (?:the
        |an?) (?:evaluat|research|project|selection))
        |\bincluding (?:me|myself)\b|\b(?:me|myself) included\b|\bjoint\b|\bcommittee i\b|\bi sit on\b
    \bone of (?:the |a |our )?(?:few|two|three|four|five|several|many|them|those|\d|owners|partners
        |founders|directors|decision|people|managers)\b
    \bnot (?:\w+ly )?(?:alone|only (?:me|i)|just (?:me|i)|entirely|solely|completely|fully|by myself
        |on my own|exclusively|the only)\b
    \b(?:both|two|three|four|five|several|all|some|few|couple|group|bunch|number) (?:of us|of our|partners
        |founders|owners|directors)\b|\bhave (?:a|one|my) (?:\w+ )?(?:say|vote|voice|seat
        |share)\b(?! but (?:not|no)\b)
    \b(?:i am|as) (?:the |a |an |one )?co-? ?(?:founder|owner)\b|\bshare (?:that|it|this|the)\b|\bshared\b
        |\bco-?decid
    \b(?:second|two|2|four|double) (?:signatures?|eyes?|sign)\b|\bwith (?:my|our
        |the) (?:\w+ )?(?:partners?|co-? ?founders?|cofounders?|board|wife|husband|team|colleagues?
        |brother|sister|associates?)\b|\bbetween (?:me|us)\b
    ^(?:the )?team$|^our team$|^(?:a )?(?:committee|group)$|\bwe are (?:two|three|four|several|a (?:team
        |group|couple
        |committee|partnership|board))\b
    \bi (?:decide|sign|choose)\b.* (?:has|have|holds?) (?:an? |the )?(?:veto|say|vote)\b
    \bdecision (?:\w+ ){0,4}?with (?:my|our|the)\b|\balong with (?:\w+ )?(?:others?|my|our|the)\b
        |\bus (?:two|three|2|3)\b|^(?:we|us) (?:both|two|2|all)\b
    \b(?:also )?(?:needs?|have|has|want) (?:my|our|the) (?:\w+ )?(?:co-? ?founder|partner|wife|husband
        |co-? ?owner|board)(?: \w+)? to (?:\w+ )?(?:say yes|agree|approve|sign|ok)\b.*\b(?:too|also
        |as well)\b
    """
)
SHARED_BY_DEGREE = phrases(r"""
    ^(?:yes |no |well |only )*(?:partly|partially|in part|kind of|sort of|half|somewhat|to some extent
        |to a degree|more or less|some of it|yes and no)\b|\bpartly me\b
""")
INFLUENCER = phrases(r"""
    \b(?:evaluating|researching|comparing|reviewing|exploring|assessing|gathering|collecting|scouting
        |screening|looking (?:at|into|around|for)|checking|vetting|investigating|shortlisting)\b
        (?: \S+){0,5}? (?:for|on behalf of) (?:my|our|the|a) (?:\w+ )?(?:boss|manager|team|ceo|cto|cfo|coo
        |director|company|department|client|management|board|owner|colleagues?|vp|head|supervisor
        |organi[sz]ation)\b
    \b(?:do|doing|did|does) (?:\w+ ){0,3}(?:research|legwork|leg work|homework|evaluation|comparison
        |screening|scouting|groundwork)\b(?: \S+){0,3} for (?:my|our|the)
    \bi (?:only |just |merely |usually |mostly |mainly )*(?:shortlist|recommend (?:to|and|but|only|things
        |tools|options|vendors|what)|make (?:a |the )?recommendations?|present (?:the )?options
        |pre-?select|influence the)\b
    \bi (?:only|just|merely) (?:recommend|advise|evaluate|research|suggest|propose)\b
""")
INFLUENCER_WHEN_ASKED = phrases(r"""
    \bi (?:(?:\w+ly|just|only|also|do|will|can|would|then|am|was|have|been|kind of|sort of|always|mostly
        |may) )*(?:recommend|suggest|advise|propose|research|evaluate|shortlist|short-list|compare|scout
        |screen|collect|gather|look (?:into|at|around|for)|investigate|influence|prepare|present|pitch
        |test|assess|review|vet|report|consult|contribute|participate|support|assist|analy[sz]e|filter
        |narrow|find|explore|check|pick the options|champion|scope|put together|spec|draft|trial)(?:s|ing
        |ed)?\b
    \bi am (?:the one )?(?:testing|trying|scoping|preparing|checking|trialling)\b
    \b(?:listens?|trusts?) (?:to )?(?:me|my)\b|\b(?:part|member) of (?:the|an?|our) (?:evaluat\w+|research\w*
        |project|selection) (?:team|group|committee|panel)\b
    \ba say but (?:not|no)\b|\b(?:it is )?not the (?:last|final) (?:word|say)\b
    \b(?:recommending|evaluating|researching|comparing|gathering|collecting|scouting|shortlisting|advising
        |exploring|assessing|influencing|pre-?selecting)\b
    \b(?:research|leg ?work|homework|groundwork|evaluation|recommendations?|shortlist|input|advice
        |advisory|advis[eo]r|influencer?|champion|evaluator|scout|gatekeeper|suggestions?|consultant
        |proposals?)\b
    \b(?:asked|told|tasked|assigned|sent|instructed|wants?) (?:me )?(?:to|with)\b
        |\bhelp(?:ing)? (?:them |him |her |to |with |my boss |the team )*(?:choose|decide|select|pick
        |evaluate|the decision|make)
    \b(?:give|giving|have|get|offer|provide) (?:\w+ ){0,2}?(?:opinion|feedback|thoughts|influence|voice
        |advice|info\w*|options)\b|\bmy (?:opinion|word|view|vote) (?:counts|matters|carries|weighs)\b
        |\b(?:end|main|key|power) user\b|\binvolved\b|\bto (?:compare|evaluate|recommend|advise|research
        |shortlist|suggest|propose)\b
""")
NONE = phrases(
    r"""
    \b<others> (?:(?!i\b)\w+ ){0,2}?<decide>
    \b<others> (?:has|have|needs?|must|would have|will have|wants?)(?: to)? (?:\w+ )?(?:approve|sign
        |decide|agree|authori[sz]e|ok|okay|give)
    \bi (?:do|can|could|may|would|will) not (?:really |actually |get to |have the power to )?(?:decide
        |sign|approve|make (?:the|that|those|these|any|such)(?: \w+)? (?:decision|call)s?)
    \bi am not (?:really |actually )?(?:the |a )?(?:\w+ )?(?:decision ?-?maker|decider
        |one (?:who )?(?:decid|sign)\w+)
    \bnot (?:really |entirely )?my (?:call|decision|choice|decision to make)\b|\b(?:decision
        |call) is not mine\b|\bnot up to me\b|\bnot mine\b
    """,
    others=OTHERS,
    decide=_DECIDE,
)
NONE_WHEN_ASKED = phrases(
    r"""
    ^(?:no |nope |nah |sorry |well )*not (?:really )?me\b|\bsome ?(?:one|body) (?:else|in|from|at|above
        |higher|other)\b|^others?\b|\bother people\b|\banother (?:person|department|colleague)\b
        |^they do\b|^(?:he|she) (?:does|is)\b
    \bi (?:have|got|have got) (?:\w+ly )?(?:no|zero|little)(?: \w+)? <power>
    \bi (?:do not|have not|did not)(?: \w+ly)? (?:have|got|get)(?: \w+){0,2}? <power>
    \bno (?:say|authority|power|influence|control)\b
    \bnot (?:\w+ly )?(?:responsible|in charge|authori[sz]ed|allowed|entitled|the (?:one|boss|owner
        |right person)|my (?:department|job|place|area|role|business|budget|responsibility))\b|\b(?:above
        |over) my (?:pay|head)\b
    ^(?:(?:no|nope|nah|sorry|well|it|that|this|is|would|be|will|up|down|to|with|lies|rests|ask|the
        |decision|person|probably|actually|usually|mostly|always|only|all|on|depends|one|think|i|guess
        |will be|my|our|comes from|from|more) )*(?:(?:my|our|the|a|sir|his
        |her) (?:\w+ ){0,2}?)?<boss>(?:'s)?(?: (?:team|department|dept|office|people|decision|call|choice
        |job|does|do|does that|only|alone|sorry|it is|of course|i think|not me|i guess
        |and (?:the |our |my )?<boss>|and not me|is|decides?|thanks))*$
    \b<others> (?:(?!i\b)\w+ ){0,3}?(?:does|do|will|handles?|is deciding|are deciding|is the (?:one|decision
        |boss|owner)|is responsible|are responsible|is in charge|takes? care|chooses?|choose|picks?|has it
        |deals? with|buys?|pays?)\b
    \bi am (?:just |only |merely )+(?:an? |the )?(?:\w+ )?(?:intern|assistant|employee|student|secretary
        |pa|trainee|user|worker|staff|temp|junior|messenger|nobody|clerk|contractor|volunteer|developer)\b
        |^(?:just |only )?(?:an )?(?:intern|employee|assistant)$
    \b(?:need|needs|require|requires|want|get|seek|wait for|waiting for|subject to|pending)
        (?: to get)? (?:\w+ ){0,3}?(?:approval|approved|permission|sign ?-?off|signed|authori[sz]ation
        |blessing|okay|green light|go-?ahead|consent|buy-? ?in)\b
    \b(?:have|need|has|must|got|would|should|will|going) (?:to )?(?:first )?(?:ask|check with|convince
        |consult|talk to|speak to|go through|report to|discuss (?:it |this |that )?with
        |get) (?:\w+ ){0,3}?<boss>|\brun (?:it|this|that) (?:by|past|through)\b|\bget (?:it|this
        |that) (?:approved|signed)|\bask (?:my|our|the) <boss>
    \b(?:approval|decision|sign ?-?off|permission) (?:is |only |usually |always )*(?:comes?|coming|rests?
        |lies|goes|made) (?:\w+ )?(?:from|with|to|by|at) (?:(?:my|our|the) )?<boss>
    \b(?:last|final) (?:word|say|decision|call) (?:has|have|is|is with|lies with|rests with) <others>
    \b(?:it |decision |that )*(?:decides?|makes?) (?:only )?(?:the |my |our )<boss>|\bdecides (?:only )?\w+$
    ^(?:it |that |this |everything )?(?:goes|has to go|must go) (?:up )?(?:to|through|via) (?:the
        |my|our)? ?<boss>
    \b<others> (?:\w+ )?(?:handles?|decides?) (?:all|every)\b
    \b(?:el jefe|la jefa|mi jefe|le patron|mon patron|la direction|mon chef|der chef|mein chef|il capo
        |de baas|mijn baas|szef) (?:decide|entscheidet|beslist|decyduje)?
    \b(?:decided|made|approved|signed|handled) (?:off )?(?:by|at|from|in) (?:my|our|the|someone|others
        |<boss>)
    """,
    boss=_BOSS,
    power=r"(?:say|authority|power|decision|influence|voice|control|rights?|authori[sz]ation"
    r"|permission|mandate)\b",
    others=OTHERS,
)
