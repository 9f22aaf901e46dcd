"""The sentence that a player reads after an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from purges_quiz.grading.verdict import Reason, Verdict

_SENTENCES: Mapping[Reason, str] = {
    Reason.CORRECT: "Correct.",
    Reason.NOTED: "Correct. {note}",
    Reason.SPELT: "Correct, but it is spelt {other}.",
    Reason.NO_ANSWER: "No answer was given; it is {right}.",
    Reason.WHOLE_TEXT: "That is a whole text, not an answer; the answer is {right}.",
    Reason.CARD: "That is a passage of your notes, not an answer; the answer is {right}.",
    Reason.ECHO: "Those are the words of the question; the answer is {right}.",
    Reason.KNOWN: "{note}",
    Reason.DENIED: "\u201c{other}\u201d denies the right answer, {right}.",
    Reason.DENIED_IN_PART: "\u201c{other}\u201d denies some of it; the answer is {right}.",
    Reason.SEVERAL: "\u201c{other}\u201d leaves open which of several is meant; it is {right} alone.",
    Reason.SEVERAL_NUMBERS: "\u201c{other}\u201d leaves open which number is meant; it is {right}.",
    Reason.SEVERAL_DATES: "\u201c{other}\u201d leaves open which date is meant; it is {right}.",
    Reason.NO_NUMBER: "The answer holds no number; it is {right}.",
    Reason.NO_DATE: "The answer holds no date; it is {right}.",
    Reason.SHARE: "A share was given where a number was asked for: it is {right}.",
    Reason.FOREIGN_UNIT: "\u201c{other}\u201d: the question asks for {note}; the answer is {right}.",
    Reason.LESS: "It was not less: the figure is {right}.",
    Reason.MORE: "Your notes give the number exactly: {right}.",
    Reason.SWAPPED: "Two digits are swapped: it is {right}.",
    Reason.MISSING_DIGIT: "A digit is missing: it is {right}.",
    Reason.EXTRA_DIGIT: "There is one digit too many: it is {right}.",
    Reason.MAGNITUDE: "The digits are right, but it is {right}.",
    Reason.DIGIT: "One digit is wrong: it is {right}.",
    Reason.CLOSE: "Close, but the figure is {right}.",
    Reason.TWO_NUMBERS_REVERSED: "The two numbers are the wrong way round: it is {right}.",
    Reason.OTHER_FACT: "{note}; here it is {right}.",
    Reason.ALSO_TRUE: "True, but not what your notes say: they have {right}.",
    Reason.ALSO_TRUE_FIGURE: "That figure is known to historians, but your notes have {right}.",
    Reason.ALONE: "Your notes have {right} alone.",
    Reason.ONE_BOUND: "That is only one end of the range: it is {right}.",
    Reason.WITHIN: "That lies within the range, which is {right}.",
    Reason.NOT_BEFORE_OR_AFTER: "Not {other}: it is {right} itself.",
    Reason.YEAR_MISSING: "The year is missing: it is {right}.",
    Reason.YEAR_RIGHT: "The year is right; it was {right}.",
    Reason.YEAR_WRONG: "The year is wrong: it is {right}.",
    Reason.OTHER_MONTH: "The year is right, but not {other}: it is {right}.",
    Reason.OTHER_DAY: "That is {right}, but it was not {other}.",
    Reason.PART_OF_DATE: "That is only part of the date: it is {right}.",
    Reason.SEVERAL_YEARS: "That takes in more than one year; it was {right}.",
    Reason.FIRST_NAME: "The first name is wrong: it is {other}.",
    Reason.OTHER_NUMBER: "The number in it is wrong: it is {right}.",
    Reason.OTHER_ENTITY: "{note}",
    Reason.ONLY_MENTIONED: "That mentions {right} but names something else.",
    Reason.PART_OF_NAME: "That is only part of the name: it is {right}.",
    Reason.SURNAME_MISSING: "The surname is missing: it is {right}.",
    Reason.REVERSED: "The other way round: {other}.",
    Reason.CONTRADICTS_QUESTION: "\u201c{other}\u201d contradicts what was asked; the answer is {right}.",
    Reason.OPPOSITE: "\u201c{other}\u201d says the opposite; the answer is {right}.",
    Reason.IDEAS_MISSING: "Half right: you left out {missing}.",
    Reason.WORDS_MISSING: "Not quite the words, which were {right}.",
    Reason.ELEMENTS_MISSING: "{done} of {all}; you left out {missing}.",
    Reason.TOO_MANY: "You named too many; the answer is {right}.",
    Reason.ORDER: "The order is wrong: it is {right}.",
    Reason.MEANS_OTHER: "\u201c{other}\u201d is something else; the answer is {right}.",
    Reason.OPTION: "{note}",
    Reason.PLACED: "Taken two at a time, the lines are in order {done} {times} out of {all}.",
    Reason.PAIRED: "{done} of {all} pairs {are} right.",
    Reason.UNLIKE: "The answer is {right}.",
}

_UNNAMED: Mapping[Reason, str] = {
    Reason.DENIED: "That denies the right answer, {right}.",
    Reason.DENIED_IN_PART: "Some of it was denied; the answer is {right}.",
    Reason.SEVERAL: "More than one answer was given; it is {right} alone.",
    Reason.SEVERAL_NUMBERS: "More than one number was given; it is {right}.",
    Reason.SEVERAL_DATES: "More than one date was given; it is {right}.",
}
"""What is said where no one word of the answer can be named."""
_UNCOUNTED = "\u201c{other}\u201d is not what the question asks for; the answer is {right}."
"""What is said of a foreign unit where the question counts nothing by name."""


_ANSWER_TOLD = re.compile(r"[;:] (?:here )?(?:it is|it was|the answer is) \{right\}(?: alone| itself)?\.$")
"""The end of a sentence that says nothing but the right answer."""


def message(verdict: Verdict, *, answer_shown: bool = False) -> str:
    """One sentence for the player; never empty.

    `answer_shown`: the right answer stands beside it, and is not repeated at its end.
    """
    done, of_all = verdict.tally
    template = _SENTENCES[verdict.reason]
    if not verdict.other:
        template = _UNNAMED.get(verdict.reason, template)
    if verdict.reason is Reason.FOREIGN_UNIT and not verdict.note:
        template = _UNCOUNTED
    if answer_shown:
        template = _ANSWER_TOLD.sub(".", template)
    text = template.format(
        right=verdict.shown,
        other=verdict.other,
        note=verdict.note,
        missing=joined(verdict.missing),
        done=done,
        all=of_all,
        are="is" if done == 1 else "are",
        times="time" if done == 1 else "times",
    )
    return sentence(text)


def is_generic(verdict: Verdict) -> bool:
    """Whether the sentence says nothing but the right answer."""
    return verdict.reason in {Reason.UNLIKE, Reason.SPELT}


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", '."', ".\u201d")) else ".")


def joined(parts: tuple[str, ...]) -> str:
    """Several things as people list them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
