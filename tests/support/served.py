"""Bantam as its users meet it: a process of its own on a free port, started, stopped and killed at will."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import httpx

from tests.support.models import ROOT, trained_model

__all__ = ["TOKEN", "Served", "free_port"]

TOKEN = "a token for tests, long enough"
START_SECONDS = 120


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Served:
    """`bantam serve` on a store of its own. `url` answers after `start`."""

    def __init__(self, folder: Path, *, environment: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database_url = f"sqlite:///{folder / 'bantam.sqlite3'}"
        self._environment = environment or {}
        self._process: subprocess.Popen[bytes] | None = None
        self.log = folder / "server.log"

    def start(self) -> Self:
        """Start, and wait until it can serve."""
        models = self.folder / "models"
        models.mkdir(parents=True, exist_ok=True)
        model = trained_model()
        if not (models / model.name).exists():
            (models / model.name).symlink_to(model)
        settings = {
            "BANTAM_VAR": str(self.folder),
            "BANTAM_PORT": str(self.port),
            "BANTAM_SECRET_KEY": "a secret for tests that is long enough",
            "BANTAM_API_TOKEN": TOKEN,
            "BANTAM_DATABASE_URL": self.database_url,
            "BANTAM_PUBLIC_URL": self.url,
        }
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from bot.cli import main; main()", "serve"],
                cwd=ROOT,
                env=os.environ | settings | self._environment,
                stdout=log,
                stderr=log,
            )
        self._wait_until_ready()
        return self

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        return self._end(signal.SIGTERM)

    def say(self, sender: str, message: str, *, message_id: str | None = None) -> list[dict[str, Any]]:
        """One message through the REST channel; the replies."""
        body = {"sender": sender, "message": message}
        metadata = {"message_id": message_id} if message_id else {}
        response = self.client().post("/webhooks/rest/webhook", json=body | {"metadata": metadata})
        response.raise_for_status()
        replies: list[dict[str, Any]] = response.json()
        return replies

    def lead(self, sender: str) -> dict[str, Any]:
        """The lead behind a sender."""
        response = self.client().get(f"/api/conversations/{sender}/lead")
        response.raise_for_status()
        lead: dict[str, Any] = response.json()
        return lead

    def items(self, path: str) -> list[dict[str, Any]]:
        """The items of a list in the API."""
        response = self.client().get(path)
        response.raise_for_status()
        items: list[dict[str, Any]] = response.json()["items"]
        return items

    def client(self) -> httpx.Client:
        """A client with the API token."""
        return httpx.Client(base_url=self.url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=40)

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.url}/readyz", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError(f"It did not start:\n{self.log.read_text()[-4000:]}")

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(how)
        code = self._process.wait(timeout=30)
        self._process = None
        return code
