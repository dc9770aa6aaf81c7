"""Versions of the scoring model: drafts, publishing, rolling back.

Nothing but `publish` ever changes how leads are scored; rolling back is publishing an older version.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from leads.domain.differences import Difference, differences
from leads.domain.model import Loaded, ScoringModel
from leads.domain.versions import History, Publication, Version
from leads.services.core import Core
from leads.services.errors import FileError, InvalidField, VersionNotFound
from leads.services.ports import Clock, Store, Work
from leads.services.scoring import ScoringFiles

__all__ = [
    "FIRST_START",
    "LONGEST_FILE",
    "LONGEST_NOTE",
    "begin",
    "discard",
    "draft",
    "history",
    "loaded",
    "look",
    "model_of",
    "publish",
    "version_named",
    "what_changed",
]

LONGEST_FILE = 200_000
LONGEST_NOTE = 500
LOCK = "scoring"
#: Who published the first version.
FIRST_START = "scoring.yml"


def history(core: Core) -> History:
    """Every version and publication."""
    with core.store.reading() as work:
        return work.scoring.history()


def version_named(core: Core, name: str) -> Version:
    """The version of this id or number. Raises VersionNotFound."""
    return _named(history(core), name)


def loaded(core: Core, version: Version) -> Loaded:
    """A version, read."""
    return core.scoring.files.read(version.content)


def model_of(core: Core, version: Version) -> ScoringModel:
    """The model of a version."""
    return core.model if version.id == core.model.version else loaded(core, version).model


def what_changed(core: Core, before: Version, after: Version) -> tuple[Difference, ...]:
    """What differs between two versions, place by place."""
    return differences(loaded(core, before).content, loaded(core, after).content)


def draft(core: Core, text: str, *, by: str, note: str = "", parent: str | None = None) -> Version:
    """Keep a scoring file without publishing it; a file that says nothing new is the version it was before.

    `parent` is the id of the version that it was made from. Raises FileError for what is wrong in the file.
    """
    with core.store.writing() as work:
        work.lock(LOCK)
        return _draft(core, work, text, by=by, note=note, parent=parent)


def discard(core: Core, version_id: str, *, by: str) -> None:
    """Forget a draft. Raises VersionNotFound, and InvalidField for a version that was in force."""
    with core.store.writing() as work:
        work.lock(LOCK)
        known = work.scoring.history()
        version = _named(known, version_id)
        if version not in known.drafts:
            raise InvalidField("version", "It was in force: leads were scored by it, so it is kept.")
        work.scoring.remove(version.id)
        _audit(core, work, version, by=by, action="discard")


def publish(core: Core, version_id: str, *, by: str, note: str = "") -> Version:
    """From now on leads are scored by this version; the one in force again changes nothing.

    Leads that were scored before are brought in line afterwards, by whoever keeps the scores. Raises
    VersionNotFound, InvalidField.
    """
    if len(note) > LONGEST_NOTE:
        raise InvalidField("note", f"A note has {LONGEST_NOTE} characters at most.")
    with core.store.writing() as work:
        work.lock(LOCK)
        known = work.scoring.history()
        version = _named(known, version_id)
        model = model_of(core, version)
        if version != known.in_force:
            work.scoring.publish(Publication(version.id, core.clock(), by, note))
            _audit(core, work, version, by=by, action="publish")
    core.scoring.switch(model)
    return version


def look(core: Core) -> bool:
    """Take note of a version that somebody else has published; whether there was one."""
    with core.store.reading() as work:
        in_force = work.scoring.id_in_force()
    if in_force is None or in_force == core.model.version:
        return False
    core.scoring.switch(loaded(core, version_named(core, in_force)).model)
    return True


def begin(store: Store, clock: Clock, files: ScoringFiles, file: Callable[[], str]) -> ScoringModel:
    """The model in force; at the very first start that of the scoring file, which is published as version 1.

    Raises FileError and OSError for the file when it is needed.
    """
    with store.reading() as work:
        in_force = work.scoring.history().in_force
    if in_force is not None:
        return files.read(in_force.content).model
    text = file()
    model = files.read(text).model
    with store.writing() as work:
        work.lock(LOCK)
        in_force = work.scoring.history().in_force
        if in_force is not None:
            return files.read(in_force.content).model  # somebody else has started first
        version = _version(text, model, number=1, at=clock(), by=FIRST_START)
        work.scoring.add(version)
        work.scoring.publish(Publication(version.id, clock(), FIRST_START))
    return model


def _draft(core: Core, work: Work, text: str, *, by: str, note: str, parent: str | None) -> Version:
    if len(text) > LONGEST_FILE:
        raise FileError("scoring.yml", 1, f"more than {LONGEST_FILE:,} characters")
    if len(note) > LONGEST_NOTE:
        raise InvalidField("note", f"A note has {LONGEST_NOTE} characters at most.")
    model = core.scoring.files.read(text).model
    known = work.scoring.history()
    standing = known.named(model.version)
    if standing is not None:
        return standing
    number = known.versions[0].number + 1 if known.versions else 1
    version = _version(text, model, number=number, at=core.clock(), by=by, note=note, parent=parent)
    work.scoring.add(version)
    _audit(core, work, version, by=by, action="draft")
    return version


def _audit(core: Core, work: Work, version: Version, *, by: str, action: str) -> None:
    detail = {"version": version.id, "number": version.number}
    work.audit(by, f"scoring.{action}", lead_id=None, detail=detail, at=core.clock())


def _version(
    text: str,
    model: ScoringModel,
    *,
    number: int,
    at: datetime,
    by: str,
    note: str = "",
    parent: str | None = None,
) -> Version:
    return Version(
        id=model.version,
        number=number,
        label=model.label,
        content=text,
        sha256=sha256(text.encode()).hexdigest(),
        created_at=at,
        created_by=by,
        note=note,
        parent=parent,
    )


def _named(known: History, name: str) -> Version:
    version = known.named(name)
    if version is None:
        raise VersionNotFound
    return version
