"""What is said to the bot and is no answer to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.parsing.asides import without_asides
from leads.domain.topics import Topic


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


ASIDES = lines("""
    hi
    Hello there!
    hey
    good morning
    yo
    hiya
    thanks
    Thank you so much!
    thx
    ok
    okay
    k
    cool
    great, thanks
    nice
    sure
    yes
    no
    lol
    haha
    hmm
    bye
    see you later
    how are you?
    how are you
    what's up
    who are you?
    are you a bot?
    are you human
    is this a real person?
    why do you ask?
    why do you ask
    why do you need that
    why is that important?
    what for?
    what do you mean
    what?
    huh?
    I don't understand
    i dont get it
    sorry what?
    can you repeat that?
    what does it cost?
    how much is it
    how much does it cost
    what is your pricing?
    pricing?
    do you integrate with salesforce?
    does it work with outlook
    do you have an API?
    is my data safe?
    are you GDPR compliant?
    where are you based?
    which features do you have?
    can I get a demo?
    is there a free trial?
    tell me more
    tell me about your product
    I have a question
    talk to a human
    I want to talk to a person
    can I speak to someone?
    human please
    give me a real person
    connect me to an agent
    get me a human now
    agent
    representative
    let me speak to your manager
    stop
    STOP
    unsubscribe
    cancel
    please stop texting me
    start over
    restart
    you suck
    stupid bot
    fuck off
    shut up
    this is a waste of time
    you already asked me that
    I already told you
    wait
    one moment please
    brb
    hold on
    🙂
    👍👍
    ???
    ...
    help
    I need help
    testing
    are you there?
    what can you do?
    who made you
    too many questions
""")

ANSWERS = lines("""
    Acme GmbH
    we lose leads because nobody follows up
    We need to know how many leads we lose
    HubSpot
    Will Smith
    our crm sucks
    the support team is too slow
    I'm the head of sales
    logistics
    better help desk
    cancel fewer orders
    stop losing customers
    How2 Ltd
    Who Gives A Crap
    we want customers to talk to a person faster
    Thankyou Payroll
    Hello Fresh
    Help Scout
    customer support agent
    maybe logistics?
""")


@pytest.mark.parametrize("text", ASIDES)
def test_an_aside_leaves_nothing(text: str) -> None:
    assert without_asides(text, asking=Topic.COMPANY) == ""


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_kept_as_it_is(text: str) -> None:
    assert without_asides(text, asking=Topic.NEED) == text


def test_an_answer_beside_an_aside_is_kept() -> None:
    assert without_asides("Why do you ask? We use Excel.", asking=Topic.CURRENT_SOLUTION) == "We use Excel."
    assert without_asides("Acme. What does it cost?", asking=Topic.COMPANY) == "Acme."


def test_who_is_asked_for_may_be_what_they_are() -> None:
    assert without_asides("agent", asking=Topic.ROLE) == "agent"
    assert without_asides("agent", asking=Topic.COMPANY) == ""


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    assert isinstance(without_asides(text, asking=asking), str)


@pytest.mark.parametrize("text", ["50k", "$50", "€ 20", "20 €"])
def test_an_amount_is_no_small_talk(text: str) -> None:
    assert without_asides(text, asking=None) == text
