"""Not knowing and not telling, in the voices people use."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing
from leads.domain.parsing.context import Context
from leads.domain.parsing.standing import read_standing, without_standing
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


UNKNOWN = lines("""
    I don't know
    i dont know
    idk
    IDK!!
    dunno
    dunno tbh
    I have no idea
    no idea
    no clue
    Not a clue, sorry
    I haven't the foggiest
    not sure
    Not sure yet
    I'm not sure about that
    im not really sure
    not 100% sure
    not shure
    unsure
    undecided
    unclear at this point
    we haven't decided yet
    havent decided
    Haven't thought about it
    TBD
    tbc
    to be determined
    hard to say
    Hard to tell at this stage
    difficult to say right now
    too early to say
    it's too soon to tell
    ask me later
    ask me again next week
    Ask me in two weeks
    later
    maybe later
    I'll let you know
    I will get back to you on that
    let me check
    I'd have to check with finance
    need to ask my boss
    who knows
    god knows
    beats me
    your guess is as good as mine
    it depends
    depends
    I couldn't tell you
    can't say yet
    cant say for sure
    I don't remember
    I forgot
    can't remember
    we'll see
    we're still figuring that out
    still under discussion
    no decision yet
    nothing decided yet
    i not know
    me no know
    I am not knowing this
    dont kno
    i dont knwo
    i dnt know m8
    I do not have an idea
    I don't have a number, sorry
    I don't have that information
    no se
    keine ahnung
    je ne sais pas
    weiß nicht
    how should I know?
    how would i know
    I honestly couldn't say
    haven't got a clue
    we won't know until Q3
    🤷
    🤷‍♀️
    it hasn't been discussed
    that has not been defined
    no preference really
    i don't care
    ¯\\_(ツ)_/¯
    Sorry, I'm afraid I don't know that.
    I wish I knew
    not determined
    nobody knows
    No one has told me
    up in the air
    I'd need to look that up
    nt sure
    iunno
""")

DECLINED = lines("""
    I'd rather not say
    id rather not say
    rather not
    Prefer not to say
    i prefer not to answer
    I would prefer not to disclose that
    I'd prefer to keep that to myself
    that's private
    thats privat
    private
    it's confidential
    confidential
    this is confidental information
    none of your business
    none of ur business
    non of your bussiness
    none of your damn business!
    mind your own business
    not your concern
    skip
    Skip this one
    skip it please
    can we skip this?
    pass
    I'll pass
    pass on that one
    next
    next question
    next question please
    no comment
    why should I tell you
    why should i tell you that?
    why would I tell you?
    can't share that
    I can't share this information
    I cannot disclose that
    not allowed to say
    I'm not at liberty to say
    we don't disclose that
    we don't share those numbers
    under NDA
    I'm under an NDA
    I won't tell you
    not telling
    not gonna tell you
    I'm not going to answer that
    i dont want to say
    I don't want to tell you
    don't wanna say
    I do not wish to answer
    I'd like to keep that confidential
    that's a secret
    top secret
    too personal
    that's personal
    that's sensitive
    I don't feel comfortable sharing that
    not comfortable answering this
    not willing to share
    I refuse to answer
    i decline to answer
    stop asking
    leave that blank
    keep that out of it
    you don't need to know that
    wouldn't you like to know
    no way I'm telling you that
    I don't give that out
    I never give out that kind of thing
    prefiero no decirlo
    keine Angabe
    das ist privat
    i not want say
    i not want tell this
    Let's skip that
    move on
    can't tell you that
    I'd rather keep that between us
    not something I can share
    not something I want to share
    we keep that internal
    that's internal
    hard pass
    nunya
    leave me alone
    let's not talk about that
    I don't share personal details
    how about no
    no thanks
    No, thank you
    nah, skip
""")

NEITHER = lines("""
    50k
    we use HubSpot
    sure
    I know exactly what we need
    I decide
    Acme GmbH
    we lose leads because nobody follows up
    private equity
    we need a password manager for private data
    our documents are confidential and we have to protect them
    we can't share files with our customers
    next month
    later this year
    next quarter
    skip manual data entry and save time
    I am sure
    yes I know
    pass rates are too low
    in secret
    the later one
    Passau
    we can't tell which leads are good
    our staff keep passwords in excel
    we want to know where our leads come from
""")


def context(asking: Topic | None) -> Context:
    return Context(now=NOW, asking=asking)


@pytest.mark.parametrize("text", UNKNOWN)
def test_not_knowing_is_unknown(text: str) -> None:
    assert read_standing(text, context(Topic.BUDGET)) == Parsed(Topic.BUDGET, Standing.UNKNOWN)


@pytest.mark.parametrize("text", DECLINED)
def test_not_telling_is_declined(text: str) -> None:
    assert read_standing(text, context(Topic.COMPANY)) == Parsed(Topic.COMPANY, Standing.DECLINED)


@pytest.mark.parametrize("text", NEITHER)
def test_an_answer_is_neither(text: str) -> None:
    assert read_standing(text, context(Topic.NEED)) is None


@pytest.mark.parametrize("topic", list(Topic), ids=str)
def test_the_standing_belongs_to_the_topic_asked(topic: Topic) -> None:
    assert read_standing("I have no idea", context(topic)) == Parsed(topic, Standing.UNKNOWN)
    assert read_standing("rather not say", context(topic)) == Parsed(topic, Standing.DECLINED)


@pytest.mark.parametrize("text", ["I don't know", "rather not say", "skip"])
def test_nothing_is_refused_when_nothing_was_asked(text: str) -> None:
    assert read_standing(text, context(None)) is None


@pytest.mark.parametrize("topic", [Topic.NAME, Topic.EMAIL, Topic.PHONE, Topic.COMPANY], ids=str)
@pytest.mark.parametrize("text", ["no", "nope", "Nah.", "I don't have one", "no thanks"])
def test_a_bare_no_to_an_open_question_declines_it(topic: Topic, text: str) -> None:
    parsed = read_standing(text, context(topic))
    assert parsed is not None
    assert parsed.value is None


@pytest.mark.parametrize("text", ["no", "we don't", "not yet", "I'm afraid not", "nothing fixed so far"])
@pytest.mark.parametrize("topic", [Topic.BUDGET, Topic.TIMEFRAME], ids=str)
def test_to_have_none_in_mind_is_not_to_know(topic: Topic, text: str) -> None:
    assert read_standing(text, context(topic)) == Parsed(topic, Standing.UNKNOWN)


def test_a_bare_no_is_left_to_questions_that_ask_yes_or_no() -> None:
    assert read_standing("no", context(Topic.CONSENT)) is None
    assert read_standing("no", context(Topic.AUTHORITY)) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("not sure, maybe 50k", "maybe 50k"),
        ("I don't know, probably around 20 people", "probably around 20 people"),
        ("I'd rather not say exactly but under 100k", "under 100k"),
        ("no idea. We use HubSpot", "We use HubSpot"),
        ("ask me again in 2 weeks", ""),
        ("we won't know until Q3", ""),
        ("we use HubSpot", "we use HubSpot"),
    ],
    ids=lambda value: value,
)
def test_what_is_left_beside_not_knowing_can_still_be_read(text: str, rest: str) -> None:
    assert without_standing(text) == rest


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    parsed = read_standing(text, context(asking))
    assert parsed is None or (parsed.topic is asking and parsed.value is None)


def test_the_ending_of_an_address_is_no_shorthand() -> None:
    assert read_standing("anna@havn.dk", Context(now=NOW, asking=Topic.EMAIL)) is None
