"""What visits mean."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.behaviour import SEEN, Pages, Prompt, Watching, due, kind_of_view, visits
from leads.domain.facts import Signal, SignalKind

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PAUSE = timedelta(minutes=30)
PAGES = Pages(
    {
        SignalKind.CAREERS_PAGE: ("/careers*", "*/jobs"),
        SignalKind.QUOTE_REQUEST: ("/quote", "/offer.php"),
    }
)
QUOTE = Prompt("quote", text="A quote?", signal=SignalKind.QUOTE_REQUEST)
RETURNING = Prompt("returning", text="Back again?", visits=3)
WATCHING = Watching(pause=PAUSE, pages=PAGES, prompts=(QUOTE, RETURNING))


def seen(*minutes: float, kind: SignalKind = SignalKind.PAGE_VIEW) -> list[Signal]:
    return [Signal(f"s-{minute}-{kind}", kind, NOON + timedelta(minutes=minute)) for minute in minutes]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/careers", SignalKind.CAREERS_PAGE),
        ("/Careers/sales-rep", SignalKind.CAREERS_PAGE),
        ("/en/jobs", SignalKind.CAREERS_PAGE),
        ("/en/jobs/1", None),
        ("/quote", SignalKind.QUOTE_REQUEST),
        ("/quotes", None),
        ("/offerXphp", None),
        ("/", None),
        ("", None),
        ("/careers\nx", SignalKind.CAREERS_PAGE),
    ],
)
def test_a_page_means_what_the_first_pattern_says(path: str, kind: SignalKind | None) -> None:
    assert PAGES.kind_of(path) is kind


@pytest.mark.parametrize(
    ("before", "path", "kind"),
    [
        ([], "/pricing", SignalKind.PAGE_VIEW),
        (seen(-29), "/pricing", SignalKind.PAGE_VIEW),
        (seen(-30), "/pricing", SignalKind.REPEAT_VISIT),
        (seen(-90, -10), "/pricing", SignalKind.PAGE_VIEW),
        (seen(-90), "/quote", SignalKind.QUOTE_REQUEST),
        (seen(-90, kind=SignalKind.NEWSLETTER_CLICK), "/pricing", SignalKind.PAGE_VIEW),
        (seen(-90, kind=SignalKind.CAREERS_PAGE), "/pricing", SignalKind.REPEAT_VISIT),
    ],
    ids=["first", "same visit", "another visit", "in between", "what it means", "a mail", "any page"],
)
def test_a_look_at_a_page_is_one_thing(before: list[Signal], path: str, kind: SignalKind) -> None:
    assert kind_of_view(path, before=before, at=NOON, watching=WATCHING) is kind


@given(st.lists(st.integers(0, 10_000)), st.randoms())
def test_visits_do_not_depend_on_the_order_and_never_outnumber_views(
    minutes: list[int], luck: object
) -> None:
    views = seen(*minutes)
    count = visits(views, PAUSE)
    luck.shuffle(views)
    assert count == visits(views, PAUSE)
    assert min(1, len(views)) <= count <= len(views)


def test_a_visit_ends_with_the_pause() -> None:
    assert visits(seen(0, 10, 20), PAUSE) == 1
    assert visits(seen(0, 30, 90, 100), PAUSE) == 3
    assert visits(seen(0, kind=SignalKind.PURCHASE), PAUSE) == 0


@pytest.mark.parametrize(
    ("before", "now", "prompt"),
    [
        ([], seen(0), None),
        ([], seen(0, kind=SignalKind.QUOTE_REQUEST), QUOTE),
        (seen(-60), seen(0), None),
        (seen(-120, -60), seen(0), RETURNING),
        (seen(-120, -60), seen(0, kind=SignalKind.QUOTE_REQUEST), QUOTE),
        (seen(-60, kind=SignalKind.QUOTE_REQUEST), seen(0), None),
    ],
    ids=["nothing yet", "a quote", "twice", "three times", "the first that is due", "long ago"],
)
def test_we_speak_first_when_there_is_cause(
    before: list[Signal], now: list[Signal], prompt: Prompt | None
) -> None:
    assert due(WATCHING, before=before, now=now) is prompt


def test_only_what_can_be_seen_on_a_page_counts_as_a_visit() -> None:
    assert SignalKind.PURCHASE not in SEEN
    assert SignalKind.FORM_SUBMIT not in SEEN
