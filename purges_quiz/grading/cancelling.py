"""What an answer says was cancelled, prevented, refused or called off, which is as good as denied."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.grading.polarity import Clause
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import ORDINALS, word_set

_DESTROYING = frozenset({"destroy", "lose", "ban"})
_LATER = ORDINALS.keys() - {"first"}
_OBJECT = 9
"""Words of an object that may stand before "from"."""
_BE = word_set("is was were are be been being got get")


def undoes(typed: Reading) -> bool:
    """Whether a text has a word that undoes another."""
    return next(cancelling(typed, frozenset(), frozenset()), None) is not None


def cancelled_places(typed: Reading, own: frozenset[str], meant: frozenset[str]) -> set[int]:
    """The places of what an answer says was cancelled, prevented or refused, or ranks below the first.

    `own` are roots and `meant` concepts that belong to what is asked, and cancel nothing.
    """
    found: set[int] = set()
    for start, end in cancelling(typed, own, meant):
        clause = typed.clause_of(start)
        passive = any(other.text in _BE for other in typed.words[max(start - 2, clause.start) : start])
        participle = typed.words[start].text.endswith("ed")
        reach = (
            range(clause.start, start) if passive and participle else range(end, _verb_phrase_end(typed, clause, end))
        )
        found ^= {place for place in reach if typed.words[place].content}
    for place, word in enumerate(typed.words[1:], start=1):
        if word.text.endswith("est") and typed.words[place - 1].text in _LATER:
            found ^= {place}  # the second largest
    return found


def denied_places(typed: Reading) -> tuple[bool, ...]:
    """For each word whether it is denied, or told to be prevented or called off, whatever is asked."""
    undone = cancelled_places(typed, frozenset(), frozenset())
    return tuple(no != (place in undone) for place, no in enumerate(typed.negated))


def cancelling(typed: Reading, own: frozenset[str], meant: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The first place of each word or phrase that cancels, and the one after its last."""
    lexicon = typed.lexicon
    verbs, phrases = lexicon.cancelling, lexicon.cancelling_phrases
    if (
        verbs.isdisjoint(typed.roots)
        and phrases.keys().isdisjoint(typed.roots)
        and typed.concepts.isdisjoint(_DESTROYING)
    ):
        return  # most texts
    destroying = {one.places[0] for one in typed.meanings if one.concept in _DESTROYING}
    for place, root in enumerate(typed.roots):
        alone = root in verbs or (place in destroying and typed.words[place].text.endswith(("ed", "ing", "s")))
        first = root in phrases
        if not (alone or first) or typed.words[place].punctuation:
            continue
        said = (one.concept for one in typed.meanings if one.places[0] == place)
        if lexicon.closure(said) & meant:
            continue
        if alone and root not in own:
            yield place, place + 1
        for phrase in phrases[root] if first else ():
            if typed.roots[place : place + len(phrase)] == phrase:
                yield place, place + len(phrase)
            elif phrase[1:] == ("from",) and (at := _from(typed, place)):
                yield at, at + 1


def _from(typed: Reading, place: int) -> int:
    """Where "from" stands after the object of a verb: "free the ports from tolls"; 0 if it does not."""
    end = min(typed.clause_of(place).end, place + _OBJECT)
    return next((at for at in range(place + 2, end) if typed.words[at].text == "from"), 0)


def _verb_phrase_end(typed: Reading, clause: Clause, start: int) -> int:
    stops = (place for place in range(start, clause.end) if typed.words[place].text in {"and", "but", ","})
    return next(stops, clause.end)
