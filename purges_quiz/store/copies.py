"""Copies of the store that programs which synchronise folders leave beside it, when two machines have both written.

Dropbox, Nextcloud and OneDrive put whose copy it is into its name, Syncthing a date, iCloud and Google Drive a number:
"answers (Anna's conflicted copy 2027-03-01).sqlite3", "answers.sync-conflict-20270301-101500-ABCDEFG.sqlite3",
"answers-LAPTOP.sqlite3", "answers 2.sqlite3".
"""

from __future__ import annotations

import re
from pathlib import Path

_OWN = re.compile(r"\.damaged-\d+$|\.unreadable$")
"""What the game itself adds to the name of a store that it has set aside."""


def conflicted(path: Path) -> list[Path]:
    """The copies of the store at `path` that are beside it, by name."""
    try:
        beside = [file for file in path.parent.iterdir() if file.suffix == path.suffix and file.name != path.name]
    except OSError:
        return []
    copies = (file for file in beside if file.stem.startswith(path.stem) and not _OWN.search(file.stem))
    return sorted(file for file in copies if file.is_file())


def notice(path: Path) -> str | None:
    """In a line, that there are copies and what to do about it; None: there are none."""
    found = conflicted(path)
    if not found:
        return None
    import shlex

    named = " and ".join(f'"{file.name}"' for file in found)
    return (
        f"Beside your answers {'is another copy' if len(found) == 1 else 'are other copies'} of them: {named}."
        f" To add what only it has: purges-quiz merge {shlex.quote(str(found[0]))}"
    )
