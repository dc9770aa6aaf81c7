"""What fits into a text message: its encoding, how many segments it takes, and where to cut a long one."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import combining

__all__ = ["MAX_SEGMENTS", "Encoding", "Measure", "measure", "plainly", "split"]

MAX_SEGMENTS = 6  # of one message: 918 plain characters, well under Twilio's 1,600

# 3GPP TS 23.038: the default alphabet, and the extension, where an escape makes it two septets a character.
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")
_GSM7 = _BASIC | _EXTENSION
_LOOK_ALIKES = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " "}
)


class Encoding(StrEnum):
    """How a text travels. One character outside GSM-7 turns the whole message into UCS-2."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


_ALONE = {Encoding.GSM7: 160, Encoding.UCS2: 70}
_JOINED = {Encoding.GSM7: 153, Encoding.UCS2: 67}  # a header of six bytes says which part it is


@dataclass(frozen=True, slots=True)
class Measure:
    """The size of one message: `units` are septets in GSM-7, 16-bit units in UCS-2; segments are paid for."""

    encoding: Encoding
    units: int
    segments: int


def plainly(text: str) -> str:
    """The text with typographic marks in their plain form: one dash would more than double what it costs."""
    return text.translate(_LOOK_ALIKES)


def measure(text: str) -> Measure:
    """The size of a text as one message; the empty text takes no segment."""
    encoding = Encoding.GSM7 if _GSM7.issuperset(text) else Encoding.UCS2
    widths = _widths(text, encoding)
    units = sum(widths)
    segments = min(units, 1) if units <= _ALONE[encoding] else _parts(widths, _JOINED[encoding])
    return Measure(encoding=encoding, units=units, segments=segments)


def split(text: str, *, max_segments: int = MAX_SEGMENTS) -> tuple[str, ...]:
    """Cut a text into messages of at most `max_segments`, after white space where there is some.

    Joined together the messages are the text again, to the character. Characters that belong together (an
    accent and its letter, the parts of a joined emoji) stay together unless they alone exceed a message.
    """
    if max_segments < 1:
        raise ValueError("A message has at least one segment.")
    messages = []
    while text:
        end = _cut(text, max_segments)
        messages.append(text[:end])
        text = text[end:]
    return tuple(messages)


def _widths(text: str, encoding: Encoding) -> list[int]:
    if encoding is Encoding.GSM7:
        return [2 if character in _EXTENSION else 1 for character in text]
    return [2 if character > "\uffff" else 1 for character in text]


def _parts(widths: list[int], capacity: int) -> int:
    """How many segments hold these characters when none is torn apart."""
    parts, room = 0, 0
    for width in widths:
        if width > room:
            parts, room = parts + 1, capacity
        room -= width
    return parts


def _cut(text: str, max_segments: int) -> int:
    """Where the first message ends: behind the last white space that fits, else between characters."""
    longest = _longest(text, max_segments)
    if longest == len(text):
        return longest
    for end in range(longest, 0, -1):
        if text[end - 1].isspace() and not text[:end].isspace():
            return end
    return next((end for end in range(longest, 0, -1) if _may_cut(text, end)), longest)


def _longest(text: str, max_segments: int) -> int:
    """The length of the longest prefix that is one message; a longer prefix never takes fewer segments."""
    window = min(len(text), max_segments * _ALONE[Encoding.GSM7])
    return bisect_right(range(window + 1), max_segments, key=lambda end: measure(text[:end]).segments) - 1


def _may_cut(text: str, end: int) -> bool:
    """Whether nothing is torn from what modifies it: joiners, variation selectors, skin tones, accents."""
    before, after = text[end - 1], text[end]
    joins = "\u200d" in (before, after)
    modifies = "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff" or combining(after) > 0
    return not joins and not modifies
