"""The questions of a round, for each mode, and of a practice of two things that were confused.

Every function gives fewer questions than wanted where there are not as many facts, and none where there are none.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from purges_quiz.deck.kinds import TYPED, Kind, asks_several
from purges_quiz.deck.question import Question
from purges_quiz.progress import Stage
from purges_quiz.selection.context import SelectionContext, shuffled
from purges_quiz.selection.exchange import typed_enough, with_across
from purges_quiz.selection.spacing import apart
from purges_quiz.selection.study_plan import Worth

TYPED_SHARE = 0.3
"""At least this share of an exam is typed: 6 of 20."""
TYPED_IN_QUICK = 3
"""At least so many questions of a quick round are typed: recall is practised, not recognition alone."""
BEST_FACTS = 200
"""Only among so many facts, those worth most, a question is sought that asks several at once: a round of a deck of
5,000 facts is to be chosen in 200 ms."""
SHARED_IN_ROUND = 3
"""At most so many questions of a quick round ask several facts at once: what is paired off is not yet recalled."""
ARRANGING = 2.4
"""How many times as long as a choice it takes to match or to put in order."""
SHARED = frozenset(filter(asks_several, Kind))
"""The kinds that ask several facts at once."""
ACROSS_IN_EXAM = 2
"""Questions across cards in an exam, at most; a quick round has one."""
CONTRASTED = 4
"""Facts of either of two confused things, at most, in a practice of both."""


def quick(context: SelectionContext, rng: random.Random, count: int) -> tuple[Question, ...]:
    """What is worth most today, at least three questions typed and one of those a number or date.

    Until three facts have been asked nothing has to be typed, and choices come first. Where the minutes of the day may
    not suffice for the whole round, what is worth most comes first; else the dice decide. One question across cards is
    among them where all its facts have been met and it gains no less than the one whose place it takes.
    """
    worths = context.worths()
    rates = {fact: worth.gain / worth.seconds for fact, worth in worths.items()}
    ranked = sorted(shuffled(context.facts, rng), key=rates.__getitem__, reverse=True)
    # Where nothing else is wanted, those that are worth most may overlap with so many that fewer questions fit in.
    shared = [] if context.wants_shared else _best_shared(context, ranked[:BEST_FACTS], worths)
    chosen = _asked(context, ranked, rng, count, shared)
    if sum(context.state(fact).asked > 0 for fact in context.facts) < TYPED_IN_QUICK:
        ordered = apart(chosen, context.leaks_between, rng)
        return tuple(sorted(ordered, key=lambda question: (question.typed, question.kind in SHARED)))
    questions = typed_enough(context, chosen, ranked, rng, TYPED_IN_QUICK)
    minutes = sum(_seconds(question, worths) for question in questions) / 60
    ordered = apart(questions, context.leaks_between, rng, as_given=minutes > context.minutes_left())
    return with_across(context, ordered, rng, TYPED_IN_QUICK, partial(_rate, worths=worths))


def exam(context: SelectionContext, rng: random.Random, count: int) -> tuple[Question, ...]:
    """Facts of all cards, whatever the player knows of them, and at most two questions across cards."""
    dealt, typed = _dealt(context, rng), round(count * TYPED_SHARE)
    chosen = typed_enough(context, _asked(context, dealt, rng, count), dealt, rng, typed)
    questions = apart(chosen, context.leaks_between, rng)
    for _ in range(ACROSS_IN_EXAM):
        questions = with_across(context, questions, rng, typed)
    return questions


def full(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """Every fact once, each by itself; with a `count` those that need it most."""
    facts = context.facts if count is None else context.ranked(rng, count)
    return apart(_each(context, facts, rng, count), context.leaks_between, rng)


def sprint(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """As many as there are, in no particular order."""
    return apart(_each(context, shuffled(context.facts, rng), rng, count), context.leaks_between, rng)


def card(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The facts of a context that holds those of one card; with a `count` those that need it most."""
    return full(context, rng, count)


def mistakes(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The open mistakes, the weakest first."""
    return tuple(_each(context, context.open_mistakes(rng), rng, count))


def contrast(context: SelectionContext, pair: tuple[str, str], rng: random.Random) -> tuple[Question, ...]:
    """Questions about both of a pair of entities or facts, each fact by itself, those that were confused first."""
    found: dict[str, Question] = {}
    for one, other in (pair, pair[::-1]):
        confused = sorted(_facts(context, one), key=lambda fact: -context.progress.confusions.get((fact, other), 0))
        for fact in confused[:CONTRASTED]:
            if question := choose_question(context, fact, rng, alone=True):
                found.setdefault(fact, question)
    return apart(tuple(found.values()), context.leaks_between, rng)


def _each(context: SelectionContext, facts: Iterable[str], rng: random.Random, count: int | None) -> list[Question]:
    """A question for each fact by itself, up to `count` questions."""
    found: list[Question] = []
    asked: set[str] = set()
    for fact in facts:
        if len(found) == count:
            break
        question = choose_question(context, fact, rng, alone=True) if fact not in asked else None
        if question and not asked.intersection(question.facts):
            found.append(question)
            asked.update(question.facts)
    return found


def _asked(
    context: SelectionContext, facts: Iterable[str], rng: random.Random, count: int, shared: Sequence[Question] = ()
) -> list[Question]:
    """Questions for the first of these facts that do not leak, and only if need be for others.

    Only those of `shared` ask several facts at once, or, if there are none, one other.
    """
    chosen = list(shared[:count])
    waiting: list[str] = []
    for leaks_wait in (True, False):
        for fact in list(facts) if leaks_wait else waiting:
            if len(chosen) == count:
                return chosen
            asked = {key for question in chosen for key in question.facts}
            if fact in asked:
                continue
            if leaks_wait and any(context.gives_away(fact, other) for other in asked):
                waiting.append(fact)
                continue
            question = choose_question(context, fact, rng, alone=len(asked) > len(chosen))
            if question and len(question.facts) > 1 and _clashes(context, question, asked, leaks_wait=leaks_wait):
                question = choose_question(context, fact, rng, alone=True)
            if question and asked.isdisjoint(question.facts):
                chosen.append(question)
    return chosen


def _clashes(context: SelectionContext, question: Question, asked: set[str], *, leaks_wait: bool) -> bool:
    """Whether a question for several facts asks one of those asked already or not to be asked, or leaks with one."""
    if not asked.isdisjoint(question.facts) or not set(context.facts).issuperset(question.facts):
        return True
    return leaks_wait and any(context.gives_away(fact, other) for fact in question.facts for other in asked)


def _best_shared(context: SelectionContext, facts: Sequence[str], worths: Mapping[str, Worth]) -> list[Question]:
    """The questions for several facts that gain most for each second, if they gain more than the first fact by itself.

    They do not overlap or leak. `facts` are those worth most, in order.
    """
    rates = {question: _rate(question, worths) for question in _shared_questions(context, facts)}
    found: list[Question] = []
    for question in sorted(rates, key=rates.__getitem__, reverse=True):
        alone = worths[facts[0]].gain / worths[facts[0]].seconds
        if len(found) == SHARED_IN_ROUND or rates[question] <= alone:
            break
        asked = {fact for other in found for fact in other.facts}
        if asked.isdisjoint(question.facts) and not any(context.leaks_between(question, other) for other in found):
            found.append(question)
    return found


def _shared_questions(context: SelectionContext, facts: Sequence[str]) -> Iterator[Question]:
    every = set(context.facts)
    for fact in facts:
        for question in context.questions(fact, SHARED):
            if every.issuperset(question.facts):
                yield question


def _rate(question: Question, worths: Mapping[str, Worth]) -> float:
    """What a question gains for each second."""
    return sum(worths[fact].gain for fact in question.facts) / _seconds(question, worths)


def _seconds(question: Question, worths: Mapping[str, Worth]) -> float:
    """What it takes; matching and putting in order take longer."""
    return max(worths[fact].seconds for fact in question.facts) * (ARRANGING if question.kind in SHARED else 1.0)


def _dealt(context: SelectionContext, rng: random.Random) -> list[str]:
    """Every fact in an order that the dice decide, dealt from the cards in turn."""
    cards: dict[str, list[str]] = {}
    for fact in shuffled(context.facts, rng):
        cards.setdefault(fact.partition("/")[0], []).append(fact)
    rounds = zip_longest(*rng.sample(list(cards.values()), len(cards)))
    return [fact for turn in rounds for fact in turn if fact]


def _facts(context: SelectionContext, key: str) -> list[str]:
    """The fact of that key, or those that ask for the entity of that key."""
    asking = {entry.fact.key for entry in context.bank.index.names.get(key, ())}
    return [fact for fact in context.facts if fact == key or fact in asking]


ARRANGED = 0.25
"""The probability that a fact which has both is asked by matching or ordering and not by multiple choice: they
get three times the time."""

UNTYPED = frozenset(Kind) - TYPED
"""The kinds that are answered by choosing or arranging."""
PREFERRED: dict[Stage, tuple[Stage, ...]] = {
    Stage.RECOGNITION: (Stage.RECOGNITION, Stage.HINT, Stage.RECALL),
    Stage.HINT: (Stage.HINT, Stage.RECALL, Stage.RECOGNITION),
    Stage.RECALL: (Stage.RECALL, Stage.HINT, Stage.RECOGNITION),
}
"""For the stage of a fact the stages of its questions, in order of preference; not every stage has a question."""


def choose_question(
    context: SelectionContext, fact: str, rng: random.Random, *, alone: bool = False
) -> Question | None:
    """A question for a fact, by its stage; None if none of the kinds wanted asks it.

    `alone` leaves out the questions that ask several facts at once, unless nothing else is wanted.
    """
    for stage in PREFERRED[context.state(fact).stage]:
        fitting = [
            question
            for question in context.questions(fact, UNTYPED if stage is Stage.RECOGNITION else TYPED)
            if stage_of(question) is stage and (context.wants_shared or not (alone and _shared(question)))
        ]
        if fitting:
            return one_of(context, fitting, rng)
    return None


def _shared(question: Question) -> bool:
    return len(question.facts) > 1


def stage_of(question: Question) -> Stage:
    """The stage of a fact at which a question fits."""
    if not question.typed:
        return Stage.RECOGNITION
    return Stage.HINT if question.hint else Stage.RECALL


def one_of(context: SelectionContext, questions: Sequence[Question], rng: random.Random) -> Question:
    """One of the questions of a fact.

    Of its option sets only one is ever shown to the same player: whoever had two could find the answer as the option
    that both have.
    """
    choices = [question for question in questions if question.kind is Kind.MULTIPLE_CHOICE]
    others = [question for question in questions if question.kind is not Kind.MULTIPLE_CHOICE]
    if not choices or (others and rng.random() < ARRANGED):
        return rng.choice(others)
    asked = rng.choice(choices)
    ends = [question for question in choices if question.target is asked.target]
    sets = list(dict.fromkeys(question.options for question in ends))
    end = asked.target.name if asked.target else ""
    own = random.Random(f"{context.profile} {asked.fact.key} {end}").choice(sets)
    return rng.choice([question for question in ends if question.options == own])
