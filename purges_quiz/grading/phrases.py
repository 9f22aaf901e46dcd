"""The phrases in which a deck says an idea, read: each in the ways in which it can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from purges_quiz.grading.cancelling import cancelled_places, cancelling, undoes
from purges_quiz.grading.lexicon import Lexicon, Meaning
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import Pattern, is_pattern, pattern_of
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slots import STRICT, PhraseText, Slot
from purges_quiz.grading.vocabulary import NEGATORS

_AMOUNTS = frozenset({"all", "one", "both", "none"})
"""What a phrase tells beside the words of the question, where it has no others: "an attack on one is one on all"."""


@dataclass(frozen=True)
class Phrase:
    """One way of saying an idea, in plain words."""

    text: str
    slots: tuple[Slot, ...]
    head: int = -1
    """Which of the required slots is its verb, if it has one."""
    strict: bool = False
    """Whether its words have to stand in order, with few others between."""
    also: bool = False
    """Whether it has another reading too, so that what this one takes for a denial need be none."""
    undone: bool = False
    """Whether it tells of a thing prevented, refused or ended, of which the verb is no slot: "stop people leaving"."""

    @cached_property
    def required(self) -> tuple[Slot, ...]:
        """The slots that an answer must have."""
        return tuple(slot for slot in self.slots if slot.required)


def phrase_of(
    text: str, lexicon: Lexicon, names: Names, in_question: frozenset[str] = frozenset(), *, strict: bool = False
) -> Phrase | Pattern:
    """Read a phrase of an idea; `in_question` are roots that the question itself says, so that an answer need not.

    Of a `strict` one, which makes an answer wrong, every word counts, and their order.
    """
    if is_pattern(text):
        return pattern_of(text)
    written = PhraseText(text, lexicon, names)
    if strict:
        slots = written.slots(frozenset(), light=frozenset(), kept=STRICT)
        return Phrase(text, tuple(slot._replace(required=True) for slot in slots), strict=True)
    return _phrase(written, in_question)


def _phrase(written: PhraseText, in_question: frozenset[str], meanings: Sequence[Meaning] | None = None) -> Phrase:
    """Read it by the meanings that its words are taken to have."""
    lexicon = written.lexicon
    slots = tuple(written.slots(in_question, meanings))
    if slots and slots[_carrying(slots, lexicon)].root in in_question:
        slots = tuple(written.slots(frozenset(), meanings, kept=_AMOUNTS))
    if not any(slot.required for slot in slots):
        every = written.slots(frozenset(), meanings, light=frozenset())
        slots = tuple(slot._replace(required=True) for slot in every)
    if not slots:
        slots = tuple(Slot(root) for root in written.reading.roots)
    said = frozenset[str]().union(*(slot.concepts for slot in slots))
    slots = tuple(slot._replace(contrary=slot.contrary - said) for slot in slots)  # "cut spending" is no contradiction
    return Phrase(written.text, slots, _verb([slot for slot in slots if slot.required], lexicon))


def phrases_of(
    text: str, lexicon: Lexicon, names: Names, in_question: frozenset[str], value: Reading
) -> Iterator[Phrase | Pattern]:
    """The ways of reading a phrase of an idea: "refused to swear" is as well "not swear".

    A set phrase may be said word by word, and a loose one ("grow less") in quite other words. Where the phrase has no
    "not" of its own, but the value denies a word of it, so does the phrase: of "so that voters could not be bribed" the
    idea "bribed" is that they were not.
    """
    if is_pattern(text):
        yield pattern_of(text)
        return
    written = PhraseText(text, lexicon, names)
    phrase, reading = _phrase(written, in_question), written.reading
    yield from _word_by_word(written, in_question, phrase)
    loose = [meaning for meaning in reading.meanings if meaning.loose]
    if loose:
        whole = _phrase(written, in_question, reading.meanings)
        if any(word in NEGATORS for meaning in loose for word in meaning.entry.words):
            whole = replace(whole, slots=tuple(slot._replace(negated=False) for slot in whole.slots))
            phrase = replace(phrase, also=True)  # "not enough police" is no denial of the police
        yield whole
    if not any(slot.negated for slot in phrase.slots) and not undoes(reading):
        denied = _denied_first(value)
        phrase = replace(phrase, slots=tuple(slot._replace(negated=slot.root in denied) for slot in phrase.slots))
    yield phrase
    yield from _undone(phrase, reading)


def _word_by_word(written: PhraseText, in_question: frozenset[str], phrase: Phrase) -> Iterator[Phrase]:
    """The phrase with its set phrases taken word by word, where more of them count so: "spending was reduced"."""
    reading = written.reading
    if reading.single_meanings == reading.meanings:
        return
    slots = tuple(written.slots(in_question, reading.single_meanings))
    if sum(slot.required for slot in slots) > sum(slot.required for slot in phrase.slots):
        required = [slot for slot in slots if slot.required]
        phrase = Phrase(written.text, slots, _verb(required, written.lexicon), also=True)
        yield phrase
        yield from _undone(phrase, reading)


def _undone(phrase: Phrase, reading: Reading) -> Iterator[Phrase]:
    """The phrase with its "refuse to", "stop" or "ban" taken for a "not"."""
    cancelled = cancelled_places(reading, frozenset(), frozenset())
    if not cancelled or any(slot.negated for slot in phrase.slots):
        return
    undone = {reading.roots[place] for place in cancelled}
    verbs = {
        reading.roots[at] for start, end in cancelling(reading, frozenset(), frozenset()) for at in range(start, end)
    }
    parted = any(slot.root.rpartition(" ")[2] in verbs and slot.root not in verbs for slot in phrase.slots)
    slots = tuple(
        slot._replace(negated=slot.negated != (slot.root in undone))
        for slot in phrase.slots
        if slot.root.rpartition(" ")[2] not in verbs  # "keep people from" as well
    )
    required = [slot for slot in slots if slot.required]
    if required:
        head = next((at for at, slot in enumerate(required) if slot.negated and phrase.also), -1)
        yield replace(phrase, slots=slots, head=head, also=phrase.also or parted, undone=True)


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
    verb = _verb(slots, lexicon)
    return verb if verb >= 0 else len(slots) - 1


def _verb(slots: Sequence[Slot], lexicon: Lexicon) -> int:
    """The place of its verb; -1 if it has none."""
    for place, slot in enumerate(slots):
        kinds = lexicon.kinds(slot.root.partition(" ")[0])
        if "verbs" in kinds and (place + 1 < len(slots) or "nouns" not in kinds):
            return place
    return -1
