"""The cards to choose from: to read one, or to play a round on one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.deck.model import Card
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page
from purges_quiz.wording.figures import counted


class CardListScreen(Topmost[int | None]):
    """Gives back the place of the card chosen; None: none."""

    CSS_PATH = "card_list.tcss"
    BINDINGS = bindings("Pages and lists")

    def __init__(self, cards: Sequence[tuple[Card, float]], heading: str, marked: int = 0) -> None:
        """`cards` are shown with their predicted recall."""
        super().__init__()
        self._cards = cards
        self._heading = heading
        self._marked = marked

    def compose(self) -> ComposeResult:
        """The titles, numbered as in the deck."""
        lines = Lines(id="cards")
        yield Page(Static(self._heading, classes="title", markup=False), lines, takes_focus=False)
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Mark a card."""
        lines = self.query_one(Lines)
        rows = (_line(number, *card) for number, card in enumerate(self._cards, start=1))
        lines.show(rows, marked=self._marked)
        lines.focus()

    def on_lines_taken(self, event: Lines.Taken) -> None:
        """Choose a card."""
        self.dismiss(event.place)

    def action_back(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _line(number: int, card: Card, recall: float) -> Hanging:
    facts = counted(len(card.facts), "fact") + (f", recall {recall:.0%}" if recall else "")
    lead = Content.assemble("  ", (f"{number:>2}", "$accent"), "  ")
    return Hanging(lead, Content.assemble(card.title, (f"   {facts}", "$quiet")))
