"""Somebody's job title, as they would have it on a card."""

import re

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.name_words import NO_NAMES
from leads.domain.parsing.places import is_place
from leads.domain.parsing.role_phrases import (
    ANSWERS_FOR,
    AS_A_TITLE,
    BEFORE_A_TITLE,
    CARD,
    CUE,
    DUTIES,
    EMPLOYER,
    LEADING,
    OF_A_NAME,
    OF_A_SENTENCE,
    OTHER_HEADS,
    PAST,
    REPORTS_TO,
    SEEKS_WORK,
    TELLS_SOMETHING,
    WHOLE_DUTIES,
)
from leads.domain.parsing.role_words import DEPARTMENTS, SMALL_WORDS
from leads.domain.parsing.tables import words
from leads.domain.parsing.talk import is_talk
from leads.domain.parsing.titles import (
    MOST_WORDS,
    capitalised,
    has_title,
    is_all_title,
    is_department,
    is_title_word,
    title_at,
    title_keys,
)
from leads.domain.parsing.wording import clauses, clean, folded, without_openers
from leads.domain.topics import Topic

__all__ = ["read_role", "says_what_they_do"]

_NO_PART = words("""
    company business shop place show firm things everything stuff it lot bit bits whole most people boss
""")
_SERVES_A_TITLE = frozenset(
    {"pa", "ea", "assistant", "secretary", "right-hand", "advisor", "adviser", "wife"}
)
_SOMEBODY_ELSES = re.compile(r"^(?:the|our|their|his|her) ", re.IGNORECASE)
_ANYBODY = words("guy man woman person lady boy girl one kind type sort dude chap lad")
_DOES = re.compile(r"^i do (?!what|as\b|it\b|that\b|not|whatever|my)", re.IGNORECASE)
_OPTION = re.compile(r"(?:^|\s)--?\w")  # as of a program
_JOB_SEEKER = "Job Seeker"
_MOST_UNKNOWN = 3  # words of a title none of whose words we know
# What a sentence begins with that is about something else ("we quit using it", "for a firm called Hart").
_NOT_FIRST = words("we they he she there for since")


def read_role(text: str, context: Context) -> Parsed | None:
    """Their job title, capitalised as a title.

    Asked for it, any short answer counts; otherwise only a title they say is theirs.
    """
    said = clean(text)
    if SEEKS_WORK.search(said):
        return Parsed(Topic.ROLE, Standing.GIVEN, Text(_JOB_SEEKER))
    title = _asked_title(said) if context.asking is Topic.ROLE else _told_title(said)
    return Parsed(Topic.ROLE, Standing.GIVEN, Text(title)) if title else None


def says_what_they_do(clause: str) -> bool:
    """Whether a clause begins with a title of theirs or says that they own the place ("CMO and I decide")."""
    first = clause.partition(" ")[0]
    return is_title_word(first) or any(duty.match(LEADING.sub("", clause)) for duty, _ in WHOLE_DUTIES)


def _asked_title(text: str) -> str | None:
    parts = clauses(without_openers(text))
    titled = next(iter(sorted(filter(has_title, parts), key=_says_little)), None)
    department = next((part for part in parts if is_department(LEADING.sub("", f"{part} "))), None)
    first = titled or department or next(iter(parts), "")
    comma = _with_department(text, first)
    return _presented(comma)


def _with_department(text: str, title: str) -> str:
    """ "Director, R&D" is one title."""
    match = re.search(re.escape(title) + r", ([^,.;!?]+)", text)
    whole = match is not None and all(key in DEPARTMENTS for key in title_keys(match[1])) and has_title(title)
    return f"{title}, {match[1]}" if match and whole else title


def _presented(words: str) -> str | None:
    as_a = AS_A_TITLE.match(words)
    behind = LEADING.sub("", f"{words[as_a.end() :] if as_a else words} ").strip()
    done = _title_of_duty(behind) or _title_within(behind)
    bare = done or _without_employer(behind)
    if not done and TELLS_SOMETHING.match(words):
        return None
    if not re.search(r"[^\W\d_]{2}", bare) or _OPTION.search(bare) or len(bare.split()) > MOST_WORDS:
        return None
    if has_title(bare) or is_department(bare) or ANSWERS_FOR.match(bare):
        return capitalised(bare)
    if is_talk(bare):
        return words if _DOES.match(words) else None
    return capitalised(bare) if _may_be_unknown_title(bare) else None


def _may_be_unknown_title(words: str) -> bool:
    """ "Vicar", "bizdev guy": a few words of which none belongs to a sentence, a place or code."""
    keys = [key for key in title_keys(words) if key not in SMALL_WORDS and key not in DEPARTMENTS]
    return (
        len(keys) <= _MOST_UNKNOWN
        and title_keys(words)[0] not in _NOT_FIRST
        and not _ANYBODY.issuperset(title_keys(words))
        and 2 * sum(key in NO_NAMES for key in keys) <= len(keys)
        and not OF_A_SENTENCE.search(words)
        and not is_place(words)
    )


def _title_within(text: str) -> str | None:
    """ "They made me head of innovation", "still the CEO": the title behind words that are none of it."""
    text = REPORTS_TO.sub("", text).strip()
    first = text.partition(" ")[0]
    if not first or is_title_word(first) or folded(first) in _SERVES_A_TITLE:
        return None
    titles = (title_at(_without_employer(text[before.end() :])) for before in BEFORE_A_TITLE.finditer(text))
    return next(filter(None, titles), None)


def _title_of_duty(text: str) -> str | None:
    """ "I run design" is a head of design, "I manage the warehouse" a warehouse manager."""
    for duty, title in WHOLE_DUTIES:
        if duty.match(text):
            return title
    for duty, title in DUTIES:
        match = duty.match(_without_employer(text))
        if (
            match
            and not OTHER_HEADS.match(text)
            and _is_part(match["part"])
            and (title != "{}" or is_department(match["part"]))
        ):
            return title.format(match["part"])
    return None


def _is_part(words: str) -> bool:
    return not has_title(words) and not (_NO_PART & set(title_keys(words)))


def _says_little(text: str) -> bool:
    """ "I started as an accountant" and "head of nothing" only where no other clause has a title."""
    return bool(PAST.search(text) or "nothing" in title_keys(text))


def _without_employer(words: str) -> str:
    named = OF_A_NAME.sub(r"\1", words)
    shorter = EMPLOYER.sub("", named)
    return shorter if title_keys(shorter) else words


def _told_title(text: str) -> str | None:
    parts = clauses(text)
    for clause in parts:
        for cue in CUE.finditer(clause):
            title = title_at(_without_employer(clause[cue.end() :]))
            if title:
                return capitalised(title)
        card = CARD.match(clause)
        is_theirs = len(parts) > 1 and not _SOMEBODY_ELSES.match(clause)
        alone = is_theirs and (clause[0].isupper() or " " in clause)  # "Ana López, Head of Sales"
        words = (card[1] or card[2]) if card else clause if alone else ""
        if words and is_all_title(words):
            return capitalised(words)
    return None
