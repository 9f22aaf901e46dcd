"""What an answer takes back: "Radek, no wait, Bukharin", "21? no, that's the wrong trial".

What comes after such a correction counts alone. Where nothing comes after it, the answer is denied as a whole, as it is
by "is exactly what nobody said" and "was the last thing that he feared".
"""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.vocabulary import NEGATORS, word_set
from purges_quiz.grading.words import DASH, Word

_STOPS = frozenset({",", ".", ";", "-", "(", "?", "!", "\u2026", DASH})
_NO = frozenset({"no", "nope", "nah"})
_AGAIN = word_set("wait sorry actually correction scrap scratch strike oops that it he she they this i")
_SCRAPPED = (
    *(("no", "wait"), ("wait", "no"), ("oops",), ("correction",), ("hang", "on"), ("on", "second", "thoughts")),
    *((verb, "that") for verb in ("scrap", "scratch", "strike", "forget", "ignore", "cross")),
    *(("no", verb, "that") for verb in ("scrap", "scratch", "strike", "forget", "ignore")),
)
_POINTING = word_set("that it this")
_UNTRUE = word_set("wrong false untrue incorrect mistaken rubbish nonsense")
_NOBODY = word_set("nobody noone none neither")
_SINGLED_OUT = word_set("thing one person man reason name place year word")
_BE = word_set("is was are were")
_CONTRASTED = word_set("to because so a an the by for in quite just")
"""What follows a "not" that only sets apart what is meant."""
_INSTEAD = word_set("he she they there nearly almost rather")
_OBJECTING = word_set("but yet though although however except")
_OF_THE_SORT = frozenset({("nothing", "of", "the", "sort"), ("nothing", "of", "the", "kind")})
_HAPPENING = word_set("happen happened came come carried took done")
"""Verbs of which the denial says that something never came about; of "knew" it does not."""


def without_retracted(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """Only what an answer says after its last correction; all of it where it corrects nothing."""
    kept = 0
    for place in range(1, len(text)):
        if text[place - 1].text in _STOPS and any(word.content for word in text[kept:place]):
            end = _correction(text, place)
            if end > place and any(word.content for word in text[end:]):
                kept = end
    return _without_contrast(text[kept:])


def _without_contrast(text: tuple[Word, ...]) -> tuple[Word, ...]:
    """The text without a "not" of which it says right after what is so instead: "not to punish, it was to threaten"."""
    if len(text) < 2 or text[0].text != "not" or text[1].text not in _CONTRASTED:  # noqa: PLR2004
        return text
    comma = next((place for place, word in enumerate(text) if word.text == ","), len(text))
    rest = text[comma + 1 :]
    rest = rest[1:] if rest and rest[0].text == "but" else rest
    instead = rest and rest[0].text in _CONTRASTED | _POINTING | _INSTEAD
    return rest if instead and any(word.content for word in rest) else text


def _correction(text: Sequence[Word], place: int) -> int:
    """Where a correction that begins at a place ends; the place itself if there is none."""
    texts = [word.text for word in text[place:]]
    said = next((len(it) for it in _SCRAPPED if tuple(texts[: len(it)]) == it), 0)
    if not said and texts[0] in _NO and len(texts) > 1 and (texts[1] in _AGAIN or texts[1] in _STOPS):
        said = 1
    return _disowned(text, place + said)


def _disowned(text: Sequence[Word], place: int) -> int:
    """Where "that's wrong", "it was the wrong trial", "that was Beria's" ends; the place itself if it is not said."""
    start = next((at for at in range(place, len(text)) if text[at].text not in _STOPS), len(text))
    end = next((at for at in range(start, len(text)) if text[at].punctuation), len(text))
    texts = [word.text for word in text[start:end]]
    if not texts or texts[0] not in _POINTING:
        return place
    said = texts[2:] if texts[1:2] and texts[1] in _BE else texts[1:]  # of "that's" only "that" is left
    untrue = not _UNTRUE.isdisjoint(said) or said in (["not", "it"], ["not", "right"], ["not", "true"])
    return end if untrue or said[-1:] == ["'s"] else place


def retracted(text: Sequence[Word]) -> bool:
    """Whether an answer ends by taking back all that it says, or says it only to deny it."""
    for place in range(1, len(text)):
        before = text[place - 1].text
        if (before in _STOPS or before == "but") and any(word.content for word in text[: place - 1]):
            end = _correction(text, place)
            if end > place and not any(word.content for word in text[end:]):
                return True
    texts = [word.text for word in text]
    if any(texts[place] in _BE and _of_nobody(texts[place + 1 :]) for place in range(1, len(texts))):
        return True
    return any(texts[place] in _OBJECTING and _came_to_nothing(texts[place + 1 :]) for place in range(2, len(texts)))


def _came_to_nothing(texts: Sequence[str]) -> bool:
    """Whether an objection says that it never happened: "but these were never carried out", "but he never came"."""
    if any(tuple(texts[place : place + 4]) in _OF_THE_SORT for place in range(3)):
        return True
    denied = next((place for place, text in enumerate(texts[:4]) if text in NEGATORS), None)
    wished = denied is not None and "should" in texts[:denied]  # "although it should never have happened"
    return denied is not None and not wished and not _HAPPENING.isdisjoint(texts[denied + 1 : denied + 3])


def _of_nobody(texts: Sequence[str]) -> bool:
    """Whether it goes on "exactly what nobody said", "the only thing they were not accused of", "the last thing ...".

    What it is said of was said before.
    """
    start = 1 if texts[:1] in (["exactly"], ["precisely"], ["just"], ["about"]) else 0
    rest = list(texts[start:])
    if rest[:1] == ["what"]:
        return not _NOBODY.isdisjoint(rest[1:3]) or rest[1:3] == ["no", "one"]
    if rest[:2] == ["the", "last"]:
        return rest[2:3] == ["thing"] and len(rest) > 3  # noqa: PLR2004  # but "the last one shot" is told as it was
    single = rest[:1] == ["the"] and rest[1:2] in (["only"], ["one"]) and rest[2:3] and rest[2] in _SINGLED_OUT
    return bool(single) and not NEGATORS.isdisjoint(rest[3:])
