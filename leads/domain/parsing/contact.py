"""E-mail addresses and phone numbers, and attempts at them that cannot be right."""

import re
import unicodedata

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.calling_codes import CALLING_CODES, TRUNK_PREFIXES
from leads.domain.parsing.context import Context
from leads.domain.parsing.wording import clean
from leads.domain.topics import Topic

__all__ = ["invalid_contact", "looks_like_email", "looks_like_phone", "read_email", "read_phone"]

_CANDIDATE = re.compile(r"[^\s<>()\[\],;:\"*=]+@[^\s<>()\[\],;:\"*=@]+")
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_ENDING = re.compile(r"(?:[^\W\d_]{2,63}|xn--[a-z0-9-]{2,59})")
_SPELLED = (
    (re.compile(r"\s*(?:\(|\[|\{)\s*(?:at|@)\s*(?:\)|\]|\})\s*", re.IGNORECASE), "@"),
    (re.compile(r"\s*(?:\(|\[|\{)\s*(?:dot|punkt|\.)\s*(?:\)|\]|\})\s*", re.IGNORECASE), "."),
    (re.compile(r"(?<=\w)\s+(?:dot|punkt|punto)\s+(?=\w)", re.IGNORECASE), "."),
    (re.compile(r"(?<=\w)\s+(?:underscore)\s+(?=\w)", re.IGNORECASE), "_"),
    (re.compile(r"(?<=\w)\s+(?:dash|hyphen)\s+(?=\w)", re.IGNORECASE), "-"),
    (re.compile(r"\s*@\s*"), "@"),
    (re.compile(r"(?<=\w)\s+\.\s+(?=[a-z]{2,}\b)", re.IGNORECASE), "."),
    (re.compile(r"\s+(?:at|arroba)\s+(?=[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE), "@"),
)
_CORRECTED = re.compile(
    r"\b(?:sorry|actually|no|i mean|rather|correction|oops|typo|wait|now|new one|instead)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"not\b.*\bbut\b", re.IGNORECASE)
_EMAIL_ATTEMPT = re.compile(
    r"\S@|@\S|\w\s(?:at|\(at\))\s\w|^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|co|[a-z]{2})$", re.IGNORECASE
)

_NUMBER = re.compile(r"(?<![\w.,/$€£¥+-])\+?\(?\d(?:[\s./()-]{0,3}\d)*(?![\d%])")
_EXTENSION = re.compile(r"\s*(?:ext\.?|x|extension|durchwahl)\s*\d{1,6}\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_GROUPED_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[.\s]000)+")
_MONEY_BEFORE = re.compile(
    r"(?:[$€£¥]|\b(?:usd|eur|gbp|chf|euros?|dollars?|budget|revenue))\s*(?:is|of|:|=)?\s*$", re.IGNORECASE
)
_MONEY_AFTER = re.compile(
    r"\s*(?:[$€£¥k%]|(?:usd|eur|gbp|chf|inr|euros?|dollars?|pounds?|bucks|million|people|users|units)\b)",
    re.IGNORECASE,
)
_PHONE_CUE = re.compile(
    r"\b(?:call|phone|mobile|tel|telephone|text|sms|cell|number|whatsapp|reach|handy|dial|ring)\b\D{0,30}$",
    re.IGNORECASE,
)
_FORMATTED = re.compile(
    r"\+.*|00\d.*|\(\d{2,5}\)[\s-]?\d.*|\d{3}[-.]\d{3}[-.]\d{4}|0\d{2,4}[\s/-]\d{3,}.*", re.DOTALL
)
_DIGITS_ONLY = re.compile(r"\D")
_PHONE_ATTEMPT = re.compile(r"^[^a-z]*\+?\d[\d\s()./-]{2,}[^a-z]*$", re.IGNORECASE)
_FEWEST, _MOST = 7, 15


def read_email(text: str, context: Context) -> Parsed | None:
    """An address in the message, lower case; one spelled out ("at", "dot") only when it was asked for."""
    said = clean(text)
    found = _addresses(said)
    if not found and context.asking is Topic.EMAIL:
        found = _addresses(_written(said))
    if not found:
        return None
    address = found[-1] if _CORRECTED.search(said) or _DENIED.match(said) else found[0]
    return Parsed(Topic.EMAIL, Standing.GIVEN, Text(address))


def looks_like_email(text: str) -> bool:
    """Whether the message seems meant as an address, valid or not."""
    return bool(_EMAIL_ATTEMPT.search(clean(text)))


def _written(text: str) -> str:
    for spelled, sign in _SPELLED:
        text = spelled.sub(sign, text)
    return text


def _addresses(text: str) -> list[str]:
    typed = (match[0].rstrip(".!?'-").lstrip("'-") for match in _CANDIDATE.finditer(text))
    candidates = (address.lower().removeprefix("mailto:") for address in typed)
    return [candidate for candidate in candidates if _is_address(candidate)]


def _is_address(candidate: str) -> bool:
    local, _, domain = candidate.rpartition("@")
    labels = domain.split(".")
    return (
        len(candidate) <= 254
        and len(local) <= 64
        and bool(_LOCAL.fullmatch(local))
        and len(labels) >= 2
        and all(_LABEL.fullmatch(label) for label in labels)
        and bool(_ENDING.fullmatch(labels[-1]))
    )


def read_phone(text: str, context: Context) -> Parsed | None:
    """A phone number in the message: E.164 if it is international or the country is known, else digits.

    Not asked for it, only a number that says so: by its form, or by words such as "call me at".
    """
    said = _EXTENSION.sub("", _ascii_digits(clean(text)))
    for match in _NUMBER.finditer(said):
        before, after = said[: match.start()], said[match.end() :]
        if _is_other_number(match[0], before, after):
            continue
        if context.asking is not Topic.PHONE and not _says_phone(match[0], before):
            continue
        number = _dialled(match[0], context.country)
        if number is not None:
            return Parsed(Topic.PHONE, Standing.GIVEN, Text(number))
    return None


def looks_like_phone(text: str) -> bool:
    """Whether the message seems meant as a phone number, valid or not."""
    return bool(_PHONE_ATTEMPT.match(_ascii_digits(clean(text))))


def invalid_contact(text: str, context: Context) -> Topic | None:
    """EMAIL or PHONE when the message seems meant as one but cannot be right."""
    asked_email, asked_phone = context.asking is Topic.EMAIL, context.asking is Topic.PHONE
    attempted = looks_like_email(text) if asked_email else bool(re.search(r"\w@\w", clean(text)))
    if attempted and read_email(text, context) is None:
        return Topic.EMAIL
    if asked_phone and looks_like_phone(text) and read_phone(text, context) is None:
        return Topic.PHONE
    return None


def _ascii_digits(text: str) -> str:
    return "".join(_ascii_digit(character) for character in text)


def _ascii_digit(character: str) -> str:
    if character == "＋":
        return "+"
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _is_other_number(number: str, before: str, after: str) -> bool:
    return bool(
        _DATE.fullmatch(number)
        or _GROUPED_AMOUNT.fullmatch(number)
        or _MONEY_BEFORE.search(before[-20:])
        or _MONEY_AFTER.match(after)
        or re.match(r",\d{3}\b", after)
    )


def _says_phone(number: str, before: str) -> bool:
    return bool(_FORMATTED.fullmatch(number) or _PHONE_CUE.search(before[-40:]))


def _dialled(number: str, country: str | None) -> str | None:
    digits = _DIGITS_ONLY.sub("", number.replace("(0)", "") if number.startswith(("+", "00")) else number)
    if len(digits) < _FEWEST:
        return None
    if number.startswith("+"):
        digits = f"+{digits}"
    elif digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("011") and len(digits) > 11 and CALLING_CODES.get(country or "") == "1":
        digits = f"+{digits[3:]}"
    elif country in CALLING_CODES:
        digits = _international(digits, country)
    too_long = len(digits.removeprefix("+")) > _MOST
    return None if too_long or digits.startswith("+0") else digits


def _international(digits: str, country: str) -> str:
    code, prefix = CALLING_CODES[country], TRUNK_PREFIXES.get(country, "0")
    if (
        digits.startswith(code)
        and len(digits) - len(code) >= 9
        and not (prefix and digits.startswith(prefix))
    ):
        return f"+{digits}"
    national = digits.removeprefix(prefix) if prefix else digits
    return f"+{code}{national}"
