"""An attempt: a response to a question of the round, its verdict, and how it counts."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from purges_quiz.deck.kinds import Kind, Level
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing, Response, Verdict
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.round.scoring import Scorable, speed_share


class Attempt(NamedTuple):
    """A question that was answered, or left unanswered, in this round."""

    posed: PosedQuestion
    response: Response | None
    """What the player typed or chose; None: nothing."""
    text: str
    """The same in words, as the store keeps it."""
    verdict: Verdict | None
    """The grader's; None where there was no response."""
    outcome: Outcome
    self_graded: bool = False
    """True: the player overruled the grader, and `outcome` is right."""
    points: int = 0
    seconds: float = 0
    """Time used, pauses left out."""
    streak: int = 0
    """The streak of right answers after it."""

    @property
    def right(self) -> bool:
        """Whether it counts as a right answer."""
        return self.outcome in {Outcome.RIGHT, Outcome.SLIP}

    @property
    def missed(self) -> tuple[str, ...]:
        """The keys of the facts that it got wrong; of a question across cards only those that it contradicts."""
        if not self.failed:
            return ()
        if self.posed.question.level is Level.ACROSS:
            return self._contradicted()
        return (self.verdict.missed if self.verdict else ()) or self.posed.question.facts

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts of which it shows whether they are known, as `AttemptRecord.evidence`."""
        question = self.posed.question
        return self.missed if question.level is Level.ACROSS else question.facts

    @property
    def failed(self) -> bool:
        """Whether it counts as wrong: not where the response is true in history but not on the card."""
        return not self.right and self.slip is not Slip.ALSO_TRUE

    @property
    def mistake(self) -> bool:
        """Whether it is one of the mistakes of its round, whose question comes back."""
        return self.failed and not self.posed.practice

    @property
    def slip(self) -> Slip | None:
        """What went wrong, or nearly so."""
        return self.verdict.slip if self.verdict else None

    @property
    def contestable(self) -> bool:
        """Whether the player may say "I was right": words were typed, count, and were not accepted."""
        return (
            may_be_overruled(self.posed.question.kind)
            and self.outcome in {Outcome.WRONG, Outcome.PARTIAL}
            and bool(self.text.strip())
            and not self.posed.practice
        )

    @property
    def scorable(self) -> Scorable:
        """The part of it that its points depend on."""
        share = speed_share(self.seconds, self.posed.limit, self.posed.allowance)
        return Scorable(self.outcome, share, self.self_graded, self.posed.practice)

    def _contradicted(self) -> tuple[str, ...]:
        """The facts whose values a wrong response across cards contradicts.

        Of an order that is wrong nobody can say which of its dates was not known.
        """
        question = self.posed.question
        match self.response:
            case str():
                return question.restates if self.outcome is Outcome.WRONG else ()
            case Choice(option):
                return tuple(filter(None, (question.options[option].contradicts,)))
            case Pairing(rights):
                faults = self.verdict.missed if self.verdict else ()
                paired = zip(question.facts, rights, strict=True)
                return tuple(fact for fact, place in paired if place is not None and fact in faults)
            case Order() | None:
                return ()
            case _ as unknown:
                assert_never(unknown)


def may_be_overruled(kind: Kind) -> bool:
    """Whether the player may know better than the grader; in numbers, dates and choices there is no room for that."""
    match kind:
        case Kind.FREE_TEXT | Kind.LIST_RECALL:
            return True
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.MULTIPLE_CHOICE | Kind.ORDERING | Kind.MATCHING:
            return False
        case _ as unknown:
            assert_never(unknown)


def outcome_of(verdict: Verdict | None, *, timed_out: bool) -> Outcome:
    """How a verdict counts; None stands for no response. Words that say nothing ("?", "idk") count as no response."""
    if verdict is None or verdict.slip is Slip.BLANK:
        return Outcome.NO_ANSWER if timed_out else Outcome.DONT_KNOW
    match verdict.judgement:
        case Judgement.CORRECT:
            return Outcome.SLIP if verdict.slip is Slip.SPELLING else Outcome.RIGHT
        case Judgement.PARTIAL:
            return Outcome.PARTIAL
        case Judgement.WRONG:
            return Outcome.WRONG


def text_of(question: Question, response: Response | None) -> str:
    """A response in words: what was typed, or the texts of what was chosen."""
    match response:
        case None:
            return ""
        case str():
            return response
        case Choice(option):
            return question.options[option].text
        case Order(items):
            return "; ".join(question.items[item] for item in items)
        case Pairing(rights):
            lefts = (left for left, _ in question.pairs)
            return "; ".join(
                f"{left}: {'' if right is None else question.pairs[right][1]}"
                for left, right in zip(lefts, rights, strict=True)
            )
