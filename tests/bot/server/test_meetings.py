"""A prospect's page for a meeting."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar

from leads.domain.booking import Booking, BookingState, Slot
from leads.domain.rep import Rep
from leads.services import booking
from leads.services.links import manage_link
from leads.store.database import Database
from leads.store.migrate import migrate
from tests.support.console_app import ConsoleApp

MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store to copy, so that migrations run once."""
    file = tmp_path_factory.mktemp("store") / "bantam.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.dispose()
    return file


@pytest.fixture
def app(empty_store: Path, tmp_path: Path) -> Iterator[ConsoleApp]:
    shutil.copy(empty_store, tmp_path / "bantam.sqlite3")
    with ConsoleApp(tmp_path, now=MONDAY) as app:
        yield app


@pytest.fixture
def rep(app: ConsoleApp) -> Rep:
    return app.add_rep("Robin Vale")


@pytest.fixture
def meeting(app: ConsoleApp, rep: Rep) -> Booking:
    """With Robin, tomorrow or so; the prospect is in India."""
    lead_id = app.talk("my e-mail is ana@acme.example", zone="Asia/Kolkata")
    return booking.book(app.core, lead_id, slot_id=booking.offer_slots(app.core, lead_id)[1].id)


@pytest.fixture
def prospect(app: ConsoleApp) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=app.url, follow_redirects=True, timeout=20) as client:
        yield client


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def as_it_is(app: ConsoleApp, meeting: Booking) -> Booking:
    return booking.meeting(app.core, meeting.id).booking


def another(app: ConsoleApp, meeting: Booking) -> Slot:
    return booking.free_times(app.core, meeting.lead_id)[-1]


def ics(prospect: httpx.Client, meeting: Booking) -> tuple[httpx.Response, Calendar]:
    file = prospect.get(f"/meetings/{meeting.id}.ics")
    return file, Calendar.from_ical(file.content)


class TestSeeing:
    def test_the_link_we_send_leads_here(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        page = prospect.get(manage_link(app.core, meeting))
        assert page.status_code == 200
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"

    def test_it_says_with_whom_and_when_in_their_zone(self, prospect: httpx.Client, meeting: Booking) -> None:
        page = text_of(prospect.get(f"/meetings/{meeting.id}").text)
        assert "You are meeting Robin Vale" in page
        assert "(Kolkata time, UTC+5:30)" in page

    @pytest.mark.parametrize(
        "path", ["nope", "0" * 32, "a%00b", "x" * 99, "nope.ics", "nope/cancel", "nope/times", "a/b/c", ""]
    )
    def test_an_unknown_one_is_a_page_that_says_so(self, prospect: httpx.Client, path: str) -> None:
        page = prospect.get(f"/meetings/{path}")
        assert page.status_code == 404
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "We cannot find this meeting" in page.text

    @pytest.mark.parametrize("path", ["", "/cancel", "/times", ".ics", "/nope"])
    def test_it_is_kept_from_search_engines_referrers_and_frames(
        self, prospect: httpx.Client, meeting: Booking, path: str
    ) -> None:
        headers = prospect.get(f"/meetings/{meeting.id}{path}").headers
        assert "noindex" in headers["X-Robots-Tag"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]

    def test_nothing_of_the_lead_is_shown(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        app.change_lead(meeting.lead_id, name="Ana Lopez", phone="+4915112345678")
        for path in ("", "/cancel", "/times"):
            page = prospect.get(f"/meetings/{meeting.id}{path}").text
            assert not re.search(r"Ana|acme|4915", page), "the link may have been passed on"

    def test_S10_a_reps_name_is_inert(self, app: ConsoleApp, prospect: httpx.Client) -> None:
        app.add_rep("<script>alert(1)</script> Vale")
        lead_id = app.talk("hello")
        meeting = booking.book(app.core, lead_id, slot_id=booking.offer_slots(app.core, lead_id)[0].id)
        for path in ("", "/cancel", "/times"):
            assert "<script" not in prospect.get(f"/meetings/{meeting.id}{path}").text


class TestCalendar:
    def test_a_calendar_program_takes_it(self, prospect: httpx.Client, meeting: Booking) -> None:
        file, calendar = ics(prospect, meeting)
        assert file.headers["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
        expected = f'attachment; filename="meeting-{meeting.start:%Y-%m-%d}.ics"'
        assert file.headers["Content-Disposition"] == expected
        (event,) = calendar.events
        assert calendar["METHOD"] == "REQUEST"
        assert event["SUMMARY"] == "Meeting with Robin Vale"
        times = event.DTSTART, event.DTEND
        assert times == (meeting.start, meeting.end)
        assert f"/meetings/{meeting.id}" in event["DESCRIPTION"]
        assert event["ORGANIZER"] == "mailto:robin@bantam.example"
        assert event["ATTENDEE"] == "mailto:ana@acme.example"

    def test_without_an_address_there_is_no_guest(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        app.change_lead(meeting.lead_id, email=None)
        assert "ATTENDEE" not in ics(prospect, meeting)[1].events[0]

    def test_once_cancelled_it_takes_the_event_out_again(
        self, prospect: httpx.Client, meeting: Booking
    ) -> None:
        uid = ics(prospect, meeting)[1].events[0]["UID"]
        prospect.post(f"/meetings/{meeting.id}/cancel")
        file, calendar = ics(prospect, meeting)
        (event,) = calendar.events
        assert file.headers["Content-Type"] == "text/calendar; charset=utf-8; method=CANCEL"
        assert "-cancelled.ics" in file.headers["Content-Disposition"]
        assert (calendar["METHOD"], event["STATUS"], event["UID"]) == ("CANCEL", "CANCELLED", uid)
        assert event["SEQUENCE"] == 1


class TestCancelling:
    def test_looking_and_being_asked_changes_nothing(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        page = prospect.get(f"/meetings/{meeting.id}/cancel").text
        assert "Cancel your meeting with Robin Vale?" in text_of(page)
        assert as_it_is(app, meeting) == meeting

    def test_it_is_called_off_and_said_so(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        page = prospect.post(f"/meetings/{meeting.id}/cancel")
        assert "Done: your meeting is cancelled." in page.text
        assert as_it_is(app, meeting).state is BookingState.CANCELLED

    def test_again_changes_nothing(self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking) -> None:
        for _ in range(2):
            assert prospect.post(f"/meetings/{meeting.id}/cancel").status_code == 200
        assert as_it_is(app, meeting).sequence == 1
        assert "cancelled already" in prospect.get(f"/meetings/{meeting.id}/cancel").text

    def test_open_pages_hear_of_it(self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking) -> None:
        heard: list[str] = []
        publish, app.hub.publish = app.hub.publish, heard.append  # type: ignore[method-assign]
        prospect.post(f"/meetings/{meeting.id}/cancel")
        app.hub.publish = publish  # type: ignore[method-assign]
        assert heard == [meeting.lead_id]

    def test_a_sandboxed_or_referrerless_form_is_fine(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        """The page asks browsers to send no referrer: they send no origin either."""
        prospect.post(f"/meetings/{meeting.id}/cancel", headers={"Origin": "null"})
        assert as_it_is(app, meeting).state is BookingState.CANCELLED


class TestMoving:
    def test_free_times_are_listed_by_day_in_their_zone(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        page = prospect.get(f"/meetings/{meeting.id}/times").text
        offered = re.findall(r'name="slot" value="([^"]+)"', page)
        assert offered == [slot.id for slot in booking.free_times(app.core, meeting.lead_id)]
        assert 'aria-label="Mon 23 Nov, 15:30"' in page, "11:00 in Berlin"

    def test_it_is_moved_and_said_so(self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking) -> None:
        slot = another(app, meeting)
        page = prospect.post(f"/meetings/{meeting.id}/times", data={"slot": slot.id})
        assert "Done: your meeting has a new time." in page.text
        assert as_it_is(app, meeting).slot == slot

    def test_a_time_that_has_gone_is_said_so_with_fresh_ones(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        slot = another(app, meeting)
        booking.book(app.core, app.talk("hello", sender="faster"), slot_id=slot.id)
        page = prospect.post(f"/meetings/{meeting.id}/times", data={"slot": slot.id})
        assert page.status_code == 409
        assert "somebody has just taken that time" in page.text
        assert f'value="{another(app, meeting).id}"' in page.text
        assert f'value="{slot.id}"' not in page.text
        assert as_it_is(app, meeting) == meeting

    @pytest.mark.parametrize("slot", ["", "nonsense", "../../etc", "\0", "x" * 5000])
    def test_what_is_no_time_is_refused_kindly(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking, slot: str
    ) -> None:
        page = prospect.post(f"/meetings/{meeting.id}/times", data={"slot": slot})
        assert page.status_code == 400
        assert "That is not a time we can offer" in page.text
        assert as_it_is(app, meeting) == meeting

    def test_made_up_times_are_not_free(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        night = MONDAY.replace(hour=1) + timedelta(days=2)
        slot = Slot(meeting.rep_id, night, night + timedelta(minutes=30))
        assert prospect.post(f"/meetings/{meeting.id}/times", data={"slot": slot.id}).status_code == 409
        assert as_it_is(app, meeting) == meeting

    def test_a_cancelled_one_cannot_be_moved(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        prospect.post(f"/meetings/{meeting.id}/cancel")
        page = prospect.post(f"/meetings/{meeting.id}/times", data={"slot": another(app, meeting).id})
        assert page.status_code == 409
        assert "This meeting is cancelled" in page.text
        assert as_it_is(app, meeting).state is BookingState.CANCELLED

    def test_when_nothing_is_free_a_person_helps(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking, rep: Rep
    ) -> None:
        app.disable(rep)
        assert "There is no other free time" in prospect.get(f"/meetings/{meeting.id}/times").text


class TestOnceItHasBegun:
    @pytest.fixture(autouse=True)
    def later(self, app: ConsoleApp, meeting: Booking) -> None:
        app.now = meeting.start

    def test_the_page_offers_no_changes(self, prospect: httpx.Client, meeting: Booking) -> None:
        page = prospect.get(f"/meetings/{meeting.id}").text
        assert "cannot be changed here any more" in page
        assert "/cancel" not in page

    def test_it_can_be_neither_cancelled_nor_moved(
        self, app: ConsoleApp, prospect: httpx.Client, meeting: Booking
    ) -> None:
        slot = another(app, meeting)
        assert prospect.post(f"/meetings/{meeting.id}/cancel").status_code == 409
        assert prospect.post(f"/meetings/{meeting.id}/times", data={"slot": slot.id}).status_code == 409
        assert as_it_is(app, meeting) == meeting
