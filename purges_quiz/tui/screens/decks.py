"""The decks: choose one, and see how far each is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from purges_quiz.session.standing import Standing
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.widgets.drawn import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording import decks as words


class DecksScreen(SafeScreen[None]):
    """Paints how far each deck is. It sends `Chosen` when the player wants another one."""

    CSS_PATH = "decks.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("Pages and lists")

    class Chosen(Message):
        """The player wants to play this deck."""

        def __init__(self, standing: Standing) -> None:
            super().__init__()
            self.standing = standing

    def __init__(self, standings: Sequence[Standing], played: str) -> None:
        """`played` is the id of the deck that is played now."""
        super().__init__()
        self._standings = standings
        ids = [each.deck.outline.id for each in standings]
        self._played = ids.index(played) if played in ids else None
        self._error = Static(id="error", markup=False)

    def compose(self) -> ComposeResult:
        """The decks, what keeps one from being played, and how to come by others."""
        lines = Lines(id="decks")
        yield Page(
            Static(words.HEADING, classes="title", markup=False),
            lines,
            self._error,
            Static(words.WHERE, classes="quiet", markup=False),
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Highlight the deck that is played."""
        self._error.display = False
        lines = self.query_one(Lines)
        titles = [words.title(each, self._standings) for each in self._standings]
        standings = enumerate(zip(self._standings, titles, strict=True))
        rows = (_line(each, title, played=place == self._played) for place, (each, title) in standings)
        lines.show(rows, highlighted=self._played or 0)
        lines.focus()

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Play that deck, unless it is the one that is played, or cannot be."""
        chosen = self._standings[event.place]
        if chosen.same_id:
            self.say(words.note(chosen))
        elif event.place == self._played:
            self.dismiss()
        else:
            self.post_message(self.Chosen(chosen))

    def say(self, problem: str) -> None:
        """Show why a deck cannot be played."""
        self._error.update(Content(problem))
        self._error.display = True


def _line(standing: Standing, title: str, *, played: bool) -> Hanging:
    """The title, and below it how far the player is."""
    said = ("\n" + words.note(standing), "$quiet")
    now = (f"   {words.PLAYED}", "$accent") if played else ""
    return Hanging(Content("  "), Content.assemble((title, "bold"), now, said))
