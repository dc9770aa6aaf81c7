"""Which of the offered times somebody picks, if any."""

import re
from dataclasses import dataclass

from leads.domain.answers import Parsed, SlotChoice, Standing
from leads.domain.parsing import slot_words as words
from leads.domain.parsing.context import Context
from leads.domain.parsing.slot_mentions import mentioned
from leads.domain.parsing.slot_offer import Offer
from leads.domain.parsing.time_spelling import MONTHS, WEEKDAYS, in_one_spelling
from leads.domain.parsing.wording import clean, one_line, plain
from leads.domain.parsing.yes_no import plain_yes_or_no, yes_or_no
from leads.domain.topics import Topic

__all__ = ["read_slot_choice"]

_INVISIBLE = re.compile("[\ufe0f\u20e3]")
_AM_PM = re.compile(r"\b([ap])\.m\b\.?", re.IGNORECASE)
_DAY_WITH_DOT = re.compile(rf"\b(\d{{1,2}})\. ?(?=(?:{'|'.join(MONTHS)})\b)")  # "27. november"
_NUMBER_SIGN = re.compile(r"\bno\.? ?(?=\d\b(?![:.]\d))")
_ON = re.compile(rf"(?<!\d)(?<!\d )\bam (?=(?:{'|'.join(WEEKDAYS)})\b)")  # German
_IS = re.compile(r"(?<=day)'s\b|(?<=noon)'s\b|(?<=ing)'s\b|(?<=one)'s\b")  # "Monday's out"
_NOT_AN_EXTREME = re.compile(
    r"\bnot,? (?:the )?(?P<which>earl\w+|first|late\w*|last)(?: (?:one|slot|time))?$"
)
_CORRECTION = re.compile(
    r"\b(?:no wait|wait,? no|oh wait|wait|actually|scratch that|i mean|make (?:that|it)|sorry"
    r"|on second thoughts?)\b"
)
_TAKEN_BACK = re.compile(r"^\s*(?:no|nah)\b,?\s")  # "actually no, Thursday"
_AFTER_A_VERB = "".join(
    rf"(?<!\b{verb})"
    for verb in ("do", "does", "did", "can", "could", "will", "would", "should", "is", "am", "are")
)
_CLAUSE = re.compile(
    r"[,.;!?]+(?!\d)|\.{2,}|\s-\s|\b(?:but|so|though|however|while|whereas|and then)\b|(?<=not work)\s"
    rf"|{_AFTER_A_VERB}\s(?=not\b)"
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is left of the offer after all a message says about it."""

    wanted: frozenset[int] | None
    unwanted: frozenset[int]


def read_slot_choice(text: str, context: Context) -> Parsed | None:
    """The slot picked from `context.offered`, or that none of them fits.

    None when nothing is on offer, the message is not about it, or more than one slot could be meant.
    """
    if not context.offered:
        return None
    offer = Offer(starts=context.offered, today=context.today)
    choice = _choice(_in_force(_in_one_form(text)), offer)
    return Parsed(Topic.SLOT, Standing.GIVEN, choice) if choice else None


def _in_one_form(text: str) -> str:
    """The plain text with the words of time in one spelling and the marks that end no clause left out."""
    said = plain(_AM_PM.sub(r"\1m", _INVISIBLE.sub("", clean(text))))
    spelled = _DAY_WITH_DOT.sub(r"\1 ", in_one_spelling(said))
    return _ON.sub("on ", _IS.sub(r" is", _NUMBER_SIGN.sub("number ", spelled)))


def _in_force(said: str) -> str:
    """What stands after the last change of mind."""
    parts = [part for part in _CORRECTION.split(said) if re.search(r"\w", part)]
    return _TAKEN_BACK.sub("", parts[-1]) if len(parts) > 1 or (_CORRECTION.match(said) and parts) else said


def _choice(said: str, offer: Offer) -> SlotChoice | None:
    if words.NONE_FITS.search(said) and not words.EXCEPT.search(said):
        return SlotChoice(none_fits=True)
    wish = _wish(_in_plain_terms(said), offer)
    if wish is not None:
        return _granted(wish, said, offer)
    index = _best(frozenset(range(len(offer.starts))), said, offer)
    if index is not None:
        return SlotChoice(index=index)
    return SlotChoice(none_fits=True) if words.OTHERS.search(said) else _by_yes_or_no(said, offer)


def _in_plain_terms(said: str) -> str:
    """Exceptions and preferences as "not", and "not before" as "from"."""
    without = words.PREFERRED_TO.sub(r"\g<one>, not ", words.EXCEPT.sub(", not ", said))
    return one_line(words.NOT_AFTER.sub("until", words.NOT_BEFORE.sub("from", without)))


def _wish(said: str, offer: Offer) -> _Wish | None:
    wanted: frozenset[int] | None = None
    unwanted: frozenset[int] = frozenset()
    spoken_of = False
    for clause in filter(None, map(str.strip, _CLAUSE.split(said))):
        slots = mentioned(clause, offer)
        slots = _extreme(clause, offer) if slots is None else slots
        if slots is None:
            continue
        spoken_of = True
        if words.NEGATED.search(clause):
            unwanted |= slots
        else:
            wanted = (wanted & slots if wanted else None) or slots
    return _Wish(wanted=wanted, unwanted=unwanted) if spoken_of else None


def _extreme(clause: str, offer: Offer) -> frozenset[int] | None:
    """The slot that "anything but the early one" leaves out."""
    named = _NOT_AN_EXTREME.search(clause)
    if named is None:
        return None
    by_start = sorted(range(len(offer.starts)), key=lambda at: offer.starts[at])
    return frozenset(by_start[:1] if named["which"].startswith(("earl", "first")) else by_start[-1:])


def _granted(wish: _Wish, said: str, offer: Offer) -> SlotChoice | None:
    everything = frozenset(range(len(offer.starts)))
    left = (everything if wish.wanted is None else wish.wanted) - wish.unwanted
    if not left:
        return SlotChoice(none_fits=True)
    index = next(iter(left)) if len(left) == 1 else _best(left, said, offer)
    return None if index is None else SlotChoice(index=index)


def _best(left: frozenset[int], said: str, offer: Offer) -> int | None:
    """The one among several that "the earliest", "the later one" or "any" means."""
    by_start = sorted(left, key=lambda at: offer.starts[at])
    if words.EARLIEST.search(said):
        return by_start[0]
    if words.LATEST.search(said):
        return by_start[-1]
    return min(left) if words.ANY.search(said) else None


def _by_yes_or_no(said: str, offer: Offer) -> SlotChoice | None:
    is_only_one = len(offer.starts) == 1
    answer = yes_or_no(said) if is_only_one else plain_yes_or_no(said)
    if is_only_one and words.TAKEN.search(said):
        return SlotChoice(index=0)
    if answer is False:
        return SlotChoice(none_fits=True)
    return SlotChoice(index=0) if answer and is_only_one else None
