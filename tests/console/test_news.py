"""Server-sent events: told when something has changed, and ended with the session."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import httpx

from leads.domain.rep import Rep
from tests.support.console_app import ConsoleApp, Person


@contextmanager
def listening(person: Person) -> Iterator[Iterator[str]]:
    """The lines of the stream as they come."""
    with person.stream("GET", "/console/news", timeout=httpx.Timeout(10)) as stream:
        assert stream.status_code == 200
        assert stream.headers["Content-Type"] == "text/event-stream"
        yield stream.iter_lines()


def seconds_until_it_ends(lines: Iterator[str]) -> float:
    start = time.monotonic()
    for _ in lines:
        assert time.monotonic() - start < 10
    return time.monotonic() - start


def test_it_tells_that_something_has_changed(app: ConsoleApp, person: Person) -> None:
    with listening(person) as lines:
        assert next(lines).startswith("retry:")
        app.talk("hello")
        assert "event: changed" in (next(lines) for _ in range(3))


def test_S20_logging_out_ends_it_within_five_seconds(app: ConsoleApp, person: Person, robin: Rep) -> None:
    with Person(app) as elsewhere, listening(person) as lines:
        elsewhere.log_in(robin)
        elsewhere.submit("/console/logout")
        assert seconds_until_it_ends(lines) < 5


def test_S20_it_ends_within_five_seconds_when_the_rep_is_disabled(
    app: ConsoleApp, person: Person, robin: Rep
) -> None:
    with listening(person) as lines:
        app.disable(robin)
        assert seconds_until_it_ends(lines) < 5


def test_S20_and_when_the_session_is_over(app: ConsoleApp, person: Person) -> None:
    with listening(person) as lines:
        app.pass_time(minutes=31)
        assert seconds_until_it_ends(lines) < 5


def test_S16_listening_does_not_keep_the_session_alive(app: ConsoleApp, person: Person) -> None:
    with listening(person) as lines:
        next(lines)
        for _ in range(2):
            app.pass_time(minutes=15)
            app.publish("something")
            assert "event: changed" in (next(lines) for _ in range(4))
        app.pass_time(seconds=1)
        assert seconds_until_it_ends(lines) < 5


def test_strangers_are_refused_and_not_sent_to_a_page(stranger: Person) -> None:
    assert stranger.get("/console/news").status_code == 401


def test_stopping_the_server_ends_it_at_once(app: ConsoleApp, person: Person) -> None:
    with listening(person) as lines:
        next(lines)
        Timer(0.2, app.stop).start()
        assert seconds_until_it_ends(lines) < 2
