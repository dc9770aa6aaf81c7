"""Reading the behaviour file: which pages mean what, what is said unasked, when an alarm is raised."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from leads.adapters.yaml_reader import Entry, read_yaml
from leads.domain.alarms import AlarmRules, ReadyRules, StopRules
from leads.domain.behaviour import SEEN, Pages, Prompt, Watching
from leads.domain.facts import SignalKind
from leads.domain.topics import Topic

__all__ = ["Behaviour", "load_behaviour"]

LONGEST_TEXT = 1_000


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What the file says."""

    watching: Watching
    alarms: AlarmRules


def load_behaviour(path: Path) -> Behaviour:
    """The file as values. Raises `FileError`, which names the line and what is wrong with it, and OSError."""
    fields = read_yaml(path).fields("visits", "pages", "prompts", "alarms")
    visits = fields["visits"].fields("pause_minutes")
    watching = Watching(
        pause=timedelta(minutes=visits["pause_minutes"].whole_number(least=1, most=10_080)),
        pages=Pages(dict(_patterns(entry) for entry in fields["pages"].entries().values())),
        prompts=tuple(_prompt(entry) for entry in fields["prompts"].entries().values()),
    )
    return Behaviour(watching, _alarms(fields["alarms"]))


def _patterns(entry: Entry) -> tuple[SignalKind, tuple[str, ...]]:
    kind = entry.named(SignalKind)
    if kind not in SEEN:
        entry.refuse(f"{kind} is not something that looking at a page can mean")
    return kind, tuple(_pattern(item) for item in entry.items())


def _pattern(entry: Entry) -> str:
    text = entry.text()
    if not text.startswith(("/", "*")):
        entry.refuse(f"a page is a path such as /careers*, got '{text}'")
    return text


def _prompt(entry: Entry) -> Prompt:
    fields = entry.fields("after", "text", optional=("asks",))
    text = fields["text"].text()
    if len(text) > LONGEST_TEXT:
        fields["text"].refuse(f"text has at most {LONGEST_TEXT} characters")
    after = fields["after"].fields(optional=("visits", "signal"))
    if len(after) != 1:
        fields["after"].refuse("after is either a number of visits or a signal")
    return Prompt(
        name=entry.name,
        text=text,
        visits=after["visits"].whole_number(least=1, most=1_000) if "visits" in after else None,
        signal=after["signal"].choice(SignalKind) if "signal" in after else None,
        asks=fields["asks"].choice(Topic) if "asks" in fields else None,
    )


def _alarms(entry: Entry) -> AlarmRules:
    fields = entry.fields("look_back_days", "ready_but_not_buying", "visits_stop")
    ready = fields["ready_but_not_buying"].fields("wait_days", "least_leads", "buying_percent")
    stops = fields["visits_stop"].fields("window_days", "least_leads", "stopping_percent")
    return AlarmRules(
        look_back=_days(fields["look_back_days"]),
        ready=ReadyRules(
            _days(ready["wait_days"]), _leads(ready["least_leads"]), _percent(ready["buying_percent"])
        ),
        stops=StopRules(
            _days(stops["window_days"]), _leads(stops["least_leads"]), _percent(stops["stopping_percent"])
        ),
    )


def _days(entry: Entry) -> timedelta:
    return timedelta(days=entry.whole_number(least=1, most=3_650))


def _leads(entry: Entry) -> int:
    return entry.whole_number(least=2, most=1_000_000)


def _percent(entry: Entry) -> int:
    return entry.whole_number(least=1, most=99)
