"""Answers that keep the words of the right one and change sides: "few to many" for "many to few".

Words like "into", "than" or "against" set what stands before them apart from what stands after. Whoever gives two of
the right answer's words to each other's side says something else, whatever the verbs between.
"""

from __future__ import annotations

from collections.abc import Mapping

from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import AUXILIARIES, word_set

_PARTING = word_set("from to into than against without as instead")
_POINTING = word_set("him her them one all many few more less both")
"""Words that stand for somebody or so much, and so have a side as well."""


def sides_of(text: Reading) -> Mapping[str, frozenset[str]]:
    """For each root the parting words behind which it stands; of two together the first parts."""
    found: dict[str, set[str]] = {}
    side, fresh = "", False
    for place, (word, root) in enumerate(zip(text.words, text.roots, strict=True)):
        if word.text in _PARTING and not _infinitive(text, place):
            side, fresh = side if fresh else word.text, True
        elif word.content or word.text in _POINTING:
            found.setdefault(root, set()).add(side)
            fresh = False
    return {root: frozenset(every) for root, every in found.items()}


def _infinitive(text: Reading, place: int) -> bool:
    """Whether a "to" only belongs to a verb: "they wanted to burn them"."""
    if text.words[place].text != "to" or place + 1 == len(text.words):
        return False
    entries = text.lexicon.entries.get(text.roots[place + 1], ())
    return text.words[place + 1].text in AUXILIARIES | {"be"} or any(entry.kind == "verbs" for entry in entries)


def changed_sides(right: Mapping[str, frozenset[str]], typed: Mapping[str, frozenset[str]]) -> str:
    """A root that has changed sides with another; nothing if none has."""
    moved = {
        root: (*right[root], *typed[root])
        for root in right.keys() & typed.keys()
        if len(right[root]) == len(typed[root]) == 1 and right[root] != typed[root]
    }
    pairs = set(moved.values())
    return next((root for root, (before, after) in moved.items() if (after, before) in pairs), "")
