"""Questions about several facts at once: events to be put in order, two columns to be paired up."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Arrangement, Fact, Listing
from purges_quiz.deck.question import Question, question_id


def ordering(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt of each ordering in which the fact stands, and the steps of each sequence that the fact is."""
    for target in fact.targets:
        if isinstance(target.value, Listing) and target.value.ordered:
            steps = tuple(element.shown for element in target.value.elements)
            prompt = f"Put in the right order, from first to last: {target.about}."
            if fact.notes_only:
                prompt = f"According to your notes, what is the right order, from first to last, of {target.about}?"
            name, alone = question_id(fact, Kind.ORDERING, target.name, "steps"), (fact.key,)
            yield _ordering(name, fact, alone, prompt, steps, index.notes(alone))
    for arrangement, first, keys in _arrangements(Kind.ORDERING, fact, index):
        events = tuple(pair.left for pair in arrangement.pairs)
        for number, prompt in enumerate(arrangement.prompts, start=1):
            variant = question_id(first, Kind.ORDERING, arrangement.key, str(number))
            yield _ordering(variant, first, keys, prompt, events, index.notes(keys))


def matching(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt of each matching in which the fact stands; the pairs in the author's order."""
    for arrangement, first, keys in _arrangements(Kind.MATCHING, fact, index):
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
                notes=index.notes(keys),
            )


def _ordering(  # noqa: PLR0913, PLR0917
    name: str, fact: Fact, facts: tuple[str, ...], prompt: str, items: tuple[str, ...], notes: tuple[str, ...] = ()
) -> Question:
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
        notes=notes,
    )


def _arrangements(kind: Kind, fact: Fact, index: Index) -> Iterator[tuple[Arrangement, Fact, tuple[str, ...]]]:
    """The arrangements of a kind in which a fact stands, with the first of their facts and the keys of all.

    The first fact gives a question its id, so that it is one question from whichever fact it is reached.
    """
    for arrangement in index.arrangements.get(fact.key, ()):
        if arrangement.kind == kind:
            keys = tuple(dict.fromkeys(pair.fact for pair in arrangement.pairs))
            yield arrangement, index.deck.facts[keys[0]], keys
