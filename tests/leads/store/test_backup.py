"""The drill: back up while in use, lose the store, put it back."""

from pathlib import Path

import pytest

from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.inbox import Inbound, accept
from leads.store.backup import BackupRefused, back_up, put_back
from leads.store.database import Database


@pytest.fixture
def database(sqlite_url: str) -> Database:
    """Backups are for the embedded store."""
    return Database(sqlite_url)


def say(core: Core, number: int) -> None:
    accept(core, Inbound(Channel.REST, external_id=f"m{number}", sender="ana", text=f"message {number}"))


def said(core: Core) -> list[str]:
    with core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.REST, "ana")
        assert conversation is not None
        return [message.text for message in work.conversations.messages(conversation.id)]


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(
    core: Core, database: Database, tmp_path: Path
) -> None:
    say(core, 1)
    back_up(database, tmp_path / "night.sqlite3")
    say(core, 2)
    kept = put_back(database, tmp_path / "night.sqlite3")
    assert said(core) == ["message 1"]
    say(core, 3)
    assert said(core) == ["message 1", "message 3"]
    put_back(database, kept)
    assert said(core) == ["message 1", "message 2"]


def test_a_backup_is_never_overwritten(database: Database, tmp_path: Path) -> None:
    back_up(database, tmp_path / "night.sqlite3")
    with pytest.raises(BackupRefused, match="there already"):
        back_up(database, tmp_path / "night.sqlite3")


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99], ids=["empty", "something else"])
def test_what_is_no_backup_is_refused_before_anything_is_touched(
    core: Core, database: Database, tmp_path: Path, content: bytes
) -> None:
    say(core, 1)
    (tmp_path / "wrong").write_bytes(content)
    with pytest.raises(BackupRefused):
        put_back(database, tmp_path / "wrong")
    assert said(core) == ["message 1"]
