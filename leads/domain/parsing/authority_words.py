"""Who decides, and what deciding and advising are called: the words of the grammar of decisions."""

from leads.domain.parsing.tables import part, phrases, words

__all__ = [
    "ADVISES",
    "AGENT_BEHIND",
    "BY",
    "DECIDES",
    "FUNCTION_WORDS",
    "JUNIOR",
    "ME",
    "MY_TOP_TITLE",
    "NOT",
    "OTHERS",
    "SAME_AGENT",
    "SOMEBODY_BY_ROLE",
    "WE",
]

ME = part(r"""
    \bi\b|\bme\b|\bmyself\b|\byours truly\b|\bmy shoulders\b|\bmoi\b|\bich\b|\byo\b|\bje\b|\bik\b|\bio\b
        |\beu\b|\bmine\b
""")
WE = part(r"""
    \bus (?:two|three|both|all|\d)(?: (?:owners|partners|founders|directors))?\b
    \b(?:the )?(?:both|two|three|four|five|all) of us\b|\b(?:both|all)(?: of)? (?:the |our )?(?:partners
        |owners
        |founders|directors)\b
    \bwe\b|\bus\b|\bwir\b|\bnous\b|\bnosotros\b|\bwij\b|\bnoi\b
""")
_TITLES = part(r"""
    boss(?:es)?|bossman|managers?|mgr|ceo|cfo|coo|cto|cio|cmo|cpo|vp|svp|md|gm|board|management|managment|owners?|directors?
    procurement|purchasing|finance|head office|hq|headquarters?|leadership|wife|husband|missus|hubby|dad
        |father
    mother|mum|mom|brother|sister|sibling|son|daughter|family|partners?|founders?|co-? ?founders?|committee
        |superiors?
    supervisor|higher[ -]ups?|executives?|execs?|president|parent company|mother company|shareholders?
        |investors?
    client|customers?|corporate|corp|upstairs|geschaftsfuhrer\w*|chief|chair\w*|controller|accountant|principal
    mayor|council|heads?|leads?|buyers?|administrator|legal|colleagues?|group|trustees?|landlord|tutor|socios?
    associates?|co-? ?owners?|proprietor|chef|jefe|patron|baas|szef|capo|pastor|priest|rector|dean|bursar
    it department|department|dept|suits|people|folks|guys?|government|ministry|authority|bank|lawyers?
        |steering group
    general assembly|assembly|secretary|treasurer|commander|captain|team|assistant|engineer\w*|sales
        |marketing|tender(?: process)?|accounts
    operations|ops|hr|it team|tech|architect|bros?|sis|grandma|uncle|aunt|cousin
""")
OTHERS = part(
    r"""
    \b(?:mr|mrs|ms|miss|dr|herr|frau|senor|mister|monsieur|signor)\.? \w+|\bwhoever\b|\bsome(?:body
        |one) more \w+ than me\b|\b(?:el|la|der|die|le) (?=<titles>)\b|\bsomebody(?: else| above| higher
        | in| at)?\b
    \bsome ?one(?: else| above| higher| in| at)?\b|\banother person\b|\bother people\b|\bothers?\b|\bhe\b
        |\bshe\b|\bthey\b
    \bthe (?:suits|people|guys|folks|ones|big boys|powers) (?:upstairs|above|at the top|in charge|that be)\b
    \b(?:(?:(?:my|our|the|a|an|his|her|their|sir|big|this|every|other|new|old|each) ){1,2}(?:(?!(?:and|or
        |not|is
        |has|i|me|we|to|for|with|who|by|my|our|the|decision
        |decides?)\b)\w+ ){0,2}?)?(?:<titles>)(?: of \w+)?\b
    """,
    titles=_TITLES,
)
# Somebody with a title or a place we do not know, where a clause begins with them.
SOMEBODY_BY_ROLE = phrases(r"""
    ^(?:(?:only|it is|that is|that would be|this is|would be|just|no|nope|sorry|i guess|probably|then) )*
        (?:my|our|the) (?!(?:final|last|decisions?|call|say|word|budget|money|company|business|price|costs?
        |best|only
        |right|same|one|person|purchase|purse|checks?|cheques?|contracts?|deal|tools?|product|software|options?
        |choices?|vote|veto|trigger|shots|signature|answer|question|whole|things?|end|moment|job|role|part
        |research|own|opinion|input|advice|desk|hands?|evaluation|authority|power|buck|bills?|homework
        |leg[ -]?work
        |numbers|quotes?|list|shortlist|case|ideas?|recommendation\w*|project|decider|responsible|initiative|mandate
        |green|go|nod|top|room|table|show|place|site|shop|firm|store|paper\w*|pen|usual|weather|process)\b)\w+
""")
MY_TOP_TITLE = phrases(r"""
    \bi am (?:(?:the|an?|also|mainly|currently|both|sole|one and only) )*(?:\w+ )?(?:owner|ceo|founder
        |president|managing director|md
        |proprietor|chief executive|boss|sole trader|sole proprietor|self employed|principal
        |general manager|gm|sponsor|(?:sole|only|managing) director|top of)\b
    ^(?:(?:yes|sole|only|managing|business|company) )*(?:owner(?: ?-?operator)?|founder|proprietor
        |sole director|sole shareholder)\b
    ^(?:ceo|founder|owner|md|managing director)(?: (?:and|here|so|i|me).*)?$|\bi (?:own|founded) (?:the
        |this|my|our|it|a)\b|\bi started (?:the|this|my|our|a) (?:company|business|firm|shop)\b
    \bi run (?:the|this|my|our|it|a)\b
""")
JUNIOR = phrases(r"""
    \bi am (?:just |only |merely |but )*(?:an? |the )?(?:\w+ )?(?:intern|assistant|employee|student
        |secretary|pa|trainee|user|worker
        |staff|temp|junior|messenger|nobody|clerk|volunteer|apprentice)\b
        |^(?:just |only )?(?:an? |the )?(?:intern|employee
        |assistant|messenger|trainee)$|\btoo (?:junior|new)\b
""")
SAME_AGENT = phrases(r"""
    \bi am (?:also |just |only )?(?:the |an? |our )?(?:\w+ ){1,3}?and (?=decid|sign|approv|choos|make|hold
        |i\b|the only|the one)
    \bi (?:am )?(?:the )?(?:only )?(?:one|person|guy|man|woman) (?:who|that)\b
        |\bthe (?:only )?one (?=\w+ing\b)
    \bas (?:the |an? )?(?:owner|founder|ceo|boss|director|md|managing director|head)(?: of \w+)? (?:i )?
""")
DECIDES = phrases(r"""
    \b(?:decid(?!ers?\b)\w+|decisions?(?! ?-?makers?)|deside\w*|decied\w*|approv\w+|authori[sz]\w+
        |co-?sign\w*|sign\w*|choos\w+|chose|choice|picks?
        |picking|selects?|selecting|agrees?|agreed|oks?|okays?|green ?lights?|buys?|purchases?|vetoe?s?
        |vote|votes
        |responsib\w+|accountable|mandate\w*|releas\w+|bought|validat\w+|rules?|entscheid\w+|beslis\w*|decyd\w+|decid[eo]|commit(?:s|ting)?)\b
    \b(?:say|says|saying) (?:yes|no|go|ok)\b|\bon board\b|\bin charge\b|\b(?:final|last|ultimate|full|sole
        |the)
        (?: (?:final|last|ultimate))? (?:say|word|call|vote|veto|control|yes|nod)\b|\ba (?:vote|veto)\b
        |\bsay so\b
    \b(?:calls?|calling) (?:the shots|it)\b|\bpulls? the trigger\b|\b(?:holds?|controls?|owns?|has|have
        |got) (?:the |all the )?
        (?:purse\w*|budget|(?:\w+ )?card|money|authority|power|cheque ?book|check ?book|wallet|final)\b
    \b(?:makes?|making|made|take[ns]?
        |taking) (?:the |that |those |these |such |this |all |all the |any |final |every )*calls?\b
    \b(?:gives?|get|have) (?:the |a |his |her |their |its )?(?:green light|go-?ahead|blessing|nod|thumbs up
        |final)\b
    (?:^|\b(?:is|all|entirely|solely|purely|totally|be|not|it|that) )(?:up ?(?:to|2)|(?<!it )down to)\b
        |\b(?:ends?|stops?|sits?|rests?|lies?|stays?) (?:with|on|at)\b|\b(?:goes|runs|passes|go|has to go
        |comes) (?:up )?(?:to|through|past|via|down from|from)\b
    \bwrites? the (?:cheques?|checks?)\b|\bpays?\b|\b(?:likes?|happy with) (?:it|this|that)\b
        |\bthumbs[ -]?up\b|\bin charge\b|\b(?:handles?|handling|takes? care|deals? with
        |looks? after|manages?)\b
        |\b(?:does|do)(?: (?:it|that|this|so|alone|myself|indeed|sir|yes|all|both))*$|\b(?:does
        |do) (?:all )?(?:the |our )?(?:buying
        |purchas\w+|ordering|procurement)\b
""")
ADVISES = phrases(r"""
    \b(?:check\w*|see) (?:if|whether|that|what)\b|\b(?:to find|finding)\b(?! out)
    \b(?:recommend\w*|suggest\w*|help\w* (?:to )?(?:choos\w+|decid\w+|select\w*|pick\w*|him|her|them|the|my
        |with)|advis(?:e|es|ing|ory|or|er)|advice|propos\w+|research\w*|evaluat\w+|shortlist\w*|short-list\w*|compar\w+|scout\w*
        |screen\w*|collect\w*|gather\w*|investigat\w+|influenc\w+|prepar\w+|present\w*|pitch\w*|test|tests|testing|trial\w*
        |assess\w*|review\w*|vet|vetting|contribut\w+|participat\w+|assist(?:s|ing)?|analy[sz]\w+|filter\w*|narrow\w*|explor\w+
        |champion\w*|scop\w+|draft\w*|digging|leg[ -]?work|homework|groundwork|memo|feedback|business case
        |first filter|opinions?|inputs?
        |weigh in|a voice
        |influencer|evaluator|gatekeeper|consultant|demos?|pre-?select\w*|nudg\w+|feed\w* back
        |pull\w* together|push\w* for|weigh\w*|options|ideas|quotes|findings)\b
    \blook\w* (?:into|at|around|for)\b(?! (?:that|this|it)\b)|\bhave a look\b|\bput\w* (?:it )?(?:together
        |forward)\b|\breport back\b
        |\b(?:build|make|making) (?:the|a|my) case\b|\bhave (?:a|some|my) say\b|\bhand\w* it (?:over|up|on)\b
        |\bend user\b|\bkey user\b
""")
NOT = phrases(r"\b(?:not|no|never|nobody|cannot|without|nicht|pas|neither|hardly|isn't)\b")
# A verb whose agent stands behind it: "made by", "up to", "lies with".
AGENT_BEHIND = phrases(r"""
    \b(?:up|down) ?(?:to|2)$|\b(?:with|on|at|to|from|through|via|past)$
    \b(?:is|are|was|be|been|being|gets?) (?:\w+ )?(?:decided|approved|signed|authori[sz]ed|validated|chosen
        |agreed)$
""")
BY = phrases(r"^(?: \w+){0,3}? (?:by|with|at|is|comes from|lies with|rests with|from|has)(?: \w+)? ")
FUNCTION_WORDS = words("""
    a an the and or but so yes yep yeah no not well it is that this would be will do does did just only all
    mostly mainly
    probably entirely totally simply really actually indeed of course i'd say think guess up to down with
    at in on by from
    here sure ok okay hm um else too also as own then for sir thanks please honestly usually alone lol haha oh
    meme little very own solely nur seulement solo always both together maybe da 100% n obv prob yh little
    old takes needs need
    always both together maybe who because definitely ultimately partly also finally 100
""")
