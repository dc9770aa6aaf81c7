"""Money they would spend, read from what they wrote."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from leads.domain.answers import Budget, Parsed, Standing
from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.amount_spelling import in_amount_words
from leads.domain.parsing.amounts import find_amounts
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.corrections import in_force, put_right
from leads.domain.parsing.currencies import currencies_in, currency_of
from leads.domain.parsing.distractors import without_distractors
from leads.domain.parsing.funding import money_is_there
from leads.domain.parsing.periods import period_of
from leads.domain.parsing.quantities import Quantity, with_other_end
from leads.domain.parsing.surroundings import sentence_after, sentence_before
from leads.domain.parsing.units import read_unit
from leads.domain.topics import Topic

__all__ = ["read_budget"]


def read_budget(text: str, context: Context) -> Parsed | None:
    """What the text says about money to spend, or None when it says nothing.

    A bare number counts only when the budget is what was asked; any other needs a currency, a word about
    money or a size ("50k"), and nothing that makes it a count, a date or another sum than their budget.
    """
    read = text[:MAX_LENGTH]
    budget = _amount_in(in_amount_words(aligned(read)), context)
    available = money_is_there(read, asked=context.asking is Topic.BUDGET)
    if budget is not None:
        return Parsed(Topic.BUDGET, Standing.GIVEN, replace(budget, available=available or None))
    if available is not None:
        return Parsed(Topic.BUDGET, Standing.GIVEN, Budget(available=available))
    return None


def _amount_in(text: str, context: Context) -> Budget | None:
    plain = without_distractors(text)
    amounts = find_amounts(plain, context)
    kept = in_force(plain, amounts)
    if not kept:
        return None
    at = kept.index(max(kept, key=lambda amount: (amount.evidence, not amount.quantity.is_order)))
    quantity = kept[at].quantity
    if at + 1 < len(kept):
        quantity = with_other_end(plain, quantity, kept[at + 1].quantity)
    standing = {amount.start for amount in kept}
    former = [amount.quantity for amount in amounts if amount.start not in standing]
    budget = _budget(plain, _completed(quantity, former), context)
    return _with_unit(budget, read_unit(put_right(plain, quantity.end), context))


def _with_unit(budget: Budget, unit: Budget | None) -> Budget:
    """The budget in the currency and period put right afterwards: "6k a year, sorry, a month"."""
    if unit is None:
        return budget
    return replace(budget, currency=unit.currency or budget.currency, period=unit.period or budget.period)


def _completed(quantity: Quantity, former: Sequence[Quantity]) -> Quantity:
    """What a correction leaves unsaid is taken from what it corrects: "$50k... no, 60"."""
    if not former:
        return quantity
    size = former[-1].magnitude
    shortened = (
        not quantity.units
        and quantity.magnitude == 1
        and size >= 1000
        and (quantity.high or quantity.low or size) < 1000
    )
    full = quantity.times(size) if shortened else quantity
    return full if full.units else replace(full, units=former[-1].units)


def _budget(text: str, quantity: Quantity, context: Context) -> Budget:
    elsewhere = currencies_in(text, context.region)
    only_other = next(iter(elsewhere)) if len(elsewhere) == 1 else None
    return Budget(
        low=_cents(quantity.low),
        high=_cents(quantity.high),
        currency=currency_of(quantity.units, context.region) or only_other,
        period=period_of(
            written=" ".join(quantity.units),
            before=sentence_before(text, quantity.start),
            after=sentence_after(text, quantity.end),
        ),
    )


def _cents(amount: Decimal | None) -> Decimal | None:
    if amount is None:
        return None
    return amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01"))
