"""What people say to the bot that is no answer: small talk, questions back, requests and complaints."""

import re

from leads.domain.parsing.coming_back import without_coming_back
from leads.domain.parsing.tables import phrases, words
from leads.domain.parsing.wording import clauses, clean, plain, without_openers
from leads.domain.topics import Topic

__all__ = ["without_asides", "without_questions_to_us"]

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]+)*[.!?\n]*\s*")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SIZED = re.compile(r"\d[a-z]|[$€£¥₹]\s?\d|\d\s?[$€£¥₹]")  # the "k" of "50k" is no "okay"
_OF_US = re.compile(r"\b(?:we|our|my|i|i'm|we're|it's my)\b(?: \S+){3}", re.IGNORECASE)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_ABBREVIATION = re.compile(r"\b[A-Z]\.\s?[A-Z]\b")

_SMALL_TALK = words("""
    hi hii hello helo hallo hey heya hiya hei yo hola howdy sup greetings morning evening afternoon there
    bonjour ciao salut servus moin namaste good day night bye goodbye cya ttyl cheers later see you soon
    thanks thank thankyou thx ty merci danke gracias grazie obrigado much so very appreciated ok okay k kk
    okey oki alright cool great nice fine perfect awesome sweet wow lovely excellent amazing sure yes yep
    yup yeah yea ya y no nope nah n mhm aha right exactly correct true indeed absolutely definitely
    certainly of course lol lmao rofl haha hahaha hehe hm hmm hmmm um umm uh er erm oh ah eh huh what wut
    pardon sorry oops ouch please maybe perhaps well and then now all it is that was just me again to
    anyone team folks everyone guys bot dear sir madam friend mate dude man buddy welcome wait hang hold
    on one two a moment sec second minute min brb back test testing tests continue help stop stopall
    unsubscribe cancel end quit revoke optout start unstop restart reset menu exit info asdf asdfgh qwerty
    bla blah dunno price prices pricing cost costs demo discount trial features security gdpr support
    contact for the i am will be my give gotcha got understood stuff go interesting noted ugh boring omg
    wtf meh pff argh duh yikes ew oof phew whew ooh gah pfft tsk whoa jeez sheesh gosh blimey crikey
    anybody home damn bored lame
""")
_PEOPLE = words(
    "human person people agent operator representative rep somebody someone salesperson advisor adviser"
)

_QUESTION = phrases(r"""
    ^(?:and |but |so |wait |or |then )*(?:what|whats|why|who|whom|how|when|where|which)(?: (?:exactly
        |the \w+))?(?: (?:is|are|am|was|do|does|did|can|could|would|will|should|much|many|long|about|if
        |kind|else|for|on earth|makes?|made|happens?|happened|works?|goes|gets|sees|stores|sells|pays|sort
        |type|has|have|had|to|so|not|come|often|big|good|fast|secure|safe|you|it|this|that|now|built|owns
        |features?|data|company|tools?|languages?|countries|the)\b|$)
    ^(?:and |but |so |wait |or |then |wow )*(?:is|are|do|does|did|can|could|would|will|should|may|have|has
        |am|was)(?: not)? (?:you|i|we|it|this|that|there|they|the|your|my|u|these|he|she|someone|anyone
        |our)\b
    ^(?:please )?(?:tell|show|explain|describe|remind)(?: to)? (?:me|us)\b
    ^(?:please )?(?:explain|elaborate|clarify)\b
    ^(?:i |we )?(?:have|had|got) (?:a|some|one|another) (?:\w+ )?questions?\b|^(?:a )?(?:quick )?question
        (?: first)?$
    ^i (?:would like|want|need|would love|wanted) to (?:know|understand|learn|see|hear|ask)(?: (?!who to
        |what to
        |which )(?:more
        |what|how|why|who|if|whether|about)\b|$)
    ^(?:i|we) (?:would like|want|need|would love|wanted) to (?:know|understand|learn|see|hear|ask)
        (?: (?:more|(?:about )?(?:you|your|the price|the cost|pricing|prices|costs?))\b|$)
    ^how \w+ (?:is|are|do|does|can|will|would)\b|^(?:can|could) (?:an?|some|any) \w+\b
    ^(?:any|got any) (?:\w+ )?(?:discounts?|demo|trial|references?|case studies|docs)\b
""")
_ASKED = re.compile(
    r"^(?:and |but |so |or )*(?:what|why|who|whom|whose|how|when|where|which|is|are|do|does|did|can|could"
    r"|would|will|should|may|have|has|am)\b.*\?$"
)
# Numbers and dates stand in these, too; "can we do May?" and "is 20k enough?" answer, these do not.
_ASKED_OF_US = re.compile(
    r"^(?:and |but |so |or )*(?:are you|was|were|do \d|does|did|have you|has|what is the|what was|who|where"
    r"|when (?:did|do|does|are|was))\b.*\?$|^\d+ what ?\?$"
    r"|^(?:and |but |so |or )*(?:what|how much|how many) (?:is|are|was|does|do) (?:your|you|yours)\b"
)
_ASIDE = phrases(r"""
    \b(?:bus|train|taxi|uber|cab|tram|lunch|dinner|breakfast|coffee|tea|kids?|baby|dog|cat|doorbell|boss|phone|laptop
        |computer|battery|wife|husband|mum|mom) (?:(?:just|has|is|are|was|keeps?|almost
        |about to) )+(?:\w+ )?(?:here|late|calling
        |ringing|getting|ready|cold|waiting|crying|barking|coming|leaving|dead|died|dying|crash\w*|running|broken|home)\b
        |\bmy (?:laptop|phone|computer|battery|screen|car|bike) (?:died|crashed|broke|froze|rang)\b
    ^i (?:have|got|have got) (?:an?|the) (?:\w+ )?(?:cold|headache|flu|hangover|fever|cough|toothache)\b
    ^(?:i am )?at the (?:dentist|doctor|doctors|gym|bank|supermarket|station|vet|hairdresser|barber
        |playground|pub|bar)(?: (?:one|a|just|brb|sorry|now|right now)\b.*)?$
    \b(?:talk|speak|chat|transfer|connect|put|hand|get|pass|refer|redirect|switch|forward|give|want|need
        |prefer|like|find|call|send)\b(?: (?:me|us|this|through|over|on|in|touch))*(?: (?:to|with|for
        |from))?(?: (?:a|an|the|some|your|any|another|one of your|proper|live|actual))*(?: (?:real|live
        |actual|sales|support|proper|physical))* (?:humans?|persons?|people|agents?|operators?|reps?
        |representatives?|managers?|salesperson|sales ?(?:man|guy|team|person|people)|advis[eo]rs?|staff
        |employees?)(?: (?:now|please|instead|asap|today|here|on the phone|right now|directly|first|then
        |being))*$
    \b(?:put|transfer|connect|pass|hand) (?:me|us) (?:\w+ )?(?:to|with|over)\b
    \b(?:talk|speak|chat) (?:to|with) (?:a |an |some |any ?)?(?:some ?(?:one|body)|any ?(?:one|body)|sales
        |support)\b
    ^(?:a |an |the |real |live |actual |human |no bots? )*(?:human|person|people|agent|operator
        |representative|rep|humans)(?: (?:please|now|support|agent|asap|only|being))*$
    ^(?:please |just |you |can you |now )*(?:stop|quit|cease)(?: \w+ing)?(?: (?:me|this|it|that|now|please
        |messages?|texts?|sms|emails?|texting|to|please))*$
    \b(?:remove|take) me (?:from|off)\b|\bdo not (?:text|contact|message|call|email) me\b|\bunsubscribe\b
        |\bopt (?:me )?out\b
    ^(?:please |just |can we |let us |lets )*(?:start|begin) (?:over|again|from|anew)|^(?:let us
        |lets) (?:start|begin|go)$
    ^(?:please |can you |could you )*(?:repeat|say)(?: (?:that|it|again|the question|please|what))*$
        |^come again$
    \b(?:do|did) not (?:really |quite |even )?(?:understand|get)(?: (?:it|that|this|you|the question
        |your question|what|why|any).*)?$
    ^(?:i am )?(?:a bit |so |totally |very )?(?:confused|lost)\b|\bnot sure (?:what|i) (?:you|u|understand
        |get)\b
    \bmakes no sense\b|\bdoes not make (?:any )?sense\b
    \b(?:i|we) (?:have )?(?:already|just)(?: have)? (?:\w+ )?(?:told|said|answered|gave|given|mentioned
        |wrote)\b
    ^(?:as )?i (?:said|told you)\b|\byou (?:already|just)(?: have)? (?:ask|asked|have|know|got)\b
        |\byou (?:have )?asked\b|\bsame as (?:before|above)
    \bi told you\b|^see above$|^read (?:above|again)
    ^(?:you|u)(?: are| r)? (?:\w+ )?(?:(?:such|just|so|very|really|a|an|the|kind|bit|not|only) )*(?:sucks?
        |stupid|dumb|useless|idiot|moron|bot|robot|machine|funny|cute|nice|annoying|smart|rude|awful
        |terrible|weird|helpful|crap|human|fake|great|good|real|slow|ai|chatbot|shit|trash|garbage|joke)\b
    \b(?:stupid|dumb|useless|fucking|bloody|silly|damn|crappy|good|bad|nice|shitty|annoying) (?:bot
        |machine|robot|ai|chatbot|questions?|computer|program)\b
    \bfuck (?:you|off|this|u)\b|\bscrew you\b|\bshut (?:up|the)\b|\bgo to hell\b
        |^(?:(?:just|please|pls|oh|ok|okay|so|then|now|and|you) )*(?:go away|get lost)$
        |\bpiss off\b|^wtf\b|^omg\b|^ffs\b|^(?:idiot|moron|fool|dumbass|asshole|bastard|fuck|shit|damn
        |crap|bullshit|bs|rubbish|nonsense)s?$
    ^(?:(?:this|it|that|what|such|is|a|an|total|complete|utter|absolute|just|huge) )*waste of (?:my )?time\b
        |^(?:(?:this|it|that|you|is|are|u|r|why|so) )*taking (?:forever|too long|ages)\b
        |\bhabl\w+ (?:ingles|espanol)\b
        |\bspeak (?:english|german|spanish|french)\b|\btoo many questions\b|\bso many questions\b
        |^this (?:is |sucks|bot )(?:\w+ )?(?:stupid|ridiculous|annoying|pointless|dumb|bullshit|silly
        |boring|useless|a joke|not helpful|sucks)?$
    ^how (?:are|r) (?:you|things|u)|^(?:what|wha)(?: i?s)? ?up\b|^nice to meet|^pleased to meet
        |^how (?:is it going|do you do)
    ^(?:i |we )?(?:just )?(?:need|want|require|could use) (?:some |your |a little |a bit of |any )?help
        (?: please| here| now)*$
    ^(?:can|could) (?:you|someone|anyone|anybody) (?:please )?help(?: me| us)?(?: please)?$|^help(?: me
        | us)(?: please)?$
    ^(?:hang|hold) on\b|^(?:just )?(?:one|a|give me a|gimme a|wait a|1) (?:sec|second|moment|minute|min
        |mo)\b|^bear with me
    ^(?:will |i will |i am |be )*(?:right )?back in\b|^never ?mind\b|^nvm\b|^forget (?:it|that)$
        |^(?:not )?(?:hello )?anyone there
    ^(?:i am )?(?:still )?(?:here|waiting|busy|driving|in a meeting)(?: (?:now|right now|rn|sorry))*$
    ^(?:let us |lets )?(?:go on|continue|proceed|carry on|go ahead|skip ahead)(?: please)?$
    ^(?:that is|thats|this is) (?:all|it|enough|everything)(?: for now| thanks)*$
    ^(?:(?:it|this|that) is )?(?:an? |your |very |really |such )*(?:nice|great|cool|lovely|good|pretty|slick
        |ugly|neat|fancy) (?:web ?site|site|page|app|logo|chat|chatbot|widget|design|colou?rs?|product)$
    ^it is (?:\w+ )?(?:raining|snowing|sunny|hot|cold|freezing|windy|late|early|lunch ?time|friday
        |monday|the weekend|my birthday)\b
    \b(?:sent|gave|showed|forwarded) (?:me|us) (?:this|the|your|a) (?:link|page|site|number|chat)\b
        |^(?:i |we )?(?:just )?(?:saw|found|noticed|clicked(?: on)?|heard (?:about|of)|came across|read about
        |got) (?:you|your|this|the) ?(?:ad|advert|link|site|web ?site|page|post|card|flyer|banner|chat|video
        |guys)?(?: (?:on|in|at|from|through|via|by) .*)?$
    ^are you hiring\b
    ^i (?:have been|am|was) (?:\w+ )?(?:on hold|waiting|queu(?:e|ing)|stuck)\b
        |\b(?:first|second|third|2nd|3rd|fourth|\d+th|hundredth
        |last) time (?:that )?i (?:am |have |have been )?ask
    ^you (?:guys |people )?(?:over ?)?charged (?:me|us)\b|^your (?:\w+ ){1,3}says\b
    ^(?:i |we )?(?:have |had )?(?:already )?(?:spent|wasted|been) (?:\w+ ){1,3}(?:on|reading) your\b
        |\bfrom your (?:team|company|office) (?:said|told|sent|asked|called)\b
    \bwrong (?:window|chat|tab|person|number|page|site|link|place|button)\b|^not applicable$
        |^happy \w+day\b|^merry \w+$|\bthe weather\b|^i paid\b|^i am (?:on|at|in) (?:(?:the|an?|my) )?(?:train
        |bus|car|plane|meeting|toilet|gym|beach|phone|call|road|lunch|dinner|work|school|court|hospital|airport|class)$
    ^(?:i |we )?(?:clicked|opened|came|got|pressed|ended up|landed|was sent|were sent)(?: \w+){0,3}? (?:by
        (?: an?)? (?:accident|mistake)|here)\b|^your (?:\w+ ){0,2}(?:guy|rep|reps|man|lady|colleague|people
        |team
        |agent)s? (?:promised|said|told|called|never|was|were|did)\b
    ^my (?:previous|last|former|old) (?:company|job|employer|firm|team)\b
    ^(?:love|like) (?:it|this|that)$|^sounds? (?:good|great|fine|ok|nice|like a plan)\b
        |^(?:that is |it is )?(?:good|fine|great)$
""")


def without_asides(text: str, *, asking: Topic | None) -> str:
    """The sentences of the text that may answer something; as it is when all of them may."""
    sentences = _SENTENCE.findall(clean(text))
    stated = list(filter(None, (_stated(sentence, asking) for sentence in sentences)))
    answering = stated or [each for each in sentences if _asks(each) and not _is_aside(each.strip(), asking)]
    return text if answering and answering == sentences else "".join(answering).strip()


def without_questions_to_us(text: str) -> str:
    """The sentences of the text but those that ask us something ("do 3 people share one login?")."""
    sentences = _SENTENCE.findall(clean(text))
    kept = [sentence for sentence in sentences if not _ASKED_OF_US.search(plain(sentence))]
    return text if len(kept) == len(sentences) else "".join(kept).strip()


def _stated(sentence: str, asking: Topic | None) -> str:
    """A statement as it is; of an aside or a question what it tells of them besides ("saw your ad, we …")."""
    if not _asks(sentence) and not _is_aside(sentence.strip(), asking):
        return sentence
    parts = clauses(sentence)[:-1] if _asks(sentence) else clauses(sentence)
    return "".join(f"{part}. " for part in parts if _OF_US.search(part) and not _is_aside(part, asking))


def _asks(sentence: str) -> bool:
    return sentence.rstrip().endswith("?")


def _is_aside(sentence: str, asking: Topic | None) -> bool:
    said = plain(without_openers(sentence) or sentence)
    bare = " ".join(_WORD.findall(said))
    if not bare:
        return not _answers_by_sign(sentence, asking)
    if asking is Topic.ROLE and bare in _PEOPLE:
        return False
    return (
        "**" in said
        or (_is_small_talk(said, bare) and not _may_answer(sentence, asking))
        or bool(_ASIDE.search(bare))
        or _is_question(said, bare)
        or not without_coming_back(sentence)
    )


def _answers_by_sign(sentence: str, asking: Topic | None) -> bool:
    """A thumb says who decides, and a flag where they are."""
    return asking is Topic.AUTHORITY or (asking is Topic.COUNTRY and bool(_FLAG.search(sentence)))


def _may_answer(sentence: str, asking: Topic | None) -> bool:
    """ "Me", "Will", "IT" and "U.K." are small talk by their letters only."""
    if asking is Topic.NAME:
        return sentence.strip(" .!") == "Will"
    if asking in (Topic.INDUSTRY, Topic.ROLE) and sentence.strip(" .!").lower() == "it":
        return True
    return asking is Topic.AUTHORITY or bool(_ABBREVIATION.search(sentence))


def _is_small_talk(said: str, bare: str) -> bool:
    if _SIZED.search(said):
        return False
    spoken = [word for word in bare.split() if not word.isdigit()]
    return bool(spoken) and all(word in _SMALL_TALK for word in spoken)


def _is_question(said: str, bare: str) -> bool:
    return bool(_QUESTION.search(bare) or _ASKED.search(said))
