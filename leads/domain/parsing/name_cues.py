"""How people lead up to their name: "my name is", "this is … speaking", and the same abroad."""

import re

from leads.domain.parsing.tables import part

__all__ = ["ABROAD", "CUE", "SAID_BEFORE", "SAID_BEFORE_WITH_FIRM", "SELF", "SELF_WHEN_ASKED"]

CUE = re.compile(
    part(r"""
    \b(?:my|mi|the|our) (?:(?:full|first|given|real|own) )?(?:names are|name'?s|name is|name:|name would be
        |name it is)
    ^(?:my |mi )?(?:name|nam|nme|nmae|naem|neme|mame|nane)(?:'?s| is| it is|:|)(?= )
    ^names\b|\bn(?:a|e)?me is\b|\baddress me as\b|\bsign me up as\b|^naam\b:?|^nom\b:|\bmoi c'est
    \b(?:benim )?adım\b|\bismi\b|\bje(?:g|i) hedder\b|\bme be\b
    \bname(?:'s| is|:)|\bmine(?:'s| is)|^name\b|\b(?:call|calls|called) me|\bi(?:'m| am) called|\bi go by
        |\bput(?: me)?(?: down)?(?: as)?|\bknown? (?:me )?as
    \bmyself\b(?: is)?|^this side\b|\bcalling myself|\bhere (?:speaks|is)\b
    \b(?:speaking|talking|chatting) (?:to|with)|\bme llamo|\bmi nombre es|\bmein name ist|\bje m'appelle
    \bmon nom est|\bmi chiamo|\bil mio nome [eè]|\bmeu nome [eé]|\bmijn naam is|\bik heet|\bich hei(?:ß|ss)e
    \bme chamo|\bjag heter|\bjeg heter|\bmitt namn är|\bnazywam się|\bmam na imię|\bменя зовут|\bjmenuji se
    """)
    + r"(?![^\W_])",
    re.IGNORECASE,
)
# "My name is" and "I am" of languages whose words stand in no English sentence.
ABROAD = re.compile(
    part(r"""
    ^(?:sono|sou [oa]|soc (?:el|la|en|na)|jsem|som|jestem|sunt|saya|nama saya|ako (?:po )?si|a nevem|olen)
    ^(?:nimeni on|ég heiti|eg heiti|jina langu ni|naitwa|numele meu (?:este|e)|mă numesc|zovem se|ja sam
        |ime mi je|moje ime je|kazvam se|mano vardas|mani sauc|minu nimi on|me quhet|volám sa
        |je m'? ?appelle)
    """)
    + r"\s+(?=(?-i:[A-Z\u00c0-\u017f]))",
    re.IGNORECASE,
)
SELF = re.compile(
    r"(?<!\bso )\b(?:i'm|i am|im|iam|i m|this is|soy|ich bin|je suis|ik ben|eu sou)(?![^\W_])", re.IGNORECASE
)
SELF_WHEN_ASKED = re.compile(
    r"^(?:am|is)(?![^\W_])"
    r"|\b(?:it's|its|it is|that's|that is|that'd be|that would be|it would be)(?![^\W_])",
    re.IGNORECASE,
)
SAID_BEFORE_WITH_FIRM = re.compile(
    r"^(\S+(?: \S+)?) (?:from|at|of|with) .{1,40} (?:here|speaking)$", re.IGNORECASE
)
SAID_BEFORE = re.compile(
    r"^(.{1,40}?) (?:here|speaking|is my name|is the name|on the line|this side|will do|täällä)\b",
    re.IGNORECASE,
)
