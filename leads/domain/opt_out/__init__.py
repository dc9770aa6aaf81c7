"""Opting out of text messages and back in: what a message asks for, before anything else reads it."""

from leads.domain.opt_out.keywords import OptKeyword, classify

__all__ = ["OptKeyword", "classify"]
