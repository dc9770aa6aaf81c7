"""Answer values as JSON and back: one tagged form per value type."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    SlotChoice,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)

__all__ = ["from_json", "to_json"]

Json = Mapping[str, Any]


def to_json(value: Value | None) -> dict[str, Any] | None:
    """A form that JSON can carry; decimals and dates as text."""
    match value:
        case None:
            return None
        case Budget():
            return {
                "type": "budget",
                "low": _text(value.low),
                "high": _text(value.high),
                "currency": value.currency,
                "period": value.period,
                "available": value.available,
            }
        case Timeframe():
            return {
                "type": "timeframe",
                "earliest": _text(value.earliest),
                "latest": _text(value.latest),
                "urgency": value.urgency,
            }
        case Authority():
            return {"type": "authority", "level": value.level}
        case Headcount():
            return {"type": "headcount", "low": value.low, "high": value.high}
        case Text():
            return {"type": "text", "text": value.text}
        case YesNo():
            return {"type": "yes_no", "yes": value.yes}
        case SlotChoice():
            return {"type": "slot", "index": value.index, "none_fits": value.none_fits}


def from_json(data: Json | None) -> Value | None:
    """The value that `to_json` made this of."""
    return None if data is None else _READERS[data["type"]](data)


def _text(part: Decimal | date | None) -> str | None:
    return None if part is None else str(part)


def _budget(data: Json) -> Budget:
    return Budget(
        low=_decimal(data["low"]),
        high=_decimal(data["high"]),
        currency=data["currency"],
        period=Period(data["period"]) if data["period"] else None,
        available=data["available"],
    )


def _timeframe(data: Json) -> Timeframe:
    return Timeframe(
        earliest=_date(data["earliest"]),
        latest=_date(data["latest"]),
        urgency=Urgency(data["urgency"]) if data["urgency"] else None,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_READERS: Mapping[str, Callable[[Json], Value]] = {
    "budget": _budget,
    "timeframe": _timeframe,
    "authority": lambda data: Authority(AuthorityLevel(data["level"])),
    "headcount": lambda data: Headcount(data["low"], data["high"]),
    "text": lambda data: Text(data["text"]),
    "yes_no": lambda data: YesNo(data["yes"]),
    "slot": lambda data: SlotChoice(data["index"], data["none_fits"]),
}
