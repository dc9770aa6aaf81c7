"""Versions of the scoring model: kept for ever, in force one at a time, and only by somebody's decision."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.adapters.scoring_edit import YamlScoring
from leads.domain.differences import Difference
from leads.domain.lead import Channel
from leads.domain.model import ScoringModel
from leads.domain.topics import Topic
from leads.services import intake, versions, views
from leads.services.core import Core
from leads.services.errors import FileError, InvalidField, VersionNotFound
from leads.services.scoring import Scoring
from leads.services.statements import Statement
from tests.leads.conftest import ROOT, Clock

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")


def edited(old: str, new: str, text: str = SHIPPED) -> str:
    assert text.count(old) == 1, f"{old!r} must stand in the file once"
    return text.replace(old, new)


HIGHER = edited("  fit: 50\n", "  fit: 55\n")


@pytest.fixture
def begun(core: Core) -> Core:
    """The core after its first start."""
    core.scoring.switch(versions.begin(core.store, core.clock, core.scoring.files, lambda: SHIPPED))
    return core


def test_the_first_start_publishes_the_file(begun: Core) -> None:
    (version,) = versions.history(begun).versions
    assert (version.number, version.content, version.id) == (1, SHIPPED, begun.model.version)
    assert versions.history(begun).in_force == version


def test_a_later_start_needs_no_file(begun: Core) -> None:
    def gone() -> str:
        raise FileNotFoundError

    assert versions.begin(begun.store, begun.clock, begun.scoring.files, gone) == begun.model


def test_a_draft_changes_no_score(begun: Core) -> None:
    before = begun.model
    draft = versions.draft(begun, HIGHER, by="rep-1", note="Fewer, better", parent=before.version)
    assert begun.model == before
    known = versions.history(begun)
    assert known.drafts == (draft,)
    assert (draft.number, draft.created_by, draft.note, draft.parent) == (
        2,
        "rep-1",
        "Fewer, better",
        before.version,
    )
    assert known.in_force
    assert known.in_force.id == before.version


def test_what_says_nothing_new_is_the_version_that_is_there(begun: Core) -> None:
    draft = versions.draft(begun, HIGHER, by="rep-1")
    assert versions.draft(begun, f"# a note\n{HIGHER}", by="rep-2") == draft
    assert len(versions.history(begun).versions) == 2


def test_a_file_that_is_wrong_is_no_draft(begun: Core) -> None:
    with pytest.raises(FileError, match="fit must be a whole number") as refusal:
        versions.draft(begun, edited("  fit: 50\n", "  fit: high\n"), by="rep-1")
    assert refusal.value.line == SHIPPED[: SHIPPED.index("  fit: 50\n")].count("\n") + 1
    with pytest.raises(FileError, match="more than"):
        versions.draft(begun, SHIPPED + "#" * versions.LONGEST_FILE, by="rep-1")
    assert versions.history(begun).drafts == ()


def test_what_is_published_is_in_force_until_it_is_rolled_back(begun: Core, clock: Clock) -> None:
    first = versions.history(begun).versions[0]
    second = versions.draft(begun, HIGHER, by="rep-1")
    clock.advance(timedelta(hours=1))
    versions.publish(begun, second.id, by="rep-1", note="Agreed on Monday")
    published = clock.now
    assert begun.model.version == second.id
    assert begun.model.thresholds.fit == 55
    clock.advance(timedelta(hours=1))
    versions.publish(begun, first.id, by="rep-2")
    assert begun.model.version == first.id
    known = versions.history(begun)
    assert [(one.version_id, one.by) for one in known.publications] == [
        (first.id, "rep-2"),
        (second.id, "rep-1"),
        (first.id, versions.FIRST_START),
    ]
    assert known.at(published) == second
    assert known.at(published - timedelta(seconds=1)) == first
    assert known.at(published - timedelta(days=400)) == first


def test_publishing_what_is_in_force_changes_nothing(begun: Core) -> None:
    versions.publish(begun, begun.model.version, by="rep-1")
    assert len(versions.history(begun).publications) == 1


def test_a_draft_can_be_thrown_away_and_nothing_else(begun: Core) -> None:
    draft = versions.draft(begun, HIGHER, by="rep-1")
    versions.discard(begun, draft.id, by="rep-1")
    assert versions.history(begun).drafts == ()
    with pytest.raises(InvalidField, match="was in force"):
        versions.discard(begun, begun.model.version, by="rep-1")
    with pytest.raises(VersionNotFound):
        versions.discard(begun, draft.id, by="rep-1")


def test_versions_are_found_by_id_and_by_number(begun: Core) -> None:
    draft = versions.draft(begun, HIGHER, by="rep-1")
    assert versions.version_named(begun, "2") == versions.version_named(begun, draft.id) == draft
    with pytest.raises(VersionNotFound):
        versions.version_named(begun, "3")


def test_the_difference_of_two_versions_is_told(begun: Core) -> None:
    draft = versions.draft(begun, HIGHER, by="rep-1")
    first = versions.version_named(begun, "1")
    assert versions.what_changed(begun, first, draft) == (Difference(("thresholds", "fit"), "50", "55"),)


def test_another_process_takes_note_of_what_was_published(begun: Core, scoring: ScoringModel) -> None:
    server = replace(begun, scoring=Scoring(scoring, begun.scoring.files))
    assert not versions.look(server)
    versions.publish(begun, versions.draft(begun, HIGHER, by="cli").id, by="cli")
    assert server.model == scoring
    assert versions.look(server)
    assert server.model == begun.model
    assert not versions.look(server)


OTHER = edited("level: decider, points: 25", "level: decider, points: 24", HIGHER)


class Flickering(Scoring):
    """Another of two models each time it is asked."""

    def __init__(self, *models: ScoringModel) -> None:
        super().__init__(models[0], YamlScoring())
        self._models = models

    @property
    def model(self) -> ScoringModel:
        """The one that was not in force before."""
        self._models = (*self._models[1:], self._models[0])
        return self._models[0]


def test_nobody_is_scored_by_half_of_two_models(begun: Core) -> None:
    models = {model.version: model for model in (begun.model, begun.scoring.files.read(OTHER).model)}
    flickering = replace(begun, scoring=Flickering(*models.values()))
    for _ in range(2):
        with begun.store.writing() as work:
            told = [Statement(Topic.AUTHORITY, "I decide alone")]
            lead = intake.create_lead(flickering, work, channel=Channel.API, told=told)
            written = work.facts.ledger(lead.id)
        assert {line.model for line in written} == {lead.model}
        seen = views.view(begun.under(models[lead.model]), lead.id)
        assert list(seen.ledger) == written
