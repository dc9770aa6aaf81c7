"""What a job title is made of, and how it is written."""

import re

from leads.domain.parsing.role_words import ACRONYMS, DEPARTMENTS, GRADES, NO_FIELDS, SMALL_WORDS, TITLES
from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.wording import folded

__all__ = [
    "MOST_WORDS",
    "capitalised",
    "has_title",
    "is_all_title",
    "is_department",
    "is_title",
    "is_title_word",
    "title_at",
    "title_keys",
]

_WORD = re.compile(r"[^\W_]+(?:[&'/-][^\W_]+)*")
_LONG_TITLES = slips(sorted(word for word in TITLES | DEPARTMENTS if len(word) >= 6))
MOST_WORDS = 7


def is_title(text: str) -> bool:
    """Whether the words are a job title or a department, and not a name."""
    keys = title_keys(text)
    return bool(keys) and (is_all_title(text) or all(key in DEPARTMENTS for key in keys))


def title_at(text: str) -> str | None:
    """The title a text begins with: its words as long as titles are made of such."""
    words = text.split()
    taken: list[str] = []
    for word in words[:MOST_WORDS]:
        if not taken and word.lower() in SMALL_WORDS:
            return None
        if is_title_word(word) or word.lower() in SMALL_WORDS or _names_a_field(taken, word, words):
            taken.append(word)
        else:
            break
    while taken and taken[-1].lower() in SMALL_WORDS:
        taken.pop()
    return " ".join(taken) if any(_is_head(word) for word in taken) else None


def _names_a_field(taken: list[str], word: str, words: list[str]) -> bool:
    """An unknown word may stand before a title ("depot supervisor") or behind "of" ("head of freight")."""
    following = words[len(taken) + 1 : len(taken) + 2]
    in_one_style = bool(taken) and taken[0][0].isupper() == word[0].isupper()  # "director of Arden Glass"
    behind_of = in_one_style and taken[-1].lower() == "of"
    return behind_of or (
        bool(following)
        and _is_head(following[0])
        and word.lower() not in NO_FIELDS
        and not word.endswith("ing")
    )


def is_all_title(text: str) -> bool:
    pieces = text.split()
    return any(map(_is_head, pieces)) and all(
        is_title_word(piece) or piece.lower() in SMALL_WORDS for piece in pieces
    )


def is_title_word(word: str) -> bool:
    key = folded(word.strip(",.;:"))
    return key in TITLES or key in DEPARTMENTS or key in ACRONYMS or key in GRADES


def _is_head(word: str) -> bool:
    return folded(word.strip(",.;:")) in TITLES


def has_title(text: str) -> bool:
    return any(key in TITLES or key.removesuffix("s") in TITLES for key in title_keys(text))


def is_department(text: str) -> bool:
    keys = [key for key in title_keys(text) if key != "business"]  # "business development"
    return bool(keys) and all(key in DEPARTMENTS for key in keys)


def title_keys(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]


def capitalised(title: str) -> str:
    words = title.split()
    shouted = title.isupper() and len(words) > 1
    return " ".join(_one_capitalised(word, first=at == 0, shouted=shouted) for at, word in enumerate(words))


def _one_capitalised(word: str, *, first: bool, shouted: bool) -> str:
    lowered = word.lower()
    bare = lowered.strip(",.;:")
    if bare in ACRONYMS:
        return word.upper()
    if bare in SMALL_WORDS and not first:
        return lowered
    if not word.islower() and not shouted:
        return word
    unknown = len(bare) >= 6 and not is_title_word(bare)
    meant = within_one_slip(bare, _LONG_TITLES) if unknown else None
    return "-".join(piece.capitalize() for piece in (meant or lowered).split("-"))
