"""An answer that is taken back was never given: for every kind and outcome, in a round and after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from watch import Watch

import shipped
from purges_quiz.core.answer import Answer, Choice, Judgement, Order, Outcome, Pairing, Response, Slip, Verdict
from purges_quiz.core.days import day_streak
from purges_quiz.core.progress import Day, Progress
from purges_quiz.core.question import Kind, Question
from purges_quiz.core.round import Mode
from purges_quiz.session import Game, Session, Wish
from purges_quiz.store.answers import AnswerStore

VERDICTS = {
    "right": Verdict(Judgement.CORRECT, None, "Right."),
    "slip": Verdict(Judgement.CORRECT, Slip.SPELLING, "Spelt otherwise."),
    "partial": Verdict(Judgement.PARTIAL, Slip.INCOMPLETE, "Something is missing."),
    "also true": Verdict(Judgement.PARTIAL, Slip.ALSO_TRUE, "True, but not what the card says."),
    "wrong": Verdict(Judgement.WRONG, Slip.OTHER_FACT, "That is another.", rival="yagoda"),
    "blank": Verdict(Judgement.WRONG, Slip.BLANK, "Nothing was given."),
}
WAYS = (*VERDICTS, "don't know", "no answer")
CONTESTED = {"partial", "also true", "wrong"}


class Judged(Game):
    """A game whose grader says what a test wants."""

    verdict = VERDICTS["right"]

    def grade(self, question: Question, response: Response) -> Verdict:  # noqa: ARG002
        """The verdict that was put in."""
        return self.verdict


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """One player throughout, so that there is ever more to be spoilt."""
    path = tmp_path_factory.mktemp("kept") / "answers.sqlite3"
    return Judged(shipped.deck(), AnswerStore.open(path), Watch())


def begun(game: Judged, kind: Kind, questions: int, mode: Mode = Mode.QUICK) -> Session:
    """A round of that kind on a new day."""
    assert isinstance(game.clock, Watch)
    game.clock.local += timedelta(days=1)
    return game.begin(Wish(mode, questions=questions, kinds=frozenset({kind}), seed=3))


def give(game: Judged, session: Session, way: str) -> None:
    """Answer what is asked so that it counts as wanted."""
    assert session.round.asking is not None
    question = session.round.asking.question
    if way == "don't know":
        session.dont_know()
    elif way == "no answer":
        session.time_out()
    else:
        game.verdict = replace(VERDICTS[way], missed=question.facts[:1] if question.pairs else ())
        session.answer(_response(question))


def _response(question: Question) -> Response:
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return Choice(0)
        case Kind.ORDERING:
            return Order(tuple(range(len(question.items))))
        case Kind.MATCHING:
            return Pairing(tuple(range(len(question.pairs))))
        case _:
            return "something"


def standing(game: Judged) -> tuple[Progress, object, tuple[Answer, ...]]:
    """All that could be spoilt: the folds (memory, mistakes, rungs, bests, days), the streak, the answers."""
    progress = game.store.progress()
    return progress, day_streak(progress.studied, game.today), game.store.answers()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", Kind)
def test_in_a_round_everything_is_as_before_the_answer(game: Judged, kind: Kind, way: str) -> None:
    session = begun(game, kind, 2)
    if session.round.planned > 1:
        give(game, session, "right")
        session.proceed()
    before, shown = standing(game), session.round
    give(game, session, way)
    assert standing(game) != before
    session.undo()
    assert standing(game) == before
    assert (session.round.given, session.round.score, session.round.streak) == (shown.given, shown.score, shown.streak)
    give(game, session, "wrong")  # for practice: it counts for nothing
    assert standing(game)[0] == before[0]
    session.stop()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", Kind)
def test_after_the_round_everything_but_its_end_is_as_before_the_answer(game: Judged, kind: Kind, way: str) -> None:
    session = begun(game, kind, 1)
    (progress, _, answers), today = standing(game), game.today
    give(game, session, way)
    session.proceed()
    assert session.round.over
    session.undo()
    after, _, kept = standing(game)
    assert kept == answers
    assert (after.facts, after.mistakes, after.confusions) == (progress.facts, progress.mistakes, progress.confusions)
    assert after.bests == progress.bests
    assert after.days == {**progress.days, today: Day(rounds=1)}
    give(game, session, "right")
    assert standing(game)[0] == after
    session.proceed()
    assert session.round.over
    assert standing(game)[0] == after


@pytest.mark.parametrize("way", sorted(CONTESTED))
@pytest.mark.parametrize("kind", [Kind.FREE_TEXT, Kind.LIST_RECALL])
def test_i_was_right_is_taken_back_first_and_then_the_answer(game: Judged, kind: Kind, way: str) -> None:
    session = begun(game, kind, 3)
    before = standing(game)
    give(game, session, way)
    judged = standing(game)
    session.overrule()
    assert session.round.given[-1].outcome is Outcome.RIGHT
    assert standing(game) != judged
    session.undo()
    assert standing(game) == judged
    session.undo()
    assert standing(game) == before
    session.stop()


def test_after_an_exam_each_i_was_right_is_taken_back_one_by_one(game: Judged) -> None:
    session = begun(game, Kind.FREE_TEXT, 5, Mode.EXAM)
    for way in ("wrong", "right", "partial", "right", "wrong"):
        give(game, session, way)
    assert session.round.over
    steps = [standing(game)]
    for place in (4, 0, 2):
        session.overrule(place)
        steps.append(standing(game))
    assert session.round.right == 5
    for expected in steps[-2::-1]:
        session.undo()
        assert standing(game) == expected
    assert [given.right for given in session.round.given] == [False, True, False, True, False]
