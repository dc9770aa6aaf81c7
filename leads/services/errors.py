"""What use cases refuse, by name; the docstring is the message."""

__all__ = [
    "ConsentMissing",
    "ConversationNotFound",
    "FileError",
    "HandoffTaken",
    "InvalidField",
    "LeadNotFound",
    "NotClaimed",
    "NotFound",
    "ServiceError",
    "VersionNotFound",
]


class ServiceError(Exception):
    """The request cannot be carried out."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class NotFound(ServiceError):
    """There is no such thing."""


class LeadNotFound(NotFound):
    """There is no such lead."""


class VersionNotFound(NotFound):
    """There is no such version."""


class ConversationNotFound(NotFound):
    """There is no such conversation."""


class ConsentMissing(ServiceError):
    """They have not agreed to this."""


class FileError(ServiceError):
    """A file that people edit cannot be used as it is: where, and why."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file} line {line}: {why}")
        self.line = line
        self.why = why


class HandoffTaken(ServiceError):
    """Somebody else has taken it."""

    def __init__(self, by: str) -> None:
        super().__init__(f"{by} has taken it.")
        self.by = by


class NotClaimed(ServiceError):
    """Take the conversation over first; the bot still has it."""


class InvalidField(ServiceError):
    """A field has a value that cannot be right."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
