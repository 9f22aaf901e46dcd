from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_up_facts import PARTIAL, RIGHT, WRONG
from manual_clock import MOSCOW, ManualClock
from stores import connection_of, open_store

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Name
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Choice, Response, Verdict
from purges_quiz.round.events import OutOfTurnError
from purges_quiz.round.modes import Mode
from purges_quiz.round.posed import limit_of
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.round.state import Round
from purges_quiz.session import Clock, Game, RoundOptions, SystemClock
from purges_quiz.session.playing import Session
from purges_quiz.session.report import contrast, report

WORDS = frozenset({Kind.FREE_TEXT})


class Judged(Game):
    """A game whose grader knows three answers: right, half, wrong."""

    def grade(self, question: Question, response: Response) -> Verdict:
        if isinstance(response, Choice):
            return RIGHT if question.options[response.option].correct else WRONG
        return {"right": RIGHT, "half": PARTIAL}.get(str(response), WRONG)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def game(tmp_path: Path, clock: ManualClock) -> Game:
    return opened(tmp_path, clock)


def opened(folder: Path, clock: Clock) -> Game:
    return Judged(shipped_deck.deck(), open_store(folder), clock)


def words(game: Game, count: int = 4, *, mode: Mode = Mode.QUICK) -> Session:
    """A round of typed words."""
    return game.begin(RoundOptions(mode, questions=count, kinds=WORDS, seed=3))


def respond(session: Session, text: str) -> None:
    """Answer the question right or wrong, whatever its kind, and go on."""
    ask = session.round.asking
    assert ask is not None
    options = [place for place, option in enumerate(ask.question.options) if option.correct is (text == "right")]
    session.answer(Choice(options[0]) if options else text)
    if session.round.shown:
        session.proceed()


class TestKeeping:
    def test_nothing_is_written_before_the_first_answer(self, game: Game, tmp_path: Path) -> None:
        game.home()
        session = words(game)
        session.stop()
        assert list(tmp_path.iterdir()) == []

    def test_an_answer_is_kept_before_it_is_shown(
        self, game: Game, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = words(game)
        standing: list[tuple[int, Round]] = []

        def append(answer: AttemptRecord) -> int:
            number = keep(answer)
            others = open_store(tmp_path).answers()
            standing.append((len(others), session.round))
            return number

        keep = game.store.append
        monkeypatch.setattr(game.store, "append", append)
        before = session.round
        session.answer("right")
        assert standing == [(1, before)]
        assert session.round.shown

    def test_what_is_kept_of_an_answer(self, game: Game, clock: ManualClock) -> None:
        session = words(game)
        clock.seconds += 7
        clock.local = datetime(2026, 3, 11, 2, 30, tzinfo=MOSCOW)
        session.answer("half")
        (kept,) = game.store.answers()
        (record,) = game.store.rounds()
        shown = session.round.shown
        assert shown is not None
        assert (kept.round, kept.mode, kept.question, kept.facts) == (
            record.id,
            "quick",
            shown.posed.question.id,
            shown.posed.question.facts,
        )
        assert (kept.response_text, kept.outcome, kept.slip, kept.missed) == (
            "half",
            Outcome.PARTIAL,
            PARTIAL.slip,
            kept.facts,
        )
        assert (kept.points, kept.seconds, kept.practice, kept.self_graded) == (50, 7, False, False)
        assert (kept.at, kept.offset_minutes) == (datetime(2026, 3, 10, 23, 30, tzinfo=UTC), 180)
        assert kept.day.isoformat() == "2026-03-10"

    def test_what_is_kept_of_a_round(self, game: Game, clock: ManualClock) -> None:
        session = words(game, 3)
        for _ in range(3):
            respond(session, "right")
        (record,) = game.store.rounds()
        assert (record.mode, record.length, record.timed, record.default_length) == (
            "quick",
            3,
            True,
            False,
        )
        assert (record.deck, record.seed, record.finished) == (game.deck.checksum, 3, True)
        assert record.ended == clock.local

    def test_a_round_ended_early_is_not_finished(self, game: Game) -> None:
        session = words(game)
        respond(session, "right")
        session.stop()
        (record,) = game.store.rounds()
        assert (record.ended is not None, record.finished) == (True, False)

    def test_default_length_is_the_length_of_the_mode_and_of_all_it_asks_about(self, game: Game) -> None:
        wishes = {
            RoundOptions(): True,
            RoundOptions(questions=10): True,
            RoundOptions(questions=9): False,
            RoundOptions(kinds=WORDS): False,
            RoundOptions(card="first-show-trial"): False,
            RoundOptions(Mode.CARD, card="first-show-trial"): True,
            RoundOptions(Mode.SPRINT): True,
            RoundOptions(Mode.EXAM): True,
            RoundOptions(Mode.FULL): True,
            RoundOptions(Mode.FULL, questions=10): False,
        }
        for wish in wishes:
            session = game.begin(wish)
            session.dont_know()
        assert [record.default_length for record in game.store.rounds()] == list(wishes.values())
        lengths = {record.mode: record.length for record in game.store.rounds()}
        assert (lengths["sprint"], lengths["exam"]) == (0, 20)


class TestAnswering:
    def test_a_time_out_grades_the_field_and_an_empty_one_is_no_answer(self, game: Game) -> None:
        for field, outcome in ((" ", Outcome.NO_ANSWER), (None, Outcome.NO_ANSWER), ("right", Outcome.RIGHT)):
            session = words(game)
            session.time_out(field)
            assert game.store.answers()[-1].outcome is outcome

    def test_an_answer_out_of_turn_is_not_kept(self, game: Game) -> None:
        session = words(game)
        session.answer("right")
        with pytest.raises(OutOfTurnError):
            session.answer("right")
        with pytest.raises(OutOfTurnError):
            session.dont_know()
        with pytest.raises(OutOfTurnError):
            session.time_out()
        session.proceed()
        session.pause()
        with pytest.raises(OutOfTurnError):
            session.answer("right")
        assert len(game.store.answers()) == 1

    def test_pauses_stop_the_clock(self, game: Game, clock: ManualClock) -> None:
        session = words(game)
        limit = session.remaining()
        assert limit is not None
        clock.seconds += 5
        session.pause()
        clock.seconds += 500
        session.resume()
        assert session.remaining() == limit - 5

    def test_undo_takes_the_answer_back_from_disk(self, game: Game) -> None:
        session = words(game)
        respond(session, "right")
        before = game.store.answers(), game.store.progress()
        session.answer("wrong")
        session.undo()
        assert (game.store.answers(), game.store.progress()) == before
        session.answer("right")
        assert [answer.practice for answer in game.store.answers()] == [False, True]
        assert game.store.progress() == before[1]

    def test_y_makes_it_right_on_disk_and_u_takes_the_y_back(self, game: Game) -> None:
        session = words(game)
        session.answer("wrong")
        judged = game.store.answers()
        session.overrule()
        (kept,) = game.store.answers()
        assert (kept.outcome, kept.self_graded, kept.points) == (Outcome.RIGHT, True, 100)
        session.undo()
        assert game.store.answers() == judged
        session.undo()
        assert game.store.answers() == ()

    def test_an_exam_is_overruled_at_the_end_answer_by_answer(self, game: Game) -> None:
        session = words(game, 3, mode=Mode.EXAM)
        for text in ("wrong", "right", "wrong"):
            session.answer(text)
        with pytest.raises(OutOfTurnError):
            session.overrule(1)
        session.overrule(0)
        session.overrule(-1)
        assert [answer.self_graded for answer in game.store.answers()] == [True, False, True]
        session.undo()
        session.undo()
        session.undo()
        assert [answer.outcome for answer in game.store.answers()] == [Outcome.WRONG, Outcome.RIGHT]

    def test_results_of_a_finished_round_can_be_undone_once_more(self, game: Game) -> None:
        session = words(game, 1)
        respond(session, "wrong")
        assert session.round.over
        session.undo()
        respond(session, "right")
        assert session.round.over
        assert game.store.progress().mistakes == {}


class TestModes:
    @pytest.mark.parametrize("mode", Mode)
    @pytest.mark.parametrize("text", ["right", "wrong"])
    def test_every_mode_can_be_played_to_its_end(self, game: Game, mode: Mode, text: str) -> None:
        for _ in range(3):
            game.begin(RoundOptions()).dont_know()
        session = game.begin(RoundOptions(mode, card="first-show-trial" if mode is Mode.CARD else None))
        while not session.round.over:
            respond(session, text)
        current = session.round
        assert (current.right, len(current.mistakes)) == (current.planned, 0)[:: 1 if text == "right" else -1]
        assert game.store.rounds()[-1].finished

    def test_clocks_are_as_the_mode_has_them_or_as_wished(self, game: Game, clock: ManualClock) -> None:
        assert game.begin(RoundOptions(Mode.SPRINT)).remaining() == 120
        assert game.begin(RoundOptions(Mode.SPRINT, seconds=30, stretch=2)).remaining() == 30
        assert game.begin(RoundOptions(Mode.SPRINT, stretch=1.5)).remaining() == 180
        assert game.begin(RoundOptions(seconds=9)).remaining() == 9
        assert game.begin(RoundOptions(clock=False)).remaining() is None
        exam = game.begin(RoundOptions(Mode.EXAM))
        limit = exam.remaining()
        assert limit is not None
        assert limit == sum(limit_of(ask.question) for ask in exam.round.queue)
        assert len(exam.round.queue) == 20
        clock.seconds += 10
        exam.dont_know()
        assert exam.remaining() == limit - 10

    def test_mistakes_has_no_clock_unless_it_is_switched_on(self, game: Game) -> None:
        words(game).dont_know()
        assert game.begin(RoundOptions(Mode.MISTAKES)).remaining() is None
        assert game.begin(RoundOptions(Mode.MISTAKES, clock=True)).remaining() is not None
        assert game.begin(RoundOptions(Mode.MISTAKES, seconds=9)).remaining() == 9

    def test_mistakes_with_none_open_is_over_at_once(self, game: Game) -> None:
        assert game.begin(RoundOptions(Mode.MISTAKES)).round.over
        assert game.store.rounds() == ()

    def test_the_same_questions_again(self, game: Game) -> None:
        session = words(game)
        respond(session, "wrong")
        respond(session, "right")
        respond(session, "wrong")
        names = tuple(mistake.posed.question.id for mistake in session.round.mistakes)
        again = game.begin(RoundOptions(again=(*names, "no/such:question:1")))
        assert tuple(ask.question.id for ask in again.round.queue) == names

    @pytest.mark.parametrize("mode", [Mode.QUICK, Mode.SPRINT, Mode.EXAM, Mode.FULL])
    def test_the_same_seed_and_answers_replay_the_same_round(self, tmp_path: Path, mode: Mode) -> None:
        def played(folder: str) -> Round:
            session = opened(tmp_path / folder, ManualClock()).begin(RoundOptions(mode, seed=42))
            for place in range(8):
                respond(session, "wrong" if place % 3 else "right")
            return session.round

        assert played("one") == played("two")

    def test_any_whole_number_is_a_seed(self, game: Game) -> None:
        for seed in (0, -1, 2**80):
            game.begin(RoundOptions(seed=seed)).dont_know()
        assert len(game.store.rounds()) == 3


class TestFull:
    def left(self, game: Game) -> Session:
        session = game.begin(RoundOptions(Mode.FULL))
        for text in ("right", "wrong", "right", "wrong", "wrong"):
            respond(session, text)
        return session

    def test_it_goes_on_where_it_was_left(self, tmp_path: Path, clock: ManualClock) -> None:
        session = self.left(opened(tmp_path, clock))
        session.stop()
        game = opened(tmp_path, clock)
        left = game.home().left
        assert left is not None
        assert left == 5
        resumed = game.begin(RoundOptions(Mode.FULL))
        assert (resumed.round.number, resumed.round.length) == (6, len(game.deck.facts))
        assert (resumed.round.score, resumed.round.right) == (session.round.score, session.round.right)
        for old, new in zip(session.round.mistakes, resumed.round.mistakes, strict=True):
            assert (old.posed.question, old.text, old.verdict) == (new.posed.question, new.text, new.verdict)
        while not resumed.round.over:
            respond(resumed, "right")
        (record,) = game.store.rounds()
        assert record.finished
        answered = [fact for answer in game.store.answers() if not answer.practice for fact in answer.facts]
        assert sorted(answered) == sorted(game.deck.facts)
        assert game.home().left is None

    def test_it_can_be_begun_afresh(self, game: Game) -> None:
        self.left(game).stop()
        assert game.begin(RoundOptions(Mode.FULL, afresh=True)).round.number == 1
        assert game.begin(RoundOptions(Mode.FULL, questions=5)).round.number == 1
        assert game.begin(RoundOptions(Mode.FULL)).round.number == 6

    def test_a_narrower_one_is_not_left_to_be_resumed(self, game: Game) -> None:
        session = game.begin(RoundOptions(Mode.FULL, questions=5))
        respond(session, "right")
        session.stop()
        assert game.home().left is None


class TestHome:
    def test_a_new_player(self, game: Game) -> None:
        home = game.home()
        assert (home.mistakes, home.new, home.facts) == (0, len(game.deck.facts), len(game.deck.facts))
        assert (home.streak.length, home.bests, home.left, home.notice) == (0, {}, None, None)

    def test_after_a_round_and_after_a_night(self, tmp_path: Path, clock: ManualClock) -> None:
        session = opened(tmp_path, clock).begin(RoundOptions(seed=1))
        respond(session, "right")
        missed = session.round.asking
        assert missed is not None
        for text in ("wrong", *["right"] * 20):
            if not session.round.over:
                respond(session, text)
        game = opened(tmp_path, clock)
        home = game.home()
        assert (home.mistakes, home.streak.length, home.streak.today) == (len(missed.question.facts), 1, True)
        assert home.plan.done == 10
        assert home.bests["quick", True].result.score == session.round.score
        clock.local += timedelta(days=1)
        home = game.home()
        assert (home.streak.today, home.streak.length, home.plan.done) == (False, 1, 0)
        assert home.plan.left >= 10
        assert report(game).due


class TestConfusion:
    def test_who_is_taken_for_another_is_told_and_both_are_drilled(self, tmp_path: Path, clock: ManualClock) -> None:
        game = shipped_deck.game(open_store(tmp_path), clock)
        session = game.begin(RoundOptions(again=("yezhov-fall/blamed:free-text:1",)))
        session.answer("Yagoda")
        assert report(game).pairs == [(("yagoda", "yezhov"), 1)]
        drill = game.begin(RoundOptions(Mode.MISTAKES, again=contrast(game, ("yagoda", "yezhov"))))
        people = {target.value for ask in drill.round.queue for target in ask.question.fact.targets}
        assert {person.entity for person in people if isinstance(person, Name)} == {"yagoda", "yezhov"}
        assert not any(ask.limit for ask in drill.round.queue)
        session.undo()
        assert report(game).pairs == []


class TestTrouble:
    def test_a_folder_that_cannot_be_used_is_said_and_the_game_is_played(
        self, tmp_path: Path, clock: ManualClock
    ) -> None:
        (tmp_path / "file").write_text("no folder")
        game = opened(tmp_path / "file", clock)
        session = words(game)
        respond(session, "wrong")
        assert game.home().notice
        assert game.home().mistakes == 1

    def test_a_disk_that_fails_in_the_middle_is_said_once_and_the_round_goes_on(
        self, tmp_path: Path, clock: ManualClock
    ) -> None:
        game = opened(tmp_path / "data", clock)
        session = words(game)
        respond(session, "wrong")
        assert session.news() is None
        connection = connection_of(game.store)
        connection.execute("PRAGMA query_only = ON")
        session.answer("wrong")
        session.undo()
        session.answer("right")
        assert session.news()
        assert session.news() is None
        while not session.round.over:
            session.proceed() if session.round.shown else respond(session, "right")
        assert game.home().mistakes == 1
        assert game.home().notice

    def test_the_system_clock_is_aware_of_its_zone(self) -> None:
        assert SystemClock().now().tzinfo is not None
        assert SystemClock().monotonic() <= SystemClock().monotonic()


@pytest.mark.parametrize(("kind", "graded"), [(Kind.FREE_TEXT, 1), (Kind.MULTIPLE_CHOICE, 0)])
def test_expecting_a_typed_answer_grades_one_in_advance_that_nobody_gave(
    game: Game, monkeypatch: pytest.MonkeyPatch, kind: Kind, graded: int
) -> None:
    asked: list[Question] = []

    def grade(question: Question, _response: Response) -> Verdict:
        asked.append(question)
        return WRONG

    monkeypatch.setattr(game, "grade", grade)
    session = game.begin(RoundOptions(Mode.QUICK, questions=4, kinds=frozenset({kind}), seed=3))
    before = session.round

    session.expect()

    assert before.asking is not None
    assert asked == [before.asking.question] * graded
    assert session.round is before
    assert game.store.answers() == ()


def test_nothing_is_expected_while_feedback_is_shown(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    session = words(game)
    session.answer("right")
    monkeypatch.setattr(game, "grade", None)
    session.expect()
