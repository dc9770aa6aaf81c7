"""What another model would change, told before it does."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from leads.domain.bant import Temperature
from leads.domain.lead import Disposition, Lead, Stage
from leads.domain.matrix import Axis, Quadrant, Scores
from leads.domain.model import ScoringModel
from leads.domain.rep import Rep
from leads.services import sweep
from leads.services.core import Core
from leads.services.ports import LeadFilter
from leads.services.preview import EXAMPLES, Effect, Workload, preview
from leads.services.rescoring import rescore
from tests.leads.services.leads_to_score import history, hot, keep, with_more_points, with_thresholds

AddRep = Callable[..., Rep]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few leads are several batches."""
    monkeypatch.setattr(sweep, "BATCH", 3)


@pytest.fixture
def crowd(core: Core) -> list[Lead]:
    """Leads with all sorts of histories."""
    random = Random(11)
    return [keep(core, f"lead-{number:02}", *history(core, random)) for number in range(20)]


def kept(core: Core) -> list[Lead]:
    with core.store.reading() as work:
        return work.leads.page(LeadFilter(), after=None, limit=100)


def test_it_foretells_what_rescoring_does(core: Core, scoring: ScoringModel, crowd: list[Lead]) -> None:
    model = with_more_points(scoring, 9)
    told = preview(core, model)
    assert kept(core) == crowd[::-1]
    rescore(core, model)
    now = {lead.id: lead for lead in kept(core)}
    pairs = [(lead, now[lead.id]) for lead in crowd]
    assert told.leads == len(crowd)
    assert told.rescored == sum((a.fit, a.interest) != (b.fit, b.interest) for a, b in pairs) > 0
    for (was, becomes), count in told.quadrants.items():
        assert count == sum((a.quadrant, b.quadrant) == (was, becomes) for a, b in pairs)
    for (before, after), count in told.temperatures.items():
        assert count == sum((a.temperature, b.temperature) == (before, after) for a, b in pairs)
    for axis in Axis:
        scores = [getattr(lead, axis) for lead in now.values()]
        assert told.histograms[axis].after == [
            sum(min(score // 10, 9) == place for score in scores) for place in range(10)
        ]


def test_the_model_in_force_changes_nothing(core: Core, crowd: list[Lead]) -> None:
    told = preview(core, replace(core.model, version="another name"))
    assert (told.leads, told.rescored) == (len(crowd), 0)
    assert all(before == after for before, after in (*told.quadrants, *told.temperatures))
    assert not any(told.examples.values())
    assert all(each.before == each.after for each in told.histograms.values())


class TestWorkload:
    def test_who_gets_more_to_do_and_who_less(
        self, core: Core, scoring: ScoringModel, add_rep: AddRep
    ) -> None:
        add_rep("ruth")
        strict = core.under(with_thresholds(scoring, 101, 101))
        for name, owner in (("ana", "ruth"), ("ben", "ruth"), ("eve", None)):
            keep(strict, name, hot(core), owner_id=owner)
        keep(strict, "cold", owner_id="ruth")
        more = preview(strict, scoring)
        assert more.workload == {"ruth": Workload(0, 2, 2, 0), None: Workload(0, 1, 1, 0)}
        assert [each.lead.id for each in more.examples[Effect.NEWLY_FOR_SALES]] == ["ana", "ben", "eve"]
        less = preview(core, strict.model)
        assert less.workload == {"ruth": Workload(2, 0, 0, 2), None: Workload(1, 0, 0, 1)}
        assert [each.lead.id for each in less.examples[Effect.NO_LONGER_FOR_SALES]] == ["ana", "ben", "eve"]

    def test_who_was_let_go_is_no_work(self, core: Core, scoring: ScoringModel) -> None:
        gone = Disposition("convert_to_deal", None, None, at=core.clock())
        keep(core, "ana", hot(core), stage=Stage.CONVERTED, disposition=gone)
        told = preview(core.under(with_thresholds(scoring, 101, 101)), scoring)
        assert told.workload == {None: Workload()}

    def test_an_example_says_from_where_to_where(self, core: Core, scoring: ScoringModel) -> None:
        lead = keep(core, "ana", hot(core))
        told = preview(core, with_thresholds(scoring, 0, 101))
        [example] = told.examples[Effect.OTHERWISE_MOVED]
        assert example.lead == lead
        assert example.before.scores == example.after.scores == Scores(lead.fit, lead.interest)
        assert example.after.quadrant is Quadrant.GOOD_FIT_LESS_INTERESTED
        assert example.after.temperature is Temperature.HOT

    def test_some_examples_are_enough(self, core: Core, scoring: ScoringModel) -> None:
        for number in range(EXAMPLES + 4):
            keep(core, f"lead-{number}", hot(core))
        told = preview(core, with_thresholds(scoring, 101, 101))
        assert len(told.examples[Effect.NO_LONGER_FOR_SALES]) == EXAMPLES


def test_progress_is_told_to_the_end(core: Core, scoring: ScoringModel, crowd: list[Lead]) -> None:
    told_of: list[tuple[int, int]] = []
    preview(core, scoring, on_progress=lambda *progress: told_of.append(progress))
    assert told_of == [(min(done, len(crowd)), len(crowd)) for done in range(3, len(crowd) + 3, 3)]


def test_no_leads_are_soon_looked_at(core: Core, scoring: ScoringModel) -> None:
    assert preview(core, scoring).leads == 0
