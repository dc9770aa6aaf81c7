import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.bench.footprint import Footprint, footprint

PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "print('up', flush=True); input()"], stdin=subprocess.PIPE)
input()
child.communicate(b"\\n")
"""


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[bytes]]:
    """A process with one child, both running."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        yield process
        process.communicate(b"\n")


def test_children_are_counted_with_their_parent(parent: subprocess.Popen[bytes]) -> None:
    found = footprint([parent.pid])
    assert found.processes == 2
    assert 0 < found.uss <= found.rss


def test_a_process_named_twice_is_counted_once(parent: subprocess.Popen[bytes]) -> None:
    assert footprint([parent.pid, parent.pid]).processes == 2


def test_megabytes_are_millions_of_resident_bytes() -> None:
    assert Footprint(processes=2, rss=900_000_000, uss=500_000_000, pss=600_000_000).megabytes == 900
