"""Sentences about what the player knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import wrap

from purges_quiz.deck.model import Deck, Fact, Name, Target
from purges_quiz.progress import Best, FactState
from purges_quiz.progress.views import Stretch
from purges_quiz.round.modes import Mode
from purges_quiz.session.report import Pair, Report
from purges_quiz.wording import home
from purges_quiz.wording.figures import MODE_NAMES, counted, written

NOTHING_YET = (
    "There is nothing to show yet.",
    "Play a quick round: what you answer appears here, day by day and card by card.",
)
ACCURACY, RECALL = "Right answers", "Predicted recall of all facts"
BY_CARD = "Predicted recall by card, a day ahead"
FORECAST, FORECAST_DAYS = "Facts that come back in the next two weeks", 14
HELD = "How predictions held"
CALENDAR = "Days studied"
HARDEST, SLOWEST, CONFUSED, BESTS = "Hardest facts", "Slowest facts", "Taken for one another", "Personal bests"
MISSED_SHARE = "how often missed, of the times asked"
MOST = 5
"""Facts in a list of the hardest or slowest, and pairs."""
APART = 2
"""Cells between two dates below a plot, at least."""
LEAST_BAR = 15
"""Cells kept for a bar with its figures."""


def figures(report: Report) -> tuple[tuple[str, str], ...]:
    """The figures of the player so far, each with its label."""
    mistakes = sum(state.is_open for state in report.known.values())
    rows = [
        ("Answers", f"{report.answers:,}, {report.accuracy:.0%} of them right"),
        ("Facts", f"{len(report.known)} of {len(report.deck.facts)} met, {report.secure} secure"),
        ("Mistakes", f"{mistakes:,} open"),
        ("Days", home.day_streak(report.streak)),
        ("Today", home.left(report.day)),
    ]
    if report.exam is not None:
        when = "today" if report.exam == report.today else counted((report.exam - report.today).days, "day") + " to go"
        rows.append(("Exam", f"{written(report.exam)}, {when}; {report.overall:.0%} of all facts recalled then"))
    else:
        rows.append(("Recall", f"{report.overall:.0%} of all facts tomorrow, as predicted"))
    return tuple(rows)


def dates(stretches: Sequence[Stretch], each: int) -> str:
    """Days below columns of so many cells: as many as there is room for, the last day among them, at the right."""
    one_year = stretches[0].first.year == stretches[-1].last.year
    last = _short(stretches[-1].last, one_year=one_year)
    end = max(len(last), len(stretches) * each - (each > 1))
    line = ""
    for place, stretch in enumerate(stretches[:-1]):
        day, at = _short(stretch.first, one_year=one_year), place * each
        if (not line or at >= len(line) + APART) and at + len(day) + APART <= end - len(last):
            line = line.ljust(at) + day
    return line.ljust(end - len(last)) + last


def _short(day: date, *, one_year: bool) -> str:
    return f"{day.day} {day:%b}" if one_year else f"{day.day} {day:%b} {day.year}"


def forecast(report: Report) -> list[tuple[str, str]]:
    """How many facts come back, on each day on which some do, without a chart."""
    days = (report.today + timedelta(days=ahead) for ahead in range(FORECAST_DAYS))
    found = zip(days, report.forecast(FORECAST_DAYS), strict=True)
    return [(f"{day:%a} {day.day} {day:%b}", counted(number, "fact")) for day, number in found if number]


def held(report: Report) -> list[tuple[str, str]]:
    """For right answers predicted with about the same probability how many there were; empty without answers enough."""
    return [
        (
            f"{each.low:.0%} to {each.high:.0%}",
            f"{each.predicted:.0%} predicted, {each.happened:.0%} right of {counted(each.answers, 'answer')}",
        )
        for each in report.calibration
    ]


def latest(shares: Sequence[float | None]) -> str:
    """The last share there is, in per cent."""
    return next((f"{share:.0%}" for share in reversed(shares) if share is not None), "")


def named(fact: Fact, deck: Deck) -> tuple[str, str]:
    """What a fact is about, and its card."""
    about = fact.targets[0].about
    return about[:1].upper() + about[1:], deck.card_by_key[fact.card].title


def missed_of(state: FactState) -> str:
    """How often a fact was missed, of the times that it was asked."""
    return f"{state.asked - state.right} of {state.asked}"


def pair(keys: Pair, deck: Deck) -> str:
    """Two things that were taken for one another."""
    return " / ".join(
        deck.entities[key].name if key in deck.entities else named(deck.facts[key], deck)[0] for key in keys
    )


def sides(keys: Pair, deck: Deck) -> tuple[tuple[str, str], ...]:
    """Two things that were taken for one another, each by its name with what the notes say of it."""
    return tuple(_side(key, deck) for key in keys)


def _side(key: str, deck: Deck) -> tuple[str, str]:
    if (fact := deck.facts.get(key)) is not None:
        return f"{named(fact, deck)[0]}: {fact.targets[0].value.shown}", fact.sentence
    asked = (fact for fact in deck.facts.values() if any(_names(target, key) for target in fact.targets))
    said = next(asked, None)
    entity = deck.entities[key]
    return entity.name, f"{entity.about[:1].upper()}{entity.about[1:]}." + (f" {said.sentence}" if said else "")


def _names(target: Target, entity: str) -> bool:
    return isinstance(target.value, Name) and target.value.entity == entity


def best(key: tuple[str, bool], played: Best) -> tuple[str, str]:
    """A mode, and its best round."""
    mode, timed = key
    clock = "" if timed else ", without a clock"
    return MODE_NAMES[Mode(mode)], f"{played.result.score:,} on {written(played.day)}{clock}"


def titles(report: Report, width: int) -> list[list[str]]:
    """The titles of the cards, each on as many lines as it needs to leave room for a bar, and all equally wide."""
    room = min(max(len(card.title) for card, _ in report.cards), max(1, width - LEAST_BAR))
    return [[line.ljust(room) for line in wrap(card.title, room) or [""]] for card, _ in report.cards]
