"""The table of what was asked and what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

MS = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    asked: str
    measured: str
    reached: bool


def ratio_row(what: str, most: float, ours: Sequence[float], theirs: Sequence[float]) -> Row:
    """So many times what something else took in the same pairs: the median of the ratios."""
    ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
    found = f"{ratio:.2f} times ({median(ours) * MS:.1f} ms : {median(theirs) * MS:.1f} ms)"
    return Row(what, f"{most:g} times", found, ratio <= most)


def tail_row(what: str, most: float, took: Sequence[float]) -> Row:
    """What 95 of 100 stay under, in seconds."""
    found = quantiles(took, n=20)[-1]
    return Row(f"{what}, p95", f"{most * MS:g} ms", f"{found * MS:.1f} ms", found < most)


def time_row(what: str, most: float, took: float, worst: float | None = None) -> Row:
    """Seconds that something takes; the worst must stay under the figure too."""
    most_of_all = f", worst {worst * MS:.2f} ms" if worst is not None else ""
    return Row(what, f"{most * MS:g} ms", f"{took * MS:.2f} ms{most_of_all}", max(took, worst or 0) < most)


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown."""
    lines = [f"| {row.what} | {row.asked} | {row.measured} | {'yes' if row.reached else '**no**'} |" for row in rows]
    return "\n".join(["| What | At most | Measured | Reached |", "|---|---|---|---|", *lines])
