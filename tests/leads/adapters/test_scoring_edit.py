"""Single values of the file are changed where they stand; all the rest stays as people wrote it."""

import pytest

from leads.adapters.scoring_edit import Place, replaced
from leads.adapters.scoring_file import read_scoring
from leads.domain.differences import Difference, differences
from leads.services.errors import FileError
from tests.leads.domain.prospects import SCORING_FILE

SHIPPED = SCORING_FILE.read_text(encoding="utf-8")
DECIDER: Place = ("answers", "authority", "bands", "decider")


def test_a_value_is_changed_and_the_comments_stay() -> None:
    text = replaced(SHIPPED, {("thresholds", "fit"): "55", (*DECIDER, "points"): "-7"})
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
    text = replaced(SHIPPED, {("wording", "lowest"): words, ("wording", "highest"): words})
    content = read_scoring(text).content
    assert isinstance(content, dict)
    assert content["wording"] == {"lowest": words, "highest": words}


@pytest.mark.parametrize("place", [("thresholds",), ("thresholds", "no"), ("label", "x")])
def test_a_place_that_holds_no_value_is_refused(place: Place) -> None:
    with pytest.raises(FileError):
        replaced(SHIPPED, {place: "1"})
