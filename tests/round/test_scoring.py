from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from purges_quiz.round.records import Outcome
from purges_quiz.round.scoring import FULL, Scale, Scorable, Score, scores, speed_share

RIGHT, SLIP, WRONG = Outcome.RIGHT, Outcome.SLIP, Outcome.WRONG


def points(outcomes: str, scale: Scale, share: float = 0) -> list[int]:
    """The points of a round written as letters: Right, Slip, Partial, Wrong, Don't know, No answer, Yes (overruled)."""
    kinds = dict(zip("RSPWDN", Outcome, strict=True))
    scored = [Scorable(kinds.get(letter, RIGHT), share, self_graded=letter == "Y") for letter in outcomes]
    return [score.points for score in scores(scored, scale)]


def streaks(outcomes: str) -> list[int]:
    kinds = dict(zip("RSPWDN", Outcome, strict=True))
    scored = [Scorable(kinds.get(letter, RIGHT), 0, self_graded=letter == "Y") for letter in outcomes]
    return [score.streak for score in scores(scored, Scale.of_length(10))]


def test_a_round_of_ten_without_speed() -> None:
    assert points("RRRRRRRRRR", Scale.of_length(10)) == [100, 101, 102, 103, 104, 104, 104, 104, 104, 104]


def test_a_round_of_ten_at_full_speed() -> None:
    assert points("RRRR", Scale.of_length(10), share=1) == [106, 107, 108, 109]
    assert points("R", Scale.of_length(10), share=0.99) == [105]


def test_the_readme_says_what_a_question_of_ten_can_earn() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    scale = Scale.of_length(10)
    said = f"earns {FULL} points, up to {scale.speed:.0f} more for speed and up to {scale.streak} more for a streak"
    assert said in " ".join(readme.split())


def test_each_outcome_has_its_points() -> None:
    assert points("RSPWDNY", Scale.of_length(10), share=1) == [106, 100, 50, 0, 0, 0, 100]


def test_each_outcome_does_to_the_streak_what_the_table_says() -> None:
    assert streaks("RRSRPRYRW") == [1, 2, 2, 3, 3, 4, 4, 5, 0]
    assert streaks("RRD") == [1, 2, 0]
    assert streaks("RRNR") == [1, 2, 0, 1]


def test_practice_earns_nothing_and_leaves_the_streak_alone() -> None:
    practice = [Scorable(outcome, 1, practice=True) for outcome in Outcome]
    given = [Scorable(RIGHT, 1), *practice, Scorable(RIGHT, 1)]
    first, *between, last = scores(given, Scale.of_length(10))
    assert (first.streak, last) == (1, Score(107, 2))
    assert between == [Score(0, 1)] * len(practice)


@pytest.mark.parametrize(
    ("seconds", "limit", "allowance", "share"),
    [
        (0, 25, 5, 1),
        (5, 25, 5, 1),
        (15, 25, 5, 0.5),
        (25, 25, 5, 0),
        (40, 25, 5, 0),
        (3, None, 5, 0),
        (3, 4, 4, 0),
    ],
)
def test_speed_counts_from_the_end_of_reading(
    seconds: float, limit: float | None, allowance: float, share: float
) -> None:
    assert speed_share(seconds, limit, allowance) == share


@pytest.mark.parametrize("length", range(1, 13))
def test_one_more_right_answer_always_beats_speed_and_streak(length: int) -> None:
    """Every round of `length` answers that are right, right with a slip, or wrong, at no speed and at full speed."""
    least = [10**6] * (length + 1)
    most = [-1] * (length + 1)
    for right, slow, fast in totals(length):
        least[right] = min(least[right], slow)
        most[right] = max(most[right], fast)
    assert all(least[k + 1] > most[k] for k in range(length))


def totals(length: int) -> Iterator[tuple[int, int, int]]:
    """Right answers, and points at no speed and at full speed, of every round there is.

    Rounds are followed question by question; those that agree so far in all that can matter are followed once.
    """
    scale = Scale.of_length(length)
    steps = {
        (streak, outcome, share): scores([Scorable(RIGHT, 0)] * streak + [Scorable(outcome, share)], scale)[-1]
        for streak, outcome, share in product(range(length), (RIGHT, SLIP, WRONG), (0, 1))
    }
    reached = {(0, 0, 0, 0)}
    for _ in range(length):
        reached = {
            (
                right + (outcome is not WRONG),
                steps[streak, outcome, 0].streak,
                slow + steps[streak, outcome, 0].points,
                fast + steps[streak, outcome, 1].points,
            )
            for (right, streak, slow, fast), outcome in product(reached, (RIGHT, SLIP, WRONG))
        }
    for right, _, slow, fast in reached:
        yield right, slow, fast
