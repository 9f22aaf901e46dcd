"""Guessers who learn by ridge regression what right options look like, with the guessed fact left out.

NumPy comes with the extra `test`; nothing else of the game needs it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from purges_quiz.authoring.audit.more_guessers import MORE_CUES, pieces
from purges_quiz.authoring.audit.predictions import Predictions
from purges_quiz.bank.cues import CUES, Scores, guess
from purges_quiz.deck.question import Question

Matrix = NDArray[np.float32]

WIDTH = 2**12
"""Columns into which pieces of letters are hashed."""
LENGTHS = (3, 4, 5)
STIFFNESS = {"cues": 30.0, "letters": 3.0, "cues and letters": 10.0}
"""The penalty on large weights: the more columns say the same, the less each needs."""


def from_cues(choices: Sequence[Question], predictions: Predictions) -> list[Scores]:
    """From the predictions of the guessers who see nothing but the question.

    Those who have read the rest of the bank are left out: for other facts they have counted the
    answer to the one that is guessed.
    """
    return _left_out(choices, _by_cues(choices, predictions), STIFFNESS["cues"])


def from_letters(choices: Sequence[Question], _predictions: Predictions) -> list[Scores]:
    """From the pieces of three to five letters of each option, weighted by rarity (tf-idf)."""
    return _left_out(choices, _by_letters(choices), STIFFNESS["letters"])


def from_both(choices: Sequence[Question], predictions: Predictions) -> list[Scores]:
    """From both."""
    rows = np.hstack([_by_cues(choices, predictions), _by_letters(choices)])
    return _left_out(choices, rows, STIFFNESS["cues and letters"])


LEARNERS: Mapping[str, Callable[[Sequence[Question], Predictions], list[Scores]]] = {
    "cues": from_cues,
    "letters": from_letters,
    "cues and letters": from_both,
}


def _left_out(choices: Sequence[Question], rows: Matrix, stiffness: float) -> list[Scores]:
    """The guesses of a ridge regression, for each fact of the one that has seen no question about it.

    A question across cards is about all its facts, so that none of them has been seen when it is guessed.

    The residuals of all models at once: with A the inverse of (X X' + stiffness I), those of what is
    left out are the solution of A_ff e = (A y)_f (Cook and Weisberg 1982, 2.2).
    """
    bounds = _bounds(choices)
    target = np.concatenate([_centred(np.array([it.correct for it in q.options], dtype=np.float32)) for q in choices])
    centred = np.vstack([rows[start:end] - rows[start:end].mean(axis=0) for start, end in bounds])
    inverse = np.linalg.inv(centred @ centred.T + stiffness * np.eye(len(centred), dtype=np.float32))
    weighted = inverse @ target
    scores = np.empty_like(target)
    rows_of = [range(start, end) for start, end in bounds]
    asking: dict[str, list[int]] = {}
    for place, question in enumerate(choices):
        for fact in question.facts:
            asking.setdefault(fact, []).append(place)
    own: dict[str, list[int]] = {}
    for place, question in enumerate(choices):
        own.setdefault(question.fact.key, []).append(place)
    for places in own.values():
        facts = {fact for place in places for fact in choices[place].facts}
        others = {place for fact in facts for place in asking[fact]}.difference(places)
        left = [row for place in (*places, *sorted(others)) for row in rows_of[place]]
        residuals = np.linalg.solve(inverse[np.ix_(left, left)], weighted[left])
        mine = left[: sum(len(rows_of[place]) for place in places)]
        scores[mine] = target[mine] - residuals[: len(mine)]
    return [guess(tuple(np.round(scores[start:end], 5).tolist())) for start, end in bounds]


def _bounds(choices: Sequence[Question]) -> list[tuple[int, int]]:
    ends = np.cumsum([len(question.options) for question in choices]).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _centred(values: Matrix) -> Matrix:
    return np.asarray(values - values.mean(), dtype=np.float32)


def _by_cues(choices: Sequence[Question], predictions: Predictions) -> Matrix:
    """A column for each guesser: what it puts on the option over chance."""
    columns = []
    for each in (each for name, each in predictions.items() if name in CUES or name in MORE_CUES):
        shares = [s or (0.0,) * len(q.options) for q, s in zip(choices, each, strict=True)]
        columns.append(np.concatenate([np.array(share, dtype=np.float32) for share in shares]))
    return np.column_stack(columns)


def _by_letters(choices: Sequence[Question]) -> Matrix:
    texts = [option.text for question in choices for option in question.options]
    counts = np.vstack([_hashed(text) for text in texts])
    rarity = np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1
    weighted = counts * rarity
    return np.asarray(weighted / np.linalg.norm(weighted, axis=1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=8192)
def _hashed(text: str) -> Matrix:
    row = np.zeros(WIDTH, dtype=np.float32)
    for length in LENGTHS:
        for piece, count in pieces(text, length).items():
            row[zlib.crc32(piece.encode()) % WIDTH] += count
    return row
