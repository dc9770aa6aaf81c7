"""Logging in: humane to people, slow for guessers."""

from dataclasses import replace

import pytest

from leads.domain.rep import Rep
from tests.support.console_app import ConsoleApp, Person


def test_a_wrong_password_is_said_so_and_the_address_is_kept(stranger: Person, robin: Rep) -> None:
    page = stranger.log_in(robin, password="wrong", wanted="/console/handoffs")
    assert page.status_code == 401
    assert "This address and password do not go together" in page.text
    assert f'value="{robin.email}"' in page.text
    assert 'name="next" value="/console/handoffs"' in page.text
    assert "wrong" not in page.text


def test_S15_an_unknown_address_gets_the_very_same_page(stranger: Person, robin: Rep) -> None:
    known = stranger.log_in(robin, password="wrong")
    unknown = stranger.log_in(replace(robin, email="nobody@bantam.example"), password="wrong")
    assert unknown.status_code == known.status_code
    assert unknown.text.replace("nobody@", "robin@") == known.text


def test_a_disabled_rep_gets_it_too(app: ConsoleApp, stranger: Person, robin: Rep) -> None:
    app.change_rep(replace(robin, active=False))
    assert stranger.log_in(robin).status_code == 401


@pytest.mark.parametrize("email", ["\0", "a" * 5000, "=1+1", "<script>", "ä@ö.example", "a@b.c\r\nX: y"])
def test_odd_addresses_are_wrong_ones(stranger: Person, robin: Rep, email: str) -> None:
    page = stranger.log_in(replace(robin, email=email))
    assert page.status_code == 401
    assert "<script>" not in page.text.replace('<script type="module"', "")


def test_S15_the_sixth_attempt_of_a_network_within_a_minute_waits(stranger: Person, robin: Rep) -> None:
    for number in range(5):
        wrong = replace(robin, email=f"somebody{number}@bantam.example")
        assert stranger.log_in(wrong, password="wrong").status_code == 401
    for email in (robin.email, "nobody@bantam.example"):
        page = stranger.log_in(replace(robin, email=email), password="wrong")
        assert page.status_code == 429
        assert 0 < int(page.headers["Retry-After"]) <= 60
        assert "Too many attempts" in page.text
        assert f'value="{email}"' in page.text


def test_S15_not_even_the_right_password_is_tried_then(stranger: Person, robin: Rep) -> None:
    for _ in range(5):
        stranger.log_in(robin, password="wrong")
    assert stranger.log_in(robin).status_code == 429


def test_S15_a_forged_address_does_not_make_somebody_else_of_them(stranger: Person, robin: Rep) -> None:
    for number in range(6):
        stranger.headers.update(
            {
                "X-Forwarded-For": f"203.0.113.{number}",
                "X-Real-IP": f"203.0.113.{number}",
                "Forwarded": f"for=203.0.113.{number}",
            }
        )
        page = stranger.log_in(robin, password="wrong")
    assert page.status_code == 429


def test_S15_the_eleventh_attempt_at_an_account_waits_wherever_it_comes_from(
    app: ConsoleApp, stranger: Person, robin: Rep
) -> None:
    app.app.config.PROXIES_COUNT = 1
    for number in range(10):
        stranger.headers["X-Forwarded-For"] = f"203.0.113.{number}"
        assert stranger.log_in(robin, password="wrong").status_code == 401
    stranger.headers["X-Forwarded-For"] = "203.0.113.99"
    page = stranger.log_in(robin)
    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) > 60
    assert "minutes" in page.text
    unknown = replace(robin, email="nobody@bantam.example")
    assert stranger.log_in(unknown, password="wrong").status_code == 401, "others go on"


def test_S15_strangers_cannot_lock_somebody_out_of_where_they_work(
    app: ConsoleApp, stranger: Person, robin: Rep
) -> None:
    app.app.config.PROXIES_COUNT = 1
    office = {"X-Forwarded-For": "198.51.100.1"}
    with Person(app, headers=office) as at_work:
        at_work.log_in(robin)
        at_work.submit("/console/logout")
        for number in range(11):
            stranger.headers["X-Forwarded-For"] = f"203.0.113.{number}"
            stranger.log_in(robin, password="wrong")
        assert stranger.log_in(robin).status_code == 429
        assert at_work.log_in(robin).url.path == "/console/"


def test_S15_logins_that_succeed_do_not_count(app: ConsoleApp, robin: Rep) -> None:
    for _ in range(7):
        with Person(app) as colleague:
            assert colleague.log_in(robin).url.path == "/console/"


def test_who_is_logged_in_does_not_see_the_form(person: Person) -> None:
    assert person.get("/console/login").url.path == "/console/"
