"""Next steps of the scoring file: read whole, and refused with their line."""

from pathlib import Path

import pytest

from leads.adapters.scoring_file import read_scoring
from leads.domain.bant import Temperature
from leads.domain.matrix import Quadrant
from leads.services.errors import FileError
from tests.leads.domain.prospects import SCORING_FILE

SHIPPED = Path(SCORING_FILE).read_text(encoding="utf-8")


def edited(old: str, new: str) -> str:
    assert SHIPPED.count(old) == 1, f"{old!r} must stand in the file once"
    return SHIPPED.replace(old, new)


def test_a_step_is_meant_for_what_is_listed_and_else_for_all() -> None:
    book, complete, *_ = read_scoring(SHIPPED).model.next_steps
    assert book.quadrants == {Quadrant.GOOD_FIT_INTERESTED, Quadrant.GOOD_FIT_LESS_INTERESTED}
    assert book.temperatures == {Temperature.HOT}
    assert complete.quadrants == set(Quadrant)


def test_a_file_without_steps_is_fine() -> None:
    without = SHIPPED[: SHIPPED.index("next_steps:")]
    assert read_scoring(without).model.next_steps == ()
    assert read_scoring(without).warnings == ()


def test_leads_without_a_next_step_are_warned_of() -> None:
    text = edited(
        "    temperatures: [warm]\n", "    temperatures: [warm]\n    quadrants: [poor_fit_interested]\n"
    )
    (warning,) = read_scoring(text).warnings
    assert "no next step for good fit interested, warm; good fit less interested, warm" in warning


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("temperatures: [warm]", "temperatures: [tepid]", "must be one of hot, warm, cold, got 'tepid'"),
        (
            "missing ({missing})",
            "missing ({wishes})",
            r"do mentions \{wishes\}; what it may mention: \{name\}",
        ),
        ('    call: "No call."\n', "", "call is missing in leave"),
        ('      subject: "Thank you"\n', "", "subject is missing in email"),
        ('subject: "Thank you"', f"subject: {'x' * 4001}", "more than 4,000 characters"),
    ],
)
def test_mistakes_are_told_with_their_line(old: str, new: str, why: str) -> None:
    with pytest.raises(FileError, match=why) as refusal:
        read_scoring(edited(old, new))
    assert refusal.value.line > SHIPPED[: SHIPPED.index("next_steps:")].count("\n")
