"""Files that are not what they should be are refused, with the line."""

from pathlib import Path

import pytest

from leads.adapters.yaml_reader import read_yaml
from leads.services.errors import FileError


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "file.yml line 1: the file is empty", id="empty"),
        pytest.param(b"# nothing\n", "file.yml line 1: the file is empty", id="only a comment"),
        pytest.param(b"a: 1\nb: [1, 2\n", "file.yml line 3: not readable as YAML", id="open bracket"),
        pytest.param(b"a: 1\n\tb: 2\n", "file.yml line 2: not readable as YAML", id="tab"),
        pytest.param(b"a: \xff\n", "file.yml line 1: not readable as UTF-8 text", id="not UTF-8"),
        pytest.param(b"a: \x00\n", "file.yml line 1: not readable as YAML", id="a control character"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "file.yml"
    file.write_bytes(content)
    with pytest.raises(FileError) as refusal:
        read_yaml(file)
    assert str(refusal.value).startswith(message)


@pytest.mark.parametrize("content", ["a value", "- a list"], ids=["value", "list"])
def test_a_file_that_is_no_section(tmp_path: Path, content: str) -> None:
    file = tmp_path / "file.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(FileError, match=r"file\.yml line 1: the file must be a section"):
        read_yaml(file).entries()


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_yaml(tmp_path / "none.yml")


def test_values_are_read_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "file.yml"
    file.write_text("country: NO\nversion: 1.10\nwhen: 2026-01-01\n", encoding="utf-8")
    entries = read_yaml(file).entries()
    assert [entry.text() for entry in entries.values()] == ["NO", "1.10", "2026-01-01"]
    assert [entry.line for entry in entries.values()] == [1, 2, 3]
