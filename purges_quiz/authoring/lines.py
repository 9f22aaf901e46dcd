"""The line of a deck's file at which a problem is, and the likely repair of what stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from purges_quiz.deck.dates import MONTHS, parse_date
from purges_quiz.deck.problems import Place, Problem, printable

_HEADER = re.compile(r"\s*\[+(?P<name>[^\]]+)\]+")
_SAID = re.compile(r"\bline (\d+)")
_ASSIGNED = re.compile(r"\s*(?P<key>[A-Za-z_-]+) = *(?P<value>[^\"'\[{\s].*?)\s*(?:#.*)?$")
_CURLY = re.compile("[=\\[,{] *[\u201c\u201d\u201e\u2018\u2019\u00ab]")
_STRAIGHT = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", '"""""\'\'')
_COLON = re.compile(r"\s*[A-Za-z_]+: ")
_QUOTE = re.compile(r'(?<!\\)"')
_COUNTED = re.compile(r'"(?P<number>[^"]*\d) ?(?P<unit>[^\d\s"][^\d"]*)" is no quantity')
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH_NAME = re.compile(r"\b([A-Z][a-z]{2})[a-z]*", re.IGNORECASE)
_SHORT = {name[:3].lower(): name for name in MONTHS}
PAIR = 2
"""Quotation marks of a text."""
SPELT_UNITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "°C": ("degrees", "degrees Celsius"),
        "°": ("degrees",),
        "m": ("metres",),
        "km": ("kilometres",),
        "cm": ("centimetres",),
        "mm": ("millimetres",),
        "kg": ("kilograms",),
        "g": ("grams",),
        "s": ("seconds",),
    }
)
"""The commonest units, and how they are spelt out, so that an answer may use either."""


def located(problem: Problem, files: Mapping[str, bytes]) -> str:
    """The problem with its file, its line and the likely repair: 'cards.toml:12: trial/date: value: ...'."""
    rows = files.get(problem.place.file, b"").decode("utf-8-sig", errors="replace").split("\n")
    line = _said(problem, rows) or line_of(rows, problem.place)
    if not line:
        return str(problem)
    file, rest = printable(problem.place.file), str(problem).removeprefix(printable(problem.place.file))
    mended = repair(rows[line - 1], problem.expected)
    return f"{file}:{line}{rest}" + (f"; {printable(mended)}" if mended else "")


def line_of(rows: list[str], place: Place) -> int:
    """The number of the line at which a key stands, else that of its table; 0 where neither is found."""
    start = _table(rows, place.table)
    if start is None:
        return 0
    key = place.key.partition("[")[0]
    names = {key, f'"{key}"', "prompt" if key == "prompts" else key}
    for number, row in enumerate(rows[start:], start=start + 1):
        if row.partition("=")[0].strip() in names and "=" in row:
            return number
        if place.table and number > start + 1 and _HEADER.match(row):
            break
    return start + 1 if place.table else 0


def _table(rows: list[str], table: str) -> int | None:
    """The index of the line that opens a table; None where there is none."""
    if not table:
        return 0
    card, _, fact = table.partition("/")
    wanted = {f"facts.{fact}", f"card.facts.{fact}"} if fact else {table}
    mine = not fact
    kind, _, number = table.rpartition(" ")
    count = 0
    for at, row in enumerate(rows):
        mine = mine or row.strip() == f'key = "{card}"'
        header = _HEADER.match(row)
        if header and (mine and header["name"] in wanted):
            return at
        count += bool(header and header["name"] == kind)
        if kind and number.isdecimal() and count == int(number):
            return at
    return None


def _said(problem: Problem, rows: list[str]) -> int:
    """The line that the problem itself names, as one of the syntax does; the last one for the end of the file."""
    if problem.place.table or problem.place.key:
        return 0
    if found := _SAID.search(problem.expected):
        return min(int(found[1]), len(rows))
    if "end of document" not in problem.expected:
        return 0
    odd = (number for number, row in enumerate(rows, start=1) if len(_QUOTE.findall(row)) % PAIR)
    return next(odd, len(rows))


def repair(row: str, fault: str) -> str:
    """What would likely mend a line, as an order; "" where nothing is likely."""
    syntax = fault.startswith(("is not TOML", "has a value that cannot be read"))
    if (syntax or "in quotes" in fault) and (found := _ASSIGNED.match(row)) and not _CURLY.search(row):
        return f'put it in quotes: {found["key"]} = "{_in_words(found["value"])}"'
    if "is no date" in fault:
        likely = _likely_date(fault.split('"')[1])
        return f'did you mean "{likely}"?' if likely else ""
    if "is no quantity" in fault and (found := _COUNTED.match(fault)):
        units = ", ".join(f'"{unit}"' for unit in (found["unit"], *SPELT_UNITS.get(found["unit"], ())))
        return f'write what it counts apart: value = "{found["number"]}", units = [{units}]'
    if "expected digits alone" in fault:
        return 'if it counts something, its type is "quantity"'
    return _repair_of_syntax(row) if syntax else ""


def _repair_of_syntax(row: str) -> str:
    if _CURLY.search(row):
        return f"write straight quotation marks: {row.strip().translate(_STRAIGHT)}"
    if _COLON.match(row):
        return f"write = between key and value: {row.strip().replace(':', ' =', 1)}"
    quotes = len(_QUOTE.findall(row))
    if quotes % PAIR:
        return "a quotation mark is missing in this line"
    if quotes > PAIR and "[" not in row and "{" not in row:
        return 'write \\" for a quotation mark inside a text'
    return ""


def _in_words(value: str) -> str:
    """A day as a card prints it, instead of TOML's own form."""
    found = _ISO.fullmatch(value.strip('"'))
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else value.rstrip('"')


def _likely_date(text: str) -> str:
    """The date that was meant, as a deck prints it: "August 14th, 1936" is "14 August 1936"."""
    if _ISO.fullmatch(text):
        return _in_words(text)
    names = [_SHORT[short] for word in _MONTH_NAME.findall(text) if (short := word.lower()) in _SHORT]
    years = re.findall(r"\b\d{3,4}\b", text)
    days = re.findall(r"\b\d{1,2}(?=\b|st\b|nd\b|rd\b|th\b)", text)
    if len(names) != 1 or len(years) != 1 or len(days) > 1:
        return ""
    meant = " ".join((*days, names[0], years[0]))
    try:
        return parse_date(meant).shown
    except ValueError:
        return ""
