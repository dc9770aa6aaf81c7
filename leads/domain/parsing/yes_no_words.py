"""The words and turns of speech that mean yes or no, over plain text."""

import re

from leads.domain.parsing.tables import phrases, words

__all__ = [
    "ABOUT_TELLING",
    "AGREEING",
    "CONDITION",
    "CONSENTING",
    "ECHO",
    "GO_AHEAD",
    "HARDLY",
    "LEADS",
    "NEGATED",
    "NEITHER",
    "NOT_THAT_WAY",
    "NO_AFTER_ALL",
    "PLEASED",
    "REFUSING",
    "SAYS_SO",
    "TAILS",
    "YES_AFTER_ALL",
    "YES_IN_WORDS",
]


# May stand before a yes or a no without changing it.
LEADS = words("""
    oh and so well hm hmm mm um umm uh ah eh er but then thanks i say would guess think suppose that be it is
    a an its big hard sorry probably firm strong still very super haha lol man dude hey hi hello also actually
    honestly definite all the answer my we please bitte leider unfortunately nvm nevermind
""")

# At the head of a clause they mean yes whatever follows.
AGREEING = words("""
    y ye yes yess yees yeas yse yed yus yesh yis yas yaas yaass yep yeps yepp yup yupp yip yass yeah yeh yea
    ya yaa yah yh yeap yeahh yebo jup jep jo ja jaa si sim oui hai tak evet da ok okay okey okej oki okie okk
    okai oke okidoki k kk sure surely suree sur yessir certainly definitely def deffo defo absolutely totally
    indeed affirmative aye roger agree agreed accept accepted confirm confirmed granted approved allowed deal
    gladly naturally obviously alright aight mhm mmhm aha uhu bet consent permission happily absolutly
    defenitely course klar gerne claro vale d'accord certo genau sicher naturlich natuerlich tabii np okayy
    yuppers yeppers affirm authorized yay correct exactly precisely s'ok sok passt perfekt agre uhhuh righto
    rightio righty damn хорошо да はい 是 好
""")

# Alone they mean yes; before other words they may mean anything ("good question", "right now").
PLEASED = words("""
    fine good great cool perfect excellent nice lovely brilliant awesome fab super wonderful works right true
    done go positive whatever splendid fantastic amazing sweet dandy acceptable noted understood amen green
    happy
""")
TAILS = words("""
    please thanks thank you sorry sir madam mate man dude bro buddy lol haha then now just indeed really so i
    am we are do would will can may it is that all good and ok okay go ahead of course sure for me by with to
    about from us guess suppose think say why not dear one sounds job stuff idea
""")

# At the head of a clause they mean no whatever follows.
REFUSING = words("""
    n no non noo nop nope noope nopes nopee noes nah nahh naah naw nay nae na nuh uhuh nein nicht nee nej nie
    nao niet nem нет いいえ 不 hayir negative never false incorrect wrong disagree denied declined rejected
    nothing none neither nada nuhuh nopey stop npe noep nupe
""")

# Adverbs that leave no yes behind them.
HARDLY = words("hardly scarcely barely rarely only unlikely supposedly allegedly lovely friendly")

YES_AFTER_ALL = phrases(r"""
    \bwhy (?:the hell |would i )?not\b
    \bno (?:problemo?|worries|worry|objections?|issues?|concerns?|probs?|probably$|biggie|doubt
        |harm|trouble)\b
    \bnot (?:a|an|any) (?:problem|issue|bother)\b|\bnothing against\b|\bnot against\b
    \bhave no objections?\b
    \b(?:do|would|did) not (?:really )?(?:mind|object)\b|\b(?:it|that|they) (?:do|does|would
        |will) not (?:\w+ )?bother me\b
    \bnot see (?:any reason |a reason )?why not\b
    \bnot see (?:a|any) (?:problem|issue|harm)\b
    \bnot have (?:a|any) (?:problem|issue|objection)s?\b
    \b(?:can|could|will|would|do|shall) not (?:say no|hurt|refuse|agree more|disagree|disapprove|decline
        |complain|be opposed|stand in (?:your|the) way)\b
    \bnot (?:disagree|opposed|averse|unhappy|a dealbreaker)\b|\bnot that i (?:mind|object|would mind)\b
    ^(?:no[ ,.!-]+)+(?:(?:well|but|actually|oh|really|seriously)[ ,]+)*(?:yeah|yes|yep|sure|ok|okay|alright
        |go (?:ahead|on|for it|right ahead)|please (?:do(?! not)|go)|by all means|feel free|do it
        |of course|all good
        |(?:that|it) is (?:\w+ )?(?:fine|ok|okay|good|cool|great|alright)|i do not mind|happy to|fine by me)\b
    ^why no$|\bwhy would (?:(?:it|that|i|they) not|not (?:it|that|i|they))\b
    \bno (?:dramas?|stress|sweat)\b
    \b(?:no|not|nothing|never|without)(?! (?:want|need|like|agree|accept)\b)(?: (?!want|need|like|agree
        |accept)\w+){0,4}? (?:wrong with|against|objections?|objecting|opposed|harm|downsides?|drawbacks?
        |complaints?)\b
    ^(?:does|would|will) not (?:\w+ )?bother\b
    \b(?:can|could|will|would) not (?:really )?hurt\b
    ^(?:oh )?(?:go on|twist my arm)\b|^stop asking and\b
""")
NO_AFTER_ALL = phrases(r"""
    ^(?:(?:well|oh|sorry|hm+|um+|no|nah|i am|that is) )*not(?:$| (?:really|at (?:all|the moment|this)|now
        |today|yet|interested|for (?:me|us|now)|happening|gonna|going|a chance|in the least|necessarily
        |exactly
        |likely|ok|okay|necessary|needed|possible|right now|any ?more|please|thanks|by|so much|keen
        |comfortable|happy|allowed|wanted|required|cool|fine|via|with|on my|on your
        |to my|if|ever|in|yes)\b)
    ^(?:yeah|yes|ok|okay|ja|oh|um|sure|eh|hm+|well|right|er+|thanks|please|sorry),? (?:no|nah|nope|not)\b
    ^(?:yeah|sure),? right$|^as if\b
    ^(?:i am |we are )(?:good|ok|okay|fine|all set|alright|all good|out)(?: (?:thanks|thank you|for now
        |without|here|as i am))*$
    ^all set\b|^i (?:will|would|think i will) pass\b|^(?:that is )?(?:an? )?(?:hard |easy )?pass\b
        |^good thanks$|^no can do
    ^(?:of course|absolutely|definitely|certainly|surely|obviously|hell|heck|probably|preferably|better
        |rather|clearly|most likely|unfortunately|i am afraid|afraid|i guess|i suppose|i think|i would say
        |i would rather|i hope|just|totally|most definitely|def|defo|please|maybe),? (?:no|not|nope)\b
    ^thanks,? but\b|\bthanks,? but no\b
    ^not (?:my thing|our thing|for us|unless|without|because)\b|\bnot see why (?:i|we) (?:should|would)\b
    \bnot say (?:that )?(?:i|we) (?:do|am|are|would|will|want|agree|like)\b
    ^(?:keep|take|leave|get|strike|cross|count) me (?:off|out|alone)\b
    ^(?:dream on|get lost|go away|leave me|over my|in your dreams|not in|fat chance|bugger off|sod off
        |fuck|piss)\b
""")
NEGATED = phrases(r"""
    \b(?:prefer|rather)(?: if| that)? (?:you|u|it|they|we)(?: \w+)? not\b|\brather you not\b
    \b(?:do|would|will|can|could|am|is|are|does|should|shall|must|did) not\b(?! (?:know|mind|care|see why
        |be (?:a problem|an issue))\b)
    \b(?:i|we|me) (?:not|no) (?:want|agree|think|like|accept|need|consent|interested)\b
    \b(?:disagree|refuse|decline|object|unsubscribe)\b
    \bopt(?:ing)? (?:me )?out\b|\bleave me (?:out|alone)\b|\bcount me out\b|\bwithout me\b
    \bnot interested\b|\bno interest\b
    \bunder no circumstances\b|\b(?:in no|by no|no) (?:way|means|chance)\b|\bnot a chance\b
    \bforget (?:it|about it|that)\b
    \b(?:it|that) is (?:an? )?(?:big |hard )?no\b|\b(?:say|said) no\b|\b(?:do|would|i) mind\b(?! if)
        |\bbother me\b|\bi am out\b|\bkein\w*\b
    \brather not\b|\bprefer not\b|\blet us not\b|\bno need\b(?! to (?:ask|know|say|explain))|\brefrain\b
    \b(?:too (?:much|many)|enough)\b.*\b(?:already|as it is)\b
    \b(?:prefer|rather|better)\b(?: \w+){0,2}? (?:e-?mails?|mail|calls?|phone|whatsapp)\b|\blieber nicht\b
    ^(?:e-?mail|mail|call|phone|ring) (?:me )?(?:instead|only)\b|^only (?:by )?(?:e-?mail|phone|calls?)\b
    \bhate\b|\bnever (?:text|email|contact|call)\b
""")
CONSENTING = phrases(r"""
    \bwould (?:like|love|appreciate|welcome) (?:that|it|to)$|\bwould (?:like|love) to (?:get|receive|hear
        |have|stay|be)\b
        |^love (?:that|it)$|\bi(?: will| would)? take it\b
    ^only (?:if|when)\b
    ^(?:yes )?please(?: do)?$|\bof course\b|\bfor sure\b|\bby all means\b|\bgo ahead\b
    \bgo (?:for it|right ahead)\b|^please (?:text|do)\b|^if (?:it|that|this) (?:helps|works|is easier)\b
        |\bpas de probleme\b
    ^(?:yes )?as long as\b|\bdo it\b|\bdo so\b|\bbe my guest\b|\bfeel free\b|\bfire (?:away|ahead)\b
    ^10 4$|\bof corse\b|\b(?:that|it|this) (?:fits|suits)\b
    \byou bet(?:cha)?\b|^fs$|^100 ?%?$|\bhundred percent\b|\b(?:hell|heck) ye\w*|\bpleasure\b
    \bwithout (?:a |any )?(?:doubt|question|hesitation)\b|^(?:no )?(?:question|doubt) about it\b
    \bsee (?:you|ya) (?:then|there|on|at)\b|\bcrack on\b|\bknock yourself out\b
        |\bhave at it\b|\bfill your boots\b
    \bbe (?:happy|glad|delighted|honou?red|thrilled|pleased)\b(?! if\b)
    \b(?:happy|glad|delighted|ready) to\b|^if (?:you|u|needed|necessary|it helps)\b
    ^i guess\b|^i suppose\b
    \b(?:guess|suppose|think|believe|hope|imagine|reckon) so\b|\bso be it\b|\bcount me in\b
    \bi am in\b|\b(?:opt|sign) me (?:in|up)\b|^opt in\b|^bien sur|^por supuesto|^all right\b
    ^sounds like a plan|\blet us (?:do|go)\b|^(?:okey|okie|oki) do\w*|^thumbs up
    \bi am (?:on board|game|up for)\b|\bsuits me\b|^that is a yes
    \b(?:sounds?|looks?|seems?) (?:\w+ )?(?:right|good|great|fine|ok|okay|alright|perfect|reasonable|fair
        |lovely
        |nice|awesome|cool|excellent)\b
    \b(?:is|are|be|am|s) (?:\w+ )?(?:fine|ok|okay|good|great|cool|perfect|alright|all right|correct|right
        |acceptable|allowed|welcome|lovely|true|agreeable|helpful|useful|handy|brilliant|wonderful
        |appreciated|convenient|happy with|no problem|possible)\b(?! (?:to know
        |for you to know))
    \b(?:fine|ok|okay|cool|good|happy|alright|great|comfortable) (?:by|with|for) (?:me|us|that|it|this)\b
    \bworks?\b(?: (?:for (?:me|us)|fine|well|great))?$|\bthat will do\b|\bwould work\b
    ^(?:i |we )(?:\w+ )?(?:do|am|would|will|agree|accept|consent|allow|permit|approve|confirm|authori[sz]e
        |give (?:you )?(?:my )?(?:permission|consent|agreement|approval
        |ok))(?=$| (?:agree|accept|consent|to (?:that|it|this)
        |that|it|you|this|allow|permit|love|be (?:happy|glad)|appreciate|welcome|indeed|so|thanks|please
        |of course|fine|ok|okay|happy|with|sure|in)\b)
    ^(?:\w+ )?(?:you|u) (?:may|can|could|are (?:allowed|welcome|free)|have (?:my )?(?:permission
        |consent))\b|\bpermission granted\b
    \b(?:have|got) my (?:permission|consent|blessing|ok|okay)\b|\bgreen light\b
    ^(?:just |do |then |go ahead and )*(?:text|email|sms|send|contact|message|call|write|reach out|update
        |keep) (?:me|us|away|it|them|on)\b(?! (?:off|out|away|alone))
    ^looking forward\b
""")
NEITHER = phrases(r"""
    ^(?:hm+ )?(?:yes and no|yes or no|no and yes|maybe|perhaps|possibly|kind of|sort of|in part|partly
        |half)\b
    \bdepends\b|^not (?:really |entirely |quite )?sure\b
    ^(?:what|why(?! (?:the hell |would i )?not| no$| would not)|who|how|when|where|which|is|are|can (?:i
        |you|we)|do you
        |will you|does(?! not)|would you|could you)\b
    ^(?:yes|no) ?/ ?(?:yes|no)\b
    ^(?:good|great|nice|fair) (?:morning|evening|afternoon|day|question|point|try)\b
    \b(?:like|love|want|need) to (?:know|understand|see|read|ask)\b
""")
# The question's own verb: "it is", "I can't".
ECHO = re.compile(
    r"(?:it|that|this|i|we|you) (?:is|am|are|do|does|can|could|will|would|may)(?: indeed)?(?P<negated> not)?"
)
# After a no, they say what it was said of: not the question but their objections to it.
GO_AHEAD = phrases(r"""
    ^(?:please )?(?:go (?:ahead|for it|right ahead|on)|do(?: it| so)?|feel free|be my guest|carry on)$
    ^by all means\b|^please do$|^(?:that|it) is (?:\w+ )?(?:fine|ok|okay|alright)$
""")
# Refused are other ways than the one that was asked about.
NOT_THAT_WAY = phrases(
    r"^no (?:phone |cold |sales )?(?:calls?|calling|phone|phoning|spam|sms|texts?|ads|newsletters?)$"
)
# Yes, said of the question itself.
YES_IN_WORDS = re.compile(
    r"(?:that|it|this) (?:is|would be) (?:right|correct|true|me|a yes|it)|true|of cou?rse(?: i (?:am|do))?"
    r"|(?:too |quite )?right|u+h ?hu+h|m+ ?hm+|fo sho|you bet(?:cha)?|(?:100|(?:a )?hundred) ?(?:%"
    r"|percent|per cent)?"
    r"|by all means|for sure"
    r"|very well|(?:(?!not|never|hardly|who|says?|said|if|when)\w+ ){1,5}(?:yes|yep|yeah)|i(?: would"
    r"|'d)? say yes"
)
# What somebody agrees under, and no answer by itself.
CONDITION = phrases(r"""
    (?:as|so) long as\b
    (?:on (?:the )?condition|provided|providing|assuming|unless)\b
    (?:but )?if (?:it|they|that)\b
""")
ABOUT_TELLING = phrases(r"""
    \b(?:can|could) not think\b|\b(?:know|knowing|say|guessing|tell|telling|disclose|reveal|share|sharing
        |answer|answering|discuss|comment|talk|speak)\b
    \b(?:thought|private|confidential|secret|classified|business)\b
""")
SAYS_SO = phrases(r"""
    ^(?:yes|yep|yeah|sure|ok|okay)\b|\b(?:think|say|said|guess) (?:so|no|yes)\b|^(?:no|nope|nah)
        (?: (?:thanks|sorry|way))?$
    \b(?:text|email|call|contact|talk to|speak to|share it|share (?:my|that) with)\b
""")
