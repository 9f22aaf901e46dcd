"""The phrases in which a deck says an idea, read: each word with what means the same, and what the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from purges_quiz.grading.cancelling import cancelled_places, cancelling, undoes
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import Pattern, is_pattern, pattern_of
from purges_quiz.grading.polarity import FAINT, negated_places
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.terms import root as term_root
from purges_quiz.grading.vocabulary import NEGATORS, word_set
from purges_quiz.grading.words import words

LIGHT = word_set("make get do have go come become thing way kind sort lot bit")
_DOER = 6
"""Letters of the shortest root of one who does something."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word, name or set phrase of an idea's phrase."""

    root: str
    concepts: frozenset[str]
    contrary: frozenset[str]
    entity: str
    """The key of the entity that it names, or nothing."""
    negated: bool
    required: bool
    term: str
    """What the name has in common with its followers: Trotsky with Trotskyite."""
    deed: str = ""
    """What who does it has in common with what is done: an invader with invading."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying an idea, in plain words."""

    text: str
    slots: tuple[Slot, ...]
    strict: bool = False
    """Whether its words have to stand in order, with few others between."""
    undone: bool = False
    """Whether it tells of a thing prevented, refused or ended, of which the verb is no slot: "stop people leaving"."""


def phrase_of(
    text: str, lexicon: Lexicon, names: Names, in_question: frozenset[str] = frozenset(), *, strict: bool = False
) -> Phrase | Pattern:
    """Read a phrase of an idea; `in_question` are roots that the question itself says, so that an answer need not.

    Of a `strict` one, which makes an answer wrong, every word counts, and their order.
    """
    if is_pattern(text):
        return pattern_of(text)
    read = tuple(word for word in words(text) if not word.mark)
    reading = Reading(read, lexicon)
    reading.words = read  # a phrase has no remarks in it
    if strict:
        every = tuple(
            replace(slot, required=True)
            for slot in _slots(reading, names, frozenset(), light=frozenset(), kept=_STRICT)
        )
        return Phrase(text, every, strict=True)
    slots = tuple(_slots(reading, names, in_question))
    if slots and slots[_carrying(slots, lexicon)].root in in_question:
        slots = tuple(_slots(reading, names, frozenset()))
    if not any(slot.required for slot in slots):
        slots = tuple(replace(slot, required=True) for slot in _slots(reading, names, frozenset(), light=frozenset()))
    if not slots:
        slots = tuple(Slot(root, frozenset(), frozenset(), "", False, True, "") for root in reading.roots)
    return Phrase(text, slots)


def phrases_of(
    text: str, lexicon: Lexicon, names: Names, in_question: frozenset[str], value: Reading
) -> Iterator[Phrase | Pattern]:
    """The ways of reading a phrase of an idea: "refused to swear" is as well "not swear".

    Where the phrase has no "not" of its own, but the value denies a word of it, so does the phrase: of "so that voters
    could not be bribed" the idea "bribed" is that they were not.
    """
    phrase = phrase_of(text, lexicon, names, in_question)
    if isinstance(phrase, Pattern):
        yield phrase
        return
    reading = Reading(tuple(word for word in words(text) if not word.mark), lexicon)
    if not any(slot.negated for slot in phrase.slots) and not undoes(reading):
        denied = _denied_first(value)
        phrase = replace(phrase, slots=tuple(replace(slot, negated=slot.root in denied) for slot in phrase.slots))
    yield phrase
    cancelled = cancelled_places(reading, frozenset(), frozenset())
    if cancelled and not any(slot.negated for slot in phrase.slots):
        undone = {reading.roots[place] for place in cancelled}
        verbs = {
            reading.roots[at]
            for start, end in cancelling(reading, frozenset(), frozenset())
            for at in range(start, end)
        }
        slots = tuple(
            replace(slot, negated=slot.negated != (slot.root in undone))
            for slot in phrase.slots
            if slot.root not in verbs
        )
        if any(slot.required for slot in slots):
            yield replace(phrase, slots=slots, undone=True)


def _denied_first(value: Reading) -> frozenset[str]:
    """The roots of the words that a "not" of the value stands next to."""
    found = set()
    for place, word in enumerate(value.words):
        if word.text in NEGATORS:
            after = [at for at in range(place + 1, len(value.words)) if value.words[at].content and value.negated[at]]
            for count, at in enumerate(after):
                if count and not {word.text for word in value.words[after[count - 1] + 1 : at]} & {"or", "and", ","}:
                    break
                found.add(value.roots[at])
    return frozenset(found)


def _carrying(slots: Sequence[Slot], lexicon: Lexicon) -> int:
    """The place of the slot that carries a phrase: its verb, else its last noun."""
    for place, slot in enumerate(slots):
        kinds = {entry.kind for entry in lexicon.entries.get(slot.root, ())}
        if "verbs" in kinds and (place + 1 < len(slots) or "nouns" not in kinds):
            return place
    return len(slots) - 1


def _slots(
    reading: Reading,
    names: Names,
    in_question: frozenset[str],
    *,
    light: frozenset[str] = LIGHT,
    kept: frozenset[str] = frozenset(),
) -> Iterator[Slot]:
    lexicon = reading.lexicon
    by_places: dict[tuple[int, ...], set[str]] = {}
    for meaning in reading.meanings:
        said = [reading.words[place] for place in meaning.places]
        if len(said) > 1 and (said[0].text in NEGATORS or not any(word.content for word in said)):
            continue  # "not marry" is a "not", and "would not" nothing else
        by_places.setdefault(meaning.places, set()).add(meaning.concept)
    mentions = {mention.start: mention for mention in names.mentions(reading.words)}
    covered: set[int] = set()
    negated = negated_places(reading.words)
    for place, word in enumerate(reading.words):
        if place in covered:
            continue
        mention = mentions.get(place)
        if mention is not None:
            covered.update(range(*mention.span))
            roots = reading.roots[mention.start : mention.end]
            known = in_question.issuperset(roots)
            term = term_root(word.text) if mention.end - mention.start == 1 else ""
            yield Slot(reading.roots[place], frozenset(), frozenset(), mention.entity, negated[place], not known, term)
            continue
        longest = max((places for places in by_places if places[0] == place), key=len, default=())
        if len(longest) > 1:
            covered.update(longest)
        elif (
            (word.text in {"much", "many"} and place and reading.words[place - 1].text == "how")
            or word.text in NEGATORS | FAINT
            or (not word.content and word.text not in kept | _KEPT)
        ):
            continue
        concepts = (
            frozenset().union(*(found for places, found in by_places.items() if places == longest))
            if longest
            else frozenset()
        )
        root = reading.roots[place] if len(longest) <= 1 else " ".join(reading.roots[at] for at in longest)
        required = root not in in_question and root not in light and word.text not in lexicon.lists["people"]
        contrary = lexicon.contrary(concepts) - lexicon.closure(concepts)
        deed = deed_of(root) if len(longest) <= 1 else ""
        yield Slot(root, concepts, contrary, "", negated[place], required, "", deed)


@lru_cache(maxsize=4096)
def deed_of(root: str) -> str:
    """What the root of one who does something has in common with what is done; nothing for a short one."""
    for ending in ("er", "or"):
        if root.endswith(ending) and len(root) > _DOER:
            root = root.removesuffix(ending)
            root = root[:-1] if root[-1] == root[-2] else root
    return root if len(root) >= _DOER - 1 else ""


_KEPT = word_set("under over same other too")
"""Words that say little, but something."""
_STRICT = word_set(
    "all both some any most few half none only just almost nearly but except for with without to before own too "
    "very one",
)
"""Words that change the sense of a phrase that makes an answer wrong."""
