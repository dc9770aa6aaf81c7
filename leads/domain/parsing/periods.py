"""What an amount covers: a month, a year, or the whole thing once."""

import re

from leads.domain.answers import Period

__all__ = ["PERIOD_AFTER", "period_of"]

_EACH = (
    r"(?:\s?per(?=month|year|annum)"
    r"|\s?/\s?(?:per )?|\s?p/|\s(?:per|pr|par|pro|por|al|na|a|an|each|every|the|by|im)\s)"
)
_MONTHLY = (
    rf"(?:{_EACH}(?:months?|mths?|mnths?|monat|mois|mese|mes|mês|maand|måned|månad|miesiąc|mon|mo|m)\b|\s?(?:monthly|monthy|mthly|montly)\b"
    r"|\s?p\.?\s?m\b\.?|\s?pcm\b"
    r"|\s(?:mensual(?:es)?|mensuel(?:le)?s?|mensil[ei]|mensal|mensais|monatlich|maandelijks|miesięcznie)\b"
    r"|\s(?:i|om|i løbet af) (?:måneden|månaden)\b)"
)
_YEARLY = (
    rf"(?:{_EACH}(?:years?|yrs?|y|annum|anum|anno|jahr|an|année|jaar|año|år|rok)\b|\s?/\s?a\b|\s?(?:annual|annually|anually|yearly)\b"
    r"|\s?p\.?\s?a\b\.?"
    r"|\s(?:anual(?:es)?|annuel(?:le)?s?|annu[ai]|jährlich|jaarlijks|rocznie|årlig|all'anno)\b|\s(?:i"
    r"|om) året\b)"
)
_ONCE = (
    r"(?:\b(?:one|1)[\s-]?(?:off|time|shot)\b|\b(?:single|one) payment\b|\bup ?front\b|\blump sum\b"
    r"|\ball[\s-]in\b"
    r"|\baltogether\b|\b(?:in )?total\b|\boverall\b|\bflat\b|\b(?:whole|entire|complete) (?:project|thing)\b"
    r"|\bonce\b(?!\s(?:we|i|the|it|you|a|they|our|my|this|that|per|every|and|again)))"
)
PERIOD_AFTER = rf"(?:{_MONTHLY}|{_YEARLY}|(?<=[\dk])(?:mo|yr)\b)"  # "$500mo"; "6 mo" is a while

_REACH = 45  # further behind the amount, a period belongs to something else
_NO_SPAN = (
    r"(?!(?:not|in|within|over|after|twice|times|ago|send|have|handle)\b)"  # "within a year" is no period
)
_EACH_OF_THEM = r"(?:\s?/\s?(?:user|seat|licen[cs]e|agent|person|head|rep|employee|member|pax))?"
_FOLLOWS = {
    period: re.compile(rf"{_EACH_OF_THEM}(?:[\s,(]+{_NO_SPAN}[a-z']+){{0,5}}?[\s,(]*{written}")
    for period, written in (
        (Period.MONTH, rf"(?:{_MONTHLY}|mo\b)"),
        (Period.YEAR, rf"(?:{_YEARLY}|yr\b)"),
        (Period.ONCE, _ONCE),
    )
}
_PRECEDES = {
    Period.MONTH: re.compile(r"\b(?:monthly|(?<![\dk] )(?:per|a|each|every) month)\b[^.;!?\d]*$"),
    Period.YEAR: re.compile(
        r"\b(?:annual|annually|yearly|(?<![\dk] )(?:per|a|each|every) year|per annum)\b[^.;!?\d]*$"
    ),
    Period.ONCE: re.compile(rf"{_ONCE}[^.;!?\d]*$"),
}


def period_of(*, written: str, before: str, after: str) -> Period | None:
    """What an amount covers, by the units `written` with it, else by the words after it, else before it."""
    own = (period for period, follows in _FOLLOWS.items() if written and follows.search(f" {written}"))
    following = (period for period, follows in _FOLLOWS.items() if follows.match(after[:_REACH]))
    preceding = (period for period, precedes in _PRECEDES.items() if precedes.search(before))
    return next((period for readings in (own, following, preceding) for period in readings), None)
