"""From TOML to a `Deck`, or to every problem found, each with its place."""

from purges_quiz.deck.loading import load
from purges_quiz.deck.problems import DeckError, Problem

__all__ = ["DeckError", "Problem", "load"]
