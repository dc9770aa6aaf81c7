"""What if the lines were elsewhere: replayed over history, and nothing is written."""

from datetime import UTC, datetime, timedelta

import pytest

from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel
from leads.domain.reaching import Goal, Lines, with_lines
from leads.domain.topics import Topic
from leads.services import intake
from leads.services.core import Core
from leads.services.errors import InvalidField
from leads.services.intake import LeadChanges
from leads.services.statements import Statement
from leads.services.what_if import lines_in_force, what_if
from tests.leads.conftest import Clock

NOV, DEC = (2026, 11), (2026, 12)


def tell(core: Core, *told: tuple[Topic, str], lead_id: str | None = None) -> str:
    statements = tuple(Statement(topic, words) for topic, words in told)
    with core.store.writing() as work:
        if lead_id is None:
            return intake.create_lead(core, work, channel=Channel.API, told=statements).id
        return intake.change_lead(core, work, lead_id, LeadChanges(told=statements), actor="test").id


def test_a_lower_line_is_reached_by_more_and_earlier(core: Core, clock: Clock) -> None:
    lead_id = tell(core, (Topic.AUTHORITY, "I decide alone"), (Topic.ROLE, "ceo"))  # fit 40
    clock.advance(timedelta(days=20))
    tell(core, (Topic.BUDGET, "50000 usd"), lead_id=lead_id)  # fit 70
    tell(core, (Topic.AUTHORITY, "I decide alone"))  # fit 25, for good
    found = what_if(core, Lines(fit=40, interest=50, ready=60))
    assert found.as_is[Goal.GOOD_FIT] == {DEC: 1}
    assert found.as_asked[Goal.GOOD_FIT] == {NOV: 1}
    assert found.only_then[Goal.GOOD_FIT] == found.only_now[Goal.GOOD_FIT] == 0
    lower = what_if(core, Lines(fit=25, interest=50, ready=60))
    assert lower.as_asked[Goal.GOOD_FIT] == {NOV: 1, DEC: 1}
    assert lower.only_then[Goal.GOOD_FIT] == 1
    higher = what_if(core, Lines(fit=71, interest=50, ready=60))
    assert (higher.as_asked[Goal.GOOD_FIT], higher.only_now[Goal.GOOD_FIT]) == ({}, 1)
    assert lower.months == [DEC, NOV]


def test_who_would_have_been_for_sales_is_named(core: Core) -> None:
    hot = (
        (Topic.NEED, "we lose leads"),
        (Topic.BUDGET, "50000 usd"),
        (Topic.TIMEFRAME, "as soon as possible"),
    )
    ana = tell(core, *hot, (Topic.AUTHORITY, "I decide alone"))  # fit 55, interest 70
    strict = core.under(with_lines(core.model, Lines(fit=60, interest=50, ready=60)))
    ((example, at),) = what_if(strict, lines_in_force(core)).examples
    assert (example.id, at) == (ana, core.clock())
    assert what_if(core, lines_in_force(core)).examples == []


def test_a_line_that_a_buying_cycle_reaches_is_reached_without_a_word(core: Core, clock: Clock) -> None:
    lead_id = tell(core, (Topic.NAME, "Ana"))
    bought = Signal("b", SignalKind.PURCHASE, datetime(2026, 8, 20, tzinfo=UTC), {"cycle": "quarterly"})
    with core.store.writing() as work:
        intake.add_signals(core, work, lead_id, [bought])
    found = what_if(core, Lines(fit=50, interest=40, ready=60))
    assert found.as_is[Goal.READY] == {NOV: 1}
    assert found.as_asked[Goal.INTERESTED] == {(2026, 10): 1}
    assert found.as_is[Goal.INTERESTED] == {NOV: 1}


def test_nothing_is_written_and_lines_stay_on_the_scale(core: Core) -> None:
    lead_id = tell(core, (Topic.AUTHORITY, "I decide alone"))
    with core.store.reading() as work:
        before = (work.leads.get(lead_id), work.facts.ledger(lead_id))
    what_if(core, Lines(1, 1, 1))
    with core.store.reading() as work:
        assert (work.leads.get(lead_id), work.facts.ledger(lead_id)) == before
    with pytest.raises(InvalidField, match="between 1 and 100"):
        what_if(core, Lines(0, 50, 60))
