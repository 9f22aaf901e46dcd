"""The commands about cards and questions, for who writes a deck or wants to know what can be asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import deck_folder, find_deck, open_deck, shipped_folder, writing
from purges_quiz.cli.options import FOLDER, data_option, deck_option, json_option
from purges_quiz.cli.running import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    from purges_quiz.authoring.audit import Check, Row, Subject
    from purges_quiz.bank import Bank
    from purges_quiz.grading.grader import Grader


@click.command()
@deck_option
@data_option
@json_option
def cards(deck: Path | None, data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Show the cards with their facts."""
    for card in open_deck(deck, data_dir).cards:
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
@data_option
@json_option
def questions(deck: Path | None, data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Print every question that can be asked, with its answer."""
    from purges_quiz import bank

    for question in bank.build(open_deck(deck, data_dir)).all_questions.values():
        if as_json:
            click.echo(json.dumps(bank.as_json(question)))
        else:
            click.echo(f"{question.id}\n  {question.prompt}\n  = {question.answer}\n")


@click.command()
@click.argument("folder", type=FOLDER)
def check(folder: Path) -> int:
    """Check a deck of your own.

    Every problem is named at once, with its file, line, card, fact and key, and the likely repair. In a deck that can
    be played, what contradicts itself is a problem too, and what could be asked better is advice. Exits 1 if there is
    a problem.
    """
    from purges_quiz import bank
    from purges_quiz.authoring.advice import advice_on
    from purges_quiz.authoring.audit import Subject
    from purges_quiz.authoring.lines import located
    from purges_quiz.wording.figures import counted

    folder = deck_folder(folder)
    deck = open_deck(folder)
    files = find_deck(folder).files
    found = list(advice_on(files, Subject.of(bank.build(deck))))
    problems = [each for each in found if each.serious]
    said = counted(len(problems), "problem") if problems else "no problem"
    click.echo(f"{counted(len(deck.cards), 'card')} with {counted(len(deck.facts), 'fact')}: {said} found")
    drafts = sum(fact.draft for fact in deck.facts.values())
    if drafts:
        click.echo(
            f"{counted(drafts, 'draft')} among them: read each, and remove `draft = true` from those that ask well"
        )
    for each in found:
        click.echo(f"{'problem' if each.serious else 'advice'}: {located(each.problem, files)}")
    return int(bool(problems))


@click.command()
@click.argument("folder", type=FOLDER)
def ladders(folder: Path) -> None:
    """Choose the wrong numbers and dates of a deck.

    They are written into its ladders.toml, from which multiple choice takes its options.
    """
    from purges_quiz.authoring.ladders.search import NoRoomError, as_toml, choose_ladders
    from purges_quiz.deck.outline import LADDERS

    folder = deck_folder(folder)
    try:
        chosen = choose_ladders(open_deck(folder))
    except NoRoomError as error:
        raise DataError(str(error)) from error
    path = folder / LADDERS
    with writing(path):
        path.write_text(as_toml(chosen), encoding="utf-8")
    print_error(f"{len(chosen)} ladders written to {path}")


@click.command()
@deck_option
@data_option
def grade(deck: Path | None, data_dir: Path | None) -> int:
    """Grade typed answers, read as JSON lines.

    A line {"question": ID, "response": TEXT} in, a line with the verdict out. ID may also be the key of a fact; ids
    that earlier versions printed still work.
    """
    from purges_quiz import bank
    from purges_quiz.grading.grader import Grader
    from purges_quiz.language import general_language

    opened = open_deck(deck, data_dir)
    known = bank.build(opened)
    grader = Grader(opened, general_language())
    failed = False
    for line in sys.stdin.buffer:
        if line.strip():
            result = _graded(line, known, grader)
            failed = failed or "error" in result
            click.echo(json.dumps(result))
    return int(failed)


def _graded(line: bytes, known: Bank, grader: Grader) -> dict[str, object]:
    """The verdict on one line, or what is wrong with the line."""
    from purges_quiz.bank.bank import resolve

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"question": None, "error": "expected a JSON object on one line, in UTF-8"}
    if not isinstance(asked, dict):
        return {"question": None, "error": 'expected an object {"question": ID, "response": TEXT}'}
    name, response = asked.get("question"), asked.get("response")
    if not isinstance(name, str):
        return {"question": None, "error": 'expected "question" to be the id of a question, a text'}
    try:
        question = resolve(known, name)
    except KeyError:
        return {"question": name, "error": "no question has this id; see: purges-quiz questions"}
    if not question.typed:
        return {"question": name, "error": f"is {question.kind}, which is not answered by typing"}
    if not isinstance(response, str):
        return {"question": name, "error": 'expected "response" to be a text'}
    from purges_quiz.wording.verdicts import message

    verdict = grader.grade(question, response)
    return {
        "question": name,
        "response": response,
        "verdict": verdict.judgement,
        "slip": verdict.slip,
        "message": message(verdict),
        "unsure": verdict.unsure,
    }


@click.command()
@deck_option
@data_option
@json_option
@click.option("--check", "names", multiple=True, metavar="NAME", help="Only this check; may be given several times.")
def audit(deck: Path | None, data_dir: Path | None, as_json: bool, names: tuple[str, ...]) -> int:  # noqa: FBT001
    """Check every question that can be asked.

    Is it true and well worded, and do neither its options nor other questions give it away? Exits 1 if anything is
    wrong. In a deck of your own, what is not wrong but could be better is advice.
    """
    from purges_quiz import bank
    from purges_quiz.authoring.audit import Subject, findings
    from purges_quiz.cli.interpreters import copies

    folder = deck_folder(deck, data_dir)
    checks = _chosen(names)
    compared = any(check.group == findings.DETERMINISM for check in checks)
    subject = Subject.of(bank.build(open_deck(folder)), copies=copies(folder) if compared else ())
    rows = list(_rows(subject, checks))
    if folder != shipped_folder():
        rows = [findings.for_an_author(row) for row in rows]
    if as_json:
        for row in rows:
            click.echo(json.dumps(findings.as_json(row)))
    else:
        for line in (*findings.breach_lines(rows), *findings.as_table(rows)):
            click.echo(line)
    return int(not all(row.passed or row.advice for row in rows))


def _chosen(names: tuple[str, ...]) -> tuple[Check, ...]:
    """The checks of these names, all of them where none is given. Raises a usage error for an unknown name."""
    from purges_quiz.authoring.audit import CHECKS
    from purges_quiz.deck.problems import likely

    known = [check.name for check in CHECKS]
    wanted = [name.replace("-", " ").replace("_", " ").casefold() for name in names]
    for name in wanted:
        if name not in known:
            hint = likely(name, known) or f"; there are: {', '.join(known)}"
            raise click.BadParameter(f'no check is called "{name}"{hint}', param_hint="--check")
    return tuple(check for check in CHECKS if not wanted or check.name in wanted)


def _rows(subject: Subject, checks: tuple[Check, ...]) -> Iterator[Row]:
    """What each check comes to, with a bar on a terminal while they run."""
    if not sys.stderr.isatty():
        for check in checks:
            yield from check.run(subject)
        return
    with click.progressbar(checks, file=sys.stderr, item_show_func=lambda check: check.name if check else "") as bar:
        for check in bar:
            yield from check.run(subject)
