"""The forms a text is read in: clean (as typed), plain (for comparing phrases), and cut into clauses."""

import re
import unicodedata
from functools import lru_cache

from leads.domain.parsing.context import MAX_LENGTH
from leads.domain.parsing.shorthand import CONTRACTIONS, SHORTHAND, SUFFIXES
from leads.domain.parsing.spelling import corrected

__all__ = ["clauses", "clean", "folded", "one_line", "plain", "without_openers"]

_REMEMBERED = 64  # one message and its clauses: every reader asks for the same forms of them
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."}
)
_JOINERS = (
    "\u200c\u200d"  # they belong to words of some scripts and to emoji; other format characters hide things
)
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_WITH = re.compile(r"\bw/(?!o\b)")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_WE_ARE = re.compile(r"(^|[,.;!?]\s*|\b(?:and|but|so|because)\s)were\b(?! (?:there|we|you|they))")
_CLAUSE_END = re.compile(
    r"(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bprof)(?<!\bst)(?<!\bjr)(?<!\bdott)(?<!\bing)(?<!\bengr)(?<!\brev)(?<!\bsr)(?<!\basst)(?<!\bdept)(?<!\b[a-z])"
    r"(?<!\bapprox)(?!(?<=\bca)[.]\s\d)[.](?=\s|$)"
    r"|[!?;\n]+|,(?!\d)|\s-\s|\s/\s|\s\(|\)(?=\s|$)|:\s|\.{3}"
    r"|\b(?:and then|but|though|although|however|plus)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:(?:h[ieu]+y?a?|hello+|hallo|hey+|yo|hola|greetings|good (?:morning|afternoon|evening|day)|howdy)"
    r"(?: (?:there|all|team|guys|bot|everyone|again|folks))?"
    r"|ok(?:ay)?|um+|uh+|er+m?|hm+|ah+|oh|thanks|thank you|thx|actually|honestly|basically|tbh|to be honest"
    r"|let me (?:see|think)|let's see|please|pls|sorry|no worries|of course|nice to meet you|i mean|i guess"
    r"|i think|i suppose|i'd say|i would say|you know|for now|as of now|at the moment|right now|dear sir)"
    r"(?=[\s,.!:;-]|$)[\s,.!:;-]*"
    r"|(?:well|so|sure|yes|yeah|yep|yup|alright|right|great|ja|cool|listen|look|like|currently|sir|madam|mate"
    r"|dude|man)(?:\s*[,.!:;-]+\s*|\s+(?!(?-i:[A-Z][^\s']))|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=_REMEMBERED)
def clean(text: str) -> str:
    """The text as typed, in NFC, at most MAX_LENGTH long, without hidden characters, with plain quotes."""
    kept = "".join(_visible(character) for character in text[: 2 * MAX_LENGTH])
    composed = unicodedata.normalize("NFC", kept).translate(_STRAIGHT)[:MAX_LENGTH]
    return _BREAKS.sub("\n", _SPACES.sub(" ", composed)).strip()


def _visible(character: str) -> str:
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category == "Cc":
        return "\n" if character in "\n\r" else " " if character == "\t" else ""
    return "" if category in ("Cf", "Cs") else character


def one_line(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """Lower case without accents, for looking words up."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """The text for comparing phrases: folded, contractions and shorthand written out, common typos mended."""
    lowered = one_line(_WITH.sub("with ", _STRETCHED.sub(r"\1", folded(clean(text)))))
    return one_line(_WORD.sub(_written_out, _WE_ARE.sub(r"\1we are", lowered)))


def _written_out(match: re.Match[str]) -> str:
    word = match[0]
    stem, apostrophe, suffix = word.partition("'")
    if not apostrophe:
        return SHORTHAND.get(word) or corrected(word)
    joined = stem + suffix
    if joined in CONTRACTIONS:
        return CONTRACTIONS[joined]
    if suffix in SUFFIXES:
        return f"{SHORTHAND.get(stem, stem)} {SUFFIXES[suffix]}"
    return word


@lru_cache(maxsize=_REMEMBERED)
def clauses(text: str) -> tuple[str, ...]:
    """The parts of a clean text that punctuation and turning words set apart, none of them empty."""
    parts = (part.strip(' ,.;:!?-"()') for part in _CLAUSE_END.split(text))
    return tuple(part for part in parts if part)


def without_openers(text: str) -> str:
    """The text behind greetings and words that only gain time ("hi, well, honestly …")."""
    while text and (opener := _OPENER.match(text)):
        text = text[opener.end() :]
    return text
