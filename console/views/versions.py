"""The life of the scoring model: everybody may look; managers draft, try out, publish and roll back."""

import asyncio
from collections.abc import Mapping

from sanic import HTTPResponse, Request
from sanic.response import redirect

from console import versions as arranged
from console.desk import Desk
from console.forms import argument, field
from console.guard import may_manage, signed_in
from console.runs import Runs
from leads.domain.versions import History
from leads.services import score_keeping, versions
from leads.services.core import Core
from leads.services.errors import FileError
from leads.services.inbox import clean_text
from leads.services.preview import Effect, Preview, preview
from leads.services.versions import LONGEST_NOTE

__all__ = ["VersionViews"]

HOME = "/console/scoring/versions"


class VersionViews:
    """`/console/scoring/versions…` and `/console/scoring/edit`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._previews: Runs[Preview] = Runs(desk.core)

    async def listed(self, request: Request) -> HTTPResponse:
        """Every version, and when it was in force."""
        known, names = await asyncio.to_thread(_look, self._desk.core)
        return await self._page(
            request,
            "scoring_versions.html",
            versions=arranged.listed(known, names),
            lagging=await asyncio.to_thread(score_keeping.lagging, self._desk.core),
        )

    async def shown(self, request: Request, number: str) -> HTTPResponse:
        """One version: what it changes, and what may be done with it. Raises VersionNotFound."""
        core = self._desk.core
        known, names = await asyncio.to_thread(_look, core)
        version = await asyncio.to_thread(versions.version_named, core, number)
        base = known.in_force if version != known.in_force else known.named(version.parent or "")
        found = await asyncio.to_thread(versions.what_changed, core, base, version) if base else ()
        loaded = await asyncio.to_thread(versions.loaded, core, version)
        return await self._page(
            request,
            "scoring_version.html",
            listed=next(each for each in arranged.listed(known, names) if each.version == version),
            base=base,
            changes=arranged.changed(found),
            warnings=loaded.warnings,
            longest_note=LONGEST_NOTE,
        )

    async def edit(self, request: Request) -> HTTPResponse:
        """A text area with a version in it. Raises VersionNotFound."""
        core = self._desk.core
        name = argument(request, "from") or core.model.version
        version = await asyncio.to_thread(versions.version_named, core, name)
        return await self._edit_page(request, text=version.content, parent=version.id, note="")

    async def keep(self, request: Request) -> HTTPResponse:
        """Keep a draft, or say which line is wrong. Raises VersionNotFound, InvalidField."""
        core, rep = self._desk.core, signed_in(request)
        text = field(request, "text").replace("\r\n", "\n")
        note, parent = clean_text(field(request, "note")), field(request, "parent")
        base = await asyncio.to_thread(versions.version_named, core, parent)
        try:
            version = await asyncio.to_thread(
                lambda: versions.draft(core, text, by=rep.id, note=note, parent=base.id)
            )
        except FileError as error:
            return await self._edit_page(request, text=text, parent=base.id, note=note, error=error)
        return redirect(f"{HOME}/{version.number}", status=303)

    async def tried(self, request: Request, number: str) -> HTTPResponse:
        """What a version would change for the leads there are. Raises VersionNotFound."""
        core = self._desk.core
        version = await asyncio.to_thread(versions.version_named, core, number)
        _, names = await asyncio.to_thread(_look, core)
        run = await self._previews.of(
            version.id,
            lambda core, on_progress: preview(
                core, versions.model_of(core, version), on_progress=on_progress
            ),
            afresh=argument(request, "afresh") is not None,
        )
        found = run.found
        return await self._page(
            request,
            "scoring_preview.html",
            version=version,
            run=run,
            found=found,
            quadrants=arranged.moves(found.quadrants, "quadrant") if found else [],
            temperatures=arranged.moves(found.temperatures, "temperature") if found else [],
            loads=arranged.loads(found, names) if found else [],
            effects=[effect for effect in Effect if found and found.examples[effect]],
        )

    async def publish(self, request: Request, number: str) -> HTTPResponse:
        """Put a version in force. Raises VersionNotFound, InvalidField."""
        core, rep = self._desk.core, signed_in(request)
        version = await asyncio.to_thread(versions.version_named, core, number)
        note = clean_text(field(request, "note"))
        await asyncio.to_thread(lambda: versions.publish(core, version.id, by=rep.id, note=note))
        self._desk.news.publish("scoring")
        return redirect(f"{HOME}#in-force", status=303)

    async def discard(self, request: Request, number: str) -> HTTPResponse:
        """Forget a draft. Raises VersionNotFound, InvalidField."""
        core, rep = self._desk.core, signed_in(request)
        version = await asyncio.to_thread(versions.version_named, core, number)
        await asyncio.to_thread(lambda: versions.discard(core, version.id, by=rep.id))
        return redirect(HOME, status=303)

    async def _edit_page(
        self, request: Request, *, text: str, parent: str, note: str, error: FileError | None = None
    ) -> HTTPResponse:
        page = await self._page(
            request,
            "scoring_edit.html",
            text=text,
            parent=parent,
            note=note,
            error=error,
            excerpt=arranged.excerpt(text, error.line) if error else [],
            longest_note=LONGEST_NOTE,
        )
        page.status = 422 if error else 200
        return page

    async def _page(self, request: Request, template: str, **values: object) -> HTTPResponse:
        return await self._desk.page(request, template, may_manage=may_manage(request), **values)


def _look(core: Core) -> tuple[History, Mapping[str, str]]:
    with core.store.reading() as work:
        return work.scoring.history(), {rep.id: rep.name for rep in work.reps.all()}
