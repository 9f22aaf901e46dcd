"""What is said about an answer: in the feedback after it, and in the results."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from purges_quiz.deck.model import Fact
from purges_quiz.grading.verdict import Difference
from purges_quiz.round import Attempt
from purges_quiz.round.records import Outcome
from purges_quiz.wording import answers
from purges_quiz.wording.glyphs import marks


def verdict(given: Attempt) -> Content:
    """Right or wrong, as a mark and in words, with the points."""
    mark, style = _mark(given.outcome)
    points = "for practice" if given.posed.practice else f"+{given.points}" if given.points else ""
    return Content.assemble((f"{mark} {answers.verdict(given)}", f"bold {style}"), "   ", (points, "$quiet"))


def answer(given: Attempt) -> Content:
    """The right answer, with the letters marked that were spelt otherwise."""
    if given.posed.question.items:
        return Content.styled("\n".join(f"{n}. {item}" for n, item in enumerate(given.posed.question.items, 1)), "bold")
    differences = given.verdict.differences if given.verdict else ()
    shown = given.posed.question.answer
    if given.outcome is Outcome.SLIP and differences:
        return Content.assemble(_spelt(differences), *(() if _joined(differences) == shown else ("  ", f"({shown})")))
    return Content.styled(shown, "bold")


def _mark(outcome: Outcome) -> tuple[str, str]:
    match outcome:
        case Outcome.RIGHT | Outcome.SLIP:
            return marks().right, "$right"
        case Outcome.PARTIAL:
            return marks().partial, "$accent"
        case Outcome.WRONG:
            return marks().wrong, "$wrong"
        case Outcome.DONT_KNOW | Outcome.NO_ANSWER:
            return marks().unanswered, "$wrong"


def sources(facts: Iterable[Fact]) -> list[Content]:
    """The sentences of the cards, each once, with the facts marked."""
    return [_marked(sentence, said) for sentence, said in answers.by_sentence(facts).items()]


def _marked(sentence: str, facts: list[Fact]) -> Content:
    content = Content(sentence)
    for start, end in answers.spans_in(sentence, facts):
        content = content.stylize("bold $accent", start, end)
    return content


def _spelt(differences: tuple[Difference, ...]) -> Content:
    return Content.assemble(*((part.text, "bold" if part.same else "bold underline $wrong") for part in differences))


def _joined(differences: tuple[Difference, ...]) -> str:
    return "".join(part.text for part in differences)
