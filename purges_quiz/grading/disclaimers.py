"""What is no answer: nothing, "idk", a mashed keyboard; and "not sure but ..." in front of one."""

from __future__ import annotations

import re

from purges_quiz.grading.vocabulary import AUXILIARIES, HEDGES, word_set
from purges_quiz.grading.words import Word

_DISCLAIMERS = tuple(
    tuple(text.split())
    for text in sorted(
        (
            "do not know",
            "do not really know",
            "do not have a clue",
            "do not remember",
            "do not recall",
            "do not have an idea",
            "can not remember",
            "can not recall",
            "have not got a clue",
            "have not a clue",
            "have not the faintest",
            "not a clue",
            "not sure",
            "not too sure",
            "not very sure",
            "not so sure",
            "not really sure",
            "not quite sure",
            "not 100 % sure",
            "not entirely sure",
            "not certain",
            "not positive",
            "no idea",
            "no clue",
            "no answer",
            "beats me",
            "who knows",
            "forgot",
            "forget",
            "idk",
            "dunno",
            "do not no",
            "i think",
            "i guess",
            "i believe",
            "i reckon",
            "i suppose",
            "i would say",
            "i want to say",
            "my guess is",
            "my guess would be",
            "i am pretty sure",
            "i am fairly sure",
        ),
        key=len,
        reverse=True,
    )
)
_OPENERS = frozenset({"i", "sorry", "honestly", "have", "really", "im", "am", *HEDGES})
_EMPTY = word_set(
    "pass skip nothing none unknown no yes na n blank nil null help next later nope sorry what who when huh test",
)
_TAGGED = word_set("it he she they there that")
_COMMA = Word(",", ",", mark=True)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
_REPEATED = re.compile(r"(.{1,3}?)\1{2,}.?")
_RUN = 4
"""Letters next to one another on the keyboard, or without a vowel, that make a mash."""


def without_disclaimers(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop "I don't know, maybe", "wasn't it?" and their kin; what is left is the answer."""
    text = _without_tag(text)
    if not any(phrase[0] == word.text for word in text for phrase in _DISCLAIMERS):
        return text
    kept: list[Word] = []
    place = 0
    while place < len(text):
        here = tuple(word.text for word in text[place : place + 5])
        length = next((len(phrase) for phrase in _DISCLAIMERS if here[: len(phrase)] == phrase), 0)
        if length and (not kept or kept[-1].mark or kept[-1].text in _OPENERS):
            kept.append(_COMMA)
            place += length
        else:
            kept.append(text[place])
            place += 1
    return tuple(kept)


def _without_tag(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop the question at the end of "it was Radek, wasn't it?"; "Radek wasn't it" has none."""
    end = len(text)
    while end and text[end - 1].mark:
        end -= 1
    tag = end - 3
    if tag < 1 or text[tag + 1].text != "not" or text[tag + 2].text not in _TAGGED or text[tag].text not in AUXILIARIES:
        return text
    asked = text[tag - 1].mark or any(word.text == text[tag].text for word in text[:tag])
    return text[:tag] if asked else text


def is_blank(text: tuple[Word, ...]) -> bool:
    """Whether nothing is said: no word, one letter, "idk", a mash."""
    said = [
        word.text for word in text if not word.mark and word.text not in HEDGES and word.text not in {"i", "it", "a"}
    ]
    if not said or (len(said) == 1 and len(said[0]) == 1 and said[0].isalpha()):
        return True
    return all(word in _EMPTY for word in said) or all(_mashed(word) for word in said)


def _mashed(word: str) -> bool:
    if not word.isalpha() or len(word) < _RUN - 1:
        return False
    if _REPEATED.fullmatch(word):
        return True
    if len(word) < _RUN:
        return False
    if any(word[:_RUN] in row for row in _ROWS):
        return True
    return len(word) > _RUN and word.isascii() and not any(letter in "aeiouy" for letter in word)
