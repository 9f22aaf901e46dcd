"""A player's days: rounds played through the session as the screens play them, each day a little better."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import assert_never

import chance
from full_screen import opened
from manual_clock import ManualClock

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.answers import AnswerStore


def player_of(days: int, folder: Path, watch: ManualClock) -> Game:
    """The game, in the folder of a test, of one who has played for so many days; the same one for all tests."""
    among_tests = folder.parents[1] if "PYTEST_XDIST_WORKER" in os.environ else folder.parent
    kept = among_tests / f"player-of-{days}-days.sqlite3"
    if not kept.exists():
        played = _answers_of(days, folder)
        played.rename(kept)  # at once, for another worker may look meanwhile
    shutil.copy(kept, folder / "answers.sqlite3")
    return opened(folder, watch)


def _answers_of(days: int, folder: Path) -> Path:
    path, watch = folder / "played.sqlite3", ManualClock()
    with chance.apart(f"{days} days"), closing(AnswerStore.open(path)) as store:
        play_days(shipped_deck.game(store, watch), watch, days)
    return path


def play_days(game: Game, watch: ManualClock, days: int) -> None:
    """One quick round a day, the last of them yesterday."""
    today = watch.local
    for number in range(days):
        watch.local = today - timedelta(days=days - number)
        play_round(game, watch, Random(number), right=0.6 + 0.3 * number / days)
    watch.local = today


def play_round(game: Game, watch: ManualClock, dice: Random, right: float) -> None:
    """A quick round in which so many of the answers are right; the others are another option, or nothing."""
    session = game.begin(RoundOptions(seed=dice.randrange(1000)))
    while (ask := session.round.asking) is not None:
        watch.seconds += dice.uniform(3, 12)
        knows = dice.random() < right
        response = _response(ask.question, knows=knows)
        if response is None:
            session.dont_know()
        else:
            session.answer(response)
        if session.round.shown is not None:
            session.proceed()


def _response(question: Question, *, knows: bool) -> Response | None:
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return Choice(next(n for n, option in enumerate(question.options) if option.correct is knows))
        case _ if not knows:
            return None
        case Kind.ORDERING:
            return Order(tuple(range(len(question.items))))
        case Kind.MATCHING:
            return Pairing(tuple(range(len(question.pairs))))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return question.answer
        case _ as unknown:
            assert_never(unknown)
