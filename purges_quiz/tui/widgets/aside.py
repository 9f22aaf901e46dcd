"""What stands beside a question where the screen is wide: the round so far, and after the answer its card."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from purges_quiz.round.state import Round
from purges_quiz.tui.widgets.drawn import Draw, Drawn
from purges_quiz.tui.widgets.feedback import sign
from purges_quiz.wording.known import Known


class Aside(Drawn):
    """As high as the screen, so that what it shows can change without a new layout."""

    def __init__(self, known: Known) -> None:
        super().__init__(id="aside")
        self._known = known

    def show(self, current: Round) -> None:
        """Show a round as it stands."""
        self.draw(partial(self._lines, current))

    def draw(self, draw: Draw) -> None:
        """Show something else; the room is there already."""
        self._draw, self._drawn = draw, None
        if self.display:
            self.refresh()

    def _lines(self, current: Round, width: int) -> list[Content]:
        """Nothing that is still to be judged: neither in an exam, nor a card, whose title may say the answer."""
        if not current.reveals:
            return []
        lines = [Content.styled("This round", "bold")]
        marks = [Content.styled(*sign(attempt.outcome)) for attempt in current.counted]
        lines += Content(" ").join(marks).wrap(width) if marks else [Content.styled("not begun", "$quiet")]
        if current.counted:
            lines.append(Content.styled(f"{current.right} of {len(current.counted)} right", "$quiet"))
        if current.shown is not None:
            title, *figures = self._known.of_card(current.shown.posed.question)
            lines += [Content(), Content.styled("Card", "bold"), *Content(title).wrap(width)]
            lines += [Content.styled(figure, "$quiet") for figure in figures]
        return lines
