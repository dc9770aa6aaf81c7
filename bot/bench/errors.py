"""What can stop a bench. The docstring of each error is its message."""

__all__ = [
    "BenchError",
    "FileNameError",
    "LineError",
    "NotReadyError",
    "PortTakenError",
    "RequestError",
    "SetError",
    "StepError",
    "StoppedError",
    "UvMissingError",
]


class BenchError(Exception):
    """The bench cannot go on."""

    def __init__(self, **facts: object) -> None:
        super().__init__((self.__doc__ or "").format(**facts))


class UvMissingError(BenchError):
    """The peer's environment is made by uv, and uv is not on the PATH."""


class PortTakenError(BenchError):
    """Port {port} is in use; choose another range with --port-base."""


class StepError(BenchError):
    """{step} failed; its output is in {log}."""


class NotReadyError(BenchError):
    """{service} did not become ready; its output is in {log}."""


class StoppedError(BenchError):
    """{service} ended while it was needed; its output is in {log}."""


class RequestError(BenchError):
    """A request was refused with status {status}: {body}"""


class FileNameError(BenchError):
    """{name} is not named <kind>_<round>.jsonl."""


class LineError(BenchError):
    """{name}, line {line}: {fault}"""


class SetError(BenchError):
    """{name} is no labelled set that can be read: {fault}."""
