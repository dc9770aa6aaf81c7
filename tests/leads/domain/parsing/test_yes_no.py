"""Yes and no to a question that asks for one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, YesNo
from leads.domain.parsing.context import Context
from leads.domain.parsing.yes_no import read_yes_no, yes_or_no
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


YES = lines("""
    doesn't bother me at all
    nothing wrong with it
    I have nothing against that
    for the most part, yes
    no, not at all, go ahead
    totally acceptable
    no cold calls, but mail is fine
    no, please do
    no no, that's alright
    I wouldn't say no
    I don't disagree
    not that I'd mind
    🙌
    yes
    Yes.
    YES!!!
    yesss
    yep
    yup
    yeah
    yea
    ya
    yah
    ye
    y
    yes please
    yes, go ahead
    sure
    sure thing
    suree
    sounds good
    sounds great to me
    ok
    okay
    okey dokey
    k
    kk
    of course
    ofc
    certainly
    definitely
    absolutely
    by all means
    please do
    go ahead
    go for it
    why not
    sure, why not
    fine
    fine by me
    that's fine
    works for me
    I guess so
    i guess
    I suppose
    no problem
    np
    no worries
    no objections
    I don't mind
    don't see why not
    I agree
    agreed
    I do
    you may
    you can
    that's ok
    that's correct
    correct
    right
    exactly
    indeed
    👍
    👍🏽
    ✅
    👌
    si
    oui
    ja
    da
    affirmative
    hell yes
    you bet
    for sure
    100%
    with pleasure
    happy to
    if you must
    uh huh
    mhm
    alright then
    perfect
    let's do it
    well, since you ask so nicely, yes
    yes but please no calls
    yes, no problem
    no yeah that's fine
    feel free
    I'm ok with that
    yess plz
    jup
    I consent
    opt me in
    hmm okay
    it's a yes from me
    no issue
    not a problem
    be my guest
    I would love that
    yes of course you can text me
""")

NO = lines("""
    not unless I ask for it
    I don't see why I should
    preferably not
    no, please don't
    leave me out of it
    can't say I would
    count me out
    no
    No.
    NO!!
    nooo
    nope
    nah
    naw
    na
    n
    no thanks
    no thank you
    not really
    not at all
    absolutely not
    definitely not
    certainly not
    of course not
    not now
    not yet
    no way
    hell no
    never
    please don't
    don't
    do not
    I don't think so
    i dont think so
    I don't want that
    I'd say no
    no, I don't
    not interested
    not for me
    negative
    nein
    non
    nicht
    👎
    ❌
    🙅
    no way jose
    yeah no
    yeah right
    i do not agree
    I disagree
    i don't consent
    please don't text me
    don't contact me
    leave me out
    no chance
    not a chance
    forget it
    nah I'm good
    I'm good thanks
    sorry, no
    unfortunately not
    I'm afraid not
    thanks but no thanks
    ok no
    nopes
    noooope
    nuh uh
    no sms please
    it's a no
    nay
    no not yet
    wrong
    i would not
    I don't
    that's a no from me
    no.. sorry
    no need
""")

NEITHER = lines("""
    maybe
    perhaps
    yes and no
    50k
    what for?
    why do you ask?
    Acme GmbH
    I'd like to know how you use my data first
    who are you
    it depends

    🤔
    who is going to call me
    in march
""")


def consent() -> Context:
    return Context(now=NOW, asking=Topic.CONSENT)


@pytest.mark.parametrize("text", YES)
def test_yes(text: str) -> None:
    assert read_yes_no(text, consent()) == Parsed(Topic.CONSENT, Standing.GIVEN, YesNo(yes=True))


@pytest.mark.parametrize("text", NO)
def test_no(text: str) -> None:
    assert read_yes_no(text, consent()) == Parsed(Topic.CONSENT, Standing.GIVEN, YesNo(yes=False))


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    assert read_yes_no(text, consent()) is None


def test_a_yes_to_nothing_is_nothing() -> None:
    assert read_yes_no("yes", Context(now=NOW)) is None


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert yes_or_no(text) in (True, False, None)
