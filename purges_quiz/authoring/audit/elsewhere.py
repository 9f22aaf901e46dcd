"""What a guesser can see who has read the rest of the bank, the questions of the fact itself left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.bank.cues import Cue, Options, Scores, right_elsewhere
from purges_quiz.bank.leaks import spaced
from purges_quiz.bank.surface import amount, stems
from purges_quiz.deck.model import Date
from purges_quiz.deck.question import Question


@dataclass(frozen=True)
class Elsewhere:
    """The multiple choices of a bank, counted by fact, so that one fact can be left out."""

    choices: Sequence[Question]

    def cues(self, fact: str) -> Mapping[str, Cue]:
        """The guessers who know all questions but those of this fact."""
        return {
            "right-elsewhere": right_elsewhere(self._others(self._right, fact)),
            "offered-elsewhere": right_elsewhere(self._others(self._offered, fact)),
            "seldom-offered-elsewhere": _least(self._others(self._offered, fact)),
            "wrong-least-elsewhere": _least(self._others(self._wrong, fact)),
            "right-rate-elsewhere": self._rate(fact),
            "person-in-prompts": self._named(fact),
            "words-right-elsewhere": self._words(fact),
            "date-like-the-others": self._nearest(fact),
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

    def _others(self, texts: Mapping[str, frozenset[str]], fact: str) -> Counter[str]:
        counts = Counter(text for own in texts.values() for text in own)
        counts.subtract(texts.get(fact, ()))
        return counts

    def _rate(self, fact: str) -> Cue:
        """The option that is right in the largest share of the other facts that offer it."""
        right, offered = self._others(self._right, fact), self._others(self._offered, fact)

        def cue(_prompt: str, options: Options) -> Scores:
            return tuple((right[it] + 0.25) / (offered[it] + 1) for it in options)

        return cue

    def _named(self, fact: str) -> Cue:
        """The person whom the prompts of the most other facts name: one of the cards' own, not one of the extras.

        Other answers are left to the graph of leaks: a figure or term in another prompt gives its fact away.
        """
        if fact not in self._people:
            return lambda _prompt, _options: ()
        others = [prompts for key, prompts in self._prompts.items() if key != fact]

        def cue(_prompt: str, options: Options) -> Scores:
            return tuple(sum(name in prompts for prompts in others) for name in map(spaced, options))

        return cue

    def _words(self, fact: str) -> Cue:
        """The option whose words are in right options elsewhere rather than in wrong ones."""
        right = Counter(stem for key, texts in self._right.items() if key != fact for it in texts for stem in stems(it))
        wrong = Counter(stem for key, texts in self._wrong.items() if key != fact for it in texts for stem in stems(it))

        def score(option: str) -> float:
            found = stems(option)
            return sum((right[stem] + 0.25) / (right[stem] + wrong[stem] + 1) for stem in found) / max(1, len(found))

        return lambda _prompt, options: tuple(map(score, options))

    def _nearest(self, fact: str) -> Cue:
        """The date nearest to the mean of the right ones elsewhere."""
        others = [date for key, date in self._dates.items() if key != fact]
        if fact not in self._dates or not others:
            return lambda _prompt, _options: ()
        mean = sum(others) / len(others)

        def cue(_prompt: str, options: Options) -> Scores:
            found = [known for option in options if (known := amount(option)) is not None]
            return tuple(-abs(known - mean) for known in found) if len(found) == len(options) else ()

        return cue


def _least(counts: Mapping[str, int]) -> Cue:
    return lambda _prompt, options: tuple(-counts.get(option, 0) for option in options)


def _texts(choices: Sequence[Question], *, correct: bool) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for question in choices:
        found[question.fact.key].update(option.text for option in question.options if option.correct is correct)
    return {fact: frozenset(texts) for fact, texts in found.items()}
