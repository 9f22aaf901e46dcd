"""What in an answer belongs to other facts: their people, their numbers, their very statements."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.deck.model import EntityKind
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.elsewhere import Elsewhere, Place
from purges_quiz.grading.given_number import dated
from purges_quiz.grading.ideas import StatementAnswer, Told, heard_of, tell
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.told import Statements
from purges_quiz.grading.typed_numbers import amounts_of, numbers
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.words import Word

_HALF = 0.5
_LITTLE = 0.3
"""Share of an answer's words: so few say what was asked that another fact may explain it better."""

_TELLING = 4
"""The smallest number that tells of what it was said; "number two" may be anyone."""


class Strangers:
    """Finds in answers what other facts of the deck would explain."""

    def __init__(self, lexicon: Lexicon, elsewhere: Elsewhere) -> None:
        self.lexicon = lexicon
        self.elsewhere = elsewhere
        self._statements = Statements(elsewhere.deck, lexicon)

    def verdict(self, answer: StatementAnswer, told: Told, asked: Asked, typed: Typed) -> Verdict | None:
        """Judge an answer that says some of its ideas, but in words that belong elsewhere; None if they do not."""
        return (
            self.someone_else(answer, asked, typed)
            or self._foreign_number(answer, asked, typed)
            or self._foreign_statement(told, asked, typed)
            or self._foreign_name(answer, told, typed)
        )

    def someone_else(self, answer: StatementAnswer, asked: Asked, typed: Typed) -> Verdict | None:
        """Judge an answer that has someone else in the place of one of the statement's people."""
        if not answer.people:
            return None
        named = self._people(typed.words)
        strangers = named - answer.people - self._people(asked.words)
        return self._named(min(strangers)) if strangers and answer.people - named else None

    def _people(self, text: Sequence[Word]) -> frozenset[str]:
        entities = self.lexicon.entities
        names = (mention.entity for mention in self.lexicon.mentions(text))
        return frozenset(name for name in names if entities[name].kind is EntityKind.PERSON)

    def _foreign_name(self, answer: StatementAnswer, told: Told, typed: Typed) -> Verdict | None:
        """Nothing but a name that has no place in this statement."""
        names = self.lexicon.only_names(typed.words) if told.missing else ()
        return self._named(names[0]) if names and answer.names.isdisjoint(names) else None

    def _named(self, key: str) -> Verdict:
        entity = self.lexicon.entities[key]
        return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=key)

    def _foreign_number(self, answer: StatementAnswer, asked: Asked, typed: Typed) -> Verdict | None:
        """A number that belongs to other cards and has no place in this statement."""
        own = asked.amounts | amounts_of(answer.value.shown) | amounts_of(asked.fact.sentence)
        years = dated(typed.words)
        for seen in numbers(typed.words):
            if seen.share or seen.amount < _TELLING or seen.amount.denominator != 1 or seen.amount in own:
                continue
            if seen.end - 1 in years:
                continue
            places = self.elsewhere.amounts.get(int(seen.amount), ())
            if places and all(place.fact.card != asked.fact.card for place in places):
                return _of_another(places[0], places[0].target.value.shown)
        return None

    def _foreign_statement(self, told: Told, asked: Asked, typed: Typed) -> Verdict | None:
        """The statement of another fact, in its words or in others."""
        content = [word for word in typed.plain if word.content]
        explained = _explained(told, typed.plain)
        place = None
        if explained < _HALF * len(content):
            place = self.elsewhere.wording(content, asked.target)
        if place is None and told.missing and explained <= _LITTLE * len(content):
            place = self._better(explained, asked, typed)
        return _of_another(place, verdicts.quoted(place.target.value.shown)) if place else None

    def _better(self, explained: int, asked: Asked, typed: Typed) -> Place | None:
        """A statement of another card of which the answer says every idea, in more of its words."""
        heard = heard_of(typed.words, self.lexicon.ordinary)
        for answer, places in self._statements.begun(heard):
            told = tell(answer, typed.words, heard)
            if not told.missing and not told.denied and _explained(told, typed.plain) > explained:
                others = (place for place in places if place.fact.card != asked.fact.card)
                if place := next(others, None):
                    return place
        return None


def _explained(told: Told, text: Sequence[Word]) -> int:
    return sum(word.content for place, word in enumerate(text) if place in told.words)


def _of_another(place: Place, shown: str) -> Verdict:
    message = verdicts.sentence(f"{shown} is {place.target.about}")
    return verdicts.wrong(Slip.OTHER_FACT, message, rival=place.fact.key)
