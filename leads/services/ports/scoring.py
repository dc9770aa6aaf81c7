"""Where scoring is kept: versions of the model, what outcomes teach, and what alarms look at."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from leads.domain.alarms import Contact, Reached
from leads.domain.calibration import Calibration
from leads.domain.ladder import Odds
from leads.domain.learnt import Estimate, Example, Learnt, Quality, Scale, Weight
from leads.domain.matrix import Axis
from leads.domain.traits import Rule, Traits
from leads.domain.versions import History, Publication, Version

__all__ = ["Alarms", "Calibrations", "ScoringVersions", "Statistics"]


class ScoringVersions(Protocol):
    """The versions of the scoring model, and the append-only record of which was put in force."""

    def history(self) -> History: ...
    def id_in_force(self) -> str | None:
        """The id of the version published last; None before the first."""
        ...

    def add(self, version: Version) -> None: ...
    def remove(self, version_id: str) -> None:
        """Forget a version that was never published."""
        ...

    def publish(self, publication: Publication) -> None: ...


class Calibrations(Protocol):
    """What was learnt from outcomes, time after time."""

    def add(self, calibration: Calibration) -> None: ...
    def latest(self) -> Calibration | None: ...


class Alarms(Protocol):
    """What alarms are made of."""

    def reached(self, line: int, *, since: datetime) -> list[Reached]:
        """Leads whose interest first reached this line since then."""
        ...

    def contacts(self, *, since: datetime, until: datetime, window: timedelta) -> list[Contact]:
        """The first contact with each lead in this span, with the page views so long before and after it."""
        ...


class Statistics(Odds, Protocol):
    """Learning from outcomes, some of which are won and some lost. Intervals hold the truth with LEVEL."""

    def learn(self, examples: Sequence[Example], rules: Sequence[Rule], *, version: str) -> Learnt:
        """What these outcomes teach about the rules of one version of the file."""
        ...

    def scales(self, learnt: Learnt) -> Mapping[Axis, Scale]:
        """What a point of each axis is worth."""
        ...

    def weights(self, learnt: Learnt, examples: Sequence[Example]) -> Sequence[Weight]:
        """What each rule turned out to be worth, in the order of the file."""
        ...

    def quality(self, examples: Sequence[Example], rules: Sequence[Rule]) -> Quality:
        """How good the chances are for leads that were left out."""
        ...

    def chance(self, learnt: Learnt, traits: Traits) -> Estimate:
        """The chance of winning a lead with these traits."""
        ...
