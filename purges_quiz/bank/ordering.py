"""Events to be put in order, from the sets that an author made; and the steps of a sequence."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.bank.parts import arrangements, question_id
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Fact, Listing
from purges_quiz.deck.question import Kind, Question


def questions(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt of each set in which the fact stands, and each sequence that the fact is."""
    for target in fact.targets:
        if isinstance(target.value, Listing) and target.value.ordered:
            steps = tuple(element.shown for element in target.value.elements)
            prompt = f"Put in the right order, from first to last: {target.about}."
            yield _question(question_id(fact, Kind.ORDERING, target.name, "steps"), fact, (fact.key,), prompt, steps)
    for arrangement, first, keys in arrangements(Kind.ORDERING, fact, index):
        events = tuple(pair.left for pair in arrangement.pairs)
        for number, prompt in enumerate(arrangement.prompts, start=1):
            variant = question_id(first, Kind.ORDERING, arrangement.key, str(number))
            yield _question(variant, first, keys, prompt, events)


def _question(name: str, fact: Fact, facts: tuple[str, ...], prompt: str, items: tuple[str, ...]) -> Question:
    answer = "; ".join(items)
    return Question(
        id=name,
        kind=Kind.ORDERING,
        fact=fact,
        facts=facts,
        prompt=prompt,
        answer=answer,
        accepted=(answer,),
        items=items,
    )
