"""One word for two, two for one: spaces left out and put inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from purges_quiz.grading.inflection import inflected
from purges_quiz.grading.known_words import SHORT, FactWords
from purges_quiz.grading.likeness import TURNING
from purges_quiz.grading.nearest import nearest
from purges_quiz.grading.vocabulary import CLOSED, FUNCTION_WORDS, STOP_WORDS
from purges_quiz.grading.words import Word, spelt

_JOINED = 60
"""Letters of the longest string that is taken for words run together."""
_PIECE = 3
"""Letters of the shortest English word that may be a piece of such a string."""
_TELLING = 4
"""Letters of the longest word that is too short to be known by its two pieces."""


@dataclass(eq=False)
class Spaces:
    """The words of one fact, as they are run together and cut in two."""

    own: FactWords

    def may_join(self, typed: Sequence[Word]) -> bool:
        """Whether the text has two words beside one another that are one of the fact's own cut in two."""
        return any(
            first.text.isalpha() and second.text.isalpha() and first.text + second.text in self._joinable
            for first, second in pairwise(typed)
        )

    def split(self, typed: str) -> list[Word]:
        """The words that were run together, at least one of them the fact's own; nothing if there are none."""
        if not 2 * 2 < len(typed) <= _JOINED:
            return []
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ()), *[None] * len(typed)]
        for end in range(1, len(typed) + 1):
            for start in range(max(0, end - 24), end):
                before = best[start]
                if before is None:
                    continue
                cost = self._cost(typed[start:end])
                if cost is None:
                    continue
                known = best[end]
                if known is None or before[0] + cost < known[0]:
                    best[end] = (before[0] + cost, (*before[1], typed[start:end]))
        found = best[-1]
        if found is None or not any(piece in self._own_pieces for piece in found[1]):
            return []
        return [spelt(piece) for piece in found[1]]

    def _cost(self, piece: str) -> float | None:
        if piece in TURNING:
            return None
        if piece in self._own_pieces:
            return 1.0
        if piece in FUNCTION_WORDS:
            return 1.4
        if len(piece) >= _PIECE and (piece in self.own.deck.lexicon.english or piece in STOP_WORDS):
            return 2.5
        return None

    @cached_property
    def _own_pieces(self) -> frozenset[str]:
        own = {word for word in (*self.own.answer, *self.own.around) if len(word) >= _PIECE and word not in STOP_WORDS}
        return self.own.forms | own | frozenset(word for word in CLOSED if len(word) >= _PIECE)

    @cached_property
    def _joinable(self) -> frozenset[str]:
        long = (word for word in (*self.own.answer, *self.own.around, *CLOSED) if len(word) > _TELLING)
        return frozenset(form for word in long for form in inflected(word)) | self.own.deck.names

    def rejoined(self, typed: Sequence[Word]) -> list[Word]:
        """The text with each word put together that a space or a hyphen cut in two."""
        read: list[Word] = []
        for word in typed:
            last = read[-1] if read else None
            decade = last is not None and last.text == "s" and len(read) > 1 and read[-2].text[0].isdigit()
            if last is None or decade or not word.text.isalpha():
                read.append(word)
                continue
            cut = (
                last.text == "-"
                and len(read) > 1
                and not (self.own.deck.knows(word.text) and self.own.deck.knows(read[-2].text))
            )
            first = read[-2] if cut else last
            joined = first.text + word.text
            if first.text.isalpha() and self._is_cut(first.text, word.text, joined):
                del read[-2 if cut else -1 :]
                read.append(spelt(joined))
            else:
                read.append(word)
        return read

    def _is_cut(self, first: str, second: str, joined: str) -> bool:
        if joined in self._joinable:
            return True
        if self.own.deck.knows(first) and self.own.deck.knows(second):
            return False
        if len(joined) <= _TELLING:
            return False
        if joined in self.own.forms:
            return True
        slip = first in FUNCTION_WORDS and nearest(self.own, second) is not None  # "to ned" is no "toned"
        return len(first) < SHORT and self.own.deck.knows(joined) and not slip
