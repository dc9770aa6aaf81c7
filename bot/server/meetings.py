"""The prospect's own page for a meeting: see it, put it into a calendar, move it, call it off.

Whoever has the link may: the id in it cannot be guessed.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sanic import Blueprint, HTTPResponse, Request, html, raw
from sanic.exceptions import NotFound
from sanic.response import redirect

from bot.hub import Hub
from leads.adapters.ics import calendar_method
from leads.adapters.letters import invitation
from leads.domain.booking import BookingNotFound, BookingState, NotBookable, Slot, SlotTaken
from leads.domain.when import WhenStyle, render_when
from leads.services import booking
from leads.services.booking import Meeting
from leads.services.core import Core
from leads.services.links import manage_link

__all__ = ["meetings_blueprint"]

PAGES = Path(__file__).parent / "meeting_pages"
BOOKING_ID = re.compile("[0-9A-Za-z_-]{1,64}")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
#: What may have just happened, as the address says it after a change.
DONE = frozenset({"moved", "cancelled"})
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}

_templates = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def meetings_blueprint(*, core: Core, hub: Hub) -> Blueprint:
    """`/meetings/<booking id>`, where `manage_link` points to. Open pages hear of changes through the hub."""
    blueprint = Blueprint("meetings", url_prefix="/meetings")
    pages = _Pages(core, hub)
    style = (PAGES / "meeting.css").read_bytes()

    @blueprint.get("/meeting.css")
    async def stylesheet(_: Request) -> HTTPResponse:
        return raw(style, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})

    blueprint.add_route(pages.show, "/<booking_id:str>", methods=["GET"])
    blueprint.add_route(pages.calendar, "/<booking_id:ext=ics>", methods=["GET"])
    blueprint.add_route(pages.ask_to_cancel, "/<booking_id:str>/cancel", methods=["GET"])
    blueprint.add_route(pages.cancel, "/<booking_id:str>/cancel", methods=["POST"])
    blueprint.add_route(pages.show_times, "/<booking_id:str>/times", methods=["GET"])
    blueprint.add_route(pages.move, "/<booking_id:str>/times", methods=["POST"])
    blueprint.add_route(pages.nothing_here, "/<rest:path>", methods=METHODS)
    blueprint.exception(BookingNotFound, NotFound)(_no_such_meeting)
    blueprint.middleware("response")(_keep_private)
    return blueprint


class _Pages:
    """Each page reads the meeting afresh: whoever looks again sees how it stands."""

    def __init__(self, core: Core, hub: Hub) -> None:
        self._core = core
        self._hub = hub

    async def show(self, request: Request, booking_id: str) -> HTTPResponse:
        """The meeting, and what can be done about it."""
        meeting = await self._meeting(booking_id)
        done = request.args.get("done")
        return self._page("meeting.html", meeting, done=done if done in DONE else None)

    async def calendar(self, _: Request, booking_id: str, ext: str) -> HTTPResponse:  # noqa: ARG002 - by the route
        """The meeting as a file for calendar programs; once cancelled, one that takes it out again."""
        meeting = await self._meeting(booking_id)
        is_off = meeting.booking.state is BookingState.CANCELLED
        file = invitation(
            meeting.booking,
            rep=meeting.rep,
            lead=meeting.lead,
            link=manage_link(self._core, meeting.booking),
            stamp=self._core.clock(),
        )
        name = f"meeting-{meeting.booking.start:%Y-%m-%d}{'-cancelled' if is_off else ''}.ics"
        return raw(
            file,
            content_type=f"text/calendar; charset=utf-8; method={calendar_method(meeting.booking)}",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    async def ask_to_cancel(self, _: Request, booking_id: str) -> HTTPResponse:
        """Are you sure?"""
        return self._page("cancel.html", await self._meeting(booking_id))

    async def cancel(self, _: Request, booking_id: str) -> HTTPResponse:
        """Call it off; again changes nothing. What has begun stays."""
        meeting = await self._meeting(booking_id)
        if self._has_begun(meeting):
            return self._page("meeting.html", meeting, status=409, done=None)
        await self._change(meeting, lambda: booking.cancel(self._core, booking_id))
        return redirect(f"/meetings/{booking_id}?done=cancelled", status=303)

    async def show_times(self, _: Request, booking_id: str) -> HTTPResponse:
        """Other times to choose from."""
        return await self._times(await self._meeting(booking_id))

    async def move(self, request: Request, booking_id: str) -> HTTPResponse:
        """Move it to one of those times; fresh ones when it has gone meanwhile."""
        meeting = await self._meeting(booking_id)
        if self._has_begun(meeting):
            return self._page("meeting.html", meeting, status=409, done=None)
        slot_id = str((request.form and request.form.get("slot")) or "")
        try:
            await self._change(meeting, lambda: booking.reschedule(self._core, booking_id, slot_id=slot_id))
        except SlotTaken:
            return await self._times(meeting, status=409, trouble="gone")
        except NotBookable:
            return await self._times(await self._meeting(booking_id), status=400, trouble="none")
        return redirect(f"/meetings/{booking_id}?done=moved", status=303)

    async def nothing_here(self, _: Request, **_path: str) -> HTTPResponse:
        """Any other address below ours."""
        raise NotFound

    async def _meeting(self, booking_id: str) -> Meeting:
        if not BOOKING_ID.fullmatch(booking_id):
            raise BookingNotFound
        return await asyncio.to_thread(booking.meeting, self._core, booking_id)

    async def _change(self, meeting: Meeting, change: Callable[[], object]) -> None:
        await asyncio.to_thread(change)
        self._hub.publish(meeting.lead.id)

    async def _times(
        self, meeting: Meeting, *, status: int = 200, trouble: str | None = None
    ) -> HTTPResponse:
        if self._has_begun(meeting) or meeting.booking.state is BookingState.CANCELLED:
            return self._page("meeting.html", meeting, status=409, done=None)
        slots = await asyncio.to_thread(booking.free_times, self._core, meeting.lead.id)
        days = _by_day(slots, meeting.booking.timezone)
        return self._page("times.html", meeting, status=status, days=days, trouble=trouble)

    def _page(self, template: str, meeting: Meeting, *, status: int = 200, **values: Any) -> HTTPResponse:
        held = meeting.booking
        page = _templates.get_template(template).render(
            meeting=held,
            rep=meeting.rep.name,
            when=render_when(held.start, held.timezone, end=held.end),
            has_begun=self._has_begun(meeting),
            **values,
        )
        return html(page, status=status)

    def _has_begun(self, meeting: Meeting) -> bool:
        return meeting.booking.start <= self._core.clock()


def _by_day(slots: Sequence[Slot], zone: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """For example ("Tue 24 Nov", [(id, "10:00"), …])."""
    named = [(slot.id, *_day_and_time(slot, zone)) for slot in slots]
    by_day = groupby(named, key=lambda entry: entry[1])
    return [(day, [(slot_id, time) for slot_id, _, time in of_day]) for day, of_day in by_day]


def _day_and_time(slot: Slot, zone: str) -> tuple[str, str]:
    day, _, time = render_when(slot.start, zone, style=WhenStyle.BUTTON).partition(", ")
    return day, time


async def _no_such_meeting(_: Request, __: Exception) -> HTTPResponse:
    return html(_templates.get_template("unknown.html").render(), status=404)


async def _keep_private(_: Request, response: HTTPResponse) -> None:
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
