"""What the company is called that somebody works for."""

import re

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing import company_phrases as phrases
from leads.domain.parsing.context import Context
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.industry import knows_industry
from leads.domain.parsing.name_words import GENERIC, NO_NAMES
from leads.domain.parsing.places import is_demonym, is_place
from leads.domain.parsing.talk import REACTIONS, is_talk
from leads.domain.parsing.titles import is_title
from leads.domain.parsing.wording import clauses, clean, one_line, without_openers
from leads.domain.topics import Topic

__all__ = ["company_in_full", "read_company"]

_SENTENCE_END = re.compile(r"\w{4}\. ")
_NEXT_SENTENCE = re.compile(r"(?<=\w{4})\. ")
_COINED = re.compile(r"\d[A-Z]|[A-Z]\d|[A-Z]\d[A-Z]|\d[A-Z]\w+")  # "3M", "O2", "G4S"
_EMOJI = re.compile(r"[\s\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]+$")
_STILL_TO_BE = frozenset({"name", "named", "still", "choosing", "registering"})
_MOST_WORDS = 7


def read_company(text: str, context: Context) -> Parsed | None:
    """A company's name as they write it.

    Asked for it, a bare name counts; otherwise only one they say is theirs, or with its legal form.
    """
    said = clean(text)
    found = _asked_company(said) if context.asking is Topic.COMPANY else _told_company(said)
    return Parsed(Topic.COMPANY, Standing.GIVEN, Text(found)) if found else None


def company_in_full(text: str) -> str | None:
    """A name of capitalised words that would read as talk in lower case ("Just Eat", "We Are Social")."""
    if _COINED.fullmatch(text):
        return text
    named = _without_leading(text)
    led_in = text.removesuffix(named)
    for whole in (text, named) if led_in.istitle() else (named,):
        name = whole.strip(" .!\"'")
        spoken = name.lower().split()
        may_be_talk = any(word in NO_NAMES or is_talk(word) for word in spoken)
        if may_be_talk and len(spoken) > 1 and _is_proper(name) and not _is_unwilling(spoken):
            return name
    return None


def _is_proper(name: str) -> bool:
    """Whether every word is capitalised, as in a name, and not all of them are shouted."""
    spoken = name.split()
    capitals = [word for word in spoken if word[0].isupper() or word[0].isdigit()]
    joined = all(word in capitals or word in phrases.JOINERS for word in spoken)
    return joined and bool(capitals) and spoken[0] in capitals and not name.isupper()


def _is_unwilling(spoken: list[str]) -> bool:
    last = spoken[-1].strip(",.!?")
    return (
        last in NO_NAMES or is_talk(last) or any(word.strip(",.!?") in phrases.UNWILLING for word in spoken)
    )


def _asked_company(text: str) -> str | None:
    behind_name = phrases.CALLED.search(text) or phrases.NAMED.search(text)
    called = _bounded(text[behind_name.end() :]) if behind_name else ""
    if called:
        return called if _is_proper(called) else _checked(called)
    bare = _bounded(_without_leading(text))
    if _is_person(bare) and (name := _named_behind(text)):
        return name
    return _checked(bare) or _named_behind(text) or _told_company(text) or _at_work(text)


def _named_behind(text: str) -> str | None:
    """ "It's a family business, Delgado Tile": the name behind what it is."""
    for clause in clauses(text)[1:]:
        person = clause.partition(" ")[0].lower() in FIRST_NAMES
        if _is_proper(clause) and not person and (name := _checked(clause)):
            return name
    return None


def _is_person(name: str) -> bool:
    """ "Anna Beck": two words or more, the first of them a given name."""
    return len(name.split()) > 1 and name.partition(" ")[0].lower() in FIRST_NAMES and _is_proper(name)


def _at_work(text: str) -> str | None:
    """ "I do the books for Harper's": a name behind "for" or "at" is theirs when theirs was asked."""
    for cue in phrases.AT_WORK.finditer(text):
        run = phrases.RUN.match(text, cue.end())
        if run and _is_sure(run[1]) and not phrases.NOT_THERE.search(text[: cue.start()]):
            return run[1].rstrip(".,'-")
    return None


def _without_leading(text: str) -> str:
    rest = without_openers(text)
    person = phrases.PERSON_FROM.match(rest)
    if person and not is_place(_bounded(person["there"])):
        rest = person["there"]
    while (leading := phrases.LEADING.match(rest)) and leading.end() < len(rest):
        rest = rest[leading.end() :]
    return rest.removeprefix("the ") if rest[4:5].isupper() else rest


def _bounded(text: str) -> str:
    text = _EMOJI.sub("", text)
    rest = one_line(text.strip(" =:,-\"'"))
    for whole in (phrases.PARTNERS, phrases.LIST_OF_PARTNERS):
        match = whole.match(rest)
        if match and not _SENTENCE_END.search(match[0]):
            return match[0]
    cut = phrases.ENDING.sub("", text.strip(" =:,-\"'")).strip(" ,:-\"'")
    return cut if phrases.ABBREVIATED.search(cut) else cut.rstrip(".")


def _checked(name: str) -> str | None:
    spoken = name.split()
    if not 1 <= len(spoken) <= _MOST_WORDS or not re.search(r"\w", name) or "@" in name:
        return None
    if phrases.QUANTITY.fullmatch(name) or is_place(name) or is_title(name) or name.lower() in NO_NAMES:
        return None
    if phrases.DESCRIBED.match(name) and not _is_proper(name):
        return None
    if name.islower() and _is_no_name(spoken):
        return None
    if is_talk(name) and not all(word[0].isupper() or word in ("and", "of", "the") for word in spoken):
        return None
    if not name.islower() and any(word.lower() not in GENERIC for word in spoken):
        return name if not any(word in phrases.TALK for word in spoken) else None
    return None if _is_description(spoken) else name


def _is_no_name(spoken: list[str]) -> bool:
    """ "Pretty cool", "still choosing a name" """
    return not _STILL_TO_BE.isdisjoint(spoken) or all(
        word in REACTIONS or word in NO_NAMES for word in spoken
    )


def _is_description(spoken: list[str]) -> bool:
    """ "a small bakery" and "our own company" say what it is, not which."""
    lowered = [word.lower() for word in spoken]
    return (
        lowered[0] in ("a", "an", "another", "any", "some", "small", "self")
        or all(word in GENERIC or word in NO_NAMES or word == "the" for word in lowered)
        or any(word in phrases.TALK for word in lowered)
        or knows_industry(" ".join(spoken))
    )


def _told_company(text: str) -> str | None:
    behind_name = phrases.CALLED.search(text)
    if behind_name and phrases.OF_A_FIRM.search(text):
        return _checked(_bounded(text[behind_name.end() :]))
    with_form = phrases.WITH_FORM.search(text)
    if with_form:
        return _with_form(with_form)
    of_titles = filter(_is_of_title, phrases.OF_TITLE.finditer(text))
    for cue in (*phrases.TOLD.finditer(text), *of_titles, *phrases.WE_ARE.finditer(text)):
        run = phrases.RUN.match(text, cue.end())
        if run and _is_sure(run[1]):
            return _NEXT_SENTENCE.split(run[1])[0].rstrip(".,'-")
    at = phrases.AT_SIGN.search(text)
    return _checked(at[1].strip()) if at else None


def _is_of_title(match: re.Match[str]) -> bool:
    """ "head of ops at", "buyer for" """
    word = match[1].strip(",.;:")
    return is_title(word) or is_title(word.removesuffix("s"))  # "one of the founders of"


def _with_form(match: re.Match[str]) -> str | None:
    words = match[1].split()
    while words and (words[0].lower() in NO_NAMES or is_title(words[0])):
        words = words[1:]
    return " ".join([*words, match[2]]) if words and not is_place(" ".join(words)) else None


def _is_sure(run: str) -> bool:
    first = run.partition(" ")[0].strip(".,'-")
    if all(word.lower() in FIRST_NAMES or word == "and" for word in run.split()):
        return False  # "we're Anna and Ben"
    lowered = first.lower()
    return not (
        lowered in NO_NAMES
        or lowered in GENERIC
        or bool(phrases.QUANTITY.fullmatch(run))
        or not re.search(r"[^\W\d_]", run)
        or (lowered.endswith("ing") and len(lowered) > 5)
        or is_demonym(first)
        or is_place(run.rstrip(".,"))
        or is_title(run)
        or knows_industry(run)
    )
