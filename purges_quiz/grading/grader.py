"""The grader of a deck: any response to any of its questions becomes a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from purges_quiz.deck.model import Date, Deck, Label, Listing, Name, Quantity, Quote, Range, Statement, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading import verdicts
from purges_quiz.grading.amounts import grade_quantity
from purges_quiz.grading.arranged import grade_choice, grade_order, grade_pairing
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.denial import denied_claim
from purges_quiz.grading.disclaimers import is_blank
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.filled import readings
from purges_quiz.grading.ideas import StatementAnswer
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.listings import ListAnswer, grade_list
from purges_quiz.grading.literal import Literal
from purges_quiz.grading.moments import grade_date
from purges_quiz.grading.names import NameAnswer, grade_name
from purges_quiz.grading.ordinary import ordinary_words
from purges_quiz.grading.pasted import LONGEST, Pages, echoes
from purges_quiz.grading.quotes import QuoteAnswer, grade_quote
from purges_quiz.grading.ranges import grade_label, grade_range
from purges_quiz.grading.statements import grade_statement
from purges_quiz.grading.strangers import Strangers
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing, Response, Slip, Verdict
from purges_quiz.grading.words import Word, words

_ECHO = 3
"""Words of the shortest name or number that is nothing but the question given back."""


Judge = Callable[[Asked, Typed], Verdict]
"""Judges a typed answer that is neither literal nor empty."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what is needed to judge answers to it."""

    asked: Asked
    literal: Literal
    judge: Judge

    def holds(self, claim: tuple[Word, ...]) -> bool:
        """Whether a claim that was denied is the answer, or some of it.

        Where "not" is part of what is right, it must be the whole answer: "not active enough" is no denial of
        "active enough".
        """
        typed = Typed(claim)
        judgement = Judgement.CORRECT if self.literal.accepts(typed) else self.judge(self.asked, typed).judgement
        whole = self.literal.negative or isinstance(self.asked.target.value, Quote)
        return judgement is Judgement.CORRECT or (judgement is Judgement.PARTIAL and not whole)


def _worth(verdict: Verdict) -> tuple[bool, bool, bool]:
    right = verdict.judgement is Judgement.CORRECT
    return right and verdict.slip is None, right, verdict.judgement is Judgement.PARTIAL


@dataclass(eq=False)
class Grader:
    """Judges answers to the questions of one deck; what it needs of the deck is read when first needed."""

    deck: Deck
    _latest: Case | None = field(default=None, init=False, repr=False)
    """Of the question asked last: it is judged more than once, others hardly ever again."""

    def preparing(self) -> Iterator[None]:
        """Read now what every grade may need of the deck, in short pieces; typed sentences and pages need more."""
        _ = self._lexicon
        yield
        _ = self._elsewhere

    def grade(self, question: Question, response: Response) -> Verdict:
        """The verdict on a response.

        Never raises on any text. Raises TypeError for a response that the question does not take, ValueError or
        IndexError for one that names what the question does not hold.
        """
        if isinstance(response, Choice):
            return grade_choice(question, response, self._lexicon, self._elsewhere)
        if isinstance(response, Order):
            return grade_order(question, response)
        if isinstance(response, Pairing):
            return grade_pairing(question, response)
        return self._typed(question, response)

    def _typed(self, question: Question, text: str) -> Verdict:
        """The best that can be said of a typed answer: it may only fill what a cue leaves open."""
        case = self._case(question)
        verdict = self._judged(case, text)
        if question.hint is None or verdict == verdicts.correct() or len(text) > LONGEST:
            return verdict
        filled = (self._judged(case, reading) for reading in readings(question.hint, text))
        return max((verdict, *filled), key=_worth)

    def _judged(self, case: Case, text: str) -> Verdict:
        text = text.strip()
        asked, shown = case.asked, case.asked.shown
        if len(text) > LONGEST:
            return verdicts.wrong(Slip.PASTED, f"That is a whole text, not an answer; the answer is {shown}.")
        typed = Typed(words(text))
        if case.literal.accepts(typed):
            return verdicts.correct()
        known = case.literal.known_wrong(typed)
        if known is not None:
            found = case.judge(asked, typed)
            slip = found.slip if found.judgement is Judgement.WRONG else None
            return verdicts.wrong(slip, verdicts.sentence(known.reason), rival=found.confused_with)
        if is_blank(typed.words):
            return verdicts.wrong(Slip.BLANK, f"No answer was given; it is {shown}.")
        if self._pages.pasted(typed):
            return verdicts.wrong(Slip.PASTED, f"That is the text of a card, not an answer; the answer is {shown}.")
        if echoes(asked, typed, 1 if isinstance(asked.target.value, Statement | Quote) else _ECHO):
            return verdicts.wrong(Slip.ECHO, f"Those are the words of the question; the answer is {shown}.")
        claim = denied_claim(typed.words, case.literal.stems)
        if claim is not None and case.holds(claim):
            return verdicts.wrong(Slip.NEGATED, f"That denies the right answer, {shown}.")
        return case.judge(asked, typed)

    def _case(self, question: Question) -> Case:
        if question.target is None:
            raise TypeError(f"{question.id} is not answered by typing")
        asked = Asked(question.fact, question.target, question.prompt)
        case = self._latest
        if case is None or case.asked != asked:
            literal = Literal(question.target, self.deck.entities)
            case = self._latest = Case(asked, literal, self._judge(question.target))
        return case

    def _judge(self, target: Target) -> Judge:
        match target.value:
            case Quantity() as quantity:
                return partial(grade_quantity, quantity, self._elsewhere)
            case Range() as span:
                return partial(grade_range, span)
            case Label() as label:
                return partial(grade_label, label)
            case Date() as date:
                return partial(grade_date, date, self._elsewhere)
            case Name() as name:
                return partial(grade_name, NameAnswer(name, target, self._lexicon))
            case Statement() as statement:
                return partial(grade_statement, StatementAnswer(statement, self._lexicon), self._strangers)
            case Quote() as quote:
                return partial(grade_quote, QuoteAnswer(quote, self._lexicon.ordinary))
            case Listing() as listing:
                return partial(grade_list, ListAnswer(listing, target, self._lexicon))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.deck.entities, ordinary_words(self.deck))

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.deck)

    @cached_property
    def _strangers(self) -> Strangers:
        return Strangers(self._lexicon, self._elsewhere)

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self.deck)
