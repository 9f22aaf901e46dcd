"""Commands about the cards and the questions made from them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purges_quiz.cli.ending import DataError
from purges_quiz.cli.opening import open_deck
from purges_quiz.cli.options import FOLDER, deck_option, json_option
from purges_quiz.cli.streams import tell


@click.command()
@deck_option
@json_option
def cards(deck: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Show the cards with their facts."""
    for card in open_deck(deck).cards:
        if as_json:
            facts = [
                {"fact": fact.key, "type": fact.type, "values": [target.value.shown for target in fact.targets]}
                for fact in card.facts
            ]
            click.echo(json.dumps({"card": card.key, "title": card.title, "text": card.sentences, "facts": facts}))
        else:
            click.secho(f"{card.title}  ({card.key})", bold=True)
            for sentence in card.sentences:
                click.echo(click.wrap_text(sentence, width=78, initial_indent="  ", subsequent_indent="  "))
            click.echo()


@click.command()
@deck_option
@json_option
def questions(deck: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Print every question that can be asked, with its answer."""
    from purges_quiz import bank

    for question in bank.build(open_deck(deck)).questions.values():
        if as_json:
            click.echo(json.dumps(bank.as_json(question)))
        else:
            click.echo(f"{question.id}\n  {question.prompt}\n  = {question.answer}\n")


@click.command()
@click.argument("folder", type=FOLDER)
def check(folder: Path) -> None:
    """Check a deck of your own.

    Every problem is named at once, with its file, card, fact and key.
    """
    deck = open_deck(folder)
    click.echo(f"{len(deck.cards)} cards with {len(deck.facts)} facts: no problem found")


@click.command()
@click.argument("folder", type=FOLDER)
def ladders(folder: Path) -> None:
    """Choose the wrong numbers and dates of a deck.

    They are written into its ladders.toml, from which multiple choice takes its options.
    """
    from purges_quiz.authoring.ladders.search import NoRoomError, as_toml, choose_ladders
    from purges_quiz.deck.loading import LADDERS

    try:
        chosen = choose_ladders(open_deck(folder))
    except NoRoomError as error:
        raise DataError(str(error)) from error
    path = folder / LADDERS
    try:
        path.write_text(as_toml(chosen), encoding="utf-8")
    except OSError as fault:
        raise DataError(f"{path} cannot be written: {fault.strerror}") from fault
    tell(f"{len(chosen)} ladders written to {path}")
