"""All leads: the matrix, the list, the filters."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from console.views.leads import PAGE
from leads.domain.lead import Channel, Stage
from leads.domain.rep import Rep
from tests.support.console_app import HOT_TALK, ConsoleApp, Person

SVG = "{http://www.w3.org/2000/svg}"


def listed(page: str) -> list[str]:
    """The leads in the list, from top to bottom."""
    return [unescape(name) for name in re.findall(r'<a data-item href="[^"]+"><bdi>([^<]*)</bdi>', page)]


def picture(page: str) -> ElementTree.Element:
    """The matrix, parsed."""
    found = re.search(r"<svg viewBox=\"-46.*?</svg>\s*<figcaption>", page, re.DOTALL)
    assert found
    source = (
        found[0].removesuffix("<figcaption>").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    return ElementTree.fromstring(source)  # noqa: S314 - our own page


def cast(app: ConsoleApp, robin: Rep) -> None:
    """Three leads, the oldest first."""
    for sender, name, company, changes in (
        (
            "1",
            "Ana Lopez",
            "Acme",
            {"fit": 90, "interest": 80, "temperature": "hot", "quadrant": "good_fit_interested"},
        ),
        (
            "2",
            "Ben Carter",
            "Brightwater",
            {
                "fit": 70,
                "interest": 20,
                "temperature": "warm",
                "quadrant": "good_fit_less_interested",
                "owner_id": robin.id,
            },
        ),
        ("3", "Cleo Dunn", "Acme Sons", {"fit": 5, "interest": 0, "stage": Stage.FAILED}),
    ):
        lead_id = app.talk("hello", sender=sender)
        app.change_lead(
            lead_id, name=name, company=company, email=f"{name[:3].lower()}@example.org", **changes
        )


class TestList:
    def test_it_is_newest_first(self, app: ConsoleApp, person: Person, robin: Rep) -> None:
        cast(app, robin)
        assert listed(person.get("/console/").text) == ["Cleo Dunn", "Ben Carter", "Ana Lopez"]

    def test_a_row_says_who_how_ready_where_and_whose(self, app: ConsoleApp, person: Person) -> None:
        lead_id = app.talk(*HOT_TALK, "I'm Ana Lopez from Acme GmbH", "ana@acme.example", channel=Channel.SMS)
        app.pass_time(minutes=5)
        row = re.search(rf'<tr data-key="lead-{lead_id}.*?</tr>', person.get("/console/").text, re.DOTALL)
        assert row
        with app.core.store.reading() as work:
            lead = work.leads.get(lead_id)
        assert lead is not None
        for words in (
            "Ana Lopez",
            "Acme GmbH",
            "ana@acme.example",
            "Hot",
            "Qualified",
            "Nobody yet",
            "SMS",
            "5 min ago",
        ):
            assert words in row[0], words
        assert f"</span>{lead.fit}</td>" in row[0]
        assert f"</span>{lead.interest}</td>" in row[0]

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("quadrant=good_fit_interested", ["Ana Lopez"]),
            ("temperature=warm", ["Ben Carter"]),
            ("stage=failed", ["Cleo Dunn"]),
            ("q=acme", ["Cleo Dunn", "Ana Lopez"]),
            ("q=BEN@", ["Ben Carter"]),
            ("q=acme&temperature=hot", ["Ana Lopez"]),
            ("q=%25", []),
            ("temperature=&stage=&q=+", ["Cleo Dunn", "Ben Carter", "Ana Lopez"]),
        ],
    )
    def test_filters(self, app: ConsoleApp, person: Person, robin: Rep, query: str, names: list[str]) -> None:
        cast(app, robin)
        page = person.get(f"/console/?{query}").text
        assert listed(page) == names
        assert len(picture(page).findall(f".//{SVG}a")) == len(names), "the picture shows the same leads"

    def test_the_owner_is_a_filter_too(self, app: ConsoleApp, person: Person, robin: Rep) -> None:
        cast(app, robin)
        assert listed(person.get(f"/console/?owner={robin.id}").text) == ["Ben Carter"]

    def test_the_form_keeps_its_values(self, person: Person, robin: Rep) -> None:
        address = f'/console/?q=a"b&quadrant=good_fit_interested&temperature=hot&stage=new&owner={robin.id}'
        page = person.get(address).text
        assert 'value="a&#34;b"' in page
        for value in ("good_fit_interested", "hot", "new", robin.id):
            assert f'<option value="{value}" selected>' in page

    def test_older_ones_are_a_link_away_with_the_filters_kept(self, app: ConsoleApp, person: Person) -> None:
        for number in range(PAGE + 3):
            app.change_lead(app.talk("hello", sender=str(number)), name=f"Lead {number}")
        first = person.get("/console/?temperature=cold").text
        assert len(listed(first)) == PAGE
        older = re.search(r'<a rel="next" href="([^"]+)"', first)
        assert older
        second = person.get(unescape(older[1])).text
        assert "temperature=cold" in older[1]
        assert listed(second) == ["Lead 2", "Lead 1", "Lead 0"]
        assert 'rel="next"' not in second
        assert "Back to the newest" in second
        assert len(picture(second).findall(f".//{SVG}a")) == PAGE + 3, "the picture goes on showing all"

    def test_an_empty_list_says_what_will_come(self, person: Person) -> None:
        assert "No leads yet" in person.get("/console/").text

    def test_filters_that_find_nothing_can_be_taken_off(self, app: ConsoleApp, person: Person) -> None:
        app.talk("hello")
        page = person.get("/console/?q=nothing-like-this").text
        assert "No lead matches these filters" in page
        assert 'href="/console/">Show all' in page


class TestMatrix:
    def test_it_names_axes_thresholds_and_quadrants(self, app: ConsoleApp, person: Person) -> None:
        app.talk("hello")
        words = [text.text for text in picture(person.get("/console/").text).iter(f"{SVG}text")]
        thresholds = app.core.model.thresholds
        assert {"Interest, in points →", "Fit, in points →", "0", "100"} <= set(words)
        assert {"Good fit, interested", "Good fit, less interested"} <= set(words)
        assert {"Poor fit, interested", "Poor fit, not interested"} <= set(words)
        assert {str(thresholds.fit), str(thresholds.interest)} <= set(words)

    def test_every_point_opens_its_lead_and_says_who_it_is(
        self, app: ConsoleApp, person: Person, robin: Rep
    ) -> None:
        cast(app, robin)
        points = picture(person.get("/console/").text).findall(f".//{SVG}a")
        titles = {point.findtext(f"{SVG}title") for point in points}
        assert "Ana Lopez: fit 90, interest 80, hot" in titles
        assert all(person.get(point.attrib["href"]).status_code == 200 for point in points)

    def test_a_temperature_has_a_shape_of_its_own(self, app: ConsoleApp, person: Person, robin: Rep) -> None:
        cast(app, robin)
        points = picture(person.get("/console/").text).findall(f".//{SVG}a")
        shapes = {(point[-1].tag, point[-1].attrib.get("d")) for point in points}
        assert len(shapes) == 3

    def test_a_sentence_says_how_many_there_are(self, app: ConsoleApp, person: Person, robin: Rep) -> None:
        assert "No leads; best leads top right" in person.get("/console/").text
        cast(app, robin)
        assert "All 3 leads; best leads top right" in person.get("/console/").text
        assert "One lead that matches; best" in person.get("/console/?stage=failed").text
