"""Whom we want and whom we do not: the bands of roles, changed one at a time in a draft."""

import re

from leads.domain.conditions import Words
from leads.domain.model import ScoringModel
from leads.domain.topics import Topic
from leads.domain.versions import Version
from leads.services import versions
from leads.services.core import Core
from leads.services.errors import InvalidField
from leads.services.scoring import PersonaBand

__all__ = ["NAME", "keep_persona", "personas_of", "remove_persona"]

NAME = re.compile(r"[a-z0-9_]{1,40}")


def personas_of(model: ScoringModel) -> list[PersonaBand]:
    """The bands of roles in the order in which they are looked at: the first that holds counts."""
    rules = model.answers.get(Topic.ROLE)
    return [
        PersonaBand(band.name, band.when.phrases, band.persona, band.points, band.reason)
        for band in (rules.bands if rules else ())
        if isinstance(band.when, Words)
    ]


def keep_persona(core: Core, base: str, band: PersonaBand, *, by: str) -> Version:
    """A draft made from a version, with this band in it. Raises VersionNotFound, InvalidField, FileError."""
    if not NAME.fullmatch(band.name):
        raise InvalidField("name", "A name has up to 40 small letters, digits and _.")
    if not band.words:
        raise InvalidField("words", "Name at least one word of their titles.")
    version = versions.version_named(core, base)
    text = core.scoring.files.with_persona(version.content, band)
    return versions.draft(core, text, by=by, note=f"Persona {band.name}", parent=version.id)


def remove_persona(core: Core, base: str, name: str, *, by: str) -> Version:
    """A draft made from a version, without this band. Raises VersionNotFound, FileError."""
    version = versions.version_named(core, base)
    text = core.scoring.files.without_persona(version.content, name)
    return versions.draft(core, text, by=by, note=f"No persona {name}", parent=version.id)
