"""Where the player stands in the round: mode and number of the question, score and streak."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from purges_quiz.round import Round
from purges_quiz.tui.widgets.one_line import OneLine
from purges_quiz.wording.figures import MODE_NAMES, place

Shape = tuple[str, str, str]
"""Mode, number of the question, points."""


class RoundLine(OneLine):
    """One line: on the left where in the round, on the right what has been earned."""

    _shapes: reactive[tuple[Shape, ...]] = reactive[tuple[Shape, ...]](())
    """What can be shown, the fullest first."""

    def show(self, current: Round) -> None:
        """Show a round as it stands."""
        mode, number, score = f"{MODE_NAMES[current.mode]}   ", place(current), scored(current)
        self._shapes = (mode, number, earned(current)), (mode, number, score), ("", number, score)

    def line(self) -> Content:
        """As much as there is room for, its right side at the right margin."""
        if not self._shapes:
            return Content()
        fitting = (shape for shape in self._shapes if sum(map(len, shape)) < self.room)
        mode, number, points = next(fitting, self._shapes[-1])
        gap = max(1, self.room - len(mode) - len(number) - len(points))
        return Content.assemble((mode, "bold"), (number, "$quiet"), " " * gap, points)


def earned(current: Round) -> str:
    """Score and answer streak; nothing while an exam keeps them to itself."""
    return f"{scored(current)}   Streak {current.streak}" if current.reveals else ""


def scored(current: Round) -> str:
    """The score alone."""
    return f"Score {current.score:,}" if current.reveals else ""
