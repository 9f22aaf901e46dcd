"""The two lines above a question: where the player stands in the round, and the countdown."""

from __future__ import annotations

from math import ceil

from textual.content import Content
from textual.reactive import reactive

from purges_quiz.round.state import Round
from purges_quiz.tui.widgets.page import OneLine
from purges_quiz.wording.figures import place
from purges_quiz.wording.glyphs import glyphs

HURRY = 5
"""Seconds at which the figures begin to stand out."""
FIGURES = 8
"""Cells kept for the figures, so that the bar never changes its length."""
Shape = tuple[str, str, str]
"""Mode, number of the question, points."""


class RoundLine(OneLine):
    """One line: on the left where in the round, on the right what has been earned."""

    _shapes: reactive[tuple[Shape, ...]] = reactive[tuple[Shape, ...]](())
    """What can be shown, the fullest first."""

    def show(self, current: Round, name: str, known: str = "") -> None:
        """Show a round as it stands, by its name; `known` says how the fact asked for is known."""
        mode, number, score = f"{name}   ", place(current, known), scored(current)
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


class Clock(OneLine):
    """Shows what is left of a limit; blank while there is none."""

    _time: tuple[float, float] | None = None
    """Seconds left, and the limit."""
    _shown: reactive[tuple[int, int] | None] = reactive[tuple[int, int] | None](None)
    """What was painted last: it is painted again only when that changes."""

    def show(self, remaining: float | None, limit: float | None) -> None:
        """Show so many seconds of the limit; either None: no clock runs."""
        self._time = (remaining, limit) if remaining is not None and limit else None
        self._shown = self._look()

    def _look(self) -> tuple[int, int] | None:
        """Half cells of the bar and whole seconds, in the room there is."""
        if self._time is None:
            return None
        remaining, limit = self._time
        return ceil(min(1.0, remaining / limit) * self._length * 2), ceil(remaining)

    @property
    def _length(self) -> int:
        return max(1, self.room - FIGURES)

    def line(self) -> Content:
        """The line."""
        look = self._look()
        if look is None:
            return Content.styled(glyphs().rest * self.room, "$faint")
        halves, seconds = look
        full, half = divmod(halves, 2)
        bar = glyphs().full * full + glyphs().half * half
        late = seconds <= HURRY
        return Content.assemble(
            (bar, "$wrong" if late else "$accent"),
            (glyphs().rest * (self._length - len(bar)), "$faint"),
            (in_figures(seconds).rjust(FIGURES), "bold $wrong" if late else "$foreground"),
        )


def in_figures(seconds: int) -> str:
    """Whole seconds as a clock shows them: 7 s, 1:05."""
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}"  # noqa: PLR2004 -- a minute
