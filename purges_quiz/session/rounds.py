"""The rounds of a game: begun, or resumed where they were left."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC

from purges_quiz.core.answer import Answer, Sitting
from purges_quiz.core.modes import RULES, Mode
from purges_quiz.core.picking import Pool
from purges_quiz.session import beginning
from purges_quiz.session.game import Game, asked_in
from purges_quiz.session.playing import Session
from purges_quiz.session.wish import Wish

LARGEST_SEED = 2**63
"""What the store can hold of a seed."""


def begun(game: Game, wish: Wish) -> Session:
    """A round as wished, its first question asked."""
    seed = random.SystemRandom().getrandbits(32) if wish.seed is None else wish.seed % LARGEST_SEED
    rng = random.Random(seed)
    if wish.mode is Mode.QUICK and wish.questions is None:
        wish = replace(wish, questions=game.questions)
    questions = beginning.picked(wish, pool(game, wish), rng)
    sitting = Sitting(
        id=0,
        mode=wish.mode,
        length=0 if RULES[wish.mode].open_ended else len(questions),
        timed=beginning.has_clock(wish),
        default_length=beginning.of_default_length(wish, len(questions)),
        deck=game.deck.checksum,
        seed=seed,
        begun=game.clock.now().astimezone(UTC),
    )
    current = beginning.opened(wish, questions, seed, game.clock.monotonic())
    return Session(current, sitting, (), game, game.store, game.clock)


def resumed(game: Game, wish: Wish, sitting: Sitting, answers: tuple[Answer, ...]) -> Session:
    """A full round with the answers given before it was left, the next question asked."""
    rest = pool(game, wish, without=asked_in(answers))
    rng = random.Random(f"{sitting.seed} {len(answers)}")
    questions = beginning.picked(wish, rest, rng)
    known = [(answer, question) for answer in answers if (question := beginning.named(game.bank, answer.question))]
    given = tuple(beginning.recalled(answer, question, game.grade) for answer, question in known)
    current = beginning.opened(wish, questions, sitting.seed, game.clock.monotonic(), given)
    return Session(current, sitting, tuple(answer.id for answer, _ in known), game, game.store, game.clock)


def pool(game: Game, wish: Wish, without: frozenset[str] = frozenset()) -> Pool:
    """What a round as wished can be made of, some facts left out."""
    facts = (
        fact.key for fact in game.deck.facts.values() if wish.card in {None, fact.card} and fact.key not in without
    )
    return Pool(
        bank=game.bank,
        progress=game.store.progress(),
        today=game.today,
        profile=game.store.seed() if wish.seed is None else wish.seed,
        facts=tuple(facts),
        kinds=wish.kinds,
        exam=game.exam,
        leaks=game.leaks,
        plan=game.day_plan() if wish.mode is Mode.QUICK else None,
    )
