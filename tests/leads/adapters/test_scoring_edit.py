"""Single values of the file are changed where they stand; all the rest stays as people wrote it."""

from dataclasses import replace

import pytest

from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import read_scoring
from leads.domain.conditions import Words
from leads.domain.differences import Difference, differences
from leads.domain.model import Band, Persona
from leads.domain.topics import Topic
from leads.services.errors import FileError
from leads.services.scoring import PersonaBand, Place
from tests.leads.domain.prospects import SCORING_FILE

SHIPPED = SCORING_FILE.read_text(encoding="utf-8")
DECIDER: Place = ("answers", "authority", "bands", "decider")


def test_a_value_is_changed_and_the_comments_stay() -> None:
    text = YamlScoring().replaced(SHIPPED, {("thresholds", "fit"): "55", (*DECIDER, "points"): "-7"})
    assert [line for line in SHIPPED.splitlines() if line not in text.splitlines()] == [
        "  fit: 50",
        '      decider: {level: decider, points: 25, reason: "Has the final yes or no"}',
    ]
    found = differences(read_scoring(SHIPPED).content, read_scoring(text).content)
    assert found == (
        Difference(("thresholds", "fit"), "50", "55"),
        Difference((*DECIDER, "points"), "25", "-7"),
    )


@pytest.mark.parametrize("words", ['Says "yes": or no', "a # b", "{floor} é 💬", "on", "line\nbreak", "12"])
def test_words_are_read_back_as_they_were_given(words: str) -> None:
    text = YamlScoring().replaced(SHIPPED, {("wording", "lowest"): words, ("wording", "highest"): words})
    content = read_scoring(text).content
    assert isinstance(content, dict)
    assert content["wording"] == {"lowest": words, "highest": words}


@pytest.mark.parametrize("place", [("thresholds",), ("thresholds", "no"), ("label", "x")])
def test_a_place_that_holds_no_value_is_refused(place: Place) -> None:
    with pytest.raises(FileError):
        YamlScoring().replaced(SHIPPED, {place: "1"})


BROKER = PersonaBand("broker", ("broker", "agent: own account"), Persona.ANTI, -35, 'Sells "for others"')


def roles(text: str) -> dict[str, Band]:
    return {band.name: band for band in read_scoring(text).model.answers[Topic.ROLE].bands}


def test_a_new_band_of_roles_is_looked_at_first_and_nothing_else_moves() -> None:
    text = YamlScoring().with_persona(SHIPPED, BROKER)
    found = roles(text)
    assert next(iter(found)) == "broker"
    assert found["broker"] == Band(
        "broker", Words.of(BROKER.words), BROKER.points, BROKER.reason, BROKER.persona
    )
    assert [line for line in text.splitlines() if line not in SHIPPED.splitlines()] == [
        "      broker:",
        '        words: [broker, "agent: own account"]',
        "        points: -35",
        '        reason: "Sells \\"for others\\""',
    ]
    assert YamlScoring().without_persona(text, "broker") == SHIPPED


@pytest.mark.parametrize("name", ["consultant", "supporting", "manager"])
def test_a_band_of_roles_is_changed_where_it_stands(name: str) -> None:
    text = YamlScoring().with_persona(SHIPPED, replace(BROKER, name=name))
    before, after = roles(SHIPPED), roles(text)
    assert list(after) == list(before)
    assert after[name].points == -35
    assert {**after, name: before[name]} == before
    comments = [line for line in SHIPPED.splitlines() if "#" in line]
    assert [line for line in text.splitlines() if "#" in line and "agent:" not in line] == comments


@pytest.mark.parametrize("name", list(roles(SHIPPED)))
def test_a_band_of_roles_is_taken_out_alone(name: str) -> None:
    before, after = roles(SHIPPED), roles(YamlScoring().without_persona(SHIPPED, name))
    assert list(after) == [other for other in before if other != name]


def test_bands_written_in_one_line_stay_so() -> None:
    text = SHIPPED.replace(
        "      competitor:\n        words: [competitor]\n        persona: anti\n        points: -40\n"
        '        reason: "Works for a competitor"\n',
        '      competitor: {words: [competitor], persona: anti, points: -40, reason: "Rival"}  # ours\n',
    )
    assert text != SHIPPED
    changed = YamlScoring().with_persona(text, replace(BROKER, name="competitor"))
    assert roles(changed)["competitor"].points == -35
    assert "}  # ours\n" in changed
    assert "competitor" not in roles(YamlScoring().without_persona(text, "competitor"))


def test_who_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(FileError, match="there is no pirate in bands"):
        YamlScoring().without_persona(SHIPPED, "pirate")
