"""The scoring sheet: what counts for a score, how much, and what happens then."""

from sanic import HTTPResponse, Request

from console import sheet
from console.desk import Desk
from console.views.alarms import AlarmViews
from leads.domain.matrix import Axis, Quadrant
from leads.domain.model import MOST_SEGMENTS

__all__ = ["scoring_page"]


async def scoring_page(desk: Desk, alarms: AlarmViews, request: Request) -> HTTPResponse:
    """`/console/scoring`."""
    model = desk.core.model
    return await desk.page(
        request,
        "scoring.html",
        model=model,
        criteria=dict(sheet.criteria(model.bar)),
        fit=sheet.topics_on(model, Axis.FIT),
        interest=sheet.topics_on(model, Axis.INTEREST),
        behaviour=sheet.behaviour(model),
        quadrants=list(Quadrant),
        most_segments=MOST_SEGMENTS,
        alarms=await alarms.raised(),
        too_many=sheet.too_many_segments(model),
    )
