"""How well a fact is remembered: FSRS, one state per fact.

The model and its default parameters are those of the `fsrs` package (FSRS-6), without learning
steps and without fuzz. It counts in whole study days, so every review counts as made at the start of its day;
nothing here reads a clock. `fsrs` is imported when the first answer is folded, since the start of the game
does without it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from purges_quiz.round.records import Outcome

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

GOOD_FROM = 0.8
"""A right multiple choice is rated "good" only where recall was at least as likely as this; of four options a guess is
right once in four, so otherwise it is rated "hard"."""

ONE_DAY = timedelta(days=1)
_LONGEST = 36_500
"""Days, a hundred years: the longest interval that FSRS gives; only a wrong clock shows more."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class Memory(NamedTuple):
    """What is remembered of a fact after its latest review."""

    stability: float
    """Days after which the predicted recall has fallen to 90 %."""
    difficulty: float
    """From 1 to 10."""
    interval: int
    """Days from the latest review until the fact is due."""
    day: date
    """The study day of the latest review."""
    ahead: date
    """The latest study day of any review; after `day` only if the clock has been set back."""
    recalled: bool
    """Whether the latest review was an answer typed without a hint."""
    before: Memory | None = None
    """What was remembered before a review that a typed answer of the same day would replace."""


def after(memory: Memory | None, outcome: Outcome, day: date, *, recalled: bool) -> Memory | None:
    """What is remembered after an answer; None: still nothing.

    A study day counts once, by its first answer typed without a hint, else by its first other
    answer. No answer in time says nothing of memory.
    """
    if outcome is Outcome.NO_ANSWER:
        return memory
    if memory is not None and memory.day == day:
        if memory.recalled or not recalled:
            return memory
        memory = memory.before
    return _reviewed(memory, _rating(memory, outcome, day, recalled=recalled), day, recalled=recalled)


def recall(memory: Memory | None, day: date) -> float:
    """The predicted probability that the fact is recalled on a day; 0 for a fact never met.

    On the day of a review it is 1, even after a wrong answer, so what a player knows now is better
    shown by the prediction for tomorrow.
    """
    if memory is None:
        return 0.0
    return _scheduler().get_card_retrievability(_card(memory), _EPOCH + ONE_DAY * _elapsed(memory, day))


def _rating(memory: Memory | None, outcome: Outcome, day: date, *, recalled: bool) -> Rating:
    from fsrs import Rating

    if outcome not in {Outcome.RIGHT, Outcome.SLIP}:
        return Rating.Again
    return Rating.Good if recalled or recall(memory, day) >= GOOD_FROM else Rating.Hard


def _reviewed(memory: Memory | None, rating: Rating, day: date, *, recalled: bool) -> Memory:
    elapsed = _elapsed(memory, day) if memory else 0
    card, _ = _scheduler().review_card(_card(memory), rating, _EPOCH + ONE_DAY * elapsed)
    if card.stability is None or card.difficulty is None or card.last_review is None:
        raise AssertionError("a reviewed card has a state")
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        interval=(card.due - card.last_review).days,
        day=day,
        ahead=max(day, memory.ahead) if memory else day,
        recalled=recalled,
        before=None if recalled or memory is None else memory._replace(before=None),
    )


def _elapsed(memory: Memory, day: date) -> int:
    """Days since the latest review, never negative: a clock set back makes no time pass."""
    reviewed = memory.ahead if day >= memory.ahead else memory.day
    return min(max((day - reviewed).days, 0), _LONGEST)


def _card(memory: Memory | None) -> Card:
    from fsrs import Card, State

    # A card without an explicit id and due date would read the clock and sleep.
    if memory is None:
        return Card(card_id=1, due=_EPOCH)
    return Card(1, State.Review, None, memory.stability, memory.difficulty, _EPOCH, _EPOCH)


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
