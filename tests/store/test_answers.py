from __future__ import annotations

import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from history import answer, choice, day, noon, round_record
from stores import checkpoint, connection_of

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.slip import Slip
from purges_quiz.progress import RULES_VERSION, Progress, fold
from purges_quiz.progress.days import study_day
from purges_quiz.round.records import Outcome
from purges_quiz.store import disk, folding, schema
from purges_quiz.store.answers import AnswerStore

NOON = noon(day(0))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "answers.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[AnswerStore]:
    with closing(AnswerStore.open(path)) as opened:
        yield opened


def reopened(path: Path) -> AnswerStore:
    return AnswerStore.open(path)


def test_looking_creates_nothing(store: AnswerStore, path: Path) -> None:
    assert store.answers() == ()
    assert store.rounds() == ()
    assert store.unended("full") is None
    assert store.progress().facts == {}
    assert store.seed() == store.seed()
    assert store.notice is None
    assert store.kept
    assert not path.parent.exists()


def test_an_answer_comes_back_as_it_was(store: AnswerStore, path: Path) -> None:
    round_id = store.begin_round(round_record())
    given = answer(
        3,
        Outcome.PARTIAL,
        facts=("a/b", "a/c"),
        kind=Kind.MATCHING,
        hinted=True,
        missed=("a/c",),
        slip=Slip.INCOMPLETE,
        confused_with="yagoda",
        practice=True,
        response="Ежов\x00 [b]\n",
        round_id=round_id,
    )
    number = store.append(given)
    expected = (given._replace(id=number),)
    assert store.answers() == expected
    assert store.answers(round_id) == expected
    assert store.answers(round_id + 1) == ()
    with closing(reopened(path)) as again:
        assert again.answers() == expected


def test_half_characters_from_a_terminal_are_kept_as_question_marks(store: AnswerStore) -> None:
    store.begin_round(round_record())
    store.append(answer(response="Yezh\udcffov"))
    assert store.answers()[0].response_text == "Yezh?ov"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_player_can_read_it(store: AnswerStore, path: Path) -> None:
    store.begin_round(round_record())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_writes_through_with_a_rollback_journal(store: AnswerStore) -> None:
    store.begin_round(round_record())
    connection = connection_of(store)
    assert tuple(connection.execute("PRAGMA synchronous").fetchone()) == (2,)
    assert tuple(connection.execute("PRAGMA journal_mode").fetchone()) == ("delete",)


def test_rounds_come_back_begun_and_ended(store: AnswerStore) -> None:
    first = store.begin_round(round_record(mode="full"))
    second = store.begin_round(round_record(mode="full"))
    at = datetime(2027, 3, 2, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    unended = store.unended("full")
    assert unended is not None
    assert unended.id == second
    store.end_round(second, at=at)
    store.end_round(second, at=at + timedelta(days=9), finished=False)
    assert store.unended("full") is None
    begun, done = store.rounds()
    assert begun == round_record(mode="full")._replace(id=first)
    assert done == begun._replace(id=second, ended=at.astimezone(UTC), day=day(0), finished=True)
    assert done.day == study_day(at.astimezone(UTC), 120)


def test_an_answer_taken_back_is_gone_and_an_overruled_one_right(store: AnswerStore) -> None:
    store.begin_round(round_record())
    wrong = answer(outcome=Outcome.WRONG, confused_with="yagoda", slip=Slip.OTHER)
    kept, number = store.append(answer()), store.append(wrong)
    store.overrule(number, at=NOON)
    overruled = store.answers()[1]
    assert overruled == wrong._replace(
        id=number, outcome=Outcome.RIGHT, self_graded=True, missed=(), confused_with=None, points=100
    )
    store.restore(number, at=NOON)
    assert store.answers()[1] == wrong._replace(id=number)
    store.take_back(number, at=NOON)
    assert [each.id for each in store.answers()] == [kept]
    store.restore(number, at=NOON)
    assert store.answers()[1] == wrong._replace(id=number)


def test_a_round_has_not_ended_once_the_answer_after_which_it_ended_is_taken_back(store: AnswerStore) -> None:
    round_id = store.begin_round(round_record(mode="full"))
    first, last = store.append(answer(round_id=round_id)), store.append(answer(round_id=round_id))
    begun = store.rounds(), store.unended("full")
    store.end_round(round_id, at=NOON, after=last)
    ended = store.rounds()
    assert store.unended("full") is None
    store.take_back(last, at=NOON)
    assert (store.rounds(), store.unended("full")) == begun
    store.restore(last, at=NOON)
    assert store.rounds() == ended
    store.take_back(last, at=NOON)
    store.end_round(round_id, at=noon(day(1)), finished=False, after=first)
    assert [(each.day, each.finished) for each in store.rounds()] == [(day(1), False)]


def test_a_round_that_two_instances_ended_stays_ended_as_long_as_one_of_them_has_it_so(path: Path) -> None:
    with closing(reopened(path)) as one, closing(reopened(path)) as two:
        round_id = one.begin_round(round_record(mode="full"))
        lasts = [store.append(answer(round_id=round_id)) for store in (one, two)]
        one.end_round(round_id, at=NOON, after=lasts[0])
        two.end_round(round_id, at=noon(day(1)), after=lasts[1])
        assert [each.day for each in one.rounds()] == [day(0)]
        assert one.progress().days[day(0)].rounds == 1
        one.take_back(lasts[0], at=NOON)
        assert [each.day for each in two.rounds()] == [day(1)]
        assert one.progress() == two.progress() == afresh(one)
        two.take_back(lasts[1], at=NOON)
        assert one.rounds()[0].ended is None
        assert one.progress() == two.progress() == Progress()


@pytest.mark.parametrize("table", ["rounds", "endings", "answers", "amendments"])
def test_no_row_is_ever_changed_or_removed(store: AnswerStore, path: Path, table: str) -> None:
    store.end_round(store.begin_round(round_record()), at=NOON)
    store.overrule(store.append(answer()), at=NOON)
    with closing(sqlite3.connect(path)) as connection:
        for statement in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)


@pytest.mark.parametrize(
    "change",
    [{"points": -1}, {"seconds": -1.0}, {"question": ""}, {"facts": ()}, {"offset_minutes": 3000}, {"points": 1.5}],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(store: AnswerStore, change: dict[str, object]) -> None:
    store.begin_round(round_record())
    with pytest.raises(sqlite3.IntegrityError):
        store.append(answer()._replace(**change))  # type: ignore[arg-type]
    assert store.answers() == ()
    assert store.append(answer()) == 1


def test_a_time_without_a_zone_is_refused(store: AnswerStore) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.take_back(1, at=datetime(2027, 1, 1))  # noqa: DTZ001


def test_the_seed_is_the_players_for_ever(store: AnswerStore, path: Path) -> None:
    seed = store.seed()
    store.begin_round(round_record())
    assert store.seed() == seed
    with closing(reopened(path)) as again:
        assert again.seed() == seed


def test_two_instances_share_one_store(path: Path) -> None:
    with closing(reopened(path)) as one, closing(reopened(path)) as two:
        rounds = [store.begin_round(round_record()) for store in (one, two, one, two)]
        assert rounds == [1, 2, 3, 4]
        numbers = [store.append(answer(round_id=1 + at % 4)) for at in range(20) for store in (one, two)]
        assert numbers == list(range(1, 41))
        assert one.answers() == two.answers()
        assert one.seed() == two.seed()
        assert one.notice is None


@pytest.mark.parametrize(("small", "checked"), [(0, [True, False, False]), (1 << 20, [True, True, True])])
def test_a_large_file_is_checked_only_by_a_start_after_an_unclean_end(
    path: Path, monkeypatch: pytest.MonkeyPatch, small: int, checked: list[bool]
) -> None:
    statements: list[str] = []

    def traced(target: Path | str) -> sqlite3.Connection:
        connection = connect(target)
        connection.set_trace_callback(statements.append)
        return connection

    def checks_at_start() -> bool:
        statements.clear()
        with closing(reopened(path)) as store:
            store.append(answer())
        return any("integrity_check" in statement for statement in statements)

    connect = disk.connect
    monkeypatch.setattr(disk, "connect", traced)
    monkeypatch.setattr(disk, "SMALL", small)
    killed = reopened(path)
    killed.begin_round(round_record())
    connection_of(killed).close()
    assert [checks_at_start() for _ in range(3)] == checked


def test_progress_is_that_of_the_answers(store: AnswerStore) -> None:
    round_id = store.begin_round(round_record())
    numbers = [store.append(each) for each in (answer(0, Outcome.WRONG), answer(1), answer(2), choice(2))]
    store.end_round(round_id, at=noon(day(2)))
    assert not store.progress().mistakes
    assert store.progress().bests["quick", True].result.answers == 4
    store.take_back(numbers[2], at=NOON)
    assert list(store.progress().mistakes) == ["card/fact"]
    store.restore(numbers[2], at=NOON)
    assert store.progress().mistakes == {}


def test_a_checkpoint_changes_no_fold(store: AnswerStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 7)
    for number in range(12):
        round_id = store.begin_round(round_record(number))
        for place in range(5):
            outcome = Outcome.WRONG if (number + place) % 4 == 0 else Outcome.RIGHT
            fact = f"card/{place % 3}"
            rival = "yagoda" if outcome is Outcome.WRONG else None
            store.append(
                answer(number, outcome, facts=(fact,), round_id=round_id, confused_with=rival)
                if place % 2
                else choice(number, outcome, fact=fact)._replace(round=round_id)
            )
        if number % 3:
            store.end_round(round_id, at=noon(day(number)))
    assert store.progress() == afresh(store)
    with closing(reopened(path)) as again:
        assert checkpoint(again).reach.answer >= 50
        assert again.progress() == afresh(store)
        again.take_back(20, at=NOON)
        assert again.progress() == afresh(again)
        assert store.progress() == afresh(store)
        again.overrule(60, at=NOON)
        assert again.progress() == afresh(again)


def test_a_checkpoint_that_another_instance_has_spoilt_is_made_anew_by_the_next_round(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 3)
    with closing(reopened(path)) as one, closing(reopened(path)) as two:
        round_id = one.begin_round(round_record())
        last = [one.append(answer(round_id=round_id, outcome=Outcome.WRONG)) for _ in range(5)][-1]
        one.end_round(round_id, at=NOON, after=last)
        two.begin_round(round_record())
        assert checkpoint(two).reach.answer == last
        one.take_back(last, at=NOON)
        assert one.progress() == two.progress() == afresh(one)
        two.begin_round(round_record())
        with closing(reopened(path)) as again:
            assert checkpoint(again).progress == again.progress() == afresh(one)


def test_a_checkpoint_of_other_rules_or_of_garbage_is_made_anew(
    store: AnswerStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 2)
    store.begin_round(round_record())
    for number in range(6):
        store.append(answer(number))
    store.begin_round(round_record())
    expected = store.progress()
    for text in ("", "[]", "{}", '{"rules": 0}', '{"rules": 1, "facts": {"a": [1]}}'):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE checkpoint SET progress = ?", (text,))
            connection.commit()
        with closing(reopened(path)) as again:
            assert again.progress() == expected


def test_a_checkpoint_by_the_rules_before_is_made_anew(
    store: AnswerStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 2)
    with monkeypatch.context() as before:
        before.setattr(folding, "FORM", {**folding.FORM, "rules": RULES_VERSION - 1})
        store.begin_round(round_record())
        for number in range(6):
            store.append(answer(number))
        store.begin_round(round_record())
        assert checkpoint(store).progress.facts
    with closing(reopened(path)) as again:
        assert checkpoint(again).progress == Progress()
        assert again.progress() == afresh(again)
        again.begin_round(round_record())
        assert checkpoint(again).progress == afresh(again)


def test_a_checkpoint_keeps_how_the_player_forgot_before_the_day_and_forgets_now() -> None:
    log = [
        choice(number, Outcome.WRONG if number == 3 else Outcome.RIGHT, fact=f"card/{number % 3}")
        for number in (0, 1, 3, 4, 4, 5)
    ]
    for length in range(len(log) + 1):
        folded = fold(Progress(), log[:length])
        assert folding.from_text(folding.to_text(folded)) == folded
    assert folded.forgetting_at_dawn != folded.forgetting


def test_a_reset_sets_everything_aside_and_starts_afresh(store: AnswerStore, path: Path) -> None:
    store.begin_round(round_record())
    store.append(answer())
    store.close()
    with closing(reopened(path)) as again:
        again.begin_round(round_record(1))
        seed = again.seed()
        folder = again.reset()
        assert folder is not None
        assert sorted(file.name for file in folder.iterdir()) == ["answers-2027-03-02.sqlite3", "answers.sqlite3"]
        assert again.answers() == ()
        assert again.progress().facts == {}
        assert again.seed() != seed
        assert again.reset() is None
        assert again.begin_round(round_record()) == 1
    with closing(reopened(folder / "answers.sqlite3")) as old:
        assert len(old.answers()) == 1


def test_a_database_of_a_later_version_is_refused_and_untouched(store: AnswerStore, path: Path) -> None:
    store.begin_round(round_record())
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(disk.NewerDatabaseError, match="later version") as refused:
        reopened(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == before


def test_one_backup_a_day_and_ten_are_kept(store: AnswerStore, path: Path) -> None:
    for number in range(15):
        store.begin_round(round_record(number))
        store.append(answer(number))
        store.begin_round(round_record(number))
    backups = sorted((path.parent / "backups").iterdir())
    assert [backup.name for backup in backups] == [
        f"answers-{day(number).isoformat()}.sqlite3" for number in range(5, 15)
    ]
    with closing(sqlite3.connect(backups[-1])) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (14,)
    if sys.platform != "win32":
        assert stat.S_IMODE(backups[-1].stat().st_mode) == 0o600


def afresh(store: AnswerStore) -> Progress:
    """The progress folded from every answer, with no checkpoint."""
    return fold(
        Progress(), store.answers(), [each for each in sorted(store.rounds(), key=lambda each: each.id) if each.ended]
    )
