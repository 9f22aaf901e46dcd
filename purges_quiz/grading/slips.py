"""Slips of typing: what was meant by a word that is neither English nor of the deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from purges_quiz.deck.folding import key
from purges_quiz.grading.general import General
from purges_quiz.grading.inflection import inflected
from purges_quiz.grading.likeness import TURNING, anagrams, same_beginning, same_ends, turns
from purges_quiz.grading.number_words import with_number_words
from purges_quiz.grading.phonetics import heard
from purges_quiz.grading.vocabulary import (
    CARDINALS,
    CLOSED,
    FUNCTION_WORDS,
    ORDINALS,
    SHORT_MONTHS,
    STOP_WORDS,
)
from purges_quiz.grading.words import Word, spelt, words, words_in

_SHORT, _LONG = 4, 8
"""Letters of a typed word in which one edit is forgiven, and two are."""
_FARTHEST = 4
"""Edits between two words that sound alike, at most."""
_LONG_CLOSED = 7
"""The same for two edits in a number word, a month or a season, of which there are few."""
_JOINED = 60
"""Letters of the longest string that is taken for words run together."""
_PIECE = 3
"""Letters of the shortest English word that may be a piece of such a string."""
_TELLING = 4
_BETWEEN_WORDS = {"2": "to", "4": "for"}


@dataclass(frozen=True)
class DeckWords:
    """The words that a deck uses anywhere, with its names."""

    general: General
    known: frozenset[str]
    names: frozenset[str]
    """The words of its names, as `fold` leaves them."""
    acronyms: frozenset[str] = frozenset()
    """Those of them that are no words, so that one letter makes another: NKVD and NKID."""

    @cached_property
    def keys(self) -> dict[str, str]:
        """The names by what is the same in every transliteration."""
        return {key(name): name for name in self.names if len(name) >= _SHORT}

    def knows(self, word: str) -> bool:
        """Whether a word is English or of the deck, so that nothing else can have been meant by it."""
        if word in STOP_WORDS or word in CLOSED or word in SHORT_MONTHS or word in self.known or not word.isalpha():
            return True
        lexicon = self.general.lexicon
        return word in self.general.english or word in lexicon.irregular or lexicon.lists_form(word)


@dataclass(eq=False)
class Vocabulary:
    """The words of one fact, to the nearest of which a slip of typing goes."""

    deck: DeckWords
    texts: Callable[[], tuple[Iterable[str], Iterable[str]]]
    """What its answer and the ideas of it say, and what its prompts and its sentence do; read when first needed."""
    concepts_of: Callable[[], frozenset[str]]
    """What answers may say, as concepts."""
    counted: bool = False
    """Whether a number is asked for, so that "2" is no "to"."""
    _found: dict[str, Word | None] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def answer(self) -> frozenset[str]:
        """The words of its answer and the ideas of it."""
        return word_set_of(self.texts()[0])

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of its prompts and its sentence."""
        return word_set_of(self.texts()[1])

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What answers may say, as concepts."""
        return self.concepts_of()

    def read(self, typed: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of a typed text, each slip of typing put right where it can be known what was meant."""
        deck = self.deck
        if all(word.mark or deck.knows(word.text) for word in typed) and not self._may_join(typed):
            return self._plain(typed)
        typed = with_number_words(typed) if self.counted else typed
        return self._plain(self._corrected(self._rejoined(typed)))

    def _plain(self, typed: Sequence[Word]) -> tuple[Word, ...]:
        """Read "2" and "4" between words as words, where no number is asked for."""
        if self.counted:
            return with_number_words(typed)
        if len(typed) > 1 and typed[0].text == "2" and typed[1].text in {"much", "many"}:
            typed = (spelt("too"), *typed[1:])
        return tuple(
            spelt(_BETWEEN_WORDS[word.text])
            if word.text in _BETWEEN_WORDS
            and 0 < place < len(typed) - 1
            and typed[place - 1].text.isalpha()
            and typed[place - 1].text not in CLOSED
            and typed[place + 1].text.isalpha()
            and _between(typed[place - 1].text, typed[place + 1].text)
            and (word.text, typed[place + 1].text) not in self._own_pairs
            else word
            for place, word in enumerate(typed)
        )

    @cached_property
    def _own_pairs(self) -> frozenset[tuple[str, str]]:
        """A digit and the word after it in the answer's own wordings: "2ic"."""
        texts = ([word.text for word in words(text)] for text in self.texts()[0])
        return frozenset(pair for text in texts for pair in pairwise(text) if pair[0] in _BETWEEN_WORDS)

    def _may_join(self, typed: Sequence[Word]) -> bool:
        """Whether the text has two words beside one another that are one of the fact's own cut in two."""
        return any(
            first.text.isalpha() and second.text.isalpha() and first.text + second.text in self._joinable
            for first, second in pairwise(typed)
        )

    def _corrected(self, typed: Sequence[Word]) -> list[Word]:
        read: list[Word] = []
        for word in typed:
            if word.mark or self.deck.knows(word.text):
                read.append(word)
            elif (spoken := self.deck.general.lexicon.text_speak.get(word.text)) is not None:
                read.extend(words(spoken))
            else:
                read.extend(self._meant(word))
        return read

    def _meant(self, word: Word) -> tuple[Word, ...]:
        if word.text not in self._found:
            self._found[word.text] = self._near(word.text)
        near = self._found[word.text]
        return (near,) if near is not None else tuple(self._split(word.text)) or (word,)

    # ---- one word for another

    @cached_property
    def _forms(self) -> frozenset[str]:
        """Every form in which the fact's words and their synonyms may be typed."""
        lexicon = self.deck.general.lexicon
        lemmas = {
            part for concept in self.concepts for lemma in lexicon.lemmas.get(concept, ()) for part in lemma.split()
        }
        own = {*self.answer, *self.around, *lemmas}
        return frozenset(form for lemma in own if len(lemma) >= _SHORT for form in inflected(lemma)) | lexicon.forms_of(
            lemmas
        )

    @cached_property
    def _pool(self) -> tuple[str, ...]:
        return tuple(sorted((self._forms | CLOSED | FUNCTION_WORDS | self.deck.names) - self.deck.acronyms))

    def _near(self, typed: str) -> Word | None:
        deck = self.deck
        if typed.endswith("s") and typed[:-1] in deck.names:
            return replace(spelt(typed[:-1]), text=typed)  # Kirov's, or two of them
        if len(typed) >= _SHORT and (name := deck.keys.get(key(typed))) is not None and name not in deck.acronyms:
            return spelt(name)
        reach = _budget(typed, closed=False)
        found = process.extract(typed, self._pool, scorer=OSA.distance, score_cutoff=max(reach, 2), limit=None)
        near = {word: int(edits) for word, edits, _ in found if edits <= self._allowed(typed, word)}
        if len(typed) >= _SHORT:
            sounds = process.extract(key(typed), deck.keys.keys(), scorer=OSA.distance, score_cutoff=reach, limit=None)
            for sound, edits, _ in sounds:
                if deck.keys[sound] not in deck.acronyms:
                    near.setdefault(deck.keys[sound], int(edits))
        near = near or self._alike_in_sound(typed)
        if not near:
            return None
        if self.counted and any(word in CLOSED for word in near):
            near = {word: edits for word, edits in near.items() if word in CLOSED}  # a number or a month is asked for
        least = min(near.values())
        best = self._without_ties(typed, [word for word, edits in near.items() if edits == least])
        if best is None or turns(typed, best):
            return None
        unnoticed = best in FUNCTION_WORDS and best not in CLOSED and best not in self.answer
        return spelt(best, "" if unnoticed else typed)

    def _alike_in_sound(self, typed: str) -> dict[str, int]:
        """The words that sound like one that nothing is near: "penshun"."""
        if len(typed) < _SHORT:
            return {}
        far = min(len(typed) // 2 + 1, _FARTHEST)
        found = process.extract(typed, self._pool, scorer=OSA.distance, score_cutoff=far, limit=None)
        return {word: int(edits) for word, edits, _ in found if len(word) >= _SHORT and heard(word) == heard(typed)}

    def _allowed(self, typed: str, meant: str) -> int:
        closed = meant in CLOSED
        if len(typed) < _SHORT:
            if closed and self.counted:
                return int(len(typed) > 1)
            short = closed or meant in FUNCTION_WORDS or meant in self.answer
            one_left_out = len(meant) == len(typed) + 1 and len(typed) + 1 >= _SHORT
            return int(short and len(typed) > 1 and (sorted(typed) == sorted(meant) or one_left_out))
        return (
            _budget(typed, closed=closed) if len(meant) >= (3 if closed or meant in FUNCTION_WORDS else _SHORT) else 0
        )

    def _without_ties(self, typed: str, near: list[str]) -> str | None:
        """The one that is meant of several as near; None where that cannot be known."""
        own = [word for word in near if word in self._answering]
        if own and self._same(own) and not self.counted and not self.deck.names & set(near) - self._answering:
            return own[0]
        if self.counted and len(near) > 1:
            near = [word for word in near if word not in ORDINALS] or near
        for alike in (anagrams, same_ends, same_beginning):
            if self._same(near):
                break
            near = [word for word in near if alike(typed, word)] or near
        if self._same(near):
            return min(near, key=lambda word: (word not in self.answer, word))
        own = [word for word in near if word in self._answering]
        others = self.deck.names.intersection(near) - self._answering
        return own[0] if own and not others and self._same(own) else None

    @cached_property
    def _answering(self) -> frozenset[str]:
        return frozenset(form for word in self.answer for form in inflected(word))

    def _same(self, near: Iterable[str]) -> bool:
        root = self.deck.general.lexicon.root
        return len({root(spelt(word)) for word in near}) == 1

    # ---- one word for two, two for one

    def _split(self, typed: str) -> list[Word]:
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
        if len(piece) >= _PIECE and (piece in self.deck.general.english or piece in STOP_WORDS):
            return 2.5
        return None

    @cached_property
    def _own_pieces(self) -> frozenset[str]:
        own = {word for word in (*self.answer, *self.around) if len(word) >= _PIECE and word not in STOP_WORDS}
        return self._forms | own | frozenset(word for word in CLOSED if len(word) >= _PIECE)

    @cached_property
    def _joinable(self) -> frozenset[str]:
        long = (word for word in (*self.answer, *self.around, *CLOSED) if len(word) > _TELLING)
        return frozenset(form for word in long for form in inflected(word)) | self.deck.names

    def respelt(self, typed: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
        """The text with one English word read as the word of the answer that it misses by a letter.

        Only where that is the sole near one: "through back glass".
        """
        for place, word in enumerate(typed):
            if len(word.text) < _SHORT or not word.text.isalpha() or word.text in self._answering or word.typed:
                continue
            if (
                word.text in FUNCTION_WORDS
                or word.text in self.around
                or not self.deck.names.isdisjoint((word.text, word.text.removesuffix("s")))
            ):
                continue  # "Trotskys son"
            near = process.extract(word.text, tuple(self._answering), scorer=OSA.distance, score_cutoff=1, limit=None)
            meant = [other for other, _, _ in near if len(other) >= _SHORT and other not in self.deck.acronyms]
            if meant and self._same(meant) and not turns(word.text, meant[0]):
                yield (*typed[:place], spelt(meant[0], word.text), *typed[place + 1 :])

    def _rejoined(self, typed: Sequence[Word]) -> list[Word]:
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
                and not (self.deck.knows(word.text) and self.deck.knows(read[-2].text))
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
        if self.deck.knows(first) and self.deck.knows(second):
            return False
        return len(joined) > _TELLING and (joined in self._forms or (len(first) < _SHORT and self.deck.knows(joined)))


def word_set_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of several texts of the deck."""
    return frozenset().union(*(words_in(text.replace("*", "").replace("|", " ")) for text in texts))


def _budget(typed: str, *, closed: bool) -> int:
    if len(typed) < _SHORT:
        return 0
    return 1 if len(typed) < (_LONG_CLOSED if closed else _LONG) else 2


def _between(before: str, after: str) -> bool:
    """Whether "2" between these words can be a "to": no month nor number stands beside it."""
    return (
        after not in CARDINALS
        and after not in {"mark", "marks", "point", "points"}
        and after not in ORDINALS
        and before not in {"category", "number", "no", "war", "ww"}
    )
