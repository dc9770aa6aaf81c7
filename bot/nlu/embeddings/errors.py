"""Why sentence vectors are refused."""

__all__ = ["EmbeddingsRefused"]


class EmbeddingsRefused(Exception):
    """The files named in the settings are not the ones to use; the message says what is wrong with them."""
