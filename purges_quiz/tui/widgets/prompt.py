"""The question as it is asked, with its hint."""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from purges_quiz.deck.question import Question
from purges_quiz.tui.widgets.drawn import Drawn, Hanging
from purges_quiz.wording.glyphs import glyphs

LEAST = 2
"""Lines that are kept for every prompt, so that most questions do not move what is below them."""


class Prompt(Drawn):
    """The largest thing on the screen: a bar beside all its lines, and below it the hint where there is one."""

    painted = False
    """Whether the question has been on the screen."""

    def __init__(self) -> None:
        super().__init__(id="question")

    def ask(self, question: Question) -> None:
        """Ask another question."""
        self.painted = False
        self.draw(partial(_lines, question))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is being painted."""
        self.painted = True
        return super().render_lines(crop)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected of the question, without the bar beside it."""
        found = super().get_selection(selection)
        if found is None:
            return None
        text, ending = found
        return "\n".join(line.removeprefix(f"{glyphs().beside} ") for line in text.split("\n")), ending


def _lines(question: Question, width: int) -> list[Content]:
    bar = Content.styled(f"{glyphs().beside} ", "$accent")
    prompt = Content.styled(question.prompt, "bold").wrap(max(1, width - bar.cell_length))
    rows = [bar + row for row in prompt]
    rows += [Content()] * (LEAST - len(rows))
    hint = Hanging(Content.styled("  Hint  ", "$quiet"), Content.styled(question.hint or "", "bold $accent"))
    return rows + ([Content(), *hint.lines(width)] if question.hint else [])
