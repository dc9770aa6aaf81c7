"""What stands for the address of somebody erased, so that a refusal holds without anybody knowing whose."""

import hashlib
import hmac
from dataclasses import dataclass

__all__ = ["Pseudonyms"]


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Without the key nobody can tell whose a pseudonym is, nor try which addresses there are."""

    key: str

    def of(self, address: str) -> str:
        """The pseudonym of an address; always the same for the same key."""
        digest = hmac.digest(self.key.encode(), f"erased:{address}".encode(), hashlib.sha256)
        return f"erased:{digest.hex()}"

    def names(self, address: str) -> tuple[str, str]:
        """An address as it may be found: itself, and its pseudonym."""
        return address, self.of(address)
