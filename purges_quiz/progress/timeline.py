"""How it went over time: for each day, or for so many days together as there is room for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from purges_quiz.progress.fold import Day, Progress
from purges_quiz.progress.views import mean, recalls


@dataclass(frozen=True, slots=True)
class Stretch:
    """One day, or some days one after another."""

    first: date
    last: date
    accuracy: float | None
    """The share of right answers, from 0 to 1; None: nothing was answered."""
    recall: float | None
    """The share of all facts that would have been recalled after it, as memory predicts; None as above.

    That of the latest stretch is for tomorrow, whether or not anything was answered.
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
