"""What is over is deleted, and nothing else."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.forgetting import ANSWERS_KEPT, forget
from leads.services.ports import Remembered
from leads.services.sessions import ABSOLUTE, current, log_in, stranger
from tests.leads.conftest import Clock

A_MOMENT = timedelta(seconds=1)
ANSWER = Remembered("hash", 201, {"id": "1"})


def kept(core: Core, key: str) -> bool:
    with core.store.reading() as work:
        return work.idempotency.get(key) is not None


@pytest.mark.parametrize(
    ("age", "is_kept"), [(ANSWERS_KEPT, True), (ANSWERS_KEPT + A_MOMENT, False)], ids=["a week", "older"]
)
def test_answers_to_calls_are_kept_for_a_week(
    core: Core, clock: Clock, age: timedelta, is_kept: bool
) -> None:
    with core.store.writing() as work:
        work.idempotency.put("key", ANSWER, at=core.clock())
    clock.now += age
    assert forget(core) == (0 if is_kept else 1)
    assert kept(core, "key") is is_kept


def test_a_session_is_deleted_once_nobody_can_use_it(
    core: Core, clock: Clock, add_rep: Callable[..., Rep]
) -> None:
    rep = add_rep(password_hash="right")
    visit = log_in(core, stranger(), email=rep.email, password="right", verify=lambda *_: True)
    assert visit is not None
    assert forget(core) == 0
    assert current(core, visit.session_id) is not None
    clock.now += ABSOLUTE + A_MOMENT
    assert (forget(core), forget(core)) == (1, 0)
