"""What a new answer does to the one in force: replace it, complete it, or leave it be. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from leads.domain.answers import Answer, Budget, Parsed, Standing, Value
from leads.domain.topics import Topic

__all__ = ["news"]


def news(parsed: Iterable[Parsed], current: Mapping[Topic, Answer]) -> tuple[Parsed, ...]:
    """Those parsed answers that change something, completed with what they leave unsaid.

    Not knowing or not telling never wipes out what was told before.
    """
    merged = (_merged(new, current.get(new.topic)) for new in parsed)
    return tuple(new for new in merged if new is not None and not _says(current.get(new.topic), new))


def _merged(new: Parsed, old: Answer | None) -> Parsed | None:
    if old is None or old.value is None:
        return new
    if new.standing is not Standing.GIVEN:
        return None
    return replace(new, value=_completed(new.value, old.value))


def _completed(new: Value | None, old: Value) -> Value | None:
    """ "Yes, it's approved" or "euros" after "50k" says more of the 50k, not that they are gone."""
    if not isinstance(new, Budget) or not isinstance(old, Budget):
        return new
    if new.low is None and new.high is None and new.available is not False:
        return replace(
            old,
            available=new.available or old.available,
            currency=new.currency or old.currency,
            period=new.period or old.period,
        )
    return replace(new, currency=new.currency or old.currency)


def _says(old: Answer | None, new: Parsed) -> bool:
    return old is not None and old.standing is new.standing and old.value == new.value
