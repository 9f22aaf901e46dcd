"""What the screens and `stats` show: recall, hardest facts, confusions, all over time, and what a round achieved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from purges_quiz.progress import prediction
from purges_quiz.progress.fact_state import PROOFS, FactState
from purges_quiz.progress.fold import Day, Progress
from purges_quiz.progress.prediction import comes_back, predicted

if TYPE_CHECKING:
    from purges_quiz.deck.model import Card, Deck, Fact
    from purges_quiz.deck.outline import Outline

ENOUGH, ENOUGH_OF_TENTH = 50, 10
"""Answers that must have been predicted before it is told how well, in all and in a tenth: fewer say nothing."""
LEAST_ASKED = 2
"""A fact asked less often is called neither hard nor slow: one attempt may have been an accident."""


def accuracy(progress: Progress) -> float:
    """The share of right answers of all days, from 0 to 1; 0 if there are none."""
    answers = sum(day.answers for day in progress.days.values())
    return sum(day.right for day in progress.days.values()) / answers if answers else 0.0


def day_that_counts(today: date, exam: date | None) -> date:
    """The day for which recall is predicted: that of the exam, or tomorrow if there is none to come."""
    return exam if exam is not None and exam > today else today + timedelta(days=1)


def recalled_then(progress: Progress, deck: Deck | Outline, today: date, exam: date | None = None) -> dict[str, float]:
    """The predicted recall of every fact of the deck on the day that counts."""
    return predicted(progress.forgetting, deck.facts, day_that_counts(today, exam).toordinal())


def due(progress: Progress, deck: Deck | Outline, today: date, exam: date | None = None) -> list[str]:
    """The facts of the deck that come back today, the least likely to be recalled first."""
    return prediction.due(progress.forgetting, deck.facts, today, exam)


def forecast(progress: Progress, deck: Deck | Outline, today: date, days: int, exam: date | None = None) -> list[int]:
    """How many facts come back on each of so many days from today on, if none is asked meanwhile."""
    found = Counter(comes_back(progress.forgetting, deck.facts, today, exam).values())
    return [found[today + timedelta(days=ahead)] for ahead in range(days)]


def recalls(progress: Progress, keys: Iterable[str], today: date) -> dict[str, float]:
    """The predicted recall of each fact a day ahead, from 0 (also: never asked) to 1."""
    return predicted(progress.forgetting, keys, today.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class Held:
    """How predictions of about the same probability held."""

    low: float
    high: float
    """The probabilities of a right answer that were predicted lie between these."""
    answers: int
    predicted: float
    """The mean of what was predicted, from 0 to 1."""
    happened: float
    """The share of the answers that were right."""


def calibration(progress: Progress) -> list[Held]:
    """What was predicted just before answers, beside what happened, by tenths; empty while there are too few answers.

    Tenths of few answers are left out. Only a fact's first answer of a day is predicted, and only if it was met on an
    earlier day.
    """
    tenths = progress.forgetting.tenths
    if sum(tenth.answers for tenth in tenths) < ENOUGH:
        return []
    return [
        Held(place / 10, (place + 1) / 10, tenth.answers, tenth.predicted / tenth.answers, tenth.right / tenth.answers)
        for place, tenth in enumerate(tenths)
        if tenth.answers >= ENOUGH_OF_TENTH
    ]


def recall_by_card(progress: Progress, deck: Deck, today: date) -> list[tuple[Card, float]]:
    """Every card with the mean predicted recall of its facts, a day ahead."""
    known = recalls(progress, deck.facts, today)
    return [(card, mean(known[fact.key] for fact in card.facts)) for card in deck.cards]


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


@dataclass(frozen=True, slots=True)
class Gains:
    """The facts of a round, by their keys, as they stand after it."""

    met: tuple[str, ...]
    """Asked for the first time."""
    secure: tuple[str, ...]
    """Secure now, but not before."""
    put_right: tuple[str, ...]
    """Open in the mistakes book before, and closed now."""
    open: tuple[str, ...]
    """Still open in the mistakes book, or since this round."""
    to_go: Mapping[int, int]
    """How many of those that are open need to be typed right on so many more days."""
    due: Mapping[date, int]
    """How many come back on a day, the soonest first."""


def gains(before: Progress, after: Progress, asked: Collection[str], today: date, exam: date | None) -> Gains:
    """What changed for the facts that were asked."""
    facts = [(key, before.facts.get(key, FactState()), after.facts.get(key, FactState())) for key in asked]
    opened = {key: state for key, _, state in facts if state.is_open}
    back = Counter(comes_back(after.forgetting, asked, today, exam).values())
    return Gains(
        met=tuple(key for key, old, new in facts if new.asked and not old.asked),
        secure=tuple(key for key, old, new in facts if new.secure and not old.secure),
        put_right=tuple(key for key, old, new in facts if old.is_open and not new.is_open),
        open=tuple(opened),
        to_go=Counter(PROOFS - len(state.mended) for state in opened.values()),
        due=dict(sorted(back.items())),
    )
