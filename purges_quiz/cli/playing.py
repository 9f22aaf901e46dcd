"""Playing: a round at once, or the home screen to choose one. Nothing here loads click."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from purges_quiz.cli.opening import (
    deck_folder,
    deck_problems_raised,
    find_deck_to_play,
    open_places,
    open_store,
    shipped_folder,
)
from purges_quiz.cli.running import OptionError, end_on_interrupt
from purges_quiz.cli.streams import print_error
from purges_quiz.exits import Exit

if TYPE_CHECKING:
    from datetime import date

    from purges_quiz.deck.model import Deck
    from purges_quiz.session import Game, RoundOptions
    from purges_quiz.store.settings import Settings


SAVED = ("html", "csv")
"""The formats in which questions are written from the screens: to print, and to open elsewhere."""


class PlayOptions(NamedTuple):
    """The options of the command line; by default none, as when the program is started by its name alone."""

    mode: str | None = None
    questions: int | None = None
    seconds: float | None = None
    """Of the clock; 0: none."""
    card: str | None = None
    kinds: frozenset[str] = frozenset()
    seed: int | None = None
    exam: date | None = None
    deck: Path | None = None
    data_dir: Path | None = None
    theme: str | None = None
    no_color: bool = False
    no_animation: bool = False
    plain: bool = False


def has_terminal() -> bool:
    """Whether a full-screen game can be shown: all three streams are a terminal that can move its cursor."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and (
        os.environ.get("TERM", "") not in {"", "dumb"} or sys.platform == "win32"
    )


def play(options: PlayOptions) -> int:
    """Play until the player leaves, and give the exit code. Raises `DataError` and `OptionError`."""
    if not (options.plain or has_terminal()):
        print_error("purges-quiz: the screens need a terminal; purges-quiz --plain plays on lines")
        return Exit.NO_TERMINAL
    if not options.plain:
        end_on_interrupt()  # until the screen's own driver looks after it
        from purges_quiz.tui.speed import before_start

        before_start()
    from purges_quiz.session.decks import Decks
    from purges_quiz.store.settings import read_settings
    from purges_quiz.wording import glyphs

    glyphs.choose(sys.stdout.encoding)
    files = open_places(options.data_dir)
    settings, problems = read_settings(files.settings)
    for problem in problems:
        print_error(problem)
    folder = deck_folder(options.deck, options.data_dir)
    with deck_problems_raised(folder), closing(open_store(options.data_dir)) as store:
        decks = Decks(shipped_folder(), files.decks, folder, store, settings)
        game = decks.game(find_deck_to_play(folder, options.data_dir))
        game.exam = options.exam or game.exam
        if options.exam and options.exam < game.today:
            raise OptionError(f"Invalid value for --exam: {options.exam} is in the past")
        usual, at_once = round_options(game, settings, options)
        if options.plain or at_once:
            game.read()
        if options.plain:
            from purges_quiz.plain import play as play_on_lines

            return play_on_lines(game, at_once, usual, decks)
        from purges_quiz.tui.app import run

        return run(
            game,
            theme=options.theme or settings.theme,
            color=not options.no_color,
            animation=settings.animation and not options.no_animation,
            at_once=at_once,
            usual=usual,
            settings=settings,
            problems=problems,
            remember=partial(save_settings, files.settings),
            decks=decks,
            save=partial(save_questions, files.exports),
        )


def round_options(game: Game, settings: Settings, options: PlayOptions) -> tuple[RoundOptions, RoundOptions | None]:
    """What every round has besides its mode, and the round to begin at once, if one was asked for.

    Raises `OptionError` for a card that is not there, or that is missing.
    """
    from purges_quiz.deck.kinds import Kind
    from purges_quiz.round.modes import Mode
    from purges_quiz.session import RoundOptions

    card = options.card and card_of(options.card, game.deck)
    mode = options.mode or ("card" if card else None)
    if mode == "card" and card is None:
        raise OptionError("--mode card needs --card CARD; purges-quiz cards lists them")
    usual = RoundOptions(
        questions=options.questions,
        seconds=options.seconds or None,
        clock=clock_of(options.seconds, usual=settings.clock),
        stretch=settings.stretch,
        card=card,
        kinds=frozenset(map(Kind, options.kinds)),
        seed=options.seed,
    )
    return usual, usual._replace(mode=Mode(mode)) if mode else None


def clock_of(seconds: float | None, *, usual: bool) -> bool | None:
    """Whether a clock runs: as --time says, else never if the settings say so, else (None) as the mode has it."""
    if seconds is not None:
        return seconds > 0
    return None if usual else False


def card_of(name: str, deck: Deck) -> str:
    """The key of the card that was named by its key, its title or its number from 1.

    Raises `OptionError` for a card that is not there.
    """
    for number, card in enumerate(deck.cards, start=1):
        if name.casefold() in {card.key, card.title.casefold(), str(number)}:
            return card.key
    raise OptionError(f"Invalid value for --card: no card is called {name!r}; purges-quiz cards lists them")


def save_questions(folder: Path, game: Game, facts: Collection[str]) -> str:
    """Write the questions about some facts into new files of a folder: a paper to print, and a table.

    Gives a sentence that says where they are, or why they could not be written.
    """
    from purges_quiz.deck.filling import slug
    from purges_quiz.export import FORMATS, items
    from purges_quiz.store.bundle import write
    from purges_quiz.wording.results import not_saved, saved

    found = items(game.bank, facts)
    name = f"{slug(game.outline.title) or 'cards'}-mistakes-{game.today.isoformat()}"
    number, stem = 2, name
    while any((folder / f"{stem}.{ending}").exists() for ending in SAVED):
        stem, number = f"{name}-{number}", number + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending in SAVED:
            write(folder / f"{stem}.{ending}", FORMATS[ending](found, game.deck).encode())
    except OSError as fault:
        return not_saved(folder, fault.strerror or str(fault))
    return saved(len(found), folder, [f"{stem}.{ending}" for ending in SAVED])


def save_settings(path: Path, **changed: Any) -> None:  # noqa: ANN401 -- each has its own type
    """Keep settings that the player changed while playing; a folder that cannot be written is no reason to stop."""
    from purges_quiz.store.settings import read_settings, write_settings

    before, _ = read_settings(path)
    with suppress(OSError):
        write_settings(path, before, replace(before, **changed))
