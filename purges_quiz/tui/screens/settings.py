"""The settings: each on a line, changed in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.preferences import Preferences
from purges_quiz.tui.widgets.drawn import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording import settings as words

EXAM = words.NAMES.index("exam")


class Values(Lines):
    """The settings, of which one is highlighted."""

    BINDINGS = bindings("Settings")

    def watch_highlighted(self) -> None:
        """Let the footer say what works on this line."""
        super().watch_highlighted()
        self.refresh_bindings()


class SettingsScreen(SafeScreen[None]):
    """Shows what is set; every change is made at once by `change`."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("Pages and lists")

    def __init__(self, preferences: Preferences, change: Callable[[str, object], None], today: date) -> None:
        super().__init__()
        self._preferences = preferences
        self._change = change
        self._today = today
        self._lines = Values(id="settings")
        self._field = Input(id="exam", placeholder=words.EXAM_EXPECTED, max_length=30, compact=True)
        self._error = Static(id="error", markup=False)

    def compose(self) -> ComposeResult:
        """The settings, the field for a date, what must be said."""
        yield Page(
            Static("Settings", classes="title", markup=False),
            self._lines,
            self._field,
            self._error,
            Static("\n".join(self._preferences.problems), id="problems", markup=False),
            Static(words.WHERE, classes="quiet", markup=False),
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Mark the first setting."""
        self._field.display = self._error.display = False
        self.query_one("#problems").display = bool(self._preferences.problems)
        self.watch(self.app, "theme", self.show, init=False)
        self.show()
        self._lines.focus()

    def show(self) -> None:
        """Paint the settings as they are."""
        rows = words.rows(self._preferences.settings, self._today)
        self._lines.show((_line(*row) for row in rows), highlighted=self._lines.highlighted or 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A date is typed, and keys do nothing else meanwhile."""
        if action == "change":
            return not self._field.has_focus and self._lines.highlighted != EXAM
        return super().check_action(action, parameters)

    def action_change(self, step: int) -> None:
        """Give the highlighted setting its next value, or the one before."""
        if self._lines.highlighted is not None:
            self._advance(self._lines.highlighted, step)

    def action_back(self) -> None:
        """Stop typing, or leave."""
        if self._field.has_focus:
            self._stop_typing()
        else:
            self.dismiss()

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Change a setting by Enter or a click."""
        if event.place != EXAM:  # which may no longer be the line that is highlighted
            self._advance(event.place, 1)
            return
        exam = self._preferences.settings.exam
        self._field.value = exam.isoformat() if exam else ""
        self._field.display = True
        self._field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the date that was typed, or say why not."""
        try:
            exam = words.date_of(event.value)
        except ValueError as error:
            self._show_error(str(error))
            return
        self._set("exam", exam)
        self._stop_typing()

    def _advance(self, place: int, step: int) -> None:
        name = words.NAMES[place]
        self._set(name, words.after(name, getattr(self._preferences.settings, name), step))

    def _set(self, name: str, value: object) -> None:
        self._change(name, value)
        self.show()

    def _stop_typing(self) -> None:
        self._show_error("")
        self._field.display = False
        self._lines.focus()

    def _show_error(self, error: str) -> None:
        self._error.update(Content(error))
        self._error.display = bool(error)


def _line(name: str, value: str, note: str) -> Hanging:
    lead = Content.assemble("  ", (name.ljust(words.NAMES_WIDTH), "bold"))
    return Hanging(lead, Content.assemble(value, (f"   {note}" if note else "", "$quiet")))
