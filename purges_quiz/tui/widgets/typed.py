"""The field for a typed answer, with the cue above it where the question has one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Input, Static

from purges_quiz.core.round import Ask, Given
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.form import Answered
from purges_quiz.wording.answers import wanted

LONGEST = 1000
"""Characters that the field takes: more than any answer needs."""


class Field(Input):
    """One line to type on. Letters and digits are never commands here."""

    BINDINGS = bindings("Giving an answer")

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter works once something is typed, so that Enter pressed too often answers nothing."""
        return bool(self.value.strip()) if action == "submit" else super().check_action(action, parameters)


class Typed(VerticalGroup):
    """A typed answer: cue, field."""

    def __init__(self) -> None:
        super().__init__(id="typed")
        self._field = Field()
        self._cue = Static(id="cue", markup=False)
        self._was_blank = True
        self._ask: Ask | None = None

    def compose(self) -> ComposeResult:
        """The cue above the field."""
        yield self._cue
        yield self._field

    @property
    def response(self) -> str:
        """What stands in the field."""
        return self._field.value

    def ask(self, ask: Ask) -> None:
        """Empty the field and say what it wants."""
        self._ask = ask
        self._field.value = ""
        self._field.placeholder = wanted(ask.question)
        self._field.disabled = False
        self._cue.display = ask.question.cue is not None
        if ask.question.cue is not None:
            self._cue.update(Content.assemble(("Cue  ", "$quiet"), (ask.question.cue, "bold $accent")))

    def reveal(self, given: Given) -> None:
        """Leave what was typed where it stands."""
        self._field.disabled = True
        if not given.text:
            self._field.placeholder = "nothing typed"

    def take_focus(self) -> None:
        """Be where the keys go."""
        self._field.focus(scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the footer say whether Enter works now."""
        event.stop()
        if (blank := not event.value.strip()) != self._was_blank:
            self._was_blank = blank
            self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer by Enter."""
        event.stop()
        if self._ask is not None:
            self.post_message(Answered(self._ask, event.value))
