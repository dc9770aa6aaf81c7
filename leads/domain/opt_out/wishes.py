"""Plain wishes to be left alone, in a person's own words: whether a sentence of a message is one.

Sentences in which somebody else asks, or that deny the wish, are none.
"""

import re
from itertools import pairwise

from leads.domain.opt_out.abroad import ABROAD
from leads.domain.opt_out.english import ENGLISH
from leads.domain.opt_out.pieces import SMALL_WORDS
from leads.domain.opt_out.spelling import respelled, sentences

__all__ = ["asks_to_stop"]

_ENGLISH = re.compile("|".join(ENGLISH))
_ABROAD = re.compile("|".join(ABROAD))

# Words that carry a tone, not a meaning: English is read without them.
_TONE = re.compile(
    r"\b(please|kindly|just|really|ever|guys|folks|sir|maam|ok|okay|hey|hi|hello|sorry|ffs|lol|ty|thx|"
    r"thanks|already|immediately|asap|fucking|fuckin|freaking|damn|goddamn|bloody|simply|also|well|then|"
    r"completely|forever|permanently|omg|wtf|k|kk|dude|man|bro|seriously|actually|look)\b"
)
# What, in a sentence of small words, can only be a wish: "is there a way to unsubscribe", "you can stop now"
_NUCLEUS = re.compile(
    r"\b(unsubscribed?|opt(ed)? (me |us )?out)\b|"
    r"^(?!.*\b(i|we|it) (\w+ ){0,2}(stop|quit)\b|(do|does) (your|the|these) )(?=.*\b(stop|quit|cease)\b)"
    r".*\b(you|text|texts|texting|message|messages|messaging|sms|contact|contacting|calling|sending)\b|"
    r"\b(remove|delete|take) .*\b(me|my|list|lists)\b.*\b(off|out|from|now|you|me)\b"
)
# "what happens when a lead says stop texting me?", "if I want to opt out later"
_SOMEBODY_ELSE = re.compile(
    r"(?<!you )(?<!your )\b(customers?|clients?|people|leads?|prospects?|contacts|subscribers?|recipients?|"
    r"users?|patients|members|buyers|someone|somebody|anyone|they|he|she|vendor|agency|provider|supplier|reps?|team)\b|"
    r"\b(if|when|once|unless|whether) (i|we|a|an|the|our|it)\b"
)
# "please do not stop", "I did not mean to unsubscribe"; but "if you do not stop" asks for it
_DENIED = re.compile(r"\b(do|did|will|would|can) not (\w+ ){0,3}$|\bnever (said|meant|asked) (\w+ ){0,3}$")
# "stop the spam we get": what reaches them is from others, unless they say from us
_THEIR_OWN = re.compile(
    r"\b(spam|messages|texts|mails?|emails|calls|junk) (that )?(we|our \w+) (\w+ )?"
    r"(gets?|have|receives?)\b(?! from (you|this))"
)
_ABOUT_US = re.compile(r"\byour?\b")
# "stop, I want to talk to a human": they interrupt us, and stay
_GOES_ON = re.compile(
    r"(wait|hold on|one (moment|second|sec)|let me|i mean|i meant|actually|go back|start over|what|how|human|"
    r"person|(i (want|need|would like)|can i|may i) (to )?(talk|speak|a|an|get)|connect|give me|get me)\b"
)
# "do not call, text me": another channel is refused, and this one offered
_NOT_THERE = re.compile(
    r"\b(not|never|stop|no) (\w+ )?(call|calling|phone|phoning|ring|ringing|calls|email|emails)\b"
)
_BUT_HERE = re.compile(
    r"\b(texts?|texting|sms|messages?)( me| us)?( instead| is| are| only| works?| back)\b|"
    r"^(please |just )*(text|message|sms|email)\b"
)


def asks_to_stop(text: str) -> bool:
    """Whether the message asks us, plainly, to write no more."""
    parts = sentences(text)
    if _prefers_texts([respelled(part) for part in parts]):
        return False
    return any(_is_wish(part) and not _is_interruption(part, then) for part, then in pairwise([*parts, ""]))


def _is_wish(sentence: str) -> bool:
    if _ABROAD.search(sentence):
        return True
    words = " ".join(_TONE.sub(" ", respelled(sentence)).split())
    wish = _ENGLISH.search(words) or _only_about_us(words)
    return wish is not None and not _is_hearsay(words[: wish.start()]) and not _THEIR_OWN.search(words)


def _only_about_us(words: str) -> re.Match[str] | None:
    return _NUCLEUS.search(words) if SMALL_WORDS.issuperset(words.split()) else None


def _is_hearsay(before: str) -> bool:
    """Whether the words before a wish take it back."""
    denied = _DENIED.search(before) and not _ABOUT_US.search(before)
    return bool(denied or _SOMEBODY_ELSE.search(before))


def _is_interruption(sentence: str, then: str) -> bool:
    return sentence in {"stop", "enough"} and _GOES_ON.match(then) is not None


def _prefers_texts(parts: list[str]) -> bool:
    return any(map(_NOT_THERE.search, parts)) and any(map(_BUT_HERE.search, parts))
