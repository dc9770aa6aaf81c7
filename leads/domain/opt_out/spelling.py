"""Reading texts as people type them: words without case, accents and marks, slips of the thumb undone."""

import re
import unicodedata
from itertools import takewhile

__all__ = ["plain", "respelled", "sentences"]

_MAX_LENGTH = 2000  # a wish to be left alone is not longer
_APOSTROPHES = re.compile("['’‘ʼ´`′]")
_SENTENCE_ENDS = re.compile(
    r"[.!?;:,\n\r…。！？、，()\"“”«»|]+|\s-+\s|[–—]|"
    r"\b(?:so|but|please|plz|pls|no thanks?|not interested(?! in)|wrong (?:number|person)|shut up)\b",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"[\W_]+")
_PHONE = re.compile(r"\b(?:this number )?\d[\d ]{5,14}\d\b")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

# How a word is also typed; none of these would be anything else in a text to us.
_SPELLINGS = {
    "you": "u ya yall yous",
    "your": "ur yr",
    "i am": "im ima",
    "i would": "id",
    "i have": "ive",
    "you are": "youre",
    "you have": "youve",
    "we would": "wed",
    "that is": "thats",
    "do not": "dont don dnt dun donot dnot",
    "does not": "doesnt",
    "did not": "didnt",
    "will not": "wont",
    "can not": "cant cannot",
    "would not": "wouldnt",
    "no more": "nomore",
    "any more": "anymore",
    "no longer": "nolonger",
    "want to": "wanna",
    "every day": "everyday",
    "text": "txt tex txet",
    "texts": "txts texs",
    "texting": "txting txtin textin texing txtng",
    "message": "msg mssg mesg",
    "messages": "msgs mssgs mesgs",
    "messaging": "msging messagin mssging",
    "stop texting": "stoptexting stoptxting",
    "stop texts": "stoptxt stoptext stoptexts",
    "calling": "callin",
    "sending": "sendin",
    "bothering": "botherin",
    "with": "w",
    "to": "2",
    "from": "frm",
    "again": "agn",
    "please": "plz pls plse",
    "stop": "stpo sotp stp satop stoip stiop stopp stahp dtop",
    "unsubscribe": "unsub unsubscribing",
    "opt out": "optout",
    "opt": "opting",
    "remove": "rmv",
    "lose": "loose",
    "do not call": "dnc",
}
_ALIASES = {typed: word for word, spellings in _SPELLINGS.items() for typed in spellings.split()}

# Longer words are recognised one slip away, unless that is a word itself.
_LEXICON = (
    *("unsubscribe", "texting", "messages", "message", "messaging", "contact", "contacting", "remove"),
    *("receive", "receiving", "delete", "sending", "number", "again", "please", "bothering", "spamming"),
    *("harassing", "leave"),
)
_TRUE_WORDS = frozenset(
    {
        *(
            "contract",
            "contacts",
            "compact",
            "testing",
            "massage",
            "massages",
            "messaged",
            "remote",
            "removed",
        ),
        *(
            "removes",
            "remover",
            "received",
            "receives",
            "receiver",
            "receding",
            "deleted",
            "deletes",
            "seeding",
        ),
        *("spending", "numbers", "lease", "pleased", "pleases", "leaves", "scamming", "slamming"),
        *("unsubscribed", "unsubscribes"),
    }
)


def plain(text: str) -> str:
    """The words alone: lower case, without accents and marks, one space apart, drawn-out letters undone."""
    folded = unicodedata.normalize(
        "NFKD", _APOSTROPHES.sub("", text[:_MAX_LENGTH]).replace("#", " number ").casefold()
    )
    bare = "".join(character for character in folded if unicodedata.category(character) not in {"Mn", "Cf"})
    words = _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", bare)).strip()
    return _DRAWN_OUT.sub(r"\1", _unspelled(words))


def sentences(text: str) -> list[str]:
    """The plain words of each sentence, and of each part that a mark or a word such as "but" sets off."""
    return [words for part in _SENTENCE_ENDS.split(text[:_MAX_LENGTH]) if (words := plain(part))]


def respelled(words: str) -> str:
    """Plain words with abbreviations written out, slips undone and telephone numbers read as such."""
    return " ".join(_ALIASES.get(word) or _nearest(word) for word in _PHONE.sub("this number", words).split())


def _unspelled(words: str) -> str:
    """`s t o p` is one word; single letters stay apart in any other company."""
    letters = words.split(" ")
    return "".join(letters) if len(letters) > 2 and all(len(letter) == 1 for letter in letters) else words


def _nearest(word: str) -> str:
    if len(word) < 5 or word in _TRUE_WORDS or word in _LEXICON:
        return word
    return next((known for known in _LEXICON if word[0] == known[0] and _is_slip(word, known)), word)


def _is_slip(word: str, known: str) -> bool:
    """Whether one letter was left out, added, hit wrong, or swapped with its neighbour."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, known, strict=False)))
    typed, meant = word[start:], known[start:]
    swapped = typed[:2] == meant[1::-1] and typed[2:] == meant[2:]
    return swapped or typed[1:] in (meant[1:], meant) or typed == meant[1:]
