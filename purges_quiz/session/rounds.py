"""A round made as the player asked for it, or one that was left put together again from its answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from purges_quiz import selection
from purges_quiz.bank.bank import Bank, resolve
from purges_quiz.deck.kinds import TYPED
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Choice, Response, Verdict
from purges_quiz.round import events
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.posed import PosedQuestion, limit_of, pose
from purges_quiz.round.records import AttemptRecord, LeftRound, Outcome, RoundRecord
from purges_quiz.round.state import Round
from purges_quiz.selection import SelectionContext
from purges_quiz.session.clock import Clock
from purges_quiz.session.options import RoundOptions
from purges_quiz.store import database

LARGEST_SEED = 2**63
"""What the store can hold of a seed: SQLite's integers have 64 bits, one of them for the sign."""

Selector = Callable[[SelectionContext, random.Random, int | None], tuple[Question, ...]]

SELECTORS: Mapping[Mode, Selector] = MappingProxyType(
    {
        Mode.QUICK: lambda context, rng, count: selection.quick(context, rng, count or 0),
        Mode.SPRINT: selection.sprint,
        Mode.FULL: selection.full,
        Mode.MISTAKES: selection.mistakes,
        Mode.CARD: selection.card,
        Mode.EXAM: lambda context, rng, count: selection.exam(context, rng, count or 0),
    }
)


class Opening(NamedTuple):
    """A round whose first question is being asked, and what the store has of it or will have."""

    round: Round
    record: RoundRecord
    attempt_ids: tuple[int, ...] = ()
    """The numbers of its attempts in the store."""


def begun(options: RoundOptions, context: SelectionContext, clock: Clock) -> Opening:
    """A new round. Its time runs from when the questions are selected, which takes some milliseconds."""
    seed = database.new_seed(4) if options.seed is None else options.seed % LARGEST_SEED
    questions = selected(options, context, random.Random(seed))
    record = RoundRecord(
        id=0,
        mode=options.mode,
        length=0 if RULES[options.mode].open_ended else len(questions),
        timed=has_clock(options),
        default_length=is_default_length(options, len(questions)),
        deck=context.bank.deck.checksum,
        seed=seed,
        begun=clock.now().astimezone(UTC),
    )
    return Opening(started(options, questions, seed, clock.monotonic()), record)


def resumed(
    options: RoundOptions,
    context: SelectionContext,
    left: LeftRound,
    grade: Callable[[Question, Response], Verdict],
    clock: Clock,
) -> Opening:
    """A round that was left with the attempts made before, the next question asked.

    `context` has the facts that were not asked yet; answers to questions that the deck no longer has are left out.
    """
    seed = left.record.seed
    questions = selected(options, context, random.Random(f"{seed} {len(left.attempts)}"))
    known = [(record, question) for record in left.attempts if (question := question_of(context.bank, record.question))]
    attempts = tuple(_attempt(record, question, grade) for record, question in known)
    current = started(options, questions, seed, clock.monotonic(), attempts)
    return Opening(current, left.record, tuple(record.id for record, _ in known))


def selected(options: RoundOptions, context: SelectionContext, rng: random.Random) -> tuple[Question, ...]:
    """The questions of the round: those named to be played again, or what the mode selects."""
    if options.again:
        named = (question for name in options.again if (question := question_of(context.bank, name)))
        return tuple(question for question in named if context.left_out.isdisjoint(question.facts))
    return SELECTORS[options.mode](context, rng, options.questions or RULES[options.mode].length)


def has_clock(options: RoundOptions) -> bool:
    """Whether the round is timed: as the player says, and if that is nothing, as the mode has it."""
    return options.clock if options.clock is not None else RULES[options.mode].timed or options.seconds is not None


def is_default_length(options: RoundOptions, questions: int) -> bool:
    """Whether a round of so many questions has the length and the choice of questions that its mode has by itself."""
    length = RULES[options.mode].length
    return not options.narrowed and options.questions in {None, length} and length in {None, questions}


def started(
    options: RoundOptions,
    questions: tuple[Question, ...],
    seed: int,
    now: float,
    attempts: tuple[Attempt, ...] = (),
) -> Round:
    """The round with its clocks, its first question asked; `attempts` are those of a round that is resumed."""
    rules, clock = RULES[options.mode], has_clock(options)
    seconds = None if rules.round_clock else options.seconds
    each = clock and not rules.round_clock
    rng = random.Random(f"{seed} {len(attempts)}")
    queue = tuple(pose(question, rng, clock=each, seconds=seconds, stretch=options.stretch) for question in questions)
    limit = _round_limit(options, questions) if clock and rules.round_clock else None
    return events.start(options.mode, queue, now, limit=limit, seed=seed, attempts=attempts)


def question_of(bank: Bank, name: str) -> Question | None:
    """The question of that id, or the one that stands for it now; None if the deck does not ask its fact."""
    for find in (bank.question, partial(resolve, bank)):
        with suppress(KeyError):
            return find(name)
    return None


def _round_limit(options: RoundOptions, questions: tuple[Question, ...]) -> float:
    if options.seconds is not None:
        return options.seconds
    return (RULES[options.mode].seconds or sum(limit_of(question) for question in questions)) * options.stretch


def _attempt(record: AttemptRecord, question: Question, grade: Callable[[Question, Response], Verdict]) -> Attempt:
    """An attempt as it was in the round that is resumed, graded again since the store does not keep messages."""
    response = _response(record, question)
    return Attempt(
        posed=PosedQuestion(question, practice=record.practice),
        response=response,
        text=record.response_text,
        verdict=None if response is None else grade(question, response),
        outcome=record.outcome,
        self_graded=record.self_graded,
        seconds=record.seconds,
    )


def _response(record: AttemptRecord, question: Question) -> Response | None:
    """The response, from the text that is kept; None if there was none, and where the text does not determine it."""
    if record.outcome in {Outcome.DONT_KNOW, Outcome.NO_ANSWER}:
        return None
    if question.typed:
        # Where the question now stands for one that was not typed, the text names an option or a line of it.
        return record.response_text if record.kind in TYPED else None
    texts = [option.text for option in question.options]
    return Choice(texts.index(record.response_text)) if record.response_text in texts else None
