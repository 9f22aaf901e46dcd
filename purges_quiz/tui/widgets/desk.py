"""Where a question is asked, answered and explained; it scrolls where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from textual.containers import VerticalScroll

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Fact
from purges_quiz.grading.verdict import Response
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.feedback import Feedback
from purges_quiz.tui.widgets.forms import Choices, Form, Typed
from purges_quiz.tui.widgets.matching import Matching
from purges_quiz.tui.widgets.ordering import Ordering
from purges_quiz.tui.widgets.prompt import Prompt

VERDICT = 2
"""Lines of feedback that say right or wrong, and how much of it."""


class Desk(VerticalScroll, inherit_bindings=False):
    """The question, a form for each way to answer, of which one is shown, and the feedback."""

    BINDINGS = bindings("Pages")

    def __init__(self, facts: Mapping[str, Fact], sides: Sequence[tuple[str, str]] = ()) -> None:
        """`facts` are those of the deck; `sides` are two things to be told apart, if the round is for that."""
        self.choices = Choices()
        self.typed = Typed()
        self._prompt = Prompt()
        self._ordering = Ordering()
        self._matching = Matching()
        self._feedback = Feedback(facts, sides)
        self._forms = self.choices, self.typed, self._ordering, self._matching
        super().__init__(self._prompt, *self._forms, self._feedback, id="desk", can_focus=False)

    @property
    def painted(self) -> bool:
        """Whether the question has been on the screen."""
        return self._prompt.painted

    @property
    def answering(self) -> str:
        """The keys that answer directly, such as "1-4"; empty where none does."""
        return self.choices.keys if self.choices.display else ""

    def ask(self, posed: PosedQuestion) -> None:
        """Show a question with its form, empty."""
        chosen = self.form(posed.question.kind)
        for form in self._forms:
            form.display = form is chosen
        self._prompt.ask(posed.question)
        chosen.ask(posed)
        chosen.take_focus()
        self._feedback.show(None)
        if self.scroll_y:
            self.scroll_home(animate=False)

    def reveal(self, attempt: Attempt, marks: str) -> None:
        """Say all there is to say of an answer; `marks` is what the player has said of its question."""
        self.form(attempt.posed.question.kind).reveal(attempt)
        self._feedback.show(attempt, marks)

    def say(self, text: str) -> None:
        """Say something while there is nothing to say of an answer."""
        self._feedback.say(text)

    def response(self, posed: PosedQuestion) -> Response | None:
        """What has been typed, marked or arranged so far."""
        return self.form(posed.question.kind).response

    def take_focus(self, posed: PosedQuestion) -> None:
        """Let the form of this question be where the keys go."""
        self.form(posed.question.kind).take_focus()

    def form(self, kind: Kind) -> Form:
        """Where questions of this kind are answered."""
        match kind:
            case Kind.MULTIPLE_CHOICE:
                return self.choices
            case Kind.ORDERING:
                return self._ordering
            case Kind.MATCHING:
                return self._matching
            case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
                return self.typed
            case _:
                assert_never(kind)

    def on_feedback_grown(self) -> None:
        """Scroll only where there is no room: until the feedback shows, or as much of it as half the page holds.

        Of a matching question, whose pairs are what is to be read, only the verdict.
        """
        room = self.scrollable_content_region.height
        shown = VERDICT if self._matching.display else min(self._feedback.height, room // 2)
        bottom = self._feedback.virtual_region.y + shown
        self.scroll_to(y=max(0, bottom - room), animate=False)
