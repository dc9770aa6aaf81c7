"""The cells of the matrix, and their edges."""

import pytest

from leads.domain.matrix import Quadrant, Scores, Thresholds, quadrant

THRESHOLDS = Thresholds(fit=50, interest=60)


@pytest.mark.parametrize(
    ("fit", "interest", "expected"),
    [
        pytest.param(50, 60, "good_fit_interested", id="both on the threshold are on the high side"),
        pytest.param(100, 100, "good_fit_interested", id="top right"),
        pytest.param(50, 59, "good_fit_less_interested", id="interest just below"),
        pytest.param(100, 0, "good_fit_less_interested", id="top left"),
        pytest.param(49, 60, "poor_fit_interested", id="fit just below"),
        pytest.param(0, 100, "poor_fit_interested", id="bottom right"),
        pytest.param(49, 59, "poor_fit_not_interested", id="both just below"),
        pytest.param(0, 0, "poor_fit_not_interested", id="bottom left"),
    ],
)
def test_the_cell_of_two_scores(fit: int, interest: int, expected: str) -> None:
    assert quadrant(Scores(fit=fit, interest=interest), THRESHOLDS) == Quadrant(expected)


def test_good_fit_is_the_upper_row() -> None:
    assert [cell for cell in Quadrant if cell.is_good_fit] == [
        Quadrant.GOOD_FIT_INTERESTED,
        Quadrant.GOOD_FIT_LESS_INTERESTED,
    ]
