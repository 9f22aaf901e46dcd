"""Right answers with a remark beside them that changes nothing of what they say."""

from __future__ import annotations

from collections.abc import Iterator

from generators.edits import Edits
from generators.generated import Generated
from generators.right import entity_of, right_answers, value_of
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.model import Date, Deck, Label, Name, Quantity, Range
from purges_quiz.deck.question import Question

_ANY = {
    "even though": (
        "{}, even though nobody believed it at the time",
        "{} even though i always mix this up",
        "{} although most people did not know",
        "{} though it took me a while to remember",
        "{} even though my friend says something else",
    ),
    "I think so": (
        "{} or at least i think so",
        "{}, or so i was told",
        "{} (i think)",
        "i think {}",
        "{} if i remember rightly",
        "{} but i'm not sure",
        "not sure but {}",
        "pretty sure it's {}",
        "{} i hope",
        "im guessing {}",
    ),
    "marks": (
        "{} (for 2 marks)",
        "{} [2 marks]",
        "(1 mark) {}",
        "{} - that has to be worth 1 mark",
    ),
    "numbering": ("1. {}", "1) {}", "a) {}", "Q3: {}", "answer: {}", "* {}", "Ans. {}"),
    "reason": (
        "{} because that is what my notes say",
        "{} because our teacher said so",
        "{}, that's what it says in the book",
        "{} as we learned in class",
        "{} since it was on the card",
    ),
    "aside": (
        "{} lol",
        "{} sir",
        "{}, easy",
        "{}!! and i didn't even look",
        "{} and that's all i know",
        "{}, which i got wrong last time",
        "{} and nobody can tell me otherwise",
        "{} and there was nothing anybody could do about it",
        "{} - no doubt about it",
        "{} no need to look it up",
        "{} whether or not that matters",
        "well, {}",
        "it has to be {}",
        "{} thats it",
        "{}, sadly",
        "{} imo",
    ),
}
_BY_TYPE: tuple[tuple[tuple[type, ...], dict[str, tuple[str, ...]]], ...] = (
    (
        (Quantity, Range),
        {
            "even though": ("{} even though that sounds a lot", "{}, although it should never have happened"),
            "aside": ("{} or near enough", "{} in all", "{} altogether", "{} in total, which is shocking"),
        },
    ),
    ((Label,), {"aside": ("number {}", "no. {}", "it was no {}")}),
    (
        (Date,),
        {
            "even though": ("{}, even though it had started long before that", "{} although people only heard later"),
            "aside": ("back in {}", "it was in {}, a terrible time", "{} or thereabouts"),
        },
    ),
)
_OF_PEOPLE = {
    "even though": (
        "{} even though it wasn't true",
        "{} even though there was no proof",
        "{}, although not everyone agreed",
    ),
    "reason": ("{} because of what had happened before", "{} because nobody else dared"),
    "aside": ("{} and no one else", "{}, who was not the only one", "{} of course, who else"),
}


def remarked(deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The right answer with each remark that fits its type."""
    entity = entity_of(deck, question)
    for sort, remarks in _remarks(question, person=entity is not None and entity.kind is EntityKind.PERSON):
        for text in right_answers(question):
            for remark in remarks:
                yield Generated(remark.format(text), right=True, sort=sort)


def _remarks(question: Question, *, person: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from _ANY.items()
    value = value_of(question)
    for types, remarks in _BY_TYPE:
        if isinstance(value, types):
            yield from remarks.items()
    if isinstance(value, Name) and person:
        yield from _OF_PEOPLE.items()
