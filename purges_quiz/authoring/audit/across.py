"""Whether the questions across cards follow from their facts, are graded rightly, and read as well as the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from re import findall

from purges_quiz.authoring.audit import options, plausibility, prompts
from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.shown_answers import spaced
from purges_quiz.bank.surface import stems
from purges_quiz.deck.entities import Month
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import AcrossQuestion, Date, Deck, Fact, Listing, Name, Quantity
from purges_quiz.grading.verdict import Judgement

NEAR = 0.01
"""A share is given to the nearest hundredth."""
YEAR = 12
"""Months."""


def fault_of(across: AcrossQuestion, deck: Deck) -> str:
    """Why the answer does not follow from its facts by its rule; "" if it does."""
    if across.rule not in DERIVATIONS:
        return f'no rule is called "{across.rule}"'
    try:
        return DERIVATIONS[across.rule](across, deck)
    except (LookupError, TypeError, ZeroDivisionError) as fault:
        return f"the facts are not of the kind that {across.rule} needs ({fault})"


def _same(across: AcrossQuestion, deck: Deck) -> str:
    """Some word of the answer stands in every fact, and none in some facts only."""
    words = [_words(deck.facts[key]) for key in across.facts]
    answer = stems(_shown(across)) & frozenset.union(*words)
    somewhere = answer - frozenset.intersection(*words)
    if somewhere:
        return f"only some facts say: {', '.join(sorted(somewhere))}"
    return "" if answer and len(words) > 1 else "the facts have nothing of the answer in common"


def _differs(across: AcrossQuestion, deck: Deck) -> str:
    """Some word of the answer stands in the first fact, and in none of the others."""
    first, *others = (_words(deck.facts[key]) for key in across.facts)
    own = (stems(_shown(across)) & first) - frozenset().union(*others)
    return "" if own and others else "the first fact says nothing of the answer that the others do not"


def _stated(across: AcrossQuestion, deck: Deck) -> str:
    """Every word of the answer stands in one of the facts."""
    words = frozenset().union(*(_words(deck.facts[key]) for key in across.facts))
    missing = stems(_shown(across)) - words
    return f"no fact says: {', '.join(sorted(missing))}" if missing else ""


def _share(across: AcrossQuestion, deck: Deck) -> str:
    part, whole = (_amount(deck.facts[key]) for key in across.facts)
    share = int(findall(r"\d+", _shown(across))[0]) / 100
    return "" if abs(share - part / whole) <= NEAR else f"the share is {part / whole:.1%}"


def _total(across: AcrossQuestion, deck: Deck) -> str:
    found = sum(_size(deck.facts[key]) for key in across.facts)
    return "" if _number(across) == found else f"the sum is {found}"


def _remainder(across: AcrossQuestion, deck: Deck) -> str:
    whole, *parts = (_amount(deck.facts[key]) for key in across.facts)
    return "" if _number(across) == whole - sum(parts) else f"{whole - sum(parts)} are left"


def _interval(across: AcrossQuestion, deck: Deck) -> str:
    first, last = (_date(deck.facts[key]) for key in across.facts)
    months = _months(last.first) - _months(first.first)
    return "" if _number(across) == months else f"{months} months lie between them"


def _first(across: AcrossQuestion, deck: Deck) -> str:
    own = _date(deck.facts[across.facts[0]])
    others = [_date(deck.facts[option.fact]) for option in across.wrong]
    earlier = [other.shown for other in others if not own.last < other.first]
    return f"{', '.join(earlier)} is not later than {own.shown}" if earlier else ""


def _next(across: AcrossQuestion, deck: Deck) -> str:
    """The second fact follows the first, and every other option comes before that or after the second."""
    before, own = (_date(deck.facts[key]) for key in across.facts)
    others = [_date(deck.facts[option.fact]) for option in across.wrong]
    between = [it.shown for it in others if not (it.last < before.first or own.last < it.first)]
    if not before.last < own.first:
        return f"{own.shown} does not follow {before.shown}"
    return f"{', '.join(between)} comes between" if between else ""


def _order(across: AcrossQuestion, deck: Deck) -> str:
    dates = [_date(deck.facts[key]) for key in across.facts]
    wrong = [(a.shown, b.shown) for a, b in pairwise(dates) if not a.last < b.first]
    if len(dates) != len(across.pairs):
        return "two events have one date"
    return f"{wrong[0][0]} does not come before {wrong[0][1]}" if wrong else ""


def _offices(across: AcrossQuestion, deck: Deck) -> str:
    """The people held one and the same post, one after the other."""
    return _in_office([deck.facts[key] for key in across.facts], deck)


def _between(across: AcrossQuestion, deck: Deck) -> str:
    """The answer is the second of three who held one post."""
    facts = [deck.facts[key] for key in across.facts]
    if not isinstance(across.value, Name) or across.value.entity != _person(facts[1]):
        return "the answer is not the second of the three"
    return _in_office(facts, deck)


def _pairs(across: AcrossQuestion, deck: Deck) -> str:
    """Either side of each pair has words of its fact."""
    for pair in across.pairs:
        words = _words(deck.facts[pair.fact])
        silent = [side for side in (pair.left, pair.right) if not stems(side) & words]
        if silent:
            return f'{pair.fact} says nothing of "{silent[0]}"'
    return ""


DERIVATIONS: Mapping[str, Callable[[AcrossQuestion, Deck], str]] = {
    "same": _same,
    "differs": _differs,
    "stated": _stated,
    "share": _share,
    "total": _total,
    "remainder": _remainder,
    "interval": _interval,
    "first": _first,
    "next": _next,
    "between": _between,
    "order": _order,
    "offices": _offices,
    "pairs": _pairs,
}


def _shown(across: AcrossQuestion) -> str:
    return across.value.shown if across.value else ""


def _words(fact: Fact) -> frozenset[str]:
    """The words of a fact: its sentence, its values, what they are."""
    texts = (fact.sentence, *(text for target in fact.targets for text in (target.value.shown, target.about)))
    return frozenset().union(*map(stems, texts))


def _amount(fact: Fact) -> int | Fraction:
    value = fact.targets[0].value
    if not isinstance(value, Quantity):
        raise TypeError(f"{fact.key} is no quantity")
    return value.amount


def _size(fact: Fact) -> int | Fraction:
    value = fact.targets[0].value
    return len(value.elements) if isinstance(value, Listing) else _amount(fact)


def _date(fact: Fact) -> Date:
    value = fact.targets[0].value
    if not isinstance(value, Date):
        raise TypeError(f"{fact.key} is no date")
    return value


def _number(across: AcrossQuestion) -> int:
    return int(findall(r"\d+", _shown(across))[0])


def _months(month: Month) -> int:
    return YEAR * month[0] + month[1]


def _person(fact: Fact) -> str:
    value = fact.targets[0].value
    if not isinstance(value, Name):
        raise TypeError(f"{fact.key} is no person")
    return value.entity


def _in_office(facts: list[Fact], deck: Deck) -> str:
    offices = [deck.entities[_person(fact)].times.offices for fact in facts]
    posts = set.intersection(*({office.post for office in held} for held in offices))
    if not posts:
        return "they held no post in common"
    terms = [next(office for office in held if office.post in posts) for held in offices]
    after = all(a.until and b.since and a.until[0] <= b.since[0] for a, b in pairwise(terms))
    return "" if after else f"did not follow one another as {min(posts)}"


COMMON_CHECKS = (
    prompts.length_of_prompts,
    prompts.prompts_stand_alone,
    prompts.roles_are_dated,
    prompts.no_negation,
    prompts.no_slips_of_the_source,
    options.number_of_options,
    options.length_of_options,
    options.reasons,
    plausibility.reasons_teach,
)
"""Checks of any question that need no fact of the deck."""


def across_follow(subject: Subject) -> Iterator[Look]:
    """The answer to a question across cards follows from the facts that it names, by the rule that it names."""
    for across in subject.deck.across:
        yield Look(f"across/{across.key}", fault_of(across, subject.deck))


def across_read_well(subject: Subject) -> Iterator[Look]:
    """The questions across cards keep to what holds for the prompts, options and reasons of all others.

    No two of their prompts are alike, and what departs from the histories is asked "according to your notes".
    """
    asked = tuple(subject.bank.across.values())
    alone = replace(subject, questions=asked)
    for looks in COMMON_CHECKS:
        for look in looks(alone):
            if look.fault or looks is prompts.length_of_prompts:
                yield look
    asked_by: dict[str, str] = {}
    for question in asked:
        other = asked_by.setdefault(spaced(question.prompt), question.id)
        disputed = [key for key in question.facts if subject.deck.facts[key].notes_only]
        fault = f"has the prompt of {other}" if other != question.id else ""
        if disputed and "according to your notes" not in question.prompt.casefold():
            fault = f'does not say "according to your notes" of {", ".join(disputed)}'
        yield Look(question.id, fault)


def across_are_graded(subject: Subject) -> Iterator[Look]:
    """One option is right; typed, the answer and its other names are accepted, the figures of its facts are not."""
    for question in subject.bank.across.values():
        if question.kind is Kind.MULTIPLE_CHOICE:
            texts = [spaced(option.text) for option in question.options]
            alike = any(one == other for one, other in combinations(texts, 2))
            rights = sum(option.correct for option in question.options)
            yield Look(question.id, f"has {rights} right options" if rights != 1 else "two options alike" * alike)
        elif question.typed:
            refused = [it for it in question.accepted if _judged(subject, question.id, it) is not Judgement.CORRECT]
            parts = (target.value.shown for key in question.facts for target in subject.deck.facts[key].targets)
            others = [it for it in parts if it not in question.accepted and spaced(question.answer) not in spaced(it)]
            taken = [it for it in others if _judged(subject, question.id, it) is Judgement.CORRECT]
            fault = f'"{refused[0]}" is refused' if refused else f'"{taken[0]}" is accepted' if taken else ""
            yield Look(question.id, fault)


def _judged(subject: Subject, name: str, text: str) -> Judgement:
    return subject.grader.grade(subject.bank.across[name], text).judgement
