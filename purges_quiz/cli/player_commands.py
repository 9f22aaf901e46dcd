"""Commands about the player: what is known, what went wrong, where it is kept."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

import click

from purges_quiz.cli.opening import deck_folder, open_deck_to_play, open_places, open_store, shipped_folder
from purges_quiz.cli.options import data_option, deck_option, json_option
from purges_quiz.cli.running import DataError


@click.command()
@deck_option
@data_option
@json_option
def stats(deck: Path | None, data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Show what is known, streaks and personal bests."""
    from purges_quiz.cli.statistics import as_lines, collected
    from purges_quiz.session.decks import Decks
    from purges_quiz.session.report import report
    from purges_quiz.store.settings import read_settings
    from purges_quiz.wording import glyphs

    settings, _ = read_settings(open_places(data_dir).settings)
    folder, places = deck_folder(deck, data_dir), open_places(data_dir)
    opened = open_deck_to_play(folder, data_dir)
    with closing(open_store(data_dir)) as store:
        game = Decks(shipped_folder(), places.decks, folder, store, settings).game(opened)
        if as_json:
            click.echo(json.dumps(collected(game)))
            return
        glyphs.choose(sys.stdout.encoding)
        for line in as_lines(report(game)):
            click.echo(line)


@click.command()
@deck_option
@data_option
@json_option
def mistakes(deck: Path | None, data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Show the mistakes that are still open."""
    from purges_quiz.session import Game
    from purges_quiz.wording.answers import gave

    opened = open_deck_to_play(deck, data_dir)
    with closing(open_store(data_dir)) as store:
        game = Game(opened, store)
        found, asked = game.store.progress().mistakes, game.outline.facts
    entries = [(opened.facts[key], state) for key, state in found.items() if key in asked]
    if not entries and not as_json:
        click.echo("No mistakes are open.")
    for fact, state in entries:
        answers = [target.value.shown for target in fact.targets]
        if as_json:
            entry = {
                "fact": fact.key,
                "answers": answers,
                "given": state.last_response,
                "question": state.question,
                "misses": state.misses,
                "missed": state.missed and state.missed.isoformat(),
                "right_since": len(state.mended),
            }
            click.echo(json.dumps(entry))
        else:
            response = gave(state.last_response, late=state.late)
            click.echo(f"{fact.sentence}\n  {fact.targets[0].prompts[0]}")
            click.echo(f"  You answered: {response}\n  Answer: {' / '.join(answers)}\n")


@click.command()
@data_option
def paths(data_dir: Path | None) -> None:
    """Show where the answers, the settings and the cards are."""
    from purges_quiz.paths import NoCardsError, questions_folder

    found = open_places(data_dir)
    try:
        cards = str(questions_folder())
    except NoCardsError as error:
        cards = str(error)
    rows = (
        ("answers", found.answers),
        ("backups", found.backups),
        ("settings", found.settings),
        ("decks", found.decks),
        ("exports", found.exports),
        ("cards", cards),
    )
    for name, path in rows:
        click.echo(f"{name:<9} {path}")


@click.command()
@data_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(data_dir: Path | None, yes: bool) -> None:  # noqa: FBT001
    """Set all answers aside and start afresh.

    They are kept, and it says where.
    """
    import sqlite3

    with closing(open_store(data_dir, ask=False)) as store:
        if not yes and not click.confirm("Set all your answers aside and start afresh?", err=True):
            click.echo("Nothing was changed.")
            return
        try:
            folder = store.reset()
        except (OSError, sqlite3.Error) as fault:
            raise DataError(f"nothing was changed: {fault}") from fault
    click.echo(f"Your answers so far are in {folder}." if folder else "There were no answers yet.")
