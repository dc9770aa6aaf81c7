"""Sentence vectors from a file of weights on this machine; optional, and never downloaded."""

from bot.nlu.embeddings.encoder import SentenceEncoder, configured
from bot.nlu.embeddings.errors import EmbeddingsRefused

__all__ = ["EmbeddingsRefused", "SentenceEncoder", "configured"]
