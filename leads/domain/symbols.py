"""Messages that are not speech: thumbs, ticks and faces, and lines of code."""

import re
import unicodedata

__all__ = ["has_no_words", "is_code", "is_punctuation", "yes_or_no_of_symbols"]

_CODE = re.compile(
    r"""
    ^\s*[/!][a-z]\w*\s*(?:\{.*)?$  # a command, perhaps with JSON behind it
    | \{\{[^{}]*\}\} | \$\{[^{}]*\}  # a template
    | <(script|style)\b[^<>]*>.*?</\1> | </?\w+[^<>]*>  # markup
    | ^[\d\s'"]*;\s*--\s*$ | '?;?\s*\b(?:drop|delete|insert|select|update)\s[^;]*;\s*--  # an injected query
    | ^\[object\ \w+\]$
    | ^\s*=\s*(?:\d|\w+\().*$  # a formula of a spreadsheet
    | ^\w+\ --\w+$
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)

_YES = frozenset("👍✅✔☑👌🙆🆗💯🤝👏🙌🙂😊😀😃😄😁😎🤩🥳😉☺🎉❤")
_NO = frozenset("👎❌✖🙅🚫⛔🛑🙁☹😞😠😡🤮")


def has_no_words(text: str) -> bool:
    """Whether there is neither a letter nor a figure in it."""
    return not any(character.isalnum() for character in text)


def is_code(text: str) -> bool:
    """Whether it is a command, markup, a template or a formula, without a word of a person beside it."""
    without = _CODE.sub("", text)
    return without != text and has_no_words(without)


def is_punctuation(text: str) -> bool:
    """Whether it is only points, dashes and the like: "...", "??"."""
    return all(unicodedata.category(character)[0] in "PZC" for character in text)


def yes_or_no_of_symbols(text: str) -> bool | None:
    """What a message of symbols alone says to a yes-or-no question; None for both, neither or any word."""
    if not has_no_words(text):
        return None
    yes, no = bool(_YES & set(text)), bool(_NO & set(text))
    return yes if yes != no else None
