"""How the game works, in half a page."""

from __future__ import annotations

HOW_IT_WORKS = (
    (
        "Points",
        (
            "A right answer earns 100 points, and a few more for speed and for right answers in a row; half an answer "
            "earns 50. Nothing is ever taken away."
        ),
    ),
    (
        "Hint",
        (
            "A fact is first asked with options to choose from, then typed with a hint (first letters, or some of the "
            "digits), then typed without one."
        ),
    ),
    (
        "Practice",
        (
            "A question that you miss comes back later in the round, for practice: it earns nothing then, since you "
            "have just seen the answer."
        ),
    ),
    ("Secure", "A fact is secure once you have typed it right, without a hint, on two different days."),
    ("Due", "The game estimates when you will begin to forget a fact, and asks it again on that day."),
    (
        "Mistakes",
        (
            "A mistake stays open until you have typed the fact right, without a hint, on two later days. "
            "Choosing the right option does not close it."
        ),
    ),
    (
        "Left out",
        (
            "A fact that you leave out, after an answer or in Cards, is not asked until you bring it back. A question "
            "that seems bad to you can be flagged; purges-quiz stats --json lists the flags."
        ),
    ),
    (
        "Freeze",
        (
            "A finished round or ten answers make a day count for your streak. Every seventh day earns a freeze, which "
            "is used by itself for a missed day; you can hold two."
        ),
    ),
)
"""The terms of the game, each with what it means."""
HEADING = "How the game works"
HERE, ALL = "Keys on this screen", "All keys"
OTHER_KEYS = "You can choose other keys in settings.toml; the README says how, with the name of each command."
YOUR_ANSWER = "(your answer)"
"""What stands behind the option that the player chose."""
