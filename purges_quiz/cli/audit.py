"""`purges-quiz audit`: walk the whole bank and check every question."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import open_deck
from purges_quiz.cli.options import deck_option, json_option

if TYPE_CHECKING:
    from purges_quiz.authoring.audit import Row, Subject


@click.command()
@deck_option
@json_option
def audit(deck: Path | None, as_json: bool) -> int:  # noqa: FBT001
    """Check every question that can be asked.

    Its truth, its wording, and that neither its options nor other questions give it away. Exits 1 on a breach.
    """
    from purges_quiz import bank
    from purges_quiz.authoring.audit import Subject, findings
    from purges_quiz.cli.interpreters import copies
    from purges_quiz.paths import questions_folder

    opened = open_deck(deck)
    folder = deck or questions_folder()
    subject = Subject.of(bank.build(opened), copies=copies(folder))
    rows = list(_rows(subject))
    if as_json:
        for row in rows:
            click.echo(json.dumps(findings.as_json(row)))
    else:
        for line in (*findings.breach_lines(rows), *findings.as_table(rows)):
            click.echo(line)
    return int(not all(row.passed for row in rows))


def _rows(subject: Subject) -> Iterator[Row]:
    """What each check comes to, with a bar on a terminal while they run."""
    from purges_quiz.authoring.audit import CHECKS

    if not sys.stderr.isatty():
        for check in CHECKS:
            yield from check.run(subject)
        return
    with click.progressbar(CHECKS, file=sys.stderr, item_show_func=lambda check: check.name if check else "") as bar:
        for check in bar:
            yield from check.run(subject)
