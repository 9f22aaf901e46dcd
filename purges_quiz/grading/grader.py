"""The grader of a deck: any response to any of its questions becomes a verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from purges_quiz.deck.folding import fold
from purges_quiz.deck.gradual import Gradual, Pieces
from purges_quiz.deck.model import (
    Date,
    Deck,
    Fact,
    Figure,
    Label,
    Listing,
    Name,
    Quantity,
    Quote,
    Range,
    Statement,
    Target,
)
from purges_quiz.deck.question import Question
from purges_quiz.grading.alternatives import doubt, offers_another
from purges_quiz.grading.arranged import grade_choice, grade_order, grade_pairing
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.known_words import DeckWords, FactWords, word_set_of
from purges_quiz.grading.labels import grade_label
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.lists import ListAnswer, grade_list
from purges_quiz.grading.literal import Literal, filled
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.moments import grade_date
from purges_quiz.grading.names import grade_name
from purges_quiz.grading.naming import NameAnswer
from purges_quiz.grading.pasted import LONGEST, Pages, echoes
from purges_quiz.grading.polarity import denial
from purges_quiz.grading.quantities import grade_quantity
from purges_quiz.grading.quotes import QuoteAnswer, grade_quote
from purges_quiz.grading.ranges import grade_range
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.remarks import is_blank
from purges_quiz.grading.retractions import retracted
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.slips import Vocabulary
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.statement_answer import StatementAnswer
from purges_quiz.grading.statements import grade_statement
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing, Reason, Response, Verdict, correct, wrong
from purges_quiz.grading.verdict import partial as half
from purges_quiz.grading.vocabulary import MONTH_NAMES
from purges_quiz.grading.words import words

_ECHO = 3
"""Words of the shortest name or number that is nothing but the question given back."""
_SURE = frozenset(
    {Slip.BLANK, Slip.ECHO, Slip.OTHER_FACT, Slip.PASTED, Slip.HEDGED, Slip.NEGATED, Slip.OPPOSITE, Slip.REVERSED}
)
"""Slips that are none of spelling."""
_FEW = 12
"""Words of the longest text that may say nothing."""
_PIECE = 20
"""Facts of which the words are read at once while the game is prepared: 10 ms."""
_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
IN_A_ROUND = 3
"""Questions kept ready in a round, where several answers are judged of the one asked last, and hardly one of others."""
_READY = 128
"""The same where answers to many questions are judged: to prepare one takes ten times as long as a grade."""

Judge = Callable[[Asked, Reading], Verdict]
"""Judges a typed answer that is neither literal nor empty."""


class Case(NamedTuple):
    """A question with what is needed to judge answers to it."""

    asked: Asked
    literal: Literal
    judge: Judge
    vocabulary: Vocabulary


class DeckTexts(NamedTuple):
    """The words of all texts of a deck."""

    every: frozenset[str]
    proper: frozenset[str]
    """Those that it writes with a capital letter inside a sentence."""


def _with_words(finding: Verdict, typed: Reading) -> Verdict:
    """The finding with the word of the answer that doubts or denies."""
    if finding.slip is Slip.HEDGED:
        return finding._replace(other=finding.other or doubt(typed.words))
    if finding.slip is Slip.NEGATED:
        return finding._replace(other=denial(typed.words) or finding.other)
    return finding


def _worth(finding: Verdict) -> tuple[bool, bool, bool]:
    return finding.right and finding.slip is None, finding.right, finding.judgement is Judgement.PARTIAL


@dataclass(eq=False)
class Grader:
    """Judges answers to the questions of one deck; what it needs of the deck is read when first needed."""

    deck: Deck
    language: Lexicon
    """The general language, which whoever opens the game reads."""
    names: Names | None = None
    """All names of the deck, if they are at hand."""
    ready: int = _READY
    """How many questions are kept ready."""
    _cases: dict[tuple[str, str, str], Case] = field(default_factory=dict, init=False, repr=False)

    def preparing(self) -> Iterator[None]:
        """Read now what every grade may need of the deck, in short pieces; typed sentences and pages need more."""
        _ = self._names
        yield
        yield from self._words.preparing()
        _ = self._deck_words
        yield
        yield from self._elsewhere.preparing()

    def grade(self, question: Question, response: Response) -> Verdict:
        """The verdict on a response.

        Never raises on any text. Raises TypeError for a response that the question does not take, ValueError or
        IndexError for one that names what the question does not hold.
        """
        if isinstance(response, Choice):
            return grade_choice(question, response, self._names, self._elsewhere)._replace(shown=question.answer)
        if isinstance(response, Order):
            return grade_order(question, response)._replace(shown=question.answer)
        if isinstance(response, Pairing):
            return grade_pairing(question, response)._replace(shown=question.answer)
        case = self._case(question)
        return self._typed(question, case, response)._replace(shown=case.asked.shown)

    def _typed(self, question: Question, case: Case, text: str) -> Verdict:
        """The best that can be said of a typed answer: it may only fill what a cue leaves open."""
        finding = self._judged(case, text)
        if not finding.right and case.literal.is_printed(text):
            return correct()
        if question.hint is None or (finding.right and finding.slip is None) or len(text) > LONGEST:
            return finding
        whole = tuple(filled(question.hint, text))
        if any(map(case.literal.is_printed, whole)):
            return correct()
        if not isinstance(case.asked.target.value, Figure):
            return finding  # letters that fill the gaps of words with others make new words of them
        return max((finding, *(self._judged(case, reading) for reading in whole)), key=_worth)

    def _judged(self, case: Case, text: str) -> Verdict:
        text = text.strip()
        if len(text) > LONGEST:
            return wrong(Slip.PASTED, Reason.WHOLE_TEXT)
        typed = Reading(words(text), self.language)
        if len(typed.all_words) <= _FEW and is_blank(typed.words) and not case.literal.accepts(typed):
            return wrong(Slip.BLANK, Reason.NO_ANSWER)
        read = case.vocabulary.read(typed.all_words)
        if read != typed.all_words:
            typed = Reading(read, self.language)
        finding = self._found(case, typed)
        if finding.right or finding.slip in _SURE or case.vocabulary.counted:
            return finding
        again = (Reading(other, self.language) for other in case.vocabulary.respelt(read))
        return next((other for other in (self._found(case, it) for it in again) if other.right), finding)

    def _found(self, case: Case, typed: Reading) -> Verdict:
        asked = case.asked
        if case.literal.accepts(typed):
            return spelling(asked.target.value.shown, [(word.typed, word.text) for word in typed.words if word.typed])
        known = case.literal.known_wrong(typed)
        if known is not None:
            found = case.judge(asked, typed)
            slip = found.slip if found.judgement is Judgement.WRONG else None
            return wrong(slip, Reason.KNOWN, note=known.reason, confused_with=found.confused_with)
        if case.literal.also_true(typed) and not isinstance(asked.target.value, Quantity | Date):
            return half(Slip.ALSO_TRUE, Reason.ALSO_TRUE)
        if self._pages.pasted(typed):
            return wrong(Slip.PASTED, Reason.CARD)
        value = asked.target.value
        if not isinstance(value, Quote) and echoes(asked, typed, 1 if isinstance(value, Statement) else _ECHO):
            return wrong(Slip.ECHO, Reason.ECHO)
        finding = case.judge(asked, typed)
        if finding.judgement is not Judgement.WRONG and retracted(typed.words):
            return wrong(Slip.NEGATED, Reason.DENIED, denial(typed.words))
        if finding.right and offers_another(typed.words):
            return _with_words(wrong(Slip.HEDGED, Reason.SEVERAL), typed)
        return _with_words(finding, typed)

    def _case(self, question: Question) -> Case:
        target = question.target
        if target is None:
            raise TypeError(f"{question.id} is not answered by typing")
        key = (question.fact.key, target.name, question.prompt)
        case = self._cases.get(key)
        if case is None or case.asked.target is not target:
            asked = Asked(question.fact, target, question.prompt, self.language, self._words.value.proper)
            case = Case(
                asked, Literal(target, self.deck.entities), self._judge(asked, target), self._vocabulary(asked, target)
            )
            while len(self._cases) >= self.ready:
                del self._cases[next(iter(self._cases))]
            self._cases[key] = case
        return case

    def _judge(self, asked: Asked, target: Target) -> Judge:
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
                return partial(grade_name, NameAnswer(name, target, self._names, self.language))
            case Statement() as statement:
                answer = StatementAnswer(statement, target, self._names, asked)
                return lambda _, typed: grade_statement(answer, self._elsewhere, typed)
            case Quote() as quote:
                return partial(grade_quote, QuoteAnswer(quote, self._names, asked))
            case Listing() as listing:
                return partial(grade_list, ListAnswer(listing, target, self._names, asked))

    def _vocabulary(self, asked: Asked, target: Target) -> Vocabulary:
        value = target.value
        lexicon = self.language

        def texts() -> tuple[Iterable[str], Iterable[str]]:
            own = (*_answer_texts(target), *self._names_of(target))
            return own, (asked.fact.sentence, target.about, *target.prompts, *getattr(value, "units", ()))

        def concepts() -> frozenset[str]:
            found = lexicon.concepts_of(" . ".join(_answer_texts(target))) | asked.question.concepts
            return found if counted else found | lexicon.contrary(found)

        counted = isinstance(value, Quantity | Range | Label | Date) or any(map(str.isdigit, value.shown))
        return Vocabulary(FactWords(self._deck_words, texts, concepts, counted))

    def _names_of(self, target: Target) -> Iterator[str]:
        value = target.value
        keys: Iterable[str] = ()
        if isinstance(value, Name):
            keys = (value.entity,)
        elif isinstance(value, Listing):
            keys = (element.entity for element in value.elements if element.entity)
        for entity in map(self.deck.entities.__getitem__, keys):
            yield from (entity.name, *entity.aliases, *entity.first_names)

    @cached_property
    def _names(self) -> Names:
        return (self.names or Names(self.deck.entities)).knowing(self.language.lists["first_names"])

    @cached_property
    def _words(self) -> Gradual[DeckTexts]:
        return Gradual(lambda: _read_words(self.deck, self._names))

    @cached_property
    def _deck_words(self) -> DeckWords:
        names = frozenset(filter(str.isalpha, self._names.words))
        return DeckWords(self.language, self._words.value.every, names, frozenset(self._names.acronyms))

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.deck)

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self.deck)


def _answer_texts(target: Target) -> tuple[str, ...]:
    value = target.value
    texts: list[str] = [value.shown, *target.aliases]
    if isinstance(value, Statement):
        texts += [value.option, *(text for idea in value.ideas for text in idea.said)]
    elif isinstance(value, Listing):
        texts += [text for element in value.elements for text in (element.shown, *element.said)]
    return tuple(texts)


def _read_words(deck: Deck, names: Names) -> Pieces[DeckTexts]:
    every = {*filter(str.isalpha, names.words), *names.first_names}
    every |= word_set_of(entity.about for entity in deck.entities.values())
    proper: set[str] = set()
    facts = tuple(deck.facts.values())
    for number, fact in enumerate(facts):
        if number % _PIECE == 0:
            yield
            every |= word_set_of(text for one in facts[number : number + _PIECE] for text in _texts_of(one))
        proper.update(fold(name) for text in (fact.sentence, *_prompts(fact)) for name in _PROPER.findall(text))
    return DeckTexts(frozenset(every), frozenset(proper - MONTH_NAMES))


def _prompts(fact: Fact) -> Iterator[str]:
    for target in fact.targets:
        yield from target.prompts


def _texts_of(fact: Fact) -> Iterator[str]:
    yield fact.sentence
    for target in fact.targets:
        yield from (*_answer_texts(target), *target.prompts, target.about, *target.also_true, *target.historians)
        if isinstance(target.value, Statement | Quote):
            yield from target.value.opposites
