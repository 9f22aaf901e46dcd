"""The deck that comes with the game, and what the game makes of it, made once for all tests."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from purges_quiz import bank
from purges_quiz.bank.leaks import Leaks
from purges_quiz.deck.model import Deck
from purges_quiz.grading import Grader
from purges_quiz.language import general_language
from purges_quiz.paths import questions_folder
from purges_quiz.session.clock import Clock
from purges_quiz.session.game import Game
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import read_deck

Played = TypeVar("Played", bound=Game)


@cache
def deck() -> Deck:
    """The shipped deck."""
    return read_deck(questions_folder())


@cache
def questions() -> bank.Bank:
    """Its bank."""
    return bank.build(deck())


@cache
def grader() -> Grader:
    """Its grader."""
    return Grader(deck(), general_language())


@cache
def leaks() -> Leaks:
    """Which of its facts give which away."""
    return Leaks(deck())


def sharing(game: Played) -> Played:
    """A game of the shipped deck, with what was made of the deck for other tests."""
    game.bank, game.grader, game.leaks = questions(), grader(), leaks()
    return game


def game(store: AnswerStore, clock: Clock | None = None) -> Game:
    """A game of the shipped deck."""
    return sharing(Game(deck(), store, clock))
