"""The statements of a deck, found by the words with which their ideas begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from purges_quiz.deck.model import Deck, Statement
from purges_quiz.grading.elsewhere import Place
from purges_quiz.grading.ideas import StatementAnswer
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.phrases import Heard, Pattern, fits, openings
from purges_quiz.grading.spelling import budget

Key = TypeVar("Key")
Value = TypeVar("Value")
Opening = tuple[int, int]
"""The number of a statement, and of one of its ideas."""
LETTERS = 3
"""Words are found by so many of their first letters."""


class Statements:
    """Every statement of a deck; one that several facts have stands but once."""

    def __init__(self, deck: Deck, lexicon: Lexicon) -> None:
        places: dict[Statement, list[Place]] = defaultdict(list)
        for fact in deck.facts.values():
            for target in fact.targets:
                if isinstance(target.value, Statement):
                    places[target.value].append(Place(fact, target))
        self._lexicon = lexicon
        self._every = [(value, tuple(found)) for value, found in places.items()]
        self._openings: dict[Pattern, tuple[Opening, ...]] = {}
        """The ideas that may begin with each word."""
        self._begun: dict[str, tuple[Pattern, ...]] = {}
        """These words by the letters with which they, and their stems, begin."""
        self._long: dict[str, tuple[Pattern, ...]] = {}
        """Those of them that may be misspelt, by their first letter."""
        for number, (statement, _) in enumerate(self._every):
            for place, idea in enumerate(statement.ideas):
                opening = number, place
                for pattern in frozenset[Pattern]().union(*map(openings, idea.said)):
                    _add(self._openings, pattern, opening)
        kept: dict[tuple[Opening, ...], tuple[Opening, ...]] = {}
        for pattern, found in self._openings.items():
            self._openings[pattern] = kept.setdefault(found, found)  # most words have theirs in common with others
            for letters in {pattern.text[:LETTERS], pattern.stem[:LETTERS]}:
                _add(self._begun, letters, pattern)
            if budget(pattern.text):
                _add(self._long, pattern.text[0], pattern)

    def begun(self, heard: Heard) -> Iterator[tuple[StatementAnswer, tuple[Place, ...]]]:
        """The statements of which a text begins every idea, in the order of the deck, with the facts that have them."""
        begun = {opening for pattern in self._said(heard) for opening in self._openings[pattern]}
        ideas = Counter(number for number, _ in begun)
        for number in sorted(ideas):
            statement, places = self._every[number]
            if ideas[number] == len(statement.ideas):
                yield StatementAnswer(statement, self._lexicon), places

    def _said(self, heard: Heard) -> frozenset[Pattern]:
        return frozenset(
            pattern
            for word in heard.text
            for pattern in {*self._near(word.text), *self._near(word.stem), *self._meant(word.text, heard.ordinary)}
            if fits(pattern, word, heard.ordinary)
        )

    def _near(self, spelling: str) -> Iterator[Pattern]:
        """The words, and beginnings of words, that may be what is spelt so."""
        for end in range(1, LETTERS + 1):
            yield from self._begun.get(spelling[:end], ())

    def _meant(self, word: str, ordinary: frozenset[str]) -> Iterable[Pattern]:
        """The words of which a word may be a misspelling; all begin with its first letter."""
        return () if word in ordinary else self._long.get(word[0], ())


def _add(found: dict[Key, tuple[Value, ...]], key: Key, value: Value) -> None:
    """One more under a key. Most have but one: thousands of tuples take half the memory of lists."""
    found[key] = (*found.get(key, ()), value)
