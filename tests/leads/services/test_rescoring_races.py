"""Rescoring while people write: nothing that anybody said is lost, whoever is first."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from leads.adapters.clock import utc_now
from leads.domain.ledger import changes, totals
from leads.domain.matrix import Scores
from leads.domain.model import ScoringModel
from leads.domain.scoring import score_lines
from leads.domain.topics import Topic
from leads.services import sweep
from leads.services.assess import facts_of
from leads.services.core import Core
from leads.services.rescoring import rescore
from tests.leads.domain.prospects import told, usd
from tests.leads.services.leads_to_score import keep, tell, with_more_points

LEADS = [f"lead-{number:02}" for number in range(12)]


@pytest.fixture
def busy(core: Core, monkeypatch: pytest.MonkeyPatch) -> Core:
    """Leads with a first answer, in a world where time goes by."""
    monkeypatch.setattr(sweep, "BATCH", 4)
    live = replace(core, clock=utc_now)
    for lead_id in LEADS:
        keep(live, lead_id, [replace(told(Topic.BUDGET, usd(10)), at=utc_now())])
    return live


def say(core: Core, lead_id: str, number: int) -> None:
    answer = told(Topic.BUDGET, usd(number * 5_000), answer_id=f"said-{number}")
    with core.store.writing() as work:
        lead = work.leads.get(lead_id, lock=True)
        assert lead is not None
        tell(core, work, lead, [replace(answer, at=core.clock())])


def assert_in_line(core: Core, model: ScoringModel) -> None:
    with core.store.reading() as work:
        for lead_id in LEADS:
            lead = work.leads.get(lead_id)
            assert lead is not None
            ledger, now = work.facts.ledger(lead_id), core.clock()
            wanted = score_lines(facts_of(work, lead_id), model, now)
            assert changes(ledger, wanted, model=model.version, at=now) == ()
            assert (lead.model, Scores(lead.fit, lead.interest)) == (model.version, totals(ledger))


def test_people_go_on_talking(busy: Core, scoring: ScoringModel) -> None:
    new = with_more_points(scoring, 7)

    def talk(core: Core, lead_ids: list[str]) -> None:
        for number in range(60):
            say(core, lead_ids[number % len(lead_ids)], number)

    with ThreadPoolExecutor(2) as pool:
        # One process has heard of the new model, the other has not yet.
        talks = [
            pool.submit(talk, busy.under(new), LEADS[::2]),
            pool.submit(talk, busy, LEADS[1::2]),
        ]
        while not all(each.done() for each in talks):
            rescore(busy, scoring)
            rescore(busy, new)
        for each in talks:
            each.result()
    rescore(busy, new)
    assert_in_line(busy, new)


def test_two_processes_do_it_at_once(busy: Core, scoring: ScoringModel) -> None:
    new = with_more_points(scoring, 7)
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: rescore(busy, new), range(2)))
    assert sum(done) == len(LEADS)
    assert_in_line(busy, new)
