"""Bantam itself, in two ways: embedded in a host program, and served over HTTP like the peer."""

import json
import os
import secrets
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from bot.bench.errors import StoppedError
from bot.bench.processes import Service, run_step, start, start_piped, stop, wait_until_ready
from bot.bench.rest_channel import RestChannel
from bot.bench.script import FinishedLead

__all__ = ["BantamHome", "EmbeddedBantam", "ServedBantam", "finished_lead"]


@dataclass(frozen=True, slots=True)
class BantamHome:
    """Where the bench's own Bantam keeps its model, and what each run leaves behind."""

    folder: Path

    def run_folder(self, name: str) -> Path:
        """An emptied folder for one run."""
        folder = self.folder / "runs" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def variables(self, **run: str) -> dict[str, str]:
        """The environment Bantam runs with; `run` holds what one run adds."""
        return os.environ | {"BANTAM_VAR": str(self.folder), "BANTAM_SMS_DRY_RUN": "1"} | run

    def train(self) -> None:
        """Train the model unless the one of the present data is there already."""
        run_step(
            "Training Bantam's model",
            (_BANTAM, "train"),
            cwd=Path.cwd(),
            env=self.variables(),
            log=self.folder / "logs" / "train.log",
        )


def finished_lead(lead: Mapping[str, Any] | None) -> FinishedLead | None:
    """Return what a lead, in the API's shape, says in the script's terms. A range of money is no amount."""
    if lead is None:
        return None
    bant = lead["bant"]
    low, high = bant["budget"]["low"], bant["budget"]["high"]
    return FinishedLead(
        need=bant["need"]["text"],
        timeframe=bant["timeframe"]["text"],
        budget=None if low is None or low != high else Decimal(str(low)),
        currency=bant["budget"]["currency"],
        authority=bant["authority"]["level"],
    )


class EmbeddedBantam:
    """One process that holds Bantam and nothing else, talked to over its standard input and output."""

    title = "Bantam, embedded"
    reached_by = "a pipe, one process"

    def __init__(self, home: BantamHome) -> None:
        self._home = home
        self._services: list[Service] = []

    def prepare(self) -> None:
        """Train the model if its data changed."""
        self._home.train()

    def start(self) -> None:
        """Start the host program on an empty store."""
        run = self._home.run_folder("embedded")
        host = start_piped(
            "bot.bench.embedded",
            (sys.executable, "-m", "bot.bench.embedded"),
            cwd=Path.cwd(),
            env=self._home.variables(BANTAM_DATABASE_URL=_database(run)),
            log=run / "bantam.log",
        )
        self._services.append(host)
        _answer(host)

    def process_ids(self) -> Sequence[int]:
        """The host program."""
        return _process_ids(self._services)

    def send(self, sender: str, *, text: str) -> Sequence[str]:
        """Play one turn; every message, answer and score goes into the store as in use."""
        replies: list[str] = self._ask({"sender": sender, "text": text})
        return replies

    def lead(self, sender: str) -> FinishedLead | None:
        """Read the sender's lead from the store."""
        return finished_lead(self._ask({"sender": sender}))

    def stop(self) -> None:
        """End the host program."""
        stop(self._services)
        self._services.clear()

    def _ask(self, request: Mapping[str, str]) -> Any:
        (host,) = self._services
        requests, _ = _pipes(host)
        try:
            requests.write(json.dumps(request).encode() + b"\n")
            requests.flush()
        except BrokenPipeError as error:
            raise StoppedError(service=host.name, log=host.log) from error
        return _answer(host)


class ServedBantam:
    """`bantam up` on a port of this machine, talked to over the REST channel like the peer."""

    title = "Bantam, served"
    reached_by = "HTTP, one process"

    def __init__(self, home: BantamHome, *, port: int) -> None:
        self._home = home
        self._port = port
        self._token = secrets.token_urlsafe()
        self._channel = RestChannel(port, headers={"Authorization": f"Bearer {self._token}"})
        self._services: list[Service] = []

    def prepare(self) -> None:
        """Train the model if its data changed."""
        self._home.train()

    def start(self) -> None:
        """Start the whole product on an empty store."""
        run = self._home.run_folder("served")
        server = start(
            "bantam up",
            (_BANTAM, "up", "--host", "127.0.0.1", "--port", str(self._port)),
            cwd=Path.cwd(),
            env=self._home.variables(BANTAM_DATABASE_URL=_database(run), BANTAM_API_TOKEN=self._token),
            log=run / "bantam.log",
            port=self._port,
        )
        self._services.append(server)
        wait_until_ready(server, lambda: self._channel.is_up("/readyz"))

    def process_ids(self) -> Sequence[int]:
        """The server."""
        return _process_ids(self._services)

    def send(self, sender: str, *, text: str) -> Sequence[str]:
        """Play one turn over the REST channel."""
        return self._channel.send(sender, text=text)

    def lead(self, sender: str) -> FinishedLead | None:
        """Ask the lead API for the sender's lead."""
        return finished_lead(self._channel.read(f"/api/conversations/{sender}/lead"))

    def stop(self) -> None:
        """End the server."""
        self._channel.close()
        stop(self._services)
        self._services.clear()


_BANTAM = str(Path(sys.executable).with_name("bantam"))


def _database(run: Path) -> str:
    return f"sqlite:///{run / 'bantam.sqlite3'}"


def _process_ids(services: Sequence[Service]) -> list[int]:
    return [service.process.pid for service in services]


def _answer(service: Service) -> Any:
    _, answers = _pipes(service)
    line = answers.readline()
    if not line:
        raise StoppedError(service=service.name, log=service.log)
    return json.loads(line)


def _pipes(service: Service) -> tuple[IO[bytes], IO[bytes]]:
    requests, answers = service.process.stdin, service.process.stdout
    if requests is None or answers is None:
        raise StoppedError(service=service.name, log=service.log)
    return requests, answers
