"""What a player says beside the answer: "i think", "or at least I think so", "(for 2 marks)", "wasn't it?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from purges_quiz.grading.vocabulary import AUXILIARIES, FILLERS, HEDGES, STOP_WORDS, word_set
from purges_quiz.grading.words import Word

_PLAYER = word_set("i me my im myself")
_NO_DOUBT = (
    *(("no", "doubt"), ("without", "doubt"), ("not", "surprisingly"), ("no", "wonder"), ("without", "question")),
    *(("no", "need", "to", verb) for verb in ("look", "check", "ask", "think", "guess")),
)
_ABOUT_ANSWERING = FILLERS | word_set(
    "sure certain positive confident hope wrong forgot forget forgotten revise revised revision test exam teacher "
    "sir miss class lesson textbook book spell spelt spelling lol haha honest honestly stuck blank clue idea mind "
    "head read learned learnt studied least most tell otherwise nobody swear promise bored bothered matter "
    "matters 100 % percent entirely fully quite bit god knows heard told bet faintest kidding memory serves",
)
_UNSURE = (
    *(
        "not sure",
        "not certain",
        "not positive",
        "no idea",
        "no clue",
        "not a clue",
        "who knows",
        "beats me",
        "idk",
        "dunno",
    ),
    *("forgot", "forget", "i think", "i guess", "i believe", "i reckon", "i suppose", "i would say", "i want to say"),
    *("do not know", "do not remember", "do not recall", "can not remember", "can not recall", "do not have a clue"),
    *(
        "not too sure",
        "not very sure",
        "not so sure",
        "not really sure",
        "not quite sure",
        "not 100 % sure",
        "not 100 percent sure",
    ),
    *(
        "not entirely sure",
        "do not really know",
        "do not have an idea",
        "have not got a clue",
        "have not a clue",
        "no answer",
    ),
    *("have not the faintest", "my guess is", "my guess would be", "i am pretty sure", "i am fairly sure", "i am sure"),
    *(
        "do not no",
        "if i remember correctly",
        "if i remember right",
        "if i recall correctly",
        "if i am right",
        "i hope",
    ),
    *("give or take", "if i am not mistaken", "or words to that effect", "unless i am mistaken"),
    *("correct me if i am wrong", "if memory serves", "as far as i know", "to be honest", "from what i remember"),
)
_PHRASES = tuple(sorted((tuple(text.split()) for text in (*_UNSURE, *map(" ".join, _NO_DOUBT))), key=len, reverse=True))
_FIRST = {first: [phrase for phrase in _PHRASES if phrase[0] == first] for first in {phrase[0] for phrase in _PHRASES}}
_VAGUE = word_set(
    "near nearer enough older above more over so thereabouts something like that similar whatever least around "
    "upwards higher greater bigger longer up close anything some sort kind such those lines along roughly about "
    "it is was the very to of a same somewhere there another same",
)
_VAGUELY = _VAGUE - word_set("it is was the very to of a same that those such there another")
_OPENERS = frozenset({"i", "sorry", "honestly", "have", "really", "im", "am", *HEDGES})
_TAGGED = word_set("it he she they there that")
_MARKS = word_set("mark marks point points pt pts")
_LETTERS = frozenset("abcde")
_STARTS = word_set("answer ans q a question")
_COMMA = Word(",", ",", punctuation=True)
_EMPTY = word_set(
    "pass skip nothing none unknown no yes na n blank nil null help next later nope sorry what who when huh test",
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
_REPEATED = re.compile(r"(.{1,3}?)\1{2,}.?")
_RUN = 4
"""Letters next to one another on the keyboard, or without a vowel, that make a mash."""


def without_remarks(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Only what is said of the matter; a comma stands where a remark was left out."""
    text = _without_numbering(_without_marks(_without_tag(text)))
    text = _without_own_clauses(text)
    text = _without_phrases(text) if any(word.text in _FIRST for word in text) else text
    return _without_vague_alternative(text)


def _without_tag(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop the question at the end of "it was Radek, wasn't it?"; "Radek wasn't it" has none."""
    end = len(text)
    while end and text[end - 1].punctuation:
        end -= 1
    tag = end - 3
    if tag < 1 or text[tag + 1].text != "not" or text[tag + 2].text not in _TAGGED or text[tag].text not in AUXILIARIES:
        return text
    asked = text[tag - 1].punctuation or any(word.text == text[tag].text for word in text[:tag])
    return text[:tag] if asked else text


def _without_marks(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop "(for 2 marks)" and "[1 mark]"."""
    for place, word in enumerate(text):
        after = text[place + 1] if place + 1 < len(text) else None
        counted = word.text in _MARKS and place and text[place - 1].stem.isdecimal()
        if not counted or not (after is None or after.punctuation):
            continue
        start, end = place - 1, place + 1
        while start and text[start - 1].text in {"for", "(", "[", "worth", "out", "of"}:
            start -= 1
        while end < len(text) and text[end].text in {")", "]", "."}:
            end += 1
        return _without_marks((*text[:start], *text[end:]))
    return text


def _without_numbering(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop "1.", "a)", "Q3:" and "Answer:" in front of an answer."""
    for length in (2, 3):
        head, rest = text[:length], text[length:]
        if len(head) < length or not rest or head[-1].text not in {".", ")", ":", "-", "--"}:
            continue
        said = [word.text for word in head[:-1]]
        numbered = len(said) == 1 and ((said[0].isdecimal() and len(said[0]) < 3) or said[0] in _LETTERS)  # noqa: PLR2004
        if head[-1].text in {".", ")"} and numbered and not rest[0].punctuation:
            return rest
        if (
            head[-1].text in {":", "-", "--", "."}
            and said[0] in _STARTS - {"a"}
            and (length == 2 or said[1].isdecimal())  # noqa: PLR2004
        ):
            return rest
    return text


def _without_phrases(text: tuple[Word, ...]) -> tuple[Word, ...]:
    kept: list[Word] = []
    place = 0
    while place < len(text):
        phrases = _FIRST.get(text[place].text, ())
        here = tuple(word.text for word in text[place : place + 6]) if phrases else ()
        length = next((len(phrase) for phrase in phrases if here[: len(phrase)] == phrase), 0)
        if length and (
            not kept
            or kept[-1].punctuation
            or kept[-1].text in _OPENERS
            or here[0] in _PLAYER
            or here[:length] in _NO_DOUBT
        ):
            kept.append(_COMMA)
            place += length
        else:
            kept.append(text[place])
            place += 1
    return tuple(kept)


def _without_own_clauses(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop clauses in which the player speaks of answering: "but i might be wrong", "or at least i think so"."""
    if not any(word.text in _PLAYER for word in text):
        return text
    kept: list[Word] = []
    for start, end in _segments(text):
        segment = text[start:end]
        own = any(word.text in _PLAYER for word in segment)
        about = all(word.punctuation or word.text in STOP_WORDS or word.text in _ABOUT_ANSWERING for word in segment)
        own = (
            own
            and about
            and any(word.text in _ABOUT_ANSWERING and not word.punctuation for word in segment[1:] or segment)
        )
        kept.extend((_COMMA,) if own else segment)
    return tuple(kept)


def _segments(text: Sequence[Word]) -> list[tuple[int, int]]:
    cuts = [0]
    cuts += [
        place
        for place, word in enumerate(text)
        if word.text in {",", ".", ";", "(", ")", "--", "!", "?", "but", "or", "though", "if"}
        or (word.text == "and" and place + 1 < len(text) and text[place + 1].text in {"i", "nobody", "that", "you"})
    ]
    cuts.append(len(text))
    return [(one, other) for one, other in pairwise(cuts) if one < other]


def _without_vague_alternative(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop "or so", "or older", "or near enough", "or something like that"."""
    for place, word in enumerate(text):
        if word.text != "or" or place == 0 or any(before.text == "either" for before in text[:place]):
            continue
        end = place + 1
        while end < len(text) and text[end].text in _VAGUE:
            end += 1
        closed = (
            end == len(text)
            or text[end].punctuation
            or text[end].text in {"but", "because"}
            or (
                end > place + 1
                and text[place + 1].text not in {"the", "a", "of", "to", "it"}
                and end < len(text)
                and text[end].text in AUXILIARIES
            )
        )
        if end > place + 1 and closed and any(word.text in _VAGUELY for word in text[place + 1 : end]):
            return _without_vague_alternative((*text[:place], *text[end:]))
    return text


def is_blank(text: Sequence[Word]) -> bool:
    """Whether nothing is said: no word, one letter, "idk", a mash."""
    said = [
        word.text
        for word in text
        if not word.punctuation and word.text not in HEDGES and word.text not in {"i", "it", "a"}
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
