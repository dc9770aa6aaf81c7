"""What scoring commands print: differences, and what a model would change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

import click

from leads.domain.differences import Difference
from leads.domain.reaching import Goal
from leads.services.preview import Effect, Preview
from leads.services.what_if import WhatIf

__all__ = ["show", "show_what_if", "tell"]

Cell = TypeVar("Cell", bound=StrEnum)


def tell(found: Iterable[Difference]) -> None:
    """Each difference on a line of its own."""
    for each in found:
        place = " > ".join(each.place)
        if each.before is None:
            click.echo(f"  + {place}: {each.after}")
        elif each.after is None:
            click.echo(f"  - {place}: {each.before}")
        else:
            click.echo(f"  ~ {place}: {each.before} -> {each.after}")


def show(found: Preview, name_of: Callable[[str | None], str]) -> None:
    """Moves, workload by owner, and some examples."""
    click.echo(f"{found.leads} leads under {found.version}: the scores of {found.rescored} would change.")
    moves = [*_moves(found.quadrants), *_moves(found.temperatures)]
    click.echo("\n".join(moves) or "No lead would change its quadrant or temperature.")
    click.echo("For sales, by owner:")
    for owner, load in sorted(found.workload.items(), key=lambda item: name_of(item[0])):
        click.echo(f"  {name_of(owner):<24} {load.before} -> {load.after}  (+{load.newly} -{load.no_longer})")
    for effect in (Effect.NEWLY_FOR_SALES, Effect.NO_LONGER_FOR_SALES):
        for each in found.examples[effect]:
            lead, before, after = each.lead, each.before.scores, each.after.scores
            click.echo(
                f"{_words(effect).capitalize()}: {lead.name or lead.company or lead.id}, "
                f"fit {before.fit} -> {after.fit}, interest {before.interest} -> {after.interest}"
            )


def show_what_if(found: WhatIf) -> None:
    """Every goal as it is and as asked, in all and month by month."""
    now, then = found.now_lines, found.then_lines
    click.echo(
        f"{found.leads} leads, fit {now.fit} -> {then.fit}, interest {now.interest} -> {then.interest}, "
        f"ready {now.ready} -> {then.ready}; first reached, as it is -> as asked:"
    )
    click.echo(_row("", [_words(goal) for goal in Goal]))
    sums = [(found.as_is[goal].total(), found.as_asked[goal].total()) for goal in Goal]
    click.echo(_row("ever", [f"{before} -> {after}" for before, after in sums]))
    for month in found.months:
        counts = [(found.as_is[goal][month], found.as_asked[goal][month]) for goal in Goal]
        name = f"{month[0]}-{month[1]:02}"
        click.echo(_row(name, [f"{before} -> {after}" for before, after in counts]))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"  {name:<8}" + "".join(f"{cell:>18}" for cell in cells)


def _moves(found: Mapping[tuple[Cell, Cell], int]) -> Iterator[str]:
    for (before, after), count in sorted(found.items(), key=lambda item: -item[1]):
        if before != after:
            yield f"  {count:>7} from {_words(before)} to {_words(after)}"


def _words(name: str) -> str:
    return name.replace("_", " ")
