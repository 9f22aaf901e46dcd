from __future__ import annotations

import pytest

from purges_quiz.deck.gradual import Gradual, Pieces, at_once


class Counting:
    """Counts to three, a number in a piece, and notes what it was asked to do."""

    def __init__(self, *, faults: int = 0) -> None:
        self.steps: list[int] = []
        self.faults = faults

    def __call__(self) -> Pieces[int]:
        for step in range(3):
            self.steps.append(step)
            yield
        if self.faults:
            self.faults -= 1
            raise ValueError("a fault")
        return sum(self.steps)


def test_it_is_made_piece_by_piece_and_once() -> None:
    counting = Counting()
    gradual = Gradual(counting)
    done = [len(counting.steps) for _ in gradual.preparing()]
    assert done == [1, 2, 3, 3]
    assert (gradual.value, list(gradual.preparing()), counting.steps) == (3, [], [0, 1, 2])


def test_what_is_left_is_done_at_once_when_it_is_needed() -> None:
    counting = Counting()
    gradual = Gradual(counting)
    preparing = gradual.preparing()
    next(preparing)
    assert gradual.value == 3
    assert counting.steps == [0, 1, 2]
    assert list(preparing) == []  # whoever prepared it in between has nothing left to do


def test_what_failed_is_begun_anew() -> None:
    counting = Counting(faults=1)
    gradual = Gradual(counting)
    with pytest.raises(ValueError, match="a fault"):
        list(gradual.preparing())
    counting.steps.clear()
    assert gradual.value == 3


def test_pieces_can_be_made_without_a_pause() -> None:
    assert at_once(Counting()()) == 3
