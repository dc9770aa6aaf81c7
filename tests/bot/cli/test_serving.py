"""`bantam serve` starts in production, or says in a line each what speaks against it."""

import pytest

from tests.bot.cli.conftest import Bantam

SAFE = {
    "BANTAM_SECRET_KEY": "a secret for tests that is long enough",
    "BANTAM_API_TOKEN": "a token for tests, long enough",
}
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef",
    "TWILIO_AUTH_TOKEN": "a token of the carrier's",
    "TWILIO_PHONE_NUMBER": "+15005550006",
}


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        pytest.param({}, ["BANTAM_SECRET_KEY must be set", "BANTAM_API_TOKEN must be set"], id="no secrets"),
        pytest.param(
            SAFE | {"BANTAM_SECRET_KEY": "short"}, ["BANTAM_SECRET_KEY must be set"], id="a short secret"
        ),
        pytest.param(SAFE | {"BANTAM_WORKERS": "2"}, ["BANTAM_WORKERS above 1"], id="workers without a lock"),
        pytest.param(
            SAFE | {"BANTAM_RASA_HTTP_API": "1"}, ["Rasa's HTTP API would be open"], id="S23 Rasa's own API"
        ),
        pytest.param(
            SAFE | TWILIO | {"BANTAM_PUBLIC_URL": "http://chat.example"},
            ["Twilio needs BANTAM_PUBLIC_URL to be an https address"],
            id="signatures of a plain address",
        ),
    ],
)
def test_unsafe_settings_are_refused_by_name(
    bantam: Bantam, settings: dict[str, str], refused: list[str]
) -> None:
    result = bantam("serve", **settings)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert [line.startswith(f"Refused: {start}") for line, start in zip(lines, refused, strict=True)]
    assert not any(value in result.output for value in settings.values() if len(value) > 8)
