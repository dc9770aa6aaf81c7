"""What became of a lead, by what people noted and what was bought."""

from datetime import UTC, datetime, timedelta

import pytest

from leads.domain.lead import Channel, DispositionReason, Lead, Stage
from leads.domain.outcomes import Outcome, Result, Verdict, result_of, verdict

CAME = datetime(2026, 3, 1, tzinfo=UTC)


def day(number: int) -> datetime:
    return CAME + timedelta(days=number)


def lead(stage: Stage) -> Lead:
    return Lead("ana", created_at=CAME, updated_at=CAME, channel=Channel.WIDGET, stage=stage)


def noted(*results: Result) -> list[Outcome]:
    return [
        Outcome(str(number), "ana", result, by="rep", at=day(number))
        for number, result in enumerate(results, start=1)
    ]


@pytest.mark.parametrize(
    ("stage", "results", "bought", "expected"),
    [
        (Stage.QUALIFYING, [], [], None),
        (Stage.FAILED, [Result.LOST], [], Verdict(is_won=False, at=day(1))),
        (Stage.FAILED, [], [], None),  # let go by the bot
        (Stage.FAILED, [Result.OPEN], [], None),  # could not be reached
        (Stage.FAILED, [Result.LOST, Result.OPEN], [], None),  # put right: the data was wrong
        (Stage.QUALIFYING, [Result.LOST], [], None),  # lost, and back
        (Stage.CONVERTED, [Result.OPEN], [], None),  # a deal that is still open
        (Stage.CONVERTED, [Result.OPEN, Result.WON], [], Verdict(is_won=True, at=day(2))),
        (Stage.CONVERTED, [Result.OPEN, Result.WON, Result.LOST], [], Verdict(is_won=False, at=day(3))),
        (Stage.NURTURE, [Result.OPEN, Result.WON], [], Verdict(is_won=True, at=day(2))),
        (Stage.NURTURE, [], [day(9), day(5)], Verdict(is_won=True, at=day(5))),
        (Stage.FAILED, [Result.LOST], [day(9)], Verdict(is_won=True, at=day(9))),
        (Stage.NURTURE, [], [day(-200)], None),  # a customer from before
        (Stage.REMOVED, [Result.WON], [day(9)], None),  # entered by mistake
    ],
)
def test_a_verdict(
    stage: Stage, results: list[Result], bought: list[datetime], expected: Verdict | None
) -> None:
    assert verdict(lead(stage), noted(*results), bought) == expected
    assert verdict(lead(stage), reversed(noted(*results)), bought) == expected


def test_what_reasons_say() -> None:
    says_nothing = {DispositionReason.INVALID_DATA, DispositionReason.CANNOT_BE_REACHED}
    assert {reason for reason in DispositionReason if result_of(reason) is Result.OPEN} == says_nothing
    assert result_of(None) is Result.OPEN
