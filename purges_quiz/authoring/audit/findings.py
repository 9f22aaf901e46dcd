"""What checks find: one look at a time, summed up in a row of the audit's table, and the table printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from purges_quiz.authoring.audit.subject import Subject

HEADS = ("check", "looked at", "failed", "worst case")
DETERMINISM = "determinism"
"""The group of the check that compares this run with those of other Pythons."""
ADVICE_GROUPS = frozenset({"plausibility", "cues", "leaks"})
ADVICE = frozenset(
    {
        *("figures and quotations", "recognition", "wordings", "length of prompts", "prompts stand alone"),
        *("no negation", "length of options", "reasons", "open lists", "roles are dated", "across read well"),
    }
)
"""What these find makes a question less good, not wrong: the game's own cards must pass, others may."""
WIDEST = 72
"""Characters of the last column of the table."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that a check looked at."""

    where: str
    """The id of a question, or the key of a fact or card."""
    fault: str = ""
    """What is wrong with it; empty: nothing is."""
    extent: float = 0.0
    """How near it comes to being wrong, on a scale of the check's own; the look of the greatest extent is the worst."""
    shown: str = ""
    """That extent in words: "27 words"."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one check came to."""

    group: str
    name: str
    definition: str
    looked: int
    breaches: tuple[Look, ...] = ()
    """The looks that found a fault."""
    worst: str = ""
    """The worst case, even where it is no breach."""
    skipped: str = ""
    """Why the check was not run; empty: it was."""
    advice: bool = False
    """Whether what it finds could only be better, and nothing is wrong with the deck."""

    @property
    def passed(self) -> bool:
        """Whether nothing was found wrong, be it that nothing was looked at."""
        return not self.breaches


@dataclass(frozen=True, slots=True)
class Check:
    """What gives one row of the audit's table, or several."""

    group: str
    name: str
    definition: str
    run: Callable[[Subject], Iterable[Row]]


def check(group: str, looks: Callable[[Subject], Iterator[Look]]) -> Check:
    """The check that a function makes: its name and its docstring are the check's own."""
    name, definition = described(looks)
    return Check(group, name, definition, lambda subject: [summed_up(group, name, definition, looks(subject))])


def several(group: str, rows: Callable[[Subject], Iterator[Row]]) -> Check:
    """The check of a function that gives rows of its own."""
    return Check(group, *described(rows), rows)


def described(function: Callable[[Subject], object]) -> tuple[str, str]:
    """The name and the definition of a check, from the function's own name and docstring."""
    return function.__name__.replace("_", " "), " ".join((function.__doc__ or "").split())


def for_an_author(row: Row) -> Row:
    """The row as it is told to somebody who writes a deck: marked where it only advises."""
    return replace(row, advice=row.group in ADVICE_GROUPS or row.name in ADVICE)


def summed_up(group: str, name: str, definition: str, looks: Iterable[Look]) -> Row:
    """The row of a check, from all its looks."""
    count, breaches, worst = 0, [], Look("")
    for look in looks:
        count += 1
        if look.fault:
            breaches.append(look)
        if look.shown and (not worst.shown or look.extent > worst.extent):
            worst = look
    said = f"{worst.shown} ({worst.where})" if worst.shown else ""
    return Row(group, name, definition, count, tuple(breaches), said or (breaches[0].fault if breaches else ""))


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
        told = f"advice: {worst}" if row.advice and row.breaches else worst
        yield f"  {row.name:<{name - 2}} {looked:>9} {failed:>7}  {_clipped(told)}".rstrip()
    failures = sum(not (row.passed or row.advice) for row in rows)
    breaches = sum(len(row.breaches) for row in rows if not row.advice)
    advising = sum(row.advice and not row.passed for row in rows)
    if failures:
        yield f"{failures} of {len(rows)} checks failed: {breaches:,} breach{'es' * (breaches > 1)}."
    else:
        skipped = sum(bool(row.skipped) for row in rows)
        run = len(rows) - skipped
        checks = "The check" if run == 1 else f"All {run} checks"
        unmet = f" but for advice of {advising}" if advising else ""
        yield f"{checks} passed{unmet}{f', {skipped} not run' if skipped else ''}."


def breach_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Every breach with its question, under the name of its check."""
    for row in rows:
        if row.breaches:
            yield f"{row.name}{' (advice)' if row.advice else ''}: {row.definition}"
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
        "advice": row.advice,
        "worst": row.worst or None,
        "skipped": row.skipped or None,
        "breaches": [{"question": breach.where, "fault": breach.fault} for breach in row.breaches],
    }


def _clipped(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 3] + "..."
