"""The words beside a number: whether it is said for itself, or counts something."""

import re

from leads.domain.parsing.tables import words

__all__ = [
    "counts_something",
    "counts_things",
    "sentence_after",
    "sentence_before",
    "stands_plainly",
    "word_after",
    "word_before",
]

# Words that may stand beside a number without being what it counts.
_FUNCTION_WORDS = words("""
    a about above absolutely actually after afterwards again all allowed almost already also although
    altogether another anywhere always am an and any anything anyway approx approximately are around as at atm
    available back basically be because been before being below between bit both bout bro btw but by can
    capped certainly cheers circa come comes comfortable could counting currently cuz daily dear definitely
    depending depends did do does dude each easily either else enough est estimate etc even ever everything
    exactly excl excluding exclusive expected fair feels figure fine first fits for friend from fully gave get
    gets give given go going good got gross guess guy had haha has have having hello here hey hi hm hmm
    honestly hope hopefully hourly how however i ideally if im in incl including inclusive initially instead
    is ish it its ive just kinda last least less let lets like likely limit lol look looking looks love made
    make makes man many mate max maximum may maybe me mean means meant might min mine minimum more most mostly
    much must my myself near nearly need needed needs net never no nope normally not now number numbers of off
    oh ok okay on once one only or our out over overall per perhaps please pls plus plz possible possibly
    preferably pretty prob probably prolly provided put quarterly quite range rather really reckon regards
    right rn rough roughly round said sar saw say saying says see seems set shall she should since sir so some
    something somewhere soon sorry sounds spot starters still such sum sumthin suppose sure ta take target tbh
    than thank thanks that thats the their them then there theres these they thing think thinking this tho
    though thx tight til till to today together too tops total totally true try u uh um under unless until up
    upper ur us usually very wait want wanted was we weekly well were what when whereas which while whole will
    willing with within without would wouldnt y ya yea yeah yep yes yet you your yours environ env etwa
    ungefähr rund zirka cirka unos unas cerca aproximadamente aprox ongeveer ungefär około omkring
""")
_PLURALS = words("""
    children employee folk folks gb head headcount hr hrs human humans kg km mb men min mins months page
    people person ppl seat sec staff tb user week women year
""")
_NO_PLURALS = ("ss", "us", "is")
_NEXT_WORD = re.compile(r"[^\S\n]{0,2}-?([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)(?:'[a-z]{1,2})?[^\S\n]{1,2}$")
_PART_OF = re.compile(r"\s?of (?:us|them|our|the|my|those|these)\b")
_SENTENCE_END = re.compile(r"[!?;\n]|\.(?=\s|$)")
_WINDOW = 80


def word_after(text: str, end: int) -> str:
    """The word that follows at once, or nothing where punctuation or a number comes first."""
    match = _NEXT_WORD.match(text, end)
    return match[1] if match else ""


def word_before(text: str, start: int) -> str:
    """The word right before, or nothing where punctuation or a number comes first."""
    match = _LAST_WORD.search(text, max(0, start - _WINDOW), start)
    return match[1] if match else ""


def counts_something(text: str, end: int, *, besides: frozenset[str]) -> bool:
    """Whether a thing is named behind the number ("50 licences"); the words `besides` are no such things."""
    word = word_after(text, end)
    if not word:
        return False
    return bool(_PART_OF.match(text, end)) or (word not in _FUNCTION_WORDS and word not in besides)


def counts_things(text: str, end: int, *, besides: frozenset[str]) -> bool:
    """Whether several things or people are named behind the number, perhaps with what they are like.

    "20k monthly visitors" counts, "3k lying around" does not; `counts_something` would be in doubt about it.
    """
    for _ in range(2):
        word = word_after(text, end)
        if not word or word in _FUNCTION_WORDS or word in besides:
            break
        if word in _PLURALS or (word.endswith("s") and not word.endswith(_NO_PLURALS)):
            return True
        end = text.index(word, end) + len(word)
    return bool(_PART_OF.match(text, end))


def stands_plainly(text: str, start: int, *, besides: frozenset[str]) -> bool:
    """Whether the word before the number leaves it a number of its own ("say 50", not "bus 50")."""
    word = word_before(text, start)
    return not word or word in _FUNCTION_WORDS or word in besides


def sentence_before(text: str, start: int) -> str:
    """What the sentence says before this place, as far as it matters."""
    window = text[max(0, start - _WINDOW) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(window)]
    return window[ends[-1] :] if ends else window


def sentence_after(text: str, end: int) -> str:
    """What the sentence says from this place on, as far as it matters."""
    window = text[end : end + _WINDOW]
    match = _SENTENCE_END.search(window)
    return window[: match.start()] if match else window
