"""What takes a game longest before it asks anything, found once for all games of the tests of a process.

That is the deck that is read from the same files; its bank, its leaks and its grader; and what a second of study is
worth, with which every plan of a day begins, by the same facts and the same minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from purges_quiz import bank
from purges_quiz.bank.leaks import Leaks
from purges_quiz.deck import loading as deck_loading
from purges_quiz.deck.gradual import Pieces
from purges_quiz.deck.loading import loading
from purges_quiz.deck.model import Deck
from purges_quiz.grading import Grader
from purges_quiz.language import general_language
from purges_quiz.progress.forgetting import Forgetting
from purges_quiz.progress.pace import Pace
from purges_quiz.selection import study_plan
from purges_quiz.selection.prices import Group, Prices, for_slow_facts, settling_prices
from purges_quiz.session.game import Game

Made = TypeVar("Made")

_DECKS: dict[object, Deck] = {}
_PRICES: dict[object, Prices] = {}
_SLOW: dict[object, Prices] = {}


def share() -> None:
    """Let games take from now on what another has found already."""
    deck_loading.loading = _loading
    for name, made_of in (("bank", bank_of), ("leaks", leaks_of), ("grader", grader_of)):
        setattr(Game, name, property(partial(_of_its_deck, made_of)))
    study_plan.settling_prices = _settling  # type: ignore[attr-defined]
    study_plan.for_slow_facts = _for_slow_facts  # type: ignore[attr-defined]


def _once(make: Callable[[Deck], Made]) -> Callable[[Deck], Made]:
    made: dict[int, tuple[Deck, Made]] = {}  # the deck with it, so that no other comes to have its identity

    def made_of(deck: Deck) -> Made:
        if id(deck) not in made:
            made[id(deck)] = deck, make(deck)
        return made[id(deck)][1]

    return made_of


bank_of = _once(bank.build)
leaks_of = _once(Leaks)
grader_of = _once(lambda deck: Grader(deck, general_language()))


def _loading(files: Mapping[str, bytes]) -> Pieces[Deck]:
    asked = tuple(sorted(files.items()))
    if asked not in _DECKS:
        _DECKS[asked] = yield from loading(files)
    return _DECKS[asked]


def _of_its_deck(made_of: Callable[[Deck], Made], game: Game) -> Made:
    return made_of(game.deck)


def _settling(model: Forgetting, pace: Pace, groups: Sequence[Group], minutes: Sequence[float]) -> Pieces[Prices]:
    asked = (model, pace, *groups, *minutes)
    if asked not in _PRICES:
        _PRICES[asked] = yield from settling_prices(model, pace, groups, minutes)
    return _PRICES[asked]


def _for_slow_facts(prices: Prices, slowness: float) -> Prices:
    asked = (id(prices), slowness)  # what is found stays above, and so does its identity
    if asked not in _SLOW:
        _SLOW[asked] = for_slow_facts(prices, slowness)
    return _SLOW[asked]
