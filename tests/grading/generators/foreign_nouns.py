"""Right numbers with a noun that the question does not count."""

from __future__ import annotations

from collections.abc import Iterator

from generators.edits import Edits, words_of
from generators.generated import Generated
from generators.number_words import in_words, whole
from generators.right import target_of
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.model import Date, Deck, Label, Name, Precision, Quantity, Range
from purges_quiz.deck.question import Question

THINGS = (
    "tanks",
    "rifles",
    "cannons",
    "horses",
    "cows",
    "sheep",
    "ships",
    "planes",
    "lorries",
    "trains",
    "bridges",
    "farms",
    "fields",
    "square miles",
    "miles",
    "kilometres",
    "metres",
    "acres",
    "tonnes",
    "kilograms",
    "tonnes of grain",
    "litres",
    "loaves of bread",
    "barrels",
    "roubles",
    "dollars",
    "pounds",
    "coins",
    "per cent",
    "degrees",
    "days",
    "hours",
    "minutes",
    "weeks",
    "months",
    "years",
    "castles",
    "factories",
    "schools",
    "hospitals",
    "songs",
    "paintings",
    "letters",
    "books",
    "medals",
    "flags",
    "trees",
    "gulags",
    "rivers",
    "islands",
)
PEOPLE = ("people", "men", "soldiers", "prisoners")
_TIMES = frozenset({"days", "hours", "minutes", "weeks", "months", "years"})


def foreign(deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The right number, in figures and in words, of something else."""
    numbers = tuple(_numbers(deck, question))
    if not numbers:
        return
    target = target_of(question)
    units = getattr(target.value, "units", ())
    known = {
        _root(word) for word in words_of(*units, *target.prompts, target.about, target.value.shown, question.source)
    }
    things = THINGS if isinstance(target.value, Quantity | Range) else (*THINGS, *PEOPLE)
    timed = isinstance(target.value, Date | Range) or bool(known & {_root(word) for word in _TIMES}) or "age" in known
    for noun in things:
        if known & {_root(word) for word in words_of(noun)} or (timed and noun in _TIMES):
            continue
        for number in numbers:
            yield Generated(f"{number} {noun}", right=False, sort=noun)


def _numbers(deck: Deck, question: Question) -> Iterator[str]:
    value = target_of(question).value
    if isinstance(value, Quantity) and not any(sign in value.shown for sign in "%£$"):
        yield value.shown
        if whole(value):
            yield in_words(int(value.amount))
    elif isinstance(value, Range | Label) or (isinstance(value, Date) and value.precision is Precision.YEAR):
        yield value.shown.split()[0] if isinstance(value, Range) else value.shown
    elif isinstance(value, Name):
        entity = deck.entities[value.entity]
        first, _, last = entity.name.partition(" ")
        if entity.kind is EntityKind.TERM and last.isdigit() and first.isalpha():
            yield last


def _root(word: str) -> str:
    return word.removesuffix("s")
