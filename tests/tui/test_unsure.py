"""The screen after an answer of which the grader is not sure: both texts, and the key that says they mean the same."""

from __future__ import annotations

from judging import judge, question
from textual.app import App, ComposeResult

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.tui.widgets.feedback import Feedback
from shipped_deck import deck

FACT = "first-show-trial/removal-reason"
TYPED = "they organised something quite different with Yagoda and others there"


class Shown(App[None]):
    """Nothing but what is said after an answer."""

    def compose(self) -> ComposeResult:
        yield Feedback(deck().facts)


async def test_both_texts_stand_beside_one_another_with_the_key_that_says_that_they_are_one() -> None:
    asked, verdict = question(FACT), judge(FACT, TYPED)
    assert verdict.unsure
    attempt = Attempt(PosedQuestion(asked, (), None, 5), TYPED, TYPED, verdict, Outcome.WRONG)
    app = Shown()
    async with app.run_test(size=(100, 30)):
        feedback = app.query_one(Feedback)
        feedback.show(attempt)
        lines = [line.plain for line in feedback.lines(100)]
    beside = next(line for line in lines if line.strip().startswith("You "))
    assert "Answer" in beside
    told = " ".join(" ".join(lines).split())
    assert "If yours means the same, y counts it as right." in told
    assert sum("Answer" in line for line in lines) == 1
