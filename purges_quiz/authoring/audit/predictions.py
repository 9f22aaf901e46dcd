"""Every guesser's guesses: the probability with which it takes each option of every multiple choice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import assert_never

from purges_quiz.authoring.audit.more_guessers import MORE_CUES
from purges_quiz.bank.cues import CUES, Cue, Options, Scores, guess, highest_count, tally
from purges_quiz.bank.shown_answers import spaced
from purges_quiz.bank.surface import amount, stems
from purges_quiz.deck.index import counted
from purges_quiz.deck.model import Date, Label, Listing, Name, Quantity, Quote, Range, Statement
from purges_quiz.deck.question import Question

ALL = "all"
"""The family of all questions."""
RIGHT_FOR_OTHERS = "right-elsewhere"
VOTE = "vote of all"

Predictions = Mapping[str, Sequence[Scores]]
"""By the name of each guesser what it puts on the options of each question, () where its cue does not apply."""


def predict(choices: Sequence[Question]) -> Predictions:
    """The predictions of every guesser for these questions; the vote of all is one of them."""
    others = OtherFacts(choices)
    learned = {question.fact.key: others.cues(question.fact.key) for question in choices}
    found: defaultdict[str, list[Scores]] = defaultdict(list)
    for question in choices:
        cues = chain(CUES.items(), MORE_CUES.items(), learned[question.fact.key].items())
        predictions = {name: prediction(question, cue) for name, cue in cues}
        for name, shares in predictions.items():
            found[name].append(shares)
        found[VOTE].append(guess(tally(predictions.values())))
    return found


def prediction(question: Question, cue: Cue) -> Scores:
    """What a guesser with one cue puts on the options of a question."""
    return guess(cue(question.prompt, tuple(option.text for option in question.options)))


def families_of(choices: Sequence[Question]) -> Mapping[str, list[int]]:
    """The places of all questions, and of those for each sort of answer."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, question in enumerate(choices):
        found[ALL].append(place)
        match question.target.value if question.target else None:
            case Quantity() | Range() | Label():
                found["numbers"].append(place)
            case Date():
                found["dates"].append(place)
            case Name():
                found["names"].append(place)
            case Statement() | Quote() | Listing() | None:
                found["texts"].append(place)
            case _ as unknown:
                assert_never(unknown)
    return found


def hit(question: Question, shares: Scores) -> float:
    """The probability with which a guesser takes the right option."""
    return sum(share for share, option in zip(shares, question.options, strict=False) if option.correct)


@dataclass(frozen=True)
class OtherFacts:
    """What a guesser knows who has read the rest of the bank: its multiple choices, counted by fact.

    The fact that is guessed is left out, since its own questions show its answer.
    """

    choices: Sequence[Question]

    def cues(self, fact: str) -> Mapping[str, Cue]:
        """The guessers who know all questions but those of this fact."""
        return {
            RIGHT_FOR_OTHERS: highest_count(counted(self._right, without=fact)),
            "offered-elsewhere": highest_count(counted(self._offered, without=fact)),
            "seldom-offered-elsewhere": _lowest_count(counted(self._offered, without=fact)),
            "wrong-least-elsewhere": _lowest_count(counted(self._wrong, without=fact)),
            "right-rate-elsewhere": self._highest_rate(fact),
            "person-in-prompts": self._most_named(fact),
            "words-right-elsewhere": self._words_of_right_options(fact),
            "date-like-the-others": self._nearest_to_mean_date(fact),
        }

    @cached_property
    def _right(self) -> Mapping[str, frozenset[str]]:
        return _texts(self.choices, correct=True)

    @cached_property
    def _wrong(self) -> Mapping[str, frozenset[str]]:
        return _texts(self.choices, correct=False)

    @cached_property
    def _offered(self) -> Mapping[str, frozenset[str]]:
        return {fact: self._right.get(fact, frozenset()) | wrong for fact, wrong in self._wrong.items()}

    @cached_property
    def _prompts(self) -> Mapping[str, str]:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for question in self.choices:
            found[question.fact.key][spaced(question.prompt)] = None
        return {fact: "|".join(prompts) for fact, prompts in found.items()}

    @cached_property
    def _dates(self) -> Mapping[str, float]:
        return {
            question.fact.key: known
            for question in self.choices
            if question.target
            and isinstance(question.target.value, Date)
            and (known := amount(question.target.value.shown)) is not None
        }

    @cached_property
    def _people(self) -> frozenset[str]:
        """The facts that ask for a person."""
        return frozenset(question.fact.key for question in self.choices if question.fact.type == "person")

    def _highest_rate(self, fact: str) -> Cue:
        """The option that is right in the largest share of the other facts that offer it."""
        right, offered = counted(self._right, without=fact), counted(self._offered, without=fact)

        def cue(_prompt: str, options: Options) -> Scores:
            return tuple((right[it] + 0.25) / (offered[it] + 1) for it in options)

        return cue

    def _most_named(self, fact: str) -> Cue:
        """The person whom the prompts of the most other facts name: somebody of the cards, not added as a wrong option.

        Facts that do not ask for a person are left to the graph of leaks: where another prompt has their answer, the
        two are kept apart.
        """
        if fact not in self._people:
            return lambda _prompt, _options: ()
        others = [prompts for key, prompts in self._prompts.items() if key != fact]

        def cue(_prompt: str, options: Options) -> Scores:
            return tuple(sum(name in prompts for prompts in others) for name in map(spaced, options))

        return cue

    def _words_of_right_options(self, fact: str) -> Cue:
        """The option whose words stand in right options of other facts rather than in wrong ones."""
        right = Counter(stem for key, texts in self._right.items() if key != fact for it in texts for stem in stems(it))
        wrong = Counter(stem for key, texts in self._wrong.items() if key != fact for it in texts for stem in stems(it))

        def score(option: str) -> float:
            found = stems(option)
            return sum((right[stem] + 0.25) / (right[stem] + wrong[stem] + 1) for stem in found) / max(1, len(found))

        return lambda _prompt, options: tuple(map(score, options))

    def _nearest_to_mean_date(self, fact: str) -> Cue:
        """The date nearest to the mean of other facts' right dates."""
        others = [date for key, date in self._dates.items() if key != fact]
        if fact not in self._dates or not others:
            return lambda _prompt, _options: ()
        mean = sum(others) / len(others)

        def cue(_prompt: str, options: Options) -> Scores:
            found = [known for option in options if (known := amount(option)) is not None]
            return tuple(-abs(known - mean) for known in found) if len(found) == len(options) else ()

        return cue


def _lowest_count(counts: Mapping[str, int]) -> Cue:
    return lambda _prompt, options: tuple(-counts.get(option, 0) for option in options)


def _texts(choices: Sequence[Question], *, correct: bool) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for question in choices:
        found[question.fact.key].update(option.text for option in question.options if option.correct is correct)
    return {fact: frozenset(texts) for fact, texts in found.items()}
