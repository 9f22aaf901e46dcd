"""The mistakes book: what went wrong and is not mended yet."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.widgets.feedback import card_sentences
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording.book import DONE, Entry, heading
from purges_quiz.wording.glyphs import marks

TOGETHER = 8
"""Entries in one widget: what is out of sight is not drawn, but each widget costs about as much as an entry."""


class MistakesScreen(SafeScreen[bool]):
    """Gives back whether the player wants to go over them now."""

    CSS_PATH = "mistakes.tcss"
    BINDINGS = bindings("Mistakes book", "Pages and lists")

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The entries, the latest miss first."""
        texts = [_entry(entry) for entry in self._entries] or [Content(line) for line in DONE]
        groups = [texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER)]
        yield Page(
            Static(heading(len(self._entries)), classes="title", markup=False),
            *(Static(Content("\n\n").join(group), classes="entries", markup=False) for group in groups),
        )
        yield KeyBar()
        yield MoreRoom()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to go over."""
        return bool(self._entries) if action == "play" else super().check_action(action, parameters)

    def action_play(self) -> None:
        """Go over them."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(False)


def _entry(entry: Entry) -> Content:
    return Content("\n").join(
        [
            Content.styled(entry.prompt, "bold"),
            Content.assemble((f"{marks().wrong} ", "bold $wrong"), entry.response),
            Content.assemble((f"{marks().right} ", "bold $right"), entry.answer),
            *card_sentences([entry.fact]),
            Content.styled(entry.history, "$quiet"),
        ]
    )
