"""Sentences of the mistakes book."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from purges_quiz.bank.bank import Bank, resolve
from purges_quiz.deck.model import Card, Deck, Fact
from purges_quiz.deck.question import Question
from purges_quiz.progress import FactState, Progress
from purges_quiz.progress.fact_state import PROOFS
from purges_quiz.wording.answers import gave
from purges_quiz.wording.figures import counted, times, written
from purges_quiz.wording.glyphs import glyphs

DONE = (
    "No mistakes are open. What you miss in a round is kept here until you have typed it right on two different days.",
    "A quick round asks what is due and what is new.",
)


SEARCH = "words of a question, an answer or a card"
NOTHING_FOUND = "No open mistake has these words."


def legend() -> str:
    """What the marks before a mistake say."""
    done, to_come = glyphs().studied, glyphs().nothing
    return f"{done} a day you typed it right   {to_come} a day still to go   two close a mistake"


def count(entries: Sequence[Entry]) -> str:
    """How many mistakes a card has, and how many of them need but one more day."""
    near = sum(len(entry.state.mended) == PROOFS - 1 for entry in entries)
    which = f"{near} nearly closed" if len(entries) > 1 else "nearly closed"
    return counted(len(entries), "mistake") + (f", {which}" if near else "")


def matches(entry: Entry, searched: str) -> bool:
    """Whether all words are somewhere in a mistake, its card's title among it; capitals do not matter."""
    text = f"{entry.prompt} {entry.answer} {entry.response} {entry.fact.sentence} {entry.card}".casefold()
    return all(word in text for word in searched.casefold().split())


def by_card(found: Iterable[Entry], deck: Deck) -> list[tuple[Card, list[Entry]]]:
    """The cards with mistakes in the deck's order, in each the nearest to being closed first, then the latest miss."""
    grouped: dict[str, list[Entry]] = {}
    for entry in sorted(found, key=lambda entry: -len(entry.state.mended)):
        grouped.setdefault(entry.fact.card, []).append(entry)
    return [(card, grouped[card.key]) for card in deck.cards if card.key in grouped]


def heading(count: int) -> str:
    """How many mistakes are open."""
    return f"Mistakes: {count:,} open" if count else "Mistakes"


class Entry(NamedTuple):
    """One open mistake."""

    fact: Fact
    prompt: str
    """The question that was missed last."""
    answer: str
    state: FactState
    card: str
    """The title of its card."""

    @property
    def marks(self) -> str:
        """A mark for each day that it takes to be closed: done, or to come."""
        done = len(self.state.mended)
        return glyphs().studied * done + glyphs().nothing * (PROOFS - done)

    @property
    def response(self) -> str:
        """The player's response at the latest miss, on one line, or why there was none."""
        return gave(self.state.last_response, late=self.state.late)

    @property
    def history(self) -> str:
        """How often it was missed, and how near it is to being mended."""
        state = self.state
        last = f"{', last' if state.misses > 1 else ''} on {written(state.missed)}" if state.missed else ""
        mended = f"typed right since then on {len(state.mended)} of {PROOFS} days"
        return f"Missed {times(state.misses)}{last}; {mended}"


def entries(progress: Progress, bank: Bank, left_out: Collection[str] = ()) -> list[Entry]:
    """The open mistakes in facts of the bank's deck, but for those left out, the latest miss first."""
    asked = bank.deck.facts.keys() - left_out
    found = [_entry(bank.deck.facts[key], state, bank) for key, state in progress.mistakes.items() if key in asked]
    return sorted(found, key=lambda entry: entry.state.missed or date.min, reverse=True)


def _entry(fact: Fact, state: FactState, bank: Bank) -> Entry:
    try:
        prompt, answer = bank.wording(state.question)
    except KeyError:  # the question has left the deck
        question = _standing_for(state.question, fact, bank)
        prompt, answer = question.prompt, question.answer
    return Entry(fact, prompt, answer, state, bank.deck.card_by_key[fact.card].title)


def _standing_for(name: str, fact: Fact, bank: Bank) -> Question:
    """The question about the fact that stands for one that is gone, which may have been about others as well."""
    try:
        question = resolve(bank, name)
    except KeyError:
        return resolve(bank, fact.key)
    return question if fact.key in question.facts else resolve(bank, fact.key)
