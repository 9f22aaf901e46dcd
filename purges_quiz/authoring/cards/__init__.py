"""Flashcards read from the files of other programs."""

from purges_quiz.authoring.cards.card import Card, CardsError, CardSet, Unread
from purges_quiz.authoring.cards.formats import FORMATS, ReadOptions, read

__all__ = ["FORMATS", "Card", "CardSet", "CardsError", "ReadOptions", "Unread", "read"]
