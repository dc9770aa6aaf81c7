"""Ids of ours: unguessable, and sorting in the order they were made."""

import secrets
import threading
import time

__all__ = ["new_id"]

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """32 hex digits: microseconds since 1970, strictly rising in this process, then 72 random bits."""
    global _last  # noqa: PLW0603 - the order of ids within a process is what it is for
    with _lock:
        _last = max(_last + 1, time.time_ns() // 1000)
        return f"{_last:014x}{secrets.token_hex(9)}"
