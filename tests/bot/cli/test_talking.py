"""`bantam chat`: a whole conversation in the terminal, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.models import ROOT

TALK = (
    "hello",
    "we lose leads because nobody answers them at night",
    "within two months",
    "30000 euros",
    "I decide",
    "I'm the head of sales",
    "120 people, software, Germany, Acme GmbH",
    "Ana Silva",
    "ana@acme.example",
    "1",
    "thanks",
    "bye",
)


def test_a_stranger_leaves_the_terminal_with_a_meeting(var: Path) -> None:
    talk = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "chat"],
        cwd=ROOT,
        env=os.environ | {"BANTAM_VAR": str(var)},
        input="\n".join(TALK) + "\n",
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert talk.returncode == 0, talk.stderr
    assert "[1]" in talk.stdout, "slots are offered with the number that picks them"
    assert "You're booked with" in talk.stdout
    assert "created these people" in talk.stderr
