"""Keeping scores on the model in force, whatever is published meanwhile."""

from leads.services import versions
from leads.services.core import Core
from leads.services.rescoring import rescore
from leads.services.sweep import OnProgress, in_silence

__all__ = ["bring_in_line", "lagging"]


class _Superseded(Exception):
    """Another model was published while leads were rescored."""


def bring_in_line(core: Core, *, on_progress: OnProgress = in_silence) -> int:
    """Rescore every lead that is scored by another version than the one in force; how many that were.

    Where another version is published meanwhile, it goes on with that one. May be called at any time, by
    several processes at once, and again after it was cut short.
    """
    done = 0
    while True:
        try:
            return done + _rescored(core, on_progress)
        except _Superseded:
            versions.look(core)


def lagging(core: Core) -> int:
    """How many leads are still scored by another version than the one in force."""
    with core.store.reading() as work:
        return work.leads.count(besides=core.model.version)


def _rescored(core: Core, on_progress: OnProgress) -> int:
    model = core.model

    def report(done: int, total: int) -> None:
        with core.store.reading() as work:
            in_force = work.scoring.id_in_force()
        if in_force not in (None, model.version):
            raise _Superseded
        on_progress(done, total)

    return rescore(core.under(model), model, on_progress=report)
