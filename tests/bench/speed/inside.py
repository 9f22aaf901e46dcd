"""What the engine takes, measured by the interpreter that has the game installed. Prints JSON, in seconds."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from purges_quiz.deck.question import Question
from purges_quiz.progress import views
from purges_quiz.round.modes import Mode
from purges_quiz.session.game import Game
from purges_quiz.session.options import RoundOptions
from purges_quiz.session.playing import ANY_TEXT
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import find_deck

SAMPLE = 200
PICKED = 20
"""Rounds that are picked."""
TYPED = ("1937", "Nikolai Yezhov", "they were arrested and shot for plotting against Stalin")
BOOK = "Yezhov or Yagoda, 1,108 of 1,996 in August 1936. " * 2050
"""More than 100,000 characters."""
LARGE = 1000
"""Facts of a deck of which the whole bank and the whole graph of leaks are no matter of a moment."""

Seconds = dict[str, float]


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Add the seconds that the block takes."""
    begun = time.perf_counter()
    yield
    into.append(time.perf_counter() - begun)


def once(act: Callable[[], object]) -> float:
    """Seconds of one call."""
    took: list[float] = []
    with timed(took):
        act()
    return took[0]


def main(folder: Path, answers: Path) -> None:
    """Measure a deck and a store."""
    gc.disable()
    game = Game(find_deck(folder), AnswerStore.open(answers.with_name("none.sqlite3")))
    found = {"read": once(game.read), "facts": len(game.deck.facts)}
    found |= preparing(game)
    keys = Random(1).sample(list(game.deck.facts), min(SAMPLE, len(game.deck.facts)))
    found |= making(game, keys)
    found |= grading(game, [it for key in keys for it in game.bank.of_fact(key) if it.typed][:SAMPLE])
    found |= beginning(game)
    if len(game.deck.facts) < LARGE:
        found |= whole(game)
    with closing(AnswerStore.open(answers)) as store:
        found["progress"] = once(lambda: progress(game, store))
        found |= picking(Game(game.deck, store))
    print(json.dumps(found))  # noqa: T201 -- what it is for


def preparing(game: Game) -> Seconds:
    """What is done while Home is looked at, the grader first; then no collection of garbage looks at the deck again."""

    def load() -> None:
        _ = game.grader

    grader = once(load)
    pieces: list[float] = []
    steps = game.preparing()
    ended = False
    while not ended:
        with timed(pieces):
            ended = next(steps, StopIteration) is StopIteration
    with timed(pieces):
        gc.collect()
        gc.freeze()
        gc.enable()
    return {"grader": grader, "prepared": sum(pieces), "piece": max(pieces)}


def making(game: Game, keys: list[str]) -> Seconds:
    """Every question of some facts, the time of a fact shared out among its questions."""
    took: list[float] = []
    for key in keys:
        with timed(took):
            questions = game.bank.of_fact(key)
        took[-1] /= max(1, len(questions))
    return {"question": median(took), "question_worst": max(took)}


def grading(game: Game, questions: list[Question]) -> Seconds:
    """Right and wrong answers to some typed questions, and a whole book.

    Before an answer can have been typed the game has made ready what judges it.
    """
    ready: list[float] = []
    first: list[float] = []
    again: list[float] = []
    for took in (first, again):
        for question in questions:
            if took is first:
                with timed(ready):
                    game.grade(question, ANY_TEXT)
            for text in (question.answer, *TYPED):
                with timed(took):
                    game.grade(question, text)
    books = [once(partial(game.grade, question, BOOK)) for question in questions]
    return {
        "ready": median(ready),
        "ready_worst": max(ready),
        "grade": median(again),
        "grade_worst": max(first),
        "book_worst": max(books),
    }


def beginning(game: Game) -> Seconds:
    """Rounds of a player who has answered nothing yet, until their first question is asked."""
    return {mode: once(partial(game.begin, RoundOptions(mode, seed=1))) for mode in (Mode.QUICK, Mode.FULL)}


def picking(game: Game) -> Seconds:
    """The questions of a quick round of a player with answers, once all is prepared as while Home is looked at.

    Each round is another one, so that most of its questions have to be made.
    """
    from purges_quiz import selection

    for _ in game.preparing():
        pass
    took: list[float] = []
    for seed in range(PICKED):
        with timed(took):
            selection.quick(game.context(RoundOptions()), Random(seed), 10)
    return {"pick": median(took), "pick_worst": max(took)}


def whole(game: Game) -> Seconds:
    """Every question, and which gives which away."""
    from purges_quiz import bank
    from purges_quiz.bank import leaks

    fresh = bank.build(game.deck)
    return {"bank": once(lambda: fresh.questions), "leaks": once(lambda: leaks.graph(fresh))}


def progress(game: Game, store: AnswerStore) -> None:
    """All that the screen shows."""
    told, today = store.progress(), date.today()  # noqa: DTZ011 -- any day will do
    _ = told.mistakes
    views.recall_by_card(told, game.deck, today)
    views.recalled_then(told, game.deck, today)
    views.forecast(told, game.deck, today, 14)
    views.calibration(told)
    views.hardest(told)
    views.slowest(told)
    views.confusion_pairs(told, game.deck)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
