"""Every lead under another model: as live scoring would have it, however often it is cut short."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from leads.domain.facts import SignalKind
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Disposition, DispositionReason, Lead, Nurture, Stage
from leads.domain.ledger import Change, totals
from leads.domain.matrix import Scores
from leads.domain.model import ScoringModel
from leads.domain.topics import Topic
from leads.services import assess, sweep
from leads.services.assess import facts_of
from leads.services.core import Core
from leads.services.ports import Work
from leads.services.rescoring import rescore
from tests.leads.conftest import Clock
from tests.leads.domain.prospects import NEED, did, told, usd
from tests.leads.services.leads_to_score import history, hot, keep, tell, with_more_points, with_thresholds

Written = tuple[Lead, list[Change]]


class Rollback(Exception):
    """Undo it all."""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few leads are several batches."""
    monkeypatch.setattr(sweep, "BATCH", 3)


@pytest.fixture
def crowd(core: Core, clock: Clock) -> list[str]:
    """Leads with all sorts of histories, scored a while ago."""
    random = Random(7)
    ids = [keep(core, f"lead-{number:02}", *history(core, random)).id for number in range(20)]
    clock.advance(timedelta(days=40))
    return ids


def found(work: Work, lead_id: str) -> Written:
    """A lead and its ledger, without the ids of the lines."""
    lead = work.leads.get(lead_id)
    assert lead is not None
    names = Change.__dataclass_fields__
    return lead, [
        Change(**{name: getattr(line, name) for name in names}) for line in work.facts.ledger(lead_id)
    ]


def written(core: Core, lead_id: str) -> Written:
    """What is kept of a lead."""
    with core.store.reading() as work:
        return found(work, lead_id)


def scored_live(core: Core, model: ScoringModel, lead_id: str) -> Written:
    """What a message that says nothing new would leave behind, without leaving it."""
    live = core.under(model)
    with suppress(Rollback), core.store.writing() as work:
        assess.rescore(live, work, found(work, lead_id)[0], facts_of(work, lead_id))
        left = found(work, lead_id)
        raise Rollback
    return left


@pytest.mark.parametrize("points", [-12, 0, 7])
def test_it_leaves_what_live_scoring_would(
    core: Core, scoring: ScoringModel, crowd: list[str], points: int
) -> None:
    model = with_more_points(scoring, points)
    live = {lead_id: scored_live(core, model, lead_id) for lead_id in crowd}
    assert rescore(core, model) == len(crowd)
    assert {lead_id: written(core, lead_id) for lead_id in crowd} == live
    for lead, ledger in live.values():
        assert totals(ledger) == Scores(lead.fit, lead.interest)


def test_once_is_enough(core: Core, scoring: ScoringModel, crowd: list[str], clock: Clock) -> None:
    model = with_more_points(scoring, 7)
    rescore(core, model)
    once = [written(core, lead_id) for lead_id in crowd]
    clock.advance(timedelta(hours=1))
    assert rescore(core, model) == 0
    assert [written(core, lead_id) for lead_id in crowd] == once


def test_and_back_again(core: Core, scoring: ScoringModel, crowd: list[str]) -> None:
    def scores() -> list[Scores]:
        return [Scores(lead.fit, lead.interest) for lead, _ in (written(core, each) for each in crowd)]

    rescore(core, replace(scoring, version="before"))
    before = scores()
    rescore(core, with_more_points(scoring, 7))
    assert scores() != before
    rescore(core, replace(scoring, version="after"))
    assert scores() == before


class Killed(BaseException):
    """The end of the process."""


def test_killed_in_the_middle_and_begun_again_is_once(
    core: Core, scoring: ScoringModel, crowd: list[str]
) -> None:
    model = with_more_points(scoring, 7)
    live = {lead_id: scored_live(core, model, lead_id) for lead_id in crowd}

    def die(done: int, _total: int) -> None:
        if done >= 6:
            raise Killed

    with pytest.raises(Killed):
        rescore(core, model, on_progress=die)
    assert rescore(core, model) == len(crowd) - 6
    assert {lead_id: written(core, lead_id) for lead_id in crowd} == live


def test_progress_is_told_to_the_end(core: Core, scoring: ScoringModel, crowd: list[str]) -> None:
    told_of: list[tuple[int, int]] = []
    rescore(core, with_more_points(scoring, 7), on_progress=lambda *progress: told_of.append(progress))
    assert told_of == [(min(done, len(crowd)), len(crowd)) for done in range(3, len(crowd) + 3, 3)]


def test_no_leads_are_soon_done(core: Core, scoring: ScoringModel) -> None:
    assert rescore(core, with_more_points(scoring, 7)) == 0


def test_what_others_write_meanwhile_is_not_lost(
    core: Core, scoring: ScoringModel, crowd: list[str], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that comes after a lead was read, and before it is written."""
    model, said = with_more_points(scoring, 7), told(Topic.BUDGET, usd(90_000), answer_id="said meanwhile")
    real = core.store.writing
    interrupted: list[str] = []

    def interrupting() -> object:
        if not interrupted:
            interrupted.append(crowd[1])
            clock.advance(timedelta(seconds=1))
            with real() as work:
                lead = work.leads.get(crowd[1], lock=True)
                assert lead is not None
                tell(core, work, lead, [replace(said, at=clock())])
        return real()

    monkeypatch.setattr(core.store, "writing", interrupting)
    assert rescore(core, model) == len(crowd)
    lead, ledger = written(core, crowd[1])
    assert any("said meanwhile" in line.source for line in ledger)
    assert lead.model == model.version
    assert (lead, ledger) == scored_live(core, model, lead.id)


class TestFollowups:
    @pytest.fixture
    def handoffs(self, core: Core) -> Callable[[Lead], list[Handoff]]:
        def of(lead: Lead) -> list[Handoff]:
            with core.store.reading() as work:
                return work.handoffs.of_lead(lead.id)

        return of

    @pytest.fixture
    def lenient(self, scoring: ScoringModel) -> ScoringModel:
        return with_thresholds(scoring, 10, 10)

    @pytest.fixture
    def strict(self, scoring: ScoringModel) -> ScoringModel:
        return with_thresholds(scoring, 90, 90)

    def test_the_reps_hear_of_a_lead_that_is_now_for_sales(
        self,
        core: Core,
        strict: ScoringModel,
        lenient: ScoringModel,
        handoffs: Callable[[Lead], list[Handoff]],
    ) -> None:
        lead = keep(core.under(strict), "ana", hot(core))
        rescore(core, lenient)
        now, _ = written(core, lead.id)
        assert (now.stage, "quadrant:good_fit_interested" in now.tags) == (Stage.QUALIFIED, True)
        assert [(each.reason, each.state) for each in handoffs(lead)] == [
            (HandoffReason.HOT, HandoffState.OPEN)
        ]

    def test_they_hear_of_it_once(
        self,
        core: Core,
        strict: ScoringModel,
        lenient: ScoringModel,
        handoffs: Callable[[Lead], list[Handoff]],
    ) -> None:
        lead = keep(core.under(strict), "ana", hot(core))
        for model in (lenient, replace(lenient, version="again"), strict, lenient):
            rescore(core, model)
        assert len(handoffs(lead)) == 1

    @pytest.mark.parametrize("stage", [Stage.CONVERTED, Stage.FAILED, Stage.REMOVED])
    def test_who_left_the_pipeline_is_not_brought_back(
        self,
        core: Core,
        strict: ScoringModel,
        lenient: ScoringModel,
        handoffs: Callable[[Lead], list[Handoff]],
        stage: Stage,
    ) -> None:
        left = Disposition("unsuccessful_exit", DispositionReason.NOT_INTERESTED, None, at=core.clock())
        lead = keep(core.under(strict), "ana", hot(core), stage=stage, disposition=left)
        rescore(core, lenient)
        now, _ = written(core, lead.id)
        assert (now.stage, now.disposition, handoffs(lead)) == (stage, left, [])

    def test_a_lead_on_a_path_moves_to_the_one_of_its_place_and_is_touched_as_promised(
        self, core: Core, strict: ScoringModel
    ) -> None:
        promised = core.clock().date() + timedelta(days=9)
        answers = [told(Topic.NEED, NEED), told(Topic.BUDGET, usd(50))]
        lead = keep(
            core.under(strict),
            "ana",
            [replace(each, at=core.clock()) for each in answers],
            did(SignalKind.QUOTE_REQUEST, on=core.clock().date()),
            stage=Stage.NURTURE,
            tags=("vip", "quadrant:poor_fit_not_interested"),
            nurture=Nurture("nurture", promised),
        )
        rescore(core, with_thresholds(strict, 90, 10))
        now, _ = written(core, lead.id)
        assert now.nurture is not None
        assert (now.stage, now.nurture.path, now.nurture.next_touch) == (
            Stage.NURTURE,
            "self_serve",
            promised,
        )
        assert now.tags[:2] == ("vip", "quadrant:poor_fit_interested")

    def test_nobody_is_let_go_by_a_model(self, core: Core, strict: ScoringModel) -> None:
        promised = Nurture("nurture", core.clock().date())
        lead = keep(core, "ana", hot(core)[1:], stage=Stage.NURTURE, nurture=promised)
        rescore(core, strict)
        now, _ = written(core, lead.id)
        assert (now.stage, now.nurture, now.disposition) == (Stage.NURTURE, promised, None)

    def test_a_lead_that_is_being_asked_goes_on_being_asked(self, core: Core, strict: ScoringModel) -> None:
        lead = keep(core, "ana", hot(core)[:2], stage=Stage.QUALIFYING)
        rescore(core, strict)
        now, _ = written(core, lead.id)
        assert (now.stage, now.nurture, now.tags) == (Stage.QUALIFYING, None, ())
