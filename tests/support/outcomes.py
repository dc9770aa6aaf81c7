"""Leads whose end is known, for tests that learn from them."""

import math
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import compress

import numpy as np

from leads.domain.answers import Answer, Authority, AuthorityLevel, Budget, Standing, Text, Value
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Lead, Stage
from leads.domain.outcomes import Outcome, Result
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["FIFTY_THOUSAND", "end", "filled", "told"]

DAY = timedelta(days=1)
#: What it does to the log-odds of winning.
BEHAVIOUR = {SignalKind.QUOTE_REQUEST: 2.0, SignalKind.DEMO_REQUEST: 1.5, SignalKind.FORM_SUBMIT: -2.5}
FIFTY_THOUSAND = Budget(low=Decimal(50_000), high=Decimal(50_000), currency="USD")


def told(work: Work, lead_id: str, topic: Topic, value: Value, at: datetime) -> None:
    key = f"{lead_id}-{topic}-{at.isoformat()}"
    answer = Answer(key, topic, Standing.GIVEN, value, text="", message_id=key, at=at)
    work.facts.add_answers(lead_id, [answer])


def end(work: Work, lead_id: str, at: datetime, *, is_won: bool) -> None:
    result = Result.WON if is_won else Result.LOST
    work.outcomes.add(Outcome(f"{lead_id}-{at:%j}", lead_id, result, by="robin", at=at))


def filled(core: Core, *, leads: int, seed: int = 1) -> None:
    """Leads with a need: those who decide, and those who ask for a quote or a demo, are won more often.

    Those who send a form are won less often, whatever the file says.
    """
    random = np.random.default_rng(seed)
    now = core.clock()
    with core.store.writing() as work:
        for number in range(leads):
            lead_id, at = f"lead-{number:04}", now - timedelta(days=int(random.integers(10, 190)))
            is_decider, *did = (bool(yes) for yes in random.random(1 + len(BEHAVIOUR)) < 0.4)
            log_odds = 3 * is_decider + sum(compress(BEHAVIOUR.values(), did)) - 2
            is_won = bool(random.random() < 1 / (1 + math.exp(-log_odds)))
            stage = Stage.CONVERTED if is_won else Stage.FAILED
            work.leads.add(Lead(lead_id, created_at=at, updated_at=at, channel=Channel.API, stage=stage))
            told(work, lead_id, Topic.NEED, Text("we lose leads"), at)
            level = AuthorityLevel.DECIDER if is_decider else AuthorityLevel.INFLUENCER
            told(work, lead_id, Topic.AUTHORITY, Authority(level), at)
            if random.random() < 0.6:
                told(work, lead_id, Topic.BUDGET, FIFTY_THOUSAND, at)
            for kind in compress(BEHAVIOUR, did):
                work.facts.add_signal(lead_id, Signal(f"{kind}-{number}", kind, at=at))
            end(work, lead_id, at + 5 * DAY, is_won=is_won)
