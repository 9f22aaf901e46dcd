"""Sentences of the mistakes book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purges_quiz.bank.bank import Bank
from purges_quiz.bank.redirects import resolve
from purges_quiz.deck.model import Fact
from purges_quiz.deck.question import Question
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
    state: FactState

    @property
    def response(self) -> str:
        """The player's response at the latest miss, on one line, or why there was none."""
        return gave(self.state.last_response, late=self.state.late)

    @property
    def history(self) -> str:
        """How often it was missed, and how near it is to being mended."""
        state = self.state
        last = f", last on {written(state.missed)}" if state.missed else ""
        mended = f"typed right since on {len(state.mended)} of {PROOFS} days"
        return f"Missed {counted(state.misses, 'time')}{last}; {mended}"


def entries(progress: Progress, bank: Bank) -> list[Entry]:
    """The open mistakes in facts of the bank's deck, the latest miss first."""
    found = [
        _entry(bank.deck.facts[key], state, bank) for key, state in progress.mistakes.items() if key in bank.deck.facts
    ]
    return sorted(found, key=lambda entry: entry.state.missed or date.min, reverse=True)


def _entry(fact: Fact, state: FactState, bank: Bank) -> Entry:
    try:
        prompt, answer = bank.wording(state.question)
    except KeyError:  # the question has left the deck
        question = _standing_for(state.question, fact, bank)
        prompt, answer = question.prompt, question.answer
    return Entry(fact, prompt, answer, state)


def _standing_for(name: str, fact: Fact, bank: Bank) -> Question:
    """The question about the fact that stands for one that is gone, which may have been about others as well."""
    try:
        question = resolve(bank, name)
    except KeyError:
        return resolve(bank, fact.key)
    return question if fact.key in question.facts else resolve(bank, fact.key)
