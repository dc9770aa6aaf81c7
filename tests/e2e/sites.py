"""Somebody's site with the widget on it: pages of another origin than the product's."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Route

from leads.domain.facts import Signal
from leads.services.ports import LeadFilter
from tests.support.chat_app import ChatApp

__all__ = ["HOST", "Host"]

HOST = "http://localhost:{port}"
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; "
    "script-src {widget}; connect-src {widget} {socket}"
)
PAGE = """<!doctype html><html lang="{language}" dir="{direction}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>{title}</h1><p>A page of somebody else.</p><a href="/pricing">Prices</a>
<form action="/thanks" data-bantam-form="Contact">
<label>Name <input type="search" name="name"></label><button>Send it</button></form>
<form action="/found"><label>Search <input type="search" name="q"></label><button>Find it</button></form>
<script src="{widget}/widget.js" async {attributes}></script></body></html>"""


@dataclass
class Host:
    """A site of Acme's, every address of it, as this browser sees it."""

    app: ChatApp
    attributes: str = ""
    language: str = "en"
    direction: str = "ltr"

    @property
    def url(self) -> str:
        return HOST.format(port=self.app.port)

    def open_for(self, context: BrowserContext) -> None:
        """Let this browser visit it."""
        context.route(f"{self.url}/**", self._answer)

    def kept(self) -> list[Signal]:
        """What is kept of strangers and leads, oldest first."""
        with self.app.core.store.reading() as work:
            leads = work.leads.page(LeadFilter(), after=None, limit=100)
            found = [signal for lead in leads for signal in work.facts.signals(lead.id)]
            found += [signal for visitor in self.visitors() for signal in work.sightings.of_visitor(visitor)]
        return sorted(found, key=lambda signal: signal.at)

    def visitors(self) -> list[str]:
        """Everybody who has decided whether their visits may be noted, in order."""
        return [address for address, _ in self.decisions()]

    def decisions(self) -> list[tuple[str, str]]:
        """Visitors and what they decided."""
        query = "SELECT address, state FROM consents WHERE medium = 'tracking' ORDER BY at, id"
        with self.app.core.store.database.reading() as connection:  # type: ignore[attr-defined]
            return [(row.address, row.state) for row in connection.exec_driver_sql(query)]

    def _answer(self, route: Route) -> None:
        socket = self.app.url.replace("http", "ws")
        page = PAGE.format(
            title=route.request.url.removeprefix(self.url).partition("?")[0],
            widget=self.app.url,
            attributes=self.attributes,
            language=self.language,
            direction=self.direction,
        )
        policy = POLICY.format(widget=self.app.url, socket=socket)
        headers = {"Content-Security-Policy": policy}
        route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=headers)
