"""The whole game on lines: for screen readers, Braille displays, pipes and logs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import UnsupportedOperation

from purges_quiz.exits import Exit
from purges_quiz.plain.console import Console, Leave, no_width
from purges_quiz.plain.menu import stay
from purges_quiz.plain.rounds import play_rounds
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.decks import Decks


def play(  # noqa: PLR0913 -- what is played, and how it is heard
    game: Game,
    at_once: RoundOptions | None,
    usual: RoundOptions,
    decks: Decks | None = None,
    *,
    lines: Iterable[str] | None = None,
    write: Callable[[str], None] | None = None,
) -> int:
    """Play until the player quits or the input ends, and give the exit code: 0, or 130 after Ctrl+C.

    `at_once` is a round to begin with; `usual` what a round begun from the menu has besides its mode; `decks` are those
    that can be chosen from. Without `lines`
    and `write` the standard streams serve. Raises BrokenPipeError when nobody reads any more; answers are kept.
    """
    piped = lines is not None or not (sys.stdin and sys.stdin.isatty())
    console = Console(
        _typed() if lines is None else lines, write or _print, piped=piped, width=no_width if write else _columns
    )
    try:
        if at_once is not None:
            play_rounds(console, game, at_once)
        stay(console, game, usual, decks)
    except (EOFError, Leave):
        return Exit.DONE
    except KeyboardInterrupt:
        console.say("")
        return Exit.INTERRUPTED


def _typed() -> Iterator[str]:
    """The lines of standard input; one that cannot be read ends it."""
    if sys.stdin is None:
        return
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(UnsupportedOperation):  # a question was answered before the game began
            sys.stdin.reconfigure(errors="replace")  # what is not text in this locale is no reason to stop
    try:
        yield from sys.stdin
    except OSError:
        return


def _columns() -> int | None:
    """The columns of the terminal that lines are written to; None where it is none, or does not know."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (AttributeError, OSError, ValueError):
        return None


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
