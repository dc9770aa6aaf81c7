"""People who want to be left alone, who are just looking, and who have had enough of questions."""

import pytest

from leads.domain.parsing.leaving import declines_a_meeting, read_leaving
from leads.domain.remarks import Remark

NOT_INTERESTED = (
    "not interested",
    "I'm really not interested, thanks",
    "no interest at all",
    "sorry but we are no longer interested in this",
    "leave me alone",
    "forget it",
    "nah, not for us",
    "I don't want to talk",
    "im not intrested",
)
JUST_LOOKING = (
    "just looking",
    "im just browsing your site",
    "only looking around for now, thanks",
    "we're just looking at the moment",
    "just curious tbh",
    "Window shopping",
)
ENOUGH = (
    "stop asking me questions",
    "too many questions!!",
    "how many more questions?",
    "I won't answer any more of these",
    "enough questions",
)
NEITHER = (
    "our leads get lost in a shared inbox and nobody follows up",
    "we want the manual work to go away",
    "most of our visitors are not interested",
    "people show no interest",
    "just looking for a way to qualify leads",
    "we're not interested in a long contract",
    "not interested in spending more than 20k",
    "just exploring options for lead scoring",
    "it's not for me, it's for my boss",
    "any questions can go to my colleague",
    "we want to stop losing leads",
    "our reps leave calls unanswered",
    "we lose interest of visitors quickly",
    "",
)
NO_MEETING = (
    "no call please",
    "not interested in a meeting",
    "I'd rather not have a call",
    "we don't want any demo",
    "no need for an appointment",
)
A_MEETING = (
    "no call on monday, tuesday please",
    "I have no time to talk today",
    "can we not meet on friday but thursday?",
    "a call would be great",
)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        *((text, Remark.NOT_INTERESTED) for text in NOT_INTERESTED),
        *((text, Remark.JUST_LOOKING) for text in JUST_LOOKING),
        *((text, Remark.ENOUGH) for text in ENOUGH),
        *((text, None) for text in NEITHER),
    ],
)
def test_leaving(text: str, remark: Remark | None) -> None:
    assert read_leaving(text) is remark


@pytest.mark.parametrize(
    ("text", "declined"), [*((text, True) for text in NO_MEETING), *((text, False) for text in A_MEETING)]
)
def test_declining_a_meeting(text: str, *, declined: bool) -> None:
    assert declines_a_meeting(text) is declined
