"""The countdown: a bar and the seconds in figures."""

from __future__ import annotations

from math import ceil

from textual.content import Content
from textual.reactive import reactive

from purges_quiz.tui.widgets.one_line import OneLine
from purges_quiz.wording.glyphs import marks

HURRY = 5
"""Seconds at which the figures begin to stand out."""
FIGURES = 8
"""Cells kept for the figures, so that the bar never changes its length."""


class Clock(OneLine):
    """Shows what is left of a limit; blank while there is none."""

    _time: tuple[float, float] | None = None
    """Seconds left, and the limit."""
    _seen: reactive[tuple[int, int] | None] = reactive[tuple[int, int] | None](None)
    """How it looked last: it is painted again only when it looks different."""

    def show(self, remaining: float | None, limit: float | None) -> None:
        """Show so many seconds of the limit; either None: no clock runs."""
        self._time = (remaining, limit) if remaining is not None and limit else None
        self._seen = self._look()

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
            return Content.styled(marks().rest * self.room, "$faint")
        halves, seconds = look
        full, half = divmod(halves, 2)
        bar = marks().full * full + marks().half * half
        late = seconds <= HURRY
        return Content.assemble(
            (bar, "$wrong" if late else "$accent"),
            (marks().rest * (self._length - len(bar)), "$faint"),
            (in_figures(seconds).rjust(FIGURES), "bold $wrong" if late else "$foreground"),
        )


def in_figures(seconds: int) -> str:
    """Whole seconds as a clock shows them: 7 s, 1:05."""
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}"  # noqa: PLR2004 -- a minute
