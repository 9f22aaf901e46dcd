"""What is said after an answer, below it, where there was room before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from textual.content import Content
from textual.message import Message

from purges_quiz.deck.model import Fact
from purges_quiz.deck.question import Kind
from purges_quiz.round import Attempt
from purges_quiz.tui import telling
from purges_quiz.tui.widgets.drawn import Draw, Drawn, nothing
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.wording import answers

LABELS_WIDTH = 9
INDENT = "  "


class Feedback(Drawn):
    """Verdict, what the answer really was, the right answer, the card's sentence, the note.

    It has all the room that the question leaves.
    """

    class Grown(Message):
        """There is more to see than there was room for."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        super().__init__(id="feedback")
        self._facts = facts

    def show(self, given: Attempt | None) -> None:
        """Say all there is to say of an answer; None: nothing yet."""
        self.draw(nothing if given is None else partial(self._told, given))
        self._make_room()

    def draw(self, draw: Draw) -> None:
        """Show something else; the room is there already, or is made."""
        self._draw, self._drawn = draw, None
        self.refresh()

    def on_resize(self) -> None:
        """Fit the new width, and tell that there is more to see than before."""
        self._make_room()
        if self.height:
            self.post_message(self.Grown())

    @property
    def height(self) -> int:
        """The lines that are shown."""
        return len(self.lines(self.content_size.width))

    def _make_room(self) -> None:
        """Ask for more than the question leaves where that is too little."""
        if not self.height or self.height > self.content_size.height:
            self.styles.min_height = self.height

    def _told(self, given: Attempt, width: int) -> list[Content]:
        verdict = telling.verdict(given).wrap(width)
        said = Hanging(Content(INDENT), Content(answers.message(given))).lines(width) if answers.message(given) else []
        return [*verdict, *said, *(line for row in self._rows(given) for line in row.lines(width))]

    def _rows(self, given: Attempt) -> Iterator[Hanging]:
        question = given.posed.question
        # What stands above in its right order, or beside its partner, need not be said again below.
        shown = question.kind is Kind.MATCHING or (question.kind is Kind.ORDERING and given.right)
        if not shown:
            yield _row("Answer", telling.answer(given))
        sources = telling.sources(self._facts_of(given))
        if sources:
            yield _row("Card", Content("\n").join(sources))
        if question.note:
            yield _row("Note", Content(question.note))

    def _facts_of(self, given: Attempt) -> list[Fact]:
        """The facts whose sentences are shown: of several facts only those that were missed."""
        keys = given.posed.question.facts
        return [self._facts[key] for key in (keys if len(keys) == 1 else given.missed) if key in self._facts]


def _row(label: str, text: Content) -> Hanging:
    return Hanging(Content.styled(INDENT + label.ljust(LABELS_WIDTH), "$quiet"), text)
