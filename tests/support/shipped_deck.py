"""The deck that comes with the game, and what the game makes of it, made once for all tests."""

from __future__ import annotations

import shared_work

from purges_quiz.bank.bank import Bank
from purges_quiz.bank.leaks import Leaks
from purges_quiz.deck.model import Deck
from purges_quiz.grading import Grader
from purges_quiz.paths import questions_folder
from purges_quiz.session.clock import Clock
from purges_quiz.session.game import Game
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import read_deck

_DECK = read_deck(questions_folder())


def deck() -> Deck:
    """The shipped deck."""
    return _DECK


def questions() -> Bank:
    """Its bank."""
    return shared_work.bank_of(deck())


def grader() -> Grader:
    """Its grader."""
    return shared_work.grader_of(deck())


def leaks() -> Leaks:
    """Which of its facts give which away."""
    return shared_work.leaks_of(deck())


def game(store: AnswerStore, clock: Clock | None = None) -> Game:
    """A game of the shipped deck."""
    return Game(deck(), store, clock)
