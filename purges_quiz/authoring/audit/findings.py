"""What checks find: one look at a time, folded into a row of the audit's table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from purges_quiz.authoring.audit.subject import Subject


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that a check looked at."""

    where: str
    """The id of a question, or the key of a fact or card."""
    fault: str = ""
    """What is wrong with it; empty: nothing is."""
    extent: float = 0.0
    """How far it goes towards what would be wrong: of all looks the one that goes farthest is the worst case."""
    shown: str = ""
    """That extent in words: "27 words"."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A thing that a check found wrong."""

    where: str
    fault: str


@dataclass(frozen=True, slots=True)
class Row:
    """What one check came to."""

    group: str
    name: str
    definition: str
    looked: int
    breaches: tuple[Breach, ...] = ()
    worst: str = ""
    """The worst case, even where it is no breach."""
    skipped: str = ""
    """Why the check was not run; empty: it was."""

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
    name, definition = told(looks)
    return Check(group, name, definition, lambda subject: [folded(group, name, definition, looks(subject))])


def several(group: str, rows: Callable[[Subject], Iterator[Row]]) -> Check:
    """The check of a function that gives rows of its own."""
    return Check(group, *told(rows), rows)


def told(function: Callable[[Subject], object]) -> tuple[str, str]:
    """The name and the definition of a check, from the function's own name and docstring."""
    return function.__name__.replace("_", " "), " ".join((function.__doc__ or "").split())


def folded(group: str, name: str, definition: str, looks: Iterable[Look]) -> Row:
    """All looks of a check in one row."""
    count, breaches, worst = 0, [], Look("")
    for look in looks:
        count += 1
        if look.fault:
            breaches.append(Breach(look.where, look.fault))
        if look.shown and (not worst.shown or look.extent > worst.extent):
            worst = look
    said = f"{worst.shown} ({worst.where})" if worst.shown else ""
    return Row(group, name, definition, count, tuple(breaches), said or (breaches[0].fault if breaches else ""))
