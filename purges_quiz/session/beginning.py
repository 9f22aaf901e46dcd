"""Beginning a round as the player wished it, or going on with one that was left."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from purges_quiz import selection
from purges_quiz.bank.bank import Bank
from purges_quiz.deck.question import Kind, Question
from purges_quiz.grading.verdict import Choice, Response, Verdict
from purges_quiz.round import RULES, Attempt, Mode, PosedQuestion, Round, events, limit_of, pose
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.selection import SelectionContext
from purges_quiz.session.options import RoundOptions

Picker = Callable[[SelectionContext, random.Random, int | None], tuple[Question, ...]]

PICKERS: Mapping[Mode, Picker] = MappingProxyType(
    {
        Mode.QUICK: lambda pool, rng, count: selection.quick(pool, rng, count or 0),
        Mode.SPRINT: selection.sprint,
        Mode.FULL: selection.full,
        Mode.MISTAKES: selection.mistakes,
        Mode.CARD: selection.card,
        Mode.EXAM: lambda pool, rng, count: selection.exam(pool, rng, count or 0),
    }
)


def picked(wish: RoundOptions, pool: SelectionContext, rng: random.Random) -> tuple[Question, ...]:
    """The questions of the round: those named to be played again, or what the mode picks."""
    if wish.again:
        return tuple(question for name in wish.again if (question := named(pool.bank, name)))
    return PICKERS[wish.mode](pool, rng, wish.questions or RULES[wish.mode].length)


def has_clock(wish: RoundOptions) -> bool:
    """Whether the round is timed: as the player says, and if that is nothing, as the mode has it."""
    return wish.clock if wish.clock is not None else RULES[wish.mode].timed or wish.seconds is not None


def of_default_length(wish: RoundOptions, questions: int) -> bool:
    """Whether a round of so many questions is of the length and of the whole choice that its mode has by itself."""
    length = RULES[wish.mode].length
    return not wish.narrowed and wish.questions in {None, length} and length in {None, questions}


def opened(
    wish: RoundOptions, questions: tuple[Question, ...], seed: int, now: float, given: tuple[Attempt, ...] = ()
) -> Round:
    """The round with its clocks, its first question asked; `given` are the answers of a round that goes on."""
    rules, clock = RULES[wish.mode], has_clock(wish)
    seconds = None if rules.round_clock else wish.seconds
    own = clock and not rules.round_clock
    rng = random.Random(f"{seed} {len(given)}")
    asks = tuple(pose(question, rng, clock=own, seconds=seconds, stretch=wish.stretch) for question in questions)
    limit = _round_limit(wish, questions) if clock and rules.round_clock else None
    return events.start(wish.mode, asks, now, limit=limit, seed=seed, attempts=given)


def recalled(answer: AttemptRecord, question: Question, grade: Callable[[Question, Response], Verdict]) -> Attempt:
    """An answer as it was given in the round that is resumed, judged again for the sake of what is said of it."""
    response = _response(answer, question)
    return Attempt(
        posed=PosedQuestion(question, practice=answer.practice),
        response=response,
        text=answer.response_text,
        verdict=None if response is None else grade(question, response),
        outcome=answer.outcome,
        self_graded=answer.self_graded,
        seconds=answer.seconds,
    )


def _round_limit(wish: RoundOptions, questions: tuple[Question, ...]) -> float:
    if wish.seconds is not None:
        return wish.seconds
    return (RULES[wish.mode].seconds or sum(limit_of(question) for question in questions)) * wish.stretch


def named(bank: Bank, name: str) -> Question | None:
    """The question of that id; None if the deck does not ask it, or no longer."""
    try:
        return bank.question(name)
    except KeyError:
        return None


def _response(answer: AttemptRecord, question: Question) -> Response | None:
    """What was given, from the text that is kept; None for nothing, and where the text cannot tell."""
    if answer.outcome in {Outcome.DONT_KNOW, Outcome.NO_ANSWER}:
        return None
    if question.typed:
        return answer.response_text
    texts = [option.text for option in question.options]
    return (
        Choice(texts.index(answer.response_text))
        if question.kind is Kind.MULTIPLE_CHOICE and answer.response_text in texts
        else None
    )
