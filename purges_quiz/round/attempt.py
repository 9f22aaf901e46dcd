"""An answer in a round, and how it counts."""

from __future__ import annotations

from dataclasses import dataclass

from purges_quiz.deck.question import Kind, Question
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing, Response, Slip, Verdict
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.round.scoring import Scored, speed_share

SELF_GRADED = frozenset({Kind.FREE_TEXT, Kind.LIST_RECALL})
"""The kinds in which the player may know better than the grader; numbers and dates leave no room for that."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer given in this round."""

    posed: PosedQuestion
    response: Response | None
    """What the player gave; None: nothing."""
    text: str
    """The same in words, as it is kept."""
    verdict: Verdict | None
    """What the grader said; None when nothing was given."""
    outcome: Outcome
    self_graded: bool = False
    """True: the player overruled the grader, and `outcome` is right."""
    points: int = 0
    seconds: float = 0
    """Time used, pauses left out."""
    streak: int = 0
    """The answer streak after it."""

    @property
    def right(self) -> bool:
        """Whether it counts as a right answer."""
        return self.outcome in {Outcome.RIGHT, Outcome.SLIP}

    @property
    def missed(self) -> tuple[str, ...]:
        """The keys of the facts that it got wrong; none for what is true in history but not on the card."""
        if self.right or self.slip is Slip.ALSO_TRUE:
            return ()
        return (self.verdict.missed if self.verdict else ()) or self.posed.question.facts

    @property
    def mistake(self) -> bool:
        """Whether it opens an entry in the mistakes book."""
        return bool(self.missed) and not self.posed.practice

    @property
    def slip(self) -> Slip | None:
        """What went wrong, or nearly so."""
        return self.verdict.slip if self.verdict else None

    @property
    def contestable(self) -> bool:
        """Whether the player may say "I was right": words were typed, count, and were not accepted."""
        return (
            self.posed.question.kind in SELF_GRADED
            and self.outcome in {Outcome.WRONG, Outcome.PARTIAL}
            and bool(self.text.strip())
            and not self.posed.practice
        )

    @property
    def scored(self) -> Scored:
        """What its points depend on."""
        share = speed_share(self.seconds, self.posed.limit, self.posed.allowance)
        return Scored(self.outcome, share, self.self_graded, self.posed.practice)


def outcome_of(verdict: Verdict | None, *, timed_out: bool) -> Outcome:
    """How a verdict counts; None: nothing was given. Words that say nothing ("?", "idk") count as nothing given."""
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
