"""Every screen of the game, and how to come to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from full_screen import asking, short_round, type_in
from textual.pilot import Pilot

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.session import RoundOptions

CHOICE, NUMBER = short_round(Kind.MULTIPLE_CHOICE), short_round(again=("impact/delegates-arrested:number-recall:1",))
NAME = short_round(again=("yezhov-fall/blamed:free-text:1",))
EXAM = RoundOptions(Mode.EXAM, seed=1, clock=False)
RIGHT, WRONG = "right", "wrong"
"""In place of the key that chooses the right option, and of one that chooses another."""
NOTED = short_round(again=("impact/delegates:number-recall:1",))


@dataclass(frozen=True, slots=True)
class View:
    """How to come to a screen."""

    keys: tuple[str, ...] = ()
    options: RoundOptions | None = None
    typed: str = ""
    """What is pasted into the field first."""
    days: int = 0
    """Days on which answers were given before."""


VIEWS: Mapping[str, View] = {
    "home": View(),
    "home of a player": View(days=12),
    "choice": View(options=CHOICE),
    "choice marked": View(("j", "j"), CHOICE),
    "choice right": View((RIGHT,), CHOICE),
    "choice wrong": View((WRONG,), CHOICE),
    "number": View(options=NUMBER),
    "number with a slip": View(("enter",), NUMBER, "1,180"),
    "number with a note": View(("enter",), NOTED, "1,966"),
    "name spelt otherwise": View(("enter",), NAME, "Yehzov"),
    "statement not known": View(("ctrl+g",), short_round(again=("third-show-trial/stalin-watching:free-text:1",))),
    "list": View(options=short_round(Kind.LIST_RECALL)),
    "order": View(("K",), short_round(Kind.ORDERING)),
    "order wrong": View(("enter",), short_round(Kind.ORDERING)),
    "pairs": View(("a", "b"), short_round(Kind.MATCHING)),
    "pairs wrong": View(("a", "b", "c", "d", "enter"), short_round(Kind.MATCHING)),
    "reasons": View(("1", "o"), CHOICE),
    "pause": View(("escape",), CHOICE),
    "results": View(("1", "enter", "2", "enter", "3", "enter", "1", "enter"), CHOICE),
    "exam results": View(("ctrl+g", "ctrl+g", "ctrl+g", "escape", "e"), EXAM),
    "mistakes": View(("m",), days=12),
    "mistakes with none": View(("m",)),
    "cards": View(("c",), days=12),
    "card": View(("c", "enter"), days=12),
    "progress": View(("p",), days=12),
    "progress of nothing": View(("p",)),
    "settings": View(("s",)),
    "help": View(("question_mark",)),
    "palette": View(("ctrl+p",)),
}


async def open_view(pilot: Pilot[None], view: View) -> None:
    """Come to a screen in an app that was begun with the options of the view."""
    if view.typed:
        await type_in(pilot, view.typed)
    for key in view.keys:
        await pilot.press(_choosing(pilot, right=key == RIGHT) if key in {RIGHT, WRONG} else key)
        await pilot.pause()


def _choosing(pilot: Pilot[None], *, right: bool) -> str:
    posed = asking(pilot)
    return "abcd"[next(at for at, n in enumerate(posed.arrangement) if posed.question.options[n].correct is right)]
