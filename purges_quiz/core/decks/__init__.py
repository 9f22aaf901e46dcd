"""From TOML to a `Deck`, or to every problem found, each with its place."""

from purges_quiz.core.decks.loading import load
from purges_quiz.core.decks.problems import DeckError, Problem

__all__ = ["DeckError", "Problem", "load"]
