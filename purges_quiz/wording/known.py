"""What is said of how well the facts of a question are known, as they stood before the round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from purges_quiz.deck.kinds import Level
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question
from purges_quiz.progress import FactState, Progress
from purges_quiz.progress.prediction import due
from purges_quiz.wording.figures import counted
from purges_quiz.wording.glyphs import glyphs

NEW, OUT = "new", "out"
"""What stands in place of the predicted recall of a fact that was never asked, and of one that is left out."""


def legend() -> str:
    """What stands before the facts of a card."""
    return f"Predicted recall of each fact   {glyphs().right} secure   {glyphs().wrong} mistake open   {OUT}: left out"


class Known(NamedTuple):
    """What the player knew of a deck on a study day."""

    deck: Deck
    progress: Progress
    today: date
    exam: date | None = None

    def why(self, question: Question) -> str:
        """Why a question is asked: its fact is new, was a mistake, or is due; empty where it is none of these.

        One across cards is asked for none of its facts.
        """
        if question.level is Level.ACROSS:
            return "across cards"
        states = [self._state(fact) for fact in question.facts]
        if all(state.asked == 0 for state in states):
            return "new"
        if any(state.is_open for state in states):
            return "a mistake"
        return "due" if self._due(question.facts) else ""

    def of_card(self, question: Question) -> tuple[str, ...]:
        """The title of a question's card, and how many of its facts are secure, due, new and open mistakes.

        Of a question across cards the titles of all its cards, and the facts from which it comes.
        """
        title, keys = self._across(question) if question.level is Level.ACROSS else self._card(question.fact.card)
        states = [self._state(key) for key in keys]
        figures = (
            (sum(state.secure for state in states), "secure"),
            (len(self._due(keys)), "due"),
            (sum(state.asked == 0 for state in states), "new"),
        )
        opened = sum(state.is_open for state in states)
        return (
            title,
            counted(len(states), "fact"),
            *(f"{number} {label}" for number, label in figures if number),
            *((f"{counted(opened, 'mistake')} open",) if opened else ()),
        )

    def _card(self, key: str) -> tuple[str, tuple[str, ...]]:
        card = self.deck.card_by_key[key]
        return card.title, tuple(fact.key for fact in card.facts)

    def _across(self, question: Question) -> tuple[str, tuple[str, ...]]:
        cards = dict.fromkeys(self.deck.facts[key].card for key in question.facts)
        return "; ".join(self.deck.card_by_key[key].title for key in cards), question.facts

    def _state(self, fact: str) -> FactState:
        return self.progress.facts.get(fact, FactState())

    def _due(self, facts: Sequence[str]) -> list[str]:
        return due(self.progress.forgetting, facts, self.today, self.exam)
