"""What the answers say of a player: recall, streaks, mistakes and confusions, for the screens and for `stats`."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from purges_quiz.deck.model import Card, Deck, Fact
from purges_quiz.progress import Best, FactState, Progress, views
from purges_quiz.progress.days import DayStreak, day_streak
from purges_quiz.progress.views import Stretch, timeline
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.session.game import Game
from purges_quiz.session.options import RoundOptions
from purges_quiz.session.today import DayPlan, day_plan
from purges_quiz.store import database

Pair = tuple[str, str]
"""The keys of two entities, or of facts, that were taken for one another."""


@dataclass(frozen=True)
class Report:
    """What the answers say of one deck on one study day."""

    deck: Deck
    """The deck, without the facts that the player leaves out."""
    progress: Progress
    today: date
    exam: date | None
    """The day of the exam; None: none is set, or it is over."""
    day: DayPlan
    """What today holds, and how much of it is done."""
    studied: frozenset[date]
    """The days that count for the streak, in whatever deck."""
    arrivals: frozenset[date] = frozenset()
    """The study days before which a journey took a day away."""

    @cached_property
    def then(self) -> Mapping[str, float]:
        """The predicted recall of every fact on the day of the exam, or tomorrow if none is ahead."""
        return views.recalled_then(self.progress, self.deck, self.today, self.exam)

    @cached_property
    def overall(self) -> float:
        """The mean of these, from 0 to 1."""
        return views.mean(self.then.values())

    @property
    def due(self) -> list[str]:
        """The facts that come back today, the least likely to be recalled first."""
        return views.due(self.progress, self.deck, self.today, self.exam)

    @property
    def calibration(self) -> list[views.Held]:
        """How well predictions held, once there are answers enough."""
        return views.calibration(self.progress)

    @property
    def answers(self) -> int:
        """How many answers there are, those for practice left out."""
        return sum(day.answers for day in self.progress.days.values())

    @property
    def accuracy(self) -> float:
        """The share of them that was right, from 0 to 1."""
        return views.accuracy(self.progress)

    @cached_property
    def recalled(self) -> Mapping[str, float]:
        """The predicted recall of every fact of the deck, a day ahead; 0 for one never asked."""
        return views.recalls(self.progress, self.deck.facts, self.today)

    @cached_property
    def known(self) -> Mapping[str, FactState]:
        """How the facts of the deck stand that were asked."""
        return {key: state for key in self.deck.facts if (state := self.progress.facts.get(key))}

    @property
    def secure(self) -> int:
        """How many facts were typed right on two days, with no miss since."""
        return sum(state.secure for state in self.known.values())

    @cached_property
    def streak(self) -> DayStreak:
        """The days studied in a row."""
        return day_streak(self.studied, self.today, self.arrivals)

    @property
    def bests(self) -> Mapping[tuple[str, bool], Best]:
        """The personal bests, by mode, and whether timed, of the modes whose rounds can be compared."""
        return {key: best for key, best in self.progress.bests.items() if RULES[Mode(key[0])].comparable}

    @cached_property
    def cards(self) -> list[tuple[Card, float]]:
        """Every card with the mean predicted recall of its facts."""
        return views.recall_by_card(self.progress, self.deck, self.today)

    @cached_property
    def hardest(self) -> list[tuple[Fact, FactState]]:
        """The facts that went wrong most often, the hardest first."""
        found = views.hardest(self.progress, most=len(self.progress.facts))
        return [(self.deck.facts[key], state) for key, state in found if key in self.deck.facts]

    @cached_property
    def slowest(self) -> list[tuple[Fact, float]]:
        """The facts whose answers took longest, with the mean seconds."""
        found = views.slowest(self.progress, most=len(self.progress.facts))
        return [(self.deck.facts[key], seconds) for key, seconds in found if key in self.deck.facts]

    @cached_property
    def pairs(self) -> list[tuple[Pair, int]]:
        """What was taken for one another, with how often; the most frequent first."""
        return views.confusion_pairs(self.progress, self.deck)

    def forecast(self, days: int) -> list[int]:
        """How many facts come back on each of so many days from today on."""
        return views.forecast(self.progress, self.deck, self.today, days, self.exam)

    def timeline(self, most: int) -> list[Stretch]:
        """Accuracy and recall from the first day until today, in `most` stretches at most."""
        return timeline(self.progress, self.deck.facts, self.today, most)


def report(game: Game) -> Report:
    """What the answers of a game say now."""
    exam = game.exam if game.exam and game.exam >= game.today else None
    progress = game.store.progress()
    everywhere = game.store.studied(progress)
    deck = _without(game.deck, game.left_out)
    arrivals = game.arrivals(everywhere)
    return Report(deck, progress, game.today, exam, day_plan(game, progress), everywhere.studied, arrivals)


def _without(deck: Deck, left_out: frozenset[str]) -> Deck:
    """The deck without some of its facts, and without the cards that have no others."""
    if not left_out:
        return deck
    rest = (card._replace(facts=tuple(fact for fact in card.facts if fact.key not in left_out)) for card in deck.cards)
    return replace(deck, cards=tuple(card for card in rest if card.facts))


def contrast(game: Game, pair: Pair) -> tuple[str, ...]:
    """The ids of questions that practise the difference of a pair, in the order in which to pose them."""
    from purges_quiz.selection.choice import contrast as contrasting

    rng = random.Random(database.new_seed(4))
    return tuple(question.id for question in contrasting(game.context(RoundOptions()), pair, rng))
