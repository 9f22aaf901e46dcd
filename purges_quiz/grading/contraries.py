"""Answers that say the contrary of what a fact or its question says of the very same."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from purges_quiz.grading.exchanges import LIGHT, FactRelations, agrees
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.parties import PREPOSITIONS, Party, Phrases
from purges_quiz.grading.relations import OBJECT, SUBJECT, KnownRelations, Relation
from purges_quiz.grading.vocabulary import ARTICLES, NEGATORS, PLURAL, SINGULAR


def denied(fact: FactRelations, said: Iterable[Relation]) -> Relation | None:
    """The deed that an answer denies of the very parties of which the fact says it."""
    for one in said:
        if not one.verb:
            continue
        for relation in fact.value.like(one) if (one.phrasal or one.root not in LIGHT) else ():
            if one.denied and not relation.denied and relation.verb and _of_the_same(one, relation):
                return one
    return None


def affirmed(fact: FactRelations, said: Iterable[Relation]) -> Relation | None:
    """The deed that an answer says of the very parties of which the fact denies it."""
    for one in said:
        for relation in fact.value.like(one) if one.verb and not one.denied and one.root not in LIGHT else ():
            if relation.denied and relation.verb and relation.root == one.root and _of_the_same(one, relation):
                return one
    return None


def _asked_of(one: Relation, questions: Sequence[KnownRelations]) -> list[Relation]:
    """What the wordings of a question say by the same verb."""
    every = (other for known in questions for other in known.like(one))
    return [other for other in every if other.root == one.root and other.verb]


def turned(questions: Sequence[KnownRelations], said: Iterable[Relation]) -> Relation | None:
    """What an answer denies though every wording of the question says it, or says though the question denies it."""
    for one in said:
        met = _asked_of(one, questions)
        against = one.verb and bool(met) and all(other.denied is not one.denied for other in met)
        if against and any(_of_the_same(one, other, loosely=True) for other in met):
            return one
    return None


def denied_as_asked(questions: Sequence[KnownRelations], said: Iterable[Relation]) -> Relation | None:
    """What an answer denies though the question says it: "they did not give up" for what they gave up."""
    for one in said:
        met = _asked_of(one, questions)
        against = one.verb and one.denied and bool(met) and not any(other.denied for other in met)
        if (
            against
            and (one.phrasal or one.root not in LIGHT)
            and any(_of_the_same(one, it, loosely=True) for it in met)
        ):
            return one
    return None


def destroyed(fact: FactRelations, said: Iterable[Relation]) -> Relation | None:
    """What an answer says to be destroyed, and the fact to be got, made or kept: "blow up the gunpowder"."""
    kept = [one for one in fact.value.every if one.verb and not one.denied and one.concepts & _KEEPING]
    things = [one.parties[OBJECT] for one in kept if OBJECT in one.parties]
    for one in said if things else ():
        party = one.parties.get(OBJECT) if one.verb and not one.denied and one.concepts & _DESTROYING else None
        if party is not None and any(party.is_like(thing) for thing in things):
            return one
    return None


_DESTROYING = frozenset({"destroy", "burn", "abolish"})
_KEEPING = frozenset({"get", "create", "protect", "save", "keep", "build", "supply", "receive", "defend"})


def contrary(fact: FactRelations, said: Iterable[Relation], lexicon: Lexicon) -> Relation | None:
    """What an answer says of the very parties of which the fact says the opposite."""
    for one in said:
        against = lexicon.contrary(one.concepts)
        stopped = one.root in lexicon.cancelling and OBJECT not in one.parties  # "they stopped obeying"
        for relation in fact.value.every if against and one.verb and not (one.denied or stopped) else ():
            opposed = relation.concepts & against and not relation.concepts & lexicon.closure(one.concepts)
            if opposed and relation.verb and not relation.denied and _of_the_same(one, relation, pronouns=True):
                return one
    return None


def modified_otherwise(fact: Mapping[str, set[str]], said: Mapping[str, set[str]], slight: frozenset[str]) -> str:
    """The root of what an answer says of one thing and a fact of another: "American goods" and "foreign ones" turned.

    Both by the root of the thing, as `Phrases.modifiers` has them. What is `slight` ("new") is said of much.
    """
    for head, words in said.items():
        own = fact.get(head)
        if not own or words & own:
            continue
        if not (said.keys() & own or any(theirs & own for other, theirs in said.items() if other != head)):
            continue  # what the fact says of it is said of nothing else: "bought American goods"
        elsewhere = {word for other, said_of in fact.items() if other != head for word in said_of | {other}}
        for word in sorted(words - slight):
            if word in elsewhere:
                return word
    return ""


def did_converse(
    questions: Sequence[KnownRelations], said: Iterable[Relation], answer: Container[int], lexicon: Lexicon
) -> Relation | None:
    """The converse of what is asked of "who" or "which", said of the answer: "Aske, he put it down" for who led it.

    `answer` are the places of the answer.
    """
    every = (relation for known in questions for relation in known.every if relation.verb and not relation.denied)
    asked_for = frozenset().union(*(relation.concepts for relation in every if _asks_for(relation)))
    for one in said if asked_for else ():
        deeds = lexicon.closure(one.concepts)
        converse = not asked_for.isdisjoint(lexicon.converses(deeds))
        told = converse and one.verb and not one.denied and not deeds & asked_for
        if told and _is_answer(one.parties.get(SUBJECT), answer):
            return one
    return None


def _is_asked(party: Party | None) -> bool:
    return party is not None and party.pronoun in {"who", "whom", "which", "what"}


def other_side(
    questions: Sequence[KnownRelations],
    said: Iterable[Relation],
    asked_of: Party | None,
    lexicon: Lexicon,
) -> Relation | None:
    """What an answer says of those who did, or suffered, the converse: "the Crown paid" for what the Crown took."""
    every = [relation for known in questions for relation in known.every if relation.verb and not relation.denied]
    for one in said:
        who = _meant(one.parties.get(SUBJECT), asked_of)
        if who is None or not one.verb or one.denied:
            continue
        deeds = lexicon.closure(one.concepts)
        converse = lexicon.converses(deeds)
        does = any(relation.concepts & converse and _is(relation, SUBJECT, who) for relation in every)
        if does and not any(relation.concepts & converse and _is(relation, OBJECT, who) for relation in every):
            return one
    return None


def _asks_for(relation: Relation) -> bool:
    """Whether it is asked who does it."""
    return _is_asked(relation.parties.get(SUBJECT))


def _is_answer(subject: Party | None, answer: Container[int]) -> bool:
    """Whether a subject is the answer itself, or a pronoun for it."""
    if subject is None:
        return False
    return any(at in answer for at in subject.places) or subject.pronoun in SINGULAR | PLURAL | {"it"}


def _meant(subject: Party | None, asked_of: Party | None) -> Party | None:
    """Whom a subject names, or whom its pronoun can mean."""
    if subject is None or subject.named:
        return subject
    return asked_of if asked_of is not None and agrees(subject.pronoun, asked_of) else None


def _is(relation: Relation, role: str, party: Party) -> bool:
    other = relation.parties.get(role)
    return other is not None and other.named and other.is_like(party)


def granted(fact: Phrases, said: Phrases) -> int | None:
    """The place of a thing that an answer grants where the fact's own words have none of it: "a son" for "no son"."""
    lexicon = said.text.lexicon
    lacking = {fact.text.roots[at] for at, word in enumerate(fact.words) if word.content and _lacks(fact, at)}
    denies = any(said.denied) or any(word.text in NEGATORS for word in said.words)
    if not lacking or denies or any(lexicon.implied(one.concept) & _WANTING for one in said.text.meanings):
        return None
    return next((at for at, root in enumerate(said.text.roots) if root in lacking and said.words[at].content), None)


def _lacks(fact: Phrases, place: int) -> bool:
    """Whether a thing stands after "no" or "without", or is where something is not: "not in a nucleus"."""
    if any(it.text in _WITHOUT for it in fact.words[max(place - 2, 0) : place]):
        return True
    before = [it.text for it in fact.words[max(place - 3, 0) : place] if it.text not in ARTICLES]
    return before[-2:-1] == ["not"] and before[-1] in PREPOSITIONS


_WITHOUT = frozenset({"no", "without"})
_WANTING = frozenset({"want", "lack", "ask", "demand", "hope", "fail", "refuse", "prevent", "shortage", "impossible"})


def turned_condition(fact: FactRelations, said: Iterable[Relation]) -> Relation | None:
    """The deed that an answer makes the condition of what was its own: "kill the King if Paris was destroyed"."""
    both = [(one, relation) for one in said for relation in fact.value.like(one)]
    made = [one for one, relation in both if one.conditional and not relation.conditional]
    lost = [one for one, relation in both if relation.conditional and not one.conditional]
    return made[0] if made and lost else None


def of_other_number(fact: FactRelations, said: Iterable[Relation]) -> Relation | None:
    """What an answer says of one where the fact says it of many: "he was afraid" for the deputies."""
    for one in said:
        subject = one.parties.get(SUBJECT)
        there = [other.parties[SUBJECT] for other in fact.value.like(one) if SUBJECT in other.parties]
        several = bool(there) and all(other.plural or other.pronoun in PLURAL for other in there)
        if subject is not None and subject.pronoun in SINGULAR and several:
            return one
    return None


def _of_the_same(one: Relation, relation: Relation, *, loosely: bool = False, pronouns: bool = False) -> bool:
    """Whether both are said of one party at least.

    With `pronouns` two like pronouns are one party, `loosely` a pronoun may be anybody.
    """
    pairs = [(party, one.parties[role]) for role, party in relation.parties.items() if role in one.parties]
    return any(
        (party.named and party.is_like(other))
        or (pronouns and not party.named and party.pronoun == other.pronoun)
        or (loosely and not (party.named and other.named))
        for party, other in pairs
    )
