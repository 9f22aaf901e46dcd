"""The answers of several decks in one database: each deck has its own, and the days of study are shared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from history import answer, day, noon, round_record
from stores import checkpoint, database_of

from purges_quiz.deck.outline import Outline
from purges_quiz.progress import Progress, fold
from purges_quiz.round.records import Outcome
from purges_quiz.store import folding
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.rows import UNCLAIMED

AT = noon(day(0))
PURGES = Outline("Purges", ["trial/date", "trial/judge"], "one", "purges")
WATER = Outline("Water", ["sea/salt", "sea/depth", "lake/depth"], "two", "water")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[AnswerStore]:
    with closing(AnswerStore.open(path)) as opened:
        yield opened


def play(store: AnswerStore, number: int, *outcomes: Outcome, fact: str = "card/fact", checksum: str = "any") -> int:
    """A round that is finished on the day of that number, all of its questions about one fact."""
    round_id = store.begin_round(round_record(number)._replace(deck=checksum))
    for outcome in outcomes:
        store.append(answer(number, outcome, facts=(fact,), round_id=round_id))
    store.end_round(round_id, at=noon(day(number)))
    return round_id


def old(path: Path, number: int, checksum: str, *facts: str) -> None:
    """A round as stores before this had it: it does not say of which deck it is."""
    with closing(AnswerStore.open(path)) as store:
        for fact in facts:
            play(store, number, Outcome.WRONG, fact=fact, checksum=checksum)


class TestEachHasItsOwn:
    def test_answers_rounds_mistakes_and_bests_even_of_facts_of_the_same_name(self, store: AnswerStore) -> None:
        purges, water = store.of_deck(PURGES), store.of_deck(WATER)
        play(purges, 0, Outcome.WRONG, Outcome.WRONG)
        play(water, 1, Outcome.RIGHT)
        left = water.begin_round(round_record(2, "full"))

        assert [len(each.answers()) for each in (purges, water, store)] == [2, 1, 3]
        assert [len(each.rounds()) for each in (purges, water, store)] == [1, 2, 3]
        assert list(purges.progress().mistakes) == ["card/fact"]
        assert water.progress().mistakes == {}
        assert [each.progress().bests["quick", True].result.score for each in (purges, water)] == [0, 100]
        assert purges.unended("full") is None
        resumable = water.unended("full")
        assert resumable is not None
        assert resumable.id == left

    def test_the_days_of_study_count_for_all(self, store: AnswerStore) -> None:
        purges, water = store.of_deck(PURGES), store.of_deck(WATER)
        play(purges, 0, Outcome.RIGHT)
        assert purges.studied(purges.progress()).studied == {day(0)}
        play(water, 1, Outcome.RIGHT)
        for each in purges, water, store:
            assert each.studied(each.progress()).studied == {day(0), day(1)}
        assert set(purges.progress().days) == {day(0)}

    def test_so_do_those_of_old_rounds_of_a_deck_that_is_gone(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(folding, "FAR_BEHIND", 1)
        old(path, 3, "of-another", "poem/line", "poem/line", "poem/line")
        with closing(AnswerStore.open(path)) as store:
            purges = store.of_deck(PURGES)
            for number in (4, 5):
                play(purges, number, Outcome.RIGHT)
                assert purges.studied(purges.progress()).studied == {day(each) for each in range(3, number + 1)}
            kept = database_of(purges).read("SELECT answer FROM checkpoint WHERE deck_id = ?", (UNCLAIMED,))
            assert kept[0]["answer"] >= 3
            assert set(purges.progress().days) == {day(4), day(5)}

    def test_on_a_day_of_several_decks_they_are_counted_together(self, store: AnswerStore) -> None:
        purges, water = store.of_deck(PURGES), store.of_deck(WATER)
        for each in purges, water:
            round_id = each.begin_round(round_record(0))
            for _ in range(5):
                each.append(answer(0, round_id=round_id))
        assert purges.progress().studied == frozenset()
        together = purges.studied(purges.progress())
        assert together.studied == {day(0)}
        assert (together.days[day(0)].answers, together.days[day(0)].seconds) == (10, 40.0)

    def test_checkpoints_are_each_deck_s_own(
        self, store: AnswerStore, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(folding, "FAR_BEHIND", 3)
        decks = [store.of_deck(each) for each in (PURGES, WATER)]
        for number in range(12):
            outcome = Outcome.WRONG if number % 4 == 0 else Outcome.RIGHT
            play(decks[number % 2], number, outcome, outcome, fact=f"card/{number % 5}")
        expected = [afresh(each) for each in (*decks, store)]

        assert [each.progress() for each in (*decks, store)] == expected
        with closing(AnswerStore.open(path)) as again:
            opened = [*(again.of_deck(each) for each in (PURGES, WATER)), again]
            assert all(checkpoint(each).reach.answer > 12 for each in opened[:2])
            assert [each.progress() for each in opened] == expected
            opened[0].take_back(1, at=AT)
            assert [each.progress() for each in opened] == [afresh(each) for each in opened]


def afresh(store: AnswerStore) -> Progress:
    return fold(Progress(), store.answers(), [each for each in store.rounds() if each.ended])


class TestOldRounds:
    def test_belong_to_the_deck_with_their_checksum_or_else_with_most_of_their_facts(self, path: Path) -> None:
        old(path, 0, "one", "gone/fact")
        old(path, 1, "before-one", "trial/date", "trial/judge", "gone/fact")
        old(path, 2, "before-two", "sea/salt")
        old(path, 3, "of-another", "poem/line")
        with closing(AnswerStore.open(path)) as store:
            store.claim(lambda: [PURGES, WATER])
            asked = [[each.facts[0] for each in store.of_deck(deck).answers()] for deck in (PURGES, WATER)]
            assert asked == [["gone/fact", "trial/date", "trial/judge", "gone/fact"], ["sea/salt"]]
            assert len(store.answers()) == 6

    def test_of_decks_that_fit_equally_well_the_first_has_them(self, path: Path) -> None:
        old(path, 0, "before", "trial/date")
        with closing(AnswerStore.open(path)) as store:
            store.claim(lambda: [PURGES, PURGES._replace(id="a copy")])
            assert len(store.of_deck(PURGES).answers()) == 1
            assert store.of_deck(PURGES._replace(id="a copy")).answers() == ()

    def test_of_a_deck_opened_later_are_found_then(self, path: Path) -> None:
        old(path, 0, "before-two", "sea/salt")
        with closing(AnswerStore.open(path)) as store:
            store.claim(lambda: [PURGES])
            assert store.of_deck(PURGES).answers() == ()
            assert len(store.of_deck(WATER).answers()) == 1
        with closing(AnswerStore.open(path)) as store:
            corrected = Outline("Water", ["river/length"], "three", "water")
            assert len(store.of_deck(corrected).answers()) == 1

    def test_that_are_found_later_are_in_a_checkpoint_too(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(folding, "FAR_BEHIND", 1)
        old(path, 0, "before-two", "sea/salt", "sea/salt", "sea/salt")
        with closing(AnswerStore.open(path)) as store:
            water = AnswerStore(database_of(store), WATER.id)
            play(water, 1, Outcome.RIGHT, Outcome.RIGHT, fact="sea/depth")
            play(water, 2, Outcome.RIGHT, fact="sea/depth")
            assert checkpoint(water).reach.answer > 0
            assert set(store.of_deck(WATER).progress().facts) == {"sea/salt", "sea/depth"}

    def test_no_deck_is_read_where_all_rounds_say_where_they_belong(self, store: AnswerStore) -> None:
        play(store.of_deck(PURGES), 0, Outcome.RIGHT)

        def read() -> list[Outline]:
            raise AssertionError("was read")

        store.claim(read)


class TestWhatThePlayerSays:
    def test_a_fact_is_left_out_and_taken_in_again(self, store: AnswerStore, path: Path) -> None:
        purges = store.of_deck(PURGES)
        assert purges.left_out() == frozenset()
        assert not path.exists()
        for fact in ("trial/date", "trial/judge"):
            purges.leave_out(fact, at=AT)
        purges.take_in("trial/date", at=AT)
        assert purges.left_out() == {"trial/judge"}
        assert store.of_deck(WATER).left_out() == frozenset()
        with closing(AnswerStore.open(path)) as again:
            assert again.of_deck(PURGES).left_out() == {"trial/judge"}

    def test_a_question_is_flagged_until_it_is_flagged_no_more(self, store: AnswerStore) -> None:
        purges = store.of_deck(PURGES)
        purges.flag("trial/date:date-recall:1", at=AT)
        purges.flag("trial/judge:free-text:1", at=AT)
        purges.unflag("trial/judge:free-text:1", at=AT)
        assert [(flag.question, flag.at) for flag in purges.flags()] == [("trial/date:date-recall:1", AT)]
        assert store.of_deck(WATER).flags() == ()
