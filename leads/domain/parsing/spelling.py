"""One slip of the finger forgiven: a letter missed, doubled, swapped or mistaken."""

from collections.abc import Iterable, Mapping

from leads.domain.parsing.tables import words

__all__ = ["corrected", "slips", "within_one_slip"]

_LEAST_LENGTH = 6  # shorter words have too many neighbours that mean something else

_WORDS = words("""
    answer answers between business certain clear comfortable comment confidential currently decide
    decided decides decision decisions definitely determined disclose discuss estimate evaluate evaluating
    exactly looking manager myself nothing permission personal prefer preferably private probably question
    questions rather recommend recommendation remember research researching responsible reveal secret
    sensitive somebody someone spreadsheet spreadsheets struggling together tomorrow unclear undecided
    unknown unsure whichever
""")
_NEIGHBOURS = words("""
    answered booking bought businesses cleared clearer clearly commend commented comments companies
    cooking decider deciders defer deter disclosed discussed ensure ensured estimated estimates
    evaluated evaluates father gather hooking insure insured insurer insures lather locking looting
    managed manages personnel preferred prefers questioned recommended recommends refer remembers reseal
    researched researcher researches revealed secrets sincere wording worming
""")


def slips(known: Iterable[str]) -> dict[str, str]:
    """Every form of these words with one letter missing, and the words themselves, each to its word."""
    table: dict[str, str] = {}
    whole = {word: word for word in known}
    for word in whole:
        for short in _one_letter_less(word):
            table.setdefault(short, word)
    return table | whole


def within_one_slip(word: str, table: Mapping[str, str]) -> str | None:
    """The word of a `slips` table that was meant, if there is one."""
    if word in table:
        return table[word]
    return next((table[short] for short in _one_letter_less(word) if short in table), None)


def _one_letter_less(word: str) -> list[str]:
    return [word[:index] + word[index + 1 :] for index in range(len(word))]


_SLIPS = slips(sorted(_WORDS))


def corrected(word: str) -> str:
    """The word as our phrases spell it; a word that is none of theirs is returned as it is."""
    if len(word) < _LEAST_LENGTH or word in _NEIGHBOURS:
        return word
    return within_one_slip(word, _SLIPS) or word
