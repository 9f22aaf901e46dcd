"""Whether a text gives a name or a number as its answer, denies it, or only mentions it by the way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from purges_quiz.grading.vocabulary import AUXILIARIES, NEGATORS, STOP_WORDS, word_set
from purges_quiz.grading.words import Word

Span = tuple[int, int]
"""First word and the one after the last."""


class Stance(Enum):
    """What an answer does with a thing that it mentions."""

    GIVEN = auto()
    DENIED = auto()
    ASIDE = auto()


_PAIRS_OF_DENIAL = frozenset(
    {
        ("rather", "than"),
        ("instead", "of"),
        ("other", "than"),
        ("apart", "from"),
        ("opposed", "to"),
        ("anyone", "but"),
        ("anybody", "but"),
        ("everyone", "but"),
        ("anything", "but"),
        ("all", "but"),
    },
)
_INTRODUCERS = word_set(
    "then who whom whose which that after before because since when while until whereas as by from over under "
    "against than of replaced replaces replacing succeeded succeeding followed following later earlier "
    "previously formerly predecessor successor deputy to he his him she her they them their now afterwards "
    "subsequently",
)
_LEADING = frozenset(
    {"after", "before", "replaced", "replacing", "succeeded", "succeeding", "who", "which", "that", "since", "when"},
)
_BACKWARD = frozenset({"he", "his", "him", "she", "her", "they", "them", "their"})
_CORRECTIONS = frozenset({"wait", "sorry", "actually", "correction", "scratch", "oops", "meant", "mean", "rather"})
_ALTERNATIVES = frozenset({"or", "/", "|", "nor"})
_SO_ON = frozenset({"so", "thereabouts", "more", "less", "over", "under", "however", "not"})
_APART = frozenset({",", ";", "(", "-", ".", "while", "whereas"})
_SAYING = AUXILIARIES | {"came", "went", "got", "died", "stood"}
_UNSURE = frozenset({"possible", "likely", "possibility", "option", "another", "alternative"})
_NEAR = 4
"""Words between "not" and what it denies, at most."""


def stances(text: Sequence[Word], spans: Sequence[Span], asked: frozenset[str] = frozenset()) -> list[Stance]:
    """What the text does with each of the spans, which are in order and apart.

    `asked` are the stems of the question's words: "Yezhov was not the head" denies only what was asked.
    """
    found: list[Stance] = []
    for place, (start, end) in enumerate(spans):
        since = spans[place - 1][1] if place else 0
        until = spans[place + 1][0] if place + 1 < len(spans) else len(text)
        gap = text[since:start]
        after = text[end:until]
        if place and _corrected(gap):
            found = [Stance.DENIED] * place
            found.append(Stance.GIVEN)
        elif (
            denied(gap)
            or (place and found[-1] is Stance.DENIED and _joined_on(gap))
            or (place + 1 == len(spans) and _denied_after(after, asked))
        ):
            found.append(Stance.DENIED)
        elif (Stance.GIVEN in found and _remarked(gap, after, asked)) or (
            _by_the_way(gap, after) if place and Stance.GIVEN in found else _leads_in(gap, after, len(spans) - place)
        ):
            found.append(Stance.ASIDE)
        else:
            found.append(Stance.GIVEN)
    return found


def undecided(text: Sequence[Word], spans: Sequence[Span]) -> bool:
    """Whether an "or" offers, beside a span, something that is none of the spans."""
    inside = {place for start, end in spans for place in range(start, end)}
    for place, word in enumerate(text):
        if word.text not in _ALTERNATIVES or place in inside:
            continue
        if _unknown(text, range(place + 1, len(text)), inside) or _unknown(text, range(place - 1, -1, -1), inside):
            return True
    return False


def _unknown(text: Sequence[Word], places: range, inside: set[int]) -> bool:
    """Whether the first thing said in this direction is a word of its own."""
    for place in places:
        if place in inside or text[place].text in {";", ".", "(", ")", *_SO_ON}:
            return False
        if text[place].content:
            return True
    return False


def _corrected(gap: Sequence[Word]) -> bool:
    """Whether the player thought again: "Yagoda, no wait, Yezhov"."""
    texts = {word.text for word in gap if word.text not in {",", "it", "was", "is", "were"}}
    again = bool(texts & _CORRECTIONS) or texts == {"no"}
    return again and not texts & {"or", "and", "than", "not", "never"}


def denied(gap: Sequence[Word]) -> bool:
    """Whether the words before a name end in a "not" that denies it."""
    texts = [word.text for word in gap]
    for place in range(len(texts) - 1, -1, -1):
        word = texts[place]
        if word in {";", ".", ":", ")", "?", "!"} or (
            word == "but" and tuple(texts[place - 1 : place + 1]) not in _PAIRS_OF_DENIAL
        ):
            return False
        if word == "," and place and texts[place - 1] in {"no", "not"}:
            return False  # "no, it was ..."
        if tuple(texts[place : place + 2]) in _PAIRS_OF_DENIAL:
            return True
        if word in NEGATORS:
            rest = gap[place + 1 :]
            only = any(after.text in {"only", "just", "merely", ".", "wait"} for after in rest)
            near = sum(not after.mark for after in rest) <= _NEAR and not any(after.content for after in rest)
            return near and not only and not (rest and rest[-1].text == ",")
    return False


def _joined_on(gap: Sequence[Word]) -> bool:
    texts = {word.text for word in gap if word.text != "the"}
    return bool(texts) and texts <= {"or", "nor", "and", ",", "/"} and texts != {","}


def _denied_after(rest: Sequence[Word], asked: frozenset[str]) -> bool:
    """Whether it goes on "... was not the one", "... no", "... is wrong"."""
    said = [word for word in rest if not word.mark]
    texts = [word.text for word in said]
    if not texts:
        return False
    if texts[0] in AUXILIARIES:
        texts = texts[1:]
    if texts[:1] == ["it"]:
        texts = texts[2:]
    if texts[:1] in (["wrong"], ["false"], ["incorrect"]):
        return True
    more = {word.stem for word in said[-len(texts) + 1 :] if word.content} if len(texts) > 1 else set()
    return texts[:1] in (["not"], ["no"], ["never"]) and more <= asked


def _by_the_way(gap: Sequence[Word], after: Sequence[Word]) -> bool:
    texts = {word.text for word in gap}
    if texts & _ALTERNATIVES:
        return False
    if texts & _INTRODUCERS or "'s" in texts:
        return True
    return any(word.text in _BACKWARD for word in after)


def _remarked(gap: Sequence[Word], after: Sequence[Word], asked: frozenset[str]) -> bool:
    """Whether a second name is what a remark of its own speaks of, not of what was asked: ", Bukharin came later"."""
    if not after or not gap or any(word.text not in _APART for word in gap) or after[0].text not in _SAYING:
        return False
    end = next((place for place, word in enumerate(after) if word.mark), len(after))
    said = {word.stem for word in after[:end] if word.text not in _SAYING and word.text not in STOP_WORDS}
    said |= {word.stem for word in after[:end] if word.text in {"later", "earlier", "other", "only"}}
    return bool(said) and said.isdisjoint(asked | _UNSURE)


def _leads_in(gap: Sequence[Word], after: Sequence[Word], left: int) -> bool:
    """Whether it begins "after Yagoda came ...", "the man who replaced Yagoda, ..."; `left` are the names to come."""
    if left == 1 or not after:
        return False
    joins = {word.text for word in after}
    return bool({word.text for word in gap} & _LEADING) and not joins & {*_ALTERNATIVES, "and"}
