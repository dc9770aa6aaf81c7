"""kill -9 at any moment: nothing acknowledged is lost, nothing counts twice, the conversation goes on."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx

from leads.domain.lead import Channel
from leads.services import hearing, turns
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept
from tests.support.served import Served

NEED = "We need to qualify our website leads faster"


def accepted(core: Core, text: str, *, number: int = 1, sender: str = "ana") -> Accepted:
    return accept(core, Inbound(Channel.REST, external_id=f"{sender}:m{number}", sender=sender, text=text))


def lines(served: Served, sender: str = "ana") -> list[tuple[str, str]]:
    lead = served.lead(sender)
    return [(line["author"], line["text"]) for line in served.items(f"/api/leads/{lead['id']}/transcript")]


def assert_ledger_is_the_score(served: Served, sender: str = "ana") -> None:
    lead = served.lead(sender)
    sums = Counter({"fit": 0, "interest": 0})
    for line in served.items(f"/api/leads/{lead['id']}/ledger"):
        sums[line["axis"]] += line["points"]
    assert sums == {axis: lead["scores"][axis] for axis in ("fit", "interest")}


def wait_for_reply(served: Served, sender: str, *, count: int = 1) -> list[tuple[str, str]]:
    """The transcript once the bot has answered; a message again with its old id waits for its turn."""
    for number in range(1, count + 1):
        served.say(sender, "(the same message again)", message_id=f"m{number}")
    return lines(served, sender)


def test_F01_a_message_acknowledged_before_the_crash_is_answered_after_it(
    served: Served, outside: Core
) -> None:
    accepted(outside, NEED)
    served.start()
    transcript = wait_for_reply(served, "ana")
    assert transcript[0] == ("visitor", NEED)
    assert [author for author, _ in transcript].count("visitor") == 1
    assert transcript[-1][0] == "bot"
    assert served.lead("ana")["bant"]["need"]["status"] == "met"


def test_F02_an_action_that_committed_before_the_crash_is_not_done_twice(
    served: Served, outside: Core
) -> None:
    message = accepted(outside, NEED)
    turn = turns.begin(outside, message.conversation_id)
    assert turn is not None
    spoken = hearing.Spoken(message.conversation_id, message.inbox_id, NEED, intent="inform", confidence=0.9)
    hearing.hear(outside, spoken)  # the process dies here: answered and scored, not replied
    served.start()
    transcript = wait_for_reply(served, "ana")
    assert transcript[-1][0] == "bot"
    lead = served.lead("ana")
    need_lines = [
        line for line in served.items(f"/api/leads/{lead['id']}/ledger") if line["rule"].startswith("need")
    ]
    assert len(need_lines) == 1
    assert_ledger_is_the_score(served)


def test_F04_conversations_go_on_through_kills_at_random_moments(served: Served) -> None:
    moments = random.Random(4)
    said = [NEED, "within two months", "about 50k dollars", "I decide", "I'm the CEO"]
    served.start()
    for number, text in enumerate(said, start=1):
        with ThreadPoolExecutor(1) as pool:
            pool.submit(_try_to_say, served, text, f"m{number}")
            if number % 2:
                time.sleep(moments.uniform(0.0, 0.05))
                served.kill()
        if number % 2:
            served.start()
        served.say("ana", text, message_id=f"m{number}")  # the client tries again with the same id
    transcript = lines(served)
    assert [text for author, text in transcript if author == "visitor"] == said
    lead = served.lead("ana")
    assert lead["scores"]["temperature"] == "hot"
    assert_ledger_is_the_score(served)


def _try_to_say(served: Served, text: str, message_id: str) -> None:
    with suppress(httpx.HTTPError):
        served.say("ana", text, message_id=message_id)


def test_F05_sigterm_ends_in_order_and_loses_nothing(served: Served) -> None:
    served.start()
    served.say("ana", NEED, message_id="m1")
    assert served.stop() == 0
    served.start()
    assert lines(served)[0] == ("visitor", NEED)
