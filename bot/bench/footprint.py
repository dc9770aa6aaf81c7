"""The memory of whole process trees."""

from collections.abc import Iterable
from dataclasses import dataclass

import psutil

__all__ = ["Footprint", "footprint"]


@dataclass(frozen=True, slots=True)
class Footprint:
    """Bytes, added up over all processes.

    `rss` counts what processes share in each of them, `uss` not at all; `pss` shares it out among everybody
    on the machine, other contestants too, and only Linux tells it.
    """

    processes: int
    rss: int
    uss: int
    pss: int | None

    @property
    def megabytes(self) -> float:
        """The resident memory in units of 10^6 bytes: the one figure that no neighbour changes."""
        return self.rss / 1e6


def footprint(process_ids: Iterable[int]) -> Footprint:
    """Add up these processes and everything they started. A process that ends meanwhile counts nothing."""
    readings = [reading for process in _trees(process_ids) if (reading := _read(process)) is not None]
    return Footprint(
        processes=len(readings),
        rss=sum(reading["rss"] for reading in readings),
        uss=sum(reading["uss"] for reading in readings),
        pss=sum(reading["pss"] for reading in readings)
        if all("pss" in reading for reading in readings)
        else None,
    )


def _trees(process_ids: Iterable[int]) -> set[psutil.Process]:
    roots = [psutil.Process(process_id) for process_id in process_ids]
    return {process for root in roots for process in (root, *root.children(recursive=True))}


def _read(process: psutil.Process) -> dict[str, int] | None:
    try:
        return dict(process.memory_full_info()._asdict())
    except psutil.NoSuchProcess:
        return None
