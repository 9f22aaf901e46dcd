"""What is said of the mistakes book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purges_quiz.bank.bank import Bank
from purges_quiz.deck.model import Fact
from purges_quiz.progress import FactState, Progress
from purges_quiz.progress.fact_state import PROOFS
from purges_quiz.wording.answers import gave
from purges_quiz.wording.figures import counted, written

DONE = (
    "Nothing is open. What you miss in a round is kept here until you have typed it right on two different days.",
    "A quick round brings what is due and what is new.",
)


def heading(count: int) -> str:
    """How many mistakes are open."""
    return f"Mistakes book: {count} open" if count else "Mistakes book"


@dataclass(frozen=True, slots=True)
class Entry:
    """One open mistake."""

    fact: Fact
    prompt: str
    """The question that was missed last."""
    answer: str
    standing: FactState

    @property
    def given(self) -> str:
        """What the player gave, on one line, or why nothing."""
        return gave(self.standing.last_response, late=self.standing.late)

    @property
    def history(self) -> str:
        """How often it was missed, and how near it is to being mended."""
        standing = self.standing
        last = f", last on {written(standing.missed)}" if standing.missed else ""
        mended = f"typed right since on {len(standing.mended)} of {PROOFS} days"
        return f"Missed {counted(standing.misses, 'time')}{last}; {mended}"


def entries(progress: Progress, bank: Bank) -> list[Entry]:
    """The open mistakes in facts of the bank's deck, the latest miss first."""
    found = [
        _opened(bank.deck.facts[key], standing, bank)
        for key, standing in progress.mistakes.items()
        if key in bank.deck.facts
    ]
    return sorted(found, key=lambda entry: entry.standing.missed or date.min, reverse=True)


def _opened(fact: Fact, standing: FactState, bank: Bank) -> Entry:
    try:
        prompt, answer = bank.wording(standing.question)
    except KeyError:  # the question has left the deck
        prompt, answer = fact.targets[0].prompts[0], fact.targets[0].value.shown
    return Entry(fact, prompt, answer, standing)
