"""What in a text is denied: by a "not" before it, or by a verb that turns the sense, as in "refusing to plot"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purges_quiz.grading.vocabulary import NEGATORS, word_set
from purges_quiz.grading.words import Word

_BREAKS = frozenset({",", ";", ".", ":", "(", ")", "but", "though", "although"})
_ALL_BUT = frozenset({"all", "everyone", "everybody", "everything", "nothing", "anything"})
_EARLIER = word_set("before previously ever yet until till prior hitherto only just merely far")
_SO_FAR = word_set("till-then until-then till-now until-now before-that before-then previously hitherto")
"""After or before a "not" these make it the first time, which denies nothing."""
_NOBODY = NEGATORS | {"none", "nobody", "few", "hardly"}
_NONE = frozenset({"no", "none", "neither", "nobody", "nothing"})
_COMPARATIVES = frozenset({"bigger", "larger", "greater", "higher", "more"})
_INSTEAD = frozenset({("rather", "than"), ("instead", "of"), ("far", "from")})
_THROUGH = word_set("among amongst within inside between toward towards against")
"""Prepositions that a "not" reaches over: "never among their own family"."""
_TURNING = ("refus", "declin", "neglect", "forbid", "forbad", "prevent", "avoid", "escap", "avert")
_TURNING_PAIRS = word_set("turning-down turned-down turn-down failing-to failed-to fail-to fails-to")
_TURNING_AROUND = (
    (("keep", "kept"), "safe"),
    (("keep", "kept", "stop", "protect"), "from"),
    (("leav", "left", "let"), "alone"),
)
"""Verbs that turn the sense together with a later word: "keep him safe", "stop people from", "leave enemies alone"."""
_SPOILING = ("wreck", "destroy", "undermin", "ruin", "damag", "threaten", "upset", "disturb", "los", "lack")
"""Verbs that turn what they are about, but may be what is asked: "wreck the stability of the State"."""


@dataclass(frozen=True, slots=True)
class Negator:
    """A "not" or its like, by its place among the words without marks."""

    place: int
    start: int
    """Where what it denies may begin."""
    end: int
    """Where its clause ends."""
    whole: bool = False
    """Whether it denies all its clause, as a verb does that turns the sense."""

    def denies(self, span: tuple[int, int], text: Sequence[Word]) -> bool:
        """Whether it denies a span: it stands right before, with small words only between, or turns the clause."""
        if self.whole and span[0] < self.place < span[1]:
            return True
        if not self.start <= span[0] < self.end:
            return False
        between = text[self.start : span[0]]
        return self.whole or not any(
            (word.content and word.text not in _THROUGH) or word.text in {"and", "or"} for word in between
        )


def clauses(marked: Sequence[Word]) -> list[list[Word]]:
    """The text cut before its "but" and at its commas; "all but three" is no cut."""
    found: list[list[Word]] = [[]]
    for place, word in enumerate(marked):
        if word.text in _BREAKS and not (place and marked[place - 1].text in _ALL_BUT and word.text == "but"):
            found.append([])
        if not word.mark:
            found[-1].append(word)
    return [clause for clause in found if clause]


def negators(marked: Sequence[Word], *, spoiling: bool = False) -> list[Negator]:
    """Every "not" of a text; with `spoiling`, verbs such as "wreck" are taken for one too."""
    found: list[Negator] = []
    place = 0
    for clause in clauses(marked):
        plain = [word.text for word in clause]
        end = place + len(plain)
        for number, text in enumerate(plain):
            instead = tuple(plain[number : number + 2]) in _INSTEAD
            start = place + number + (2 if instead else 1)
            earlier = not _EARLIER.isdisjoint(plain[number:]) or "-".join(plain[max(number - 2, 0) : number]) in _SO_FAR
            if instead or (text in _NOBODY and not earlier and not outdone(plain[number:])):
                found.append(Negator(place + number, start, end))
            elif _turns(plain, number):
                found.append(Negator(place + number, start, end, whole=True))
            elif spoiling and text.startswith(_SPOILING) and plain[number + 1 : number + 2] != ["to"]:
                found.append(Negator(place + number, start, end))
        place = end
    return found


def outdone(plain: Sequence[str]) -> bool:
    """Whether words that begin with a "no" deny only that anything was more: "none of the others was bigger"."""
    more = next((place for place, text in enumerate(plain) if text in _COMPARATIVES), 0)
    return plain[0] in _NONE and more > 1 and plain[more - 1] != "any"


def _turns(plain: Sequence[str], place: int) -> bool:
    """Whether the verb at a place turns the sense of what follows, unless it is itself denied."""
    text = plain[place]
    if place and plain[place - 1] in _NOBODY:
        return False
    if text.startswith(_TURNING) or "-".join(plain[place : place + 2]) in _TURNING_PAIRS:
        return True
    return any(text.startswith(verbs) and word in plain[place + 1 :] for verbs, word in _TURNING_AROUND)
