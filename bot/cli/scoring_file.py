"""The scoring file beside the project: what a start makes of it."""

from leads.adapters.yaml_reader import read_text
from leads.bootstrap import scoring_file
from leads.services import versions
from leads.services.core import Core
from leads.services.errors import FileError
from leads.settings import Settings

__all__ = ["news_of_file", "text_of_file"]


def text_of_file(settings: Settings) -> str:
    """The file as it is. Raises FileError and OSError."""
    return read_text(scoring_file(settings))


def news_of_file(core: Core, settings: Settings) -> str | None:
    """Keep the file as a draft if it says something new; a line about it unless it is what is in force."""
    file = scoring_file(settings).name
    try:
        version = versions.draft(core, text_of_file(settings), by=file, parent=core.model.version)
    except (FileError, OSError) as error:
        return f"The scoring file is not used: {error}. Version {core.model.version} stays in force."
    known = versions.history(core)
    in_force = known.in_force
    if in_force is None or version == in_force:
        return None
    if version in known.drafts:
        return (
            f"{file} has changed. It is kept as draft {version.number} and changes no score until it is "
            f"published: bantam scoring diff, bantam scoring preview, bantam scoring publish."
        )
    return (
        f"{file} is version {version.number}; version {in_force.number} is in force "
        f"(bantam scoring export {in_force.number} prints it)."
    )
