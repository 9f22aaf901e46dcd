"""The events of a round: every function takes the round and returns its next value.

`now` is the seconds of a monotonic clock. An event that does not fit where the round stands raises
`OutOfTurnError`: an answer when nothing is asked, an undo of nothing.
"""

from __future__ import annotations

import random

from purges_quiz.grading.verdict import Response, Verdict
from purges_quiz.round.attempt import Attempt, outcome_of, text_of
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.posed import PosedQuestion, arranged
from purges_quiz.round.records import Outcome
from purges_quiz.round.scoring import scores
from purges_quiz.round.state import Phase, Round

NEAREST, FURTHEST = 3, 6
"""How many other questions go by before a missed one comes back: not so few that its feedback is simply repeated."""


class OutOfTurnError(Exception):
    """What was done does not fit where the round stands."""


def start(  # noqa: PLR0913 -- the optional ones are named by the caller
    mode: Mode,
    queue: tuple[PosedQuestion, ...],
    now: float,
    *,
    limit: float | None = None,
    seed: int = 0,
    attempts: tuple[Attempt, ...] = (),
) -> Round:
    """A round that asks its first question, or is over if there is none.

    `limit` is the round's own clock in seconds; `attempts` are those of a round that goes on where it was left.
    """
    planned = sum(not posed.practice for posed in queue) + len({attempt.posed.question.id for attempt in attempts})
    return _next(_scored(Round(mode, planned, queue, limit, seed), attempts), now)


def answer(
    current: Round, response: Response | None, verdict: Verdict | None, now: float, *, timed_out: bool = False
) -> Round:
    """The round after a response and its verdict, both None where the player gave none.

    `timed_out` says that the clock ended the question: the response is what stood in the field by then, and the
    round's own clock, if it has one, has run out.
    """
    posed = current.asking
    if posed is None or current.paused:
        raise OutOfTurnError("no question is being asked")
    used = current.used(now)
    spent = current.spent + (0 if posed.practice else used)
    if timed_out and current.limit is not None and not posed.practice:
        spent = max(spent, current.limit)
    outcome = outcome_of(verdict, timed_out=timed_out)
    attempt = Attempt(posed, response, text_of(posed.question, response), verdict, outcome, seconds=used)
    shown = current._replace(
        queue=current.queue[1:], phase=Phase.SHOWN, overruled=(), spent=spent, banked=0, since=None
    )
    judged = _scored(shown, (*current.attempts, attempt))
    return judged if RULES[current.mode].feedback else _next(judged, now)


def proceed(current: Round, now: float, *, without: frozenset[str] = frozenset()) -> Round:
    """The next question after feedback, or the end; the facts in `without` do not come back for practice."""
    shown = current.shown
    if shown is None:
        raise OutOfTurnError("no feedback is shown")
    queue = tuple(posed for posed in current.queue if not (posed.practice and _asks(posed, without)))
    if shown.mistake and RULES[current.mode].repeats and not _asks(shown.posed, without):
        queue = with_repeat(queue, shown.posed, _rng(current))
    return _next(current._replace(queue=queue), now)


def pause(current: Round, now: float) -> Round:
    """The same with the clocks stopped; outside a question they stand still anyway."""
    return current._replace(banked=current.used(now), since=None) if current.asking else current


def resume(current: Round, now: float) -> Round:
    """The same with the clocks running again."""
    return current._replace(since=now) if current.paused else current


def stand_still(current: Round, seconds: float) -> Round:
    """The same with so many seconds, which the clock has run, not counted."""
    return current if current.since is None else current._replace(since=current.since + seconds)


def stop(current: Round, now: float) -> Round:
    """The round ended before its time, with what was answered."""
    if current.over:
        raise OutOfTurnError("the round is over")
    counts = current.asking is not None and not current.asking.practice
    spent = current.spent + (current.used(now) if counts else 0)
    return current._replace(queue=(), phase=Phase.OVER, spent=spent, banked=0, since=None)


def undo(current: Round, now: float) -> Round:
    """The round without its last overruling, or else without its last attempt, asked again for practice."""
    if not current.can_undo:
        raise OutOfTurnError("there is no answer to take back")
    if current.overruled:
        *earlier, place = current.overruled
        contested = current.attempts[place]
        judged = contested._replace(outcome=outcome_of(contested.verdict, timed_out=False), self_graded=False)
        return _scored(current._replace(overruled=tuple(earlier)), _with(current.attempts, place, judged))
    last = current.attempts[-1].posed
    again = last._replace(arrangement=arranged(last.question, _rng(current)), practice=True)
    asking = current._replace(queue=(again, *current.queue), phase=Phase.ASKING, banked=0, since=now)
    return _scored(asking, current.attempts[:-1])


def overrule(current: Round, place: int = -1) -> Round:
    """The answer at `place` of `attempts`, by default the last, counted as right by the player's word."""
    if not current.may_overrule(place):
        raise OutOfTurnError("there is no answer that could be overruled")
    place %= len(current.attempts)
    right = current.attempts[place]._replace(outcome=Outcome.RIGHT, self_graded=True)
    return _scored(current._replace(overruled=(*current.overruled, place)), _with(current.attempts, place, right))


def _asks(posed: PosedQuestion, facts: frozenset[str]) -> bool:
    return not facts.isdisjoint(posed.question.facts)


def _next(current: Round, now: float) -> Round:
    if not current.queue or current.out_of_time:
        return current._replace(queue=(), phase=Phase.OVER, banked=0, since=None)
    return current._replace(phase=Phase.ASKING, banked=0, since=now)


def _scored(current: Round, attempts: tuple[Attempt, ...]) -> Round:
    """The round with these attempts, each with its points and the streak after it."""
    earned = scores((attempt.scorable for attempt in attempts), RULES[current.mode].scale(current.planned))
    pairs = zip(attempts, earned, strict=True)
    return current._replace(
        attempts=tuple(old._replace(points=score.points, streak=score.streak) for old, score in pairs)
    )


def _with(attempts: tuple[Attempt, ...], place: int, changed: Attempt) -> tuple[Attempt, ...]:
    return (*attempts[:place], changed, *attempts[place + 1 :])


def _rng(current: Round) -> random.Random:
    """Dice that depend on the round's seed and on how far it has come, so that a seed with the answers replays it."""
    return random.Random(f"{current.seed} {len(current.attempts)}")


def with_repeat(
    queue: tuple[PosedQuestion, ...], missed: PosedQuestion, rng: random.Random
) -> tuple[PosedQuestion, ...]:
    """The queue with the missed question in it once more, for practice, after 3 to 6 others.

    Unchanged when fewer than 3 questions follow. Earlier repeats keep their places: at most one question is
    missed at a time, so the furthest place is always free.
    """
    if sum(not posed.practice for posed in queue) < NEAREST:
        return queue
    repeats = {place: posed for place, posed in enumerate(queue) if posed.practice}
    place = rng.choice([place for place in range(NEAREST, FURTHEST + 1) if place not in repeats])
    repeats[place] = missed._replace(arrangement=arranged(missed.question, rng), practice=True)
    return _merged([posed for posed in queue if not posed.practice], repeats)


def _merged(questions: list[PosedQuestion], repeats: dict[int, PosedQuestion]) -> tuple[PosedQuestion, ...]:
    """The questions in order, with each repeat at its place, or sooner once nothing else is left."""
    merged: list[PosedQuestion] = []
    for posed in questions:
        while len(merged) in repeats:
            merged.append(repeats.pop(len(merged)))
        merged.append(posed)
    return (*merged, *(repeats[place] for place in sorted(repeats)))
