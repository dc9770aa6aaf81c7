"""Services of a contestant: started in a group of their own, awaited, and ended as a group."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.bench.errors import NotReadyError, PortTakenError, StepError

__all__ = ["Service", "run_step", "start", "start_piped", "stop", "wait_until_ready"]

_POLL_SECONDS = 0.05
_READY_SECONDS = 180.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Service:
    """One running process, and the file that its output goes to."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path


def run_step(step: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path) -> None:
    """Run a command to its end; `StepError` names the log when it does not succeed."""
    with _opened(log) as output:
        done = subprocess.run(command, cwd=cwd, env=env, stdout=output, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise StepError(step=step, log=log)


def start(
    name: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path, port: int
) -> Service:
    """Start a service that will listen on a port; `PortTakenError` when somebody else does already."""
    if _answers(port):
        raise PortTakenError(port=port)
    with _opened(log) as output:
        process = subprocess.Popen(
            command, cwd=cwd, env=env, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    return Service(name=name, process=process, log=log)


def start_piped(
    name: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path
) -> Service:
    """Start a service that is talked to over its standard input and output; the log gets its errors."""
    with _opened(log) as output:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=output,
            start_new_session=True,
        )
    return Service(name=name, process=process, log=log)


def wait_until_ready(service: Service, ready: Callable[[], bool]) -> None:
    """Return as soon as `ready` says so; `NotReadyError` when the service ends or takes minutes."""
    deadline = time.monotonic() + _READY_SECONDS
    while not ready():
        if service.process.poll() is not None or time.monotonic() > deadline:
            raise NotReadyError(service=service.name, log=service.log)
        time.sleep(_POLL_SECONDS)


def stop(services: Sequence[Service]) -> None:
    """End the services and all they started: asked first, then killed."""
    for service in services:
        _signal(service, signal.SIGTERM)
    for service in services:
        try:
            service.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            _signal(service, signal.SIGKILL)
            service.process.wait()


def _opened(log: Path) -> IO[bytes]:
    log.parent.mkdir(parents=True, exist_ok=True)
    return log.open("wb")


def _signal(service: Service, number: signal.Signals) -> None:
    if service.process.poll() is None:
        os.killpg(service.process.pid, number)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
