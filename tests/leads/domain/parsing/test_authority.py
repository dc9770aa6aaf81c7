"""Who decides, in the words of the one who is asked."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Authority, AuthorityLevel, Parsed, Standing
from leads.domain.parsing.authority import read_authority
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


DECIDER = lines("""
    I decide
    i decide alone
    I do
    me
    Me, myself and I
    just me
    only me
    It's my call
    its my decision
    my call
    the decision is mine
    I'm the owner
    im the founder and ceo
    I own the company
    it's my company
    I sign off
    I sign off on everything
    I sign the checks
    I make the decisions
    I make the final decision
    I have the final say
    I've got the last word
    I'm the decision maker
    i am the decison maker
    sole decision maker
    nobody else
    No one else, just me
    up to me
    yes
    Yes I am
    yep that's me
    yes, I can sign this
    That would be me
    you're talking to him
    I'm responsible for this project
    i am in charge
    I hold the budget
    I control the budget for this
    the buck stops with me
    I don't need anyone's approval
    i can approve up to 100k
    I approve purchases
    I call the shots
    Me. I run the place.
    I have full authority
    I can pull the trigger
    i am the one who decides
    i'm the one signing
""")

SHARED = lines("""
    me and my cofounder
    My boss and I
    the board and me
    we decide together
    we decide as a team
    me + CFO
    My wife and I decide
    I decide together with our CFO
    it's a joint decision
    I'm one of three partners
    committee I'm part of
    I'm on the buying committee
    I'm part of the committee that decides
    a group of us
    not alone
    not only me
    partly
    I have a vote
    both of us
    we vote on it
    jointly with the board
    yes, with my partner
    yes together with my business partner
    I share that with our COO
    me and two others
    the management team, including me
    we all decide
    I decide but the board has to approve
    consensus in the team
    my partner & me
    me n my brother
    I'm one of the decision makers
    the four of us
    It's shared between me and the CTO
""")

INFLUENCER = lines("""
    I recommend
    I make a recommendation
    I do research for my boss
    I'm doing the research for my manager
    evaluating options for the team
    I shortlist
    I shortlist vendors and my boss picks
    I recommend, my boss decides
    I just advise
    i only give my opinion
    I evaluate, the CEO signs
    I'm just collecting information
    gathering info for my boss
    comparing tools for our CTO
    My boss asked me to look into this
    I've been tasked with finding options
    I have some influence
    i suggest, they decide
    I'm an advisor
    I do the technical evaluation
    I present options to the board
    no, but I recommend
    I'm scouting for our team
    my recommendation counts
    I propose and management decides
    I prepare the decision
    i do the leg work
    just researching for my manager
    I help choose
    I give input
""")

NONE = lines("""
    my boss decides
    not me
    someone else signs
    no
    nope
    no, that's our CEO
    My manager makes that decision
    the CFO signs off
    the board decides
    procurement has the final word
    it's my boss's decision
    that's up to my boss
    our director will decide
    not my call
    not my decision
    I don't decide
    I have no say in it
    I can't decide that
    I'm not the decision maker
    someone else
    head office decides
    I'm just an intern
    I need approval from my manager
    I'd have to ask my boss
    have to run it by the CEO
    the owner
    my boss
    management
    he decides
    that would be my husband
    above my pay grade
    I don't have the authority
    corporate makes these decisions
    my boss does
    I need to get it signed off
    No, somebody else
    I'm not authorised to sign
    others decide
    sir my boss is deciding this
    ask my boss
    the people upstairs
    finance has to approve
""")

NEITHER = lines("""
    maybe
    50k
    why do you ask?
    Acme
    in March

    I'm the sales manager
    we use HubSpot
""")

CUED = [
    ("We're losing leads. I decide.", AuthorityLevel.DECIDER),
    ("need it by March, about 50k, it's my call", AuthorityLevel.DECIDER),
    ("I'm the decision maker here", AuthorityLevel.DECIDER),
    ("my boss decides", AuthorityLevel.NONE),
    ("my cofounder and I decide together", AuthorityLevel.SHARED),
    ("I'm one of three partners who decide", AuthorityLevel.SHARED),
    ("I'm the CEO and decide alone", AuthorityLevel.DECIDER),
    ("the CEO and the board decide", AuthorityLevel.NONE),
    ("I'm evaluating options for our team", AuthorityLevel.INFLUENCER),
    ("I'm researching tools for my boss", AuthorityLevel.INFLUENCER),
    ("I have the final say", AuthorityLevel.DECIDER),
    ("we lose half our calls, my sister and I decide together, budget is 10k", AuthorityLevel.SHARED),
    ("Our site is slow. The head of IT and I decide jointly.", AuthorityLevel.SHARED),
    ("we need it by March, and I decide", AuthorityLevel.DECIDER),
    ("I gather the offers, my director approves", AuthorityLevel.INFLUENCER),
    ("my job is to evaluate, the board decides", AuthorityLevel.INFLUENCER),
    (
        "we lose a lot of calls in the evening, I gather the offers, our director signs, 20k set aside",
        AuthorityLevel.INFLUENCER,
    ),
    ("I want to compare leads across all of our seven channels, my boss decides", AuthorityLevel.NONE),
]
NOT_CUED = lines("""
    yes
    no
    I'm the owner
    I'm the CEO of Acme
    just me
    me and my brother started it
    my boss is angry
    we use HubSpot with our team
    I do
    I recommend your product to everyone
    our customers decide slowly
    we need to help customers decide
    nobody else does this
    who decides?
""")


def context(asking: Topic | None) -> Context:
    return Context(now=NOW, asking=asking)


def level(text: str, asking: Topic | None = Topic.AUTHORITY) -> AuthorityLevel | None:
    parsed = read_authority(text, context(asking))
    return parsed.value.level if parsed and isinstance(parsed.value, Authority) else None


@pytest.mark.parametrize("text", DECIDER)
def test_decides_alone(text: str) -> None:
    assert level(text) is AuthorityLevel.DECIDER


@pytest.mark.parametrize("text", SHARED)
def test_decides_with_others(text: str) -> None:
    assert level(text) is AuthorityLevel.SHARED


@pytest.mark.parametrize("text", INFLUENCER)
def test_has_influence(text: str) -> None:
    assert level(text) is AuthorityLevel.INFLUENCER


@pytest.mark.parametrize("text", NONE)
def test_somebody_else_decides(text: str) -> None:
    assert level(text) is AuthorityLevel.NONE


@pytest.mark.parametrize("text", NEITHER)
def test_says_nothing_about_it(text: str) -> None:
    assert level(text) is None


@pytest.mark.parametrize(("text", "expected"), CUED, ids=[row[0] for row in CUED])
def test_told_before_it_is_asked(text: str, expected: AuthorityLevel) -> None:
    parsed = read_authority(text, context(None))
    assert parsed == Parsed(Topic.AUTHORITY, Standing.GIVEN, Authority(expected))


@pytest.mark.parametrize("text", NOT_CUED)
def test_not_inferred_when_it_was_not_asked(text: str) -> None:
    assert level(text, asking=None) is None


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    parsed = read_authority(text, context(asking))
    assert parsed is None or parsed.topic is Topic.AUTHORITY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we want to start in January and I decide", AuthorityLevel.DECIDER),
        ("they are ready and I sign", AuthorityLevel.DECIDER),
        ("my boss and I decide", AuthorityLevel.SHARED),
        ("me and my boss decide", AuthorityLevel.SHARED),
    ],
)
def test_what_stands_before_and_i_is_with_them_only_when_it_is_somebody(
    text: str, expected: AuthorityLevel
) -> None:
    assert level(text) is expected
