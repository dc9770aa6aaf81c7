"""Alarms: leads that reach the ready line and do not buy, and contacts after which nobody comes back."""

import asyncio
from datetime import timedelta

from sanic import HTTPResponse, Request

from console.desk import Desk
from leads.domain.alarms import AlarmRules
from leads.services.alarms import Alarms, alarms

__all__ = ["AlarmViews"]

HOLDS_FOR = timedelta(minutes=15)
PATIENCE = 1.0  # seconds another page waits for the count


class AlarmViews:
    """The page, and how many alarms are raised. However many look at once, it is counted once at a time."""

    def __init__(self, desk: Desk, rules: AlarmRules) -> None:
        self._desk = desk
        self._rules = rules
        self._latest: Alarms | None = None
        self._count: asyncio.Task[Alarms] | None = None

    async def page(self, request: Request) -> HTTPResponse:
        """`/console/scoring/alarms`."""
        found = await asyncio.shield(self._counting())
        return await self._desk.page(request, "alarms.html", alarms=found, rules=self._rules)

    async def raised(self) -> int:
        """How many are raised, by the latest count that is there within a moment."""
        latest = self._latest
        if latest is None or self._desk.core.clock() - latest.at > HOLDS_FOR:
            await asyncio.wait([self._counting()], timeout=PATIENCE)
        return self._latest.raised if self._latest else 0

    def _counting(self) -> asyncio.Task[Alarms]:
        if self._count is None or self._count.done():
            self._count = asyncio.create_task(self._look(), name="counting alarms")
        return self._count

    async def _look(self) -> Alarms:
        self._latest = await asyncio.to_thread(alarms, self._desk.core, self._rules)
        return self._latest
