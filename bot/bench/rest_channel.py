"""A client of Rasa's REST channel on this machine, as cheap as a client can be."""

import json
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException

from bot.bench.errors import TurnError

__all__ = ["RestChannel"]

_TIMEOUT_SECONDS = 60.0


class RestChannel:
    """Speaks to one server. Every sender has a kept-alive connection; only the last one's stays open."""

    def __init__(self, port: int, *, headers: Mapping[str, str] | None = None) -> None:
        self._port = port
        self._headers = {"Content-Type": "application/json", **(headers or {})}
        self._sender: str | None = None
        self._connection = self._connect()

    def is_up(self, path: str) -> bool:
        """Whether a GET of this path is answered with 200 now."""
        connection = self._connect()
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def send(self, sender: str, *, text: str) -> list[str]:
        """Play one turn and return the texts of the replies; `TurnError` on any status but 200."""
        if sender != self._sender:
            self.close()
            self._sender = sender
        body = json.dumps({"sender": sender, "message": text}).encode()
        self._connection.request("POST", "/webhooks/rest/webhook", body=body, headers=self._headers)
        response = self._connection.getresponse()
        answer = response.read().decode()
        if response.status != 200:
            raise TurnError(status=response.status, body=answer)
        return [reply["text"] for reply in json.loads(answer) if "text" in reply]

    def close(self) -> None:
        """Drop the connection; the next turn opens another."""
        self._connection.close()

    def _connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT_SECONDS)
