"""Looking after an installation from the command line."""

from pathlib import Path

from leads.bootstrap import open_core
from leads.settings import Settings
from tests.bot.cli.conftest import Bantam

CANARY = "a-secret-nobody-may-read"


def test_settings_are_printed_with_their_secrets_masked(bantam: Bantam) -> None:
    result = bantam(
        "settings",
        BANTAM_SECRET_KEY=CANARY,
        TWILIO_AUTH_TOKEN=CANARY,
        BANTAM_DATABASE_URL=f"postgresql://bantam:{CANARY}@db.example/bantam",
    )
    assert result.exit_code == 0
    assert CANARY not in result.output
    assert "BANTAM_SECRET_KEY=********" in result.output
    assert "TWILIO_AUTH_TOKEN=********" in result.output
    assert "db.example/bantam" in result.output


def test_a_healthy_installation_passes_the_doctor(bantam: Bantam) -> None:
    assert bantam("migrate").exit_code == 0
    result = bantam("doctor")
    assert result.exit_code == 0, result.output
    assert all(line.startswith("ok") for line in result.output.splitlines())


def test_the_doctor_names_what_is_wrong(bantam: Bantam, tmp_path: Path) -> None:
    broken = tmp_path / "scoring.yml"
    broken.write_text("label: first\nthresholds: 3\n")
    result = bantam("doctor", BANTAM_SCORING_FILE=str(broken))
    assert result.exit_code == 1
    assert any(line.startswith("FAIL") and "scoring.yml line" in line for line in result.output.splitlines())


def test_a_colleague_is_added_once_and_can_get_a_new_password(bantam: Bantam) -> None:
    bantam("migrate")
    added = bantam("reps", "add", "kim@acme.example", "--name", "Kim Ito", "--timezone", "Asia/Tokyo")
    assert added.exit_code == 0, added.output
    listed = bantam("reps", "list").output
    assert "kim@acme.example" in listed
    assert "Asia/Tokyo" in listed
    again = bantam("reps", "add", "kim@acme.example", "--name", "Kim Ito")
    assert again.exit_code == 1
    assert "kim@acme.example is in the team already" in again.output
    with open_core(Settings()).store.reading() as work:
        before = work.reps.by_email("kim@acme.example")
    assert bantam("reps", "password", "kim@acme.example").exit_code == 0
    with open_core(Settings()).store.reading() as work:
        after = work.reps.by_email("kim@acme.example")
    assert before
    assert after
    assert before.password_hash != after.password_hash


def test_nobody_can_be_added_where_no_clock_ticks(bantam: Bantam) -> None:
    bantam("migrate")
    result = bantam("reps", "add", "kim@acme.example", "--name", "Kim", "--timezone", "Mars/Olympus")
    assert result.exit_code == 1
    assert "Mars/Olympus is not a time zone" in result.output


def test_a_backup_is_put_back(bantam: Bantam, tmp_path: Path) -> None:
    bantam("migrate")
    bantam("reps", "add", "kim@acme.example", "--name", "Kim Ito")
    copy = tmp_path / "copy.sqlite3"
    assert bantam("backup", str(copy)).exit_code == 0
    bantam("reps", "add", "lee@acme.example", "--name", "Lee Park")
    restored = bantam("restore", str(copy))
    assert restored.exit_code == 0, restored.output
    listed = bantam("reps", "list").output
    assert "kim@acme.example" in listed
    assert "lee@acme.example" not in listed
