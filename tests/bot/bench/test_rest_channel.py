import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from bot.bench.errors import RequestError
from bot.bench.rest_channel import RestChannel


class Bot(BaseHTTPRequestHandler):
    """Echoes like Rasa's REST channel, and says which connection a message came over."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        who = self.headers.get("Authorization", "nobody")
        self._answer({"/up": 200, "/broken": 500}.get(self.path, 404), {"asked by": who})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        replies = [
            {"recipient_id": asked["sender"], "text": asked["message"]},
            {"recipient_id": asked["sender"], "image": "picture.png"},
            {"recipient_id": asked["sender"], "text": str(self.client_address[1])},
            {"recipient_id": asked["sender"], "text": self.headers.get("Authorization", "nobody")},
        ]
        self._answer(500 if asked["message"] == "break" else 200, replies)

    def _answer(self, status: int, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bot)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def channel(port: int) -> Iterator[RestChannel]:
    channel = RestChannel(port)
    yield channel
    channel.close()


def test_a_turn_returns_the_texts_of_the_replies(channel: RestChannel) -> None:
    assert channel.send("ada", text="Grüße, «Ada»")[0] == "Grüße, «Ada»"


def test_one_conversation_keeps_one_connection(channel: RestChannel) -> None:
    assert channel.send("ada", text="one")[1] == channel.send("ada", text="two")[1]


def test_another_sender_has_another_connection(channel: RestChannel) -> None:
    assert channel.send("ada", text="one")[1] != channel.send("bob", text="one")[1]


def test_headers_are_sent_with_every_turn(port: int) -> None:
    channel = RestChannel(port, headers={"Authorization": "Bearer token"})
    assert channel.send("ada", text="one")[2] == "Bearer token"
    channel.close()


def test_a_refused_turn_is_an_error(channel: RestChannel) -> None:
    with pytest.raises(RequestError, match="status 500"):
        channel.send("ada", text="break")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("/up", True, id="answered with 200"),
        pytest.param("/missing", False, id="answered with 404"),
    ],
)
def test_up_means_200(channel: RestChannel, path: str, expected: bool) -> None:
    assert channel.is_up(path) is expected


def test_reading_returns_what_is_there(port: int) -> None:
    channel = RestChannel(port, headers={"Authorization": "Bearer token"})
    assert channel.read("/up") == {"asked by": "Bearer token"}
    assert channel.read("/missing") is None


def test_reading_does_not_hide_an_error(channel: RestChannel) -> None:
    with pytest.raises(RequestError, match="status 500"):
        channel.read("/broken")


def test_nothing_listening_is_not_up() -> None:
    assert RestChannel(1).is_up("/up") is False
