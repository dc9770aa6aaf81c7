"""What use cases refuse, by name; the docstring is the message."""

__all__ = [
    "ConversationNotFound",
    "HandoffTaken",
    "InvalidField",
    "LeadNotFound",
    "NotClaimed",
    "NotFound",
    "ServiceError",
]


class ServiceError(Exception):
    """The request cannot be carried out."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class NotFound(ServiceError):
    """There is no such thing."""


class LeadNotFound(NotFound):
    """There is no such lead."""


class ConversationNotFound(NotFound):
    """There is no such conversation."""


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
