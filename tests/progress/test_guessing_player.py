"""A player without memory who guesses, one attempt a day on each fact: how likely a fact is secure after a month.

It is worked out, not played: every fact moves over its stages as the game's own rules move it, with the chances of
the questions that the game would ask. The guesser knows what sort of answer is wanted, how many digits a number has,
that dates lie within ten years, and every name on offer.
"""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from functools import cache
from typing import assert_never

import history

import shipped_deck
from purges_quiz.bank.typed import GAP
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Date, Label, Name, Precision, Quantity, Range
from purges_quiz.deck.question import Question
from purges_quiz.progress import PROOFS, FactState, Progress, Stage
from purges_quiz.progress.fact_state import after
from purges_quiz.round.records import Outcome
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.choice import choose_question

DAYS = 30
DRAWS = 40
"""Questions drawn for a fact at a stage: enough to meet its kinds about as often as the game asks them."""
YEARS, MONTHS, SEASONS = 10, 12, 4
ALIKE = 2
"""Months that a hint leaves open at least."""
State = tuple[Stage, int]
"""The stage of a fact, and on how many days since its latest miss it was typed right there, on recall."""


def chance(question: Question) -> float:
    """How likely the guesser is right, for each fact of the question."""
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return 1 / len(question.options)
        case Kind.MATCHING:
            return 1 / len(question.pairs)
        case Kind.ORDERING:
            return 1 / math.factorial(len(question.items))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return 1 / possible(question)
        case _ as unknown:
            assert_never(unknown)


def possible(question: Question) -> float:
    """How many answers the guesser to whom the question is put has to choose from; no end of them for sentences."""
    cue = question.hint
    match question.target and question.target.value:
        case Name() as name:
            return len([other for other in names_like(name) if fits(cue, other.shown)])
        case Date(precision=Precision.YEAR | Precision.YEARS):
            return YEARS
        case Date(precision=Precision.SEASON):
            return YEARS if cue else YEARS * SEASONS
        case Date():
            return YEARS * ALIKE if cue else YEARS * MONTHS
        case (Quantity() | Label() | Range()) as number:
            return 10.0 ** cue.count(GAP) if cue else 9 * 10.0 ** (sum(map(str.isdigit, number.shown)) - 1)
        case _:
            return math.inf


def fits(cue: str | None, name: str) -> bool:
    return cue is None or re.fullmatch(re.escape(cue).replace(GAP, "."), name) is not None


@cache
def names_like(name: Name) -> frozenset[Name]:
    """The name itself, and those of all entities of its kind."""
    entities = shipped_deck.deck().entities
    alike = [one for one in entities.values() if one.kind is entities[name.entity].kind and one.key != name.entity]
    return frozenset({name, *(Name(one.name, one.key) for one in alike)})


def questions_for(fact: str, stage: Stage) -> list[Question]:
    """Questions as the game asks them of a fact at a stage."""
    progress = Progress({fact: FactState(asked=1, stage=stage)})
    context = SelectionContext(shipped_deck.questions(), progress, history.day(0), profile=0, facts=(fact,))
    rng = random.Random(f"{fact} {stage}")
    return [question for _ in range(DRAWS) if (question := choose_question(context, fact, rng))]


@cache
def moved(state: State, outcome: Outcome, kind: Kind, *, hinted: bool) -> State:
    """Where the rules move a fact on a new day."""
    stage, proofs = state
    before = FactState(stage=stage, proofs=tuple(history.day(number) for number in range(proofs)))
    reached = after(before, history.answer(PROOFS, outcome, kind=kind, hinted=hinted), "card/fact")
    return reached.stage, len(reached.proofs)


def probability_of_secure(fact: str) -> float:
    """The probability that the guesser ever gets the fact secure within the days."""
    asked = {stage: [(question, chance(question)) for question in questions_for(fact, stage)] for stage in Stage}
    states: dict[State, float] = {(Stage.RECOGNITION, 0): 1.0}
    secure = 0.0
    for _ in range(DAYS):
        following: defaultdict[State, float] = defaultdict(float)
        for state, weight in states.items():
            drawn = asked[state[0]]
            for question, right in drawn:
                hinted = question.hint is not None
                for outcome, share in ((Outcome.RIGHT, right), (Outcome.WRONG, 1 - right)):
                    following[moved(state, outcome, question.kind, hinted=hinted)] += weight * share / len(drawn)
        secure += sum(weight for (_, proofs), weight in following.items() if proofs == PROOFS)
        states = {state: weight for state, weight in following.items() if state[1] < PROOFS}
    return secure


def test_a_guesser_gets_a_fact_secure_with_less_than_one_percent() -> None:
    found = {fact: probability_of_secure(fact) for fact in shipped_deck.deck().facts}
    assert {fact: probability for fact, probability in found.items() if probability >= 0.01} == {}


def test_two_days_typed_right_make_it_secure_and_a_miss_undoes_the_first() -> None:
    state: State = (Stage.RECALL, 0)
    for _ in range(PROOFS):
        state = moved(state, Outcome.RIGHT, Kind.FREE_TEXT, hinted=False)
    assert state == (Stage.RECALL, PROOFS)
    assert moved((Stage.HINT, 0), Outcome.RIGHT, Kind.FREE_TEXT, hinted=False) == (Stage.RECALL, 0)
    assert moved((Stage.RECALL, 1), Outcome.WRONG, Kind.FREE_TEXT, hinted=False) == (Stage.HINT, 0)
    assert moved((Stage.HINT, 0), Outcome.RIGHT, Kind.FREE_TEXT, hinted=True) == (Stage.RECALL, 0)
