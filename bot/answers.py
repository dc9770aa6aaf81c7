"""What the core reads in one message, in the shapes that its topics have in a lead."""

from collections.abc import Iterable
from typing import Any

from bot.api.shapes import answer_shape
from leads.domain.answers import Answer, Parsed
from leads.domain.bant import Bar, bant
from leads.domain.facts import Facts
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand

__all__ = ["answers_in", "shapes_of"]


def answers_in(text: str, context: Context, *, bar: Bar) -> dict[str, Any]:
    """The answers of a message by topic, as the core reads its words alone, without the engine."""
    return shapes_of(understand(text, context), text, context, bar=bar)


def shapes_of(parsed: Iterable[Parsed], text: str, context: Context, *, bar: Bar) -> dict[str, Any]:
    """The answers of a message by topic, judged by themselves: nothing is known of the prospect before."""
    answers = [
        Answer(item.topic, item.topic, item.standing, item.value, text, "", context.now) for item in parsed
    ]
    criteria = bant(Facts.of(answers), bar, context.today)
    return {answer.topic.value: answer_shape(answer, criteria) for answer in answers}
