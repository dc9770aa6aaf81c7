"""A client of Rasa's REST channel on this machine, as cheap as a client can be."""

import json
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any

from bot.bench.errors import RequestError

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

    def read(self, path: str) -> Any:
        """Return the JSON that a GET of this path is answered with; None when there is nothing (404)."""
        connection = self._connect()
        try:
            connection.request("GET", path, headers=self._headers)
            response = connection.getresponse()
            return None if response.status == 404 else json.loads(_accepted(response))
        finally:
            connection.close()

    def send(self, sender: str, *, text: str) -> list[str]:
        """Play one turn and return the texts of the replies; `RequestError` on any status but 200."""
        if sender != self._sender:
            self.close()
            self._sender = sender
        body = json.dumps({"sender": sender, "message": text}).encode()
        self._connection.request("POST", "/webhooks/rest/webhook", body=body, headers=self._headers)
        replies = json.loads(_accepted(self._connection.getresponse()))
        return [reply["text"] for reply in replies if "text" in reply]

    def close(self) -> None:
        """Drop the connection; the next turn opens another."""
        self._connection.close()

    def _connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT_SECONDS)


def _accepted(response: HTTPResponse) -> str:
    body = response.read().decode()
    if response.status != 200:
        raise RequestError(status=response.status, body=body)
    return body
