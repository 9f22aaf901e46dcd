"""How far a player is in each deck."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import Shelved, same_id


class Standing(NamedTuple):
    """How far a player is in a deck; facts that are left out do not count."""

    deck: Shelved
    facts: int
    met: int
    """How many of them have been asked."""
    secure: int
    """How many were typed right on two days, with no miss since."""
    mistakes: int
    """How many mistakes are open."""
    same_id: Shelved | None = None
    """A deck before it that has the same id and other cards, so that this one cannot be played."""


def standings(decks: Iterable[Shelved], store: AnswerStore) -> list[Standing]:
    """How far the player is in each of these decks, by the answers of all."""
    before: list[Shelved] = []
    found = []
    for deck in decks:
        found.append(_standing(deck, store, same_id(deck.outline, deck.folder, before)))
        before.append(deck)
    return found


def _standing(deck: Shelved, store: AnswerStore, other: Shelved | None) -> Standing:
    own = store.of_deck(deck.outline)
    progress, left_out = own.progress(), own.left_out()
    asked = [key for key in deck.outline.facts if key not in left_out]
    states = [state for key in asked if (state := progress.facts.get(key))]
    secure, mistakes = sum(state.secure for state in states), sum(state.is_open for state in states)
    return Standing(deck, len(asked), len(states), secure, mistakes, other)
