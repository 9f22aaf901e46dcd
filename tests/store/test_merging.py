"""Two copies of a log, each written to by itself, are made one."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from first_schema import FIRST_SCHEMA
from history import answer, day, noon, round_record

from purges_quiz.deck.outline import Outline
from purges_quiz.progress import Progress, fold
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.store import backups, bundle, folding
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.merging import Added

DECK = Outline("Deck", ["card/0", "card/1"], "checksum", "deck")
NOTHING = Added(0, 0, 0)


def play(store: AnswerStore, start: datetime, answers: int, rng: Random) -> None:
    """A round, some of its answers taken back or overruled, that may not be ended."""
    round_id = store.begin_round(round_record()._replace(begun=start, seed=rng.randrange(99)))
    number = 0
    for place in range(answers):
        at = start + timedelta(seconds=place + rng.random())
        given = answer(
            (start.date() - day(0)).days,
            rng.choice(list(Outcome)),
            facts=(f"card/{rng.randrange(5)}",),
            round_id=round_id,
            response=str(rng.random()),
        )
        number = store.append(given._replace(at=at))
        if rng.random() < 0.3:
            rng.choice([store.take_back, store.overrule])(number, at=at)
    if rng.random() < 0.7:
        store.end_round(round_id, at=start + timedelta(minutes=5), after=number)


def told(store: AnswerStore) -> list[AttemptRecord]:
    """The answers, but for the numbers that they and their rounds have."""
    return [each._replace(id=0, round=0) for each in store.answers()]


def merged(store: AnswerStore, file: Path) -> Added:
    held = bundle.read(file)
    assert held.answers is not None
    with closing(bundle.opened(held.answers)) as other:
        return store.merge(other)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_done_on_two_machines_nothing_is_lost_or_counted_twice(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 5)
    rng = Random(seed)
    home, away = tmp_path / "home.sqlite3", tmp_path / "away.sqlite3"
    with closing(AnswerStore.open(home)) as store:
        for number in range(3):
            play(store, noon(day(number)), rng.randrange(1, 8), rng)
    shutil.copy(home, away)
    for number in range(3, 9):
        with closing(AnswerStore.open(rng.choice([home, away]))) as store:
            play(store, noon(day(number)), rng.randrange(1, 8), rng)
    with closing(AnswerStore.open(home)) as here, closing(AnswerStore.open(away)) as there:
        every = {each.response_text: each for each in (*told(here), *told(there))}
        rounds = {each.begun for each in (*here.rounds(), *there.rounds())}
        merged(here, away)
        assert told(here) == sorted(every.values(), key=lambda each: each.at)
        assert len(here.rounds()) == len(rounds)
        assert [each.round for each in here.answers()] == [
            next(r.id for r in here.rounds() if r.begun.date() == each.at.date()) for each in here.answers()
        ]
        assert here.progress() == fold(Progress(), here.answers(), [each for each in here.rounds() if each.ended])
        assert merged(here, away) == NOTHING
        merged(there, home)
        assert told(there) == told(here)
        assert there.progress().facts == here.progress().facts
        assert there.progress().days == here.progress().days
        assert merged(there, home) == NOTHING
        play(here, noon(day(20)), 5, rng)
        assert here.progress() == fold(Progress(), here.answers(), [each for each in here.rounds() if each.ended])


def test_what_was_said_last_of_an_answer_a_fact_or_a_question_holds_wherever_it_was_said(tmp_path: Path) -> None:
    home, away = tmp_path / "home.sqlite3", tmp_path / "away.sqlite3"
    with closing(AnswerStore.open(home)) as opened:
        store = opened.of_deck(DECK)
        round_id = store.begin_round(round_record())
        for outcome in (Outcome.WRONG, Outcome.WRONG):
            store.append(answer(0, outcome, round_id=round_id, response=str(outcome)))
    shutil.copy(home, away)

    def at(minute: int) -> datetime:
        return noon(day(1)) + timedelta(minutes=minute)

    with closing(AnswerStore.open(home)) as opened:
        store = opened.of_deck(DECK)
        store.overrule(1, at=at(5))
        store.take_back(2, at=at(1))
        store.take_in("card/0", at=at(5))
        store.leave_out("card/1", at=at(1))
        store.flag("card/0:free-text:1", at=at(5))
    with closing(AnswerStore.open(away)) as opened:
        store = opened.of_deck(DECK)
        store.take_back(1, at=at(3))
        store.restore(2, at=at(3))
        store.leave_out("card/0", at=at(3))
        store.take_in("card/1", at=at(3))
        store.unflag("card/0:free-text:1", at=at(3))
    for mine, other in ((home, away), (away, home)):
        with closing(AnswerStore.open(mine)) as opened:
            merged(opened, other)
            store = opened.of_deck(DECK)
            assert [each.self_graded for each in store.answers()] == [True, False]
            assert store.left_out() == frozenset()
            assert [flag.question for flag in store.flags()] == ["card/0:free-text:1"]


def test_answers_that_say_the_same_are_told_apart_by_how_many_there_are(tmp_path: Path) -> None:
    home, away = tmp_path / "home.sqlite3", tmp_path / "away.sqlite3"
    for path, times in ((home, 2), (away, 3)):
        with closing(AnswerStore.open(path)) as store:
            round_id = store.begin_round(round_record())
            for _ in range(times):
                store.append(answer(round_id=round_id))
    with closing(AnswerStore.open(home)) as store:
        assert merged(store, away) == Added(1, 0, 0)
        assert len(store.answers()) == 3


def test_into_nothing_all_is_added_and_the_profile_with_it(tmp_path: Path) -> None:
    away = tmp_path / "away.sqlite3"
    with closing(AnswerStore.open(away)) as store:
        play(store, noon(day(0)), 5, Random(1))
        told_there, seed = told(store), store.seed()
    with closing(AnswerStore.open(tmp_path / "home" / "answers.sqlite3")) as store:
        assert merged(store, away).rounds == 1
        assert (told(store), store.seed()) == (told_there, seed)


def test_a_copy_of_an_older_schema_is_merged_and_left_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(old)) as connection:
        for statement in FIRST_SCHEMA:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO rounds VALUES (1, 'quick', 10, 1, 1, 'checksum', 7, '2027-03-01T12:00:00+00:00')"
        )
        connection.commit()
    before = old.read_bytes()
    with closing(AnswerStore.open(tmp_path / "answers.sqlite3")) as store:
        assert merged(store, old) == Added(0, 1, 0)
        assert store.of_deck(DECK).rounds() != ()
    assert old.read_bytes() == before


def test_the_log_before_is_kept_and_after_a_fault_it_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, away = tmp_path / "answers.sqlite3", tmp_path / "away.sqlite3"
    for place, path in enumerate((home, away)):
        with closing(AnswerStore.open(path)) as store:
            play(store, noon(day(place)), 5, Random(place))
    with closing(AnswerStore.open(home)) as store:
        before = told(store)
        with monkeypatch.context() as patched:
            broken: Callable[..., None] = _no_room
            patched.setattr("purges_quiz.store.merging._put_in_order", broken)
            with pytest.raises(sqlite3.OperationalError):
                merged(store, away)
        assert told(store) == before
        merged(store, away)
        assert len(told(store)) > len(before)
    with closing(AnswerStore.open(tmp_path / "backups" / "before-merge-2.sqlite3")) as store:
        assert told(store) == before


def _no_room(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    "name",
    [
        "answers (Anna's conflicted copy 2027-03-01).sqlite3",
        "answers (In Konflikt stehende Kopie von Anna 2027-03-01).sqlite3",
        "answers (conflicted copy 2027-03-01 101500).sqlite3",
        "answers_conflict-20270301-101500.sqlite3",
        "answers.sync-conflict-20270301-101500-ABCDEFG.sqlite3",
        "answers-LAPTOP-3F2A.sqlite3",
        "answers 2.sqlite3",
        "answers (1).sqlite3",
    ],
)
def test_a_copy_that_a_synchronised_folder_has_left_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "answers.sqlite3"
    for own in ("answers.sqlite3", "answers.damaged-1.sqlite3", "answers.sqlite3-journal", "other.sqlite3"):
        (tmp_path / own).touch()
    assert backups.copies_beside(path) is None
    (tmp_path / name).touch()
    notice = backups.copies_beside(path)
    assert notice is not None
    assert f'"{name}"' in notice
    assert "purges-quiz merge" in notice


def test_a_player_is_told_of_such_a_copy(tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "answers 2.sqlite3")
    with closing(AnswerStore.open(tmp_path / "answers.sqlite3")) as store:
        assert store.kept
        assert store.notice is not None
        assert "answers 2.sqlite3" in store.notice
