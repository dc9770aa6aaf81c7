"""Finding leads: a page of those that a filter lets through, newest first, without reading the others.

Whatever is sought, one index gives the leads in the order of the page: their own, that of a tag, or that of
the words. What else the filter asks is checked on the way.
"""

import re
from typing import Any

import sqlalchemy as sa

from leads.services.ports import LeadFilter
from leads.store import schema

__all__ = ["page_of"]

#: Letters that an index of words needs; for fewer, the words themselves are read.
SHORTEST = 3
#: What ILIKE takes for more than itself.
_SPECIAL, _ESCAPED = re.compile(r"[\\%_]"), r"\\\g<0>"


def page_of(wanted: LeadFilter, *, after: str | None, dialect: str) -> sa.Select[Any]:
    """The leads that the filter lets through, newest first, from below `after`."""
    query = sa.select(schema.leads)
    for condition in _exactly(wanted):
        query = query.where(condition)
    if wanted.query:
        query = _tagged_as(query, wanted.tag)
        return _worded(query, wanted.query, after=after, dialect=dialect)
    place = schema.leads.c.id
    if after is not None:
        query = query.where(place < after)
    if wanted.tag is None:
        return query.order_by(place.desc())
    tags = schema.lead_tags.c
    query = query.join(schema.lead_tags, tags.lead_id == place).where(tags.tag == wanted.tag)
    if after is not None:
        query = query.where(tags.lead_id < after)  # said of both: PostgreSQL does not conclude it
    return query.order_by(tags.lead_id.desc())


def _exactly(wanted: LeadFilter) -> list[sa.ColumnElement[bool]]:
    table = schema.leads.c
    exact = {
        table.quadrant: wanted.quadrant,
        table.temperature: wanted.temperature,
        table.stage: wanted.stage,
        table.owner_id: wanted.owner_id,
        table.source_kind: wanted.source,
    }
    return [column == value for column, value in exact.items() if value is not None]


def _tagged_as(query: sa.Select[Any], tag: str | None) -> sa.Select[Any]:
    if tag is None:
        return query
    tags = schema.lead_tags.c
    has_it = sa.exists().where(tags.tag == tag, tags.lead_id == schema.leads.c.id)
    return query.where(has_it)


def _worded(query: sa.Select[Any], text: str, *, after: str | None, dialect: str) -> sa.Select[Any]:
    """Those in whose words the text stands, whatever the case; in the order in which they came."""
    words, grams = schema.lead_words.c, schema.lead_grams.c
    query = query.join(schema.lead_words, words.lead_id == schema.leads.c.id)
    place: sa.ColumnElement[int] = words.number
    if dialect != "sqlite":
        query = query.where(words.words.ilike(f"%{_SPECIAL.sub(_ESCAPED, text)}%"))
    elif len(text) < SHORTEST:
        query = query.where(words.words.icontains(text, autoescape=True))
    else:
        place, quoted = grams.rowid, text.replace('"', '""')
        query = query.join(schema.lead_grams, place == words.number).where(grams.words.match(f'"{quoted}"'))
    if after is not None:
        last = sa.select(words.number).where(words.lead_id == after).correlate(None)
        query = query.where(place < last.scalar_subquery())
    return query.order_by(place.desc())
