"""The player's settings: a TOML file that is theirs to edit as well.

A value that does not fit is named and its default used; what the game does not know, comments
included, stays in the file as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

THEMES = ("dark", "light", "high-contrast", "ansi")
STRETCHES = (1.0, 1.25, 1.5, 2.0)
FEWEST, MOST = 5, 50
"""Questions of a quick round."""

KEYS = "keys"
"""The table of the player's own keys."""
_KEYS_WANTED = 'keys such as "b" or "x,ctrl+u"'
_LINE = r"""^([ \t]*{key}[ \t]*=[ \t]*)(?:"[^"\n]*"|'[^'\n]*'|[^#"'\s]+)(.*(?:\r?\n|\Z))"""
_TABLE = r"(?:^[ \t]*\r?\n)*(?:^[ \t]*#.*\n)*^[ \t]*\["
"""The first table, with the comment above it and what sets it off."""


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
    """The day of the exam."""
    questions: int = 10
    """Questions of a quick round, from `FEWEST` to `MOST`; only rounds of the usual ten count for a personal best."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """For commands by their ids the keys that the player wants, as they are written; what they mean is not known here.

    The game reads them, and never changes them.
    """


@dataclass(frozen=True, slots=True)
class _Form:
    """What a value must be."""

    fits: Callable[[object], bool]
    expected: str


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


_FORMS: Mapping[str, _Form] = {
    "theme": _Form(lambda value: value in THEMES, " or ".join(f'"{theme}"' for theme in THEMES)),
    "clock": _Form(_is_switch, "true or false"),
    "stretch": _Form(
        lambda value: value in STRETCHES and not _is_switch(value), " or ".join(f"{each:g}" for each in STRETCHES)
    ),
    "animation": _Form(_is_switch, "true or false"),
    "exam": _Form(
        lambda value: isinstance(value, date) and not isinstance(value, datetime), "a date such as 2027-05-20"
    ),
    "questions": _Form(
        lambda value: isinstance(value, int) and not _is_switch(value) and FEWEST <= value <= MOST,
        f"a whole number from {FEWEST} to {MOST}",
    ),
}


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, which need not exist, and a line for each thing in it that is ignored."""
    try:
        kept = _parsed(_read(path).decode())
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
    changed = _changed(text, changes)
    if changed is None:
        path.rename(path.with_name("settings.unreadable.toml"))
        changed = "".join(_lines(after))
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(changed.encode())
    unfinished.replace(path)


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
    bad = [_misfit(command, keys, _KEYS_WANTED) for command, keys in wanted.items() if command not in good]
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
    """`text` with values set, or with the line removed for None; None if it is no TOML that can be changed so."""
    newline = "\r\n" if "\r\n" in text else "\n"
    header = re.search(_TABLE, text, re.MULTILINE)
    top, tables = (text[: header.start()], text[header.start() :]) if header else (text, "")
    for key, value in changes.items():
        line = re.compile(_LINE.format(key=key), re.MULTILINE)
        if value is None:
            top = line.sub("", top)
        elif found := line.search(top):
            top = f"{top[: found.start()]}{found[1]}{_written(value)}{found[2]}{top[found.end() :]}"
        else:
            top += f"{newline if top and not top.endswith(newline) else ''}{key} = {_written(value)}{newline}"
    try:
        expected = {**_parsed(text), **changes}
        now = _parsed(top + tables)
    except ValueError:
        return None
    return top + tables if now == {key: value for key, value in expected.items() if value is not None} else None


def _lines(settings: Settings) -> Iterator[str]:
    """A file that says the same."""
    values = {name: getattr(settings, name) for name in _FORMS}
    yield from (f"{name} = {_written(value)}\n" for name, value in values.items() if value is not None)
    if settings.keys:
        yield f"\n[{KEYS}]\n"
        yield from (f"{_written(command)} = {_written(keys)}\n" for command, keys in settings.keys.items())


def _written(value: object) -> str:
    if isinstance(value, bool | str):
        import json

        return json.dumps(value, ensure_ascii=False)  # TOML's own form too
    return str(value)
