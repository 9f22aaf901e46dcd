"""How likely an answer in quite other words is right, by what such answers have in common.

No lexicon ties every word of a student to those of a deck. Where the ideas are not found and nothing speaks against
them, what there is of them is weighed together with other signs, by a logistic regression: an answer is the more often
right the more it says, and the more of it has to do with this fact rather than with another one; whoever is at a loss
writes little, and whoever turns the card's sentence round keeps its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from purges_quiz.grading.alternatives import alternatives
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.ideas import Found, IdeaMatch, Said
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase
from purges_quiz.grading.statement_answer import StatementAnswer
from purges_quiz.grading.vocabulary import NEGATORS, word_set

_NEAR = 0.5
"""What a word that has to do with another is worth in its stead; of one that means the same it is more."""
_SAME = 0.8
_SLIGHT = 0.35
"""Weight of a word of an idea that says little."""
_LONGEST, _MOST_NEAR, _MOST_ELSEWHERE, _MOST_NEGATORS = 20, 5, 12.0, 2
"""Beyond these more of it is no further sign."""
_PRONOUNS = word_set("he him his she her they them their it its")


@dataclass(frozen=True, slots=True)
class Signs:
    """What is weighed of an answer; its words are those that the question has not."""

    length: float
    """How many words it has beside those of the question."""
    elsewhere: float
    """How much it has in common with another fact."""
    near: float
    """How many of its words are near one of the right answer or its ideas."""
    repeated: float
    """The share of its words that are those of the right answer themselves."""
    asked: float
    """The share of what it says that the question says."""
    ideas: float
    """How many are asked for."""
    least: float
    """How much was found of the idea of which least was."""
    nothing: float
    """Whether no idea has a word near one of the answer."""
    negators: float
    """How often it says "not"."""
    pronoun: float
    """Whether it has one of the third person."""


_WEIGHTS = Signs(0.24, -0.49, 0.94, -1.19, -0.96, -1.31, 1.52, -0.92, 0.59, -0.42)
"""Fitted by .words/weights.py to some 500 answers to nine decks; each deck is judged about as well by what is fitted to
the others."""
_BIAS = -1.59
"""With it an answer is taken for right where three in five like it are."""
_FEWEST = 3
"""Words that say something of the shortest answer that is weighed."""
_COPIED = 0.5
"""Share of the right answer's words of which a copy says something else by what it changes, and is not weighed."""


def likely(answer: StatementAnswer, elsewhere: Elsewhere, said: Said, found: Sequence[Found]) -> bool:
    """Whether an answer of which not every idea was found is right all the same, as far as can be told."""
    if not worth_weighing(answer, said, found):
        return False
    signs = astuple(signs_of(answer, elsewhere, said, found))
    weighed: float = sum(weight * sign for weight, sign in zip(astuple(_WEIGHTS), signs, strict=True))
    return weighed + _BIAS > 0


def worth_weighing(answer: StatementAnswer, said: Said, found: Sequence[Found]) -> bool:
    """Whether an answer is long enough, asks nothing, offers no choice, and is no half of the right one with more."""
    if len(alternatives(said.typed.words)) > 1 or any(word.text == "?" for word in said.typed.words):
        return False
    value = answer.value_content - answer.asked.question.root_set
    copied = len(value & said.typed.root_set) >= _COPIED * len(value)
    return len(said.typed.content) >= _FEWEST and not copied and not _lacks_a_number(answer, said, found)


def _lacks_a_number(answer: StatementAnswer, said: Said, found: Sequence[Found]) -> bool:
    """Whether an idea has a number or a rank in each of its phrases, and the answer none: "the second in command"."""
    return any(
        one.match is not IdeaMatch.MET and all(_unnumbered(said, phrase) for phrase in phrases)
        for one, phrases in zip(found, answer.ideas, strict=True)
    )


def _unnumbered(said: Said, phrase: Phrase | Pattern) -> bool:
    slots = phrase.slots if isinstance(phrase, Phrase) else ()
    return any(slot.root.removesuffix("th").isdecimal() and not said.places(slot) for slot in slots)


def signs_of(answer: StatementAnswer, elsewhere: Elsewhere, said: Said, found: Sequence[Found]) -> Signs:
    """What is weighed of an answer."""
    typed = said.typed
    asked = answer.asked.question.root_set
    own = typed.root_set - asked
    content = [root for word, root in zip(typed.words, typed.roots, strict=True) if word.content]
    ideas = [
        1.0 if one.match is IdeaMatch.MET else max((_share(said, phrase, content) for phrase in phrases), default=0.0)
        for one, phrases in zip(found, answer.ideas, strict=True)
    ]
    known = answer.value_content | answer.slot_roots
    texts = [word.text for word in typed.words]
    return Signs(
        length=min(
            sum(word.text.isalpha() and root not in asked for word, root in zip(typed.words, typed.roots, strict=True)),
            _LONGEST,
        ),
        elsewhere=min(elsewhere.likest(typed.content, answer.asked.fact), _MOST_ELSEWHERE),
        near=min(sum(any(_near(said, root, one) for one in known) for root in own), _MOST_NEAR),
        repeated=len(answer.value_content & own) / (len(own) or 1),
        asked=sum(root in asked for root in content) / (len(content) or 1),
        ideas=len(ideas),
        least=min(ideas),
        nothing=not any(ideas),
        negators=min(sum(text in NEGATORS for text in texts), _MOST_NEGATORS),
        pronoun=not _PRONOUNS.isdisjoint(texts),
    )


def _share(said: Said, phrase: Phrase | Pattern, content: Sequence[str]) -> float:
    """The share of a phrase's weight of which an answer has the word itself or one near it, not denied."""
    if isinstance(phrase, Pattern):
        return 0.0
    got = whole = 0.0
    for slot in phrase.slots:
        if slot.required:
            weight = _SLIGHT if slot.root in said.lexicon.slight else 1.0
            places, last = said.places(slot), slot.root.rpartition(" ")[2]
            worth = float(any(place.agrees for place in places))
            if not places:
                worth = max((_near(said, root, last) for root in content), default=0.0)
            got += weight * worth
            whole += weight
    return got / whole if whole else 0.0


def _near(said: Said, one: str, other: str) -> float:
    """How near two roots are in sense; 0 if they are not."""
    if one == other:
        return 1.0
    first, second = said.lexicon.related(one), said.lexicon.related(other)
    if other in first.same or one in second.same:
        return _SAME
    return _NEAR if other in first.akin or one in second.akin else 0.0
