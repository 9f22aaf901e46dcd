"""What the player answers with. All forms are used alike; here are the field and the options."""

from __future__ import annotations

from string import digits
from typing import Protocol

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from purges_quiz.grading.verdict import Choice, Response
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.terminal.private import CursorInput
from purges_quiz.tui.widgets.drawn import Hanging
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.answers import LONGEST_ANSWER, TOO_LONG, letters_only, one_line, wanted
from purges_quiz.wording.glyphs import glyphs


class Answered(Message):
    """The player has answered a question, which may be on the screen no longer."""

    def __init__(self, posed: PosedQuestion, response: Response, *, by_enter: bool = True) -> None:
        super().__init__()
        self.posed = posed
        self.response = response
        self.by_enter = by_enter
        """Whether the key that answered would, pressed twice, go on to the next question."""


class Form(Protocol):
    """One way to answer. It sends `Answered` to its screen."""

    display: bool

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does something now, "submit" being to answer."""
        ...

    @property
    def response(self) -> Response | None:
        """What would be the answer if the time were up now; None: nothing."""
        ...

    def ask(self, posed: PosedQuestion) -> None:
        """Begin anew with this question."""
        ...

    def reveal(self, attempt: Attempt) -> None:
        """Show what was right, in the same places, and take no more answers."""
        ...

    def take_focus(self) -> None:
        """Be where the keys go."""
        ...


class Typed(CursorInput):
    """A typed answer, on one line. Letters and digits are never commands here."""

    BINDINGS = bindings("Giving an answer")

    def __init__(self) -> None:
        super().__init__(id="typed", max_length=LONGEST_ANSWER, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self._was_blank = True
        self._posed: PosedQuestion | None = None
        self._handed_in = False
        """Whether Enter was pressed, so that keys which came with it are not part of the answer."""
        self._judged = False
        """Whether the answer has been judged: the keys are the feedback's then, though the focus stays here.

        To move the focus, or to disable what has it, makes Textual style and paint the whole screen anew.
        """

    @property
    def response(self) -> str:
        """What stands in the field."""
        return self.value

    def ask(self, posed: PosedQuestion) -> None:
        """Empty the field and say what it wants."""
        self._posed = posed
        self.value = ""
        self.placeholder = wanted(posed.question)
        self._judge(False)

    def reveal(self, attempt: Attempt) -> None:
        """Leave what was typed where it stands."""
        if not attempt.text:
            self.placeholder = "nothing typed"
        self._judge(True)

    def take_focus(self) -> None:
        """Be where the keys go."""
        if not self.has_focus:
            self.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter works once something is typed, so that Enter pressed too often answers nothing."""
        if self._judged:
            return False
        return bool(self.value.strip()) if action == "submit" else super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are typed, until the answer has been judged."""
        return not self._judged and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Answer by Enter at once, not when the key has gone through the app; type nothing after it.

        Otherwise keys that come together with Enter, on a slow line, would be part of the answer.
        """
        if self._judged or self._handed_in:
            event.prevent_default()
        elif event.key == "enter" and self.value.strip():
            event.stop()
            event.prevent_default()
            self._hand_in()

    def go_on(self) -> None:
        """Take keys again: the answer was not taken."""
        self._handed_in = False

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted on one line, as much of it as there is room for, and say so if that is not all."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        text, room = one_line(event.text), LONGEST_ANSWER - len(self.value) + end - start
        if text and room > 0 and not (self._judged or self._handed_in):
            self.replace(text[:room], start, end)
            if len(text) > room:
                self.notify(TOO_LONG, severity="warning", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the footer say whether Enter works now."""
        event.stop()
        if (blank := not event.value.strip()) != self._was_blank:
            self._was_blank = blank
            self.refresh_bindings()

    def _judge(self, judged: bool) -> None:  # noqa: FBT001 -- the state itself
        self._judged = judged
        self._handed_in = False
        self.show_cursor(not judged)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer by another key, or from the footer."""
        event.stop()
        self._hand_in()

    def _hand_in(self) -> None:
        if self._posed is not None and not self._handed_in:
            self._handed_in = True
            self.screen.post_message(Answered(self._posed, self.value))


class Choices(Lines):
    """Options to choose from. None is highlighted at first, so that Enter pressed too often chooses nothing."""

    BINDINGS = bindings("Giving an answer")

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._posed: PosedQuestion | None = None
        self._labels: list[str] = []
        """The keys beside the options."""

    @property
    def response(self) -> None:
        """Nothing: an option that is merely highlighted is no answer."""
        return

    def ask(self, posed: PosedQuestion) -> None:
        """Show the options in the order in which they are posed."""
        self._posed, self._labels = posed, self._keys(posed)
        texts = (posed.question.options[option].text for option in posed.arrangement)
        self.show(_line(key, text) for key, text in zip(self._labels, texts, strict=True))

    def choose(self, place: int, *, by_enter: bool = False) -> None:
        """Answer with the option at this place of the screen."""
        if self._posed is not None and place < len(self._posed.arrangement):
            choice = Choice(self._posed.arrangement[place])
            self.screen.post_message(Answered(self._posed, choice, by_enter=by_enter))

    def reveal(self, attempt: Attempt) -> None:
        """Show which option is right, and which was chosen if it is another."""
        chosen = attempt.response.option if isinstance(attempt.response, Choice) else None
        lines: list[Hanging] = []
        for key, number in zip(self._keys(attempt.posed), attempt.posed.arrangement, strict=True):
            option = attempt.posed.question.options[number]
            sign, style = (glyphs().right, "bold $right") if option.correct else (glyphs().wrong, "bold $wrong")
            known = option.correct or number == chosen
            lines.append(_line(key, option.text, sign if known else " ", style if known else "$quiet"))
        self.show(lines, inert=True)

    @property
    def keys(self) -> str:
        """The first and the last key that answer now: "1-4"; empty where none does."""
        if not self._labels or self.inert:
            return ""
        return f"{self._labels[0].split()[0]}-{self._labels[-1].split()[0]}"

    def refuses(self, character: str) -> bool:
        """Whether a character is a digit that would choose an option, where digits could be meant for what is there."""
        return self._posed is not None and not self.inert and letters_only(self._posed.question) and character.isdigit()

    def _keys(self, posed: PosedQuestion) -> list[str]:
        without = digits if letters_only(posed.question) else ""
        return labels(self, "play.option", len(posed.arrangement), without)

    def take_focus(self) -> None:
        """Be where the keys go."""
        if not self.has_focus:
            self.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter chooses only what is highlighted."""
        return self.highlighted is not None if action == "submit" else super().check_action(action, parameters)

    def watch_highlighted(self) -> None:
        """Let the footer say that Enter works now."""
        super().watch_highlighted()
        self.refresh_bindings()

    def action_submit(self) -> None:
        """Choose the option that is highlighted."""
        self.action_select()

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Answer by Enter or a click."""
        event.stop()
        self.choose(event.place, by_enter=True)


def _line(key: str, text: str, sign: str = " ", style: str = "$foreground") -> Hanging:
    lead = Content.assemble((sign, style), " ", (key, "$accent"), "  ")
    return Hanging(lead, Content.styled(text, style))
