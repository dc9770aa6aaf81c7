"""How the words of time are misspelt, shortened and said abroad: "nxt mths", "febuary", "Mai"."""

import re

from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.tables import words

__all__ = ["MONTHS", "SEASONS", "WEEKDAYS", "in_one_spelling"]

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

_SPELLINGS = {
    "january": "jan janaury januari januar jany",
    "february": "feb febr feburary februari febuary februar febrary",
    "march": "mar mrch marh marhc",
    "april": "apr apirl aprl arpil aprli avril",
    "june": "jun jne",
    "july": "jul jly",
    "august": "aug augst agust auguest",
    "september": "sep sept setp septmber setember",
    "october": "oct oktober ocotber",
    "november": "nov novemeber novmber",
    "december": "dec decmber dezember desember",
    "monday": "mon mondy",
    "tuesday": "tue tues tuseday teusday",
    "wednesday": "weds wensday wendsday wenesday wednsday",
    "thursday": "thu thur thurs thrusday thursady",
    "friday": "fri firday fridy",
    "saturday": "saterday",
    "tomorrow": "tmr tmrw tmrrw tomo tmw tommorow tommorrow tomorow tomorro tomm",
    "today": "tody todya",
    "tonight": "tonite",
    "yesterday": "yday yest yesterdy ysterday",
    "next": "nxt nex nexxt netx",
    "before": "befor bfore befroe",
    "until": "untill till til untl unitl",
    "week": "wk wek weeek",
    "weeks": "wks weaks weks wekks",
    "month": "mth mnth monht mont moth",
    "months": "mths mnths mos mons monts montsh monhts motnhs mounths",
    "quarter": "qtr quater quartr qrtr",
    "quarters": "qtrs quaters",
    "year": "yr yaer yeer",
    "years": "yrs yers yeras",
    "hours": "hrs hr hour",
    "days": "dys daya",
    "end": "ende endd",
    "early": "erly ealry earlly",
    "christmas": "xmas chrismas cristmas christmass",
    "middle": "midle",
    "beginning": "begining beggining",
    "immediately": "immediatly imediately immediatley immidiately imediatly immediatelly",
    "asap": "assap",
    "urgent": "urgant urgnt",
    "within": "withn wihtin withi witin whithin withing wthin",
    "about": "abt bout",
    "around": "arnd",
    "thanksgiving": "thanksgivin",
    "latest": "lates latst",
    "weekend": "wkend wkend",
}
_ABROAD = {
    "january": "januari januar jänner janvier enero janeiro gennaio",
    "february": "februar februari février fevrier febrero fevereiro febbraio",
    "march": "märz maerz marz marzo maart março marco",
    "april": "abril aprile kwiecień",
    "may": "mai mayo mei maio maggio",
    "june": "juni juin junio junho giugno",
    "july": "juli juillet julio julho luglio",
    "august": "août aout agosto augustus",
    "september": "septembre septiembre setembro settembre",
    "october": "oktober octobre octubre outubro ottobre okt",
    "november": "novembre noviembre novembro",
    "december": "dezember décembre decembre diciembre dezembro dicembre dez",
    "monday": "montag lundi lunes maandag",
    "tuesday": "dienstag mardi martes dinsdag",
    "wednesday": "mittwoch mercredi miércoles miercoles woensdag",
    "thursday": "donnerstag jeudi jueves donderdag",
    "friday": "freitag vendredi viernes vrijdag",
    "saturday": "samstag samedi sábado sabado zaterdag",
    "next": "nächste nächsten nächster nächstes nächstem kommende kommenden próximo próxima proximo proxima"
    " volgende nästa neste næste prossimo prossima",
    "this": "diese diesen dieses diesem este esta ce cette deze denna dette",
    "before": "vor avant",
    "after": "nach après apres",
    "until": "bis hasta jusqu",
    "from": "ab desde",
    "early": "anfang début debut comienzo principios inizio",
    "middle": "mitte mediados",
    "christmas": "weihnachten navidad noël noel natale kerst",
    "easter": "ostern pascua pâques paques pasqua pasen påske påsk",
    "spring": "frühling frühjahr primavera printemps lente",
    "summer": "sommer verano été estate zomer sommar",
    "autumn": "herbst otoño automne autunno herfst",
    "winter": "invierno hiver inverno",
    "quarter": "trimester trimestre quartal kwartaal",
    "week": "woche semaine semana uke vecka uge settimana",
    "weeks": "wochen semaines semanas weken",
    "month": "monat monats mes maand måned månad mese mês",
    "months": "monate monaten mois meses maanden",
    "days": "tage tagen jours dias días dagen",
    "year": "jahr jahres année annee año jaar år anno ano",
    "years": "jahre jahren ans années años jaren",
    "tomorrow": "morgen demain mañana",
    "today": "heute aujourd'hui",
}
_MEANT = {
    typed: word
    for table in (_ABROAD, _SPELLINGS)
    for word, typings in table.items()
    for typed in typings.split()
}
_MEANT_AFTER_DIGITS = {
    "mo": "months",
    "mon": "months",
    "mths": "months",
    "w": "weeks",
    "y": "years",
    "d": "days",
}
_SHORT_DAYS = {"sat": "saturday", "sun": "sunday", "wed": "wednesday"}  # words of their own in other places
_LONG = slips(
    word
    for word in [*MONTHS, *WEEKDAYS, *SEASONS, *_SPELLINGS, "earliest", "easter", "possible", "fortnight"]
    if len(word) > 5
)
_OTHER_WORDS = words("""
    winner winners string strings eastern mouths sundry sprint sprints possibly immediate mondays tuesdays
    wednesdays
    thursdays fridays saturdays sundays weekends summers winters springs quarterly quarters without
""")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_BEFORE = re.compile(r"\d\s?$")
_LEADS_TO_DAY = re.compile(r"^\W*$|\b(?:next|nxt|this|on|by|before|b4|until|til|till|after|or)\s$")
_LONGEST_LEAD = 8
_LEAST_LENGTH = 6


def in_one_spelling(text: str) -> str:
    """The text in lower case with every word of time in its usual spelling."""
    return _WORD.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    word, before = match[0], match.string[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    if word in _MEANT_AFTER_DIGITS and _DIGIT_BEFORE.search(before):
        return _MEANT_AFTER_DIGITS[word]
    if word in _SHORT_DAYS and _LEADS_TO_DAY.search(before):
        return _SHORT_DAYS[word]
    return _spelled_word(word)


def _spelled_word(word: str) -> str:
    if word in _MEANT:
        return _MEANT[word]
    if len(word) < _LEAST_LENGTH or word in _OTHER_WORDS:
        return word
    meant = within_one_slip(word, _LONG)
    return meant if meant and meant[0] == word[0] else word
