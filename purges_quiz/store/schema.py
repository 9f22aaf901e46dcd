"""The tables of the answers' database, and how an older one becomes a new one."""

from __future__ import annotations

import sqlite3
from itertools import chain


def _only_added_to(*tables: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END"
        for table in tables
        for event in ("UPDATE", "DELETE")
    )


def _endings(name: str) -> str:
    return f"""
    CREATE TABLE {name} (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        round INTEGER NOT NULL REFERENCES rounds (id),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        ended TEXT NOT NULL CHECK (datetime(ended) IS NOT NULL),
        day TEXT NOT NULL CHECK (day IS date(day)),
        answer INTEGER REFERENCES answers (id) CHECK (typeof(answer) IN ('integer', 'null'))
    )
    """


_CHECKPOINT = """
    CREATE TABLE checkpoint (
        deck_id TEXT PRIMARY KEY,
        answer INTEGER NOT NULL,
        amendment INTEGER NOT NULL,
        ending INTEGER NOT NULL,
        version INTEGER NOT NULL,
        place INTEGER NOT NULL,
        progress TEXT NOT NULL
    )
"""
"""How far a fold reaches in each table, and what it came to; it can be made anew at any time."""


def _said_of(name: str, subject: str, actions: str) -> str:
    """What the player has said of facts or questions: one row each time, the latest of which holds."""
    return f"""
    CREATE TABLE {name} (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        deck_id TEXT NOT NULL,
        {subject} TEXT NOT NULL CHECK ({subject} <> ''),
        action TEXT NOT NULL CHECK (action IN ({actions})),
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL)
    )
    """


_DECKS_SIDE_BY_SIDE = (
    # To which deck the rounds belong that were played before rounds said so, by the checksum that they have.
    """
    CREATE TABLE deck_versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        checksum TEXT NOT NULL UNIQUE,
        deck_id TEXT NOT NULL CHECK (deck_id <> '')
    )
    """,
    _said_of("omissions", "fact", "'leave-out', 'take-in'"),
    _said_of("flags", "question", "'flag', 'unflag'"),
    # The order of answers, up to the last that were added from another copy of the log; later ones follow by number.
    """
    CREATE TABLE places (
        id INTEGER PRIMARY KEY,
        place INTEGER NOT NULL UNIQUE
    )
    """,
    _CHECKPOINT,
    "CREATE INDEX rounds_by_deck ON rounds (deck_id, deck)",
    *_only_added_to("deck_versions", "omissions", "flags"),
)

PRESENT = (
    """
    CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seed INTEGER NOT NULL CHECK (typeof(seed) = 'integer'),
        playing INTEGER NOT NULL DEFAULT 0 CHECK (playing >= 0)
    )
    """,
    """
    CREATE TABLE rounds (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mode TEXT NOT NULL CHECK (mode <> ''),
        length INTEGER NOT NULL CHECK (length >= 0),
        timed INTEGER NOT NULL CHECK (timed IN (0, 1)),
        default_length INTEGER NOT NULL CHECK (default_length IN (0, 1)),
        deck TEXT NOT NULL,
        seed INTEGER NOT NULL,
        begun TEXT NOT NULL CHECK (datetime(begun) IS NOT NULL),
        deck_id TEXT NOT NULL DEFAULT ''
    )
    """,
    _endings("endings"),
    """
    CREATE TABLE answers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        round INTEGER NOT NULL REFERENCES rounds (id) CHECK (typeof(round) = 'integer'),
        question TEXT NOT NULL CHECK (question <> ''),
        facts TEXT NOT NULL CHECK (facts <> ''),
        kind TEXT NOT NULL CHECK (kind <> ''),
        cued INTEGER NOT NULL CHECK (cued IN (0, 1)),
        given TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('right', 'slip', 'partial', 'wrong', 'dont-know', 'no-answer')),
        slip TEXT CHECK (slip <> ''),
        rival TEXT,
        missed TEXT NOT NULL,
        self_graded INTEGER NOT NULL CHECK (self_graded IN (0, 1)),
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        points INTEGER NOT NULL CHECK (typeof(points) = 'integer' AND points >= 0),
        seconds REAL NOT NULL CHECK (typeof(seconds) = 'real' AND seconds >= 0),
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
        offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
        day TEXT NOT NULL CHECK (day IS date(day)),
        deck_id TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    CREATE TABLE amendments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        answer INTEGER NOT NULL REFERENCES answers (id),
        action TEXT NOT NULL CHECK (action IN ('take-back', 'overrule', 'restore')),
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL)
    )
    """,
    *_DECKS_SIDE_BY_SIDE,
    "CREATE INDEX answers_by_round ON answers (round)",
    "CREATE INDEX endings_by_round ON endings (round)",
    "CREATE INDEX amendments_by_answer ON amendments (answer)",
    *_only_added_to("rounds", "endings", "answers", "amendments"),
)
"""What makes an empty file a database."""

SECOND = (
    # A round that is over can be played on, once its last answer was taken back, and then ends again.
    _endings("later_endings"),
    "INSERT INTO later_endings (id, round, finished, ended, day) SELECT id, round, finished, ended, day FROM endings",
    "DROP TABLE endings",
    "ALTER TABLE later_endings RENAME TO endings",
    "CREATE INDEX endings_by_round ON endings (round)",
    *_only_added_to("endings"),
)

THIRD = (
    "ALTER TABLE rounds ADD COLUMN deck_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE answers ADD COLUMN deck_id TEXT NOT NULL DEFAULT ''",
    "DROP TABLE checkpoint",
    *_DECKS_SIDE_BY_SIDE,
)

MIGRATIONS = (SECOND, THIRD)
"""The statements that lead from each schema to the next, from the first on.

A new column needs a default, since a row that is saved from a damaged file of an older schema has no value for it.
"""

VERSION = 1 + len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """The schema of a database, 0 if it is empty."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the present schema, within the transaction that the caller has begun.

    An empty one gets it at once, not step by step: to drop tables again costs half a megabyte of memory.
    """
    known = version(connection)
    steps = MIGRATIONS[known - 1 :] if known else (PRESENT,)
    for statement in chain(*steps):
        connection.execute(statement)
    if steps:
        connection.execute(f"PRAGMA user_version = {VERSION}")
