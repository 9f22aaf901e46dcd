"""The kinds and levels of questions, by the names under which answers are kept.

Apart from `question`, since progress and the store need no more of it, and with them the first screen.
"""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never


class Kind(StrEnum):
    """The form in which a fact is asked."""

    MULTIPLE_CHOICE = "multiple-choice"
    NUMBER_RECALL = "number-recall"
    DATE_RECALL = "date-recall"
    FREE_TEXT = "free-text"
    LIST_RECALL = "list-recall"
    ORDERING = "ordering"
    MATCHING = "matching"


class Level(StrEnum):
    """How far a question goes beyond one card."""

    RECALL = "recall"
    ACROSS = "across"
    """It asks what several facts have in common, how they differ, why, or what followed from what."""


ACROSS_CARD = "across"
"""What stands in the place of the card in the ids of questions across cards: "across/KEY:KIND:N"."""


def level_of(name: str) -> Level:
    """The level of the question of that id."""
    return Level.ACROSS if name.startswith(f"{ACROSS_CARD}/") else Level.RECALL


def is_typed(kind: Kind) -> bool:
    """Whether the player answers questions of a kind by typing."""
    match kind:
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return True
        case Kind.MULTIPLE_CHOICE | Kind.ORDERING | Kind.MATCHING:
            return False
        case _ as unknown:
            assert_never(unknown)


def asks_several(kind: Kind) -> bool:
    """Whether a question of a kind asks several facts at once."""
    match kind:
        case Kind.ORDERING | Kind.MATCHING:
            return True
        case Kind.MULTIPLE_CHOICE | Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return False
        case _ as unknown:
            assert_never(unknown)


TYPED = frozenset(filter(is_typed, Kind))
"""The kinds that the player answers by typing."""
