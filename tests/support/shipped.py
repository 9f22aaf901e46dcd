"""The deck that comes with the game, and its bank, loaded once for all tests."""

from __future__ import annotations

from functools import cache

from purges_quiz.core import bank
from purges_quiz.core.facts import Deck
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck


@cache
def deck() -> Deck:
    """The shipped deck."""
    return read_deck(questions_folder())


@cache
def questions() -> bank.Bank:
    """Its bank."""
    return bank.build(deck())
