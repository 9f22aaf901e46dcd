"""Questions of a deck as files for other programs, and as a paper; only `export` and `e` on a screen load it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from purges_quiz.deck.model import Deck
from purges_quiz.export import paper, programs
from purges_quiz.export.items import Item, items

__all__ = ["FORMATS", "Item", "items"]

FORMATS: Mapping[str, Callable[[Sequence[Item], Deck], str]] = MappingProxyType(
    {
        "anki": programs.anki,
        "csv": programs.spreadsheet,
        "quizlet": programs.quizlet,
        "gift": programs.gift,
        "html": paper.page,
    }
)
"""Under each name by which a format is asked for, what makes the whole text of a file from the items of a deck."""
