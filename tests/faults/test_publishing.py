"""A scoring model published while the product serves: taken up at once, and finished after a crash."""

import time
from collections.abc import Callable

from leads.services import versions
from leads.services.core import Core
from leads.services.score_keeping import lagging
from tests.support.models import ROOT
from tests.support.served import Served

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")
NEED = "We need to qualify our website leads faster"
PATIENCE = 60  # seconds: nothing here is about how long it takes


def drafted(core: Core, points: int) -> str:
    assert SHIPPED.count("criterion: met, points: 35") == 1
    text = SHIPPED.replace("criterion: met, points: 35", f"criterion: met, points: {points}")
    return versions.draft(core, text, by="test").id


def eventually(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.1)


def written(served: Served, sender: str = "ana") -> list[tuple[str, int]]:
    """The version and points of every line about the need."""
    lead = served.lead(sender)
    lines = served.items(f"/api/leads/{lead['id']}/ledger")
    return [(line["model"], line["points"]) for line in lines if line["rule"] == "need.named"]


def test_a_running_server_scores_by_what_another_process_publishes(served: Served, outside: Core) -> None:
    served.start()
    served.say("ana", NEED)
    ((first, points),) = written(served)
    assert points == 35
    less = drafted(outside, 20)
    versions.publish(outside, less, by="test")
    eventually(lambda: lagging(outside) == 0 and served.lead("ana")["scores"]["model"] == less)
    assert written(served) == [(first, 35), (less, -15)]
    served.say("ben", NEED)
    assert written(served, "ben") == [(less, 20)]


def test_what_was_published_before_a_crash_is_in_force_after_it(served: Served, outside: Core) -> None:
    served.start()
    served.say("ana", NEED)
    served.kill()
    less = drafted(outside, 20)
    versions.publish(outside, less, by="test")
    assert lagging(outside) == 1
    served.start()
    eventually(lambda: lagging(outside) == 0)
    assert [points for _, points in written(served)] == [35, -15]
