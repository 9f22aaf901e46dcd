"""Answers that say of one party what a fact says of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from purges_quiz.grading.edits import edits
from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.parties import MEASURES, Party, Phrases
from purges_quiz.grading.relations import OBJECT, OWNER, SUBJECT, KnownRelations, Relation
from purges_quiz.grading.vocabulary import PLURAL, SINGULAR, word_set

LIGHT = frozenset(
    root_of(verb, {}) for verb in word_set("set put get make take give have want go come do keep let become be")
)
"""Roots of verbs of so many senses that they tell little."""
_OWNING = frozenset({OWNER, "of"})
_TOWARDS = frozenset({"to", "against", "than", "for"})
_BESIDE = frozenset({"by", "with", "in", "at", "about"})


@dataclass(frozen=True)
class FactRelations:
    """What a fact says of whom."""

    value: KnownRelations
    """By its answer."""
    source: KnownRelations
    """By its sentence."""
    asked_of: Party | None = None
    """Whom the question is about."""
    asked: tuple[Party, ...] = ()
    """All of whom the question speaks, so whom a pronoun in the answer may mean."""


class Exchange(NamedTuple):
    """A party of an answer that is another one's in the fact."""

    word: Relation
    role: str
    party: Party
    foreign: bool
    """Whether the fact does not speak of it at all."""


def exchanged(
    fact: FactRelations, own: frozenset[str], people: frozenset[str], phrases: Phrases, said: Sequence[Relation]
) -> Iterator[Exchange]:
    """The parties that an answer puts where the fact has others.

    `own` are the roots of all that the fact says, `people` the entities that it names.
    """
    for one in said:
        stated = fact.value.like(one)
        like = [*stated, *fact.source.like(one)]
        for role, party in one.parties.items():
            if not party.named or not like:
                continue
            there = [relation.parties[role] for relation in like if role in relation.parties]
            if any(party.is_like(other) for other in there):
                continue
            if _displaced(fact, one, role, party, said, own, phrases):
                yield Exchange(one, role, party, foreign=False)
            elif role in {SUBJECT, OBJECT} and (one.phrasal or one.root not in LIGHT):
                same = [relation for relation in like if role in relation.parties and relation.root == one.root]
                if _other_name(role, party, same):
                    yield Exchange(one, role, party, foreign=False)
                elif _foreign(role, party, [it for it in same if it in stated], own, people, phrases):
                    yield Exchange(one, role, party, foreign=True)


def _may_be_meant(phrases: Phrases, party: Party, other: Party) -> bool:
    """Whether a word that nobody knows can be another one misspelt."""
    known = phrases.text.lexicon
    unknown = [root for root in party.heads if not known.knows_root(root)]
    return any(edits(one, it, most := max(len(one), len(it)) // 2) <= most for one in unknown for it in other.roots)


def _displaced(  # noqa: PLR0913, PLR0917  # who stands where, and all that is known
    fact: FactRelations,
    one: Relation,
    role: str,
    party: Party,
    said: Sequence[Relation],
    own: frozenset[str],
    phrases: Phrases,
) -> bool:
    """Whether a party of the fact has a role in an answer in which the fact has another."""
    stated = fact.value.like(one)
    like = [*stated, *fact.source.like(one)]
    if any(_swapped(one, role, relation, party) for relation in like):
        return True
    if role == SUBJECT and _other_subject(fact, one, party, said, own):
        return True
    if role in _OWNING:
        return party.heads <= own and _other_owner(one, role, party, like, phrases)  # "women's jobs" for "men's jobs"
    told = role == SUBJECT or one.passive or one.root == _GIVING
    return told and _other_of_the_fact(one, role, party, stated, own, phrases)


_GIVING = root_of("give", {})


def _other_owner(one: Relation, role: str, party: Party, like: Sequence[Relation], phrases: Phrases) -> bool:
    """Whether a thing of one party of the fact is said to be another's: "the clergy's consent" for the King's."""
    beside = phrases.words[one.place + 1].text if one.place + 1 < len(phrases.words) else ""
    if role != OWNER and beside != "of":
        return False  # "deputy head of the NKVD"
    owners = [relation.parties[OWNER] for relation in like if OWNER in relation.parties]
    if any(bool(other.names) is not bool(party.names) for other in owners):
        return False  # Henry may be the King, and Arthur the brother
    return bool(owners) and not any(party.is_like(other) for other in owners)


def _other_of_the_fact(  # noqa: PLR0913, PLR0917  # who stands where, and what is known of it
    one: Relation, role: str, party: Party, stated: Sequence[Relation], own: frozenset[str], phrases: Phrases
) -> bool:
    """Whether somebody of whom the fact speaks has the role in an answer that its own words give to another."""
    same = [relation for relation in stated if relation.root == one.root]
    there = [relation.parties[role] for relation in same if role in relation.parties]
    if any((party.roots - party.heads) & (other.roots - other.heads) for other in there):
        return False  # "to a white man" for "to a white passenger"
    if one.root in LIGHT and not one.phrasal and not (role == OBJECT and party.heads <= phrases.text.lexicon.actors):
        return False  # but "it gave employers the right" is told of others than the workers
    if one.participle and any(OBJECT in relation.parties for relation in same):
        return False
    return bool(there) and all(other.named for other in there) and party.heads <= own


def _other_subject(
    fact: FactRelations, one: Relation, party: Party, said: Sequence[Relation], own: frozenset[str]
) -> bool:
    """Whether somebody else of the fact is said to do what those do whom a pronoun in its answer means."""
    stated = fact.value.like(one)
    there = [relation.parties[SUBJECT] for relation in stated if SUBJECT in relation.parties]
    if not there or any(other.named for other in there) or not party.heads <= own:
        return False
    if any(_given_away(fact, other, party) for other in said):
        return True  # "Lincoln feared that they would end it" for "they feared that Lincoln would end it"
    main = fact.asked_of
    if main is None or not all(agrees(other.pronoun, main) for other in there):
        return False
    meant = [other for other in fact.asked if all(agrees(pronoun.pronoun, other) for pronoun in there)]
    return not any(party.is_like(other) for other in meant)


def _given_away(fact: FactRelations, other: Relation, party: Party) -> bool:
    """Whether the fact says of a party what an answer says of a pronoun."""
    subject = other.parties.get(SUBJECT)
    if subject is None or subject.named or subject.pronoun not in SINGULAR | PLURAL | {"it"}:
        return False
    like = [relation.parties[SUBJECT] for relation in fact.value.like(other) if SUBJECT in relation.parties]
    return bool(like) and all(party.is_like(one) for one in like)


def agrees(pronoun: str, main: Party) -> bool:
    """Whether a pronoun can mean somebody."""
    if pronoun in PLURAL:
        return main.plural
    thing = pronoun == "it" and (main.country or not (main.entities or main.names))
    return not main.plural and (thing or (pronoun in SINGULAR and not main.country))


def _other_name(role: str, party: Party, like: Sequence[Relation]) -> bool:
    """Whether a name stands where the fact has another."""
    there = [relation.parties[role] for relation in like]
    return bool(party.names) and any(other.names and party.names.isdisjoint(other.names) for other in there)


def _foreign(  # noqa: PLR0913, PLR0917  # who stands where, and all that is known
    role: str,
    party: Party,
    like: Sequence[Relation],
    own: frozenset[str],
    people: frozenset[str],
    phrases: Phrases,
) -> bool:
    """Whether somebody or something of which the fact does not speak stands where it has another."""
    there = [relation.parties[role] for relation in like]
    if not there or party.heads & own or party.entities & people or not any(phrases.noun(at) for at in party.places):
        return False
    pronouns = [other.pronoun for other in there if not other.named]
    told = any(other.named for other in there) or all(it in SINGULAR | PLURAL | {"it"} for it in pronouns)
    if any(_may_be_meant(phrases, party, other) for other in there) or any(
        head.removesuffix("ism").removesuffix("ist") in own
        for head in party.heads  # Catholicism from Catholic
    ):
        return False
    if party.names:
        return all(pronoun not in MEASURES for pronoun in pronouns) and not any(other.named for other in there)
    actors = phrases.text.lexicon.actors
    if party.heads <= actors and all(it.heads and it.heads <= actors for it in there):
        return not any(party.concepts & it.concepts or it.entities for it in there)  # the pope for the citizens
    general = phrases.text.lexicon.lists["general"] | phrases.text.lexicon.lists["titles"]
    return told and general.isdisjoint(phrases.words[at].text for at in party.places)


def _swapped(one: Relation, role: str, relation: Relation, party: Party) -> bool:
    """Whether a party has a role in an answer that another has in the fact, where it has that one's."""
    if any(name != role and other.named and party.is_like(other) for name, other in one.parties.items()):
        return False  # "Americans bought American goods"
    return any(
        name != role and other.named and party.is_like(other) and _excludes(one, role, relation, name)
        for name, other in relation.parties.items()
    )


def _excludes(one: Relation, role: str, relation: Relation, name: str) -> bool:
    """Whether nobody can have both roles: the one that an answer gives, and the other in the fact."""
    if {role, name} == {"from", "to"}:
        return True
    if role == SUBJECT and one.participle:
        return False
    alike = one.verb is relation.verb
    if (role, name) == (SUBJECT, OBJECT):
        return alike and OBJECT in one.parties  # "the soil blew away" is as well blown away
    if (role, name) == (OBJECT, SUBJECT):
        return alike and (OBJECT in relation.parties or SUBJECT in one.parties)
    if one.root != relation.root:
        return False
    if role == SUBJECT and name not in _BESIDE:
        return alike or name not in {OWNER, "of"}  # "communism spreading" is the spread of communism
    return one.verb and relation.verb and name == SUBJECT and role in _TOWARDS


def other_names(questions: Sequence[KnownRelations], said: Iterable[Relation]) -> Exchange | None:
    """Somebody whom an answer names where the question and its sentence name another."""
    for one in said:
        met = [other for known in questions for other in known.like(one) if other.root == one.root and other.verb]
        if not one.verb or any("with" in relation.parties for relation in met):
            continue  # who replaced him with Beria: Beria replaced him
        for role in (SUBJECT, OBJECT):
            party = one.parties.get(role)
            like = [relation for relation in met if role in relation.parties]
            if party is None or any(party.is_like(relation.parties[role]) for relation in like):
                continue
            if _other_name(role, party, like):
                return Exchange(one, role, party, foreign=False)
    return None
