"""Does the game teach? `python -m tests.bench.learning`, from the root of the checkout.

Made-up learners study the shipped deck for some minutes a day until the day before an exam, each in every order of
study. Printed is how many facts they recall on the morning of the exam, as Markdown: a line for each kind of learner,
minutes a day and days.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean

from .grid import CLAIRVOYANT, DAYS, MINUTES, ORDERS, QUICK, Cell, by_order, maker, run
from .learners import MODELS
from .study import Course
from .table import Recalled, beaten, calibration, interval, summary, table

LEARNERS, SHORT = 100, 15


def main() -> None:
    """Let the learners study in every order, and print what comes of it."""
    wish = _parser().parse_args()
    names = [str(wish.learner_file)] if wish.learner_file else wish.models
    try:
        for name in names:
            maker(name)(0)
    except ValueError as problem:
        sys.exit(f"tests.bench.learning: {problem}")
    orders = [order for order in ORDERS if order in wish.orders]
    cells = [Cell(name, Course(minutes, days)) for name in names for days in wish.days for minutes in wish.minutes]
    seeds = range(wish.seed, wish.seed + (SHORT if wish.short else wish.learners))
    found: dict[Cell, Recalled] = {}
    predicted: list[tuple[float, float]] = []
    for cell, outcomes in zip(cells, run(cells, seeds, orders, wish.workers), strict=True):
        found[cell] = by_order(outcomes, orders)
        predicted += [pair for outcome in outcomes for pair in outcome.predicted]
        if not wish.json:
            _tell(cell, found[cell])
    print(_as_json(found) if wish.json else _as_markdown(found, predicted))  # noqa: T201 -- what it is for
    wrong = {name for recalled in found.values() for name in beaten(recalled)}
    if wrong:
        sys.exit(f"tests.bench.learning: the clairvoyant is beaten by {', '.join(sorted(wrong))}")


def _tell(cell: Cell, recalled: Recalled) -> None:
    figures = ", ".join(f"{name} {fmean(values):.1f}" for name, values in recalled.items())
    print(f"{cell.name}, {cell.course.minutes:g} minutes, {cell.course.days} days: {figures}", file=sys.stderr)  # noqa: T201


def _as_json(found: dict[Cell, Recalled]) -> str:
    """By order the mean of all learners' recalled facts, and its 95 % interval; several cells are taken together."""
    together: dict[str, list[float]] = {}
    for recalled in found.values():
        for order, values in recalled.items():
            together.setdefault(order, []).extend(values)
    spans = {order: interval(values) for order, values in together.items()}
    return json.dumps(
        {
            order: {"recalled": fmean(values), "low": spans[order][0], "high": spans[order][1]}
            for order, values in together.items()
        }
    )


def _as_markdown(found: dict[Cell, Recalled], predicted: list[tuple[float, float]]) -> str:
    parts = [table(found)]
    orders = set(next(iter(found.values())))
    if QUICK in orders and orders - {QUICK, CLAIRVOYANT}:
        parts.append(summary(list(found.values())))
    if predicted:
        parts.append(calibration(predicted))
    return "\n\n".join(parts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.learning", description=__doc__)
    add = parser.add_argument
    add("--learners", type=_number(int), default=LEARNERS, metavar="N", help="learners in each cell")
    add("--short", action="store_true", help=f"{SHORT} learners in each cell")
    add("--minutes", type=_several(_number(float)), default=MINUTES, metavar="M,M", help="minutes a day")
    add("--days", type=_several(_number(int)), default=DAYS, metavar="D,D", help="days until the day before the exam")
    add("--models", type=_several(_one_of(MODELS)), default=list(MODELS), metavar="NAME,NAME", help=", ".join(MODELS))
    add(
        "--learner-file",
        type=Path,
        metavar="FILE.py",
        help="a file with a class Learner(seed), with recall(fact, day) and meet(fact, day, *, recalled)",
    )
    add("--orders", type=_several(_one_of(ORDERS)), default=ORDERS, metavar="NAME,NAME", help=", ".join(ORDERS))
    add("--json", action="store_true", help="one object: order -> recalled, low, high")
    add("--seed", type=int, default=0, metavar="N", help="the first learner's seed")
    add("--workers", type=_number(int), default=0, metavar="N", help="processes; as many as there are cores")
    return parser


def _several(one: Callable[[str], object]) -> Callable[[str], list[object]]:
    """What stands between commas."""

    def read(text: str) -> list[object]:
        return [one(part.strip()) for part in text.split(",") if part.strip()]

    return read


def _one_of(names: Iterable[str]) -> Callable[[str], str]:
    """One of these names, in whatever case, with spaces or hyphens."""
    known = {name.lower(): name for name in names}

    def read(text: str) -> str:
        name = text.lower().replace(" ", "-")
        if name not in known:
            raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(known.values())}")
        return known[name]

    return read


def _number(kind: Callable[[str], float]) -> Callable[[str], float]:
    """A number above 0."""

    def read(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
        if number <= 0:
            raise argparse.ArgumentTypeError(f"{text} is not above 0")
        return number

    return read


if __name__ == "__main__":
    main()
