"""People to make meetings between."""

from collections.abc import Callable
from typing import Any

import pytest

from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep, Role
from leads.services.core import Core

OFFICE_HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))


@pytest.fixture
def add_rep(core: Core) -> Callable[..., Rep]:
    """Adds a rep in Berlin who works nine to five and takes meetings, unless told otherwise."""

    def add(rep_id: str = "rep-1", **changes: Any) -> Rep:
        details: dict[str, Any] = {
            "name": rep_id.title(),
            "email": f"{rep_id}@example.com",
            "role": Role.REP,
            "password_hash": "",
            "timezone": "Europe/Berlin",
            "hours": OFFICE_HOURS,
            "created_at": core.clock(),
        }
        rep = Rep(rep_id, **(details | changes))
        with core.store.writing() as work:
            work.reps.add(rep)
        return rep

    return add


@pytest.fixture
def add_lead(core: Core) -> Callable[..., Lead]:
    """Adds a lead in Berlin with an e-mail address, unless told otherwise."""

    def add(lead_id: str = "lead-1", **changes: Any) -> Lead:
        details: dict[str, Any] = {
            "created_at": core.clock(),
            "updated_at": core.clock(),
            "channel": Channel.WIDGET,
            "timezone": "Europe/Berlin",
            "email": f"{lead_id}@example.org",
        }
        lead = Lead(lead_id, **(details | changes))
        with core.store.writing() as work:
            work.leads.add(lead)
        return lead

    return add
