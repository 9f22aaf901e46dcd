"""Grading what was chosen, put in order and paired."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from purges_quiz.deck.question import Question
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.verdict import Choice, Order, Pairing, Reason, Verdict, correct, partial, wrong
from purges_quiz.grading.words import words


def grade_choice(question: Question, choice: Choice, names: Names, elsewhere: Elsewhere) -> Verdict:
    """Judge the option chosen; raises IndexError for one that is not there."""
    if not 0 <= choice.option < len(question.options):
        raise IndexError(f"{question.id} has no option {choice.option}")
    option = question.options[choice.option]
    if option.correct:
        return correct()
    confused_with = _rival(option.text, question, names, elsewhere)
    slip = None if confused_with is None else Slip.OTHER_FACT if "/" in confused_with else Slip.OTHER
    return wrong(slip, Reason.OPTION, option.text, note=f"{option.text}: {option.reason}", confused_with=confused_with)


def _rival(text: str, question: Question, names: Names, elsewhere: Elsewhere) -> str | None:
    """The key of the entity that the option is, or of the fact whose number it is."""
    read = words(text)
    mentions = names.mentions(read)
    if len(mentions) == 1 and not any(word.content for word in (*read[: mentions[0].start], *read[mentions[0].end :])):
        return mentions[0].entity
    found = numbers(read)
    if len(found) == 1 and found[0].amount.denominator == 1:
        place = elsewhere.amount(Fraction(found[0].amount), question.fact)
        return place.fact.key if place else None
    return None


def grade_order(question: Question, order: Order) -> Verdict:
    """Judge an order by the share of its pairs that stand in the right order; more than half is half right.

    Raises ValueError if it does not hold each item once.
    """
    if sorted(order.items) != list(range(len(question.items))):
        raise ValueError(f"{question.id} asks for an order of {len(question.items)} items, each once")
    pairs = list(combinations(order.items, 2))
    right = sum(first < second for first, second in pairs)
    if right == len(pairs):
        return correct()
    finding = partial(Slip.INCOMPLETE, Reason.PLACED) if 2 * right > len(pairs) else wrong(None, Reason.PLACED)
    return finding._replace(tally=(right, len(pairs)))


def grade_pairing(question: Question, pairing: Pairing) -> Verdict:
    """Judge a matching pair by pair; right sides that read alike are alike.

    Raises ValueError for a wrong number of pairs, IndexError for a right side that is not there.
    """
    if len(pairing.rights) != len(question.pairs):
        raise ValueError(f"{question.id} asks for {len(question.pairs)} pairs")
    if any(place is not None and not 0 <= place < len(question.pairs) for place in pairing.rights):
        raise IndexError(f"{question.id} has no such right side")
    faults = [
        number
        for number, place in enumerate(pairing.rights)
        if place is None or question.pairs[place][1] != question.pairs[number][1]
    ]
    if not faults:
        return correct()
    missed = tuple(question.facts[number] for number in faults)
    lefts = tuple(question.pairs[number][0] for number in faults)
    right = len(question.pairs) - len(faults)
    finding = partial(Slip.INCOMPLETE, Reason.PAIRED) if right else wrong(None, Reason.PAIRED)
    return finding._replace(missing=lefts, missed=missed, tally=(right, len(question.pairs)))
