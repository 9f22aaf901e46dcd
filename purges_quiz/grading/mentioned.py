"""What an answer does with the names in it: gives them, denies them, or leaves them by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purges_quiz.grading.asked import Asked
from purges_quiz.grading.lexicon import Lexicon, Mention
from purges_quiz.grading.stance import Stance, stances, undecided
from purges_quiz.grading.words import Word

_OWNED_BY = frozenset({"of", "to", "after", "before", "behind", "against", "under"})
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "man", "one", "person", "guy"})
_NAMING = frozenset({"is", "was", "called", "named", "be", "been", "as"})
_GENERIC = frozenset({"man", "one", "person", "guy", "men", "people"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The names of an answer by what it does with them."""

    given: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    aside: tuple[Mention, ...]
    open_choice: bool
    """Whether an "or" sets something else beside a name."""

    @property
    def places(self) -> frozenset[int]:
        """The places of the words that name something."""
        every = (*self.given, *self.denied, *self.aside)
        return frozenset(place for mention in every for place in range(mention.start, mention.end))

    def gives(self, key: str) -> bool:
        """Whether it gives this entity as its answer."""
        return any(mention.entity == key for mention in self.given)

    def denies(self, key: str) -> bool:
        """Whether it denies this entity."""
        return any(mention.entity == key for mention in self.denied)

    def names(self, key: str) -> bool:
        """Whether it names this entity at all."""
        return any(mention.entity == key for mention in (*self.given, *self.denied, *self.aside))


def mentioned(
    found: Sequence[Mention],
    text: Sequence[Word],
    asked: Asked,
    lexicon: Lexicon,
    right: str,
) -> Mentioned:
    """Sort the names found in a text; `right` is the key of the right one."""
    spans = [(mention.start, mention.end) for mention in found]
    how = dict(zip(found, stances(text, spans, asked.deniable), strict=True))
    for mention, stance in how.items():
        if stance is Stance.GIVEN and _owner(text, mention, asked):
            how[mention] = Stance.ASIDE
    if any(mention.entity == right and stance is not Stance.DENIED for mention, stance in how.items()):
        # A name that the question itself holds is no second answer.
        prompted = {mention.entity for mention in lexicon.mentions(asked.words)} - {right}
        apart = [mention for place, mention in enumerate(found) if not _listed(text, found, place)]
        how.update({m: Stance.ASIDE for m in apart if m.entity in prompted and how[m] is Stance.GIVEN})
        given = [mention for mention in found if how[mention] is Stance.GIVEN]
        mine = [mention for mention in found if mention.entity == right and not _owner(text, mention, asked)]
        if mine and (not given or (given == [found[0]] and _subject(text, found[0]))):
            how.update(dict.fromkeys(given, Stance.ASIDE))
            how[mine[0]] = Stance.GIVEN
    sorted_out = {stance: tuple(mention for mention in found if how[mention] is stance) for stance in Stance}
    return Mentioned(
        sorted_out[Stance.GIVEN],
        sorted_out[Stance.DENIED],
        sorted_out[Stance.ASIDE],
        undecided(text, spans),
    )


def _listed(text: Sequence[Word], found: Sequence[Mention], place: int) -> bool:
    """Whether nothing but "or", "and" or a comma joins a name to a neighbour, so that both are offered."""
    pairs = [(found[place - 1], found[place])] if place else []
    pairs += [(found[place], found[place + 1])] if place + 1 < len(found) else []
    return any(not any(word.content for word in text[one.end : other.start]) for one, other in pairs)


def _subject(text: Sequence[Word], mention: Mention) -> bool:
    """Whether a name begins a sentence that says what its bearer did: "Stalin replaced him with Beria"."""
    after = text[mention.end] if mention.end < len(text) else None
    begins = not any(word.content for word in text[: mention.start])
    return begins and after is not None and after.content


def _owner(text: Sequence[Word], mention: Mention, asked: Asked) -> bool:
    """Whether the name only owns what is meant: "Kirov's killer", "the deputy of Yezhov"."""
    last, after = text[mention.end - 1], text[mention.end : mention.end + 4]
    if after and after[0].text == "'s":
        after = after[1:]
    elif not (last.text == last.stem + "s" and mention.person and after and after[0].content):
        after = ()
    owned = next((word for word in after if word.content), None)
    if owned is not None and owned.stem not in asked.stems:
        return True
    if _told_apart(text[: mention.start]):
        return True
    before = [word for word in text[max(mention.start - 4, 0) : mention.start] if word.text not in {"the", "a"}]
    if len(before) < 2 or before[-1].text not in _OWNED_BY:  # noqa: PLR2004
        return False
    noun = before[-2]
    if noun.text in _GENERIC:
        return before[-1].text != "of"
    return before[-1].text == "of" and noun.content and noun.stem not in asked.stems


def _told_apart(before: Sequence[Word]) -> bool:
    """Whether the name only tells who is meant: "someone who hated Trotsky", not "the one who led it was Trotsky"."""
    start = len(before)
    while start and not before[start - 1].mark and before[start - 1].text not in {"who", "and"}:
        start -= 1
    if start < 2 or before[start - 1].text != "who" or before[start - 2].text not in _SOMEBODY:  # noqa: PLR2004
        return False
    between = before[start:]
    return any(word.content for word in between) and between[-1].text not in _NAMING
