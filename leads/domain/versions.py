"""The life of the scoring model: versions of its file, and which of them was in force when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

__all__ = ["History", "Publication", "Version"]


@dataclass(frozen=True, slots=True)
class Version:
    """One state of the scoring file, never changed. One that was never published is a draft.

    `id` names the label and what counts of the content, so it is what ledger lines carry; `number` is for
    people. `parent` is the version it was made from. `created_by` is the id of a rep, or names a program.
    """

    id: str
    number: int
    label: str
    content: str
    sha256: str
    created_at: datetime
    created_by: str
    note: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """From `at` on, until the next one, this version was in force."""

    version_id: str
    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """All versions, the newest first, and all publications, the latest first."""

    versions: tuple[Version, ...]
    publications: tuple[Publication, ...]

    @property
    def in_force(self) -> Version | None:
        """The version that counts now."""
        return self.named(self.publications[0].version_id) if self.publications else None

    @property
    def drafts(self) -> tuple[Version, ...]:
        """The versions that were never in force."""
        published = {publication.version_id for publication in self.publications}
        return tuple(version for version in self.versions if version.id not in published)

    def named(self, name: str) -> Version | None:
        """The version of this id or number."""
        wanted = (version for version in self.versions if name in (version.id, str(version.number)))
        return next(wanted, None)

    def at(self, moment: datetime) -> Version | None:
        """The version that was in force at a moment; before the first publication, the first one."""
        return self.named(id_in_force(self.publications, moment)) if self.publications else None


def id_in_force(publications: Sequence[Publication], moment: datetime) -> str:
    """The id of the version in force at a moment, of publications with the latest first, and not none."""
    then: Iterable[Publication] = (one for one in publications if one.at <= moment)
    return next(iter(then), publications[-1]).version_id
