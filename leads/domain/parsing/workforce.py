"""The words that make a number a head count: employees, colleagues, drivers, "team of", "we are"."""

import re

from leads.domain.parsing.numbers import Units
from leads.domain.parsing.tables import part, phrases, words

__all__ = [
    "BESIDE_PEOPLE",
    "DECIDING",
    "DOING_A_JOB",
    "GROUP_OF",
    "LEADS_TO_PEOPLE",
    "STAFF",
    "WE_ARE",
    "WHOLE",
    "WHOLE_BEFORE",
    "WORKFORCE",
    "WORKFORCE_WHEN_ASKED",
]

_STAFF = part(r"""
    emp[loyie]{2,7}s?|staff(?:ers)?|staff members?|team ?members?|fte'?s?|headcount|heads|workers
        |co-?workers
    (?:full|part)[- ]?timers?|(?:full|part)[- ]time(?= (?:and|plus|\+)|$|[,.])|on (?:the )?payroll|strong
    mitarbeiter(?:innen)?|mitarbeitende|angestellte|empleados|trabajadores|salariés|medewerkers|werknemers
    pracowników|osób|dipendenti|anställda|ansatte
""")
_PEOPLE = part(r"""
    people|peoples|p[eo]{2}ple|peopel|pepole|peple|persons?|pers\b|ppl|peeps|folks|guys|humans|souls|individuals|colleagues|men|women|personnes|personen|personer|pessoas|persone|leute
    of us(?: here)?|members|(?:man|woman)(?= (?:team|company|business|shop|crew|operation|startup|agency))
""")
_NO_STAFF = part(r"""
    custom|us|consum|subscrib|follow|read|ord|comput|serv|print|numb|pap|off|cent|quart|supp?li|suppli
    retail|resell|deal|buy|stick|visit|sens|vend|lead|competit|trail|contain|newslett|play|own|oth
    invest|fact|err|col|fl|do|plann|scann|tow|lett|ord|provid|partn|memb|broth|sist|daught|corn|ang
""")
_ROLES = (
    rf"(?!(?:{_NO_STAFF})(?:ers|ors)\b)[a-z]{{2,}}(?:eers|ers|ors|ists|ians|tants|cists)|nurses|reps|admins"
    rf"|founders"
    r"|contractors|freelancers|interns|apprentices|mechanics|chefs|cooks|guards|clerks|leute|ma|ft|pt|resources|pax|bodies|techs|hands|folk"
    r"|(?:office|warehouse|sales|tech|admin|support|marketing|production|field|logistics)(?=\s?(?:[+&,]|and\b|$))"
    r"|personas|sales ?people|devs|partners|managers|associates|trainees|execs|assistants"
)
_QUALITY = (
    r"(?:(?:(?:full|part)[- ]?time|permanent|active|total|paid|remote|great|happy|amazing|talented|good"
    r"|other|office|sales|core) )?"
)

WORKFORCE = Units(before=r"(?!)", after=rf"\s?\+?[\s-]{{0,2}}{_QUALITY}(?:{_STAFF}|{_PEOPLE})\b")
WORKFORCE_WHEN_ASKED = Units(
    before=r"(?!)", after=rf"\s?\+?[\s-]{{0,2}}{_QUALITY}(?:{_STAFF}|{_PEOPLE}|{_ROLES})\b"
)
STAFF = re.compile(rf"(?:{_STAFF})\b")

GROUP_OF = phrases(r"""
    \b(?:team|company|staff|workforce|crew|group|firm|business|organi[sz]ation|startup|headcount|hc|agency
        |shop)(?: size)?(?: is| of| was|:| has| with| around| about| roughly| circa| ca\.?
        | approx\w*\.?)+[\s~:]*$
    \b(?:head ?count|(?:company|team) size|number of (?:employees|people|staff))\b[^.\d]{0,20}$
    \bemploy(?:s|ing)?\s(?:\w+\s){0,2}$
""")
WE_ARE = phrases(r"""
    \b(?:wir sind|nous sommes|on est|somos|siamo|we zijn|wij zijn|jesteśmy|vi (?:är|er))\s(?:\w+\s)?$
    \b(?:we(?:'re|'r|re|r)?(?: are| r)?|there(?:'s| is| are|s|re|'re))\s(?:(?:just|only|about|around|roughly
        |approx\w*\.?|like|some|now|currently|~|maybe)\s)*$
""")
DECIDING = phrases(r"""
    \s(?:(?:who|that|have to|need to|must|will|would|can|to|are) )*(?:decid\w+|sign\w*|approv\w+|involved
        |on the (?:board|committee)|agree|vot\w+)\b
""")
DOING_A_JOB = phrases(r"""
    \s(?:who|that|doing|do|does|did|handling|working on|works? on|typing|entering|managing|responsible
        |dedicated|spend|spends|need|have to|to (?:do|handle|enter)|are (?:busy|needed))\b
    \s(?!(?:based|located|employed|distributed|spread|combined|scattered|dispersed|hired)\b)[a-z]{2,}ed\b
""")
WHOLE = re.compile(
    r"\b(?:company|worldwide|globally|overall|total|altogether|group|organi[sz]ation|firm|across|in all"
    r"|whole|entire|business|combined)\b"
)
WHOLE_BEFORE = re.compile(
    r"\bout of(?: a total of)?\s$|\b(?:company|firm|group|organi[sz]ation|business|worldwide|globally"
    r"|overall|in total"
    r"|all together)\b[^\d,.;!?]{0,15}$"
)
BESIDE_PEOPLE = words("""
    abroad altogether ballpark combined company fte ftes hc employed employees everywhere globally group
    headcount mark nationwide nos offshore onsite people remote remotely salaried region size staff team total
    workforce worldwide
""")
LEADS_TO_PEOPLE = words("""
    a about approx approximately are around at atleast be been company for from got has have is just least
    like maybe mean meant most my of only or our over r re roughly some than team the there to total
    under up ve we wer
    were with your
""")
