"""What is true of a prospect, one fact a topic: ways to say it, and what the lead should then show."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Protocol

from bot.bench.prospects.amounts import an_amount, some_heads
from bot.bench.prospects.claims import Accepts, Holds, Named, OneOf, exactly
from bot.bench.prospects.dates import a_time
from bot.bench.prospects.phrases import phrases
from leads.domain.topics import Topic

__all__ = ["CLOSE", "OPEN", "Fact", "Wording", "a_fact", "about"]

#: Values are not misspelt or abbreviated: what is typed is what is meant.
OPEN, CLOSE = "\ue000", "\ue001"

Said = tuple[str, Mapping[str, Accepts]]


class Wording(Protocol):
    """Puts a value into words."""

    def __call__(self, rng: Random, today: date) -> Said:
        """The words, and what the lead should show."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact. `reply` are frames around its value that answer our question, `telling` ones that stand alone,
    `correcting` ones that take back what was said before; topics without them are told only when asked.
    `implies` are topics that a listener may infer something about."""

    topic: Topic
    wording: Wording
    reply: Sequence[str] = ("{value}",)
    telling: Sequence[str] = ()
    correcting: Sequence[str] = ()
    implies: Set[Topic] = frozenset()

    def say(self, frames: Sequence[str], rng: Random, *, today: date, briefly: bool = False) -> Said:
        """The fact in one of these frames, the shortest for those who are brief."""
        words, fields = self.wording(rng, today)
        frame = min(frames, key=len) if briefly else rng.choice(frames)
        return frame.replace("{value}", f"{OPEN}{words}{CLOSE}"), fields


def about(topic: Topic, rng: Random, *, who: Mapping[str, Any]) -> Fact:
    """A fact about this topic for somebody of this name, company and country."""
    return _MAKERS[topic](rng, who)


def a_fact(topic: Topic, wording: Wording, frames: Mapping[str, Sequence[str]]) -> Fact:
    """A fact with the frames of the phrase book."""
    return Fact(topic, wording, frames["reply"], frames.get("telling", ()), frames.get("correcting", ()))


def _fixed(ways: Sequence[str], fields: Mapping[str, Accepts]) -> Wording:
    return lambda rng, _: (rng.choice(ways), fields)


def _phrased(topic: Topic, chosen: Mapping[str, Any]) -> Fact:
    """A fact said in a whole phrase: what is kept has a word that matters, or is part of what they said."""
    implied = frozenset(map(Topic, chosen.get("implies", ())))
    return Fact(topic, lambda rng, _: _said_of(chosen, str(rng.choice(chosen["say"]))), implies=implied)


def _said_of(chosen: Mapping[str, Any], words: str) -> Said:
    return words, {"value": Holds(tuple(chosen["holds"]), within=words)}


def _need(rng: Random, _: Mapping[str, Any]) -> Fact:
    known, wishes = {"status": exactly("met")}, phrases("wishes")["need"]
    # A need has no value apart from its words; whoever is asked again says more of it.
    replies = rng.sample(wishes["reply"], 3)
    return Fact(Topic.NEED, lambda *_: ("", known), replies, rng.sample(wishes["telling"], 2))


def _current_solution(rng: Random, _: Mapping[str, Any]) -> Fact:
    chosen = rng.choice(phrases("wishes")["current_solution"])
    return _phrased(Topic.CURRENT_SOLUTION, chosen)


def _role(rng: Random, _: Mapping[str, Any]) -> Fact:
    chosen = rng.choice(phrases("people")["role"])
    return _phrased(Topic.ROLE, chosen)


def _industry(rng: Random, _: Mapping[str, Any]) -> Fact:
    chosen = rng.choice(phrases("people")["industry"])
    return _phrased(Topic.INDUSTRY, chosen)


def _country(_: Random, who: Mapping[str, Any]) -> Fact:
    fields = {"value": exactly(who["country"]["code"])}
    return Fact(Topic.COUNTRY, _fixed(who["country"]["say"], fields))


def _authority(rng: Random, _: Mapping[str, Any]) -> Fact:
    level = rng.choices(("decider", "shared", "influencer", "none"), (6, 3, 2, 1))[0]
    wishes, fields = phrases("wishes"), {"level": exactly(level)}
    ways, telling = wishes["authority"][level], wishes["authority_telling"][level]
    return Fact(Topic.AUTHORITY, lambda *_: ("", fields), ways, telling)


def _budget(rng: Random, _: Mapping[str, Any]) -> Fact:
    figures = phrases("figures")
    if rng.random() < 0.08:
        none = {"status": exactly("not_met"), "low": exactly(None), "high": exactly(None)}
        return Fact(Topic.BUDGET, lambda *_: ("", none), figures["no_budget"])
    amount = an_amount(rng)
    return a_fact(Topic.BUDGET, lambda rng, _: (amount.words(rng), amount.fields), figures["budget"])


def _timeframe(rng: Random, _: Mapping[str, Any]) -> Fact:
    figures, leaning = phrases("figures"), rng.random()
    undated = {"earliest": exactly(None), "latest": exactly(None)}
    if leaning < 0.08:
        fields = {**undated, "status": OneOf(frozenset({"met"}))}
        return Fact(Topic.TIMEFRAME, lambda *_: ("", fields), figures["urgent"])
    if leaning < 0.14:
        fields = {**undated, "status": OneOf(frozenset({"not_met"}))}
        return Fact(Topic.TIMEFRAME, lambda *_: ("", fields), figures["no_hurry"])
    when = a_time(rng)
    return a_fact(Topic.TIMEFRAME, lambda _, today: when.said(today), figures["timeframe"])


def _employees(rng: Random, _: Mapping[str, Any]) -> Fact:
    figures = phrases("figures")
    if rng.random() < 0.05:
        alone = {"low": exactly(1), "high": exactly(1)}
        return Fact(Topic.EMPLOYEES, lambda *_: ("", alone), figures["alone"])
    heads = some_heads(rng)
    return a_fact(Topic.EMPLOYEES, lambda rng, _: (heads.words(rng), heads.fields), figures["employees"])


def _company(_: Random, who: Mapping[str, Any]) -> Fact:
    wording = _fixed([who["company"]], {"value": Named(who["company"])})
    return a_fact(Topic.COMPANY, wording, phrases("people")["company_frames"])


def _name(rng: Random, who: Mapping[str, Any]) -> Fact:
    given = who["name"] if rng.random() < 0.7 else who["name"].split()[0]
    wording = _fixed([given], {"value": Named(given)})
    return a_fact(Topic.NAME, wording, phrases("people")["name_frames"])


def _email(_: Random, who: Mapping[str, Any]) -> Fact:
    wording = _fixed([who["email"]], {"value": exactly(who["email"])})
    return a_fact(Topic.EMAIL, wording, phrases("people")["email_frames"])


def _phone(_: Random, who: Mapping[str, Any]) -> Fact:
    e164 = "+" + "".join(char for char in who["phone"] if char.isdigit())
    wording = _fixed([who["phone"], e164], {"value": exactly(e164)})
    return a_fact(Topic.PHONE, wording, phrases("people")["phone_frames"])


def _consent(rng: Random, _: Mapping[str, Any]) -> Fact:
    answer = rng.choice(("yes", "yes", "no"))
    state = "opted_in" if answer == "yes" else "opted_out"
    fields = {"value": exactly(state)}
    return Fact(Topic.CONSENT, lambda *_: ("", fields), phrases("wishes")["consent"][answer])


_MAKERS = {
    Topic.NEED: _need,
    Topic.CURRENT_SOLUTION: _current_solution,
    Topic.TIMEFRAME: _timeframe,
    Topic.BUDGET: _budget,
    Topic.AUTHORITY: _authority,
    Topic.ROLE: _role,
    Topic.COMPANY: _company,
    Topic.EMPLOYEES: _employees,
    Topic.INDUSTRY: _industry,
    Topic.COUNTRY: _country,
    Topic.NAME: _name,
    Topic.EMAIL: _email,
    Topic.PHONE: _phone,
    Topic.CONSENT: _consent,
}
