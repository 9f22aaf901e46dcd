"""Screens that open over another and return to it: the keys, the pause, the options with their reasons, the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from textual.app import ComposeResult, SystemCommand
from textual.command import SearchIcon
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from purges_quiz.grading.verdict import Choice
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.state import Round
from purges_quiz.tui.commands import COMMAND_BY_ID, COMMANDS, Command, bindings, keys_of, printed
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.terminal.private import SafePalette
from purges_quiz.tui.widgets.drawn import Draw, Drawn, Followed, Hanging, lines_of
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.tui.widgets.status import earned
from purges_quiz.wording import help as words
from purges_quiz.wording.figures import place
from purges_quiz.wording.glyphs import glyphs

KEYS_WIDTH = 18
"""Cells for the keys of a command, so that what the commands do is aligned."""
TERMS_WIDTH = 10
"""Cells for a term of the game, so that what it means is aligned."""
CONTINUE, END, LEAVE = "Continue", "End the round and keep what you answered", "Leave it; go on later"


class HelpScreen(SafeScreen[None]):
    """How the game works, the keys of the screen below, then every key by the place where it works."""

    CSS_PATH = "overlays.tcss"
    BINDINGS = bindings("Pages and lists")

    def __init__(self, here: Iterable[str]) -> None:
        """`here` are the ids of the commands that work on the screen below."""
        super().__init__()
        self._here = [COMMAND_BY_ID[command] for command in here]

    def compose(self) -> ComposeResult:
        """A line for each term, a heading for each place, a line for each command."""
        yield Page(
            Static(words.HEADING, classes="title", markup=False),
            Drawn(partial(lines_of, [_term(*each) for each in words.HOW_IT_WORKS])),
            Static(words.HERE, classes="title", markup=False),
            self._keys(self._here),
            Static(words.ALL, classes="title", markup=False),
            Static(words.OTHER_KEYS, classes="quiet", markup=False),
            *self._everything(),
        )
        yield KeyBar()
        yield MoreRoom()

    def _everything(self) -> Iterator[Widget]:
        for group, commands in COMMANDS.items():
            yield Static(group, classes="place", markup=False)
            yield self._keys(commands)

    def _keys(self, commands: Iterable[Command]) -> Drawn:
        keys = [("  ".join(keys_of(self, each.id)).ljust(KEYS_WIDTH - 1) + " ", each.about) for each in commands]
        return Drawn(partial(lines_of, [Hanging(Content.styled(key, "$accent"), Content(said)) for key, said in keys]))


class PauseScreen(SafeScreen[bool]):
    """Gives back whether the round is to end, or to be left where it can be gone on with."""

    CSS_PATH = "overlays.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("In a pause")

    def __init__(self, current: Round, name: str, *, resumable: bool = False) -> None:
        """`name` is that of the round."""
        super().__init__()
        self._round_name = name
        self._end = LEAVE if resumable else END
        self._round = current

    def compose(self) -> ComposeResult:
        """Where the round stands, and the two ways on."""
        where = f"{self._round_name}, {place(self._round)}\n{earned(self._round)}"
        lines = Lines(id="ways")
        yield Page(
            Static("Paused", classes="title", markup=False),
            Static(where, classes="quiet", markup=False),
            lines,
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Enter goes on."""
        lines = self.query_one(Lines)
        lines.show((Hanging(Content("  "), Content(way)) for way in (CONTINUE, self._end)), highlighted=0)
        lines.focus()

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Go one of the ways."""
        self.dismiss(event.place == 1)

    def action_back(self) -> None:
        """Go on with the round."""
        self.dismiss(False)

    def action_end(self) -> None:
        """End the round."""
        self.dismiss(True)


class ReasonsScreen(SafeScreen[None]):
    """The options in the order in which they were shown."""

    CSS_PATH = "overlays.tcss"
    BINDINGS = bindings("Reasons", "Pages and lists")

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self._attempt = attempt

    def compose(self) -> ComposeResult:
        """The question, then each option with its reason."""
        yield Page(
            Static(self._attempt.posed.question.prompt, classes="title", markup=False),
            *(Drawn(self._option(number), classes="option") for number in self._attempt.posed.arrangement),
        )
        yield KeyBar()
        yield MoreRoom()

    def _option(self, number: int) -> Draw:
        option = self._attempt.posed.question.options[number]
        chosen = self._attempt.response == Choice(number)
        sign = glyphs().right if option.correct else glyphs().wrong if chosen else glyphs().other
        style = "bold $right" if option.correct else "bold"
        yours = Content.styled(words.YOUR_ANSWER, "$quiet") if chosen else Content()
        text = Followed(Content.styled(f"{sign} ", style), Content.styled(option.text, style), yours)
        reason = Hanging(Content("  "), Content(option.reason))
        return partial(lines_of, (text, reason))


def _term(term: str, meaning: str) -> Hanging:
    return Hanging(Content.styled(term.ljust(TERMS_WIDTH), "bold"), Content(meaning))


LEFT_OUT = frozenset({"app.palette", *(command.id for place in ("Lists", "Pages") for command in COMMANDS[place])})
"""Moving about a list or a page needs no palette."""


class Palette(SafePalette, SafeScreen[None]):
    """The palette, with borders and a sign that the terminal can show. Closed twice it does nothing the second time."""

    CSS = """
    Palette #--input {
        border: $rule black 50%;
        &.--list-visible {
            border-bottom: none;
        }
    }
    Palette CommandList, Palette LoadingIndicator {
        border-bottom: $rule $faint;
    }
    Palette > Vertical {
        width: 100%;
        max-width: 90;
    }
    Palette #--input, Palette CommandList {
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-color: $faint;
        scrollbar-background: $surface;
    }
    Palette CommandList > .option-list--option-highlighted {
        background: $panel;
    }
    """

    def compose(self) -> ComposeResult:
        """As Textual has it, and what asks for more room."""
        yield from super().compose()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Have a sign before the field that the terminal can show."""
        self.query_one(SearchIcon).icon = glyphs().search


def offered(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Every command that works on the screen now, with its key."""
    listed = set(LEFT_OUT)
    for key, (node, binding, enabled, about) in screen.active_bindings.items():
        if enabled and binding.id and binding.id not in listed:
            listed.add(binding.id)
            yield SystemCommand(about, printed(key), partial(screen.app.run_action, binding.action, node))
