"""What a statement asks for, read once for all answers to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from purges_quiz.deck.model import Statement, Target
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.crossing import RightPositions, right_positions
from purges_quiz.grading.exchanges import FactRelations
from purges_quiz.grading.frames import Frame, frames_of
from purges_quiz.grading.ideas import IdeaMatch, Said
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.parties import Phrases, main_subject
from purges_quiz.grading.patterns import Pattern, is_pattern
from purges_quiz.grading.phrases import Phrase, phrase_of, phrases_of
from purges_quiz.grading.quantities import dated
from purges_quiz.grading.reading import Reading, gist
from purges_quiz.grading.relations import KnownRelations, known_relations
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.vocabulary import NEGATORS
from purges_quiz.grading.wishes import feared
from purges_quiz.grading.words import words

_ALL = frozenset({"all", "everyone", "everybody"})
_COUNTED = 4

"""Words after a number among which what it counts is told."""
_JOINTS = frozenset({"and", "but", "or", "so", "because", "without", ",", "who", "which"})
_NEAR_ONLY = 4
"""Words from an "only" on among which is what it restricts."""
_UNTIL = frozenset({"until", "till", "before"})


@dataclass(frozen=True)
class StatementAnswer:
    """The ideas of a statement, as they are asked for by one prompt."""

    value: Statement
    target: Target
    names: Names
    asked: Asked

    @cached_property
    def relations(self) -> FactRelations:
        """What is said of whom in its answer and in its sentence."""
        question = self.phrases(self.asked.question)
        return FactRelations(
            self._relations(self.value.shown),
            self._relations(self.asked.fact.sentence),
            main_subject(question),
            tuple(question.every()),
        )

    @cached_property
    def positions(self) -> RightPositions:
        """Where its answer and its phrases have the things of which they speak."""
        lexicon = self.asked.lexicon
        phrases = (text for idea in self.value.ideas for text in idea.said if not is_pattern(text))
        return right_positions(
            Reading(words(self.value.shown), lexicon), (Reading(words(text), lexicon) for text in phrases)
        )

    @cached_property
    def feared(self) -> frozenset[str]:
        """The roots of what its answer and the phrases of its ideas tell to be feared."""
        said = (text for idea in self.value.ideas for text in idea.said if not is_pattern(text))
        return feared(Reading(words(text), self.asked.lexicon) for text in (self.value.shown, *said))

    @cached_property
    def value_phrases(self) -> Phrases:
        """The noun phrases of its answer."""
        return self.phrases(Reading(words(self.value.shown), self.asked.lexicon))

    @cached_property
    def modifiers(self) -> dict[str, set[str]]:
        """What its answer says of each thing that it names."""
        return self.value_phrases.modifiers()

    def _relations(self, text: str) -> KnownRelations:
        return known_relations(self.phrases(Reading(words(text), self.asked.lexicon)))

    def phrases(self, text: Reading) -> Phrases:
        """The noun phrases of a text about it."""
        mentions = self.names.mentions(text.words)
        mentioned = {at: mention.entity for mention in mentions for at in range(*mention.span)}
        return Phrases(text, mentioned, self.asked.proper)

    @cached_property
    def ideas(self) -> tuple[tuple[Phrase | Pattern, ...], ...]:
        """For each idea the ways of saying it."""
        in_question = self.asked.question.root_set
        lexicon = self.asked.lexicon
        value = Reading(words(self.value.shown), lexicon)
        return tuple(
            tuple(phrase for text in idea.said for phrase in phrases_of(text, lexicon, self.names, in_question, value))
            for idea in self.value.ideas
        )

    @cached_property
    def denied(self) -> frozenset[int]:
        """The ideas that its answer denies word for word: the trade in "had no right to control trade"."""
        said = Said(Reading(words(self.value.shown), self.asked.lexicon), self.names, self.own)
        return frozenset(
            at
            for at, phrases in enumerate(self.ideas)
            if {said.says(phrase).match for phrase in phrases} <= {IdeaMatch.SILENT, IdeaMatch.DENIED}
            and any(said.says(phrase).match is IdeaMatch.DENIED for phrase in phrases)
        )

    @cached_property
    def of_all(self) -> bool:
        """Whether its answer says of everybody what it says."""
        return any(word.text in _ALL for word in words(self.value.shown))

    @cached_property
    def several(self) -> bool:
        """Whether its answer makes several statements, each with a verb, so that one of them is right by itself."""
        verbs = sum(relation.verb for relation in self.relations.value.every)
        return verbs > 1 and len(self.ideas) > 1 and any(word.text in _JOINTS for word in words(self.value.shown))

    @cached_property
    def restricted(self) -> frozenset[str]:
        """The roots of what its question and its answer say of one alone: the substrate in "only one substrate"."""
        found: set[str] = set()
        for reading in (self.asked.question, Reading(words(self.value.shown), self.asked.lexicon)):
            for place, word in enumerate(reading.words):
                near = range(place + 1, min(place + _NEAR_ONLY, len(reading.words))) if word.text == "only" else ()
                found.update(reading.roots[at] for at in near if reading.words[at].content)
        return frozenset(found)

    @cached_property
    def counted(self) -> tuple[tuple[Fraction, frozenset[str]], ...]:
        """The numbers in its answer, each with the roots of the words after it, among which is what it counts."""
        shown = Reading(words(self.value.shown), self.asked.lexicon)
        days = dated(shown.words)
        return tuple(
            (one.amount, frozenset(root for root in shown.roots[one.end : one.end + _COUNTED] if len(root) > 1))
            for one in numbers(shown.words)
            if not one.share and one.start not in days and one.amount > 1
        )

    @cached_property
    def deferred(self) -> bool:
        """Whether its answer says that something was not so until later: "did not have to pay until after the war"."""
        texts = [word.text for word in words(self.value.shown)]
        until = next((at for at, text in enumerate(texts) if text in _UNTIL), 0)
        return any(text in NEGATORS for text in texts[:until])

    @cached_property
    def opposites(self) -> tuple[Phrase | Pattern, ...]:
        """What makes an answer wrong whatever else it says."""
        return tuple(phrase_of(text, self.asked.lexicon, self.names, strict=True) for text in self.value.opposites)

    @cached_property
    def also_true(self) -> tuple[tuple[tuple[str, ...], Phrase | Pattern], ...]:
        """What is true besides: what matters of its words, and as it is looked for."""
        in_question = self.asked.question.root_set
        texts = self.target.also_true
        return tuple((gist(text), phrase_of(text, self.asked.lexicon, self.names, in_question)) for text in texts)

    @cached_property
    def noted(self) -> frozenset[tuple[str, ...]]:
        """What historians say instead, by what matters of the words."""
        return frozenset(map(gist, self.target.historians))

    @cached_property
    def shown_frames(self) -> tuple[Frame, ...]:
        """Who does what to whom in the answer as it is printed."""
        return frames_of(Reading(words(self.value.shown), self.asked.lexicon))

    @cached_property
    def shown_roots(self) -> frozenset[str]:
        """The roots of the answer as it is printed."""
        return frozenset(self.asked.lexicon.roots(self.value.shown))

    @cached_property
    def own(self) -> frozenset[str]:
        """The roots of all that the fact says: its answer, its sentence, its prompts."""
        return self.roots | self.asked.source.root_set

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of its answer and of the ideas of it."""
        texts = [self.value.shown, self.value.option, *(text for idea in self.value.ideas for text in idea.said)]
        every = (root for text in texts for root in self.asked.lexicon.roots(text.replace("*", "").replace("|", " ")))
        return frozenset(every)

    @cached_property
    def value_content(self) -> frozenset[str]:
        """The roots of the words of its answer that say something."""
        return Reading(words(self.value.shown), self.asked.lexicon).root_set

    @cached_property
    def slot_roots(self) -> frozenset[str]:
        """The roots of the words of its ideas' phrases, of a set phrase the last."""
        phrases = (phrase for every in self.ideas for phrase in every if isinstance(phrase, Phrase))
        return frozenset(slot.root.rpartition(" ")[2] for phrase in phrases for slot in phrase.slots)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts of its answer and its sentence."""
        lexicon = self.asked.lexicon
        texts = (self.value.shown, *(text for idea in self.value.ideas for text in idea.said))
        return lexicon.closure(self.asked.source.concepts.union(*map(lexicon.concepts_of, texts)))

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Who does what to whom by the question, the sentence and the answer."""
        texts = (self.value.shown, *(text for idea in self.value.ideas for text in idea.said))
        lexicon = self.asked.lexicon
        return (*self.asked.frames, *(frame for text in texts for frame in frames_of(Reading(words(text), lexicon))))

    @cached_property
    def stated(self) -> frozenset[str]:
        """The concepts of its answer alone."""
        lexicon = self.asked.lexicon
        texts = (self.value.shown, *(text for idea in self.value.ideas for text in idea.said))
        return frozenset().union(*map(lexicon.concepts_of, texts))

    @cached_property
    def people(self) -> frozenset[str]:
        """The entities that the fact speaks of."""
        shown = words(" . ".join((self.value.shown, self.asked.fact.sentence, *self.target.prompts)))
        return frozenset(mention.entity for mention in self.names.mentions(shown))
