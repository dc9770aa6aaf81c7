"""Currencies as people write them: symbols, codes and words, and what the shared ones mean in a country."""

import re
from collections.abc import Iterable, Iterator

from leads.domain.parsing.tables import words

__all__ = ["CURRENCY_AFTER", "CURRENCY_BEFORE", "currencies_in", "currency_of"]


def _by_country(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


# Names that several currencies share: the one meant where nothing else is known, and the others by country.
_SHARED = {
    "$": (
        "USD",
        "AU:AUD BB:BBD BM:BMD BS:BSD BZ:BZD CA:CAD CL:CLP CO:COP FJ:FJD HK:HKD JM:JMD MX:MXN NA:NAD",
    ),
    "dollar": ("USD", "AU:AUD BB:BBD BM:BMD BS:BSD BZ:BZD CA:CAD FJ:FJD HK:HKD JM:JMD NA:NAD"),
    "¥": ("JPY", "CN:CNY"),
    "kr": ("SEK", "DK:DKK FO:DKK GL:DKK IS:ISK NO:NOK"),
    "peso": ("MXN", "AR:ARS CL:CLP CO:COP DO:DOP PH:PHP UY:UYU"),
    "rupee": ("INR", "LK:LKR MU:MUR NP:NPR PK:PKR SC:SCR"),
    "shilling": ("KES", "TZ:TZS UG:UGX"),
    "dinar": ("KWD", "BH:BHD DZ:DZD IQ:IQD JO:JOD RS:RSD TN:TND"),
    "riyal": ("SAR", "OM:OMR QA:QAR"),
    "pound": ("GBP", "EG:EGP"),
    "franc": ("CHF", ""),
}
_MORE_DOLLARS = "NZ:NZD SG:SGD TT:TTD TW:TWD"
_LOCAL = {
    name: (usual, _by_country(f"{others} {_MORE_DOLLARS}" if name in ("$", "dollar") else others))
    for name, (usual, others) in _SHARED.items()
}

# What each is called; a trailing "+" allows a plural "s".
_NAMES = {
    "$": "$ $$",
    "dollar": "dollar+ doller+ dolar+ dollor+ dollas buck+ bux dólar dolar dólares dolares dollari dólars",
    "¥": "¥ ￥",
    "kr": "kr kronor kroner krona krone kronur",
    "peso": "peso+",
    "rupee": "rupee+ rupie+ ruppee+ rs ₨ rps",
    "shilling": "shilling+ ksh kshs",
    "dinar": "dinar+",
    "riyal": "riyal+ ريال",
    "pound": "pound+ pond+",
    "franc": "franc+ franken fr",
    "USD": (
        "us$ usd usd$ $usd $us us_dollar+ american_dollar+ us_buck+ u.s._dollar+ ドル 米ドル 달러 美元 دولار"
    ),
    "EUR": "€ eur ユーロ 유로 欧元 يورو евро euro+ euró eurot euroes evro eurs yoyo+",
    "GBP": "£ gbp quid+ sterling pound+_sterling british_pound+ gbp£ £gbp libras livres pfund",
    "CHF": "chf sfr swiss_franc+ swiss_frank+ stutz",
    "AUD": "a$ au$ aud aud$ $aud $au australian_dollar+ aussie_dollar+ aussie_buck+ aus_dollar+",
    "CAD": "c$ ca$ cad cad$ $cad cdn cdn$ canadian_dollar+ canadian_buck+",
    "NZD": "nz$ nzd nzd$ $nz $nzd nz_dollar+ new_zealand_dollar+ kiwi_dollar+",
    "SGD": "s$ sg$ sgd singapore_dollar+ sing_dollar+",
    "HKD": "hk$ hkd hong_kong_dollar+",
    "TWD": "nt$ twd ntd taiwan_dollar+",
    "MXN": "mx$ mex$ mxn mexican_peso+",
    "BRL": "r$ brl reais brazilian_real",
    "JPY": "jpy yen 円 日元 japanese_yen",
    "CNY": "cny rmb yuan 元 人民币 renminbi",
    "KRW": "₩ krw 원 korean_won",
    "INR": "₹ inr indian_rupee+",
    "PKR": "pkr pakistani_rupee+",
    "LKR": "lkr sri_lankan_rupee+",
    "NPR": "npr nepalese_rupee+",
    "BDT": "৳ bdt taka",
    "SEK": "sek swedish_kronor swedish_krona swedish_crown+",
    "NOK": "nok norwegian_kroner norwegian_krone norwegian_crown+",
    "DKK": "dkk danish_kroner danish_krone danish_crown+",
    "ISK": "isk icelandic_krona",
    "PLN": "zł zl pln zloty zlotys zlotych złoty złotych zloties",
    "CZK": "kč kc czk koruna korun crowns czech_crowns",
    "HUF": "huf forint+",
    "RON": "ron lei",
    "BGN": "bgn leva",
    "TRY": "₺ turkish_lira+ lira tl",
    "RUB": "₽ rub руб рублей rubles roubles ruble rouble",
    "UAH": "₴ uah грн hryvnia hryvnias",
    "ILS": "₪ ils nis shekel+",
    "AED": "aed dirham+ dhs درهم",
    "SAR": "sar saudi_riyal+",
    "QAR": "qar qatari_riyal+",
    "KWD": "kwd kuwaiti_dinar+",
    "BHD": "bhd",
    "OMR": "omr",
    "EGP": "egp egyptian_pound+",
    "ZAR": "zar rand+",
    "NGN": "₦ ngn naira+",
    "KES": "kes kenyan_shilling+",
    "GHS": "₵ ghs cedi+",
    "THB": "฿ thb baht+",
    "PHP": "₱ php philippine_peso+",
    "IDR": "idr rupiah+",
    "MYR": "myr ringgit+ malaysian_ringgit+ rm",
    "VND": "₫ vnd dong",
    "ARS": "ars",
    "CLP": "clp",
    "COP": "colombian_peso+",
}
_MORE_CODES = words("""
    afn amd azn bam bif bnd bwp byn cdf crc cve djf dop dzd etb gmd gnf gtq hnl htg iqd irr jod kgs
    khr kmf kyd kzt lbp lsl lyd mdl mga mkd mmk mnt mru mur mvr mwk mzn nad nio pab pgk pyg rsd rwf
    scr sdg svc syp szl tjs tmt tnd ttd tzs ugx uyu uzs ves vuv wst xaf xcd xof xpf yer zmw
""")
_CLOSING_ONLY = {"us": "USD"}  # "10k US": a currency only where the phrase ends
_BEFORE_ONLY = {"r": "ZAR", "rp": "IDR", "n": "NGN"}  # "R50k": by itself a letter means nothing
_AFTER_ONLY = {
    "won": "KRW",
    "try": "TRY",
    "mad": "MAD",
    "pen": "PEN",
    "cop": "COP",
    "real": "BRL",
    "canadian": "CAD",
    "australian": "AUD",
    "aussie": "AUD",
}


def _spellings(names: str) -> Iterator[str]:
    for name in names.split():
        word = name.replace("_", " ").replace("+", "")
        yield word
        if "+" in name:
            yield name.replace("_", " ").replace("+", "s")


_MEANING = (
    {code: code.upper() for code in _MORE_CODES}
    | {spelling: currency for currency, names in _NAMES.items() for spelling in _spellings(names)}
    | _CLOSING_ONLY
    | _BEFORE_ONLY
    | _AFTER_ONLY
)


def _any_of(spellings: Iterable[str]) -> str:
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))


_EITHER_SIDE = [
    spelling for spelling in _MEANING if spelling not in _CLOSING_ONLY | _BEFORE_ONLY | _AFTER_ONLY
]
_WORD_ENDS = r"(?:(?<![a-z])|(?![a-z]))"
_AFTER = rf"(?:{_any_of([*_EITHER_SIDE, *_AFTER_ONLY])}){_WORD_ENDS}"
_LETTER_BEFORE = rf"{_any_of(_BEFORE_ONLY)}|(?<!we )(?<!there )(?<!you )r\s"

CURRENCY_BEFORE = rf"(?<![a-z])(?:(?:{_any_of(_EITHER_SIDE)})[.:]?\s?|{_LETTER_BEFORE})"
CURRENCY_AFTER = (
    rf"(?:[,.]-|\s?\+)?\s?\.?\s?(?:in )?\(?(?:(?:of |de |di |d')?{_AFTER}|us(?=\s*(?:$|[,.;!?)])))\)?"
)

_WITHIN = re.compile(rf"(?<![a-z])(?:{_any_of(_MEANING)}){_WORD_ENDS}")
_MENTION = re.compile(rf"(?<![a-z])(?:{_any_of(_EITHER_SIDE)}){_WORD_ENDS}")


def currency_of(units: Iterable[str], country: str | None) -> str | None:
    """The ISO 4217 code of the currency these unit words name; the most exact of them counts ("$50k CAD").

    A name that several currencies share ("$", "kr") is read as the country's own.
    """
    named = [_MEANING[match[0]] for unit in units for match in _WITHIN.finditer(unit)]
    exact = next((name for name in named if name not in _LOCAL), None)
    if exact or not named:
        return exact
    usual, local = _LOCAL[named[0]]
    return local.get(country or "", usual)


def currencies_in(text: str, country: str | None) -> frozenset[str]:
    """Every currency named anywhere in an aligned text, beside a number or not."""
    mentions = (currency_of([match[0]], country) for match in _MENTION.finditer(text))
    return frozenset(code for code in mentions if code)
