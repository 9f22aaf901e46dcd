"""The game, watched: run as a program, it writes down every answer that is kept though nobody saw its question.

`python watched.py FILE [OPTIONS]`; FILE is written only if there is something to tell.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual._context import active_app

from purges_quiz.cli import main
from purges_quiz.round.records import AttemptRecord
from purges_quiz.store.answers import AnswerStore
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.widgets.prompt import Prompt
from purges_quiz.wording.glyphs import glyphs


def watch(found: Path) -> None:
    """Look at the screen before every answer that is kept."""
    append = AnswerStore.append

    def watched(store: AnswerStore, answer: AttemptRecord) -> int:
        screen = active_app.get().screen
        posed = screen._session.round.asking if isinstance(screen, PlayScreen) else None  # noqa: SLF001 -- see `round_of`
        shown = _prompt(screen) if isinstance(screen, PlayScreen) else ""
        if (
            posed is None
            or posed.question.id != answer.question
            or not shown.startswith(_joined(posed.question.prompt))
        ):
            with found.open("a") as file:
                file.write(f"{answer} on {screen} while it asked {posed}, and showed {shown!r}\n")
        return append(store, answer)

    AnswerStore.append = watched  # type: ignore[method-assign, assignment]


def _prompt(screen: PlayScreen) -> str:
    """What is read as the question, with its cue: the bar beside it and the ends of lines left out."""
    return _joined(str(screen.query_one(Prompt).render()).replace(glyphs().beside, ""))


def _joined(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
