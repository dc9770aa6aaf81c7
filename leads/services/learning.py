"""Taking in what a lead was heard or said to have answered: keep it, note addresses and consent, score it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from leads.domain.answers import Answer, Parsed, Text, YesNo
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.facts import Facts, Signal
from leads.domain.lead import Lead
from leads.domain.merging import news
from leads.domain.topics import Topic
from leads.services.assess import Assessment, rescore
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["Learnt", "learn"]


@dataclass(frozen=True, slots=True)
class Learnt:
    """The lead and its worth after this; `known` were answered before, `fresh` is what was news."""

    lead: Lead
    assessment: Assessment
    known: Mapping[Topic, Answer]
    fresh: tuple[Answer, ...]


def learn(
    core: Core,
    work: Work,
    lead: Lead,
    parsed: Iterable[Parsed],
    *,
    words: Callable[[Topic], str],
    message_id: str,
    signals: Iterable[Signal] = (),
    standing: Collection[Topic] = (),
    before: Facts | None = None,
) -> Learnt:
    """Keep what is news. `words` gives what was said about a topic; known signals are not kept again.

    What was told in words about a topic in `standing` before is not replaced. `before` are the answers in
    force until now, from a caller who has read them.
    """
    now, done = core.clock(), work.facts.signals(lead.id)
    known = (before or Facts.of(work.facts.answers(lead.id))).answers
    fresh = tuple(
        Answer(
            id=core.new_id(),
            topic=item.topic,
            standing=item.standing,
            value=item.value,
            text=words(item.topic),
            message_id=message_id,
            at=now,
        )
        for item in news(parsed, known)
        if not (item.topic in standing and _is_told_in_words(known.get(item.topic)))
    )
    work.facts.add_answers(lead.id, fresh)
    seen = [signal for signal in signals if work.facts.add_signal(lead.id, signal)]
    facts = Facts.of([*known.values(), *fresh], signals=[*done, *seen])
    for answer in fresh:
        _note(core, work, lead, answer, facts=facts)
    lead, assessment = rescore(core, work, lead, facts)
    return Learnt(lead, assessment, known, fresh)


def _is_told_in_words(answer: Answer | None) -> bool:
    return answer is not None and isinstance(answer.value, Text)


def _note(core: Core, work: Work, lead: Lead, answer: Answer, *, facts: Facts) -> None:
    match answer.topic, answer.value:
        case (Topic.EMAIL | Topic.PHONE) as kind, Text(text):
            # Anyone can type an address: it is theirs only once proven, so nothing is merged by it.
            work.leads.identify(lead.id, kind, text, verified=False, at=answer.at)
        case Topic.CONSENT, YesNo(yes):
            email = facts.value(Topic.EMAIL)
            if isinstance(email, Text):
                work.consents.add(_consent(core, lead, answer, email.text, yes=yes))


def _consent(core: Core, lead: Lead, answer: Answer, address: str, *, yes: bool) -> Consent:
    return Consent(
        id=core.new_id(),
        medium=Medium.EMAIL,
        address=address,
        lead_id=lead.id,
        state=ConsentState.OPTED_IN if yes else ConsentState.OPTED_OUT,
        wording=f"utter_question_consent: {answer.text}",
        channel=lead.channel,
        at=answer.at,
    )
