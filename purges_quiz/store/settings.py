"""The player's settings: a TOML file that is theirs to edit as well.

A value that does not fit is named and its default used; what the game does not know, comments
included, stays in the file as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from purges_quiz.deck.outline import SHIPPED

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

THEMES = ("dark", "light", "high-contrast", "ansi")
"""The looks by their names; their colours are in `tui.appearance`, which has the same ones in the same order."""
STRETCHES = (1.0, 1.25, 1.5, 2.0)
FEWEST, MOST = 5, 50
"""Questions of a quick round."""
LONGEST_DAY = 240
"""Minutes a day, at most."""

KEYS = "keys"
"""The table of the player's own keys."""
_KEYS_EXPECTED = 'keys such as "b" or "x,ctrl+u"'
_BOM = "\ufeff"
"""What some editors put before a text in UTF-8; TOML knows no such thing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the player has set, for all rounds."""

    theme: str = "dark"
    """One of `THEMES`."""
    clock: bool = True
    """Whether questions have a time limit."""
    stretch: float = 1.0
    """What time limits are multiplied by, one of `STRETCHES`."""
    animation: bool = True
    """Whether anything on the screen moves by itself."""
    exam: date | None = None
    """The day of the exam in the deck that comes with the game."""
    exams: Mapping[str, date] = field(default_factory=dict)
    """For other decks, by their ids, the day of the exam in each."""
    questions: int = 10
    """Questions of a quick round, from `FEWEST` to `MOST`; only rounds of the usual ten count for a personal best."""
    minutes: int | None = None
    """What the player means to study a day, from 1 to `LONGEST_DAY`; None: as much as on the days before."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """For commands by their ids the keys that the player wants, as they are written; what they mean is not known here.

    The game reads them, and never changes them.
    """

    def exam_in(self, deck_id: str) -> date | None:
        """The day of the exam in a deck, by its id."""
        return self.exam if deck_id == SHIPPED else self.exams.get(deck_id)

    def with_exam(self, deck_id: str, day: date | None) -> Settings:
        """The same with another day of the exam in a deck; None: there is none."""
        if deck_id == SHIPPED:
            return replace(self, exam=day)
        others = {deck: other for deck, other in self.exams.items() if deck != deck_id}
        return replace(self, exams={**others, deck_id: day} if day else others)


class _Form(NamedTuple):
    """What a value must be."""

    fits: Callable[[object], bool]
    expected: str


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


_FORMS: Mapping[str, _Form] = {
    "theme": _Form(lambda value: value in THEMES, " or ".join(f'"{theme}"' for theme in THEMES)),
    "clock": _Form(_is_switch, "true or false"),
    "stretch": _Form(
        lambda value: value in STRETCHES and not _is_switch(value), " or ".join(f"{each:g}" for each in STRETCHES)
    ),
    "animation": _Form(_is_switch, "true or false"),
    "exam": _Form(_is_day, "a date such as 2027-05-20"),
    "exams": _Form(
        lambda value: isinstance(value, dict) and all(map(_is_day, value.values())),
        "the ids of decks with a date each, such as a1b2c3 = 2027-05-20",
    ),
    "questions": _Form(
        lambda value: isinstance(value, int) and not _is_switch(value) and FEWEST <= value <= MOST,
        f"a whole number from {FEWEST} to {MOST}",
    ),
    "minutes": _Form(
        lambda value: isinstance(value, int) and not _is_switch(value) and 1 <= value <= LONGEST_DAY,
        f"a whole number from 1 to {LONGEST_DAY}",
    ),
}


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, which need not exist, and a line for each thing in it that is ignored."""
    try:
        kept = _parsed(_read(path).decode().removeprefix(_BOM))
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except OSError as fault:
        return Settings(), (f"{path} cannot be read ({fault.strerror or fault}): every setting has its default",)
    except ValueError as fault:
        return Settings(), (f"{path} is not TOML ({fault}): every setting has its default",)
    keys, bad_keys = _keys(kept.pop(KEYS, {}))
    good = {key: value for key, value in kept.items() if key in _FORMS and _FORMS[key].fits(value)}
    problems = [*(_problem(key, value) for key, value in kept.items() if key not in good), *bad_keys]
    if "stretch" in good:
        good["stretch"] = float(good["stretch"])
    return Settings(**good, keys=keys), tuple(f"{path}: {problem}" for problem in problems)


def write_settings(path: Path, before: Settings, after: Settings) -> None:
    """Set what differs between `before` and `after` in the file, and leave the rest of it as it is.

    A file that is not TOML is set aside as ``settings.unreadable.toml`` first. Raises OSError.
    """
    changes = {name: getattr(after, name) for name in _FORMS if getattr(after, name) != getattr(before, name)}
    if not changes:
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _read(path).decode(errors="replace") if path.exists() else ""
    bom = _BOM if text.startswith(_BOM) else ""
    changed = _changed(text.removeprefix(bom), changes)
    if changed is None:
        path.rename(path.with_name("settings.unreadable.toml"))
        changed = _whole(after)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes((bom + changed).encode())
    unfinished.replace(path)


def take_over(path: Path, other: bytes) -> tuple[str, ...]:
    """Set what another file of settings has and this one has not, and give its names. Raises OSError.

    Of the exams in several decks those are taken that are not known here.
    """
    try:
        theirs = _parsed(other.decode().removeprefix(_BOM))
        mine = _parsed(_read(path).decode().removeprefix(_BOM)) if path.exists() else {}
    except ValueError:
        return ()
    fitting = {key: value for key, value in theirs.items() if key in _FORMS and _FORMS[key].fits(value)}
    changes = {key: value for key, value in fitting.items() if key not in mine}
    if "exams" in fitting and isinstance(mine.get("exams"), dict):
        changes["exams"] = {**fitting["exams"], **mine["exams"]}
    before, _ = read_settings(path)
    after = replace(before, **changes)
    write_settings(path, before, after)
    return tuple(name for name in changes if getattr(after, name) != getattr(before, name))


def _read(path: Path) -> bytes:
    """What the file holds. Raises OSError, for a pipe or a device too, which would be waited for for ever."""
    if path.exists() and not path.is_file():
        raise OSError("it is not a file")
    return path.read_bytes()


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _keys(table: object) -> tuple[dict[str, str], list[str]]:
    """The keys by the ids of commands, and a line for each value that is none."""
    if not isinstance(table, dict):
        return {}, [_misfit(KEYS, table, f"a table: [{KEYS}]")]
    wanted: dict[str, object] = {}
    for name, value in table.items():  # unless the id is quoted, TOML reads its full stop as a table in the table
        wanted |= {f"{name}.{deed}": keys for deed, keys in value.items()} if isinstance(value, dict) else {name: value}
    good = {command: keys for command, keys in wanted.items() if isinstance(keys, str)}
    bad = [_misfit(command, keys, _KEYS_EXPECTED) for command, keys in wanted.items() if command not in good]
    return good, bad


def _problem(key: str, value: object) -> str:
    if key in _FORMS:
        return _misfit(key, value, _FORMS[key].expected)
    from difflib import get_close_matches

    close = get_close_matches(key, [*_FORMS, KEYS], 1)
    return f"{key[:40]!r} is no setting" + (f"; did you mean {close[0]}?" if close else "")


def _misfit(key: str, value: object, expected: str) -> str:
    # A table or list may be nested more deeply than Python can write out.
    shown = "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(str(value)[:40])
    return f"{key[:40]} is {shown}, expected {expected}; the default is used"


def _changed(text: str, changes: Mapping[str, object]) -> str | None:
    """`text` with values set, or a key removed for None; None if it is not TOML, or cannot be changed so."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    newline = "\r\n" if "\r\n" in text else "\n"
    try:
        before = _parsed(text)
        if text and not text.endswith("\n") and not changes.keys() <= before.keys():
            text += newline
        document = tomlkit.parse(text)
        for key, value in changes.items():
            if value is None:
                document.pop(key, None)
            elif isinstance(value, Mapping):
                _set_each(document, key, value, newline)
            elif key in document:
                document[key] = value
            else:
                _insert(document, key, value, newline)
        changed = tomlkit.dumps(document)
        after = _parsed(changed)
    except (ValueError, TOMLKitError, RecursionError):
        return None
    set_now = {key: value for key, value in changes.items() if value not in (None, {})}
    expected = {**{key: value for key, value in before.items() if key not in changes}, **set_now}
    return changed if after == expected else None


def _set_each(document: TOMLDocument, key: str, values: Mapping[str, object], newline: str) -> None:
    """Make the table of a key hold these values: as it is written, or on a new line of its own if some are gone."""
    import tomlkit
    from tomlkit.items import InlineTable

    table = document.get(key)
    fresh = tomlkit.inline_table()
    fresh.update(values)
    if isinstance(table, InlineTable) and values:
        document[key] = fresh
    elif isinstance(table, MutableMapping) and values.keys() >= table.keys():
        for name, value in values.items():
            if table.get(name) != value:
                table[name] = value
    else:
        document.pop(key, None)
        if values:
            _insert(document, key, fresh, newline)


def _insert(document: TOMLDocument, key: str, value: object, newline: str) -> None:
    """Put a new value before the first table, and before the comment that stands right above it.

    tomlkit's own way would put it between that comment and its table. What is put into its list of items is written,
    but not found again by its key.
    """
    import tomlkit
    from tomlkit.items import AoT, Comment, Table, Whitespace

    items = document.body
    tables = (
        place
        for place, (name, item) in enumerate(items)
        if isinstance(item, Table | AoT) and not (name and name.is_dotted())  # "a.b = 1" is a line of its own
    )
    place = next(tables, len(items))
    if place < len(items):
        for kind in Comment, Whitespace:
            while place and isinstance(items[place - 1][1], kind):
                place -= 1
    added = tomlkit.item(value)
    added.trivia.trail = newline
    items.insert(place, (tomlkit.key(key), added))


def _whole(settings: Settings) -> str:
    """A file that says the same."""
    import tomlkit

    values = {name: value for name in _FORMS if (value := getattr(settings, name)) not in (None, {})}
    return tomlkit.dumps({**values, **({KEYS: dict(settings.keys)} if settings.keys else {})})
