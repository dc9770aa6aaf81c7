"""What differs between two files, told place by place."""

import pytest

from leads.domain.differences import Difference, Tree, differences

FILE: Tree = {"cap": "40", "bands": {"low": {"points": "1"}, "high": {"points": "9"}}, "words": ("a", "b")}


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(FILE, (), id="nothing"),
        pytest.param({**FILE, "cap": "50"}, (Difference(("cap",), "40", "50"),), id="a value"),
        pytest.param(
            {**FILE, "words": ("b", "c")},
            (Difference(("words",), "a", None), Difference(("words",), None, "c")),
            id="items",
        ),
        pytest.param(
            {**FILE, "words": ("b", "a")},
            (Difference(("words", "order"), "a, b", "b, a"),),
            id="order of a list",
        ),
        pytest.param(
            {**FILE, "bands": {"high": {"points": "9"}, "low": {"points": "1"}}},
            (Difference(("bands", "order"), "low, high", "high, low"),),
            id="order of a section",
        ),
        pytest.param(
            {**FILE, "bands": {"low": {"points": "1"}, "top": {"points": "9", "reason": "Best"}}},
            (
                Difference(("bands", "top"), None, "points: 9; reason: Best"),
                Difference(("bands", "high"), "points: 9", None),
            ),
            id="parts of a section",
        ),
        pytest.param({**FILE, "words": "a"}, (Difference(("words",), "a, b", "a"),), id="another shape"),
    ],
)
def test_every_change_is_told_with_its_place(after: Tree, told: tuple[Difference, ...]) -> None:
    assert differences(FILE, after) == told
