"""A deck read from its folder."""

from __future__ import annotations

from pathlib import Path

from purges_quiz.core.decks import DeckError, Problem, load
from purges_quiz.core.decks.problems import Place
from purges_quiz.core.facts import Deck


def read_deck(folder: Path) -> Deck:
    """The deck in the TOML files of `folder`.

    Raises `DeckError` with every problem: files that cannot be read as well as what is wrong in them.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as fault:
        raise DeckError([Problem(Place(str(folder)), _reason(fault))]) from fault
    files: dict[str, bytes] = {}
    unread = []
    for path in paths:
        try:
            files[path.name] = path.read_bytes()
        except OSError as fault:
            unread.append(Problem(Place(path.name), _reason(fault)))
    if not unread:
        return load(files)
    try:
        load(files)
    except DeckError as error:
        unread += error.problems
    raise DeckError(unread)


def _reason(fault: OSError) -> str:
    return f"cannot be read: {fault.strerror or fault}"
