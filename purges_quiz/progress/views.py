"""What the progress screen and `stats` show: plan, recall, hardest and slowest facts, confusions, and all over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from purges_quiz.progress import memory
from purges_quiz.progress.fact_state import FactState
from purges_quiz.progress.fold import Day, Progress

if TYPE_CHECKING:
    from purges_quiz.deck.model import Card, Deck, Fact
    from purges_quiz.deck.outline import Outline

SECONDS_PER_ANSWER = 15.0
"""How long an answer with its feedback takes, where none has been measured yet."""
SECONDS_OF_FEEDBACK = 5.0
"""How long feedback is read after each answer; only answering is measured."""
LEAST_ASKED = 2
"""A fact asked less often is called neither hard nor slow: one attempt may have been an accident."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do today, and what that makes of the exam."""

    due: tuple[str, ...]
    """The facts to be reviewed, the least likely to be recalled first."""
    new: int
    """How many facts were never asked."""
    new_today: int
    """How many of them to meet today, so that all are met by the exam; 0 without an exam."""
    minutes: float
    recalled: Mapping[str, float]
    """The predicted recall of every fact on the day of the exam, or tomorrow if there is none to come."""

    @property
    def overall(self) -> float:
        """The mean of the predicted recalls, from 0 to 1."""
        return mean(self.recalled.values())


def accuracy(progress: Progress) -> float:
    """The share of right answers of all days, from 0 to 1; 0 if there are none."""
    answers = sum(day.answers for day in progress.days.values())
    return sum(day.right for day in progress.days.values()) / answers if answers else 0.0


def seconds_per_answer(progress: Progress) -> float:
    """How long the player takes for an answer with its feedback."""
    answers = sum(day.answers for day in progress.days.values())
    seconds = sum(day.seconds for day in progress.days.values())
    return seconds / answers + SECONDS_OF_FEEDBACK if answers else SECONDS_PER_ANSWER


def due(progress: Progress, deck: Deck | Outline, today: date, exam: date | None = None) -> list[str]:
    """The facts of the deck that are to be reviewed today, the longest overdue first."""
    found = {
        key: memory.due(state.memory, today, exam)
        for key in deck.facts
        if (state := progress.facts.get(key)) and state.memory
    }
    return sorted((key for key, day in found.items() if day <= today), key=lambda key: found[key])


def forecast(progress: Progress, deck: Deck | Outline, today: date, days: int, exam: date | None = None) -> list[int]:
    """How many facts come back on each of so many days from today on; what is overdue comes back today."""
    states = (progress.facts.get(key) for key in deck.facts)
    found = Counter(max(today, memory.due(state.memory, today, exam)) for state in states if state and state.memory)
    return [found[today + timedelta(days=ahead)] for ahead in range(days)]


def recalls(progress: Progress, keys: Iterable[str], today: date, ahead: int = 1) -> dict[str, float]:
    """The predicted recall of each fact so many days ahead, from 0 (also: never asked) to 1."""
    return {key: memory.recall(progress.facts.get(key, FactState()).memory, today, ahead=ahead) for key in keys}


def recall_by_card(progress: Progress, deck: Deck, today: date) -> list[tuple[Card, float]]:
    """Every card with the mean predicted recall of its facts, a day ahead."""
    known = recalls(progress, deck.facts, today)
    return [(card, mean(known[fact.key] for fact in card.facts)) for card in deck.cards]


def plan(progress: Progress, deck: Deck | Outline, today: date, exam: date | None = None) -> Plan:
    """What to do today for an exam (or without one), and the recall it can be expected to give."""
    waiting = due(progress, deck, today, exam)
    now = recalls(progress, waiting, today)
    new = sum(key not in progress.facts for key in deck.facts)
    days_left = (exam - today).days if exam and exam > today else 0
    new_today = -(-new // days_left) if days_left else 0
    return Plan(
        due=tuple(sorted(waiting, key=now.__getitem__)),
        new=new,
        new_today=new_today,
        minutes=(len(waiting) + new_today) * seconds_per_answer(progress) / 60,
        recalled=recalls(progress, deck.facts, today, days_left or 1),
    )


def hardest(progress: Progress, most: int = 10) -> list[tuple[str, FactState]]:
    """The facts that went wrong most often, as a share of their answers; at most `most`."""
    missed = [item for item in _asked(progress) if item[1].right < item[1].asked]
    return sorted(missed, key=lambda item: (item[1].accuracy, -item[1].asked, item[0]))[:most]


def slowest(progress: Progress, most: int = 10) -> list[tuple[str, float]]:
    """The facts whose answers took longest, with the mean seconds; at most `most`."""
    times = [(key, state.seconds / state.asked) for key, state in _asked(progress)]
    return sorted(times, key=lambda item: (-item[1], item[0]))[:most]


def confusion_pairs(progress: Progress, deck: Deck) -> list[tuple[tuple[str, str], int]]:
    """Pairs of entities taken for one another, in either direction, with how often; the most frequent first.

    Where a fact does not ask for one entity, or was answered with another fact's value, its own key stands for it.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    for (key, confused_with), times in progress.confusions.items():
        if (fact := deck.facts.get(key)) is None or (
            confused_with not in deck.entities and confused_with not in deck.facts
        ):
            continue
        asked = _asked_for(fact, confused_with) if confused_with in deck.entities else key
        first, second = sorted((asked, confused_with))
        pairs[first, second] += times
    return sorted(pairs.items(), key=lambda item: (-item[1], item[0]))


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0


def _asked(progress: Progress) -> list[tuple[str, FactState]]:
    return [(key, state) for key, state in progress.facts.items() if state.asked >= LEAST_ASKED]


def _asked_for(fact: Fact, confused_with: str) -> str:
    """The entity that was asked for when another was named; where a fact asks for several or none, its own key."""
    from purges_quiz.deck.model import Name

    named = {target.value.entity for target in fact.targets if isinstance(target.value, Name)} - {confused_with}
    return named.pop() if len(named) == 1 else fact.key


@dataclass(frozen=True, slots=True)
class Stretch:
    """One day, or some days one after another."""

    first: date
    last: date
    accuracy: float | None
    """The share of right answers, from 0 to 1; None: nothing was answered."""
    recall: float | None
    """The share of all facts that would have been recalled after it, as memory predicts; None as above.

    That of the latest stretch is the prediction for tomorrow, whether or not anything was answered.
    """


def timeline(progress: Progress, facts: Collection[str], today: date, most: int) -> list[Stretch]:
    """From the first day with an answer to today, in at most `most` stretches of equal length."""
    days = {day: done for day, done in progress.days.items() if done.answers}
    if not days:
        return []
    first = min(days)
    span = (max(today, *days) - first).days + 1
    length = -(-span // max(1, most))
    together: dict[int, list[date]] = {}
    for day in sorted(days):
        together.setdefault((day - first).days // length, []).append(day)
    known = {day: _known(progress, facts, day, done) for day, done in days.items()}
    stretches = [
        _stretch(first + timedelta(days=place * length), length, together.get(place, []), days, known)
        for place in range(-(-span // length))
    ]
    last = first + timedelta(days=span - 1)
    return [*stretches[:-1], replace(stretches[-1], last=last, recall=mean(recalls(progress, facts, today).values()))]


def _stretch(first: date, length: int, within: list[date], days: dict[date, Day], known: dict[date, float]) -> Stretch:
    last = first + timedelta(days=length - 1)
    if not within:
        return Stretch(first, last, None, None)
    right, answers = sum(days[day].right for day in within), sum(days[day].answers for day in within)
    return Stretch(first, last, right / answers, known[within[-1]])


def _known(progress: Progress, facts: Collection[str], day: date, done: Day) -> float:
    """The share of the facts known after a day; that of the latest day is not in its fold yet."""
    known = sum(recalls(progress, facts, day).values()) if day == progress.day else done.known
    return min(1.0, known / len(facts)) if facts else 0.0
