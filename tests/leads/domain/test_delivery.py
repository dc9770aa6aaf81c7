"""Delivery reports in any order, and where a message stands after them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.delivery import DeliveryStatus, furthest

reports = st.lists(st.sampled_from(DeliveryStatus))


@pytest.mark.parametrize("order", list(permutations(["queued", "sent", "delivered"])), ids="-".join)
def test_F17_out_of_order_reports_end_delivered(order: tuple[str, ...]) -> None:
    assert furthest(map(DeliveryStatus, order)) is DeliveryStatus.DELIVERED


@pytest.mark.parametrize(
    ("order", "stands"),
    [
        ([], None),
        (["accepted"], "accepted"),
        (["delivered", "read"], "read"),
        (["read", "delivered"], "read"),
        (["undelivered", "delivered"], "undelivered"),
        (["failed", "sent", "queued"], "failed"),
        (["canceled", "read"], "canceled"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else str(value),
)
def test_F17_the_first_final_report_stays(order: list[str], stands: str | None) -> None:
    assert furthest(map(DeliveryStatus, order)) == stands


@given(reports, st.sampled_from(DeliveryStatus))
def test_F17_a_further_report_never_takes_it_back(before: list[DeliveryStatus], then: DeliveryStatus) -> None:
    earlier, later = furthest(before), furthest([*before, then])
    stations = list(DeliveryStatus)
    assert later is not None
    assert earlier is None or stations.index(later) >= stations.index(earlier)
    assert later in {earlier, then}


@given(reports)
def test_F17_hearing_everything_twice_changes_nothing(order: list[DeliveryStatus]) -> None:
    assert furthest([*order, *order]) == furthest(order)
