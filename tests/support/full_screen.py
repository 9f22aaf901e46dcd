"""The full-screen game in a test: its screen as text, its clock by hand, answers as a player gives them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, assert_never

import quick_screens
from manual_clock import ManualClock
from stores import open_store
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.round.modes import Mode
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.state import Round
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.playing import ASLEEP
from purges_quiz.tui.app import PurgesQuiz
from purges_quiz.tui.guards import SETTLE
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.screens.results import ResultsScreen

quick_screens.hurry()
STANDARD = (80, 24)


def opened(folder: Path, watch: ManualClock | None = None) -> Game:
    """The shipped deck with the answers kept in a folder."""
    return shipped_deck.game(open_store(folder), watch or ManualClock())


def app(
    game: Game,
    at_once: RoundOptions | None = None,
    *,
    guard_scale: float = 0,
    **options: Any,  # noqa: ANN401 -- as the app's own
) -> PurgesQuiz:
    """The app, which takes every key at once and asks the same questions at every run."""
    return PurgesQuiz(game, at_once=at_once, usual=RoundOptions(seed=7), guard_scale=guard_scale, **options)


def short_round(*kinds: Kind, questions: int = 3, **options: Any) -> RoundOptions:  # noqa: ANN401 -- as the options' own
    """The options of a short round of some kinds of question."""
    return RoundOptions(Mode.QUICK, questions=questions, kinds=frozenset(kinds), seed=5, **options)


def strips(pilot: Pilot[None]) -> list[Strip]:
    """The screen's lines as they are drawn, with their styles."""
    return pilot.app.screen._compositor.render_strips()  # noqa: SLF001 -- Textual gives a drawn screen no other way


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen's lines, without what trails."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips(pilot)]


def text(pilot: Pilot[None]) -> str:
    """The screen as one line, runs of blanks as one."""
    return " ".join(" ".join(lines(pilot)).split())


def notices(pilot: Pilot[None]) -> list[str]:
    """What the app has notified the player of and still shows."""
    return [notice.message for notice in pilot.app._notifications]  # noqa: SLF001 -- Textual lists them nowhere else


def round_of(pilot: Pilot[None]) -> Round:
    """The round that is being played, or whose results are shown."""
    assert isinstance(pilot.app.screen, PlayScreen | ResultsScreen)
    return pilot.app.screen._session.round  # noqa: SLF001 -- a screen shows its round, and hands it to nobody


def screen_of(pilot: Pilot[None]) -> type[Screen[Any]]:
    """Which screen is shown."""
    return type(pilot.app.screen)


def asking(pilot: Pilot[None]) -> PosedQuestion:
    """What is being asked."""
    posed = round_of(pilot).asking
    assert posed is not None
    return posed


async def answer(pilot: Pilot[None], *, right: bool = True) -> None:
    """Answer the question on the screen with the keys that a player would press."""
    posed = asking(pilot)
    question = posed.question
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            shown = [question.options[option] for option in posed.arrangement]
            await pilot.press("abcd"[[option.correct for option in shown].index(right)])
        case _ if not right:
            await pilot.press("ctrl+g")
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            await type_in(pilot, question.answer)
            await pilot.press("enter")
        case Kind.MATCHING:
            places = [posed.arrangement.index(left) for left in range(len(question.pairs))]
            await pilot.press(*("abcdef"[place] for place in places), "enter")
        case Kind.ORDERING:
            await put_in_order(pilot, posed)
        case _ as unknown:
            assert_never(unknown)
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app run until something holds; half a minute is enough on any machine."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if holds():
            return
        await pilot.pause(0.05)
    raise AssertionError("\n".join(lines(pilot)))


def begin_page(pilot: Pilot[None], *, settled: bool) -> None:
    """Make the page new, which takes no keys yet, or let it have been there for long enough."""
    assert isinstance(pilot.app.screen, PlayScreen)
    pilot.app.screen._guard.begin(0 if settled else SETTLE)  # noqa: SLF001 -- its clock is the machine's


async def let_pass(pilot: Pilot[None], watch: ManualClock, seconds: float) -> None:
    """Let time pass in steps of which the program notices each, as it does while it runs."""
    screen = pilot.app.screen
    assert isinstance(screen, PlayScreen)
    while seconds > 0 and screen.is_current:
        watch.seconds += min(seconds, ASLEEP)
        seconds -= ASLEEP
        screen._tick()  # noqa: SLF001 -- its timer stands still in a test
    await pilot.pause()


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Paste words into the field."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(words))
    await pilot.pause()


async def put_in_order(pilot: Pilot[None], posed: PosedQuestion) -> None:
    """Move every item to its place, and answer."""
    shown = list(posed.arrangement)
    for place in range(len(shown)):
        at = shown.index(place)
        await pilot.press("home", *["down"] * at, *["shift+up"] * (at - place))
        shown.insert(place, shown.pop(at))
    await pilot.press("enter")


async def play_to_the_end(pilot: Pilot[None], *, right: bool = True) -> list[Question]:
    """Answer every question, practice included, until the results are there; give what was asked."""
    asked: list[Question] = []
    while isinstance(pilot.app.screen, PlayScreen):
        asked.append(asking(pilot).question)
        await answer(pilot, right=right)
        await pilot.press("enter")
        await pilot.pause()
    return asked
