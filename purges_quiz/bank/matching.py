"""Two columns to be paired up, from the sets that an author made."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.bank.parts import arrangements, question_id
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Fact
from purges_quiz.deck.question import Kind, Question


def questions(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt of each set in which the fact stands; the pairs in the author's order."""
    for arrangement, first, _ in arrangements(Kind.MATCHING, fact, index):
        pairs = tuple((pair.left, pair.right) for pair in arrangement.pairs)
        answer = "; ".join(f"{left}: {right}" for left, right in pairs)
        for number, prompt in enumerate(arrangement.prompts, start=1):
            yield Question(
                id=question_id(first, Kind.MATCHING, arrangement.key, str(number)),
                kind=Kind.MATCHING,
                fact=first,
                facts=tuple(pair.fact for pair in arrangement.pairs),
                prompt=prompt,
                answer=answer,
                accepted=(answer,),
                pairs=pairs,
            )
