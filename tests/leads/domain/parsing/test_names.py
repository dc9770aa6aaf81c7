"""People's names and companies' names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.companies import read_company
from leads.domain.parsing.context import Context
from leads.domain.parsing.names import read_name
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)

NAMES = [
    ("my nmae is Petra", "Petra"),
    ("iam Bruno", "Bruno"),
    ("its little kevin", "Kevin"),
    ("O'Connell, Sinead", "Sinead O'Connell"),
    ("use what you want, Victor is fine", "Victor"),
    ("im anna w/ two n", "Anna"),
    ("Bob", "Bob"),
    ("bob", "Bob"),
    ("BOB SMITH", "Bob Smith"),
    ("ana lopez", "Ana Lopez"),
    ("Ana María López", "Ana María López"),
    ("I'm Ana María López", "Ana María López"),
    ("im ana", "Ana"),
    ("i am john", "John"),
    ("My name is Bob.", "Bob"),
    ("my name's bob", "Bob"),
    ("name's Bond, James Bond", "James Bond"),
    ("this is Bob", "Bob"),
    ("this is Dr. Ana López", "Ana López"),
    ("Dr Smith", "Smith"),
    ("Mr. John Smith", "John Smith"),
    ("it's Sarah", "Sarah"),
    ("its sarah", "Sarah"),
    ("call me Al", "Al"),
    ("you can call me Al", "Al"),
    ("people call me Stevie", "Stevie"),
    ("Bob here", "Bob"),
    ("Bob speaking", "Bob"),
    ("Hi, I'm Bob!", "Bob"),
    ("hello my name is Priya Raghunathan, nice to meet you", "Priya Raghunathan"),
    ("sure, it's Tom", "Tom"),
    ("Jean-Luc", "Jean-Luc"),
    ("jean-luc picard", "Jean-Luc Picard"),
    ("O'Brien", "O'Brien"),
    ("sinead o'brien", "Sinead O'Brien"),
    ("Sinéad O’Connor", "Sinéad O'Connor"),
    ("Pieter van der Berg", "Pieter van der Berg"),
    ("pieter van der berg", "Pieter van der Berg"),
    ("Ludwig von Mises", "Ludwig von Mises"),
    ("王小明", "王小明"),
    ("Олег Иванов", "Олег Иванов"),
    ("محمد", "محمد"),
    ("J. R. Tolkien", "J. R. Tolkien"),
    ("Bob Smith, Acme Inc", "Bob Smith"),
    ("Ana from Acme", "Ana"),
    ("Ana, CTO at Acme", "Ana"),
    ("Bob 😊", "Bob"),
    ("Name: Bob Smith", "Bob Smith"),
    ("Bob.", "Bob"),
    ("bob, thanks", "Bob"),
    ("the name is Jack", "Jack"),
    ("I go by Max", "Max"),
    ("me llamo Carlos", "Carlos"),
    ("ich heiße Jürgen", "Jürgen"),
    ("je m'appelle Amélie", "Amélie"),
    ("Jürgen Müller-Lüdenscheidt", "Jürgen Müller-Lüdenscheidt"),
    ("first name Ana, last name López", "Ana López"),
    ("Smith, John", "John Smith"),
    ("that would be Wendy", "Wendy"),
    ("Will Smith", "Will Smith"),
    ("May", "May"),
    ("Dean", "Dean"),
    ("it is me, Mario", "Mario"),
    ("Ngozi Okonjo-Iweala", "Ngozi Okonjo-Iweala"),
    ("maria de la cruz", "Maria de la Cruz"),
    ("Robert Downey Jr.", "Robert Downey Jr"),
    ("ok so I guess it's Margaret Hill", "Margaret Hill"),
    ("Xi", "Xi"),
    ("yeah it's dave", "Dave"),
    ("sam, what's yours?", "Sam"),
    ("mi nombre es Lucía", "Lucía"),
    ("Björk", "Björk"),
    ("put me down as Pat", "Pat"),
    ("everyone calls me Ginny", "Ginny"),
    ("My name is Ana and I work at Acme", "Ana"),
    ("Alexander Smith, but everyone calls me Al", "Alexander Smith"),
]
NOT_NAMES = [
    "USD",
    "Madrid",
    "ask Peter in sales",
    "I'm the CEO",
    "I'm not sure",
    "I'm looking for a CRM",
    "50k",
    "we need a CRM",
    "head of sales",
    "ceo",
    "I'm interested",
    "im busy",
    "call me later",
    "call me tomorrow",
    "it's complicated",
    "it's a long story",
    "this is urgent",
    "",
    "🙂",
    "ana@acme.com",
    "+49 30 901820",
    "my name is none of your concern",
    "R2D2",
    "you first",
    "guess",
    "that's not important right now",
    "I already have an account",
    "nobody",
    "anonymous",
]
TOLD_NAMES = [
    ("Hi, I'm Ana María López and we need leads", "Ana María López"),
    ("this is Bob", "Bob"),
    ("my name is bob", "Bob"),
    ("Bob here, we need a CRM", "Bob"),
    ("hi im bob from acme", "Bob"),
    ("call me Al", "Al"),
    ("I am Jürgen", "Jürgen"),
    ("I'm Sarah from Initech", "Sarah"),
    ("my name's Wei Chen", "Wei Chen"),
]
NOT_TOLD_NAMES = [
    "I'm the CEO",
    "I'm not sure",
    "I'm looking for a CRM",
    "I'm German",
    "I'm CEO",
    "I'm Head of Sales",
    "I'm interested",
    "I am in Berlin",
    "I'm from Berlin",
    "this is urgent",
    "This is Great",
    "call me tomorrow",
    "call me back",
    "Bob",
    "we use Oscar",
    "right here",
    "I'm good",
    "over here",
    "is anyone here",
    "I'm a developer",
    "I'm Interested",
    "the CEO here",
    "new here",
]
COMPANIES = [
    ("company name = Larkin Tools", "Larkin Tools"),
    ("we're a startup, name is zephyr", "zephyr"),
    ("Maria Sol, Granite Works", "Granite Works"),
    ("we're Larkin Tools from Hamburg", "Larkin Tools"),
    ("bin bei der Post", "Post"),
    ("Acme", "Acme"),
    ("acme", "acme"),
    ("Acme GmbH", "Acme GmbH"),
    ("Acme, Inc.", "Acme, Inc."),
    ("I work at Acme", "Acme"),
    ("i work for acme corp", "acme corp"),
    ("we are Foo Inc", "Foo Inc"),
    ("We're Initech", "Initech"),
    ("from Initech", "Initech"),
    ("I'm from Initech", "Initech"),
    ("I'm with Initech", "Initech"),
    ("our company is called Blue Sky Logistics", "Blue Sky Logistics"),
    ("the company is Initech", "Initech"),
    ("company name: Initech Ltd.", "Initech Ltd."),
    ("it's called Hooli", "Hooli"),
    ("it's Hooli", "Hooli"),
    ("AT&T", "AT&T"),
    ("H&M", "H&M"),
    ("3M", "3M"),
    ("7-Eleven", "7-Eleven"),
    ("Procter & Gamble", "Procter & Gamble"),
    ("Johnson and Johnson", "Johnson and Johnson"),
    ("Ben & Jerry's", "Ben & Jerry's"),
    ("Smith, Jones & Co.", "Smith, Jones & Co."),
    ("Toys R Us", "Toys R Us"),
    ("Great Western Trains", "Great Western Trains"),
    ("The Home Depot", "The Home Depot"),
    ("acme.com", "acme.com"),
    ("Acme in Berlin", "Acme"),
    ("Acme, a logistics company", "Acme"),
    ("Acme, we make anvils", "Acme"),
    ("Hi, I'm at Acme", "Acme"),
    ("I run Bob's Burgers", "Bob's Burgers"),
    ("Bob's Burgers, thanks", "Bob's Burgers"),
    ("Müller & Söhne KG", "Müller & Söhne KG"),
    ("株式会社トヨタ", "株式会社トヨタ"),
    ("E.ON", "E.ON"),
    ("Yahoo!", "Yahoo!"),
    ("we are called Northwind Traders", "Northwind Traders"),
    ("Northwind Traders Ltd, UK", "Northwind Traders Ltd"),
    ("I represent the Wayne Foundation", "Wayne Foundation"),
    ("working for Stark Industries", "Stark Industries"),
    ("my company is globex", "globex"),
    ("globex corporation", "globex corporation"),
    ("Berlin Packaging", "Berlin Packaging"),
    ("Bank of America", "Bank of America"),
    ("University of Oxford", "University of Oxford"),
    ("I own a small bakery called Crumbs", "Crumbs"),
    ("it's a startup named Zyx", "Zyx"),
    ("Ana from Acme", "Acme"),
    ("CTO at Acme", "Acme"),
    ("Acme (Germany)", "Acme"),
    ("Deutsche Bahn AG", "Deutsche Bahn AG"),
    ("McKinsey", "McKinsey"),
    ("we're a company called Umbrella", "Umbrella"),
    ("sure: Dunder Mifflin", "Dunder Mifflin"),
    ("dunder mifflin paper company, scranton", "dunder mifflin paper company"),
    ("{slot}", "{slot}"),
]
NOT_COMPANIES = [
    "pretty cool",
    "so boring",
    "",
    "🙂",
    "50",
    "120 people",
    "ana@acme.com",
    "we sell shoes online to customers in the whole world and we have been doing so since 1999",
    "we make shoes",
    "I'm the CEO",
    "Germany",
    "Berlin",
    "a small bakery",
    "just a small company",
    "about 50k",
    "in March",
    "head of sales",
    "my own company",
]
TOLD_COMPANIES = [
    ("this is Ines from Larkin Tools", "Larkin Tools"),
    ("we at Larkin Tools need more leads", "Larkin Tools"),
    ("I'm Ana, I work at Acme", "Acme"),
    ("I'm Bob from Initech", "Initech"),
    ("We are Foo Inc and need leads", "Foo Inc"),
    ("our company, Hooli, loses leads", "Hooli"),
    ("writing on behalf of Wayne Enterprises", "Wayne Enterprises"),
    ("CTO at Acme", "Acme"),
    ("our company is called globex", "globex"),
    ("Here at Stark Industries we need a CRM", "Stark Industries"),
    ("Acme GmbH is looking for a CRM", "Acme GmbH"),
    ("Ola Nordmann, CEO of Fjord AS", "Fjord AS"),
]
NOT_TOLD_COMPANIES = [
    "moving away from Pipedrive",
    "I work at home",
    "I work from Berlin",
    "I'm from Germany",
    "we are looking for a CRM",
    "I work for a bank",
    "we are in Berlin",
    "We are German",
    "we use HubSpot",
    "I'm from sales",
    "switching from Salesforce",
    "at the moment nothing",
    "I work at the office",
    "We are 50 people",
    "available at 3pm",
    "We are Struggling",
    "call me at 5",
    "I'm with you",
]


def reading(text: str, asking: Topic | None, topic: Topic) -> str | None:
    read = {Topic.NAME: read_name, Topic.COMPANY: read_company}[topic]
    parsed = read(text, Context(now=NOW, asking=asking))
    assert parsed is None or parsed.topic is topic
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_in_answer_to_its_question(text: str, name: str) -> None:
    assert read_name(text, Context(now=NOW, asking=Topic.NAME)) == Parsed(
        Topic.NAME, Standing.GIVEN, Text(name)
    )


@pytest.mark.parametrize("text", NOT_NAMES)
def test_words_that_are_no_name(text: str) -> None:
    assert reading(text, Topic.NAME, Topic.NAME) is None


@pytest.mark.parametrize(("text", "name"), TOLD_NAMES, ids=[row[0] for row in TOLD_NAMES])
def test_a_name_told_before_it_is_asked(text: str, name: str) -> None:
    assert reading(text, None, Topic.NAME) == name


@pytest.mark.parametrize("text", NOT_TOLD_NAMES)
def test_no_name_is_made_up(text: str) -> None:
    assert reading(text, None, Topic.NAME) is None


@pytest.mark.parametrize(("text", "company"), COMPANIES, ids=[row[0] for row in COMPANIES])
def test_a_company_in_answer_to_its_question(text: str, company: str) -> None:
    assert reading(text, Topic.COMPANY, Topic.COMPANY) == company


@pytest.mark.parametrize("text", NOT_COMPANIES)
def test_words_that_are_no_company(text: str) -> None:
    assert reading(text, Topic.COMPANY, Topic.COMPANY) is None


@pytest.mark.parametrize(("text", "company"), TOLD_COMPANIES, ids=[row[0] for row in TOLD_COMPANIES])
def test_a_company_told_before_it_is_asked(text: str, company: str) -> None:
    assert reading(text, None, Topic.COMPANY) == company


@pytest.mark.parametrize("text", NOT_TOLD_COMPANIES)
def test_no_company_is_made_up(text: str) -> None:
    assert reading(text, None, Topic.COMPANY) is None


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]), st.sampled_from([Topic.NAME, Topic.COMPANY]))
def test_any_text_can_be_read(text: str, asking: Topic | None, topic: Topic) -> None:
    assert reading(text, asking, topic) != ""
