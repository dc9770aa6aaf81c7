"""What if the lines were elsewhere: `/console/scoring/what-if`, for managers and admins."""

import calendar
from dataclasses import dataclass

from sanic import HTTPResponse, Request

from console.desk import Desk
from console.forms import argument
from console.guard import may_manage
from console.runs import Run, Runs
from leads.domain.reaching import Goal, Lines
from leads.services.what_if import Month, WhatIf, lines_in_force, what_if

__all__ = ["WhatIfViews"]

MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Row:
    """One month: of each goal, how many leads reached it, and how many would have."""

    month: str
    counts: tuple[tuple[int, int], ...]


class WhatIfViews:
    """The form, the search, and what it found."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runs: Runs[WhatIf] = Runs(desk.core)

    async def page(self, request: Request) -> HTTPResponse:
        """The form; with lines in the address also the answer."""
        asked = [argument(request, name) for name in ("fit", "interest", "ready")]
        now = lines_in_force(self._desk.core)
        lines = _lines(asked, now)
        run: Run[WhatIf] | None = None
        if lines is not None and any(asked):
            run = await self._runs.of(
                str(lines),
                lambda core, on_progress: what_if(core, lines, on_progress=on_progress),
                afresh=argument(request, "afresh") is not None,
            )
        page = await self._desk.page(
            request,
            "scoring_what_if.html",
            may_manage=may_manage(request),
            lines=lines or now,
            now_lines=now,
            error=None if lines else "A line lies between 1 and 100.",
            run=run,
            rows=_rows(run.found) if run and run.found else [],
            goals=list(Goal),
        )
        page.status = 200 if lines else 422
        return page


def _lines(asked: list[str | None], now: Lines) -> Lines | None:
    """The lines asked for, those in force where nothing is; None where one is off the scale."""
    standing = (now.fit, now.interest, now.ready)
    if any(one and not (one.isdecimal() and one.isascii() and len(one) <= 3) for one in asked):
        return None
    wanted = [int(one) if one else line for one, line in zip(asked, standing, strict=True)]
    return Lines(*wanted) if all(1 <= line <= 100 for line in wanted) else None


def _rows(found: WhatIf) -> list[Row]:
    return [_row(found, month) for month in found.months[:MOST_MONTHS]]


def _row(found: WhatIf, month: Month) -> Row:
    counts = tuple((found.as_is[goal][month], found.as_asked[goal][month]) for goal in Goal)
    return Row(f"{calendar.month_name[month[1]]} {month[0]}", counts)
