"""Learning from the outcomes in a store, and making a draft of what was learnt."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.domain.answers import Authority, AuthorityLevel, Text
from leads.domain.calibration import FEWEST, Calibration, Findings, Shortfall, Tally
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Lead, Stage
from leads.domain.topics import Topic
from leads.services import calibrating, versions
from leads.services.calibrating import ended_leads
from leads.services.core import Core
from leads.services.errors import InvalidField
from tests.leads.conftest import ROOT
from tests.support.outcomes import FIFTY_THOUSAND, end, filled, told

#: For what does not depend on the database.
on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

AddLead = Callable[..., Lead]
STATISTICS = BayesianLogistic()
DAY = timedelta(days=1)


def calibrate(core: Core) -> Calibration:
    return calibrating.calibrate(core, STATISTICS, by="robin")


def findings_of(calibration: Calibration) -> Findings:
    assert calibration.findings is not None
    return calibration.findings


class TestWhatIsLearntFrom:
    def test_what_was_known_before_it_ended(self, core: Core, add_lead: AddLead) -> None:
        now = core.clock()
        add_lead("ana", stage=Stage.FAILED, owner_id=None)
        with core.store.writing() as work:
            told(work, "ana", Topic.NEED, Text("we lose leads"), now)
            told(work, "ana", Topic.BUDGET, FIFTY_THOUSAND, now + 3 * DAY)
            work.facts.add_signal("ana", Signal("s1", SignalKind.PAGE_VIEW, at=now + DAY))
            late = Signal("s2", SignalKind.QUOTE_REQUEST, at=now + DAY, received_at=now + 9 * DAY)
            work.facts.add_signal("ana", late)
            end(work, "ana", now + 2 * DAY, is_won=False)
        (example,) = ended_leads(core).examples
        assert set(example.traits) == {"need.named", "visits.page_view"}
        assert (example.known_until, example.is_won) == (now + 2 * DAY, False)

    def test_a_purchase_is_a_win_and_says_nothing_about_itself(self, core: Core, add_lead: AddLead) -> None:
        now = core.clock()
        add_lead("ana", created_at=now - 9 * DAY)
        with core.store.writing() as work:
            told(work, "ana", Topic.NEED, Text("we lose leads"), now - 5 * DAY)
            work.facts.add_signal("ana", Signal("s1", SignalKind.PURCHASE, at=now))
        (example,) = ended_leads(core).examples
        assert (example.is_won, set(example.traits)) == (True, {"need.named"})

    def test_those_nothing_was_known_of_are_counted_and_left_out(self, core: Core, add_lead: AddLead) -> None:
        add_lead("ana", stage=Stage.FAILED)
        with core.store.writing() as work:
            end(work, "ana", core.clock(), is_won=False)
            told(work, "ana", Topic.NEED, Text("we lose leads"), core.clock())
        ended = ended_leads(core)
        assert (ended.examples, ended.tally) == ((), Tally(won=0, lost=0, unknown=1))

    def test_all_pages_of_the_store_are_read(self, core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
        filled(core, leads=25)
        monkeypatch.setattr(calibrating, "BATCH", 10)
        tally = ended_leads(core).tally
        assert tally.won + tally.lost == 25


def test_ten_outcomes_are_refused_with_what_is_missing(core: Core) -> None:
    filled(core, leads=10)
    calibration = calibrate(core)
    assert calibration.findings is None
    tally = calibration.tally
    assert calibration.missing == Shortfall(FEWEST - tally.won, FEWEST - tally.lost)
    assert calibrating.latest(core) == calibration


def test_nothing_at_all_is_refused(core: Core) -> None:
    assert calibrate(core).missing == Shortfall(FEWEST, FEWEST)


@pytest.fixture
def published(core: Core) -> Core:
    """The core on a store where a version has been published, as after a first start."""
    text = (ROOT / "scoring.yml").read_text(encoding="utf-8")
    version = versions.draft(core, text, by="robin")
    versions.publish(core, version.id, by="robin")
    return core


@on_sqlite
class TestWhatIsLearnt:
    def test_a_calibration_is_kept_as_it_was_made(self, core: Core) -> None:
        filled(core, leads=150)
        calibration = calibrate(core)
        assert calibrating.latest(core) == calibration
        assert calibration.missing is None
        assert (calibration.by, calibration.version) == ("robin", core.model.version)

    def test_who_decides_turns_out_to_matter(self, core: Core) -> None:
        filled(core, leads=400)
        findings = findings_of(calibrate(core))
        by_name = {weight.rule.name: weight for weight in findings.weights}
        assert by_name["authority.decider"].odds.low > 2
        assert by_name["authority.decider"].leads > 150
        assert findings.quality.brier < 0.9 * findings.quality.brier_of_base_rate
        assert findings.is_of_use

    def test_the_chance_of_a_lead_follows(self, core: Core, add_lead: AddLead) -> None:
        filled(core, leads=400)
        findings, lead = findings_of(calibrate(core)), add_lead("ana")
        with core.store.writing() as work:
            told(work, "ana", Topic.NEED, Text("we lose leads"), core.clock())
            told(work, "ana", Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER), core.clock())
            facts = calibrating.facts_before(
                core.clock() + DAY, answers=work.facts.answers("ana"), signals=[]
            )
        chance = calibrating.chance_of(core, STATISTICS, findings, lead=lead, facts=facts)
        assert chance is not None
        assert chance.low < 1 / (1 + math.exp(-1)) < chance.high
        assert chance.high - chance.low < 0.3

    def test_no_chance_is_told_under_another_version_or_when_it_is_of_no_use(
        self, core: Core, add_lead: AddLead
    ) -> None:
        filled(core, leads=150)
        findings, lead = findings_of(calibrate(core)), add_lead("ana")
        facts = calibrating.facts_before(core.clock(), answers=[], signals=[])
        useless = replace(findings, quality=replace(findings.quality, brier=0.9))
        other = core.under(replace(core.model, version="another"))
        assert calibrating.chance_of(core, STATISTICS, useless, lead=lead, facts=facts) is None
        assert calibrating.chance_of(other, STATISTICS, findings, lead=lead, facts=facts) is None

    def test_scores_stay_as_they_are(self, core: Core) -> None:
        filled(core, leads=150)
        model = core.model
        calibrate(core)
        assert core.model is model


@on_sqlite
class TestAccepting:
    def test_an_accepted_suggestion_becomes_a_draft_that_says_where_it_comes_from(
        self, published: Core
    ) -> None:
        filled(published, leads=400)
        findings = findings_of(calibrate(published))
        (suggestion,) = (each for each in findings.suggestions if each.name == "requests.form_submit")
        assert suggestion.present == 10
        assert suggestion.wanted < 0
        draft = calibrating.accept(published, [suggestion.name], by="robin")
        history = versions.history(published)
        assert history.in_force is not None
        assert history.in_force.id != draft.id
        assert draft.parent == history.in_force.id
        assert draft.note == (
            f"Learnt from {findings.learnt.outcomes} outcomes: "
            f"{suggestion.name} {suggestion.present} → {suggestion.wanted}"
        )
        (difference,) = versions.what_changed(published, history.in_force, draft)
        assert str(suggestion.wanted) in str(difference)

    @pytest.mark.parametrize("names", [[], ["no.such.rule"]])
    def test_what_was_not_suggested_cannot_be_accepted(self, published: Core, names: list[str]) -> None:
        filled(published, leads=150)
        calibrate(published)
        with pytest.raises(InvalidField):
            calibrating.accept(published, names, by="robin")

    def test_nothing_can_be_accepted_before_anything_was_learnt(self, published: Core) -> None:
        with pytest.raises(InvalidField):
            calibrating.accept(published, ["need.named"], by="robin")

    def test_what_was_learnt_under_another_version_cannot_be_accepted(self, published: Core) -> None:
        filled(published, leads=400)
        calibrate(published)
        name = "requests.form_submit"
        draft = calibrating.accept(published, [name], by="robin")
        versions.publish(published, draft.id, by="robin")
        with pytest.raises(InvalidField):
            calibrating.accept(published, [name], by="robin")
