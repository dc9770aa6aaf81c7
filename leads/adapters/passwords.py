"""Password hashes: argon2id with the library's current parameters."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

__all__ = ["hash_password", "verify_password"]

_hasher = PasswordHasher()
_nobody = _hasher.hash("nobody has this password")


def hash_password(password: str) -> str:
    """A salted hash to keep."""
    return _hasher.hash(password)


def verify_password(password_hash: str | None, password: str) -> bool:
    """Whether it is the password. Without a hash (an unknown user) it takes as long, and is wrong."""
    try:
        return _hasher.verify(password_hash or _nobody, password) and password_hash is not None
    except (Argon2Error, InvalidHashError):
        return False
