"""Sentences about a question and about the answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, assert_never
from unicodedata import category

from purges_quiz.deck.kinds import Kind, Level
from purges_quiz.deck.model import Date, Fact, Precision
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Pairing
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.records import Outcome
from purges_quiz.wording import verdicts

LONGEST_ANSWER = 1000
"""Characters of an answer that are taken: more than any needs."""
TOO_LONG = f"Too long: the first {LONGEST_ANSWER:,} characters were taken."

_VERDICTS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.RIGHT: "Right",
        Outcome.SLIP: "Right, but check the spelling",
        Outcome.PARTIAL: "Partly right",
        Outcome.WRONG: "Wrong",
        Outcome.DONT_KNOW: "Not known yet",
        Outcome.NO_ANSWER: "Out of time",
    }
)

_NO_RESPONSE: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.DONT_KNOW: "Here is the answer; the question will come back.",
        Outcome.NO_ANSWER: "No answer came in time. Here is what your notes say.",
    }
)

_DATES: Mapping[Precision, str] = MappingProxyType(
    {
        Precision.DAY: "a day, a month and a year",
        Precision.DAYS: "the days, the month and the year",
        Precision.MONTH: "a month and a year",
        Precision.MONTHS: "the months and the year",
        Precision.SEASON: "a season and a year",
        Precision.YEAR: "a year",
        Precision.YEARS: "the years",
        Precision.DECADE: "a decade",
        Precision.CENTURY: "a century",
    }
)


TAKEN_BACK = "Taken back; asked again for practice."
OVERRULING_TAKEN_BACK = "Taken back: the verdict stands as it was."
LEFT_OUT = "left out"
"""What is shown beside a fact, or a card, that the player leaves out."""
_NUMBERED = re.compile(r"(?:[^\W\d_]+ )?[1-9](?!\d|[.,/:]\d)")
"""How an option begins that could be taken for a key: with a whole number from 1 to 9, or as "Category 4"."""


def letters_only(question: Question) -> bool:
    """Whether the options are chosen by letters alone, since digits could be meant for what stands on them."""
    return any(_NUMBERED.match(option.text) for option in question.options)


def missing(question: Question, keys: str) -> str:
    """Why Enter does not answer yet: what is still to be done, with the keys that do it where there are some."""
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return f"No option is marked yet: press {keys}, or go to one and press Enter."
        case Kind.MATCHING:
            return "Every line needs a partner before Enter answers."
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return "Nothing has been typed yet."
        case Kind.ORDERING:
            return ""
        case _ as unknown:
            assert_never(unknown)


def left_out(key: str, *, on: bool) -> str:
    """That a fact is left out from now on, or asked again; `key` changes it back."""
    return f"Left out of all rounds; {key} brings it back." if on else "Brought back: it will be asked again."


def flagged(key: str, *, on: bool) -> str:
    """That a question is flagged from now on, or no longer; `key` changes it back."""
    return f"Flagged as a bad question; {key} removes the flag." if on else "No longer flagged."


def marks(*, left_out: str = "", flagged: str = "") -> str:
    """What the player has said of a fact and its question, each with the key that changes it back; empty: nothing."""
    said = ((left_out, f"{LEFT_OUT}, {left_out} brings it back"), (flagged, f"flagged, {flagged} removes the flag"))
    return "   ".join(text for key, text in said if key)


def one_line(text: str) -> str:
    """A text as it was typed or pasted, on one line.

    Format characters (soft hyphens, zero-width spaces, marks of direction), which nobody sees, are left out; what else
    cannot be printed is a blank.
    """
    seen = (letter for letter in text if category(letter) != "Cf")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in seen).split())


def wanted(question: Question) -> str:
    """What is to be typed."""
    value = question.target.value if question.target else None
    match question.kind:
        case Kind.DATE_RECALL if isinstance(value, Date):
            return _DATES[value.precision]
        case Kind.NUMBER_RECALL:
            return "a number"
        case Kind.LIST_RECALL:
            return "all of them, with commas between"
        case Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.MULTIPLE_CHOICE | Kind.ORDERING | Kind.MATCHING:
            return "your answer"
        case _ as unknown:
            assert_never(unknown)


def spans_in(sentence: str, facts: Iterable[Fact]) -> list[tuple[int, int]]:
    """Where the facts stand in their sentence, in its order; of those that overlap only the first."""
    spans = [fact.span for fact in facts if fact.span in sentence and fact.span]
    found = sorted((start, start + len(span)) for span in spans for start in [sentence.index(span)])
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def by_sentence(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """Facts by the sentence of the card that says them, so that each sentence is shown once."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.sentence, []).append(fact)
    return found


def facts_explained(attempt: Attempt, facts: Mapping[str, Fact]) -> list[Fact]:
    """The facts whose sentences are shown after an answer.

    Of several facts only those that were missed; of a question across cards all, since its answer follows from them.
    """
    question = attempt.posed.question
    every = len(question.facts) == 1 or question.level is Level.ACROSS
    return [facts[key] for key in (question.facts if every else attempt.missed) if key in facts]


class JudgedPair(NamedTuple):
    """A line of a matching question after its answer."""

    left: str
    right: str
    """What belongs to it."""
    chosen: str | None
    """What the player put there; None: nothing."""

    @property
    def correct(self) -> bool:
        """Two lines may have partners that read alike: what is written counts."""
        return self.chosen == self.right


def judged_pairs(attempt: Attempt) -> list[JudgedPair]:
    """The pairs of a matching question with what the player made of them."""
    pairs = attempt.posed.question.pairs
    places = attempt.response.rights if isinstance(attempt.response, Pairing) else (None,) * len(pairs)
    return [
        JudgedPair(left, right, None if place is None else pairs[place][1])
        for (left, right), place in zip(pairs, places, strict=True)
    ]


def verdict(attempt: Attempt) -> str:
    """Right or wrong, in words."""
    if attempt.self_graded:
        return "Right, as you say"
    if attempt.outcome is Outcome.PARTIAL and attempt.slip is Slip.ALSO_TRUE:
        return "True, but not what your notes say"
    return _VERDICTS[attempt.outcome]


def message(attempt: Attempt) -> str:
    """What the player's answer really is; empty where the verdict and the right answer say it all."""
    if attempt.self_graded:
        return "The game had not accepted it."
    if attempt.verdict is None:
        return _NO_RESPONSE[attempt.outcome]
    nothing_to_say = verdicts.is_generic(attempt.verdict) or (attempt.outcome is Outcome.RIGHT and attempt.slip is None)
    return "" if nothing_to_say else verdicts.message(attempt.verdict, answer_shown=True)


def side_by_side(attempt: Attempt) -> tuple[tuple[str, str], ...]:
    """What was typed and the right answer, each by its name, where only the player can tell whether they are alike."""
    unsure = attempt.verdict is not None and attempt.verdict.unsure and attempt.contestable and not attempt.self_graded
    return (("You", typed(attempt)), ("Answer", attempt.posed.question.answer)) if unsure else ()


def same_meaning(key: str) -> str:
    """How to say that both texts mean the same."""
    return f"The game is not sure. If yours means the same, {key} counts it as right."


def typed(attempt: Attempt) -> str:
    """The player's response, on one line."""
    return gave(attempt.text, late=attempt.outcome is Outcome.NO_ANSWER)


def gave(text: str, *, late: bool) -> str:
    """A response on one line, or why there is none; `late`: the time ran out."""
    return " ".join(text.split()) or ("no answer in time" if late else "don't know")


def reason(attempt: Attempt) -> str:
    """What the player's answer really is, for those who look back; empty where no answer was attempt."""
    return "" if attempt.verdict is None else message(attempt)
