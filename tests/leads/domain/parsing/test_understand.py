"""What one message answers, of all that could be asked."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    SlotChoice,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
OFFERED = (
    datetime(2026, 3, 9, 10, 0, tzinfo=UTC),
    datetime(2026, 3, 10, 15, 0, tzinfo=UTC),
    datetime(2026, 3, 11, 10, 30, tzinfo=UTC),
)
FREE_TEXT = (Topic.NEED, Topic.CURRENT_SOLUTION, Topic.COMPANY, Topic.ROLE, Topic.INDUSTRY, Topic.NAME)


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


def context(asking: Topic | None) -> Context:
    return Context(now=NOW, asking=asking, offered=OFFERED if asking is Topic.SLOT else ())


def values(text: str, asking: Topic | None) -> dict[Topic, Value]:
    parsed = understand(text, context(asking))
    return {answer.topic: answer.value for answer in parsed if answer.value is not None}


def amount(number: int, currency: str | None = None) -> Budget:
    return Budget(low=Decimal(number), high=Decimal(number), currency=currency)


NOT_ANSWERS = lines("""
    I don't know
    i dont know
    idk
    dunno
    no idea
    no clue sorry
    not sure
    Not sure yet
    not 100% sure
    im not sure about that one
    unsure
    undecided
    we haven't decided yet
    haven't thought about it
    TBD
    to be determined
    hard to say
    difficult to say right now
    too early to tell
    ask me later
    ask me again in 2 weeks
    ask me in march
    I'll let you know on Monday
    I'll get back to you in 3 days
    let me check
    who knows
    beats me
    it depends
    couldn't tell you
    can't say yet
    I don't remember
    I forgot
    we'll see
    still figuring that out
    no decision yet
    dont knwo
    I don't have a number, sorry
    I don't have that information
    keine ahnung
    no se
    🤷
    we won't know until Q3
    how should I know
    I'd rather not say
    rather not say
    Prefer not to say
    i'd prefer not to answer that
    that's private
    private
    confidential
    it's confidential, sorry
    none of your business
    none of ur business!!
    mind your own business
    skip
    skip this one
    pass
    next question
    no comment
    why should I tell you
    why should i tell you that?
    can't share that
    I can't share that information with you
    we don't disclose that
    under NDA
    I won't tell you
    not gonna tell you
    i dont want to say
    I refuse to answer
    too personal
    that's sensitive
    I don't feel comfortable sharing that
    leave me alone
    stop asking
    I don't give that out
    not telling
    keine Angabe
    hard pass
    top secret
    I'd rather keep that to myself
    not allowed to say
    I'm not at liberty to say
    you don't need to know that
    i not want tell this
    Sorry, I'm afraid I don't know that.
    Honestly? No idea.
    hmm, dunno, you tell me
""")

QUESTIONS_BACK = lines("""
    why do you ask?
    why do you ask
    what does it cost?
    are you a bot?
    who are you?
    what do you mean?
    how does this work?
    can you explain that
    is my data safe with you?
    do you integrate with salesforce?
    what happens next?
    hi
    hello there
    thanks
    thank you!
    ok
    okay cool
    talk to a human
    can I talk to a real person please
    stop
    unsubscribe
    help
    what?
    huh
    sorry, I don't understand
    you already asked me that
    start over
    lol
    🙂
    ???
    .
    wait
    one moment
    you're annoying
    stupid bot
    yes
""")


@pytest.mark.parametrize("text", NOT_ANSWERS)
def test_not_knowing_or_telling_is_never_a_value(text: str) -> None:
    for topic in Topic:
        answered = understand(text, context(topic))
        assert [answer.standing for answer in answered if answer.topic is topic] in (
            [Standing.UNKNOWN],
            [Standing.DECLINED],
        ), topic
        assert not [answer for answer in answered if answer.value is not None], topic


@pytest.mark.parametrize(("text", "asking"), product(QUESTIONS_BACK, FREE_TEXT), ids=str)
def test_a_question_back_or_small_talk_is_not_an_answer(text: str, asking: Topic) -> None:
    assert understand(text, context(asking)) == ()


def test_one_message_answers_many_questions() -> None:
    text = "We're a 120-person logistics company in Berlin, need better routing by March, 50k euros, I decide"
    assert values(text, Topic.NEED) == {
        Topic.NEED: Text("better routing by March"),
        Topic.EMPLOYEES: Headcount(low=120, high=120),
        Topic.INDUSTRY: Text("logistics"),
        Topic.COUNTRY: Text("DE"),
        Topic.TIMEFRAME: Timeframe(earliest=date(2026, 3, 4), latest=date(2026, 3, 31)),
        Topic.BUDGET: amount(50_000, "EUR"),
        Topic.AUTHORITY: Authority(AuthorityLevel.DECIDER),
    }
    assert understand(text, context(Topic.NEED))[0].topic is Topic.NEED


SEVERAL = [
    (
        "Hi I'm Ana López, CTO at Acme",
        Topic.NEED,
        {Topic.NAME: "Ana López", Topic.ROLE: "CTO", Topic.COMPANY: "Acme"},
    ),
    ("Bob Smith, bob@acme.com", Topic.NAME, {Topic.NAME: "Bob Smith", Topic.EMAIL: "bob@acme.com"}),
    (
        "bob@acme.com, call me at +49 30 901820",
        Topic.EMAIL,
        {Topic.EMAIL: "bob@acme.com", Topic.PHONE: "+4930901820"},
    ),
    ("Acme, we use HubSpot", Topic.COMPANY, {Topic.COMPANY: "Acme", Topic.CURRENT_SOLUTION: "HubSpot"}),
    (
        "excel. I'm the head of sales",
        Topic.CURRENT_SOLUTION,
        {Topic.CURRENT_SOLUTION: "excel", Topic.ROLE: "Head of Sales"},
    ),
    (
        "We need more leads. We use Excel today.",
        Topic.NEED,
        {Topic.NEED: "more leads", Topic.CURRENT_SOLUTION: "Excel"},
    ),
    (
        "we lose leads, my email is bob@acme.com",
        Topic.NEED,
        {Topic.NEED: "we lose leads", Topic.EMAIL: "bob@acme.com"},
    ),
    ("I'm Bob", Topic.COMPANY, {Topic.NAME: "Bob"}),
    ("I'm Bob", Topic.NEED, {Topic.NAME: "Bob"}),
    ("We're a logistics company in Berlin", Topic.NEED, {Topic.INDUSTRY: "logistics", Topic.COUNTRY: "DE"}),
    (
        "We're a logistics company drowning in paperwork",
        Topic.NEED,
        {Topic.NEED: "We're a logistics company drowning in paperwork", Topic.INDUSTRY: "logistics"},
    ),
    ("retail, based in Madrid", Topic.INDUSTRY, {Topic.INDUSTRY: "retail", Topic.COUNTRY: "ES"}),
    ("Ana from Acme", Topic.NAME, {Topic.NAME: "Ana", Topic.COMPANY: "Acme"}),
    ("bob@acme.com", Topic.NEED, {Topic.EMAIL: "bob@acme.com"}),
    ("bob@acme.com", Topic.NAME, {Topic.EMAIL: "bob@acme.com"}),
    ("why do you ask? we use excel", Topic.CURRENT_SOLUTION, {Topic.CURRENT_SOLUTION: "excel"}),
    ("I don't know. We use HubSpot.", Topic.BUDGET, {Topic.CURRENT_SOLUTION: "HubSpot"}),
]


@pytest.mark.parametrize(
    ("text", "asking", "expected"), SEVERAL, ids=[f"{row[1]}: {row[0]}" for row in SEVERAL]
)
def test_each_topic_gets_its_words(text: str, asking: Topic, expected: dict[Topic, str]) -> None:
    assert values(text, asking) == {topic: Text(words) for topic, words in expected.items()}


NUMBERS = [
    ("50", Topic.BUDGET, {Topic.BUDGET: amount(50)}),
    ("50", Topic.EMPLOYEES, {Topic.EMPLOYEES: Headcount(low=50, high=50)}),
    ("50", None, {}),
    ("50", Topic.NEED, {}),
    ("50", Topic.COMPANY, {}),
    ("50 people", Topic.BUDGET, {Topic.EMPLOYEES: Headcount(low=50, high=50)}),
    ("$50", Topic.EMPLOYEES, {Topic.BUDGET: amount(50, "USD")}),
    (
        "50 people and $20k",
        Topic.EMPLOYEES,
        {Topic.EMPLOYEES: Headcount(low=50, high=50), Topic.BUDGET: amount(20_000, "USD")},
    ),
    ("actually the budget is $20k", Topic.COMPANY, {Topic.BUDGET: amount(20_000, "USD")}),
    ("actually the budget is $20k", Topic.NEED, {Topic.BUDGET: amount(20_000, "USD")}),
    ("not sure, maybe 50k", Topic.BUDGET, {Topic.BUDGET: amount(50_000)}),
    ("idk 50k?", Topic.BUDGET, {Topic.BUDGET: amount(50_000)}),
    ("we are 50 people", Topic.NEED, {Topic.EMPLOYEES: Headcount(low=50, high=50)}),
    (
        "Acme, 50 people",
        Topic.COMPANY,
        {Topic.COMPANY: Text("Acme"), Topic.EMPLOYEES: Headcount(low=50, high=50)},
    ),
    ("my boss decides", Topic.NEED, {Topic.AUTHORITY: Authority(AuthorityLevel.NONE)}),
    ("yes", Topic.AUTHORITY, {Topic.AUTHORITY: Authority(AuthorityLevel.DECIDER)}),
    ("I'd have to ask my boss", Topic.AUTHORITY, {Topic.AUTHORITY: Authority(AuthorityLevel.NONE)}),
    ("can I talk to someone else?", Topic.AUTHORITY, {}),
    ("yes please", Topic.CONSENT, {Topic.CONSENT: YesNo(yes=True)}),
    ("no thanks", Topic.CONSENT, {Topic.CONSENT: YesNo(yes=False)}),
    ("yes", None, {}),
    ("Tuesday at 3", Topic.SLOT, {Topic.SLOT: SlotChoice(index=1)}),
    ("none of those, next week?", Topic.SLOT, {Topic.SLOT: SlotChoice(none_fits=True)}),
    ("2", Topic.SLOT, {Topic.SLOT: SlotChoice(index=1)}),
    ("whatever", Topic.SLOT, {Topic.SLOT: SlotChoice(index=0)}),
    ("not sure, maybe the second", Topic.SLOT, {Topic.SLOT: SlotChoice(index=1)}),
    (
        "just browsing",
        Topic.NEED,
        {Topic.NEED: YesNo(yes=False), Topic.TIMEFRAME: Timeframe(urgency=Urgency.LATER)},
    ),
    ("nothing really", Topic.NEED, {Topic.NEED: YesNo(yes=False)}),
    ("we have no need", None, {Topic.NEED: YesNo(yes=False)}),
    ("we have no need. I'm Bob", None, {Topic.NEED: YesNo(yes=False), Topic.NAME: Text("Bob")}),
    ("no", Topic.CURRENT_SOLUTION, {Topic.CURRENT_SOLUTION: Text("none")}),
    ("not sure, maybe logistics", Topic.INDUSTRY, {Topic.INDUSTRY: Text("logistics")}),
    ("are you in Germany?", Topic.COUNTRY, {}),
    ("Germany?", Topic.COUNTRY, {Topic.COUNTRY: Text("DE")}),
    ("not sure yet but we need better leads", Topic.NEED, {Topic.NEED: Text("better leads")}),
    (
        "we don't know which leads are good",
        Topic.NEED,
        {Topic.NEED: Text("we don't know which leads are good")},
    ),
    (
        "Need to go live in March",
        Topic.TIMEFRAME,
        {Topic.TIMEFRAME: Timeframe(earliest=date(2026, 3, 1), latest=date(2026, 3, 31))},
    ),
]


@pytest.mark.parametrize(
    ("text", "asking", "expected"), NUMBERS, ids=[f"{row[1]}: {row[0]}" for row in NUMBERS]
)
def test_the_question_decides_what_a_word_means(
    text: str, asking: Topic | None, expected: dict[Topic, Value]
) -> None:
    assert values(text, asking) == expected


LITERAL = [
    "{slot}",
    "/restart",
    "<script>alert(1)</script>",
    "'; DROP TABLE leads;--",
    "{{7*7}}",
    '/x{"slot": 1}',
]


@pytest.mark.parametrize("text", LITERAL)
def test_S06_S08_markup_and_commands_are_words(text: str) -> None:
    answer = values(f"our forms break on {text} every day", Topic.NEED)
    assert answer == {Topic.NEED: Text(f"our forms break on {text} every day")}


def test_S05_what_nobody_sees_is_left_out() -> None:
    assert values("Ac\u202eme\x00 Gmb\u200bH", Topic.COMPANY) == {Topic.COMPANY: Text("Acme GmbH")}
    assert values("Ame\u0301lie", Topic.NAME) == values("Amélie", Topic.NAME) == {Topic.NAME: Text("Amélie")}


def test_nobody_states_a_need_on_page_two() -> None:
    answer = values("leads " * 10_000, Topic.NEED)[Topic.NEED]
    assert isinstance(answer, Text)
    assert len(answer.text) <= MAX_LENGTH


HOSTILE = [
    "a" * 20_000,
    "not " * 5000,
    "((((" * 5000,
    "1 " * 9000,
    "need " * 4000,
    "at " * 5000 + "@",
    "and i " * 3000,
]
HOSTILE += [
    "my name is " * 900,
    "," * 20_000,
    "we use " * 3000,
    "\u0301" * 20_000,
    "i do not know " * 900,
    "the first " * 900,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
@pytest.mark.timeout(20)
def test_hostile_text_takes_no_time(text: str) -> None:
    for topic in Topic:
        understand(text, context(topic))


WORDS = lines("""
    I'm
    we
    not
    sure
    use
    50k
    Acme
    GmbH
    Berlin
    need
    leads
    my boss
    decides
    call me
    +49 30 901820
    bob@acme.com
    by March
    the second
    no
    yes
    ,
    .
    ?
    rather not say
    head of sales
    Bob
    maybe
""")


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=400), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)),
    st.sampled_from([None, *Topic]),
)
def test_any_text_is_understood_once_per_topic(text: str, asking: Topic | None) -> None:
    answered = understand(text, context(asking))
    topics = [answer.topic for answer in answered]
    assert len(topics) == len(set(topics))
    assert asking not in topics[1:]
    assert all(answer.value is not None for answer in answered if answer.topic is not asking)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cto at Borealis, 300 people, saas, canada", {Topic.INDUSTRY: "software", Topic.COUNTRY: "CA"}),
        ("we are 80, a logistics company in Utrecht", {Topic.INDUSTRY: "logistics", Topic.COUNTRY: "NL"}),
        ("Harbor Lights, hospitality, 60 staff", {Topic.INDUSTRY: "hospitality"}),
        ("more leads, marketing is slow", {}),
    ],
)
def test_an_industry_and_a_country_are_read_from_a_list(text: str, told: dict[Topic, str]) -> None:
    found = {item.topic: item.value for item in understand(text, Context(now=NOW))}
    named = {topic: found[topic] for topic in (Topic.INDUSTRY, Topic.COUNTRY) if topic in found}
    assert named == {topic: Text(words) for topic, words in told.items()}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("my number is +1 212 555 0123, many thanks in advance", None, id="a courtesy"),
        pytest.param("head of sales, my number is +1 212 555 0123", "Head of Sales", id="a title"),
    ],
)
def test_what_is_left_beside_a_number_is_a_role_only_if_it_is_a_title(text: str, role: str | None) -> None:
    read = {reading.topic: reading.value for reading in understand(text, Context(now=NOW, asking=Topic.ROLE))}
    assert read.get(Topic.ROLE) == (Text(role) if role else None)
    assert Topic.PHONE in read
