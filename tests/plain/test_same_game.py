"""The game on lines and a session played directly come to the same: score, points, rows on disk."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

import pytest
from manual_clock import ManualClock
from stores import open_store

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.plain import play
from purges_quiz.round.modes import Mode
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.session import Game, RoundOptions

OPTIONS = (
    *(RoundOptions(Mode.QUICK, questions=6, kinds=frozenset({kind}), seed=11) for kind in Kind),
    RoundOptions(Mode.QUICK, seed=1),
    RoundOptions(Mode.QUICK, seed=2, clock=False),
    RoundOptions(Mode.EXAM, seed=3),
    RoundOptions(Mode.SPRINT, seed=4, questions=12),
    RoundOptions(Mode.CARD, seed=5, card="army-purge"),
    RoundOptions(Mode.FULL, seed=6, questions=15),
)


def opened(folder: Path, clock: ManualClock) -> Game:
    return shipped_deck.game(open_store(folder), clock)


def attempt(posed: PosedQuestion, *, right: bool) -> tuple[Response, list[str]]:
    """A response, and the lines on which a player types it."""
    question, shown = posed.question, posed.arrangement
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            option = next(at for at, each in enumerate(question.options) if each.correct is right)
            return Choice(option), ["abcd"[shown.index(option)]]
        case Kind.ORDERING:
            items = tuple(range(len(shown)))[:: 1 if right else -1]
            return Order(items), [" ".join(str(shown.index(item) + 1) for item in items)]
        case Kind.MATCHING:
            rights = tuple(range(len(shown)))[:: 1 if right else -1]
            return Pairing(rights), ["abcdef"[shown.index(place)] for place in rights]
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            text = question.accepted[0] if right else "Rasputin"
            return text, [text]
        case _ as unknown:
            assert_never(unknown)


def played(game: Game, options: RoundOptions) -> tuple[int, list[str]]:
    """The score of a round played without any front end, and the lines of a player who does the same."""
    session = game.begin(options)
    lines: list[str] = []
    for turn in range(200):
        if session.round.over:
            return session.round.score, lines
        posed = session.round.asking
        assert posed is not None
        if turn % 7 == 6:
            session.dont_know()
            lines.append(":d")
        else:
            response, typed = attempt(posed, right=turn % 3 != 1)
            session.answer(response)
            lines += typed
        if session.round.can_overrule and turn % 2:
            session.overrule()
            lines.append(":y")
        elif session.round.shown and turn == 3:
            session.undo()
            lines.append(":u")
        if session.round.shown:
            session.proceed()
            lines.append("")
    raise AssertionError("the round does not end")


@pytest.mark.parametrize(
    "options", OPTIONS, ids=lambda options: f"{options.mode} {','.join(options.kinds)} {options.seed}"
)
def test_same_seed_and_answers_give_the_same_score_and_rows(options: RoundOptions, tmp_path: Path) -> None:
    direct, on_lines = (opened(tmp_path / name, ManualClock()) for name in ("direct", "lines"))
    score, lines = played(direct, options)
    said: list[str] = []

    assert play(on_lines, options, RoundOptions(), lines=lines, write=said.append) == 0

    assert on_lines.store.answers() == direct.store.answers()
    assert on_lines.store.rounds() == direct.store.rounds()
    assert on_lines.store.progress() == direct.store.progress()
    assert f": {score:,} point" in "".join(said)
    assert not options.kinds or {answer.kind for answer in on_lines.store.answers()} == options.kinds


def test_from_a_pipe_the_enter_after_an_answer_may_be_missing(tmp_path: Path) -> None:
    options = RoundOptions(Mode.QUICK, seed=1)
    with_enter, without = (opened(tmp_path / name, ManualClock()) for name in ("with", "without"))
    _, lines = played(opened(tmp_path / "direct", ManualClock()), options)

    play(with_enter, options, RoundOptions(), lines=lines, write=lambda _: None)
    play(without, options, RoundOptions(), lines=[line for line in lines if line], write=lambda _: None)

    assert without.store.answers() == with_enter.store.answers()
