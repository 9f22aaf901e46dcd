"""Whether guessers who know nothing do better than chance.

Hits are added up by fact, since further questions about the same fact are no new evidence, and judged by one-sided
permutation tests with Holm's correction for there being many.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from purges_quiz.authoring.audit.findings import Look, Row, described
from purges_quiz.authoring.audit.predictions import ALL, RIGHT_FOR_OTHERS, VOTE, families_of, hit
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.cues import CUES, Scores
from purges_quiz.deck.model import Figure
from purges_quiz.deck.question import Question

GROUP = "cues"
MOST_POINTS = 5
"""Percentage points over chance up to which a guesser passes, whatever its probability: one question in twenty."""
MOST_LEARNED = 4
"""The same for guessers who learn."""
SIGNIFICANCE = 0.01
"""A probability below it counts as no chance."""
WORST_FACTS = 3
"""Facts that a breach names."""

SHUFFLES = 10_000
"""Draws of a permutation test: enough to find a p of 0.01 after Holm's correction over some hundred tests."""
SEED = 1938
INTERVAL = (0.025, 0.975)
ROUNDING = 1e-9
"""Up to so much a sum counts as 0, since sums of floats are not exact."""


@dataclass(frozen=True, slots=True)
class Lift:
    """How much better than chance a guesser does."""

    hits: Mapping[str, float]
    """By the key of each fact to which its cue applies, the hits over chance, summed over its questions."""
    questions: int
    """The questions to which its cue applies."""

    @classmethod
    def of(cls, hits: Iterable[tuple[str, float]]) -> Lift:
        """From the key of each question's fact, with the guesser's hit over chance there, from -0.25 to 0.75."""
        found: dict[str, float] = {}
        count = 0
        for fact, over_chance in hits:
            found[fact] = found.get(fact, 0.0) + over_chance
            count += 1
        return cls(found, count)

    @property
    def points(self) -> float:
        """Percentage points over chance."""
        return 100 * sum(self.hits.values()) / self.questions if self.questions else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """How a guesser does in the questions of one family."""

    family: str
    lift: Lift
    probability: float
    """After Holm's correction."""

    @property
    def failed(self) -> bool:
        """Whether it does better than it may."""
        return self.lift.points > MOST_POINTS and self.probability < SIGNIFICANCE

    def __str__(self) -> str:
        return f"{self.family} {self.lift.points:+.1f}, p {self.probability:.2g}"


def guessers(subject: Subject) -> Iterator[Row]:
    """A guesser with one cue is at most 5 points better than chance, or no better than chance explains.

    Over all questions to which the cue applies, and over those for numbers, dates, names and texts. Chance explains
    what a one-sided permutation test over facts gives p >= 0.01, after Holm's correction for all guessers of a sort.
    """
    found = subject.predictions
    families = families_of(subject.guessed)
    lifts = {
        (name, family): lift
        for name, predictions in found.items()
        for family, places in families.items()
        if (lift := lift_of(subject.guessed, predictions, places)).questions
    }
    chances = dict(zip(lifts, probabilities(list(lifts.values())), strict=True))
    corrected: dict[tuple[str, str], float] = {}
    for family in families:
        for chose in (True, False):
            tests = [key for key in lifts if key[1] == family and _chose_options(key[0]) is chose]
            corrected.update(zip(tests, holm([chances[test] for test in tests]), strict=True))
    for name in found:
        each = [Judged(key[1], lift, corrected[key]) for key, lift in lifts.items() if key[0] == name]
        if each:
            yield _row(name, each, subject.guessed)


def figures_at_no_certainty(subject: Subject) -> Iterator[Look]:
    """No cue leads a guesser to the answer of a number or date in each of its questions."""
    hits: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for name in CUES:
        for question, shares in zip(subject.guessed, subject.predictions[name], strict=True):
            if question.target and isinstance(question.target.value, Figure):
                hits[question.fact.key, name].append(hit(question, shares))
    for (fact, name), each in hits.items():
        share = sum(each) / len(each)
        yield Look(fact, f"{name} is always right" if share >= 1 else "", share, f"{name} right in {share:.0%}")


def learned(subject: Subject) -> Iterator[Row]:
    """A guesser who learns from all other facts is at most 4 points better than chance, or its interval holds chance.

    It learns what right options look like; the fact it guesses is left out. The interval is a bootstrap over facts.
    """
    if not subject.guessed:
        return
    try:
        from purges_quiz.authoring.audit.learned import LEARNERS
    except ImportError:
        yield Row(GROUP, "learned", "", 0, skipped="needs NumPy: pip install purges-quiz[test]")
        return
    for name, learner in LEARNERS.items():
        predictions = learner(subject.guessed, subject.predictions)
        lift = lift_of(subject.guessed, predictions, range(len(subject.guessed)))
        sizes = Counter(
            question.fact.key for question, shares in zip(subject.guessed, predictions, strict=True) if shares
        )
        low, high = interval(lift, sizes)
        said = f"{lift.points:+.1f} points, between {low:+.1f} and {high:+.1f}"
        failed = lift.points > MOST_LEARNED and low > 0
        breaches = (Look(name, f"{said}; most by {_most(lift, subject.guessed)}"),) if failed else ()
        yield Row(GROUP, f"learned from {name}", described(learned)[1], lift.questions, breaches, said)


def lift_of(choices: Sequence[Question], predictions: Sequence[Scores], places: Sequence[int] | range) -> Lift:
    """How much better than chance a guesser does in these questions."""
    applies = (place for place in places if predictions[place])
    return Lift.of(
        (choices[place].fact.key, hit(choices[place], predictions[place]) - 1 / len(choices[place].options))
        for place in applies
    )


def _chose_options(name: str) -> bool:
    """Whether a guesser is one of those by which the option sets were chosen.

    The two sorts are corrected apart, so that more guessers of the other sort do not weaken the test of these.
    """
    return name in CUES or name in {RIGHT_FOR_OTHERS, VOTE}


def _row(name: str, each: Sequence[Judged], choices: Sequence[Question]) -> Row:
    failed = [judged for judged in each if judged.failed]
    worst = max(each, key=lambda judged: (judged.failed, -judged.probability, judged.lift.points))
    breaches = [Look(name, f"{judged}; most by {_most(judged.lift, choices)}") for judged in failed]
    whole = next(judged for judged in each if judged.family == ALL)
    said = f"{whole.lift.points:+.1f} points" + (f"; {worst}" if worst is not whole else f", p {whole.probability:.2g}")
    return Row(GROUP, name, described(guessers)[1], whole.lift.questions, tuple(breaches), said)


def _most(lift: Lift, choices: Sequence[Question]) -> str:
    """The facts that lift a guesser most, each with the first of its questions."""
    first = {question.fact.key: question.id for question in reversed(choices)}
    ranked = sorted(lift.hits, key=lambda fact: (-lift.hits[fact], fact))
    return ", ".join(first[fact] for fact in ranked[:WORST_FACTS])


def probabilities(lifts: Sequence[Lift]) -> list[float]:
    """The probability that chance alone reaches each lift: a one-sided permutation test over facts.

    If a cue is worthless, each fact's hits over chance are as likely to be positive as negative, so their signs are
    drawn at random; the same draws serve all cues.
    """
    facts = sorted({fact for lift in lifts for fact in lift.hits})
    rng = random.Random(SEED)
    rows = [[lift.hits.get(fact, 0.0) for fact in facts] for lift in lifts]
    # With its signs drawn, a sum is at least the one observed if what was drawn to be negative adds up to 0 or less.
    reached = [0] * len(lifts)
    for _ in range(SHUFFLES):
        negative = [letter == "1" for letter in f"{rng.getrandbits(len(facts) or 1):0{len(facts) or 1}b}"]
        for place, row in enumerate(rows):
            reached[place] += sum(compress(row, negative)) <= ROUNDING
    return [(1 + count) / (1 + SHUFFLES) for count in reached]


def holm(probabilities: Sequence[float]) -> list[float]:
    """The probabilities corrected for there being so many, by Holm's step-down method (1979)."""
    ranked = sorted(range(len(probabilities)), key=probabilities.__getitem__)
    corrected = [0.0] * len(probabilities)
    highest = 0.0
    for rank, place in enumerate(ranked):
        highest = max(highest, min(1.0, (len(probabilities) - rank) * probabilities[place]))
        corrected[place] = highest
    return corrected


def interval(lift: Lift, sizes: Mapping[str, int]) -> tuple[float, float]:
    """The 95 % confidence interval of a lift in percentage points, by a bootstrap over facts.

    `sizes` are the numbers of questions of each fact.
    """
    facts = sorted(lift.hits)
    if not facts:
        return 0.0, 0.0
    rng = random.Random(SEED)
    found = []
    for _ in range(SHUFFLES // 5):
        drawn = rng.choices(facts, k=len(facts))
        found.append(100 * sum(map(lift.hits.__getitem__, drawn)) / sum(map(sizes.__getitem__, drawn)))
    found.sort()
    low, high = (found[round(share * (len(found) - 1))] for share in INTERVAL)
    return low, high
