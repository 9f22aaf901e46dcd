"""`purges-quiz play`: a round, or the home screen to choose one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from purges_quiz.cli.opening import data_option, deck_option, find_deck, open_places, open_store, problems_told
from purges_quiz.cli.streams import tell

if TYPE_CHECKING:
    from datetime import date

    from purges_quiz.core.facts import Deck
    from purges_quiz.session import Game, Wish
    from purges_quiz.store.settings import Settings

NO_TERMINAL = 3
THEMES = ("dark", "light", "high-contrast", "ansi")
OFF = "off"
FRAMES = "240"
"""Frames a second at most. What a key changes is painted in two, which are a whole frame apart."""
LONGEST = 3600
MODES = ("quick", "sprint", "full", "mistakes", "card", "exam")
KINDS = (
    "multiple-choice",
    "number-recall",
    "date-recall",
    "free-text",
    "list-recall",
    "ordering",
    "matching",
)
"""Written out so that `--help` loads nothing of the game; a test holds them to the game's own."""


def seconds_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float | None:
    """The seconds of a limit, 0 for "off", None where none was given."""
    if value is None or value == OFF:
        return None if value is None else 0.0
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= LONGEST:
        raise click.BadParameter(f'expected 1 to {LONGEST} seconds or "off", found {value!r}')
    return seconds


def kinds_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> frozenset[str]:
    """The kinds of question named, joined by commas; none named: all."""
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    for name in names:
        if name not in KINDS:
            raise click.BadParameter(f"{name!r} is not a kind of question; known are {', '.join(KINDS)}")
    return frozenset(names)


def exam_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """The day of the exam, None where none was given."""
    if value is None:
        return None
    from purges_quiz.wording.settings import date_of

    try:
        return date_of(value)
    except ValueError as error:
        raise click.BadParameter(str(error).removesuffix(".")) from error


def has_terminal() -> bool:
    """Whether a full-screen game can be shown: all three streams are a terminal that can move its cursor."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and (
        os.environ.get("TERM", "") not in {"", "dumb"} or sys.platform == "win32"
    )


@click.command()
@click.option("--mode", type=click.Choice(MODES), help="Start this kind of round at once.")
@click.option("--questions", type=click.IntRange(1, 200), metavar="N", help="Ask so many questions.")
@click.option(
    "--time",
    "seconds",
    callback=seconds_of,
    metavar="SECONDS|off",
    help="The time for a question, in sprint and exam for the round; off: no clock.",
)
@click.option("--card", metavar="CARD", help="Ask about one card: its key, or its number from 1.")
@click.option("--kind", "kinds", callback=kinds_of, metavar="KIND,...", help="Ask only these kinds of question.")
@click.option("--seed", type=int, metavar="N", help="Repeat the same choice of questions, options and order.")
@click.option("--exam", callback=exam_of, metavar="DATE", help="The day of your exam: 2027-05-20.")
@deck_option
@data_option
@click.option("--theme", type=click.Choice(THEMES), help="Colours of the screen.")
@click.option("--no-color", is_flag=True, help="Not one colour code.")
@click.option("--no-animation", is_flag=True, help="Nothing moves by itself.")
@click.option("--plain", is_flag=True, help="Play on lines: for screen readers, pipes and logs.")
def play(deck: Path | None, data_dir: Path | None, *, plain: bool, **given: Any) -> int:  # noqa: ANN401 -- click's
    """Play: a round, or the home screen to choose one."""
    if not (plain or has_terminal()):
        tell("purges-quiz: the screens need a terminal; purges-quiz --plain plays on lines")
        return NO_TERMINAL
    if not plain:
        gc.disable()  # nothing of the start is garbage; the app turns it on after its first frame
        os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read when Textual is imported
    from purges_quiz.session import Game
    from purges_quiz.store.settings import read_settings
    from purges_quiz.wording import marks

    marks.choose(sys.stdout.encoding)
    files = open_places(data_dir)
    settings, problems = read_settings(files.settings)
    for problem in problems:
        tell(problem)
    with problems_told(deck), closing(open_store(data_dir)) as store:
        game = Game(find_deck(deck), store, exam=given["exam"] or settings.exam, questions=settings.questions)
        if given["exam"] and given["exam"] < game.today:
            raise click.BadParameter(f"{given['exam']} is in the past", param_hint="--exam")
        usual, at_once = wishes(game, settings, given)
        if plain or at_once:
            game.read()
        if plain:
            from purges_quiz.plain import play as play_on_lines

            return play_on_lines(game, at_once, usual)
        from purges_quiz.tui.app import run

        return run(
            game,
            theme=given["theme"] or settings.theme,
            color=not given["no_color"],
            animation=settings.animation and not given["no_animation"],
            wish=at_once,
            usual=usual,
            settings=settings,
            problems=problems,
            remember=partial(remember, files.settings),
        )


def wishes(game: Game, settings: Settings, given: Mapping[str, Any]) -> tuple[Wish, Wish | None]:
    """What every round has besides its mode, and the round to begin at once, if one was asked for.

    Raises `click.UsageError` for a card that is not there, or that is missing.
    """
    from purges_quiz.core.modes import Mode
    from purges_quiz.core.question import Kind
    from purges_quiz.session import Wish

    card = given["card"] and card_of(given["card"], game.deck)
    mode = given["mode"] or ("card" if card else None)
    if mode == "card" and card is None:
        raise click.UsageError("--mode card needs --card CARD; purges-quiz cards lists them")
    usual = Wish(
        questions=given["questions"],
        seconds=given["seconds"] or None,
        clock=clock_of(given["seconds"], usual=settings.clock),
        stretch=settings.stretch,
        card=card,
        kinds=frozenset(map(Kind, given["kinds"])),
        seed=given["seed"],
    )
    return usual, replace(usual, mode=Mode(mode)) if mode else None


def clock_of(seconds: float | None, *, usual: bool) -> bool | None:
    """Whether a clock runs: as --time says, else never if the settings say so, else (None) as the mode has it."""
    if seconds is not None:
        return seconds > 0
    return None if usual else False


def card_of(name: str, deck: Deck) -> str:
    """The key of the card that was named by its key, its title or its number from 1.

    Raises `click.BadParameter` for a card that is not there.
    """
    for number, card in enumerate(deck.cards, start=1):
        if name.casefold() in {card.key, card.title.casefold(), str(number)}:
            return card.key
    raise click.BadParameter(f"no card is called {name!r}; purges-quiz cards lists them", param_hint="--card")


def remember(path: Path, **changed: Any) -> None:  # noqa: ANN401 -- each has its own type
    """Keep settings that the player changed while playing; a folder that cannot be written is no reason to stop."""
    from purges_quiz.store.settings import read_settings, write_settings

    before, _ = read_settings(path)
    with suppress(OSError):
        write_settings(path, before, replace(before, **changed))
