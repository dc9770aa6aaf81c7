"""What nobody says: code, markup, and keys hit at random."""

import re

__all__ = ["is_gibberish"]

_CODE = re.compile(
    r"</?[a-z][^<>]*>|\$?\{+[^{}]*\}+|\b\w+\([^()]*\)|^/\w+(?:\{.*\})?"
    r"|(?<!\S)--?[a-z][\w-]+|;\s*(?:drop|delete|insert|select|update|union|--)[^;]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENGLISH_RUNS = re.compile(r"ght|ghs|ngth|thr|sch|chs|tch|rst|ths")  # "thoughts", "length", "Schwartz"
_RUN = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")
_ONE_KEY = re.compile(r"([a-z])\1{2,}")
_KEYS = re.compile(r"qwert|wertz|werty|asdf|sdfg|dfgh|fghj|ghjk|hjkl|yxcv|zxcv|xcvb|cvbn|vbnm|poiu|lkjh")


def is_gibberish(text: str) -> bool:
    """Whether nothing in the text could be a word, apart from code and markup ("asdf jkl", "<b>{x}</b>")."""
    rest = _CODE.sub(" ", text)
    found = _WORD.findall(rest)
    return all(map(_is_random, found)) if found else rest != text


def _is_random(word: str) -> bool:
    if len(word) < 3 or word.isupper():  # "HR", "CRM": letters that stand for words
        return False
    bare = _ENGLISH_RUNS.sub("", word.lower())
    return bool(_RUN.search(bare) or _ONE_KEY.fullmatch(bare) or _KEYS.search(bare))
