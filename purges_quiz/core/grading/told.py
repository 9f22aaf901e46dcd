"""The statements of a deck, found by the words with which their ideas begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from purges_quiz.core.facts import Deck, Statement
from purges_quiz.core.grading.elsewhere import Place
from purges_quiz.core.grading.ideas import StatementAnswer
from purges_quiz.core.grading.lexicon import Lexicon
from purges_quiz.core.grading.phrases import Heard, Pattern, fits, openings
from purges_quiz.core.grading.spelling import budget

Key = TypeVar("Key")
Value = TypeVar("Value")
Opening = tuple[int, int]
"""The number of a statement, and of one of its ideas."""
Told = tuple[StatementAnswer, tuple[Place, ...]]
"""A statement, and the facts that have it."""


class Statements:
    """Every statement of a deck, compiled; one that several facts have stands but once."""

    def __init__(self, deck: Deck, lexicon: Lexicon) -> None:
        places: dict[Statement, list[Place]] = defaultdict(list)
        for fact in deck.facts.values():
            for target in fact.targets:
                if isinstance(target.value, Statement):
                    places[target.value].append(Place(fact, target))
        self._every = [(StatementAnswer(value, lexicon), tuple(found)) for value, found in places.items()]
        self._openings: dict[Pattern, tuple[Opening, ...]] = {}
        """The ideas that may begin with each word."""
        self._spelt: dict[str, tuple[Pattern, ...]] = {}
        """These words by their spelling and by their stem."""
        self._long: dict[str, tuple[Pattern, ...]] = {}
        """Those of them that may be misspelt, by their first letter."""
        for number, (answer, _) in enumerate(self._every):
            for place, idea in enumerate(answer.value.ideas):
                opening = number, place
                for pattern in frozenset[Pattern]().union(*map(openings, idea.said)):
                    _add(self._openings, pattern, opening)
        for pattern in self._openings:
            for spelling in {pattern.text, pattern.stem}:
                _add(self._spelt, spelling, pattern)
            if budget(pattern.text):
                _add(self._long, pattern.text[0], pattern)

    def begun(self, heard: Heard) -> Iterator[Told]:
        """Those of which a text has at least the beginning of every idea, in the order of the deck."""
        begun = {opening for pattern in self._said(heard) for opening in self._openings[pattern]}
        ideas = Counter(number for number, _ in begun)
        yield from (
            self._every[number] for number in sorted(ideas) if ideas[number] == len(self._every[number][0].value.ideas)
        )

    def _said(self, heard: Heard) -> frozenset[Pattern]:
        return frozenset(
            pattern
            for word in heard.text
            for pattern in {*self._near(word.text), *self._near(word.stem), *self._meant(word.text, heard.ordinary)}
            if fits(pattern, word, heard.ordinary)
        )

    def _near(self, spelling: str) -> Iterator[Pattern]:
        """The words and beginnings of words that a text may have where it has this."""
        for end in range(1, len(spelling) + 1):
            yield from self._spelt.get(spelling[:end], ())

    def _meant(self, word: str, ordinary: frozenset[str]) -> Iterable[Pattern]:
        """The words of which a word may be a misspelling; all begin with its first letter."""
        return () if word in ordinary else self._long.get(word[0], ())


def _add(found: dict[Key, tuple[Value, ...]], key: Key, value: Value) -> None:
    """One more under a key. Most have but one: thousands of tuples take half the memory of lists."""
    found[key] = (*found.get(key, ()), value)
