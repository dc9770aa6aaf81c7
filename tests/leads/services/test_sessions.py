"""Console sessions: begun by a password, ended by time, by logging out, or by losing the right to be here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.sessions import Visit, current, is_alive, log_in, log_out, stranger
from leads.services.team import set_password
from tests.leads.conftest import Clock

RIGHT = "right"


def verify(password_hash: str | None, password: str) -> bool:
    """The shape of `verify_password`, without its cost: the hash is the password."""
    return password_hash is not None and password_hash == password


@pytest.fixture
def rep(add_rep: Callable[..., Rep]) -> Rep:
    return add_rep(password_hash=RIGHT)


def enter(core: Core, rep: Rep, *, before: Visit | None = None) -> Visit:
    visit = log_in(core, before or stranger(), email=rep.email, password=RIGHT, verify=verify)
    assert visit is not None
    return visit


def test_a_stranger_has_a_token_but_no_session(core: Core) -> None:
    visit = stranger()
    assert visit.rep is None
    assert visit.csrf
    assert current(core, visit.session_id) is None


def test_a_stranger_keeps_the_id_and_with_it_the_token() -> None:
    visit = stranger()
    assert stranger(visit.session_id) == visit


@pytest.mark.parametrize("planted", ["", "x", "a" * 44, "ä" * 43, "a" * 42 + "\n", "a" * 42 + "\udc80"])
def test_an_id_that_is_none_of_ours_is_replaced(core: Core, planted: str) -> None:
    assert stranger(planted).session_id != planted
    assert current(core, planted) is None


def test_logging_in_makes_a_session(core: Core, rep: Rep) -> None:
    visit = enter(core, rep)
    assert current(core, visit.session_id) == visit
    assert visit.rep == rep


def test_the_address_may_be_written_in_any_case(core: Core, rep: Rep) -> None:
    email = f" {rep.email.upper()} "
    assert log_in(core, stranger(), email=email, password=RIGHT, verify=verify) is not None


def test_S16_the_id_from_before_the_login_is_nobodys_session(core: Core, rep: Rep) -> None:
    planted = stranger()
    visit = enter(core, rep, before=planted)
    assert visit.session_id != planted.session_id
    assert visit.csrf != planted.csrf
    assert current(core, planted.session_id) is None


def test_S16_logging_in_again_ends_the_session_before(core: Core, rep: Rep) -> None:
    first = enter(core, rep)
    second = enter(core, rep, before=first)
    assert current(core, first.session_id) is None
    assert current(core, second.session_id) is not None


def test_S16_logging_out_ends_every_session_of_the_person(core: Core, add_rep: Callable[..., Rep]) -> None:
    rep, other = add_rep("rep-1", password_hash=RIGHT), add_rep("rep-2", password_hash=RIGHT)
    here, there, elsewhere = enter(core, rep), enter(core, rep), enter(core, other)
    log_out(core, here)
    assert not is_alive(core, here.session_id)
    assert not is_alive(core, there.session_id)
    assert is_alive(core, elsewhere.session_id)


def test_logging_out_as_a_stranger_does_nothing(core: Core, rep: Rep) -> None:
    visit = enter(core, rep)
    log_out(core, stranger())
    assert is_alive(core, visit.session_id)


@pytest.mark.parametrize(
    ("email", "password"),
    [("rep-1@example.com", "wrong"), ("nobody@example.com", RIGHT), ("", ""), ("rep-1@example.com", "")],
    ids=["wrong password", "unknown address", "nothing", "no password"],
)
def test_the_wrong_password_makes_none(core: Core, rep: Rep, email: str, password: str) -> None:
    assert log_in(core, stranger(), email=email, password=password, verify=verify) is None


def test_S15_an_unknown_address_is_checked_like_a_known_one(core: Core, rep: Rep) -> None:
    checked: list[str | None] = []

    def note(password_hash: str | None, password: str) -> bool:
        checked.append(password_hash)
        return False

    for email in (rep.email, "nobody@example.com"):
        log_in(core, stranger(), email=email, password="x", verify=note)
    assert checked == [RIGHT, None]


def test_a_disabled_rep_cannot_log_in(core: Core, add_rep: Callable[..., Rep]) -> None:
    rep = add_rep(password_hash=RIGHT, active=False)
    assert log_in(core, stranger(), email=rep.email, password=RIGHT, verify=verify) is None


def test_S20_disabling_a_rep_ends_the_session(core: Core, rep: Rep) -> None:
    visit = enter(core, rep)
    with core.store.writing() as work:
        work.reps.save(replace(rep, active=False))
    assert not is_alive(core, visit.session_id)
    assert current(core, visit.session_id) is None


def test_S16_a_new_password_ends_the_sessions_with_the_old_one(core: Core, rep: Rep) -> None:
    visit = enter(core, rep)
    set_password(core, email=rep.email, password_hash="new")
    assert not is_alive(core, visit.session_id)


def test_S16_a_password_changed_during_the_check_is_not_enough(core: Core, rep: Rep) -> None:
    def change_meanwhile(password_hash: str | None, password: str) -> bool:
        set_password(core, email=rep.email, password_hash="new")
        return verify(password_hash, password)

    assert log_in(core, stranger(), email=rep.email, password=RIGHT, verify=change_meanwhile) is None


def test_S16_half_an_hour_of_doing_nothing_ends_it(core: Core, rep: Rep, clock: Clock) -> None:
    visit = enter(core, rep)
    clock.advance(timedelta(minutes=30))
    assert current(core, visit.session_id) is not None
    clock.advance(timedelta(minutes=30, seconds=1))
    assert current(core, visit.session_id) is None


def test_S16_looking_whether_it_is_alive_does_not_keep_it_so(core: Core, rep: Rep, clock: Clock) -> None:
    visit = enter(core, rep)
    for _ in range(3):
        clock.advance(timedelta(minutes=10))
        assert is_alive(core, visit.session_id)
    clock.advance(timedelta(seconds=1))
    assert not is_alive(core, visit.session_id)


def test_S16_twelve_hours_end_it_however_busy_it_was(core: Core, rep: Rep, clock: Clock) -> None:
    visit = enter(core, rep)
    for _ in range(36):
        clock.advance(timedelta(minutes=20))
        assert current(core, visit.session_id) is not None
    clock.advance(timedelta(seconds=1))
    assert current(core, visit.session_id) is None
