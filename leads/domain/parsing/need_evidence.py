"""Whether words speak of work that could go better, or of something else altogether."""

import re

from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.places import is_place
from leads.domain.parsing.tables import phrases, words
from leads.domain.parsing.talk import REACTIONS
from leads.domain.parsing.wording import clauses, plain

__all__ = ["is_private", "speaks_of_need", "speaks_of_trouble_at_work", "wants_change"]

# What a business works with and could have more, less or better of. Stems, to cover what is made of them.
_WORK = phrases(r"""
    \b(?:leads?|leeds|clients?|customers?|costumers?|prospects?|buyers?|visitors?|enquir\w*|inquir\w*|requests?
        |quotes?|quotations?|orders?|deals?|sales?|sell(?:ing|ers?)|reps?|pipelines?|funnels?|crm|erp|cms)\b
    \b(?:bookings?|bookins|appointments?|calls?|calling|callbacks?|meetings?|demos?|no-?shows?|schedul\w*|calendars?
        |reminders?|shifts?|follow(?:ing|s|ed)?[ -]?ups?|repl(?:y|ies)|respon(?:se|ses|d|ding)|answering
        |messages?|msgs?|e-?mails?|inbox\w*|phones?|chats?|chat ?-?bots?|bots?|dms?|tickets?|complaints?)\b
    \b(?:automat\w*|qualif\w*|scor(?:e|es|ing)|rout(?:e|es|ing)|report(?:s|ing)?|forecast\w*|track(?:s|ing)?|analytics
        |dashboards?|overview|visibility|data\w*|spreadsheets?|excel|paper\w*|forms?|documents?|contracts?
        |integrat\w*|sync\w*|import\w*|export\w*|migrat\w*|attribution|segment\w*|nurtur\w*|outreach
        |prospecting|personali[sz]\w*|assign\w*|handover|hand-?offs?)\b
    \b(?:marketing|campaigns?|ads?|traffic|conver(?:sions?|t|ts|ting)|churn|retention|loyalty|reviews?|websites?|sites?
        |shops?|stores?|newsletters?|landing|brand\w*|reach|revenue|turnover|margins?|profit\w*|costs?
        |expenses?|invoic\w*|billing|payments?|payroll|accounting|bookkeeping|taxes)\b
    \b(?:process\w*|workflows?|systems?|software|tools?|platform|app|apps|solution|assistant|admin\w*|onboarding
        |training|hiring|recruit\w*|applicants?|candidates?|staff\w*|support\w*|service\w*|help ?-?desk
        |logistics|deliver\w*|shipments?|warehous\w*|inventory|stock|suppl\w*|procurement|purchas\w*
        |maintenance|planning|projects?|time ?sheets?|compliance|gdpr|security|backups?|quality)\b
    \b(?:productiv\w*|efficien\w*|capacity|workload|bottleneck\w*|busywork|growth|competit\w*|market share
        |outages?
        |errors?|duplicates?|contacts?|members?|guests?|patients?|tenants?|students?|subscribers?)\b
    \b(?:wast\w+|spend\w*|los\w+|sav\w+|takes?) (?:\w+ ){0,3}(?:time|hours|days|ages|evenings|weeks)\b
    \b(?:kund\w+|anfragen?|termine?\w*|vertrieb\w*|angebote?|umsatz|clientes?|ventas|citas|devis|ventes|relances
        |rendez-?vous|klant\w*|offertes?|clienti|vendite|prenotazioni|klienci|klient\w*|vendas)\b
    [а-яё\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}
""")
# What is said of things that do not go well, or that shall go better.
_CHANGE = phrases(r"""
    \b(?:better|faster|quicker|cheaper|easier|simpler|fewer|less|more|higher|lower|smoother|slower|worse
        |best|improv\w*|increas\w*|reduc\w*|decreas\w*|grow(?:ing)?|boost\w*|scal(?:e|ing)|simplif\w*
        |streamlin\w*|speed\w*|sav(?:e|es|ing)|cut(?:ting)?|stop\w*|avoid\w*|prevent\w*|get(?:ting)? rid
        |replac\w*|switch\w*|moderni[sz]\w*|digiti[sz]\w*|digitali[sz]\w*|centrali[sz]\w*|organi[sz]e\w*|consolidat\w*
        |clean(?:ing)? up|fix\w*|solv\w*|sort(?:ing)? (?:out|my|our)|optimi[sz]\w*|expand\w*|double|triple
        |win|attract\w*
        |generat\w*|retain\w*|keep(?:ing)? (?:up|track))\b
    \b(?:los(?:e|es|t|ing)|loos(?:e|es|ing)|miss(?:es|ed|ing)?|wast(?:e|es|ed|ing)|forg[eo]t\w*|drown\w*|overwhelm\w*
        |overload\w*|swamp\w*|struggl\w*|suffer\w*|fail\w*|break(?:s|ing)?|broken|crash\w*|leak\w*|dropp?\w*
        |neglect\w*|ignor\w*|delay\w*|stuck|sit|sits|rot|cold|slip\w*|fall(?:s|ing)? (?:through|behind)
        |fell through|clog\w*|eats?|blam\w*|complain\w*|mess\w*|chaos|chaotic|nightmare|pain\w*
        |disaster|shambles|headache|bottleneck|problems?|issues?|trouble|difficult\w*|mistakes?|errors?|confus\w*)\b
    \b(?:slow\w*|manual\w*|by hand|tedious|time-?consuming|inefficient|outdated|clunky|unreliable|unqualified
        |unorgani[sz]ed|disorgani[sz]ed|scattered|awful|terrible|lousy|useless|crap|crappy|garbage|rubbish|sucks?
        |hates?|hard to|tired of|sick of|fed up|cannot|can not|unable|hardly|barely|late|ages)\b
    \btwice\b|\bagain and again\b|\bover and over\b|\btoo (?:many|much|long|slow|few|little|often|late)\b
        |\bnot enough\b|\b(?:nobody|no one|none|never
        |no overview|no way)\b
        |\b(?:do|does|did) not (?:\w+ )?(?:know|see|show|work|scale|answer|reply|log|update|follow|pick
        |respond|track)\b
    \b(?:mehr|weniger|besser\w*|schneller|verlieren|verpassen|brauchen|suchen|wollen|plus de|moins de
        |perd\w+|manqu\w+|mejor\w*|menos|perdemos|buscamos|necesit\w+|migliorar\w*|perdiamo|meglio|melhor\w*
        |minder|verliezen|sneller)\b
""")
# What people chat about, whatever else they name with it.
_PRIVATE = words("""
    weather rain raining rainy sunny sun snow snowing freezing windy storm coffee tea beer wine lunch
    breakfast dinner supper pizza sandwich hungry thirsty sleepy tired bored kid kids baby babies son daughter
    wife husband mum mom dad grandma uncle aunt cousin dog dogs cat cats birthday weekend vacation friday
    football movie train bus flight haha hahaha lmao job
    jobs vacancy vacancies internship linkedin facebook instagram battery
""")
_MY_OWN = phrases(r"""
    \bmy (?:\w+ )?(?:phone|laptop|computer|keyboard|internet|wifi|battery|screen|car|bike|lunch|mother
        |father|friend
        |neighbou?r|boss'?s? birthday|life|day|week)\b(?! (?:business|company|shop|clinic|app|dealership
        |repair))
    \b(?:the|that|this|your) (?:ad|advert|banner|link|phone)\b|\bphone (?:is )?ring\w*
""")
_TALKER = re.compile(
    r"\b(?:i|me|my|mine|you|your|yours|it|its|he|she|they|this|that|there|here|who|where|what|why|is|are)\b"
)
_OPENERS = r"^(?:(?:hi|hello|hey|yes|sure|ok|okay|certainly|well|so|of course) )*"
_WHO_WE_ARE = phrases(
    r"""
    <openers>(?:we|i) (?:are|am) (?:an?|the|from|in|at|with|based|just|about|around|ca|\w+ \w+ from)\b
    <openers>(?:we|i|they) (?:sell|make|produce|manufacture|build|offer|provide|run|own|trade|import|export
        |distribute|teach|rent|lease|grow|print|design|work|employ|do(?! not))\b
    """,
    openers=_OPENERS,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def speaks_of_need(text: str) -> bool:
    """Whether an answer to what they need may be one: it names work or a change, or at least nothing else."""
    parts = clauses(text)
    return any(map(_speaks_of_work, parts)) or not any(map(_is_beside_the_point, parts))


def speaks_of_trouble_at_work(text: str) -> bool:
    """Whether the text says of something a business works with that it does not go well, or shall go
    better."""
    said = plain(text)
    return bool(_WORK.search(said) and _CHANGE.search(said))


def wants_change(text: str) -> bool:
    """Whether the text says that something does not go well, or shall go better."""
    return bool(_CHANGE.search(plain(text)))


def is_private(text: str) -> bool:
    """Whether the text is about the day or somebody's own life, and wants nothing to go better."""
    said = plain(text)
    about_life = any(word in _PRIVATE for word in _WORD.findall(said)) or bool(_MY_OWN.search(said))
    return about_life and not _CHANGE.search(said)


def _speaks_of_work(clause: str) -> bool:
    said = plain(clause)
    if _CHANGE.search(said):
        return True
    in_passing = _WHO_WE_ARE.search(said) or is_private(clause)
    return not in_passing and bool(_WORK.search(" ".join(_words_but_reactions(said))))


def _is_beside_the_point(clause: str) -> bool:
    """Whether a clause is talk about the day, the talkers or who they are."""
    said = plain(clause)
    spoken = _WORD.findall(said)
    return (
        bool(_WHO_WE_ARE.search(said) or _TALKER.search(said))
        or is_private(clause)
        or any(word in REACTIONS for word in spoken)
        or all(word in FIRST_NAMES or is_place(word) or word in ("from", "here", "and") for word in spoken)
    )


def _words_but_reactions(said: str) -> list[str]:
    return [word for word in said.split() if word not in REACTIONS]
