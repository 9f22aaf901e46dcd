"""Which of the things named in an answer it gives as the answer: one selection for numbers, dates, terms and names."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from purges_quiz.grading.alternatives import Span, choice, undecided
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.assertion import Assertion, assertions
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Reason, Verdict, wrong
from purges_quiz.grading.vocabulary import AUXILIARIES, word_set
from purges_quiz.grading.words import DASH, Word

T = TypeVar("T")

_BREAKS = frozenset({",", ";", ".", "(", ")", "and", "but", "while", "whereas", DASH})
_CHOICES = frozenset({"or", "/", "maybe", "perhaps", "either"})
_APART = frozenset({",", ";", "(", "-", ".", DASH})
_RESTATING = word_set("it there they that i no not actually sorry wait")
_DID = word_set("got went came died survived stayed")
_OTHERS = word_set("other others rest first second third")


@dataclass(frozen=True, slots=True)
class Selection(Generic[T]):
    """The candidates of an answer by what it does with them."""

    asserted: tuple[T, ...]
    negated: tuple[T, ...]
    open: bool
    """Whether it leaves open which of several is meant, or offers something else beside them."""

    def refused(self, several: Reason, none: Reason) -> Verdict | None:
        """Why there is no one answer, if there is none; `several` and `none` say what was looked for."""
        if self.open:
            return wrong(Slip.HEDGED, several)
        if self.negated and not self.asserted:
            return wrong(Slip.NEGATED, Reason.DENIED)
        return None if self.asserted else wrong(None, none)


def select(  # noqa: PLR0913  # what is sought, how it is told apart, and what is known
    text: Sequence[Word],
    found: Sequence[T],
    span: Callable[[T], Span],
    value: Callable[[T], Hashable],
    asked: Asked,
    *,
    known: Container[str] = (),
    every: Sequence[Span] = (),
) -> Selection[T]:
    """Sort out the candidates.

    `value` tells whether two are the same answer, `known` are stems that are no other answer, `every` are the spans of
    all that could be meant, candidates or not.
    """
    spans = [span(one) for one in found]
    how = assertions(text, spans, asked.deniable)
    asserted = [one for one, use in zip(found, how, strict=True) if use is Assertion.ASSERTED]
    negated = tuple(one for one, use in zip(found, how, strict=True) if use is Assertion.NEGATED)
    if len({value(one) for one in asserted}) > 1:
        own = _said_of_the_question(text, [span(one) for one in asserted], asked)
        asserted = asserted if own is None else [asserted[own]]
    several = len({value(one) for one in asserted}) > 1
    return Selection(tuple(asserted), negated, bool(asserted) and (several or undecided(text, every or spans, known)))


def _said_of_the_question(text: Sequence[Word], spans: Sequence[Span], asked: Asked) -> int | None:
    """The place of the one span whose clause speaks of what was asked, the clauses of all others of something else."""
    if any(word.text in _CHOICES for word in text) or choice(text):
        return None
    about = [_said_beside(text, span, spans) for span in spans]
    tied = [place for place, stems in enumerate(about) if stems & asked.stems]
    others = [stems for place, stems in enumerate(about) if place not in tied]
    if len(tied) == 1 and all(others):
        return tied[0]
    return 0 if not about[0] and not tied and _remark(text[spans[0][1] :]) else None


def _remark(rest: Sequence[Word]) -> bool:
    """Whether an answer goes on with a remark on something else: "14 (16 is with those two included)"."""
    said = [word for word in rest if not word.punctuation]
    if not rest or rest[0].text not in _APART or not said or said[0].text in _RESTATING:
        return False
    others = any(word.text in _OTHERS or (word.content and not word.stem.isdecimal()) for word in said)
    return others and (rest[0].text == "(" or any(word.text in AUXILIARIES or word.text in _DID for word in said))


def _said_beside(text: Sequence[Word], span: Span, spans: Sequence[Span]) -> frozenset[str]:
    """The stems of what else the clause of a span says."""
    inside = {place for start, end in spans for place in range(start, end)}
    breaks = [place for place, word in enumerate(text) if word.text in _BREAKS and place not in inside]
    start = max((place for place in breaks if place < span[0]), default=-1)
    end = min((place for place in breaks if place >= span[1]), default=len(text))
    clause = (text[place] for place in range(start + 1, end) if place not in inside)
    return frozenset(word.stem for word in clause if word.content and not word.text[0].isdigit())
