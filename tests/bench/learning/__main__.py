"""Does the game teach? `python -m tests.bench.learning [--learners N]`, from the root of the checkout.

Prints, as Markdown, how many facts made-up learners recall on the day of an exam, by the order in which they studied.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from purges_quiz import bank
from purges_quiz.bank import leaks
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck

from .orders import Leitner, Order, PlainFsrs, Quick, Shuffled
from .study import Material, recalled_at_exam
from .table import table

ORDERS: Mapping[str, Callable[[], Order]] = {
    "Quick rounds": Quick,
    "Plain FSRS": PlainFsrs,
    "Leitner boxes": Leitner,
    "Random order": Shuffled,
}


def main() -> None:
    """Let the learners study in every order, and print what comes of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.learning", description=__doc__)
    parser.add_argument("--learners", type=int, default=200, metavar="N", help="how many learners study")
    learners = parser.parse_args().learners
    questions = bank.build(read_deck(questions_folder()))
    material = Material(questions, leaks.graph(questions))
    recalled = {
        name: [recalled_at_exam(material, order(), seed) for seed in range(learners)] for name, order in ORDERS.items()
    }
    print(table(recalled, len(questions.deck.facts)))  # noqa: T201 -- what it is for


if __name__ == "__main__":
    main()
