"""Answers that put two things in each other's place: "more loyal to the state than to their general".

Who does what to whom depends on a verb and its voice (`exchanges`), so subject and object are left alone here. What
stands after "from" and what after "to" does not: whatever the verb, an answer that has both, each where the right one
has the other, says the opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from purges_quiz.grading.reading import Reading
from purges_quiz.grading.verbs import verbal
from purges_quiz.grading.vocabulary import AUXILIARIES, word_set

_SUBJECT, _OBJECT = "subject", "object"
_PREPOSITIONS = word_set(
    "from to into onto against towards for with without on off over under by about in than as before after through "
    "between"
)
_GO_ON = frozenset({"than", "without"})
"""What another preposition or a verb may follow: "than to the state", "without asking the Senate"."""
_CLAUSES = word_set("but because so that which who if when while whereas though although . ; : ( ) he she it they")
_CONTRARY = ({"from", "to"}, {"from", "into"}, {"under", "over"}, {"on", "off"})
"""Prepositions of which the one says the contrary of the other, even where a single thing has moved."""
_PRONOUNS = {"him": "he", "her": "she", "them": "they"}
_QUANTITIES = word_set("many few more less high low higher lower all one")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a thing stands in a text, and whether it is denied there."""

    after: str
    """The preposition, "object" after a verb, "subject" before it."""
    denied: bool = False


def positions(text: Reading) -> Mapping[str, Position]:
    """By its root the position of each thing of which a text speaks; what has none, or several, is left out.

    What follows an "as" stays after it: "as an attack on all". Only a stretch with a verb has a subject.
    """
    found: dict[str, set[Position]] = {}
    subjects: list[tuple[str, bool]] = []
    after = ""
    starts = {clause.start for clause in text.clauses}
    for place, word in enumerate(text.words):
        before = text.words[place - 1].text if place else ""
        if (place in starts or word.text in _CLAUSES) and before not in _PREPOSITIONS:
            after = ""
            subjects.clear()
        if word.text in _PREPOSITIONS:
            after = after if before in _GO_ON or after == "as" else word.text
        elif word.text in _QUANTITIES:
            found.setdefault(word.text, set()).add(Position(after))
        elif word.text in _PRONOUNS:
            found.setdefault(_PRONOUNS[word.text], set()).add(Position(after, text.negated[place]))
        elif (word.content and verbal(text, place)) or word.text in AUXILIARIES:
            for root, denied in subjects:
                found.setdefault(root, set()).add(Position(_SUBJECT, denied))
            subjects.clear()
            after = after if before in _GO_ON or not word.content else _OBJECT
        elif word.content and not after:
            subjects.append((text.roots[place], text.negated[place]))
        elif word.content:
            found.setdefault(text.roots[place], set()).add(Position(after, text.negated[place]))
    single = ((root, next(iter(every))) for root, every in found.items() if len(every) == 1)
    return {root: position for root, position in single if position.after}


@dataclass(frozen=True, slots=True)
class RightPositions:
    """The positions of what a fact speaks of."""

    shown: Mapping[str, Position]
    """In its answer as it is printed."""
    others: tuple[Mapping[str, Position], ...]
    """In each phrase of its ideas."""

    def crossed(self, typed: Reading) -> bool:
        """Whether a text has two things each where the fact has the other, or one in the contrary position."""
        every = [right for right in (self.shown, *self.others) if right]
        if not every or not any(word.text in _PREPOSITIONS for word in typed.words):
            return False
        said = positions(typed)
        moved = [[(right[root], said[root]) for root in right.keys() & said.keys()] for right in every]
        turned = any(
            one == other[::-1] != other and {position.after for position in one} != {_SUBJECT, _OBJECT}
            for pairs in moved
            for one, other in combinations(pairs, 2)
        )
        here = ((self.shown[root], said[root]) for root in self.shown.keys() & said.keys())
        return turned or any(
            {one.after, other.after} in _CONTRARY and one.denied is other.denied for one, other in here
        )


def right_positions(shown: Reading, phrases: Iterable[Reading]) -> RightPositions:
    """The positions of what a fact speaks of in its answer, and in the phrases of its ideas."""
    return RightPositions(positions(shown), tuple(found for text in phrases if len(found := positions(text)) > 1))
