"""How much one caller may ask of us in a while."""

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Limit", "network_of"]

MOST_KEYS = 50_000


@dataclass
class Limit:
    """At most `most` times in any `seconds` by one key. Keeps the keys that were used last."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _used: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)

    def wait(self, key: str) -> int:
        """Count one more use and return 0; at the limit count nothing, and say how many seconds to wait."""
        now = self.clock()
        used = self._used.setdefault(key, deque())
        self._used.move_to_end(key)
        while len(self._used) > MOST_KEYS:
            self._used.popitem(last=False)
        while used and now - used[0] >= self.seconds:
            used.popleft()
        if len(used) >= self.most:
            return int(self.seconds - (now - used[0])) + 1
        used.append(now)
        return 0


def network_of(address: str) -> str:
    """A caller's IPv4 address, or the /64 of an IPv6 one, which one household has to itself."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
