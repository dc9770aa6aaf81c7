"""How word lists and phrase patterns are written down: as blocks of text, one idea a line."""

import re
from textwrap import dedent

__all__ = ["part", "phrases", "words"]


def words(block: str) -> frozenset[str]:
    """The words of a block."""
    return frozenset(block.split())


def phrases(block: str, **parts: str) -> re.Pattern[str]:
    """A pattern that matches any line of the block; an indented line goes on where the one above it stopped.

    `<name>` stands for the part of that name.
    """
    return re.compile(part(block, **parts))


def part(block: str, **parts: str) -> str:
    """The same as text, to be a part of other phrases."""
    lines: list[str] = []
    for line in dedent(block).strip("\n").splitlines():
        if line.startswith(" "):
            lines[-1] += line.strip()
        else:
            lines.append(line.rstrip())
    either = "|".join(line for line in lines if line)
    for name, value in parts.items():
        either = either.replace(f"<{name}>", value)
    return f"(?:{either})"
