"""A TOML table read key by key, so that a wrong type, a missing key or a stray one is named."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.deck.problems import Place, Problem, likely

LONGEST = 2000
"""Characters that a single text of a deck may have: what fills a terminal of 80 columns and 25 lines."""


def visible(value: object) -> str:
    """How a faulty value is quoted in a problem: short, with control characters escaped."""
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004


class Table:
    """One table of a deck's file. Readers return a harmless value where they note a problem."""

    def __init__(self, values: dict[str, object], place: Place, problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self.values = values
        self._read: set[str] = set()

    def problem(self, key: str, expected: str) -> None:
        """Note that something else was expected at a key."""
        self.problems.append(Problem(self.place.at(key), expected))

    def has(self, key: str) -> bool:
        """Whether the key is there; it still counts as unread."""
        return key in self.values

    def take(self, key: str) -> object:
        """The value as it stands, or None."""
        self._read.add(key)
        return self.values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text of one line; without a default it must be there."""
        value = self.take(key)
        if value is None:
            if default is None:
                self.problem(key, "is missing; expected a text")
            return default or ""
        return self._checked(key, value)

    def one_of(self, key: str, known: Sequence[str]) -> str:
        """One of these words; "" for any other, which is a problem."""
        text = self.text(key)
        if not text or text in known:
            return text
        self.problem(key, f'expected one of {", ".join(known)}, found "{text}"{likely(text, known)}')
        return ""

    def texts(self, key: str, *, least: int = 0) -> tuple[str, ...]:
        """A list of texts, of which there must be at least so many."""
        value = self.take(key)
        if value is None:
            value = []
        if not isinstance(value, list):
            self.problem(key, f"expected a list of texts, found {visible(value)}")
            return ()
        if len(value) < least:
            self.problem(key, f"expected at least {least} text{'s' * (least > 1)} in a list, found {len(value)}")
        return tuple(self._checked(key, item) for item in value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.problem(key, f"expected true or false, found {visible(value)}")
            return default
        return value

    def bounds(self, key: str) -> tuple[int, int] | None:
        """A least and a greatest whole number, or None."""
        value = self.take(key)
        if value is None:
            return None
        match value:
            case [int(low), int(high)] if low < high:
                return low, high
        self.problem(key, f"expected a least and a greatest whole number, [1, 100], found {visible(value)}")
        return None

    def table(self, key: str) -> Table:
        """A table below this one."""
        value = self.take(key)
        if not isinstance(value, dict):
            self.problem(key, "is missing; expected a table" if value is None else "expected a table")
            value = {}
        return Table(value, self.place.within(f"{self.place.table}.{key}" if self.place.table else key), self.problems)

    def moved(self, name: str) -> Table:
        """The same table under a name that says more of its place."""
        return Table(self.values, self.place.within(name), self.problems)

    def tables_by_name(self) -> dict[str, Table]:
        """Every member of this table, each of which must be a table."""
        return {name: self.table(name) for name in self.values}

    def items(self, key: str) -> list[str | Table]:
        """A list whose members are texts or small tables."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.problem(key, f"expected a list, found {visible(value)}")
            return []
        found: list[str | Table] = []
        for number, item in enumerate(value, start=1):
            if isinstance(item, dict):
                found.append(Table(item, Place(self.place.file, self.place.table, f"{key}[{number}]"), self.problems))
            else:
                found.append(self._checked(key, item))
        return found

    def tables(self, key: str) -> list[Table]:
        """A list of small tables."""
        found = []
        for item in self.items(key):
            if isinstance(item, Table):
                found.append(item)
            else:
                self.problem(key, f"expected tables, {{ ... }}, found {visible(item)}")
        return found

    def close(self, also: Sequence[str] = ()) -> None:
        """Note every key that nothing has read."""
        for key in self.values:
            if key not in self._read:
                known = likely(key, {*self._read, *also})
                self.problem(key, f"is not a key that is known here{known}")

    def _checked(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self.problem(key, f"expected a text in quotes, found {visible(value)}")
            return ""
        if not value.strip():
            self.problem(key, "expected a text, found an empty one")
        elif not value.isprintable():
            self.problem(key, f"expected one line without control characters, found {visible(value)}")
        elif len(value) > LONGEST:
            self.problem(key, f"expected at most {LONGEST} characters, found {len(value)}")
        else:
            return value
        return ""
