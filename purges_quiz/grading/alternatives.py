"""What an answer leaves open: "or", "perhaps", "if not" and their like between two candidates."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from purges_quiz.grading.vocabulary import AUXILIARIES, word_set
from purges_quiz.grading.words import Word

Span = tuple[int, int]
"""First word and the one after the last."""

_OR = frozenset({"or", "/", "|"})
_CHOICES = _OR | word_set(
    "perhaps maybe possibly otherwise unless alternatively either equally could might alternately"
)
CHOICE_PAIRS = frozenset(
    {("if", "not"), ("failing", "that"), ("if", "wrong"), ("or", "else"), ("may", "be"), ("as", "likely")}
)
_MAY_BE = frozenset({("could", "be"), ("might", "be"), ("may", "be")})
_ALSO_BE = (["also", "be"], ["equally", "be"], ["well", "be"], ["just", "be"], ["even", "be"], ["as", "well"])
_IT_WAS = (["it", "was"], ["it", "is"])
_UNTOLD = frozenset(
    {";", ".", "(", ")", "so", "thereabouts", "more", "less", "over", "under", "however", "not", "above", "older", "up"}
)


def choice(gap: Sequence[Word]) -> bool:
    """Whether words between two candidates leave it open which of them is meant."""
    texts = [word.text for word in gap]
    return any(text in _CHOICES for text in texts) or any(pair in CHOICE_PAIRS for pair in pairwise(texts))


def offers_another(text: Sequence[Word]) -> bool:
    """Whether it says outright that it may be something else: "X unless it was Y", "X? or Y", "maybe X, maybe Y"."""
    texts = [word.text for word in text]
    asked = any(pair == ("?", "or") for pair in pairwise(texts)) and texts[-1] != "or"
    unless = any(texts[at : at + 2] == ["unless", "it"] for at in range(1, len(texts) - 2))
    return asked or unless or texts.count("maybe") > 1


def undecided(text: Sequence[Word], spans: Sequence[Span], known: Container[str] = ()) -> bool:
    """Whether "or", "perhaps", "failing that" offers, beside a span, something that is none of the spans.

    `known` are stems that are no other answer: the question's and the right answer's own.
    """
    inside = {place for start, end in spans for place in range(start, end)}
    first = min((end for _, end in spans), default=0)
    marks = [word for word in text if word.text == "?"]
    asked = marks if len(marks) > 1 else []
    for place, word in enumerate(text):
        if place in inside:
            continue
        pair = (word.text, text[place + 1].text if place + 1 < len(text) else "")
        if word.text in _OR and not (place and text[place - 1].text == "whether"):
            before = _something_else(text, range(place - 1, -1, -1), inside, known)
            if before or _something_else(text, range(place + 1, len(text)), inside, known):
                return True
        elif pair in CHOICE_PAIRS or (word.text in _CHOICES and word.text not in {"could", "might"}) or word in asked:
            start = place + 1 + (pair in CHOICE_PAIRS)
            start += 2 * ([word.text for word in text[start : start + 2]] in _IT_WAS)
            others = range(start, len(text)) if place >= first else range(place - 1, -1, -1)
            said = text[start:] if place >= first else text[:place]
            if _something_else(text, others, inside, known) and not _has_verb(said):
                return True
    return False


def doubt(text: Sequence[Word]) -> str:
    """The words of a text that leave open which of several is meant: "or", "if not", "?"; nothing if there are none."""
    for place, word in enumerate(text):
        pair = (word.text, text[place + 1].text if place + 1 < len(text) else "")
        if pair in CHOICE_PAIRS | _MAY_BE:
            return " ".join(pair)
        if word.text in _CHOICES:
            return word.text
    return next((word.text for word in text if word.text in {"?", "and"}), "")


ALTERNATIVES = _CHOICES - {"could", "might"}


def alternatives(text: Sequence[Word]) -> list[Span]:
    """The stretches of a text that "or", "perhaps", "if not", "?" and their like set beside one another.

    One stretch for a text that offers no choice. What only gives a reason is none.
    """
    cuts = [(0, 0)]
    asked = sum(word.text == "?" for word in text) > 1 or any(
        word.text == "?" and place + 1 < len(text) for place, word in enumerate(text)
    )
    may_be = sum(pair in _MAY_BE for pair in pairwise([word.text for word in text])) > 1
    texts = [word.text for word in text]
    one_of = [word.text for word in text[:2]] == ["one", "of"]
    for place, word in enumerate(text):
        pair = (word.text, text[place + 1].text if place + 1 < len(text) else "")
        before = text[place - 1].text if place else ""
        if pair in CHOICE_PAIRS or (may_be and pair in _MAY_BE):
            cuts.append((place, place + 2))
        elif word.text in {"could", "might", "may"} and texts[place + 1 : place + 3] in _ALSO_BE:
            cuts.append((place, place + 3))
        elif (
            (word.text in ALTERNATIVES and before != "whether" and texts[place + 1 : place + 3] != ["at", "least"])
            or (asked and word.text == "?")
            or (one_of and word.text == "and")
        ):
            cuts.append((place, place + 1))
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    spans = [(start, end) for (_, start), end in zip(cuts, ends, strict=True)]
    either = any(word.text == "either" for word in text)
    said = [
        (start, end)
        for start, end in spans
        if any(word.content or (either and word.text in AUXILIARIES) for word in text[start:end])
    ]
    return [(start, end) for start, end in said if not _gives_a_reason(text, start, end)]


_WITH_A_VERB = (["he"], ["she"], ["they"], ["it"], ["there"], ["his"], ["their"])
"""What an "as" that gives a reason goes on with: "as a way to fill quotas" gives none."""


def _gives_a_reason(text: Sequence[Word], start: int, end: int) -> bool:
    said = [word.text for word in text[start:end] if not word.punctuation]
    offered = start > 0 and text[start - 1].text in {"or", "either", "/"}
    reason = said[0] in {"because", "since", "though", "although"} or (said[0] == "as" and said[1:2] in _WITH_A_VERB)
    return reason and not offered


def _something_else(text: Sequence[Word], places: range, inside: set[int], known: Container[str]) -> bool:
    """Whether the first thing said in this direction has a word of its own: "or lex Manilia" for the lex Gabinia."""
    begun = False
    for place in places:
        word = text[place]
        if place in inside or word.text in _UNTOLD or word.text in {"because", "since", "though", "although"}:
            return False
        if word.content and word.stem not in known:
            return True
        if begun and not word.content:
            return False
        begun = begun or word.content
    return False


def _has_verb(text: Sequence[Word]) -> bool:
    return any(word.text in AUXILIARIES for word in text)
