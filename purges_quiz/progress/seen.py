"""What an answer says of forgetting, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from purges_quiz.deck.question import Kind
from purges_quiz.grading.verdict import Slip
from purges_quiz.progress.estimate import Seen
from purges_quiz.progress.fact_state import RIGHT
from purges_quiz.round.records import AttemptRecord, Outcome

GUESSES: Mapping[Kind, float] = {Kind.MULTIPLE_CHOICE: 0.25, Kind.MATCHING: 0.3, Kind.ORDERING: 0.1}
"""How likely somebody who knows nothing is to be right; what is typed is not guessed."""


def seen(answer: AttemptRecord) -> Iterator[Seen]:
    """What it says of each of its facts.

    No answer in time, and one that is true but not what was asked, do not show whether the fact was remembered;
    still it was met.
    """
    silent = answer.outcome is Outcome.NO_ANSWER or answer.slip is Slip.ALSO_TRUE
    guess = 0.08 if answer.hinted else GUESSES.get(answer.kind, 0.0)
    for fact in answer.facts:
        yield Seen(fact, answer.day.toordinal(), answer.outcome_of(fact) in RIGHT, guess, silent=silent)
