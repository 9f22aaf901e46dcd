"""What is said about an answer: in the feedback after it, and in the results."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.content import Content

from purges_quiz.core.answer import Difference, Outcome, Slip
from purges_quiz.core.facts import Fact
from purges_quiz.core.round import Given

_VERDICTS: Mapping[Outcome, tuple[str, str, str]] = MappingProxyType(
    {
        Outcome.RIGHT: ("✓", "Right", "$right"),
        Outcome.SLIP: ("✓", "Right, but spelt otherwise", "$right"),
        Outcome.PARTIAL: ("~", "Partly right", "$accent"),
        Outcome.WRONG: ("✗", "Wrong", "$wrong"),
        Outcome.DONT_KNOW: ("-", "Not known", "$wrong"),
        Outcome.NO_ANSWER: ("-", "Out of time", "$wrong"),
    }
)

_NOTHING_GIVEN: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.DONT_KNOW: "Saying so is the way to learn it. Here is the answer.",
        Outcome.NO_ANSWER: "No answer came in time. Here it is.",
    }
)


def verdict(given: Given) -> Content:
    """Right or wrong, as a mark and in words, with the points."""
    mark, words, style = _VERDICTS[given.outcome]
    if given.self_graded:
        words = "Right, by your own word"
    elif given.outcome is Outcome.PARTIAL and given.slip is Slip.ALSO_TRUE:
        words = "True, but not what the card says"
    points = "for practice" if given.ask.practice else f"+{given.points}" if given.points else ""
    return Content.assemble((f"{mark} {words}", f"bold {style}"), "   ", (points, "$quiet"))


def message(given: Given) -> Content:
    """What the player's answer really is; empty where the verdict says it all."""
    if given.self_graded:
        return Content("The grader had not accepted it.")
    if given.verdict is None:
        return Content(_NOTHING_GIVEN[given.outcome])
    return Content("" if given.outcome is Outcome.RIGHT and given.slip is None else given.verdict.message)


def answer(given: Given) -> Content:
    """The right answer, with the letters marked that were spelt otherwise."""
    if given.ask.question.items:
        return Content.styled("\n".join(f"{n}. {item}" for n, item in enumerate(given.ask.question.items, 1)), "bold")
    differences = given.verdict.differences if given.verdict else ()
    shown = given.ask.question.answer
    if given.outcome is Outcome.SLIP and differences:
        return Content.assemble(_spelt(differences), *(() if _joined(differences) == shown else ("  ", f"({shown})")))
    return Content.styled(shown, "bold")


def source(fact: Fact) -> Content:
    """The sentence of the card, with the fact marked."""
    start = fact.sentence.find(fact.mark)
    content = Content(fact.sentence)
    return content if start < 0 else content.stylize("bold $accent", start, start + len(fact.mark))


def typed(given: Given) -> Content:
    """What the player gave, as it was typed or chosen."""
    return Content(" ".join(given.text.split())) if given.text.strip() else Content.styled("nothing", "$quiet")


def _spelt(differences: tuple[Difference, ...]) -> Content:
    return Content.assemble(*((part.text, "bold" if part.same else "bold underline $wrong") for part in differences))


def _joined(differences: tuple[Difference, ...]) -> str:
    return "".join(part.text for part in differences)
