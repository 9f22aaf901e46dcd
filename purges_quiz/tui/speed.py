"""What the screens do for speed alone: when garbage is collected, and what is made ready while the player reads.

The figures are of two cores on which a bare Textual app takes 0.2 s to start; the bench (`python -m tests.bench.speed`)
holds the game to a small multiple of such an app. Screens other than home are imported when they are first opened, for
the same reason, and `widgets.lines` and `widgets.drawn` paint without a new layout.
"""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from purges_quiz.session import Game, Session

STANDING = 0.1
"""Seconds after which a page stands, on any computer: what is done then delays nothing that is seen."""


def hold_garbage() -> None:
    """Collect none while the game starts, when nothing is garbage: FIGURE."""
    gc.disable()


async def prepare(game: Game) -> None:
    """Make what a round needs while the player looks at the home screen, in pieces between which keys are heard.

    Otherwise the first round would begin, and its first typed answer be judged, FIGURE later. Raises `DeckError`.
    """
    if not gc.isenabled():
        gc.collect()  # every dataclass with slots leaves another behind
    for _ in game.preparing():
        await asyncio.sleep(0)


def settle_garbage() -> None:
    """Collect again from now on, but not among what there is: to look through all of it takes FIGURE.

    Nothing is done unless `hold_garbage` was called: so not in tests, whose own modules would be looked through each
    time.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def prepare_feedback(session: Session) -> None:
    """Do while the player reads a question what would delay the feedback.

    The text of a card is taken apart before its answer is judged (FIGURE), and garbage is collected (FIGURE).
    """
    if gc.get_freeze_count():
        gc.collect()
    session.expect()
