"""The field for a typed answer."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from purges_quiz.round import Attempt, PosedQuestion
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.form import Answered
from purges_quiz.wording.answers import wanted

LONGEST = 1000
"""Characters that the field takes: more than any answer needs."""


class Typed(Input):
    """A typed answer, on one line. Letters and digits are never commands here."""

    BINDINGS = bindings("Giving an answer")

    def __init__(self) -> None:
        super().__init__(id="typed", max_length=LONGEST, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self._was_blank = True
        self._ask: PosedQuestion | None = None
        self._judged = False
        """Whether the answer has been given: the keys are the feedback's then, though the focus stays here.

        To move the focus, or to disable what has it, makes Textual style and paint the whole screen anew.
        """

    @property
    def response(self) -> str:
        """What stands in the field."""
        return self.value

    def ask(self, ask: PosedQuestion) -> None:
        """Empty the field and say what it wants."""
        self._ask = ask
        self.value = ""
        self.placeholder = wanted(ask.question)
        self._judge(False)

    def reveal(self, given: Attempt) -> None:
        """Leave what was typed where it stands."""
        if not given.text:
            self.placeholder = "nothing typed"
        self._judge(True)

    def take_focus(self) -> None:
        """Be where the keys go."""
        self.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter works once something is typed, so that Enter pressed too often answers nothing."""
        if self._judged:
            return False
        return bool(self.value.strip()) if action == "submit" else super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are typed, until the answer has been given."""
        return not self._judged and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Type nothing more then."""
        if self._judged:
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted on one line, as much of it as there is room for, and say so if that is not all."""
        event.prevent_default()
        event.stop()
        words = "".join(letter if letter.isprintable() else " " for letter in event.text).split()
        start, end = sorted(self.selection)
        text, room = " ".join(words), LONGEST - len(self.value) + end - start
        if text and room > 0 and not self._judged:
            self.replace(text[:room], start, end)
            if len(text) > room:
                self.notify(f"Too long: the first {LONGEST:,} characters were taken.", severity="warning", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the footer say whether Enter works now."""
        event.stop()
        if (blank := not event.value.strip()) != self._was_blank:
            self._was_blank = blank
            self.refresh_bindings()

    def _judge(self, judged: bool) -> None:  # noqa: FBT001 -- the state itself
        self._judged = judged
        self._cursor_visible = not judged

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer by Enter."""
        event.stop()
        if self._ask is not None:
            self.post_message(Answered(self._ask, event.value))
