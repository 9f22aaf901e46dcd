"""Where the player stands in the round: mode and number of the question, score and streak."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from purges_quiz.core.round import Round
from purges_quiz.tui.widgets.one_line import OneLine
from purges_quiz.wording.figures import MODE_NAMES, place


class RoundLine(OneLine):
    """One line: on the left where in the round, on the right what has been earned."""

    _sides: reactive[tuple[str, str, str]] = reactive(("", "", ""))

    def show(self, current: Round) -> None:
        """Show a round as it stands."""
        self._sides = MODE_NAMES[current.mode], place(current), earned(current)

    def line(self) -> Content:
        """The line, its right side at the right margin."""
        mode, number, points = self._sides
        gap = max(1, self.room - len(mode) - 3 - len(number) - len(points))
        return Content.assemble((mode, "bold"), "   ", (number, "$quiet"), " " * gap, points)


def earned(current: Round) -> str:
    """Score and answer streak; nothing while an exam keeps them to itself."""
    if not current.tells:
        return ""
    return f"Score {current.score:,}   Streak {current.streak}"
