"""Going over all leads with what is known of each: many short reads, oldest lead first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leads.domain.facts import Facts
from leads.domain.lead import Lead
from leads.services.ports import Store, Work

__all__ = ["BATCH", "Known", "OnProgress", "in_silence", "known", "sweep"]

#: Small enough that nobody notices the time it takes to write one.
BATCH = 250

#: Called with how many leads are done, and how many there are.
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Known:
    """A lead and its facts."""

    lead: Lead
    facts: Facts


def sweep(store: Store, *, besides: str | None = None) -> Iterator[list[Known]]:
    """Every lead once, in batches; `besides` leaves out those scored under that version of the model.

    Nothing is locked: what is read of a lead is as new as the lead, or newer.
    """
    after = None
    while True:
        with store.reading() as work:
            leads = work.leads.in_order(after=after, limit=BATCH, besides=besides)
            batch = known(work, leads)
        if not batch:
            return
        yield batch
        after = leads[-1].id


def known(work: Work, leads: list[Lead]) -> list[Known]:
    """Each of these leads with its facts."""
    ids = [lead.id for lead in leads]
    answers, signals = work.facts.answers_of(ids), work.facts.signals_of(ids)
    return [Known(lead, Facts.of(answers[lead.id], signals=signals[lead.id])) for lead in leads]


def in_silence(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
