import os
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil
import pytest

from bot.bench.errors import NotReadyError, PortTakenError, StepError
from bot.bench.processes import Service, run_step, start, start_piped, stop, wait_until_ready

ENVIRONMENT: Mapping[str, str] = dict(os.environ)

FAMILY = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path("child").write_text(str(child.pid))
time.sleep(60)
"""


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def start_python(code: str, *, folder: Path, port: int) -> Service:
    return start(
        "test", (sys.executable, "-c", code), cwd=folder, env=ENVIRONMENT, log=folder / "log", port=port
    )


def test_a_step_that_fails_names_its_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "step.log"
    command = (sys.executable, "-c", "print('why'); raise SystemExit(3)")
    with pytest.raises(StepError) as caught:
        run_step("Training", command, cwd=tmp_path, env=ENVIRONMENT, log=log)
    assert str(caught.value) == f"Training failed; its output is in {log}."
    assert log.read_text() == "why\n"


def test_a_step_runs_where_and_with_what_it_is_told(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import os; open(os.environ['NAME'], 'w')")
    run_step("Writing", command, cwd=tmp_path, env={**ENVIRONMENT, "NAME": "made"}, log=tmp_path / "log")
    assert (tmp_path / "made").exists()


def test_nothing_starts_on_a_port_that_somebody_uses(tmp_path: Path, taken_port: int) -> None:
    with pytest.raises(PortTakenError, match=f"Port {taken_port} is in use"):
        start_python("open('started', 'w')", folder=tmp_path, port=taken_port)
    assert not (tmp_path / "started").exists()


def test_a_service_that_ends_before_it_is_ready_is_reported(tmp_path: Path, free_port: int) -> None:
    service = start_python("print('no model', flush=True)", folder=tmp_path, port=free_port)
    with pytest.raises(NotReadyError, match="did not become ready"):
        wait_until_ready(service, lambda: False)
    assert service.log.read_text() == "no model\n"


def test_stopping_a_service_ends_what_it_started(tmp_path: Path, free_port: int) -> None:
    service = start_python(FAMILY, folder=tmp_path, port=free_port)
    wait_until_ready(service, lambda: _content(tmp_path / "child") != "")
    child = psutil.Process(int(_content(tmp_path / "child")))
    stop([service])
    child.wait(timeout=10)
    assert service.process.returncode is not None


def test_stopping_what_has_ended_is_fine(tmp_path: Path, free_port: int) -> None:
    service = start_python("", folder=tmp_path, port=free_port)
    service.process.wait(timeout=10)
    stop([service])
    assert service.process.returncode == 0


def test_a_piped_service_is_talked_to_and_keeps_its_errors(tmp_path: Path) -> None:
    code = "import sys; print(input().upper()); print('trouble', file=sys.stderr)"
    log = tmp_path / "log"
    service = start_piped("test", (sys.executable, "-c", code), cwd=tmp_path, env=ENVIRONMENT, log=log)
    answer, _ = service.process.communicate(b"hello\n", timeout=10)
    assert answer == b"HELLO\n"
    assert log.read_text() == "trouble\n"


def _content(path: Path) -> str:
    return path.read_text() if path.exists() else ""
