"""Versions of the scoring model and their publications, as rows."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leads.domain.versions import History, Publication, Version
from leads.store import schema
from leads.store.rows import insert

__all__ = ["ScoringRows"]

_versions, _publications = schema.scoring_versions, schema.scoring_publications
_latest = sa.select(_publications).order_by(_publications.c.seq.desc())


class ScoringRows:
    """The `scoring_versions` and `scoring_publications` tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def history(self) -> History:
        """Everything: there are as many rows as somebody cared to write versions."""
        versions = self._connection.execute(sa.select(_versions).order_by(_versions.c.number.desc()))
        publications = self._connection.execute(_latest)
        return History(
            tuple(_version(row) for row in versions), tuple(_publication(row) for row in publications)
        )

    def id_in_force(self) -> str | None:
        """The id of the version published last."""
        row = self._connection.execute(_latest.limit(1)).first()
        return row.version_id if row else None

    def add(self, version: Version) -> None:
        """Insert a version."""
        row = {
            "id": version.id,
            "number": version.number,
            "label": version.label,
            "content": version.content,
            "sha256": version.sha256,
            "created_at": version.created_at,
            "created_by": version.created_by,
            "note": version.note,
            "parent": version.parent,
        }
        insert(self._connection, _versions, row)

    def remove(self, version_id: str) -> None:
        """Delete a version; the store refuses one that was published."""
        self._connection.execute(sa.delete(_versions).where(_versions.c.id == version_id))

    def publish(self, publication: Publication) -> None:
        """Append a publication."""
        row = {
            "version_id": publication.version_id,
            "at": publication.at,
            "by": publication.by,
            "note": publication.note,
        }
        insert(self._connection, _publications, row)


def _version(row: Row[Any]) -> Version:
    return Version(
        id=row.id,
        number=row.number,
        label=row.label,
        content=row.content,
        sha256=row.sha256,
        created_at=row.created_at,
        created_by=row.created_by,
        note=row.note,
        parent=row.parent,
    )


def _publication(row: Row[Any]) -> Publication:
    return Publication(version_id=row.version_id, at=row.at, by=row.by, note=row.note)
