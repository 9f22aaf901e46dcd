"""The rows of the audit as a table, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from purges_quiz.authoring.audit.findings import Row

HEADS = ("check", "looked at", "failed", "worst case")
WIDEST = 72
"""Characters of the last column."""


def as_table(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each row under the name of its group, with a head and the sums."""
    name = max((len(row.name) for row in rows), default=0) + 2
    yield f"{HEADS[0]:<{name}} {HEADS[1]:>9} {HEADS[2]:>7}  {HEADS[3]}"
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield group
        worst = f"not run: {row.skipped}" if row.skipped else row.worst
        looked, failed = ("-", "-") if row.skipped else (f"{row.looked:,}", f"{len(row.breaches):,}")
        yield f"  {row.name:<{name - 2}} {looked:>9} {failed:>7}  {_clipped(worst)}".rstrip()
    failures = sum(not row.passed for row in rows)
    breaches = sum(len(row.breaches) for row in rows)
    if failures:
        yield f"{failures} of {len(rows)} checks failed: {breaches:,} breach{'es' * (breaches > 1)}."
    else:
        skipped = sum(bool(row.skipped) for row in rows)
        yield f"All {len(rows) - skipped} checks passed{f', {skipped} not run' if skipped else ''}."


def breach_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Every breach with its question, under the name of its check."""
    for row in rows:
        if row.breaches:
            yield f"{row.name}: {row.definition}"
            for breach in row.breaches:
                yield f"  {breach.where}: {breach.fault}"


def as_json(row: Row) -> dict[str, Any]:
    """A row with its breaches."""
    return {
        "group": row.group,
        "check": row.name,
        "definition": row.definition,
        "looked": row.looked,
        "failed": len(row.breaches),
        "worst": row.worst or None,
        "skipped": row.skipped or None,
        "breaches": [{"question": breach.where, "fault": breach.fault} for breach in row.breaches],
    }


def _clipped(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 3] + "..."
