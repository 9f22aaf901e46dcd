"""What is said after an answer, below it, where there was room before."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from purges_quiz.core.facts import Fact
from purges_quiz.core.question import Kind
from purges_quiz.core.round import Given
from purges_quiz.tui import telling
from purges_quiz.wording import answers


class Row(HorizontalGroup):
    """A word that says what follows, and a text that wraps beside it."""

    def __init__(self, label: str) -> None:
        super().__init__(classes="row")
        self._label = label
        self._text = Static(classes="text", markup=False)

    def compose(self) -> ComposeResult:
        """The word and the text."""
        yield Static(self._label, classes="label", markup=False)
        yield self._text

    def show(self, text: Content) -> None:
        """Show a text, or nothing at all for an empty one."""
        self._text.update(text)
        self.display = bool(text)


class Verdict(Static, can_focus=True):
    """Where the keys go during feedback. Focusing the whole page instead would style all of it anew, which is slow."""


class Feedback(VerticalGroup):
    """Verdict, what the answer really was, the right answer, the card's sentence, the note."""

    class Grown(Message):
        """The feedback has come, and its place is known."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        super().__init__(id="feedback")
        self._facts = facts
        self._verdict = Verdict(id="verdict", markup=False)
        self._message = Static(id="message", markup=False)
        self._answer = Row("Answer")
        self._source = Row("Card")
        self._note = Row("Note")

    def compose(self) -> ComposeResult:
        """The verdict, then a row for each thing to say."""
        yield self._verdict
        yield self._message
        yield self._answer
        yield self._source
        yield self._note

    def show(self, given: Given | None) -> None:
        """Say all there is to say of an answer; None: nothing yet."""
        self.display = given is not None
        if given is None:
            return
        self._verdict.update(telling.verdict(given))
        said = answers.message(given)
        self._message.update(Content(said))
        self._message.display = bool(said)
        question = given.ask.question
        # The pairs themselves show what belongs together; a long line that repeats them would hide the rest.
        self._answer.show(Content() if question.kind is Kind.MATCHING else telling.answer(given))
        self._source.show(Content("\n").join(telling.source(fact) for fact in self._told(given)))
        self._note.show(Content(question.note or ""))

    def take_focus(self) -> None:
        """Be where the keys go."""
        self._verdict.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """Tell that there is more to see than before."""
        if self.display:
            self.post_message(self.Grown())

    def _told(self, given: Given) -> list[Fact]:
        """The facts whose sentences are shown: of several facts only those that were missed."""
        keys = given.ask.question.facts
        return [self._facts[key] for key in (keys if len(keys) == 1 else given.missed) if key in self._facts]
