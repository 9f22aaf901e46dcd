"""Questions across cards from the first question of a round to the store and the mistakes book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from history import answer, day
from manual_clock import ManualClock
from stores import close_all, open_store

import shipped_deck
from purges_quiz.deck.kinds import Kind, Level, level_of
from purges_quiz.grading.verdict import Choice
from purges_quiz.plain import play
from purges_quiz.progress import Progress, fold
from purges_quiz.progress.estimate import observations
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.session import RoundOptions
from purges_quiz.wording.book import entries

BLOW = "across/first-blow-of-1937:multiple-choice:1"
ORDER = "yezhovshchina-creation/order-date"


def record(outcome: Outcome, *, missed: tuple[str, ...] = (), number: int = 0) -> AttemptRecord:
    kept = answer(number, outcome, facts=("second-show-trial/date",), missed=missed, kind=Kind.MULTIPLE_CHOICE)
    return kept._replace(question=BLOW)


def met_every_fact() -> list[AttemptRecord]:
    return [answer(0, facts=(fact,), round_id=0)._replace(day=date(2026, 3, 1)) for fact in shipped_deck.deck().facts]


class TestFold:
    def test_a_right_answer_is_evidence_for_no_fact_and_counts_for_the_day(self) -> None:
        progress = fold(Progress(), [record(Outcome.RIGHT)])

        assert progress.facts == {}
        assert (progress.days[day(0)].answers, progress.days[day(0)].right) == (1, 1)

    def test_a_wrong_one_opens_only_the_fact_that_it_contradicts(self) -> None:
        progress = fold(Progress(), [record(Outcome.WRONG, missed=(ORDER,))])

        assert set(progress.facts) == set(progress.mistakes) == {ORDER}
        assert progress.facts[ORDER].memory is not None
        assert (progress.days[day(0)].answers, progress.days[day(0)].right) == (1, 0)

    def test_one_that_contradicts_nothing_leaves_every_fact_as_it_was(self) -> None:
        before = fold(Progress(), [answer(0, facts=("second-show-trial/date",))])
        wrong = record(Outcome.WRONG, number=1)._replace(confused_with="yezhov")
        after = fold(before, [wrong])

        assert after.facts == before.facts
        assert after.confusions == {}
        assert after.days[day(1)].answers == 1

    def test_once_overruled_it_is_evidence_for_no_fact(self) -> None:
        overruled = record(Outcome.RIGHT)._replace(self_graded=True)

        assert fold(Progress(), [overruled]).facts == {}


class TestStore:
    def test_an_answer_is_kept_and_read_again_with_what_it_says_of_its_facts(self, tmp_path: Path) -> None:
        game = shipped_deck.game(open_store(tmp_path), ManualClock())
        session = game.begin(RoundOptions(again=(BLOW,)))
        asked = session.round.asking
        assert asked is not None
        session.answer(Choice([option.contradicts for option in asked.question.options].index(ORDER)))
        progress = game.store.progress()
        close_all()

        store = open_store(tmp_path)
        (kept,) = store.answers()
        assert (kept.question, kept.facts, kept.missed) == (BLOW, ("second-show-trial/date",), (ORDER,))
        assert store.progress().facts == progress.facts
        assert set(store.progress().mistakes) == {ORDER}

    def test_overruled_and_restored_it_opens_and_closes_only_what_it_contradicts(self, tmp_path: Path) -> None:
        game = shipped_deck.game(open_store(tmp_path), ManualClock())
        session = game.begin(RoundOptions(again=("across/behind-the-plots-typed:free-text:1",)))
        session.answer("Bukharin")
        opened = set(game.store.progress().mistakes)
        session.overrule()
        assert game.store.progress().facts == {}
        session.undo()
        assert opened
        assert set(game.store.progress().mistakes) == opened

    def test_its_mistakes_are_played_again(self, tmp_path: Path) -> None:
        game = shipped_deck.game(open_store(tmp_path), ManualClock())
        session = game.begin(RoundOptions(again=(BLOW,)))
        session.dont_know()
        session.proceed()
        names = tuple(mistake.posed.question.id for mistake in session.round.mistakes)

        again = game.begin(RoundOptions().of_mistakes(names))
        assert [posed.question.id for posed in again.round.queue] == [BLOW]
        assert game.store.progress().mistakes == {}


class TestMistakesBook:
    def test_a_fact_that_was_contradicted_is_listed_with_the_question_across_cards(self) -> None:
        progress = fold(Progress(), [record(Outcome.WRONG, missed=(ORDER,))])
        (entry,) = entries(progress, shipped_deck.questions())

        assert (entry.fact.key, entry.prompt) == (ORDER, shipped_deck.questions().across[BLOW].prompt)

    @pytest.mark.parametrize(
        ("name", "fact", "expected"),
        [
            (
                "yezhovshchina-categories/category-2:multiple-choice:backward-99z",
                "yezhovshchina-categories/category-2",
                "yezhovshchina-categories/category-2:free-text:backward-1",
            ),
            ("first-show-trial/date:matching:99", ORDER, f"{ORDER}:date-recall:1"),
            ("across/gone:multiple-choice:1", ORDER, f"{ORDER}:date-recall:1"),
        ],
    )
    def test_a_question_that_is_gone_is_listed_as_the_one_that_stands_for_it(
        self, name: str, fact: str, expected: str
    ) -> None:
        missed = answer(0, Outcome.WRONG, facts=(fact,))._replace(question=name)
        (entry,) = entries(fold(Progress(), [missed]), shipped_deck.questions())
        question = shipped_deck.questions().question(expected)

        assert (entry.prompt, entry.answer) == (question.prompt, question.answer)


class TestFormerIds:
    def test_a_full_round_that_was_left_goes_on_though_its_questions_are_gone(self, tmp_path: Path) -> None:
        game = shipped_deck.game(open_store(tmp_path), ManualClock())
        session = game.begin(RoundOptions(Mode.FULL, seed=None))
        session.dont_know()
        session.proceed()
        session.stop()
        (kept,) = game.store.answers()
        gone = kept._replace(
            question=f"{kept.facts[0]}:multiple-choice:99z", kind=Kind.MULTIPLE_CHOICE, outcome=Outcome.WRONG
        )
        game.store.append(gone)

        resumed = game.begin(RoundOptions(Mode.FULL))
        (first, second) = resumed.round.attempts
        assert first.posed.question.facts == second.posed.question.facts
        assert second.posed.question.typed
        assert (second.response, second.outcome) == (None, Outcome.WRONG)
        assert all(kept.facts[0] not in posed.question.facts for posed in resumed.round.queue)


def test_a_whole_quick_round_in_plain_lines_has_one_with_its_reason_and_the_sentences_of_its_facts(
    tmp_path: Path,
) -> None:
    game = shipped_deck.game(open_store(tmp_path), ManualClock())
    for kept in met_every_fact():
        game.store.append(kept)
    before = game.store.progress().facts
    seed = next(
        seed
        for seed in range(20)
        if any(posed.question.level is Level.ACROSS for posed in game.begin(RoundOptions(seed=seed)).round.queue)
    )
    said: list[str] = []
    lines = [line for _ in range(30) for line in (":d\n", "\n")]
    play(game, RoundOptions(seed=seed), RoundOptions(), lines=lines, write=said.append)
    text = "".join(said)

    answers = [kept for kept in game.store.answers() if kept.round and not kept.practice]
    (found,) = [kept for kept in answers if level_of(kept.question) is Level.ACROSS]
    question = shipped_deck.questions().across[found.question]
    assert len(answers) == 10
    assert question.prompt in text
    assert f"Why: {question.because}" in text
    for fact in question.facts:
        assert shipped_deck.deck().facts[fact].sentence in text.replace("*", "")
        assert game.store.progress().facts[fact] == before[fact]


def test_what_is_learnt_of_forgetting_comes_from_the_facts_that_are_contradicted_alone() -> None:
    assert list(observations(record(Outcome.RIGHT))) == []
    assert [it.fact for it in observations(record(Outcome.WRONG, missed=(ORDER,)))] == [ORDER]


def test_a_round_gains_nothing_by_a_right_answer_and_opens_what_a_wrong_one_contradicts(tmp_path: Path) -> None:
    game = shipped_deck.game(open_store(tmp_path), ManualClock())
    for text, opened in (("", ()), (ORDER, (ORDER,))):
        session = game.begin(RoundOptions(again=(BLOW,)))
        asked = session.round.asking
        assert asked is not None
        options = [option.contradicts for option in asked.question.options]
        session.answer(Choice(options.index(text)))
        assert game.gains(session).open == opened
        assert game.gains(session).met == opened
