"""What somebody wants to improve, and what they use today."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.current_solution import read_current_solution
from leads.domain.parsing.need import read_need, states_no_need
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


KEPT = lines("""
    We lose leads because nobody follows up
    CRM
    more customers
    invoices are a mess
    our reps waste hours on bad leads
    too many no-shows
    cut costs by 20%
    everything takes too long
    I want fewer spreadsheets
    Spam
    leads r crap
    customer support is overloaded
    stop losing customers
    better reporting for the board
    automate onboarding
    our crm sucks
    We don't know who our customers are
    lead qualification
    I hate typing the same data twice
    need smth to trak orders
    Wir verlieren zu viele Kunden
    пропускаем заявки
    {slot} is empty in our emails
    /restart keeps killing our router
    <script>alert(1)</script> gets through our forms
    our data'; DROP TABLE leads;-- is exposed
    faster quotes
    helping sales focus
    We have three reps and 400 leads a month, they only call half of them
    It is hard to see which leads are worth it
""")
CLEANED = [
    ("Hi, we need better routing", "better routing"),
    ("hello! we lose leads", "we lose leads"),
    ("Well, honestly, our quotes are slow", "our quotes are slow"),
    ("we are looking for a new CRM", "a new CRM"),
    ("I need a chatbot for my website please", "a chatbot for my website"),
    ("our problem is that leads go cold", "leads go cold"),
    ("we're struggling with follow-ups", "follow-ups"),
    ("want to improve response times", "improve response times"),
    ("Can you help us reduce churn?", "reduce churn"),
    (
        "We're a 120-person logistics company in Berlin, need better routing by March",
        "better routing by March",
    ),
]
NOT_A_NEED = lines("""
    quite windy over here
    my daughter is calling
    way too pricey
    we make cheese
    we're a team of 60
    Kofi from Accra
    it's so late already
    that looks pretty
    any jobs going?
    I'm after a new job
    hi
    yes
    no
    ok
    help
    I need help
    we need something
    anything
    50
    50k
    🙂
    thanks
    what do you do?
    why do you ask?
    how much is it?
    ???
    stop
    talk to a human
    pricing
    demo
    I need it
    I want to talk to someone
    something
    test
    bob@acme.com
""")
CUED = [
    ("found you at a fair, we keep losing track of enquiries", "we keep losing track of enquiries"),
    (
        "Hello, our agents waste evenings on dead leads, can you help with that?",
        "our agents waste evenings on dead leads",
    ),
    ("We need better routing", "better routing"),
    ("hey, looking for a tool to qualify leads", "a tool to qualify leads"),
    ("our problem is slow replies", "slow replies"),
    ("we're struggling with no-shows. Budget is 20k", "no-shows"),
    ("want to improve our response time", "improve our response time"),
    ("The main issue is that nobody follows up", "nobody follows up"),
    ("our goal is to double demos", "double demos"),
    ("we'd like to automate onboarding", "automate onboarding"),
    ("trying to cut support costs", "cut support costs"),
    ("We are losing too many leads", "We are losing too many leads"),
    ("im having trouble with lead follow up", "lead follow up"),
    ("We're a 120-person company, need better routing by March, about 50k", "better routing by March"),
]
NOT_CUED = lines("""
    we need it by March
    we need about 50k
    I need to ask my boss
    we need to go live in March
    we need approval first
    I want to talk to a human
    looking forward to it
    I'm looking
    I need more time
    our company is Acme
    do you need my email?
    no need
    need help
    I need to think
    I want to know the price
    I'd like to know more
    we need a decision by friday
    I don't need anything
    we need to check with finance
    I would like the second one
    CRM
    I'd like a demo
    you need to stop
    I don't want to say
    what do I need to do?
    I would like to stop
    i want out
""")
NO_NEED = lines("""
    nothing
    Nothing really
    no need
    we don't need anything
    I don't need anything right now
    just browsing
    just looking
    just looking around
    Only curious, just having a look
    no problem, just checking it out
    we have no problems
    nothing to improve
    we're happy with what we have
    not looking for anything
    none
    we're fine thanks
    all good here
    nothing in particular
    no pain points
    just window shopping
    I'm not interested
    no particular need
    idle curiosity
    we're all set
    dont need anythin
    We have no need
""")
SOME_NEED = lines("""
    nothing works in our CRM
    we don't need another CRM, we need better leads
    nobody is looking after our leads
    no one follows up
    we lose leads
    I don't know
    just looking for a CRM
    need
    we have no overview of our leads
    nothing is automated
    we are not happy with what we have
    no leads
    no process for follow ups
    we have problems
""")
CURRENT = [
    ("we use HubSpot", "HubSpot"),
    ("HubSpot", "HubSpot"),
    ("excel", "excel"),
    ("Excel and a lot of patience", "Excel and a lot of patience"),
    ("spreadsheets and email", "spreadsheets and email"),
    ("nothing right now", "none"),
    ("nothing", "none"),
    ("none", "none"),
    ("no", "none"),
    ("nope", "none"),
    ("we don't use anything", "none"),
    ("not using anything yet", "none"),
    ("we don't have a CRM", "none"),
    ("no tool at all", "none"),
    ("we have nothing", "none"),
    ("currently we're on Salesforce", "Salesforce"),
    ("we're currently using pipedrive but it's slow", "pipedrive"),
    ("pen and paper", "pen and paper"),
    ("we do it by hand", "by hand"),
    ("It's all manual", "manual"),
    ("a homegrown system", "a homegrown system"),
    ("I use Notion", "Notion"),
    ("using zoho", "zoho"),
    ("just gmail", "gmail"),
    ("We have Salesforce", "Salesforce"),
    ("Hi, we work with SAP", "SAP"),
    ("an old Access database", "an old Access database"),
    ("Zendesk for tickets and Slack for the rest", "Zendesk for tickets and Slack for the rest"),
    ("Our current tool is Freshdesk", "Freshdesk"),
    ("sticky notes lol", "sticky notes"),
    ("{slot}", "{slot}"),
    ("we still use faxes", "faxes"),
    ("mostly spreadsheets", "spreadsheets"),
    ("We rely on a mix of Trello and email.", "a mix of Trello and email"),
    ("nada", "none"),
    ("zilch", "none"),
    ("We've got Dynamics", "Dynamics"),
    ("Right now it's HubSpot", "HubSpot"),
]
NOT_CURRENT = ["", "hi", "why?", "yes", "🙂", "what do others use?", "thanks", "ok", "talk to a human"]
TOLD_CURRENT = [
    ("we use HubSpot and it is slow", "HubSpot"),
    ("We're currently using Pipedrive. We need more.", "Pipedrive"),
    ("I want to switch from Salesforce to something simpler", "Salesforce"),
    ("our current CRM is Zoho", "Zoho"),
    ("we are moving away from excel", "excel"),
    ("we want to replace Zendesk", "Zendesk"),
    ("still on Lotus Notes", "Lotus Notes"),
]
NOT_TOLD_CURRENT = lines("""
    can we use it offline
    we want to use a CRM
    we use it to sell
    do you use cookies
    we're on a tight budget
    nothing
    I use my own words
    how do we use this
    we would use it daily
    we used to use Excel
""")


def need(text: str, asking: Topic | None = Topic.NEED) -> str | None:
    parsed = read_need(text, Context(now=NOW, asking=asking))
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


def current(text: str, asking: Topic | None = Topic.CURRENT_SOLUTION) -> str | None:
    parsed = read_current_solution(text, Context(now=NOW, asking=asking))
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


@pytest.mark.parametrize("text", KEPT)
def test_a_problem_or_a_goal_is_kept_in_its_words(text: str) -> None:
    found = need(text)
    assert found is not None
    assert found in text


@pytest.mark.parametrize(("text", "expected"), CLEANED, ids=[row[0] for row in CLEANED])
def test_fillers_are_left_out(text: str, expected: str) -> None:
    assert need(text) == expected


@pytest.mark.parametrize("text", NOT_A_NEED)
def test_what_names_no_need(text: str) -> None:
    assert need(text) is None


@pytest.mark.parametrize(("text", "expected"), CUED, ids=[row[0] for row in CUED])
def test_a_need_told_before_it_is_asked(text: str, expected: str) -> None:
    assert need(text, asking=None) == expected


@pytest.mark.parametrize("text", NOT_CUED)
def test_needing_something_else_is_no_need(text: str) -> None:
    assert need(text, asking=None) is None


@pytest.mark.parametrize("text", NO_NEED)
def test_no_need_is_told(text: str) -> None:
    assert states_no_need(text)


@pytest.mark.parametrize("text", SOME_NEED)
def test_a_need_with_a_no_in_it_is_a_need(text: str) -> None:
    assert not states_no_need(text)


@pytest.mark.parametrize(("text", "expected"), CURRENT, ids=[row[0] for row in CURRENT])
def test_what_they_use_today(text: str, expected: str) -> None:
    assert current(text) == expected


@pytest.mark.parametrize("text", NOT_CURRENT)
def test_what_names_no_solution(text: str) -> None:
    assert current(text) is None


@pytest.mark.parametrize(("text", "expected"), TOLD_CURRENT, ids=[row[0] for row in TOLD_CURRENT])
def test_a_solution_told_before_it_is_asked(text: str, expected: str) -> None:
    assert current(text, asking=None) == expected


@pytest.mark.parametrize("text", NOT_TOLD_CURRENT)
def test_no_solution_is_made_up(text: str) -> None:
    assert current(text, asking=None) is None


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    assert need(text, asking) != ""
    assert current(text, asking) != ""
    assert states_no_need(text) in (True, False)
