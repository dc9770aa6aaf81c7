"""What somebody does there."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.role import read_role
from leads.domain.parsing.titles import is_title
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)

ASKED = [
    ("I'm hunting for a new job", "Job Seeker"),
    ("jobseeker", "Jobseeker"),
    ("my formal title is Fleet Director", "Fleet Director"),
    ("I own a small vineyard", "Owner"),
    ("I work in events as a coordinator", "Coordinator"),
    ("CTO and yes I decide", "CTO"),
    ("sexton", "Sexton"),
    ("I'm the head of sales", "Head of Sales"),
    ("cto", "CTO"),
    ("CTO", "CTO"),
    ("ceo here", "CEO"),
    ("vp of marketing", "VP of Marketing"),
    ("VP Sales EMEA", "VP Sales EMEA"),
    ("i am a sales manager", "Sales Manager"),
    ("SALES MANAGER", "Sales Manager"),
    ("Head of Procurement at Acme", "Head of Procurement"),
    ("managing director", "Managing Director"),
    ("founder", "Founder"),
    ("co-founder & ceo", "Co-Founder & CEO"),
    ("founder and CEO", "Founder and CEO"),
    ("Owner", "Owner"),
    ("my role is IT director", "IT Director"),
    ("I work as an office manager", "Office Manager"),
    ("my title is Chief Revenue Officer", "Chief Revenue Officer"),
    ("I'm a software engineer", "Software Engineer"),
    ("just an intern", "Intern"),
    ("student", "Student"),
    ("consultant", "Consultant"),
    ("hr", "HR"),
    ("I work in marketing", "Marketing"),
    ("sales", "Sales"),
    ("I'm in charge of purchasing", "In Charge of Purchasing"),
    ("responsible for operations", "Responsible for Operations"),
    ("I run operations", "Head of Operations"),
    ("in business development", "Business Development"),
    ("I lead the data team", "Head of Data"),
    ("operations manager, been here 10 years", "Operations Manager"),
    ("Im the boss", "Boss"),
    ("project manger", "Project Manager"),
    ("product owner", "Product Owner"),
    ("Senior Account Executive", "Senior Account Executive"),
    ("geschäftsführer", "Geschäftsführer"),
    ("Directora de Marketing", "Directora de Marketing"),
    ("I'm a nurse", "Nurse"),
    ("head of it", "Head of IT"),
    ("director, r&d", "Director, R&D"),
    ("I'd say I'm the office dog", "Office Dog"),
    ("agent", "Agent"),
    ("Hi, I'm a buyer for the team", "Buyer"),
    ("I am currently working as a controller", "Controller"),
    ("I am the owner of the company", "Owner"),
    ("CEO of Acme GmbH", "CEO"),
    ("I'm an assistant to the CEO", "Assistant to the CEO"),
    ("Jack of all trades", "Jack of All Trades"),
    ("chief bottle washer", "Chief Bottle Washer"),
    ("marketing lead", "Marketing Lead"),
    ("growth", "Growth"),
    ("they call me the warehouse supervisor", "Warehouse Supervisor"),
    ("VP", "VP"),
    ("sysadmin", "Sysadmin"),
    ("I'm responsible for IT", "Responsible for IT"),
    ("I do the books", "I do the books"),
]
NOT_A_ROLE = [
    "run --force",
    "Lisbon",
    "that depends every day",
    "juggling many balls",
    "",
    "yes",
    "42",
    "🙂",
    "Why do you want to know my role in the company, is it needed for anything at all?",
]
CUED = [
    ("I'm the head of sales and we need leads", "Head of Sales"),
    ("Ana here, CTO at Acme", "CTO"),
    ("I am a marketing manager at Acme", "Marketing Manager"),
    ("As the owner I want less paperwork", "Owner"),
    ("My job title is VP of Operations", "VP of Operations"),
    ("I work as an accountant", "Accountant"),
    ("I'm CEO of Initech", "CEO"),
    ("im a developer", "Developer"),
    ("Petra Nováková, Head of Sales", "Head of Sales"),
    ("Ola Nordmann, CEO of Fjord AS", "CEO"),
]
NOT_CUED = [
    "my boss is the CEO",
    "we need a sales manager",
    "talk to the manager",
    "I'm looking for a CRM manager tool",
    "I'm Ana",
    "we use the account manager module",
    "I'm the one who decides",
    "I'm a bit lost",
    "our director will decide",
    "head of sales wants this",
    "I'm in Berlin",
    "I'm a big fan of your manager features",
]


def role(text: str, asking: Topic | None = Topic.ROLE) -> str | None:
    parsed = read_role(text, Context(now=NOW, asking=asking))
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


@pytest.mark.parametrize(("text", "expected"), ASKED, ids=[row[0] for row in ASKED])
def test_a_role_in_answer_to_its_question(text: str, expected: str) -> None:
    assert read_role(text, Context(now=NOW, asking=Topic.ROLE)) == Parsed(
        Topic.ROLE, Standing.GIVEN, Text(expected)
    )


@pytest.mark.parametrize("text", NOT_A_ROLE)
def test_words_that_are_no_role(text: str) -> None:
    assert role(text) is None


@pytest.mark.parametrize(("text", "expected"), CUED, ids=[row[0] for row in CUED])
def test_a_role_told_before_it_is_asked(text: str, expected: str) -> None:
    assert role(text, asking=None) == expected


@pytest.mark.parametrize("text", NOT_CUED)
def test_a_title_alone_tells_nothing_when_it_was_not_asked(text: str) -> None:
    assert role(text, asking=None) is None


def test_a_title_is_told_from_a_name() -> None:
    assert is_title("sales manager")
    assert is_title("CTO")
    assert not is_title("Ana López")


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    assert role(text, asking) != ""


@pytest.mark.parametrize(
    "text", ["we stopped using the old one in May", "there was a fire drill", "since last spring, on and off"]
)
def test_a_sentence_about_something_else_is_no_title(text: str) -> None:
    assert read_role(text, Context(now=NOW, asking=Topic.ROLE)) is None
