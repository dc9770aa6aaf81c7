"""What of a message is left for the question asked, once other topics have had what is theirs."""

import re
from collections.abc import Callable, Collection, Iterable

from leads.domain.answers import Headcount, Parsed, Text
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.industry import knows_industry
from leads.domain.parsing.name_words import GENERIC
from leads.domain.parsing.need_evidence import wants_change
from leads.domain.parsing.need_words import NO_CONTENT
from leads.domain.parsing.places import is_demonym, is_place
from leads.domain.parsing.role import says_what_they_do
from leads.domain.parsing.tables import words
from leads.domain.parsing.titles import is_title
from leads.domain.parsing.wording import clauses
from leads.domain.topics import Topic

__all__ = ["unclaimed"]

_WORD = re.compile(r"\S*@\S*|[^\W\d_]{2,}(?:'[^\W\d_]+)?")
# Words that go with a figure, and say nothing else.
_BESIDE = {
    Topic.EMPLOYEES: words("""
        people employees employee staff person persons headcount folks workers strong man colleagues ftes
        peoples coworkers heads payroll workforce employ employs total altogether size counting
    """),
    Topic.BUDGET: words("""
        budget spend set aside allocated afford invest pay available allocation reserved spending put
        earmarked approved quid bucks per annum annually monthly figure amount
    """),
    Topic.TIMEFRAME: words("""
        plan plans planning intend aim aiming hope hoping expect roll rollout deploy use using up timing
        before after until till date deadline latest earliest summer autumn spring winter fall christmas
        xmas easter jan feb mar apr
        jun jul aug sep sept oct nov dec st nd rd th
    """),
    Topic.PHONE: words("phone mobile cell number reach ring tel telephone whatsapp btw"),
    Topic.EMAIL: words("mail email e-mail address write reach send btw"),
    Topic.NAME: words("name named called names"),
    Topic.COMPANY: words("company firm business employer called named name asking writing behalf work works"),
}
# Whoever names a figure has answered another question than one of these.
_FIGURES = frozenset({Topic.EMPLOYEES, Topic.BUDGET, Topic.TIMEFRAME, Topic.PHONE, Topic.EMAIL})
_LEAST = {Topic.NEED: 2}  # words of content; elsewhere one is an answer


def unclaimed(
    text: str, told: Collection[Parsed], *, asking: Topic, in_clause: Callable[[str], Collection[Parsed]]
) -> str:
    """The text without the clauses that only answer other questions.

    `told` is what the whole text tells besides; `in_clause` reads one clause for these topics and `asking`.
    """
    parts = clauses(text)
    named = {reading.value.text for reading in told if isinstance(reading.value, Text)}
    kept = [
        clause
        for clause in parts
        if clause not in named and not _is_claimed(clause, asking, in_clause(clause))
    ]
    return text if len(kept) == len(parts) else ", ".join(kept)


def _is_claimed(clause: str, asking: Topic, readings: Collection[Parsed]) -> bool:
    if not readings or any(reading.topic is asking for reading in readings):
        return False
    claims = [reading for reading in readings if not _yields_to(asking, reading, clause)]
    if not claims or (asking is Topic.ROLE and (_is_of_one_person(claims) or says_what_they_do(clause))):
        return False  # "sole trader" says what they do, and that they are alone besides
    left = [
        word for word in _content(clause) if not any(_accounts_for(reading, word) for reading in readings)
    ]
    return len(left) < _LEAST.get(asking, 1) or _is_figure_alone(left, asking, claims)


def _is_of_one_person(claims: Iterable[Parsed]) -> bool:
    return all(reading.value == Headcount(low=1, high=1) for reading in claims)


def _is_figure_alone(left: Iterable[str], asking: Topic, claims: Iterable[Parsed]) -> bool:
    """ "We employ 40 people" is no title and no industry; "owner of a 5 person bakery" is both."""
    knows = {Topic.ROLE: is_title, Topic.INDUSTRY: knows_industry}.get(asking)
    has_figure = any(reading.topic in _FIGURES for reading in claims)
    return knows is not None and has_figure and not any(map(knows, left))


def _yields_to(asking: Topic, reading: Parsed, clause: str) -> bool:
    """ "Canva here" names the company when that was asked; "replace our CRM" is a need before it is a CRM."""
    if asking is Topic.NEED:
        return reading.topic is Topic.CURRENT_SOLUTION and wants_change(clause)
    if asking is Topic.AUTHORITY:
        return reading.topic in (Topic.ROLE, Topic.NEED)  # "I'm the budget owner", "I need nobody's approval"
    named = reading.value.text if isinstance(reading.value, Text) else ""
    stranger = reading.topic is Topic.NAME and named.partition(" ")[0].lower() not in FIRST_NAMES
    return asking is Topic.COMPANY and stranger


def _content(clause: str) -> list[str]:
    found = (word for word in _WORD.findall(clause.lower()) if word not in NO_CONTENT)
    return [base for word in found if (base := word.partition("'")[0]) not in NO_CONTENT]  # "we're"


def _accounts_for(reading: Parsed, word: str) -> bool:
    if word in _BESIDE.get(reading.topic, ()):
        return True
    match reading.topic:
        case Topic.EMPLOYEES:
            return word in GENERIC
        case Topic.INDUSTRY:
            return knows_industry(word) or word in GENERIC
        case Topic.COUNTRY:
            return is_place(word) or is_demonym(word) or word in GENERIC
        case Topic.EMAIL:
            return "@" in word
        case Topic.AUTHORITY:
            return True
        case _:
            return isinstance(reading.value, Text) and word in reading.value.text.lower()
