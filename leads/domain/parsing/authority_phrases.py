"""Whole turns of phrase that say who decides, whatever their words mean one by one."""

from leads.domain.parsing.tables import phrases

__all__ = [
    "ADVISES_OTHERS",
    "ASKED_ME",
    "BOTH",
    "CLEARLY_DECIDES",
    "FREE_HAND",
    "I_NEED_THEM",
    "MY_OWN",
    "NEEDS_NOBODY",
    "NEEDS_NO_APPROVAL",
    "NOT_DECIDING",
]

# Decisions of another kind, or in the past.
NOT_DECIDING = phrases(r"""
    \bsign(?:ed|ing|s)? (?:up|in|out)\b|\b(?:decided|agreed|chose) (?:that|to|against|for|on|yet)\b
        |\b(?:know|knows|out|unclear|sure|discuss\w*|wonder\w*|asking|matters?) who\b
        |\bdecide (?:to|against)\b
        |\bhave not (?:\w+ )?decided\b
        |\b(?:worked|figured|found) out\b|\bwho (?:will|would|should|is going to|gets to) (?:decide|sign)\b
    \bwe (?:will )?decide (?:in|by|on|before|after|next|this) (?:the )?(?:\d|q\d|end|week|month|year
        |quarter|spring
        |summer|autumn|fall|winter
        |january|february|march|april|may|june|july|august|september|october|november|december|monday|friday)
    \b(?:customers|clients|users) (?:decide|choose|buy|pay)\b
""")
NEEDS_NOBODY = phrases(r"""
    \b(?:no ?body|no one|noone|no1|none|not any ?(?:one|body))\b(?!.*\bi\b.*\b(?:not|never)\b).*\b(?:else
        |above|over|but me|but i
        |besides|than me|asks?|to ask|permission|overrul\w*|outrank\w*|interfer\w*|tells me|stop\w* me)\b
    \bi (?:do|would|will) not (?:really |even )?(?:need|have|want|require
        |got) (?:to )?(?:\w+ )?(?:\w+'?s? )?(?:ask|run|check
        |clear|approval|permission|sign ?-?off|consult|get|anyone\w*|anybody\w*)\b
    \b(?:do|does) not (?:need|have|require) (?:to )?(?:ask|check|approval|permission)\b|\bwithout (?:asking
        |consulting
        |approval|permission)\b|\b(?:need|needs|with|requires?) (?:no (?:one|body)|no|nobody)(?:'s
        |s)? (?:\w+ )?(?:approval|permission
        |sign|ok|blessing|input)\b
    \bno need to (?:involve|ask|consult|check)\b|\bif i am (?:\w+ )?(?:convinced|happy|sold
        |sure)\b.*\b(?:we|i) (?:buy|go|do|take|sign)\b
        |\bjust go ahead\b
    ^(?:there is )?(?:no ?body|no one|noone)(?: else)?$|\b(?:answer|report)s? to (?:no ?body|no one)\b
        |\bno (?:committee|approvals?|boss|boards?|bosses)\b
    \b(?:alone|solo|single-?handed\w*|by myself|on my own|all me|me only|only me|just me|one[ -](?:man
        |woman|person)\b)
""")
FREE_HAND = phrases(r"""
    (?:\b(?:gave|gives?|given|grants?|granted) (?:me|us)|\bi (?:have|got|have got|enjoy|was given
        |have been given
        |had)|^with) (?:(?:an?|the) )?(?:freedom|free|carte blanche|full|complete|total|absolute|blank
        |autonom\w+)
        (?: (?:reins?|reign|hand|freedom|control|mandate|autonomy|power|authority|cheque|check
        |responsibility|say))?\b
        (?! (?:time|team))
    \b(?:leaves?|left|trusts?|delegated|handed) (?:it|this|that|these|me|everything|all)(?: \w+)? (?:to
        |with) (?:me|this|that|it|us)\b
        |(?<!not )(?<!never )\blets? me (?:decide|choose|pick|buy)\b|\bfree to (?:decide|choose|buy|pick)\b
        |\bempowered\b
    \b(?:i am|as
        |being) (?:the |an? |our |your |also |both |sole |only )*(?:(?!not\b)\w+ )?(?:decision ?-?maker
        |decider|right (?:person|guy|man
        |woman|one)|one (?:to ask|you need|you want|to talk to))\b|\b(?:the|got the) right (?:person|guy
        |man|woman|one|place)\b
        |\blooking at (?:him|her|the (?:one|boss|decision ?-?maker|decider))\b
    ^(?:(?:the|an?|sole|only|main|primary|key|one|and|yes|final) )*(?:decision ?-?makers?|deciders?)$
    \b(?:talking|speaking|chatting) (?:to|with) (?:the person in charge|him|her|them|the right|the one
        |the boss|the owner|the decision\w*)\b
    ^(?:solely|fully|entirely|alone) (?:responsible|accountable|in charge)\b
    \bif i (?:\w+ )?(?:like|want|love) (?:it|this|that),? (?:we|i)\b|\bi like it i buy\b
        |\bbuck stops (?:with|at|here)
""")
ASKED_ME = phrases(r"""
    \b(?:asked|told|tasked|assigned|sent|instructed|wants?|want) (?:me|us) (?:to|with|for)\b(?! (?:decide
        |choose|pick|buy|sign))
    \bi (?:was|am|have been|got|been) (?:\w+ )?(?:told|asked|tasked|sent|assigned) (?:to
        |with)\b(?! (?:decide|choose|pick|buy|sign))
    \b(?:listens?|listening) to (?:me|my)\b|\b(?:my|our) (?:opinions?|input|advice|feedback
        |recommendations?|suggestions?)\b|\bask(?:s|ed)? (?:me )?(?:for my|what i think|my view)
    \b(?:\w+ing (?:\w+ ){0,4}?(?:for|to)|on behalf of) (?:my|our|the|a) (?:\w+ )?(?:boss|manager|team|ceo
        |cto|cfo|coo|director|client|management|board|owner
        |vp|head|supervisor|chief|pastor|uncle)\b(?!.*\b(?:decides?|signs?|approves?)\b)
    \b(?:follow|take|listen to|trust|value|rely on|ask for) my (?:recommendation|advice|opinion|word|lead
        |judge?ment|input|views?)\w*\b
    \bmy (?:opinion|word|view|vote|recommendation|input) (?:counts?|matters|carries|weighs|has)\b
    \b(?:part|member) of (?:the|an?|our) (?:evaluat\w+|research\w*|project|selection) (?:team|group
        |committee|panel)\b
    \b(?:technical|initial|first) (?:evaluation|assessment|review|screening)\b
""")
I_NEED_THEM = phrases(r"""
    (?:\bi (?:\w+ )?|^)(?:have to|need to|must|will|would|should|got to|can
        |am going to) (?:\w+ )?(?:ask (?!around|you|about|for)(?=\w)
        |check with|convince|consult
        |talk to|speak to|go through|report|clear|persuade|run|get|discuss|pass|escalate|take it)
    \b(?:need|needs|require|requires|want|get|seek|waiting for|subject to|pending|after
        |with) (?:to get )?(?:\w+ ){0,3}?(?:approval
        |approved|permission|sign ?-?off|authori[sz]ation|blessing|ok|okay|thumbs[ -]?up|green light
        |go-?ahead|consent|buy-? ?in)\b
    \b(?:above|over) (?:my (?:pay ?\w*|head)|me)\b|\bout of my hands\b|\bnot my (?:\w+ )?(?:call|decision
        |choice|department|job|place|area
        |money|responsibility)\b|\bnot up to me\b|\bnot (?:really |just )?(?:me|mine|i)$|\bi just work here\b
    \bi (?:have|got) (?:no|zero|little) (?:\w+ )?(?:say|authority|power|influence|control|voice)\b
        |\bup the (?:chain|ladder|line)\b|\bnot (?:\w+ ){0,3}without (?:my|our|the) \w+
    \byou (?:have|would have|need|should|better|must|got)(?: \w+)? (?:to )?(?:ask|speak|talk|go
        |contact)\b(?! around)
        |^(?:please )?ask (?!me\b)\w+
    \bnot (?:\w+ly )?(?:the |an? )*(?:\w+ )?(?:decision ?-?makers?|decider|one (?:who|to decide))\b
    \bi wish\b|\bcentrally\b|\bnot in (?:my|the|that|this) (?:gift|loop|power|hands|remit|decision\w*)\b
    \bi (?:do|have|did) not (?:\w+ )?(?:have|got|get)?(?: \w+){0,2} (?:say|authority|power|control|rights?
        |mandate|influence
        |permission|voice)\b|\b(?:not|never) lets? (?:me|us)\b
    \b(?:question|matter|one|job|topic|decision) for (?:my|our|the)\b
    \byou (?:would |will )?(?:need|have|got) to (?:convince|ask|speak|talk)\b
""")
MY_OWN = phrases(r"""
    \b(?:in|on|at|with) my (?:own )?(?:hands?|court|desk|discretion|table|side|watch)\b|\bmy word is\b
        |\bmy (?:own )?(?:call|decision|choice|company
        |business|money|budget|project|firm|shop|signature|responsibility|rules|baby|department|pen|product
        |store|practice)\b(?! (?:partners?|owners?|managers?|unit|heads?|directors?|development|team|lead
        |leads))
    \b(?:is|are|s) (?:all |entirely |solely |purely |totally |only )?mine\b|^(?:all )?mine(?: alone)?$
""")
BOTH = phrases(r"""
    \bbetween (?:\w+ )+and (?:me|us|i)\b|\bwe (?:\w+ ){1,3}(?:vote|decide)\b|\b(?:we|us) both\b
        |\bgemeinsam\b|\by yo\b
    \bso (?:do|does|would|will|has|have) (?!i\b)\w+
    \b(?:jointly|collectively|consensus|unanim\w+|co-?decid\w*|shared|joint)\b|\bwe (?:all )?(?:have
        |get) (?:a|our) (?:say|voice)\b|\b(?:both|two|three|four|five|several|all|some|few|couple
        |group|bunch|most) of (?:us|our)\b|\bone of (?:the |a |our )?(?:\w+ )?(?:few|two|three|four|five
        |six|several|many|them|those|\d
        |owners|partners|founders|directors|decision|people|managers|members|deciders)\b
    \b(?:me|myself) (?:included|too|among)\b|\b(?:incl|including|counting) (?:me|myself)\b
        |\bof which i am\b|\bi am (?:a member|part|on)
        (?:of|in)?\b|\bi sit on\b|\bshare (?:it|that|this|the)\b|\bi have (?:a|one|my) (?:vote|seat|veto
        |share)\b
    \bnot (?:\w+ly )?(?:alone|only (?:me|i)|just (?:me|i)|by myself|on my own|the only|solely|entirely
        |fully)\b
    \bas a (?:team|group|family|board|couple|committee)\b|\b(?:team|family|group|board) (?:decision|effort
        |thing|call)\b
    ^(?:yes |no |well |only )*(?:partly|partially|in part|half|somewhat|to some extent|yes and no|50)\b
        |\bhalf (?:me|and half)\b
    \b(?:together|along|hand in hand|jointly) (?:with|w)\b|\b(?:two|both|second|2
        |double) (?:\w+ )?signatures?\b|\btogether$
    ^(?:yes |yeah |only |just )*(?:with|w|con|mit|avec|met) (?:my|our|the|mi|mein\w*|mon|ma|mijn) \w+
    \b(?:decid\w+|agree|sign|approve|choose|take|it) (?:with|con|mit|avec|met) (?:my|our|the|mi|mein\w*|mon
        |ma|mijn) \w+
    \b(?:me|myself|i) ?\+ ?\d\b|\b(?:too|also|as well)$
""")
# What names the decision itself, so that it counts unasked.
CLEARLY_DECIDES = phrases(r"""
    \b(?:i|me|myself|we|they|he|she|others|boss|manager|ceo|cfo|coo|cto|vp|md|director|board|management|finance|owners?|founders?|procurement
        |committee|partners?|wife|husband|head|hq|somebody) (?:(?:both|all|alone|always|usually|will|would
        |can|also|only|then|ultimately
        |do|does|have to|has to|must|need to|needs to|get to|gets to|myself|still|just|personally|not|who
        |that) )*(?:decides?|deciding
        |approves?|authori[sz]es?|signs?|co-?signs?|chooses?|pick (?:the|a|our)|picks (?:the|a|our)|vote
        |votes|say yes
        |calls? the shots|pulls? the trigger)\b
    \b(?:have|has|needs?|must) (?:to )?(?:\w+ )?agree\b|\bone deciding\b
    \b(?:final|last|ultimate) (?:say|word|call|decision|vote|approval|sign ?-?off|yes)\b
        |\bdecision ?-?makers?\b|\bthe deciders?\b
    \b(?:my|our|his|her|their|joint|shared|boss'?s?) (?:call|decision)\b|\b(?:decision|call|choice) (?:is
        |lies|rests|sits) (?:mine|with|up to)\b
    \b(?:makes?|making
        |made) (?:the |that |all |all the |such |these |those |this |final |every )*(?:\w+ )?(?:decisions?
        |calls?)\b
        |\btakes? (?:the |all |all the )(?:\w+ )?decisions?\b
    \b(?:controls?|holds?|owns?) (?:the |our |all the )?(?:budget|purse\w*)\b|\bone who (?:decides|signs)\b
        |(?<!not )\bup to me\b
    \b(?:approval|approved|sign ?-?off|signed off|blessing|permission|green ?light) (?:from|by) (?:my|our
        |the)\b
""")
NEEDS_NO_APPROVAL = phrases(r"""
    \bi (?:do|would) not (?:need|have to get|require|have
        |need to) (?:to )?(?:\w+ )?(?:\w+ s? ?)?(?:approval|permission|sign ?-?off|to ask|ask)
""")
ADVISES_OTHERS = phrases(r"""
    \b(?:evaluating|researching|comparing|reviewing|exploring|assessing|gathering|collecting|scouting|screening
        |checking|vetting|investigating|shortlisting|shortlist|evaluate|compare|looking (?:at|into|around
        |for)|research|legwork
        |homework)\b
        (?: \S+){0,5}? (?:for|on behalf of) (?:my|our|the|a) (?:\w+ )?(?:boss|manager|team|ceo|cto|cfo|coo
        |director
        |company|department|client|management|board|owner|colleagues?|vp|head|supervisor|organi[sz]ation)\b
    \bi (?:only |just |merely |mostly |mainly )+(?:shortlist|recommend|pre-?select)\b
""")
