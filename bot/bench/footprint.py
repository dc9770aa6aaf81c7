"""The memory of whole process trees."""

from collections.abc import Iterable
from dataclasses import dataclass

import psutil

__all__ = ["Footprint", "footprint"]


@dataclass(frozen=True, slots=True)
class Footprint:
    """Bytes over all processes. `pss` counts what processes share once; only Linux tells it."""

    processes: int
    rss: int
    uss: int
    pss: int | None

    @property
    def measure(self) -> str:
        """Which of the figures `megabytes` is."""
        return "RSS" if self.pss is None else "PSS"

    @property
    def megabytes(self) -> float:
        """The fairest figure there is for several processes, in units of 10^6 bytes."""
        return (self.rss if self.pss is None else self.pss) / 1e6


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
