"""Words that turn a statement into its opposite, whatever the deck: stable for destabilise, last for first."""

from __future__ import annotations

from functools import lru_cache

from purges_quiz.grading.phrases import Heard, Phrase, compiled
from purges_quiz.grading.words import words

_PAIRS = (
    ("destabili*|weaken*|undermin*|wreck*", "stabilis*|stabiliz*|strengthen*|stable|stronger"),
    ("execut*|shot|killed|murder*", "spared|pardon*|acquit*|released|freed"),
    ("guilty", "innocent|acquit*"),
    ("arrest*|confin*|jail*", "releas*|freed|liberat*|go-free|set-free"),
    ("root*|denounc*|report*", "protect*|shelter*|shield*|defend*|ignor*|overlook*"),
    ("support*|help*", "resist*|repel*|fight|defend*"),
    ("first", "last"),
    ("largest|biggest", "smallest|fewest"),
    ("below|beneath", "above"),
    ("loyal*", "disloyal"),
    ("same", "different|lighter|milder|softer|lesser|half"),
    ("false|fake", "true|truthful|genuine|honest"),
    ("torture*", "comfortabl*|kindly"),
    ("blame*|scapegoat*", "praise*|reward*|hero|heroes|fixing|fixed|solving|solved"),
    ("bring-down|overthrow*|topple*", "strengthen*|stronger|build-up"),
    ("oppos*", "defend*|patriot*"),
    ("expected|forced|made|ordered|obliged", "choose|chose|optional*|voluntar*"),
    ("hidden|secret*", "visible|open|openly|public|publicly"),
    ("swept|purge*|remov*", "promot*|reward*"),
    ("against|negativ*", "unanimous*"),
)
"""General English, in the phrase language: whoever says the one does not say the other."""


@lru_cache(maxsize=1024)
def antonyms_of(text: str) -> tuple[Phrase, ...]:
    """The words that are an opposite of some word of a statement."""
    read = [word for word in words(text) if not word.mark]
    heard = Heard(read, frozenset(word.text for word in read))
    found: list[Phrase] = []
    for pair in _PAIRS:
        for own, opposite in (pair, pair[::-1]):
            if compiled(own).spans(heard):
                found.extend(compiled(word) for word in opposite.split("|"))
    return tuple(found)
