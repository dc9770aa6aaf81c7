"""The peer: a stock Rasa server and its action server, two processes, talked to over the REST channel."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from bot.bench.processes import Service, start, stop, wait_until_ready
from bot.bench.rest_channel import RestChannel
from bot.bench.script import FinishedLead
from bot.bench.stock_project import PROJECT, Pipeline, StockHome, install, train

__all__ = ["StockRasa"]

_LEAD = "SELECT need, timeframe, budget_amount, budget_currency, authority FROM leads WHERE sender = ?"


class StockRasa:
    """Serves one pipeline of the stock project on two ports of this machine."""

    reached_by = "HTTP, two processes"

    def __init__(self, pipeline: Pipeline, *, home: StockHome, port: int) -> None:
        self.title = f"stock Rasa, {pipeline}"
        self._pipeline = pipeline
        self._home = home
        self._port = port
        self._run = home.folder / "runs" / pipeline
        self._channel = RestChannel(port)
        self._services: list[Service] = []

    def prepare(self) -> None:
        """Install the environment and train the model, each only when it is not there yet."""
        install(self._home)
        train(self._home, self._pipeline)

    def start(self) -> None:
        """Start both servers side by side, with empty stores."""
        shutil.rmtree(self._run, ignore_errors=True)
        self._run.mkdir(parents=True)
        actions, rasa = self._start_actions(), self._start_rasa()
        wait_until_ready(actions, lambda: RestChannel(self._actions_port).is_up("/health"))
        wait_until_ready(rasa, lambda: self._channel.is_up("/webhooks/rest/"))

    def process_ids(self) -> Sequence[int]:
        """The Rasa server and the action server."""
        return [service.process.pid for service in self._services]

    def send(self, sender: str, *, text: str) -> Sequence[str]:
        """Play one turn over the REST channel."""
        return self._channel.send(sender, text=text)

    def lead(self, sender: str) -> FinishedLead | None:
        """Read the lead that the submit action stored."""
        with closing(sqlite3.connect(self._leads)) as connection:
            row = connection.execute(_LEAD, (sender,)).fetchone()
        if row is None:
            return None
        need, timeframe, amount, currency, authority = row
        return FinishedLead(need, timeframe, Decimal(amount), currency, authority)

    def stop(self) -> None:
        """End both servers."""
        self._channel.close()
        stop(self._services)
        self._services.clear()

    @property
    def _actions_port(self) -> int:
        return self._port + 1

    @property
    def _leads(self) -> Path:
        return self._run / "leads.sqlite3"

    def _start_rasa(self) -> Service:
        model = str(self._home.model(self._pipeline))
        files = ("--endpoints", "endpoints.yml", "--credentials", "credentials.yml")
        address = ("--interface", "127.0.0.1", "--port", str(self._port))
        return self._start_service("rasa run", ("run", "--model", model, *files, *address), port=self._port)

    def _start_actions(self) -> Service:
        arguments = ("run", "actions", "--port", str(self._actions_port))
        return self._start_service("rasa run actions", arguments, port=self._actions_port)

    def _start_service(self, name: str, arguments: Sequence[str], *, port: int) -> Service:
        service = start(
            name,
            (self._home.rasa, *arguments),
            cwd=PROJECT,
            env=self._home.variables(
                STOCK_ACTIONS_URL=f"http://127.0.0.1:{self._actions_port}/webhook",
                STOCK_LEADS=str(self._leads),
                STOCK_TRACKERS=str(self._run / "trackers.sqlite3"),
            ),
            log=self._run / f"{name.replace(' ', '-')}.log",
            port=port,
        )
        self._services.append(service)
        return service
