"""Where the player stands in the round: mode and number of the question, score and streak."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class RoundLine(Widget):
    """One line: on the left where in the round, on the right what has been earned."""

    ALLOW_SELECT = False

    _sides: reactive[tuple[str, str, str]] = reactive(("", "", ""))

    def show(self, mode: str, place: str, earned: str) -> None:
        """Show the name of the mode, the place in the round ("3 of 10") and what was earned."""
        self._sides = mode, place, earned

    def render(self) -> RenderResult:
        """The line, its right side at the right margin."""
        mode, place, earned = self._sides
        gap = max(1, self.content_size.width - len(mode) - 3 - len(place) - len(earned))
        return Content.assemble((mode, "bold"), "   ", (place, "$quiet"), " " * gap, earned)
