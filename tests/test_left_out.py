"""Facts that the player leaves out, and questions that the player flags."""

from __future__ import annotations

from pathlib import Path

import pytest
from stores import open_store

import shipped_deck
from purges_quiz.cli.statistics import collected
from purges_quiz.deck.kinds import Kind, asks_several
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.report import report


@pytest.fixture
def game(tmp_path: Path) -> Game:
    return shipped_deck.game(open_store(tmp_path))


def asked(game: Game, options: RoundOptions) -> set[str]:
    """The facts of all questions of a round."""
    current = game.begin(options).round
    return {fact for posed in current.queue for fact in posed.question.facts}


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.MISTAKES])
def test_a_fact_left_out_is_not_asked(game: Game, mode: Mode) -> None:
    card = game.deck.cards[3]
    left_out = {fact.key for fact in card.facts[1:]}
    for fact in left_out:
        game.leave_out(fact)
    options = RoundOptions(mode, card=card.key if mode is Mode.CARD else None, seed=5)
    assert asked(game, options).isdisjoint(left_out)
    assert card.facts[0].key in asked(game, RoundOptions(Mode.CARD, card=card.key, seed=5))


@pytest.mark.parametrize("kind", [kind for kind in Kind if asks_several(kind)])
def test_nor_together_with_others(game: Game, kind: Kind) -> None:
    options = RoundOptions(Mode.SPRINT, kinds=frozenset({kind}), seed=5)
    whole = asked(game, options)
    left_out = sorted(whole)[::3]
    for fact in left_out:
        game.leave_out(fact)
    assert asked(game, options).isdisjoint(left_out)


def test_nor_when_a_round_is_played_again(game: Game) -> None:
    first, second = [shipped_deck.questions().of_fact(fact)[0] for fact in list(game.deck.facts)[:2]]
    game.leave_out(first.facts[0])
    session = game.begin(RoundOptions().of_mistakes((first.id, second.id)))
    assert [posed.question for posed in session.round.queue] == [second]


def test_it_counts_in_no_plan_until_it_is_taken_in_again(game: Game) -> None:
    card, whole = game.deck.cards[3], game.home()
    for fact in card.facts:
        game.leave_out(fact.key)
    home, found = game.home(), report(game)
    assert (home.facts, home.new) == (whole.facts - len(card.facts), whole.new - len(card.facts))
    assert card.key not in {each.key for each, _ in found.cards}
    assert set(found.then) == set(game.outline.facts) == game.deck.facts.keys() - {f.key for f in card.facts}
    assert game.left_out == {fact.key for fact in card.facts}
    for fact in card.facts:
        game.take_in(fact.key)
    assert game.home() == whole
    assert game.left_out == frozenset()


def test_a_full_round_is_over_without_it(game: Game) -> None:
    last = list(game.deck.facts)[5:]
    for fact in last:
        game.leave_out(fact)
    assert len(asked(game, RoundOptions(Mode.FULL))) == 5


def test_stats_list_what_is_left_out_and_flagged(game: Game) -> None:
    fact, other = list(game.deck.facts)[:2]
    questions = [shipped_deck.questions().of_fact(key)[0].id for key in (fact, other)]
    game.leave_out(fact)
    for question in questions:
        game.flag(question)
    game.unflag(questions[0])
    found = collected(game)
    assert found["left_out"] == [fact]
    assert [flag["question"] for flag in found["flags"]] == [questions[1]]
    assert game.flagged == {questions[1]}
    assert found["facts"] == len(game.deck.facts) - 1
