"""Every key of the game, in one table: bindings, footer, help page and palette are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, assert_never

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, key_to_character

from purges_quiz.round.modes import Mode
from purges_quiz.tui.terminal.private import SafeApp
from purges_quiz.wording.glyphs import glyphs


class Command(NamedTuple):
    """One thing that the player can do with a key."""

    id: str
    """Stable, "place.command"."""
    keys: str
    """The keys by Textual's names, joined by commas; where one cannot be used the next is shown."""
    action: str
    about: str
    """What it does, a sentence without its full stop, for help, palette and tooltip."""
    label: str = ""
    """What the footer says, once for two commands that share it; empty: the footer leaves it out.

    Which of them make room where the line is short, `tui.widgets.key_bar` says.
    """
    priority: bool = False
    """Whether it works even where letters are typed."""

    def binding(self) -> Binding:
        """The same as Textual wants it."""
        return Binding(
            self.keys,
            self.action,
            self.label or self.about,
            show=bool(self.label),
            priority=self.priority,
            tooltip=self.about,
            id=self.id,
        )


def _each(place: str, name: str, action: str, about: str, keys: tuple[str, ...]) -> Iterator[Command]:
    for number, pair in enumerate(keys, start=1):
        yield Command(f"{place}.{name}-{number}", pair, f"{action}({number - 1})", about.format(number))


def _about_starting(mode: Mode) -> str:
    match mode:
        case Mode.QUICK:
            return "Start a quick round"
        case Mode.SPRINT:
            return "Start a sprint"
        case Mode.FULL:
            return "Start a full round"
        case Mode.MISTAKES:
            return "Start a round of your mistakes"
        case Mode.CARD:
            return "Start a round on one card"
        case Mode.EXAM:
            return "Start an exam"
        case _:
            assert_never(mode)


_GROUPS: dict[str, tuple[Command, ...]] = {
    "Everywhere": (
        Command("app.help", "?,f1", "app.open('help')", "Show how the game works, and the keys", "Help"),
        Command("app.palette", "ctrl+p", "app.command_palette", "Find a command by its name"),
        Command("app.look", "f2", "app.next_theme", "Change the look: dark, light, high contrast, terminal colours"),
        Command("app.quit", "ctrl+q", "app.leave(0)", "Quit; everything answered is kept", "Quit", priority=True),
        Command(
            "app.interrupt", "ctrl+c", "app.copy_or_leave", "Copy what is selected; if nothing is, quit", priority=True
        ),
    ),
    "Lists": (
        Command("list.down", "down,j", "cursor_down", "Go down"),
        Command("list.up", "up,k", "cursor_up", "Go up"),
        Command("list.first", "home,g", "first", "Go to the first line"),
        Command("list.last", "end,G", "last", "Go to the last line"),
        Command("list.take", "enter", "select", "Choose the line that is marked", "Choose"),
    ),
    "Pages": (
        Command("page.down", "down,j", "scroll_down", "Scroll down"),
        Command("page.up", "up,k", "scroll_up", "Scroll up"),
        Command("page.next", "pagedown,space", "page_down", "Scroll a page down"),
        Command("page.previous", "pageup", "page_up", "Scroll a page up"),
        Command("page.top", "home,g", "scroll_home", "Scroll to the top"),
        Command("page.end", "end,G", "scroll_end", "Scroll to the end"),
    ),
    "Pages and lists": (Command("page.back", "escape", "back", "Go back", "Back"),),
    "Home": (
        Command("home.start", "enter", "start", "Start the kind of round that is marked", "Start"),
        *(
            Command(f"home.mode-{number}", str(number), f"start_at({number - 1})", _about_starting(mode))
            for number, mode in enumerate(Mode, start=1)
        ),
        Command("home.mistakes", "m", "app.open('mistakes')", "Look at your mistakes", "Mistakes"),
        Command("home.cards", "c", "app.open('cards')", "Read the cards", "Cards"),
        Command(
            "home.progress", "p", "app.open('progress')", "See what you know, day by day and card by card", "Progress"
        ),
        Command("home.decks", "d", "app.open('decks')", "Choose a deck, and see how far you are in each", "Decks"),
        Command("home.settings", "s", "app.open('settings')", "Change the settings", "Settings"),
        Command("home.clock", "t", "app.next_clock", "Choose when a clock runs"),
    ),
    "In a question": (
        *_each("play", "option", "choose", "Answer with option {}", ("1,a", "2,b", "3,c", "4,d")),
        Command("play.dont-know", "ctrl+g", "dont_know", "Say that you don't know, and see the answer", "Don't know"),
        Command("play.pause", "escape,p", "pause", "Pause: the clock stops and the question is hidden", "Pause"),
    ),
    "Giving an answer": (
        Command("answer.submit", "enter", "submit", "Answer with what is typed, marked or arranged", "Answer"),
    ),
    "In an ordering question": (
        Command("order.earlier", "shift+up,K", "move(-1)", "Move the marked line up", "Move"),
        Command("order.later", "shift+down,J", "move(1)", "Move the marked line down", "Move"),
        *_each("order", "next", "put_at", "Put the marked line at place {}", tuple("12345")),
    ),
    "In a matching question": (
        *_each("match", "right", "give", "Give the marked line partner {}", tuple("abcdef")),
        Command("match.clear", "backspace", "clear", "Take the marked line's partner away", "Clear"),
    ),
    "After an answer": (
        Command("shown.proceed", "enter,space", "proceed", "Go on", "Next"),
        Command("shown.reasons", "o", "reasons", "Read the reason for every option", "Reasons"),
        Command("shown.leave-out", "x", "leave_out", "Leave this fact out, or bring it back", "Leave out"),
        Command("shown.flag", "f", "flag", "Flag this question as a bad one, or remove the flag", "Flag"),
    ),
    "After an answer, and in the results": (
        Command("shown.undo", "u", "undo", "Take the last answer back, and answer again for practice", "Take back"),
        Command("shown.overrule", "y", "overrule", "Say that you were right", "I was right"),
    ),
    "Reasons": (Command("reasons.back", "o,enter", "back", "Go back to the answer"),),
    "In a pause": (
        Command("pause.continue", "escape,p", "back", "Go on with the round", "Continue"),
        Command("pause.end", "e", "end", "End the round and keep what was answered", "End it"),
    ),
    "Cards": (
        Command("card.play", "enter", "play", "Play a round on this card", "Play this card"),
        Command("card.previous", "left,h", "turn(-1)", "Turn to the card before", "Other card"),
        Command("card.next", "right,l", "turn(1)", "Turn to the next card", "Other card"),
        Command("card.hide", "f", "hide", "Hide the figures and names to test yourself, or show them", "Hide"),
        Command("card.mark", "tab", "mark(1)", "Mark the next fact", "Mark"),
        Command("card.unmark", "shift+tab", "mark(-1)", "Mark the fact before"),
        Command("card.leave-out", "x", "leave_out", "Leave the marked fact out, or bring it back", "Leave out"),
    ),
    "Settings": (
        Command("settings.more", "right,l", "screen.change(1)", "Change the setting that is marked", "Change"),
        Command("settings.less", "left,h", "screen.change(-1)", "Change it the other way"),
    ),
    "Progress": tuple(_each("progress", "drill", "drill", "Practise telling apart pair {}", tuple("12345"))),
    "Mistakes": (
        Command("mistakes.fold", "enter,space", "select", "Open or close the card that is marked", "Open"),
        Command("mistakes.play", "r", "screen.play", "Play a round of your mistakes", "Play them"),
        Command("mistakes.save", "e", "screen.save", "Save your mistakes as files to print or open", "Save"),
        Command("mistakes.search", "/", "screen.search", "Search your mistakes", "Search"),
    ),
    "Results": (
        Command("results.another", "n", "another", "Play another round of the same kind", "Another round"),
        Command("results.again", "r", "again", "Play just the mistakes again", "Mistakes again"),
        Command("results.save", "e", "save", "Save the mistakes as files to print or open", "Save them"),
        Command("results.next", "tab", "contest(1)", "Mark the next answer that can be contested", "Mark"),
        Command("results.previous", "shift+tab", "contest(-1)", "Mark the one before"),
        Command("results.home", "escape,h", "home", "Go to the home screen", "Home"),
    ),
}

COMMANDS: Mapping[str, tuple[Command, ...]] = MappingProxyType(_GROUPS)
"""The commands by the place where they work, in the order of the help page."""


COMMAND_BY_ID: Mapping[str, Command] = MappingProxyType(
    {command.id: command for commands in _GROUPS.values() for command in commands}
)


def bindings(*places: str) -> list[BindingType]:
    """The bindings of these places."""
    return [command.binding() for place in places for command in COMMANDS[place]]


KEY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "escape": "Esc",
        "pageup": "PgUp",
        "pagedown": "PgDn",
        "space": "Space",
    }
)
"""Keys that stand on a keyboard under another name than Textual's, arrows apart."""


def character_of(key: str) -> str | None:
    """The character that a key types, if it does; keys pressed together with Ctrl, Alt or Shift do not."""
    character = key if len(key) == 1 else key_to_character(REPLACED_KEYS.get(key, key))
    return character if character is not None and character.isprintable() else None


def printed(key: str) -> str:
    """A key as it stands on a keyboard: "ctrl+g" is Ctrl+G, "question_mark" is ?."""
    *modifiers, last = key.split("+")
    if last.startswith("upper_"):
        return last.removeprefix("upper_").upper()
    name = glyphs().arrows.get(last) or KEY_NAMES.get(last) or character_of(last) or last.title()
    return "+".join([*(part.title() for part in modifiers), name.upper() if modifiers and len(name) == 1 else name])


def keys_of(node: DOMNode, command: str) -> tuple[str, ...]:
    """The keys that a command has in the app now, the player's own or else those of the table, as they are printed."""
    chosen = node.app.keys_chosen(command) if isinstance(node.app, SafeApp) else None
    return tuple(map(printed, (chosen or COMMAND_BY_ID[command].keys).split(",")))


def labels(node: DOMNode, kind: str, count: int, without: str = "") -> list[str]:
    """What to print on so many things that the commands of a kind choose: their keys, all equally wide.

    Where there are more things than commands the rest is blank. Keys in `without` are left out where there are others.
    """
    commands = (f"{kind}-{number}" for number in range(1, count + 1))
    each = [keys_of(node, command) if command in COMMAND_BY_ID else () for command in commands]
    keys = [" ".join([key for key in some if key not in without] or some) for some in each]
    width = max(map(len, keys), default=0)
    return [each.ljust(width) for each in keys]
