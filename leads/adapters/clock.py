"""The wall clock."""

from datetime import UTC, datetime

__all__ = ["utc_now"]


def utc_now() -> datetime:
    """Now, aware and UTC."""
    return datetime.now(UTC)
