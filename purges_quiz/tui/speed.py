"""What the screens do for speed alone: when garbage is collected, and what is made ready while the player reads.

Figures are CPU time where the program takes 290 ms to its first screen and a bare Textual app 250;
`python -m tests.bench.speed` measures one against the other. More is done for speed where it belongs:

- values are named tuples, in all rooms: Python makes such a class in 0.1 ms and 6 KB, a frozen dataclass with slots in
  0.6 ms and 15 KB, and 40 of them are loaded before the first screen and 70 more before the first question. Dataclasses
  are those that work something out once, hold what changes, or must not equal another with the same fields.
- `deck.kinds` and `grading.slip` stand apart, and `round` and `deck` load nothing by themselves, since progress and the
  store need no question, verdict or event of a round: that would take 30 ms.
- `app` sets the first theme before there are styles, which would be set twice, and `widgets.key_bar` is painted where
  the keys have changed, not whenever they may have: 5 ms of the first screen.
- `navigation` imports a screen when it is first opened (the screen of a round takes 20 ms, all others 40).
- A key in a round is painted in one frame, most often without a new layout: `widgets.drawn` keeps lines as they were
  painted, `terminal.private.DirectWidget` spares the messages between a widget and its screen, and nothing is mounted,
  removed or styled anew. That takes 4 to 5 ms of a core, where a key takes a bare app 2.
- What is known of words lies sorted in files, made by `.words/lexicon.py`, of which a line is read when its word is
  first asked for: 30 ms and 3 MB less than to read them all.
"""

from __future__ import annotations

import asyncio
import gc
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from purges_quiz.session import Game
    from purges_quiz.session.playing import Session

FRAMES = 1000
"""Frames a second at most, so that a key does not wait for the next frame where the clock has just been painted.

Nothing is painted oftener for that: the screen waits for its next frame only where something has changed, and movements
have a pace of their own.
"""
PAINTED = 0.1
"""Seconds until a new page is painted, on a slow computer too: what is done from then on delays nothing that shows."""


@dataclass
class Garbage:
    """How the garbage of this process is looked after."""

    settled: bool = False
    """Whether what there was at the start is set apart; to ask `gc` itself takes it 15 ms, for it counts them all."""


GARBAGE = Garbage()


def before_start() -> None:
    """Prepare the start; to be called before Textual is imported, which reads the environment then.

    No garbage is collected while the game starts, when nothing is garbage: 6 ms.
    """
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES))
    gc.disable()


async def prepare(game: Game) -> None:
    """Make what a round needs while the player looks at the home screen, in pieces between which keys are heard.

    Otherwise the first round would begin 100 ms later (to read the deck takes 60, to find which facts give which away
    35), and its first answer be judged 100 ms later, since the grader is loaded then. Raises `DeckError`.
    """
    if not gc.isenabled():
        gc.collect()  # every dataclass with slots leaves another behind
    for _ in game.preparing():
        await asyncio.sleep(0)


def settle_garbage() -> None:
    """Collect again from now on, but not among what there is: to look through all of it takes 20 ms.

    Nothing is done unless `before_start` was called: so not in tests, whose own modules would be looked through too.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
        GARBAGE.settled = True


def prepare_feedback(session: Session) -> None:
    """Do while the player reads a question what would delay the feedback.

    The right answer is parsed, which takes 1 ms as a rule and 27 the first time; and garbage is collected, which is
    then not due in the middle of a key.
    """
    if GARBAGE.settled:
        gc.collect()
    session.expect()
