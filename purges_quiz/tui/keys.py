"""The player's own keys: which of those in the settings file can be used, and what is wrong with the others.

Textual takes two commands on one key without a word, and one of them is then dead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import Keys
from textual.widgets import Input

from purges_quiz.tui.commands import COMMAND_BY_ID, COMMANDS, KEY_NAMES, Command, character_of, printed
from purges_quiz.tui.terminal.private import key_of
from purges_quiz.wording.glyphs import Glyphs

FIXED = ("ctrl+q", "ctrl+c", "escape", "enter")
"""Keys that stay with the commands that have them, and go to no others."""
TYPING = frozenset({"play.dont-know", *(command.id for command in COMMANDS["Everywhere"])})
"""The commands that must work where text is typed. Others that work there have a key that is fixed."""
_PAGE = frozenset({"Pages", "Pages and lists"})
_PLAYING = frozenset(
    {
        *("In a question", "Giving an answer", "After an answer", "After an answer, and in the results"),
        *("Lists", "Pages"),
    }
)
TOGETHER = (
    frozenset({"Home", "Lists", "Pages"}),
    _PLAYING | {"In an ordering question"},
    _PLAYING | {"In a matching question"},
    frozenset({"In a pause", "Lists", "Pages"}),
    frozenset({"Results", "After an answer, and in the results", "Pages"}),
    _PAGE | {"Reasons"},
    _PAGE | {"Cards"},
    _PAGE | {"Lists", "Settings"},
    _PAGE | {"Progress"},
    _PAGE | {"Lists", "Mistakes"},
)
"""The places, as in `COMMANDS`, whose keys meet on one screen. What works everywhere meets all of them."""

_PLACES = {command.id: place for place, commands in COMMANDS.items() for command in commands}
_EDITING = frozenset(binding.key for binding in Binding.make_bindings(Input.BINDINGS))
_SENT = frozenset(key.value for key in Keys if not re.search(r"<|ctrl-|ctrl\+(shift\+)?\d", key.value))
"""Every key but characters that a terminal can be counted on to send."""
_SAME = {
    "return": "enter",
    "ctrl+m": "enter",
    "ctrl+i": "tab",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that a terminal sends as others."""
_NICKNAMES = {
    **{shown.casefold(): name for name, shown in (*KEY_NAMES.items(), *Glyphs.arrows.items())},
    "del": "delete",
    "ins": "insert",
}
_MODIFIERS = ("alt", "ctrl", "shift")


@dataclass(frozen=True, slots=True)
class Rebound:
    """What becomes of the keys that a player wants."""

    keymap: Mapping[str, str]
    """For commands by their ids all keys that they have instead of the usual ones, as Textual's keymap wants them."""
    problems: tuple[str, ...]
    """A line for each command that keeps its usual keys though others are wanted, or that does not exist."""


def rebound(wanted: Mapping[str, str]) -> Rebound:
    """The keys that can be used of those that the file wants for commands, by their ids."""
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for name, written in wanted.items():
        try:
            chosen[name] = _chosen(name, written)
        except ValueError as problem:
            problems.append(f"keys: {problem}")
    while clash := _clash(chosen):
        late, other, key = clash
        del chosen[late]
        problems.append(f"keys: {late} and {other} would both have {printed(key)}; {_keeps(COMMAND_BY_ID[late])}")
    return Rebound({name: ",".join(keys) for name, keys in chosen.items()}, tuple(problems))


def read_key(written: str) -> str | None:
    """Textual's name of a key as a player writes it ("?", "Ctrl+U", "PgDn"); None if there is no such key."""
    written = written.strip()
    *modifiers, last = [written] if len(written) == 1 else written.split("+")
    modifiers = [part.strip().casefold() for part in modifiers]
    name = _NICKNAMES.get(last.casefold(), last if len(last) == 1 and not modifiers else last.casefold())
    if modifiers == ["shift"] and len(name) == 1:
        modifiers, name = [], name.upper()
    if character := character_of(name):
        name = key_of(character)
    key = "+".join([*sorted(modifiers, key=_MODIFIERS.index), name]) if set(modifiers) <= set(_MODIFIERS) else ""
    key = _SAME.get(key, key)
    usable = key in _SENT or character_of(key.removeprefix("alt+")) is not None
    return key if usable else None


def _is_text(key: str) -> bool:
    """Whether a field for text takes the key for itself: to type, or to edit. Alt does not keep a letter out of it."""
    return key in _EDITING or character_of(key.removeprefix("alt+")) is not None


def _usual(command: Command) -> tuple[str, ...]:
    return tuple(binding.key for binding in Binding.make_bindings([command.binding()]))


def _keeps(command: Command) -> str:
    return f"{command.id} keeps {' and '.join(map(printed, _usual(command)))}"


def _chosen(name: str, written: str) -> tuple[str, ...]:
    """All keys of a command, without a look at other commands.

    Raises ValueError, which says what is wrong.
    """
    if (command := COMMAND_BY_ID.get(name)) is None:
        close = get_close_matches(name, COMMAND_BY_ID, 1)
        raise ValueError(f"{name[:40]!r} is no command" + (f"; did you mean {close[0]}?" if close else ""))
    usual, keys = _usual(command), []
    for each in written.split(","):
        if (key := read_key(each)) is None:
            close = get_close_matches(each.strip().casefold(), _SENT, 1)
            hint = f" (did you mean {printed(close[0])}?)" if close else ""
            raise ValueError(f"{name}: {each.strip()[:40]!r} is no key that can be used{hint}; {_keeps(command)}")
        if key in FIXED and key not in usual:
            raise ValueError(f"{name} cannot have {printed(key)}, which stays where it is; {_keeps(command)}")
        keys.append(key)
    keys = list(dict.fromkeys([*(key for key in usual if key in FIXED and key not in keys), *keys]))
    if name in TYPING:
        keys.sort(key=_is_text)  # the first is shown
        dead = [printed(key) for key in keys if _is_text(key) and key not in FIXED]
        if dead and (command.priority or len(dead) == len(keys)):
            raise ValueError(f"{name} works where text is typed, which needs {' and '.join(dead)}; {_keeps(command)}")
    return tuple(keys)


def _clash(chosen: dict[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """A command with a key that another one has as well where both work, the other one, and the key; None: none.

    Of two that are both rebound it is the later.
    """
    keys = {name: chosen.get(name) or _usual(command) for name, command in COMMAND_BY_ID.items()}
    for name in reversed(chosen):
        usual = _usual(COMMAND_BY_ID[name])
        for key in chosen[name]:
            for other in COMMAND_BY_ID if key not in usual else ():
                if other != name and key in keys[other] and _meet(name, other):
                    return name, other, key
    return None


def _meet(one: str, other: str) -> bool:
    """Whether two commands work in the same place, and it matters: some are made to share a key, and take turns."""
    places = {_PLACES[one], _PLACES[other]}
    together = "Everywhere" in places or len(places) == 1 or any(places <= met for met in TOGETHER)
    return together and (_kind(one) == _kind(other) or not _shared(_kind(one)) & _shared(_kind(other)))


def _kind(name: str) -> str:
    """The command without its number."""
    return re.sub(r"-\d$", "", name)


def _shared(kind: str) -> set[str]:
    """The usual keys of all commands of a kind."""
    return {key for name, command in COMMAND_BY_ID.items() if _kind(name) == kind for key in _usual(command)}
