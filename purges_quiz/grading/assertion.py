"""What a text does with each thing that it names: asserts it, denies it, or only mentions it by the way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from purges_quiz.grading.alternatives import Span, choice
from purges_quiz.grading.polarity import (
    CORRECTIONS,
    DENYING_PAIRS,
    DETERMINERS,
    INTERRUPTING,
    NO_DENIAL,
    clauses,
    denied_at_the_end,
    denied_at_the_start,
)
from purges_quiz.grading.vocabulary import AUXILIARIES, NEGATORS, STOP_WORDS, word_set
from purges_quiz.grading.words import DASH, Word


class Assertion(Enum):
    """What an answer does with a thing that it mentions."""

    ASSERTED = auto()
    NEGATED = auto()
    INCIDENTAL = auto()


_INTRODUCERS = word_set(
    "then who whom whose which that after before because since when until whereas as by from over under "
    "against than of replaced replaces replacing succeeded succeeding followed following later earlier with "
    "previously formerly predecessor successor deputy to he his him she her they them their now afterwards "
    "subsequently while",
)
_LEADING = word_set("after before replaced replacing succeeded succeeding who which that since when")
_BACKWARD = word_set("he his him she her they them their")
_APART = frozenset({",", ";", "(", "-", ".", "while", "whereas", DASH})
_SAYING = AUXILIARIES | {"came", "went", "got", "died", "stood"}
_UNSURE = word_set("possible likely possibility option another alternative guess choice bet candidate")
_NEAR = 4
"""Words between "not" and what it denies, at most."""


def assertions(text: Sequence[Word], spans: Sequence[Span], asked: frozenset[str] = frozenset()) -> list[Assertion]:
    """What the text does with each of the spans, which are in order and apart.

    `asked` are the stems of the question's words: "Yezhov was not the head" denies only what was asked.
    """
    found: list[Assertion] = []
    for place, (start, end) in enumerate(spans):
        since = spans[place - 1][1] if place else 0
        until = spans[place + 1][0] if place + 1 < len(spans) else len(text)
        gap, after = text[since:start], text[end:until]
        last = place + 1 == len(spans)
        if place and choice(gap):
            found.append(Assertion.ASSERTED)
        elif place and corrected(gap):
            found = [Assertion.NEGATED] * place
            found.append(Assertion.ASSERTED)
        elif denied(gap) or denied_after(after, asked, last=last):
            found.append(Assertion.NEGATED)
        elif (Assertion.ASSERTED in found and (_remarked(gap, after, asked) or _objects(gap, after))) or (
            _by_the_way(gap, after)
            if place and Assertion.ASSERTED in found
            else _leads_in(gap, after, len(spans) - place)
        ):
            found.append(Assertion.INCIDENTAL)
        else:
            found.append(Assertion.ASSERTED)
    if spans and (denied_at_the_start(text) or denied_at_the_end(text[spans[-1][0] :], clauses(text[spans[-1][0] :]))):
        found = [Assertion.NEGATED if how is Assertion.ASSERTED else how for how in found]
    return found


def corrected(gap: Sequence[Word]) -> bool:
    """Whether the player thought again between two candidates: "Yagoda, no wait, Yezhov", "8 years? no 10"."""
    return _corrected(gap) or _thought_again(gap)


def _corrected(gap: Sequence[Word]) -> bool:
    texts = {
        word.text
        for word in gap
        if not word.punctuation and word.text not in DETERMINERS | {"it", "was", "is", "were", "that"}
    }
    again = bool(texts & CORRECTIONS) or texts in ({"no"}, {"nope"})
    return again and not texts & {"or", "and", "than", "not", "never"}


def _thought_again(gap: Sequence[Word]) -> bool:
    """Whether what stands between ends in a mark and "no": "8 years? no 10"."""
    texts = [word.text for word in gap if word.text not in {"it", "was", "is", "its", "the", "a", "an", ","}]
    return len(texts) > 1 and texts[-1] in {"no", "nope"} and texts[-2] in INTERRUPTING | {"(", ";"}


def denied(gap: Sequence[Word]) -> bool:
    """Whether the words before a candidate end in a "not" that denies it."""
    texts = [word.text for word in gap]
    for place in range(len(texts) - 1, -1, -1):
        word = texts[place]
        pair = tuple(texts[place : place + 2])
        if word in {";", ".", ":", ")", "?", "!", DASH} or (
            word == "but" and tuple(texts[place - 1 : place + 1]) not in DENYING_PAIRS
        ):
            return False
        if word == "," and place and texts[place - 1] in {"no", "not"}:
            return False  # "no, it was ..."
        if pair in DENYING_PAIRS:
            return True
        if word == "no" and pair[1:] and pair[1] in CORRECTIONS | {","}:
            return False
        if word == "no" and place > 1 and texts[place - 1] in INTERRUPTING:
            return False  # "Yagoda? no Yezhov"
        if (
            pair in NO_DENIAL
            or tuple(texts[place : place + 3]) in NO_DENIAL
            or (place and (texts[place - 1], word) in NO_DENIAL)
        ):
            return False
        if word in NEGATORS:
            rest = gap[place + 1 :]
            near = sum(not after.punctuation for after in rest) <= _NEAR and not any(after.content for after in rest)
            only = any(after.text in {"only", "just", "merely", ".", "wait"} for after in rest)
            return near and not only and not (rest and rest[-1].text == ",")
    return False


def denied_after(rest: Sequence[Word], asked: frozenset[str], *, last: bool) -> bool:
    """Whether it goes on "... was not the one", "... no", "... is wrong", said of the candidate itself."""
    clause = clauses(rest)[0] if rest else None
    said = (
        [word for word in rest[clause.start : clause.end] if not word.punctuation]
        if clause and not clause.aside
        else []
    )
    if said and said[0].text in {"but", "even"}:
        return False
    if len(said) > 1 and said[0].content and said[1].text in AUXILIARIES:
        said = said[1:]  # the unit of a number
    texts = [word.text for word in said]
    comma = bool(rest) and rest[0].punctuation
    if not texts:
        return False
    if texts[0] in AUXILIARIES:
        texts = texts[1:]
    elif comma or not last:
        return False
    if texts[:1] in (["wrong"], ["false"], ["incorrect"], ["untrue"]):
        return True
    more = {word.stem for word in said[len(said) - len(texts) + 1 :] if word.content}
    return texts[:1] in (["not"], ["no"], ["never"], ["nothing"]) and more <= asked


def _by_the_way(gap: Sequence[Word], after: Sequence[Word]) -> bool:
    if choice(gap):
        return False
    texts = {word.text for word in gap}
    if texts & _INTRODUCERS or "'s" in texts:
        return True
    return any(word.text in _BACKWARD for word in after)


def _remarked(gap: Sequence[Word], after: Sequence[Word], asked: frozenset[str]) -> bool:
    """Whether a second name is what a remark of its own speaks of, not of what was asked: ", Bukharin came later"."""
    if not after or not gap or any(word.text not in _APART for word in gap) or after[0].text not in _SAYING:
        return False
    end = next((place for place, word in enumerate(after) if word.punctuation), len(after))
    said = {word.stem for word in after[:end] if word.text not in _SAYING and word.text not in STOP_WORDS}
    said |= {word.stem for word in after[:end] if word.text in {"later", "earlier", "other", "only"}}
    return bool(said) and said.isdisjoint(asked | _UNSURE)


def _objects(gap: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a second name is the subject of an objection: "but really Stalin made it up"."""
    opened = any(word.text in {"but", "although", "though", "because"} for word in gap)
    return opened and not choice(gap) and bool(after) and after[0].content


def _leads_in(gap: Sequence[Word], after: Sequence[Word], left: int) -> bool:
    """Whether it begins "after Yagoda came ...", "the man who replaced Yagoda, ..."; `left` are the names to come."""
    if left == 1 or not after:
        return False
    return (
        bool({word.text for word in gap} & _LEADING) and not choice(after) and not any(w.text == "and" for w in after)
    )
