"""Guessers who know nothing, each by one cue, judged one-sidedly over the questions to which it applies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purges_quiz.authoring.audit.chance import Lift, holm, interval, probabilities
from purges_quiz.authoring.audit.findings import Breach, Look, Row, told
from purges_quiz.authoring.audit.predictions import ALL, VOTE, families_of, hit
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.cues import CUES, Scores
from purges_quiz.deck.model import Date, Label, Quantity, Range
from purges_quiz.deck.question import Question

GROUP = "cues"
MOST_POINTS = 5
"""Percentage points over chance that a cue may lift a guesser, whatever chance explains."""
MOST_LEARNED = 4
SURE = 0.01
WORST_FACTS = 3
"""Facts that a breach names."""
RIGHT_ELSEWHERE = "right-elsewhere"


@dataclass(frozen=True, slots=True)
class Judged:
    """A guesser over one family of questions."""

    family: str
    lift: Lift
    probability: float
    """After Holm's correction."""

    @property
    def failed(self) -> bool:
        """Whether it does better than it may."""
        return self.lift.points > MOST_POINTS and self.probability < SURE

    def __str__(self) -> str:
        return f"{self.family} {self.lift.points:+.1f}, p {self.probability:.2g}"


def guessers(subject: Subject) -> Iterator[Row]:
    """A guesser with one cue is at most 5 points better than chance, or no better than chance explains.

    Over all questions to which the cue applies, and over those for numbers, dates, names and texts. Chance explains
    what a one-sided permutation test over facts gives p >= 0.01, after Holm's correction for all guessers of a sort.
    """
    found = subject.ballots
    families = families_of(subject.choices)
    lifts = {
        (name, family): lift
        for name, cast in found.items()
        for family, places in families.items()
        if (lift := lift_of(subject.choices, cast, places)).questions
    }
    chances = dict(zip(lifts, probabilities(list(lifts.values())), strict=True))
    corrected: dict[tuple[str, str], float] = {}
    for family in families:
        for sort in (True, False):
            tests = [key for key in lifts if key[1] == family and _asked_for(key[0]) is sort]
            corrected.update(zip(tests, holm([chances[test] for test in tests]), strict=True))
    for name in found:
        each = [Judged(key[1], lift, corrected[key]) for key, lift in lifts.items() if key[0] == name]
        if each:
            yield _row(name, each, subject.choices)


def figures_at_no_certainty(subject: Subject) -> Iterator[Look]:
    """No cue leads a guesser to the answer of a number or date in each of its questions."""
    hits: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for name in CUES:
        for question, shares in zip(subject.choices, subject.ballots[name], strict=True):
            if question.target and isinstance(question.target.value, Quantity | Range | Label | Date):
                hits[question.fact.key, name].append(hit(question, shares))
    for (fact, name), each in hits.items():
        share = sum(each) / len(each)
        yield Look(fact, f"{name} is always right" if share >= 1 else "", share, f"{name} right in {share:.0%}")


def learned(subject: Subject) -> Iterator[Row]:
    """A guesser who learns from all other facts is at most 4 points better than chance, or its interval holds chance.

    It learns what right options look like; the fact it guesses is left out. The interval is a bootstrap over facts.
    """
    try:
        from purges_quiz.authoring.audit.learned import LEARNERS
    except ImportError:
        yield Row(GROUP, "learned", "", 0, skipped="needs NumPy: pip install purges-quiz[test]")
        return
    for name, learner in LEARNERS.items():
        cast = learner(subject.choices, subject.ballots)
        lift = lift_of(subject.choices, cast, range(len(subject.choices)))
        sizes = Counter(question.fact.key for question, shares in zip(subject.choices, cast, strict=True) if shares)
        low, high = interval(lift, sizes)
        said = f"{lift.points:+.1f} points, between {low:+.1f} and {high:+.1f}"
        failed = lift.points > MOST_LEARNED and low > 0
        breaches = (Breach(name, f"{said}; most by {_most(lift, subject.choices)}"),) if failed else ()
        yield Row(GROUP, f"learned from {name}", told(learned)[1], lift.questions, breaches, said)


def lift_of(choices: Sequence[Question], cast: Sequence[Scores], places: Sequence[int] | range) -> Lift:
    """How much better than chance a guesser does in these questions."""
    applies = (place for place in places if cast[place])
    return Lift.of(
        (choices[place].fact.key, hit(choices[place], cast[place]) - 1 / len(choices[place].options))
        for place in applies
    )


def _asked_for(name: str) -> bool:
    """Whether a guesser is one of those by which the option sets were chosen.

    The others are corrected apart, so that no number of new ones makes the old ones harder to find out.
    """
    return name in CUES or name in {RIGHT_ELSEWHERE, VOTE}


def _row(name: str, each: Sequence[Judged], choices: Sequence[Question]) -> Row:
    failed = [judged for judged in each if judged.failed]
    worst = max(each, key=lambda judged: (judged.failed, -judged.probability, judged.lift.points))
    breaches = [Breach(name, f"{judged}; most by {_most(judged.lift, choices)}") for judged in failed]
    whole = next(judged for judged in each if judged.family == ALL)
    said = f"{whole.lift.points:+.1f} points" + (f"; {worst}" if worst is not whole else f", p {whole.probability:.2g}")
    return Row(GROUP, name, told(guessers)[1], whole.lift.questions, tuple(breaches), said)


def _most(lift: Lift, choices: Sequence[Question]) -> str:
    """The facts that lift a guesser most, each with the first of its questions."""
    first = {question.fact.key: question.id for question in reversed(choices)}
    ranked = sorted(lift.hits, key=lambda fact: (-lift.hits[fact], fact))
    return ", ".join(first[fact] for fact in ranked[:WORST_FACTS])
