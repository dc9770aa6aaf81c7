"""What `bantam serve` puts before the world, and what it keeps back."""

import pytest

from tests.support.served import Served


def test_there_is_no_simulated_phone(served: Served) -> None:
    for path in ("/simulator", "/simulator/", "/simulator/phones/%2B14155550100"):
        assert served.client().get(path).status_code == 404
    assert "texts are kept as sent, but reach nobody" in served.log.read_text()


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/api/leads", "/widget.js"])
def test_monitors_may_ask_with_head(served: Served, path: str) -> None:
    with served.client() as client:
        assert client.head(path).status_code == client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("DELETE", "/", 405, "method_not_allowed"),
        ("POST", "/healthz", 405, "method_not_allowed"),
        ("GET", "/chat/socket", 426, "upgrade_required"),
        ("POST", "/chat/session", 400, "bad_request"),
        ("GET", "/chat/messages?after=x", 401, "bad_token"),
        ("POST", "/webhooks/twilio/webhook", 403, "forbidden"),
        ("POST", "/webhooks/twilio/status", 403, "forbidden"),
        ("POST", "/webhooks/rest/webhook", 400, "invalid_json"),
        ("GET", "/api/nothing", 404, "not_found"),
        ("PUT", "/api/leads", 405, "method_not_allowed"),
    ],
)
def test_errors_have_one_shape(served: Served, method: str, path: str, status: int, code: str) -> None:
    with served.client() as client:
        response = client.request(method, path)
    error = response.json()["error"]
    assert (response.status_code, error["code"]) == (status, code)
    assert error["message"].endswith(".")
