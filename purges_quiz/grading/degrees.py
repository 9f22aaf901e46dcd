"""Of what a text says that there was much, and of what little: "too much paper money", "less fresh"."""

from __future__ import annotations

from collections.abc import Mapping

from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import ARTICLES, word_set

_MUCH = word_set("much many more most plenty lots")
_LITTLE = word_set("few fewer little less least")
_NO_DEGREE = frozenset({"a", "how", "or"})
"""After these words they tell another thing: "a few" is not few."""
_BETWEEN = ARTICLES | {"of", "too"}


def degrees(text: Reading) -> Mapping[str, bool]:
    """By the root of each thing that a text measures whether there was much of it, rather than little."""
    found = {}
    for place, word in enumerate(text.words):
        before = text.words[place - 1].text if place else ""
        if word.text not in _MUCH | _LITTLE or before in _NO_DEGREE:
            continue
        at = place + 1
        while at < len(text.words) and text.words[at].text in _BETWEEN:
            at += 1
        while at < len(text.words) and text.words[at].content:
            found[text.roots[at]] = (word.text in _MUCH) is not text.negated[place]
            at += 1
    return found


def other_degree(right: Reading, said: Reading) -> str:
    """The root of what an answer has little of where the right one has much, or the other way round.

    An adjective that the right answer has, and does not deny, is as good as much of it: "less fresh" is not fresh.
    """
    measured = degrees(said)
    if not measured:
        return ""
    known = degrees(right)
    plain = {
        root
        for place, root in enumerate(right.roots)
        if right.words[place].content and not right.negated[place] and right.lexicon.kinds(root) == {"adjectives"}
    }
    against = (root for root, much in measured.items() if known.get(root, root in plain or much) is not much)
    return next(against, "")
