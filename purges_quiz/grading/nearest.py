"""One word for another: what was meant by a word that is neither English nor of the deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from purges_quiz.deck.folding import key
from purges_quiz.grading.edits import within
from purges_quiz.grading.known_words import SHORT, FactWords
from purges_quiz.grading.likeness import anagrams, heard, same_beginning, same_ends, turns
from purges_quiz.grading.vocabulary import CLOSED, FUNCTION_WORDS, ORDINALS
from purges_quiz.grading.words import Word, spelt

_LONG = 8
"""Letters of a typed word in which two edits are forgiven."""
_LONG_CLOSED = 7
"""The same in a number word, a month or a season, of which there are few."""
_FARTHEST = 4
"""Edits between two words that sound alike, at most."""


def nearest(own: FactWords, typed: str) -> Word | None:
    """The word that was meant; None where that cannot be known."""
    deck = own.deck
    if typed.endswith("s") and typed[:-1] in deck.names:
        return spelt(typed[:-1])._replace(text=typed)  # Kirov's, or two of them
    if len(typed) >= SHORT and (name := deck.keys.get(key(typed))) is not None and name not in deck.acronyms:
        return spelt(name)
    reach = _budget(typed, closed=False)
    found = within(typed, own.pool, max(reach, 2))
    near = {word: edits for word, edits in found.items() if edits <= _allowed(own, typed, word)}
    if len(typed) >= SHORT:
        for sound, edits in within(key(typed), deck.keys, reach).items():
            if deck.keys[sound] not in deck.acronyms:
                near.setdefault(deck.keys[sound], edits)
    near = near or _alike_in_sound(own, typed)
    if not near:
        return None
    if own.counted and any(word in CLOSED for word in near):
        near = {word: edits for word, edits in near.items() if word in CLOSED}  # a number or a month is asked for
    least = min(near.values())
    if least > 1 and (english := english_word(own, typed)):
        return english
    best = _without_ties(own, typed, [word for word, edits in near.items() if edits == least])
    if best is None or turns(typed, best):
        return None
    unnoticed = best in FUNCTION_WORDS and best not in CLOSED and best not in own.answer
    return spelt(best, "" if unnoticed else typed)


def english_word(own: FactWords, typed: str) -> Word | None:
    """The English word from which one edit leads to the typed one; None where there are several or none."""
    if len(typed) <= SHORT:
        return None
    near = [word for word in set(_one_edit(typed)) if word in own.deck.lexicon.english and not turns(typed, word)]
    for alike in (anagrams, same_ends):
        if own.same(near):
            break
        near = [word for word in near if alike(typed, word)] or near
    return spelt(min(near), typed) if near and own.same(near) else None


def _one_edit(typed: str) -> Iterator[str]:
    """Whatever one edit makes of a word."""
    for place in range(len(typed) + 1):
        before, after = typed[:place], typed[place:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
            yield before + after[1::-1] + after[2:]


def _alike_in_sound(own: FactWords, typed: str) -> dict[str, int]:
    """The words that sound like one that nothing is near: "penshun"."""
    if len(typed) < SHORT:
        return {}
    far = min(len(typed) // 2 + 1, _FARTHEST)
    found = within(typed, own.pool, far)
    near = {word: edits for word, edits in found.items() if len(word) >= SHORT and heard(word) == heard(typed)}
    return {word: edits for word, edits in near.items() if word in own.answer or edits <= max(len(typed) // 3, 2)}


def _allowed(own: FactWords, typed: str, meant: str) -> int:
    closed = meant in CLOSED
    if len(typed) < SHORT:
        if closed and own.counted:
            return int(len(typed) > 1)
        short = closed or meant in FUNCTION_WORDS or meant in own.answer
        one_left_out = len(meant) == len(typed) + 1 and len(typed) + 1 >= SHORT
        return int(short and len(typed) > 1 and (sorted(typed) == sorted(meant) or one_left_out))
    return _budget(typed, closed=closed) if len(meant) >= (3 if closed or meant in FUNCTION_WORDS else SHORT) else 0


def _without_ties(own: FactWords, typed: str, near: list[str]) -> str | None:
    """The one that is meant of several as near; None where that cannot be known."""
    right = [word for word in near if word in own.answering]
    right = [word for word in right if word in own.answer] or right  # Crassus, and no two Crassu
    if right and own.same(right) and not own.counted and not own.deck.names & set(near) - own.answering:
        return right[0]
    if own.counted and len(near) > 1:
        near = [word for word in near if word not in ORDINALS] or near
    for alike in (anagrams, same_ends, same_beginning):
        if own.same(near):
            break
        near = [word for word in near if alike(typed, word)] or near
    if own.same(near):
        return min(near, key=lambda word: (word not in own.answer, word))
    right = [word for word in near if word in own.answering]
    others = own.deck.names.intersection(near) - own.answering
    return right[0] if right and not others and own.same(right) else None


def respelt(own: FactWords, typed: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The text with one English word read as the word of the answer that it misses by a letter.

    Only where that is the sole near one: "through back glass".
    """
    for place, word in enumerate(typed):
        if len(word.text) < SHORT or not word.text.isalpha() or word.text in own.answering or word.typed:
            continue
        if (
            word.text in FUNCTION_WORDS
            or word.text in own.around
            or not own.deck.names.isdisjoint((word.text, word.text.removesuffix("s")))
        ):
            continue  # "Trotskys son"
        near = within(word.text, own.answering, 1)
        meant = sorted(other for other in near if len(other) >= SHORT and other not in own.deck.acronyms)
        if meant and own.same(meant) and not turns(word.text, meant[0]):
            yield (*typed[:place], spelt(meant[0], word.text), *typed[place + 1 :])


def _budget(typed: str, *, closed: bool) -> int:
    if len(typed) < SHORT:
        return 0
    return 1 if len(typed) < (_LONG_CLOSED if closed else _LONG) else 2
