"""What is said of how well the facts of a question are known."""

from __future__ import annotations

from datetime import date

import shipped_deck
from purges_quiz.progress import FactState, Progress
from purges_quiz.wording.known import Known

ACROSS = shipped_deck.questions().across["across/share-of-high-command:multiple-choice:1"]
TWO_CARDS = shipped_deck.questions().across["across/one-fear-two-cards:multiple-choice:1"]


def known(progress: Progress | None = None) -> Known:
    return Known(shipped_deck.deck(), progress or Progress(), date(2026, 3, 10))


def test_a_question_across_cards_is_asked_for_none_of_its_facts() -> None:
    missed = Progress({fact: FactState(asked=1, misses=1, missed=date(2026, 3, 9)) for fact in ACROSS.facts})

    assert known().why(ACROSS) == known(missed).why(ACROSS) == "across cards"


def test_beside_a_question_across_cards_stand_the_titles_of_its_cards_and_its_facts() -> None:
    titles = {card.key: card.title for card in shipped_deck.deck().cards}
    one_met = Progress({TWO_CARDS.facts[0]: FactState(asked=1)})

    assert known().of_card(ACROSS) == (titles["army-statistics"], "2 facts", "2 new")
    assert known(one_met).of_card(TWO_CARDS) == (
        f"{titles['fifth-column']}; {titles['national-minorities']}",
        "2 facts",
        "1 new",
    )
