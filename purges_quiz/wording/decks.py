"""Sentences about decks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purges_quiz.session.standing import Standing
from purges_quiz.wording.figures import counted

HEADING = "Decks"
PLAYED = "in use"
WHERE = (
    'The command "purges-quiz new" makes a deck from your own cards, "purges-quiz decks add" adds somebody else\'s. '
    "Each deck has its own mistakes, bests and exam; days in a row count for all."
)


def title(standing: Standing, among: Sequence[Standing]) -> str:
    """The title of a deck, with its name where another has the same title."""
    called = standing.deck.outline.title
    return f"{called} ({standing.deck.name})" if sum(it.deck.outline.title == called for it in among) > 1 else called


def how_far(standing: Standing) -> str:
    """How far a player is in a deck."""
    if not standing.met:
        return f"{counted(standing.facts, 'fact')}, none met yet"
    parts = [f"{standing.secure:,} of {counted(standing.facts, 'fact')} secure"]
    if standing.met < standing.facts:
        parts.append(f"{standing.facts - standing.met:,} new")
    if standing.mistakes:
        parts.append(f"{counted(standing.mistakes, 'mistake')} open")
    return ", ".join(parts)


def note(standing: Standing) -> str:
    """What is said of a deck in a list to choose from."""
    if standing.same_id:
        return f"has the id of {standing.same_id.name}; give its deck.toml another"
    return how_far(standing)


def faulty(name: str, problems: int) -> str:
    """That a deck cannot be played."""
    return f"{counted(problems, 'problem')} in the cards of {name}; see: purges-quiz check {name}"


def as_table(standings: Sequence[Standing]) -> Iterator[str]:
    """A line for each deck: its name for the command line, its title, how far the player is."""
    name = max(len(each.deck.name) for each in standings)
    title = max(len(each.deck.outline.title) for each in standings)
    for each in standings:
        yield f"{each.deck.name:<{name}}  {each.deck.outline.title:<{title}}  {how_far(each)}"
