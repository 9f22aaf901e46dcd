"""Right answers with a space left out, doubled, or put inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.edits import Edits, is_english
from generators.generated import Generated
from generators.right import right_answers
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question

_WIDE = ("  ", "   ", "\t", " \n", "\u00a0", "\u2009 ")
_SPLIT = re.compile(r"[^\W\d_]{6,}")


def misspaced(_deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The right answer with one space wrong."""
    for text in right_answers(question):
        for place, found in enumerate(_gaps(text)):
            left, right = found
            joined = text[:left] + text[right:]
            yield Generated(joined, right=True, sort="left out", apart=_makes_a_word(text, left, right))
            yield Generated(text[:left] + _WIDE[place % len(_WIDE)] + text[right:], right=True, sort="doubled")
        for word in _SPLIT.finditer(text):
            for cut in range(2, len(word[0]) - 1):
                start, end = word[0][:cut], word[0][cut:]
                split = f"{text[: word.start()]}{start} {end}{text[word.end() :]}"
                meant = is_english(start.lower()) and is_english(end.lower())
                yield Generated(split, right=True, sort="put inside", apart=meant)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    for place, letter in enumerate(text):
        if letter == " ":
            yield place, place + 1


def _makes_a_word(text: str, left: int, right: int) -> bool:
    """Whether the words on both sides of a space make an English word, or two numbers one, without it."""
    before = re.search(r"[^\W_]+$", text[:left])
    after = re.match(r"[^\W_]+", text[right:])
    if before is None or after is None:
        return False
    return is_english((before[0] + after[0]).lower()) or (before[0].isdigit() and after[0].isdigit())
