"""Whether questions that give one another away are known, and kept apart in rounds."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from purges_quiz import selection
from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.leaks import shown_by
from purges_quiz.bank.shown_answers import SAME_MATTER
from purges_quiz.bank.surface import stems
from purges_quiz.deck.index import option_text
from purges_quiz.deck.model import Fact, Listing, Name, Quote, Statement, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement
from purges_quiz.progress import FactState, Progress, Stage
from purges_quiz.progress.estimate import Estimate, Observation, after
from purges_quiz.progress.memory import Memory
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.spacing import BETWEEN
from purges_quiz.selection.study_plan import Worth

SEED = 1937
TODAY = date(2026, 1, 5)
EXAM = TODAY + timedelta(days=7)
LENGTH = 10
PLAYERS = 50
"""Made-up players, from one who was never asked anything to one who was asked nearly everything."""

Chooser = Callable[[SelectionContext, random.Random], tuple[Question, ...]]

MODES: Mapping[str, tuple[Chooser, int]] = {
    "quick": (lambda context, rng: selection.quick(context, rng, LENGTH), 8_000),
    "sprint": (selection.sprint, 1_000),
    "full": (selection.full, 1_000),
}
"""How the questions of a round are chosen, and how many rounds are simulated."""


@dataclass(frozen=True)
class Player(SelectionContext):
    """A context in which a made-up player's rounds are chosen; what every round asks of it is computed once."""

    def state(self, fact: str) -> FactState:
        """What the answers say of a fact."""
        return self._states[fact]

    def recall(self, fact: str) -> float:
        """The predicted recall."""
        return self._recalls[fact]

    def leaks_between(self, one: Question, other: Question) -> bool:
        """Whether one of two questions gives the other away."""
        if len(one.facts) == len(other.facts) == 1:
            return other.facts[0] in self._either_way[one.facts[0]]
        return super().leaks_between(one, other)

    def worths(self) -> Mapping[str, Worth]:
        """What asking each fact is worth."""
        return self._worths

    @cached_property
    def _worths(self) -> Mapping[str, Worth]:
        return super().worths()

    @cached_property
    def _states(self) -> Mapping[str, FactState]:
        return {fact: super(Player, self).state(fact) for fact in self.facts}

    @cached_property
    def _recalls(self) -> Mapping[str, float]:
        return {fact: super(Player, self).recall(fact) for fact in self.facts}

    @cached_property
    def _either_way(self) -> Mapping[str, frozenset[str]]:
        """For each fact those that it gives away, and those that give it away."""
        return {
            fact: frozenset(
                other for other in self.facts if other in self.leaks.get(fact, ()) or fact in self.leaks.get(other, ())
            )
            for fact in self.facts
        }


def leaks_are_known(subject: Subject) -> Iterator[Look]:
    """Whatever shows the answer of another fact is in the graph by which rounds are built.

    The answer itself in a prompt, an answer or a sentence of the card; a prompt or answer about the same matter that
    the grader would take as the answer.
    """
    others = [(fact, target, _literal(target, subject)) for fact, target in subject.targets]
    searched: set[tuple[tuple[str, ...], str]] = set()
    for question in subject.questions:
        for text in shown_by(question):
            if (question.facts, text) in searched:
                continue
            searched.add((question.facts, text))
            for fact, target, literal in others:
                if not _known(question, fact, subject) and (
                    literal.search(text) or (text != question.source and _accepted(text, fact, target, subject))
                ):
                    yield Look(question.id, f'shows the answer of {fact.key} in "{text}"')
                    break
            else:
                yield Look(question.id)


def leaks_are_kept_apart(subject: Subject) -> Iterator[Look]:
    """In 10,000 simulated rounds at least five questions stand between any two of which one gives the other away.

    The rounds are Quick, Sprint and Full, of players who know more or less.
    """
    rng = random.Random(SEED)
    players = [_player(subject, rng, number / PLAYERS) for number in range(PLAYERS)]
    for mode, (choose, count) in MODES.items():
        for number in range(count):
            questions = choose(players[number % PLAYERS], rng)
            yield Look(
                f"{mode} round {number}",
                _too_close(questions, lambda one, other: SelectionContext.leaks_between(players[0], one, other)),
            )


def _too_close(questions: tuple[Question, ...], leak: Callable[[Question, Question], bool]) -> str:
    for place, question in enumerate(questions):
        for other in questions[max(0, place - BETWEEN) : place]:
            if leak(question, other):
                return f"{other.id} and {question.id} are too close"
    return ""


def _player(subject: Subject, rng: random.Random, practised: float) -> Player:
    """A player who has been asked this share of the facts, and got some of them wrong."""
    asked = [key for key in subject.deck.facts if rng.random() < practised]
    states = {key: _state(rng) for key in asked}
    return Player(
        subject.bank,
        Progress(states, forgetting=_forgetting(states)),
        TODAY,
        rng.getrandbits(32),
        tuple(subject.deck.facts),
        exam=EXAM,
        leaks=subject.graph,
    )


def _forgetting(states: Mapping[str, FactState]) -> Estimate:
    """How somebody forgets who answered so."""
    observed = (
        Observation(fact, state.last.toordinal(), right=not state.misses, guess=0.0)
        for fact, state in states.items()
        if state.last
    )
    return after(Estimate(), observed)


def _state(rng: random.Random) -> FactState:
    last = TODAY - timedelta(days=rng.randrange(20))
    wrong = rng.random() < 0.3  # noqa: PLR2004
    return FactState(
        asked=1,
        stage=Stage.RECOGNITION if wrong else rng.choice(list(Stage)),
        memory=Memory(rng.uniform(1, 20), 5.0, rng.randrange(1, 20), last, last, recalled=True),
        last=last,
        misses=int(wrong),
        missed=last if wrong else None,
    )


def _known(question: Question, fact: Fact, subject: Subject) -> bool:
    """Whether the round builder knows that the question and the fact do not go together."""
    none: frozenset[str] = frozenset()
    return fact.key in question.facts or any(
        fact.key in subject.graph.get(own, none) or own in subject.graph.get(fact.key, none) for own in question.facts
    )


def _literal(target: Target, subject: Subject) -> re.Pattern[str]:
    value = target.value
    texts = [value.shown, option_text(value)]
    if isinstance(value, Name):
        entity = subject.deck.entities[value.entity]
        texts += [entity.name, entity.full_name]
    if isinstance(value, Listing):
        texts = [", ".join(element.shown for element in value.elements), value.shown]
    without_article = {re.escape(re.sub(r"^(?:the|an?) ", "", text)) for text in texts}
    return re.compile(rf"(?<![\w,.])(?:{'|'.join(sorted(without_article))})(?!\w|,\d|\.\d)", re.IGNORECASE)


def _accepted(text: str, fact: Fact, target: Target, subject: Subject) -> bool:
    """Whether a text about what is asked would pass as an answer in words."""
    if not isinstance(target.value, Statement | Quote):
        return False
    stems_of_text = stems(text) - subject.common
    if not any(len(stems_of_text & stems(prompt)) >= SAME_MATTER for prompt in target.prompts):
        return False
    asked = subject.asked[fact.key, target.name]
    return subject.grader.grade(asked, text).judgement is Judgement.CORRECT
