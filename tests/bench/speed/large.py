"""What a player of many years has, and what a teacher of many cards has."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from purges_quiz.bank.bank import Bank
from purges_quiz.deck.outline import Outline
from purges_quiz.deck.question import Question
from purges_quiz.progress.days import study_day
from purges_quiz.round.records import AttemptRecord, Outcome, RoundRecord
from purges_quiz.store import rows, schema
from purges_quiz.store.answers import AnswerStore

PER_ROUND = 10
ROUNDS_A_DAY = 8
OUTCOMES = (Outcome.RIGHT,) * 7 + (Outcome.SLIP, Outcome.PARTIAL, Outcome.WRONG)
LARGE_DECK = "many-facts"
NOT_CARDS = frozenset({"deck.toml", "entities.toml", "arrangements.toml", "ladders.toml", "across.toml"})


def fill_store(path: Path, bank: Bank, answers: int) -> None:
    """Put so many answers, eighty a day until yesterday, into a new database at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    questions = tuple(bank.questions.values())
    rounds = answers // PER_ROUND
    first = datetime.now(UTC) - timedelta(days=rounds // ROUNDS_A_DAY + 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.migrate(connection)
        connection.execute("INSERT INTO profile (id, seed) VALUES (1, 1)")
        for number in range(1, rounds + 1):
            begun = first + timedelta(days=(number - 1) // ROUNDS_A_DAY, minutes=number % ROUNDS_A_DAY)
            record = RoundRecord(number, "quick", PER_ROUND, True, True, bank.deck.checksum, number, begun)
            last = number * PER_ROUND
            ending = rows.ending_values(number, begun, study_day(begun, 0), finished=True, after=last)
            _insert(connection, "rounds", rows.round_values(record))
            for attempt in _answers(number, begun, questions):
                _insert(connection, "answers", rows.attempt_values(attempt))
            _insert(connection, "endings", ending)
        connection.execute("COMMIT")
    with closing(AnswerStore.open(path)) as opened:  # the first round after that makes a checkpoint, as all rounds do
        deck = bank.deck
        store = opened.of_deck(Outline(deck.title, deck.facts, deck.checksum, deck.id))
        now = datetime.now(UTC)
        begun_last = store.begin_round(RoundRecord(0, "quick", PER_ROUND, True, True, bank.deck.checksum, 0, now))
        store.end_round(begun_last, at=now, finished=False)


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    connection.execute(rows.insertion(table, values), values)


def write_deck(source: Path, target: Path, facts: int) -> None:
    """Write the deck of `source` again and again under other keys and with other prompts until it has so many facts."""
    target.mkdir()
    texts = {path.name: path.read_text() for path in sorted(source.glob("*.toml"))}
    cards = {name: text for name, text in texts.items() if name not in NOT_CARDS}
    keys = [re.search(r'^key = "(.+)"', text, re.MULTILINE)[1] for text in cards.values()]  # type: ignore[index]
    reference = re.compile(rf'"({"|".join(keys)})/')
    (target / "entities.toml").write_text(texts["entities.toml"])
    about = re.sub(r'^id = ".+"', f'id = "{LARGE_DECK}"', texts["deck.toml"], flags=re.MULTILINE)
    (target / "deck.toml").write_text(about)  # two decks of one id are not played: their answers would be mixed
    shared: dict[str, list[str]] = {"ladders.toml": [], "arrangements.toml": []}
    written = 0
    for copy in count(1):
        if written >= facts:
            break
        for name, parts in shared.items():
            parts.append(_renumbered(texts[name], reference, copy))
        for name, text in cards.items():
            (target / f"{copy:03}-{name}").write_text(_renumbered(text, reference, copy))
            written += len(re.findall(r"^\[facts\.[a-z0-9-]+\]", text, re.MULTILINE))
    for name, parts in shared.items():
        (target / name).write_text("\n".join(parts))


def _renumbered(text: str, reference: re.Pattern[str], copy: int) -> str:
    text = reference.sub(rf'"\1-{copy}/', text)
    return re.sub(r'^key = "(.+)"', rf'key = "\1-{copy}"', text, flags=re.MULTILINE)


def _answers(number: int, at: datetime, questions: tuple[Question, ...]) -> Iterator[AttemptRecord]:
    rng = Random(number)
    for place, question in enumerate(rng.sample(questions, PER_ROUND)):
        outcome = rng.choice(OUTCOMES)
        right = outcome in {Outcome.RIGHT, Outcome.SLIP}
        yield AttemptRecord(
            id=0,
            round=number,
            mode="quick",
            question=question.id,
            facts=question.facts,
            kind=question.kind,
            hinted=question.hint is not None,
            response_text=question.answer if right else "something else",
            outcome=outcome,
            slip=None,
            confused_with=None,
            missed=() if right else question.facts,
            self_graded=False,
            practice=False,
            points=100 * right,
            seconds=5.0 + place,
            at=at + timedelta(seconds=20 * place),
            offset_minutes=0,
            day=study_day(at, 0),
        )
