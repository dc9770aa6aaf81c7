"""Where leads stand in the picture."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from console.matrix import RADIUS, SIDE, matrix_of
from leads.domain.lead import Channel, Lead
from leads.domain.matrix import Thresholds

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
MIDDLE = Thresholds(fit=50, interest=50)

scores = st.integers(0, 100)
# Where both sides of a line have room for a shape.
thresholds = st.builds(Thresholds, fit=st.integers(10, 90), interest=st.integers(10, 90))


def lead(fit: int, interest: int, temperature: str = "cold", lead_id: str = "x") -> Lead:
    return Lead(
        lead_id, NOW, NOW, Channel.WIDGET, fit=fit, interest=interest, temperature=temperature, name="Ana"
    )


def test_interest_runs_to_the_right_and_fit_upwards() -> None:
    (point,) = matrix_of([lead(fit=75, interest=25)], MIDDLE).points
    assert (point.x, point.y) == (SIDE / 4, SIDE / 4)


def test_the_lines_are_at_the_thresholds() -> None:
    matrix = matrix_of([], Thresholds(fit=60, interest=30))
    assert (matrix.line_x, matrix.line_y) == (0.3 * SIDE, 0.4 * SIDE)


@given(st.lists(st.tuples(scores, scores), max_size=60), thresholds)
def test_every_shape_is_wholly_in_the_picture_and_on_its_side_of_both_lines(
    pairs: list[tuple[int, int]], thresholds: Thresholds
) -> None:
    matrix = matrix_of([lead(fit, interest) for fit, interest in pairs], thresholds)
    assert len(matrix.points) == len(pairs)
    for point in matrix.points:
        assert RADIUS <= point.x <= SIDE - RADIUS
        assert RADIUS <= point.y <= SIDE - RADIUS
        right, top = point.x - matrix.line_x, matrix.line_y - point.y
        assert (right >= RADIUS - 0.1) == (point.lead.interest >= thresholds.interest)
        assert (top >= RADIUS - 0.1) == (point.lead.fit >= thresholds.fit)
        assert min(abs(right), abs(top)) >= RADIUS - 0.1


@given(scores, scores)
def test_a_score_on_the_threshold_is_on_the_high_side(fit: int, interest: int) -> None:
    matrix = matrix_of([lead(fit, interest)], Thresholds(fit=fit, interest=interest))
    (point,) = matrix.points
    assert point.x >= min(matrix.line_x, SIDE - RADIUS)
    assert point.y <= max(matrix.line_y, RADIUS)


def test_leads_with_equal_scores_can_be_told_apart() -> None:
    matrix = matrix_of([lead(20, 20, lead_id=str(number)) for number in range(20)], MIDDLE)
    assert len({(point.x, point.y) for point in matrix.points}) == 20


def test_the_hottest_are_drawn_last_on_top_of_the_others() -> None:
    matrix = matrix_of([lead(80, 80, "hot"), lead(20, 20), lead(60, 60, "warm")], MIDDLE)
    assert [point.lead.temperature for point in matrix.points] == ["cold", "warm", "hot"]
    assert matrix.by_temperature == {"hot": 1, "warm": 1, "cold": 1}
