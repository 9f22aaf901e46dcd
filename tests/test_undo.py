"""An answer that is taken back never was: for every kind and outcome, in a round and after it.

Whatever could be spoilt is looked at by three instances: the one that plays, one that has been open all the while, and
one that opens the file only then. All of them make checkpoints whenever they can.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import assert_never

import pytest
from _pytest.mark import ParameterSet
from manual_clock import ManualClock

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing, Reason, Response, Verdict
from purges_quiz.progress import Progress, fold
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import AttemptRecord, Outcome, RoundRecord
from purges_quiz.session import Game, Home, RoundOptions, rounds
from purges_quiz.session.playing import Session
from purges_quiz.store import folding
from purges_quiz.store.answers import AnswerStore

VERDICTS = {
    "right": Verdict(Judgement.CORRECT, None, Reason.CORRECT),
    "slip": Verdict(Judgement.CORRECT, Slip.SPELLING, Reason.SPELT),
    "partial": Verdict(Judgement.PARTIAL, Slip.INCOMPLETE, Reason.PART_OF_NAME),
    "also true": Verdict(Judgement.PARTIAL, Slip.ALSO_TRUE, Reason.ALSO_TRUE),
    "wrong": Verdict(Judgement.WRONG, Slip.OTHER_FACT, Reason.UNLIKE, confused_with="yagoda"),
    "blank": Verdict(Judgement.WRONG, Slip.BLANK, Reason.NO_ANSWER),
}
WAYS = (*VERDICTS, "don't know", "no answer")
CONTESTABLE = Kind.FREE_TEXT, Kind.LIST_RECALL
CONTESTED = {"partial", "also true", "wrong"}
DAYS = 3
"""Days on which the player has played before."""
TWO_KINDS = Kind.NUMBER_RECALL, Kind.DATE_RECALL


def pairs(ones: Iterable[object], others: Iterable[object], nth: int, first: int = 0) -> list[ParameterSet]:
    """Each of some with each of others: by default every nth pair, in which each of both comes, and all with --full."""
    return [
        pytest.param(one, other, marks=() if (row + column) % nth == first else pytest.mark.long)
        for row, one in enumerate(ones)
        for column, other in enumerate(others)
    ]


class Judged(Game):
    """A game whose grader says what a test wants."""

    verdict = VERDICTS["right"]

    def grade(self, question: Question, response: Response) -> Verdict:  # noqa: ARG002
        """The verdict that was put in."""
        return self.verdict


@dataclass(frozen=True)
class Snapshot:
    """All that an answer could spoil."""

    progress: Progress
    """Facts, mistakes, memory, days, bests, confusions, rounds not ended."""
    home: Home
    """The streak of days, the round that was left, and what is counted on the first screen."""
    answers: tuple[AttemptRecord, ...]
    rounds: tuple[RoundRecord, ...]


class Players:
    """One player's store in two instances of the game; the first plays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._watch = ManualClock()
        self._watch.local += timedelta(days=DAYS)
        self.game, self.other = self._open(), self._open()

    def snapshot(self) -> Snapshot:
        """What both instances, a third one and the answers by themselves say, which is the same."""
        with closing(AnswerStore.open(self._path)) as store:
            afresh = _snapshot_of(Judged(shipped_deck.deck(), store, self._watch))
        assert _snapshot_of(self.game) == afresh
        assert _snapshot_of(self.other) == afresh
        ends = sorted((each for each in afresh.rounds if each.ended), key=lambda each: each.ended or each.begun)
        assert fold(Progress(), afresh.answers, ends) == afresh.progress
        return afresh

    def begin(self, kind: Kind, questions: int, mode: Mode = Mode.QUICK, game: Judged | None = None) -> Session:
        """A round of so many questions of a kind, which counts as a whole one."""
        session = (game or self.game).begin(RoundOptions(mode, questions=questions, kinds=frozenset({kind}), seed=3))
        assert len(session.round.queue) >= min(questions, 2)
        return session

    def pass_time(self, seconds: float = 1) -> None:
        """Let the clocks go on."""
        self._watch.seconds += seconds
        self._watch.local += timedelta(seconds=seconds)

    def close(self) -> None:
        """End both instances."""
        self.game.store.close()
        self.other.store.close()

    def _open(self) -> Judged:
        return Judged(shipped_deck.deck(), AnswerStore.open(self._path), self._watch)


def _snapshot_of(game: Judged) -> Snapshot:
    return Snapshot(game.store.progress(), game.home(), game.store.answers(), game.store.rounds())


@pytest.fixture(autouse=True)
def _checkpoints_and_bests_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FAR_BEHIND", 0)
    monkeypatch.setattr(rounds, "is_default_length", lambda _options, _questions: True)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a player of some days, with a best, mistakes, and all that an answer can be."""
    path = tmp_path_factory.mktemp("lived") / "answers.sqlite3"
    watch = ManualClock()
    with closing(AnswerStore.open(path)) as store:
        game = Judged(shipped_deck.deck(), store, watch)
        for day in range(DAYS):
            session = game.begin(RoundOptions(seed=day))
            for way in cycle(WAYS):
                give(game, session, way)
                session.proceed()
                if session.round.over:
                    break
            watch.local += timedelta(days=1)
    return path


@pytest.fixture
def players(lived: Path, tmp_path: Path) -> Iterator[Players]:
    """That player again, in two instances."""
    path = tmp_path / "answers.sqlite3"
    shutil.copy(lived, path)
    with closing(Players(path)) as both:
        yield both


def give(game: Judged, session: Session, way: str) -> None:
    """Answer what is asked so that it counts as wanted."""
    assert session.round.asking is not None
    question = session.round.asking.question
    if way == "don't know":
        session.dont_know()
    elif way == "no answer":
        session.time_out()
    else:
        game.verdict = VERDICTS[way]._replace(missed=question.facts[:1] if question.pairs else ())
        session.answer(_response(question))


def _response(question: Question) -> Response:
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return Choice(0)
        case Kind.ORDERING:
            return Order(tuple(range(len(question.items))))
        case Kind.MATCHING:
            return Pairing(tuple(range(len(question.pairs))))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return "something"
        case _ as unknown:
            assert_never(unknown)


def misses(snapshot: Snapshot) -> int:
    """How often facts were missed, by all answers that count."""
    return sum(state.misses for state in snapshot.progress.facts.values())


def go_on(session: Session) -> None:
    """Leave the feedback, where there is any."""
    if session.round.shown:
        session.proceed()


@pytest.mark.parametrize(("kind", "way"), pairs(Kind, WAYS, 4))
def test_in_a_round_everything_is_as_before_the_answer(players: Players, kind: Kind, way: str) -> None:
    game, session = players.game, players.begin(kind, 3)
    give(game, session, "right")
    session.proceed()
    before, shown = players.snapshot(), session.round
    give(game, session, way)
    assert players.snapshot() != before
    session.undo()
    assert players.snapshot() == before
    assert (session.round.attempts, session.round.score, session.round.streak) == (
        shown.attempts,
        shown.score,
        shown.streak,
    )
    give(game, session, "wrong")  # for practice: it counts for nothing
    assert players.snapshot().progress == before.progress


@pytest.mark.parametrize("mode", [Mode.QUICK, pytest.param(Mode.EXAM, marks=pytest.mark.long)])
@pytest.mark.parametrize(("kind", "way"), pairs(Kind, WAYS, 4, first=1))
def test_on_the_results_screen_everything_is_as_before_the_last_answer(
    players: Players, kind: Kind, way: str, mode: Mode
) -> None:
    game, session = players.game, players.begin(kind, 2, mode)
    give(game, session, "right")
    go_on(session)
    before, shown = players.snapshot(), session.round
    give(game, session, way)
    go_on(session)
    assert session.round.over
    assert players.snapshot().rounds[-1].finished
    session.undo()
    assert players.snapshot() == before
    assert (session.round.attempts, session.round.score, session.round.streak) == (
        shown.attempts,
        shown.score,
        shown.streak,
    )


@pytest.mark.parametrize(("mode", "way"), pairs(Mode, ("right", "wrong"), 2))
def test_a_round_ends_again_when_the_question_was_practised(players: Players, mode: Mode, way: str) -> None:
    give(players.game, players.begin(Kind.FREE_TEXT, 1), "wrong")  # so that a round of mistakes has something to ask
    game, session = players.game, players.begin(Kind.FREE_TEXT, 2, mode)
    give(game, session, "right")
    go_on(session)
    before = players.snapshot()
    give(game, session, way)
    go_on(session)
    assert session.round.over
    for _ in range(2):  # the practice too can be taken back
        session.undo()
        assert players.snapshot() == before
        players.pass_time()
        give(game, session, "wrong")
        go_on(session)
        assert session.round.over
        after = players.snapshot()
        assert after.rounds == (*before.rounds[:-1], after.rounds[-1])
        assert (after.rounds[-1].ended, after.rounds[-1].finished) == (game.clock.now(), True)
        assert after.progress.facts == before.progress.facts
        assert after.progress.days[game.today].rounds == before.progress.days[game.today].rounds + 1


@pytest.mark.parametrize(("mode", "way"), pairs(Mode, ("right", "wrong", "don't know"), 3))
def test_a_round_ended_early_has_not_ended_once_its_last_answer_is_taken_back(
    players: Players, mode: Mode, way: str
) -> None:
    for _ in range(3):
        give(players.game, players.begin(Kind.FREE_TEXT, 1), "wrong")
    game, session = players.game, players.begin(Kind.FREE_TEXT, 5, mode)
    before = players.snapshot()
    give(game, session, way)
    go_on(session)
    session.stop()
    stopped = players.snapshot()
    assert (stopped.rounds[-1].ended is None) == (mode is Mode.FULL)  # which is left to be resumed
    assert (stopped.home.left is not None) == (mode is Mode.FULL)
    session.undo()
    begun = Snapshot(before.progress, before.home, before.answers, stopped.rounds[:-1])
    after = players.snapshot()
    assert replace(after, rounds=after.rounds[:-1]) == begun
    assert after.rounds[-1].ended is None
    give(game, session, "right")
    go_on(session)
    assert session.round.over
    again = players.snapshot().rounds[-1]
    assert ((again.ended is None), again.finished) == ((mode is Mode.FULL), False)


def test_a_round_that_is_over_can_be_ended_early_once_its_last_answer_is_taken_back(players: Players) -> None:
    game, session = players.game, players.begin(Kind.DATE_RECALL, 2)
    for _ in range(2):
        give(game, session, "right")
        session.proceed()
    session.undo()
    session.stop()
    ended = players.snapshot().rounds[-1]
    assert (ended.ended is not None, ended.finished) == (True, False)
    session.undo()
    assert session.round.attempts == ()
    assert players.snapshot().rounds[-1].ended is None


@pytest.mark.parametrize(("kind", "way"), pairs(CONTESTABLE, sorted(CONTESTED), 2))
def test_i_was_right_is_taken_back_first_and_then_the_answer(players: Players, kind: Kind, way: str) -> None:
    game, session = players.game, players.begin(kind, 3)
    before = players.snapshot()
    give(game, session, way)
    judged = players.snapshot()
    session.overrule()
    assert session.round.attempts[-1].outcome is Outcome.RIGHT
    assert players.snapshot() != judged
    session.undo()
    assert players.snapshot() == judged
    session.undo()
    after = players.snapshot()
    assert replace(after, rounds=before.rounds) == before


@pytest.mark.parametrize(("kind", "way"), pairs(CONTESTABLE, sorted(CONTESTED), 2))
def test_so_it_is_on_the_results_screen(players: Players, kind: Kind, way: str) -> None:
    game, session = players.game, players.begin(kind, 2)
    give(game, session, "right")
    session.proceed()
    before = players.snapshot()
    give(game, session, way)
    session.proceed()
    judged = players.snapshot()
    session.overrule()
    overruled = players.snapshot()
    assert overruled.answers[-1].self_graded
    assert overruled.rounds == judged.rounds
    session.undo()
    assert players.snapshot() == judged
    session.undo()
    assert players.snapshot() == before


def test_after_an_exam_each_i_was_right_is_taken_back_one_by_one_and_then_the_answer(players: Players) -> None:
    game, session = players.game, players.begin(Kind.FREE_TEXT, 5, Mode.EXAM)
    for way in ("wrong", "right", "partial", "right"):
        give(game, session, way)
    steps = [players.snapshot()]
    give(game, session, "wrong")
    assert session.round.over
    steps.append(players.snapshot())
    for place in (4, 0, 2):
        session.overrule(place)
        steps.append(players.snapshot())
    assert session.round.right == 5
    for expected in steps[-2::-1]:
        session.undo()
        assert players.snapshot() == expected
    assert [given.right for given in session.round.attempts] == [False, True, False, True]


def test_two_instances_take_back_each_its_own(players: Players) -> None:
    games = players.game, players.other
    sessions = [players.begin(kind, 2, game=game) for kind, game in zip(TWO_KINDS, games, strict=True)]
    for way in ("right", "wrong"):
        for game, session in zip(games, sessions, strict=True):
            give(game, session, way)
            session.proceed()
    over = players.snapshot()
    assert [each.finished for each in over.rounds[-2:]] == [True, True]
    sessions[0].undo()
    assert [each.finished for each in players.snapshot().rounds[-2:]] == [False, True]
    sessions[1].undo()
    undone = players.snapshot()
    assert [each.finished for each in undone.rounds[-2:]] == [False, False]
    for game, session in zip(games, sessions, strict=True):
        players.pass_time()
        give(game, session, "wrong")
        session.proceed()
    ended = players.snapshot()
    assert [each.finished for each in ended.rounds[-2:]] == [True, True]
    assert set(ended.progress.mistakes) == set(undone.progress.mistakes) <= set(over.progress.mistakes)
    assert misses(ended) == misses(undone) == misses(over) - 2
