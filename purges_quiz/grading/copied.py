"""Answers that are the card's sentence with one thing exchanged: "the Fascist deputies walked out" for the opposition.

Whoever knows the sentence and says something else in one place means that, or does not know it. Both texts are
aligned word by word; where nearly all of the right answer is kept, what stands in the place of the rest is looked at.
"""

from __future__ import annotations

from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.likeness import turns
from purges_quiz.grading.parties import Party, Phrases

_KEPT = 0.5
"""Share of the right answer's words that a copy has at least."""
_FEWEST = 2
"""Words of the right answer that a copy has at least."""
_MOST_PUT = 2
"""Words in the place of others, at most; more of them say something in other words."""


def exchanged_word(right: Phrases, typed: Phrases, answering: frozenset[str], own: frozenset[str]) -> str:
    """The word of a copy that stands where the right answer has one that shuts it out; nothing if there is none.

    `answering` are the roots of the right answer and its ideas, `own` those of all that the fact says.
    """
    from difflib import SequenceMatcher  # of the answers few are statements

    there, here = _said(right), _said(typed)
    said = [typed.text.roots[place] for place in here]
    aligned = SequenceMatcher(None, [right.text.roots[place] for place in there], said, autojunk=False)
    if sum(block.size for block in aligned.get_matching_blocks()) < max(_FEWEST, _KEPT * len(there)):
        return ""
    for tag, start, end, first, last in aligned.get_opcodes():
        if tag != "replace" or last - first > _MOST_PUT:
            continue
        lost = [place for place in there[start:end] if right.text.roots[place] not in said]
        known = answering if any(_named(right.party([place])) for place in lost) else own  # Henry may be the King
        for place in here[first:last]:
            if any(_other(right, at, typed, place, known) for at in lost):
                return typed.words[place].text
    return ""


def _said(phrases: Phrases) -> list[int]:
    """The places of the words that say something."""
    return [place for place, word in enumerate(phrases.words) if word.content]


def _other(right: Phrases, at: int, typed: Phrases, place: int, known: frozenset[str]) -> bool:
    """Whether one word cannot stand for the other: another name or party, a rival, or the same turned round."""
    theirs, mine = right.party([at]), typed.party([place])
    lexicon, root = typed.text.lexicon, typed.text.roots[place]
    alike = right.text.negated[at] is typed.text.negated[place]  # "not allowed" is "banned"
    if alike and turns(root, right.text.roots[at]):
        return True
    if root in known or theirs.is_like(mine):
        return False
    parties = (_named(mine) or _acts(mine, lexicon)) and (_named(theirs) or _acts(theirs, lexicon))
    return parties or (alike and root in lexicon.rivals_of(right.text.roots[at]))


def _named(party: Party) -> bool:
    return bool(party.names or party.entities)


def _acts(party: Party, lexicon: Lexicon) -> bool:
    return party.heads <= lexicon.actors
