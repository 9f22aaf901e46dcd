"""The mistakes book: what went wrong and is not mended yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from purges_quiz.core.bank import Bank
from purges_quiz.core.facts import Fact
from purges_quiz.core.progress import Progress, Standing
from purges_quiz.tui import telling
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page

PROOFS = 2
"""Study days on which a fact must be typed right to leave the book."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One open mistake."""

    fact: Fact
    prompt: str
    """The question that was missed last."""
    answer: str
    standing: Standing


def entries(progress: Progress, bank: Bank) -> list[Entry]:
    """The open mistakes in facts of the bank's deck, the latest miss first."""
    found = [
        _opened(bank.deck.facts[key], standing, bank)
        for key, standing in progress.mistakes.items()
        if key in bank.deck.facts
    ]
    return sorted(found, key=lambda entry: entry.standing.missed or date.min, reverse=True)


class MistakesScreen(Screen[bool]):
    """Gives back whether the player wants to go over them now."""

    CSS_PATH = "mistakes.tcss"
    BINDINGS = bindings("Mistakes book", "Pages and lists")

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The entries, the latest miss first."""
        count = len(self._entries)
        title = f"Mistakes book: {count} open" if count else "Mistakes book"
        yield Page(
            Static(title, classes="title", markup=False),
            Static(Content("\n\n").join(map(_entry, self._entries)) if count else _DONE, id="entries", markup=False),
        )
        yield KeyBar()
        yield MoreRoom()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to go over."""
        return bool(self._entries) if action == "play" else super().check_action(action, parameters)

    def action_play(self) -> None:
        """Go over them."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(False)


def _opened(fact: Fact, standing: Standing, bank: Bank) -> Entry:
    asked = next((question for question in bank.of_fact(fact.key) if question.id == standing.question), None)
    if asked is not None:
        return Entry(fact, asked.prompt, asked.answer, standing)
    first = fact.targets[0]  # the question itself has left the deck
    return Entry(fact, first.prompts[0], first.value.shown, standing)


_DONE = Content(
    "Nothing is open. What you miss in a round is kept here until you have typed it right on two different days.\n\n"
    "A quick round brings what is due and what is new."
)


def _entry(entry: Entry) -> Content:
    standing = entry.standing
    times = "once, on" if standing.misses == 1 else f"{standing.misses} times, last on"
    day = f"{standing.missed.day} {standing.missed:%B %Y}" if standing.missed else "an unknown day"
    proofs = len(standing.proofs)
    given = " ".join(standing.given.split())
    return Content("\n").join(
        [
            Content.styled(entry.prompt, "bold"),
            Content.assemble(("✗ ", "bold $wrong"), given or ("nothing", "$quiet")),
            Content.assemble(("✓ ", "bold $right"), entry.answer),
            telling.source(entry.fact),
            Content.styled(f"Missed {times} {day}. Typed right since: {proofs} of {PROOFS} days.", "$quiet"),
        ]
    )
