"""The console as a blueprint: its routes, behind its guard."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from sanic import Blueprint, HTTPResponse, Request
from sanic.exceptions import NotFound
from sanic.response import redirect

from console import files
from console.desk import Desk, News
from console.errors import add_error_pages
from console.guard import HOME, Guard
from console.views.alarms import AlarmViews
from console.views.calibration import accept, calibrate, calibration_page
from console.views.erasing import erase
from console.views.handoffs import claim, give_back, handoffs_page, note_key, reply, step_in
from console.views.lead import lead_page
from console.views.leads import leads_page
from console.views.leaving import dispose, note_outcome
from console.views.login import LoginViews
from console.views.news import NewsView
from console.views.personas import keep_persona, personas_page, remove_persona
from console.views.scores import scores_page
from console.views.scoring import scoring_page
from console.views.versions import VersionViews
from console.views.what_if import WhatIfViews
from leads.domain.alarms import AlarmRules
from leads.services.core import Core
from leads.services.ports import Statistics
from leads.services.sessions import VerifyPassword

__all__ = ["News", "console_blueprint"]

Handler = Callable[..., Coroutine[Any, Any, HTTPResponse | None]]

ID = "[0-9A-Za-z_-]{1,64}"
NUMBER = "[0-9]{1,9}"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def console_blueprint(
    *,
    core: Core,
    news: News,
    alarms: AlarmRules,
    public_url: str,
    verify: VerifyPassword,
    statistics: Statistics,
) -> Blueprint:
    """`/console/…`, for people with a login. `public_url` is the address their browsers see."""
    blueprint = Blueprint("console", url_prefix="/console", strict_slashes=True)
    guard = Guard(core, public_url=public_url)
    blueprint.middleware("request")(guard.check)
    blueprint.middleware("response")(guard.finish)
    add_error_pages(blueprint)
    desk = Desk(core, news, statistics)
    login = LoginViews(desk, verify)
    stream = NewsView(desk)
    alarm = AlarmViews(desk, alarms)
    blueprint.listener("before_server_stop")(stream.close)

    def add(method: str, path: str, handler: Handler, **context: bool) -> None:
        name = f"{method}{path}".replace("/", "_")
        blueprint.add_route(handler, path, methods=[method], name=name, **_as_context(context))

    def add_action(path: str, handler: Handler, **context: bool) -> None:
        add("POST", path, handler, **context)
        add("GET", path, _go_home)  # whoever asks for the address again after an error

    add("GET", "/static/<name:str>", files.serve, is_file=True)
    add("GET", "/login", login.form, is_open=True)
    add("POST", "/login", login.log_in, is_open=True)
    add_action("/logout", login.log_out, is_open=True)
    add("GET", "/news", stream.stream, is_stream=True)
    add("GET", "", partial(leads_page, desk))
    add("GET", "/", partial(leads_page, desk))
    add("GET", f"/leads/<lead_id:{ID}>", partial(lead_page, desk))
    add("GET", f"/leads/<lead_id:{ID}>/scores", partial(scores_page, desk))
    add_action(f"/leads/<lead_id:{ID}>/erase", partial(erase, desk))
    add_action(f"/leads/<lead_id:{ID}>/disposition", partial(dispose, desk))
    add_action(f"/leads/<lead_id:{ID}>/outcome", partial(note_outcome, desk))
    _add_scoring(add, add_action, desk, alarm)
    add("GET", "/handoffs", partial(handoffs_page, desk))
    add_action(f"/handoffs/<handoff_id:{ID}>/claim", partial(claim, desk))
    add_action(f"/handoffs/<handoff_id:{ID}>/done", partial(give_back, desk))
    add_action(f"/conversations/<conversation_id:{ID}>/messages", partial(reply, desk))
    add_action(f"/conversations/<conversation_id:{ID}>/take", partial(step_in, desk))
    add_action(f"/conversations/<conversation_id:{ID}>/typing", partial(note_key, desk))
    blueprint.add_route(_nothing_here, "/<rest:path>", methods=METHODS, name="rest")
    return blueprint


def _add_scoring(
    add: Callable[..., None], add_action: Callable[..., None], desk: Desk, alarm: AlarmViews
) -> None:
    """The pages about the scoring model; all but the sheet, the versions and the alarms are for managers."""
    versions, what_if = VersionViews(desk), WhatIfViews(desk)
    add("GET", "/scoring", partial(scoring_page, desk, alarm))
    add("GET", "/scoring/alarms", alarm.page)
    add("GET", "/scoring/personas", partial(personas_page, desk), is_managed=True)
    add("POST", "/scoring/personas", partial(keep_persona, desk), is_managed=True)
    add_action("/scoring/personas/remove", partial(remove_persona, desk), is_managed=True)
    add("GET", "/scoring/what-if", what_if.page, is_managed=True)
    add("GET", "/scoring/versions", versions.listed)
    add("GET", "/scoring/edit", versions.edit, is_managed=True)
    add("POST", "/scoring/edit", versions.keep, is_managed=True)
    add("GET", f"/scoring/versions/<number:{NUMBER}>", versions.shown)
    add("GET", f"/scoring/versions/<number:{NUMBER}>/preview", versions.tried, is_managed=True)
    add_action(f"/scoring/versions/<number:{NUMBER}>/publish", versions.publish, is_managed=True)
    add_action(f"/scoring/versions/<number:{NUMBER}>/discard", versions.discard, is_managed=True)
    add("GET", "/scoring/calibration", partial(calibration_page, desk), is_managed=True)
    add("POST", "/scoring/calibration", partial(calibrate, desk), is_managed=True)
    add_action("/scoring/calibration/accept", partial(accept, desk), is_managed=True)


async def _go_home(_: Request, **_path: str) -> HTTPResponse:
    return redirect(HOME, status=303)


async def _nothing_here(_: Request, **_path: str) -> HTTPResponse:
    raise NotFound


def _as_context(context: dict[str, bool]) -> dict[str, Any]:
    """What the guard reads from `route.ctx`, as Sanic wants it named."""
    return {f"ctx_{name}": value for name, value in context.items()}
