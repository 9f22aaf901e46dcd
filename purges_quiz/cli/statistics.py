"""What `purges-quiz stats` says, as data and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from purges_quiz.core.progress.views import accuracy, confusion_pairs, hardest, recall_by_card, slowest
from purges_quiz.session import Game


def collected(game: Game) -> dict[str, Any]:
    """Everything that `--json` prints; recall and accuracy are shares from 0 to 1, times are seconds."""
    home, progress, deck = game.home(), game.store.progress(), game.deck
    answers = game.store.answers()
    counted = [answer for answer in answers if not answer.practice]
    return {
        "answers": len(counted),
        "accuracy": accuracy(progress),
        "facts": home.facts,
        "new": home.new,
        "due": home.due,
        "secure": sum(progress.facts[key].secure for key in deck.facts if key in progress.facts),
        "mistakes": home.mistakes,
        "day_streak": {
            "days": home.streak.length,
            "freezes": home.streak.freezes,
            "frozen": [day.isoformat() for day in home.streak.frozen],
            "today": home.streak.today,
        },
        "bests": [
            {"mode": mode, "timed": timed, "score": best.result.score, "day": best.day.isoformat()}
            for (mode, timed), best in sorted(home.bests.items())
        ],
        "recall_by_card": {card.key: share for card, share in recall_by_card(progress, deck, game.today)},
        "hardest": [
            {"fact": key, "asked": standing.asked, "right": standing.right} for key, standing in hardest(progress)
        ],
        "slowest": [{"fact": key, "seconds": seconds} for key, seconds in slowest(progress)],
        "confusions": [{"pair": list(pair), "times": times} for pair, times in confusion_pairs(progress, deck)],
        "appeals": [
            {"question": answer.question, "given": answer.given, "day": answer.day.isoformat()}
            for answer in counted
            if answer.self_graded
        ],
    }


def as_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The same for a person, in lines of at most 78 characters."""
    if not found["answers"]:
        yield f"No answers yet. {found['facts']} facts are waiting: start a round with purges-quiz."
        return
    streak = found["day_streak"]
    yield f"Answers         {found['answers']}, {found['accuracy']:.0%} of them right"
    yield f"Facts           {found['facts']}: {found['secure']} secure, {found['due']} due, {found['new']} new"
    yield f"Open mistakes   {found['mistakes']}"
    yield f"Day streak      {streak['days']}" + (f", {streak['freezes']} freezes held" if streak["freezes"] else "")
    for best in found["bests"]:
        clock = "with the clock" if best["timed"] else "without a clock"
        yield f"Personal best   {best['score']} in {best['mode']} {clock}, on {best['day']}"
    yield ""
    yield "Predicted recall by card"
    for card, share in found["recall_by_card"].items():
        yield f"  {card:<26} {share:>4.0%}  {'#' * round(share * 30)}"
    for title, rows in (
        ("Hardest facts", [f"{row['fact']:<44} {row['right']} of {row['asked']} right" for row in found["hardest"]]),
        ("Slowest facts", [f"{row['fact']:<44} {row['seconds']:.0f} s" for row in found["slowest"]]),
        ("Taken for one another", [f"{' / '.join(row['pair'])}: {row['times']}" for row in found["confusions"]]),
    ):
        if rows:
            yield ""
            yield title
            yield from (f"  {row}" for row in rows)
