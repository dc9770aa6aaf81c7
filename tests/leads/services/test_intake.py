"""Leads that come in or change without a conversation."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

import pytest

from leads.domain.answers import Authority, AuthorityLevel, Budget, Standing, Text, Timeframe
from leads.domain.conversation import Conversation
from leads.domain.facts import SignalKind
from leads.domain.handoff import Handoff, HandoffReason
from leads.domain.lead import Channel, Lead, Source, Stage
from leads.domain.ledger import totals
from leads.domain.matrix import Scores
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services import handoffs, intake, leaving
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound
from leads.services.intake import LeadChanges
from leads.services.leaving import WayOut
from leads.services.ports import LeadFilter, Work
from leads.services.statements import Statement

AddRep = Callable[..., Rep]
NOTHING = LeadChanges()
HOT = (
    Statement(Topic.NEED, "we lose leads", Text("we lose leads")),
    Statement(Topic.BUDGET, "", Budget(Decimal(60_000), Decimal(60_000), "USD")),
    Statement(Topic.AUTHORITY, "", Authority(AuthorityLevel.DECIDER)),
    Statement(Topic.TIMEFRAME, "", Timeframe(date(2026, 12, 1), date(2027, 1, 31))),
    Statement(Topic.ROLE, "CEO"),
    Statement(Topic.EMPLOYEES, "120"),
)


def working(core: Core) -> AbstractContextManager[Work]:
    return core.store.writing()


def create(core: Core, *told: Statement, **more: object) -> Lead:
    with working(core) as work:
        return intake.create_lead(core, work, channel=Channel.FORM, told=told, **more)  # type: ignore[arg-type]


def change(core: Core, lead: Lead, wanted: LeadChanges) -> Lead:
    with working(core) as work:
        return intake.change_lead(core, work, lead.id, wanted, actor="tester")


def kept(core: Core, lead: Lead) -> Lead:
    with core.store.reading() as work:
        found = work.leads.get(lead.id)
    assert found is not None
    return found


def handoffs_of(core: Core, lead: Lead) -> list[Handoff]:
    with core.store.reading() as work:
        return work.handoffs.of_lead(lead.id)


def test_a_new_lead_is_kept_as_it_is_returned(core: Core) -> None:
    source = Source("ad", {"campaign": "spring"}, "https://example.com")
    lead = create(
        core,
        Statement(Topic.NAME, "Ana"),
        Statement(Topic.EMAIL, "Ana@Example.org"),
        source=source,
        timezone="Asia/Kolkata",
        language="pt-BR",
    )
    assert kept(core, lead) == lead
    assert (lead.channel, lead.stage, lead.source) == (Channel.FORM, Stage.NEW, source)
    assert (lead.name, lead.email, lead.timezone, lead.language) == (
        "Ana",
        "ana@example.org",
        "Asia/Kolkata",
        "pt-BR",
    )


def test_words_and_values_are_kept_with_their_source(core: Core) -> None:
    lead = create(core, Statement(Topic.BUDGET, "about 50k euros"), Statement(Topic.NEED, "rather not say"))
    with core.store.reading() as work:
        answers = {answer.topic: answer for answer in work.facts.answers(lead.id)}
    assert answers[Topic.BUDGET].value == Budget(Decimal(50_000), Decimal(50_000), "EUR")
    assert answers[Topic.BUDGET].text == "about 50k euros"
    assert answers[Topic.NEED].standing is Standing.DECLINED
    assert {answer.message_id for answer in answers.values()} == {f"intake:{lead.id}"}


def test_what_is_refused_leaves_nothing(core: Core) -> None:
    with pytest.raises(InvalidField):
        create(core, Statement(Topic.NAME, "Ana"), Statement(Topic.EMAIL, "ana@nowhere"))
    with core.store.reading() as work:
        assert work.leads.page(LeadFilter(), after=None, limit=1) == []


def test_scores_are_the_sum_of_the_ledger(core: Core) -> None:
    lead = create(core, *HOT)
    with core.store.reading() as work:
        entries = work.facts.ledger(lead.id)
    assert totals(entries) == Scores(lead.fit, lead.interest)
    assert lead.fit > 0


class TestDuplicates:
    def test_another_lead_with_the_address_is_marked(self, core: Core) -> None:
        first = create(core, Statement(Topic.PHONE, "+44 20 7946 0958"))
        second = create(core, Statement(Topic.PHONE, "+442079460958"), Statement(Topic.NAME, "Ana"))
        assert kept(core, first).tags == ()
        assert kept(core, second).tags == ("possible-duplicate",)
        with core.store.reading() as work:
            holder = work.leads.by_identity("phone", "+442079460958")
        assert holder is not None
        assert holder.id == first.id

    def test_the_mark_stays_off_once_somebody_took_it_off(self, core: Core) -> None:
        create(core, Statement(Topic.EMAIL, "ana@example.org"))
        second = create(core, Statement(Topic.EMAIL, "ana@example.org"))
        change(core, second, LeadChanges(tags=()))
        assert change(core, second, LeadChanges(told=(Statement(Topic.NAME, "Ana"),))).tags == ()

    def test_a_lead_is_no_duplicate_of_itself(self, core: Core) -> None:
        lead = create(core, Statement(Topic.EMAIL, "ana@example.org"))
        again = LeadChanges(told=(Statement(Topic.EMAIL, "ANA@example.org"),))
        assert change(core, lead, again).tags == ()


class TestHot:
    def test_the_reps_hear_of_a_hot_lead_at_once(self, core: Core) -> None:
        lead = create(core, *HOT)
        (handoff,) = handoffs_of(core, lead)
        assert (handoff.reason, handoff.conversation_id) == (HandoffReason.HOT, None)
        assert kept(core, lead).stage is Stage.QUALIFIED

    def test_they_hear_with_the_conversation_to_go_on_with(self, core: Core) -> None:
        lead = create(core, *HOT[:-1], Statement(Topic.EMPLOYEES, "2"))
        now = core.clock()
        with working(core) as work:
            work.conversations.add(
                Conversation("c1", lead.id, Channel.WIDGET, "v1", created_at=now, updated_at=now)
            )
        change(core, lead, LeadChanges(told=HOT))
        assert [handoff.conversation_id for handoff in handoffs_of(core, lead)] in (["c1"], [None])

    def test_a_finished_handoff_is_not_opened_by_every_edit(self, core: Core, add_rep: AddRep) -> None:
        add_rep("rep-1")
        lead = create(core, *HOT)
        (handoff,) = handoffs_of(core, lead)
        handoffs.give_back(core, handoff_id=handoff.id, rep_id="rep-1")
        change(core, lead, LeadChanges(tags=("vip",)))
        with working(core) as work:
            at = core.clock()
            intake.add_signal(core, work, lead.id, kind=SignalKind.PAGE_VIEW, at=at, data={})
        assert [handoff.state for handoff in handoffs_of(core, lead)] == ["done"]

    def test_whom_a_person_has_let_go_stays_let_go(self, core: Core) -> None:
        lead = create(core, *HOT[:2])
        with working(core) as work:
            leaving.dispose(
                core, work, lead.id, way_out=WayOut.REMOVE, reason=None, note=None, actor="tester"
            )
        assert change(core, lead, LeadChanges(told=HOT)).stage is Stage.REMOVED
        assert handoffs_of(core, lead) == []


class TestChanging:
    def test_nothing_changes_nothing(self, core: Core) -> None:
        lead = create(core, Statement(Topic.NAME, "Ana"))
        assert change(core, lead, NOTHING) == lead

    def test_an_owner_must_be_one_of_us(self, core: Core, add_rep: AddRep) -> None:
        lead = create(core, Statement(Topic.NAME, "Ana"))
        with pytest.raises(InvalidField) as refused:
            change(core, lead, LeadChanges(owner_id="rep-1"))
        assert refused.value.field == "owner"
        add_rep("rep-1")
        assert change(core, lead, LeadChanges(owner_id="rep-1")).owner_id == "rep-1"

    @pytest.mark.parametrize("stage", [Stage.CONVERTED, Stage.FAILED, Stage.REMOVED])
    def test_nobody_leaves_without_a_disposition(self, core: Core, stage: Stage) -> None:
        lead = create(core, Statement(Topic.NAME, "Ana"))
        with pytest.raises(InvalidField):
            change(core, lead, LeadChanges(stage=stage))
        assert kept(core, lead) == lead

    def test_not_knowing_never_wipes_out_what_was_told(self, core: Core) -> None:
        lead = create(core, Statement(Topic.COMPANY, "Acme"))
        told = (Statement(Topic.COMPANY, standing=Standing.UNKNOWN),)
        assert change(core, lead, LeadChanges(told=told)).company == "Acme"

    def test_numbers_are_read_by_the_country_that_is_known(self, core: Core) -> None:
        lead = create(core, Statement(Topic.COUNTRY, "Germany"))
        told = (Statement(Topic.PHONE, "0151 2345 6789"),)
        assert change(core, lead, LeadChanges(told=told)).phone == "+4915123456789"


@pytest.mark.parametrize("call", ["change", "signal"])
def test_a_lead_that_is_not_there(core: Core, call: str) -> None:
    calls: dict[str, Callable[[Work], Lead]] = {
        "change": lambda work: intake.change_lead(core, work, "nobody", NOTHING, actor="tester"),
        "signal": lambda work: intake.add_signal(
            core, work, "nobody", kind=SignalKind.PAGE_VIEW, at=core.clock(), data={}
        ),
    }
    with pytest.raises(LeadNotFound), working(core) as work:
        calls[call](work)
