"""How often something may be tried: a sliding window for each key."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network

__all__ = ["Attempts", "network_of"]

MOST_KEYS = 4096


@dataclass
class Attempts:
    """How many attempts were made lately, by key (an address, a network); the clock is monotonic seconds."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _tried: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, key: str) -> int:
        """Whole seconds until another attempt is allowed for this key; 0 when it is now."""
        tried = self._recent(key)
        return 0 if len(tried) < self.most else int(self.seconds - (self.clock() - tried[0])) + 1

    def note(self, key: str) -> None:
        """One more attempt."""
        if len(self._tried) >= MOST_KEYS:
            self._forget_old()
        self._tried.setdefault(key, deque()).append(self.clock())

    def forgive(self, key: str) -> None:
        """The last attempt was none to worry about."""
        if tried := self._tried.get(key):
            tried.pop()

    def _recent(self, key: str) -> deque[float]:
        tried = self._tried.get(key, deque())
        while tried and self.clock() - tried[0] > self.seconds:
            tried.popleft()
        return tried

    def _forget_old(self) -> None:
        self._tried = {key: tried for key in self._tried if (tried := self._recent(key))}


def network_of(address: str) -> str:
    """What one client can easily have all of: an IPv4 address, or the /64 of an IPv6 address."""
    try:
        parsed = ip_address(address.strip("[]"))
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or ip_network((parsed, 64), strict=False))
    return str(parsed)
