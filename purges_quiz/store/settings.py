"""The player's settings: a TOML file that is theirs to edit as well.

A value that does not fit is named and its default used; what the game does not know, comments
included, stays in the file as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

THEMES = ("dark", "light", "high-contrast", "ansi")
STRETCHES = (1.0, 1.25, 1.5, 2.0)
FEWEST, MOST = 5, 50
"""Questions of a quick round."""

_LINE = r"""^([ \t]*{key}[ \t]*=[ \t]*)(?:"[^"\n]*"|'[^'\n]*'|[^#"'\s]+)(.*(?:\r?\n|\Z))"""


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
        kept = _parsed(path.read_bytes().decode())
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except OSError as fault:
        return Settings(), (f"{path} cannot be read ({fault.strerror or fault}): every setting has its default",)
    except ValueError as fault:
        return Settings(), (f"{path} is not TOML ({fault}): every setting has its default",)
    good = {key: value for key, value in kept.items() if key in _FORMS and _FORMS[key].fits(value)}
    problems = tuple(f"{path}: {_problem(key, value)}" for key, value in kept.items() if key not in good)
    if "stretch" in good:
        good["stretch"] = float(good["stretch"])
    return Settings(**good), problems


def write_settings(path: Path, before: Settings, after: Settings) -> None:
    """Set what differs between `before` and `after` in the file, and leave the rest of it as it is.

    A file that is not TOML is set aside as ``settings.unreadable.toml`` first. Raises OSError.
    """
    changes = {
        each.name: getattr(after, each.name)
        for each in fields(Settings)
        if getattr(after, each.name) != getattr(before, each.name)
    }
    if not changes:
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_bytes().decode(errors="replace") if path.exists() else ""
    changed = _changed(text, changes)
    if changed is None:
        path.rename(path.with_name("settings.unreadable.toml"))
        changed = "".join(_lines({each.name: getattr(after, each.name) for each in fields(Settings)}))
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(changed.encode())
    unfinished.replace(path)


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _problem(key: str, value: object) -> str:
    if key in _FORMS:
        return f"{key} is {str(value)[:40]!r}, expected {_FORMS[key].expected}; the default is used"
    close = get_close_matches(key, _FORMS, 1)
    return f"{key[:40]!r} is no setting" + (f"; did you mean {close[0]}?" if close else "")


def _changed(text: str, changes: Mapping[str, object]) -> str | None:
    """`text` with values set, or with the line removed for None; None if it is no TOML that can be changed so."""
    newline = "\r\n" if "\r\n" in text else "\n"
    header = re.search(r"^[ \t]*\[", text, re.MULTILINE)
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


def _lines(settings: Mapping[str, object]) -> list[str]:
    return [f"{key} = {_written(value)}\n" for key, value in settings.items() if value is not None]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
