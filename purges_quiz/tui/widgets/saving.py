"""What a screen sends when the player wants to keep mistakes as files."""

from __future__ import annotations

from collections.abc import Collection

from textual.message import Message


class SaveWanted(Message):
    """The player wants the questions about these facts written into files."""

    def __init__(self, facts: Collection[str]) -> None:
        super().__init__()
        self.facts = facts
        """Their keys."""
