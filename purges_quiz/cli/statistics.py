"""The output of `purges-quiz stats`, as data and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from purges_quiz.deck.model import Fact
from purges_quiz.progress.views import confusion_pairs, day_that_counts, hardest, slowest
from purges_quiz.session import Game
from purges_quiz.session.report import Report, report
from purges_quiz.session.today import another
from purges_quiz.wording import charts
from purges_quiz.wording import progress as words
from purges_quiz.wording.figures import times as often

WIDTH = 78
PLOT_HEIGHT = 4


def collected(game: Game) -> dict[str, Any]:
    """Everything that `--json` prints; recall and accuracy are shares from 0 to 1, times are seconds."""
    home, found = game.home(), report(game)
    progress, deck, day = found.progress, game.deck, found.day
    forecast = found.forecast(words.FORECAST_DAYS)
    return {
        "answers": found.answers,
        "accuracy": found.accuracy,
        "facts": home.facts,
        "new": home.new,
        "due": len(found.due),
        "secure": found.secure,
        "mistakes": home.mistakes,
        "day_streak": {
            "days": home.streak.length,
            "longest": home.longest,
            "freezes": home.streak.freezes,
            "frozen": [day.isoformat() for day in home.streak.frozen],
            "today": home.streak.today,
        },
        "bests": [
            {"mode": mode, "timed": timed, "score": best.result.score, "day": best.day.isoformat()}
            for (mode, timed), best in sorted(found.bests.items())
        ],
        "recall_by_card": {card.key: share for card, share in found.cards},
        "hardest": [{"fact": key, "asked": state.asked, "right": state.right} for key, state in hardest(progress)],
        "slowest": [{"fact": key, "seconds": seconds} for key, seconds in slowest(progress)],
        "confusions": [{"pair": list(pair), "times": times} for pair, times in confusion_pairs(progress, deck)],
        "appeals": [
            {"question": answer.question, "given": answer.response_text, "day": answer.day.isoformat()}
            for answer in game.store.answers()
            if answer.self_graded and not answer.practice
        ],
        "left_out": sorted(game.left_out),
        "flags": [{"question": flag.question, "at": flag.at.isoformat()} for flag in game.store.flags()],
        "exam": found.exam and found.exam.isoformat(),
        "today": {
            "questions": day.planned,
            "minutes": day.planned_minutes,
            "done": day.done,
            "left": day.left,
            "minutes_left": day.minutes,
            "another_round_adds": another(game),
            "due": found.due,
        },
        "predicted": {
            "day": day_that_counts(found.today, found.exam).isoformat(),
            "recall": found.overall,
            "recall_by_fact": dict(found.then),
        },
        "forecast": [
            {"day": (found.today + timedelta(days=ahead)).isoformat(), "facts": number}
            for ahead, number in enumerate(forecast)
        ],
        "calibration": [
            {
                "from": held.low,
                "to": held.high,
                "answers": held.answers,
                "predicted": held.predicted,
                "right": held.happened,
            }
            for held in found.calibration
        ],
        "days": [
            {"day": day.isoformat(), "answers": done.answers, "right": done.right, "studied": done.studied}
            for day, done in sorted(progress.days.items())
        ],
    }


def as_lines(found: Report) -> Iterator[str]:
    """The same for a person, in lines of at most 78 characters, as on the screen Progress."""
    if not found.answers:
        yield f"No answers yet to any of the {len(found.deck.facts)} facts; purges-quiz starts the game."
        return
    yield from (f"{label:<16}{figure}" for label, figure in words.figures(found))
    for key, best in sorted(found.bests.items()):
        mode, result = words.best(key, best)
        yield f"{'Personal best':<16}{mode}: {result}"
    yield from ("", words.BY_CARD)
    for (*above, title), (_, share) in zip(words.titles(found, WIDTH), found.cards, strict=True):
        yield from (f"  {line}".rstrip() for line in above)
        yield f"  {title}  {''.join(charts.bar(share, WIDTH - len(title) - 9))}{share:>5.0%}"
    yield from _plots(found)
    yield from _table(words.FORECAST, words.forecast(found))
    yield from _table(words.HELD, words.held(found))
    yield from ("", words.CALENDAR)
    calendar = charts.calendar(found.progress.days, found.streak.frozen, found.today, WIDTH - 2)
    yield from (f"  {line}" for line in (*calendar, charts.legend()))
    yield from _facts(
        f"{words.HARDEST}   {words.MISSED_SHARE}",
        [(fact, words.missed_of(state)) for fact, state in found.hardest],
        found,
    )
    yield from _facts(words.SLOWEST, [(fact, f"{seconds:.0f} s") for fact, seconds in found.slowest], found)
    if found.pairs:
        yield from ("", words.CONFUSED)
    for pair, times in found.pairs[: words.MOST]:
        yield from _row(often(times), words.pair(pair, found.deck))


def _plots(found: Report) -> Iterator[str]:
    stretches = found.timeline(WIDTH - 7)
    for heading, shares in (
        (words.ACCURACY, [stretch.accuracy for stretch in stretches]),
        (words.RECALL, [stretch.recall for stretch in stretches]),
    ):
        plot = charts.columns(shares, WIDTH - 7, PLOT_HEIGHT)
        yield from ("", f"{heading}   {words.latest(shares)}")
        for label, line in zip(("100%", *[""] * (PLOT_HEIGHT - 2), "0%"), plot, strict=True):
            yield f"  {label:>4} {line}".rstrip()
        yield f"       {words.dates(stretches, len(plot[-1]) // len(stretches))}"


def _table(heading: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield from ("", heading, *(f"  {label:<14}{figure}" for label, figure in rows))


def _facts(heading: str, rows: Sequence[tuple[Fact, str]], found: Report) -> Iterator[str]:
    if rows:
        yield from ("", heading)
    for fact, figure in rows[: words.MOST]:
        yield from _row(figure, "   ".join(words.named(fact, found.deck)))


def _row(lead: str, text: str) -> Iterator[str]:
    """A figure and a text beside it, wrapped."""
    from textwrap import wrap

    for number, line in enumerate(wrap(text, WIDTH - 12)):
        yield f"  {'' if number else lead:<10}{line}"
