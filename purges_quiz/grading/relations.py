"""What is said of whom: the parties to each deed, state and relation in a text, and answers that exchange them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.parties import MEASURES, NO_NOUNS, PREPOSITIONS, Party, Phrases, both
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.verbs import BE, CHAIN, GET, RELATIVE, is_participle, is_passive, verbal
from purges_quiz.grading.vocabulary import AUXILIARIES, PLURAL, SINGULAR, word_set

SUBJECT, OBJECT, OWNER = "subject", "object", "'s"
_PARTICLES = word_set("up down out off away back over together")
_STATES = word_set("better worse alive free high low early late")
"""Words that begin no noun phrase, and may be said of somebody all the same."""
_SAYING_NOTHING = (NO_NOUNS - _STATES) | PREPOSITIONS | MEASURES | AUXILIARIES | BE | {"not"}
_SPOKEN = word_set("called named said mean meant known")
"""Verbs that say little elsewhere."""
_BEFORE_NOUNS = word_set("the a an his her their its this these those some any no every")
_ADVERBS = word_set("not never also always still even just ever already only soon")
_MODALS = word_set("to would could should will might must can may did do does he she they we who you i")
_FELT = word_set("scar frighten worry alarm terrify shock surpris please ang upset interest threaten concern")
"""Roots of verbs of which the passive is what its subject feels."""
_NAMING = word_set("declar call nam mak elect appoint crown proclaim know")
_CAUSING = word_set(
    "forbid allow mak forc help want ask tell told order let persuad convinc encourag stop enabl requir"
)
_WILLING = frozenset(
    root_of(verb, {})
    for verb in word_set("refuse want promise try fail agree decide threaten hope hesitate attempt intend manage")
)
"""Roots of verbs of which whoever does them is who does what follows their "to"."""
_ENDS = frozenset({"and", "because", "that", "who", "of"})
_INSERTED = 10
"""Words that two commas may set apart between a subject and its verb."""
_BOUNDS = word_set("to at least most more less fewer than about around over nearly almost only no up")
_PLACED = word_set("from to into against towards for than with on over under by of at about in")


_PERIODS = frozenset(
    root_of(word, {}) for word in word_set("second minute hour day night week month year decade century half third")
)
"""Roots of what says by how much, and not by whom, after a passive: "delayed by a year"."""


class Relation(NamedTuple):
    """A word with those who take part in what it says."""

    place: int
    root: str
    concepts: frozenset[str]
    verb: bool
    parties: Mapping[str, Party]
    """By role: subject, object, or the preposition that joins them to it."""
    participle: bool = False
    """Whether its form leaves open whether the subject does it or suffers it: "a number arrested"."""
    denied: bool = False
    conditional: bool = False
    passive: bool = False
    phrasal: bool = False
    """Whether several words say it, so that its verb alone would tell little: "went back"."""


def relations(phrases: Phrases) -> Iterator[Relation]:
    """What is said by each word that may say something of somebody."""
    for place, word in enumerate(phrases.words):
        if place in phrases.phrasal and word.text not in AUXILIARIES | {"be", "been", "being"}:
            yield _relation(phrases, place)
            continue
        if word.punctuation or word.text in _SAYING_NOTHING or place in phrases.mentioned or phrases.adverb(place):
            continue
        got = word.text in GET and place + 1 < len(phrases.words) and not is_participle(phrases.text, place + 1)
        if word.content or got or (word.text in _SPOKEN and verbal(phrases.text, place)):
            yield _relation(phrases, place)


def _relation(phrases: Phrases, place: int) -> Relation:
    text = phrases.text
    words = text.words
    clause = text.clause_of(place)
    verb = _verbal(phrases, place, clause.start)
    passive = verb and is_passive(text, place, clause.start)
    subject, bare = _subject(phrases, place, clause.start, verb=verb)
    verb = verb or (bare and not (place and words[place - 1].text in BE))
    parties = _after(phrases, place, clause.end, verb=verb)
    participle = False
    felt = text.roots[place] in _FELT or ("against" in parties and "by" not in parties)  # "prejudiced against them"
    if passive and not felt:
        measured = "by" in parties and parties["by"].heads <= _PERIODS
        by = None if measured else parties.pop("by", None)
        parties |= {OBJECT: both(subject, parties.get(OBJECT))} if subject is not None else {}
        parties |= {SUBJECT: by} if by is not None else {}
    elif subject is not None:
        parties[SUBJECT] = subject
        participle = verb and OBJECT not in parties and is_participle(text, place) and not _willed(text, place)
    if verb and not passive and is_participle(text, place):
        parties = _had_done(phrases, place, clause.start) or parties
    told = parties[OBJECT].places[0] if OBJECT in parties and not words[place].content else place  # "failed to get it"
    return Relation(
        place,
        text.roots[place],
        frozenset(phrases.concepts(place)),
        verb,
        parties,
        participle,
        phrases.denied[told],
        clause.opener in {"if", "unless"},
        passive,
        place in phrases.phrasal,
    )


def _willed(text: Reading, place: int) -> bool:
    """Whether the subject itself does it, as what follows tells: "the allies refused to accept"."""
    following = text.words[place + 1].text if place + 1 < len(text.words) else ""
    return text.roots[place] in _WILLING and following == "to"


def _after(phrases: Phrases, place: int, end: int, *, verb: bool) -> dict[str, Party]:
    """The object of a verb, or the owner of a thing, and all that prepositions join to it."""
    words = phrases.words
    parties: dict[str, Party] = {}
    at = place + 1
    while at < end and words[at].text in _PARTICLES:
        at += 1
    at = _past_a_bound(phrases, at, end)
    if verb:
        object_, at = phrases.after(at, end)
        if object_ is not None and at < end and words[at].text == "of":
            rest, at = phrases.after(at + 1, end)
            object_ = both(object_, rest)  # "wreck the stability of the state"
        parties |= {OBJECT: object_} if object_ is not None else {}
    elif place and words[place - 1].text == "'s":
        owner = phrases.before(place - 1, phrases.text.clause_of(place).start)
        parties |= {OWNER: owner} if owner is not None else {}
    return _joined(phrases, at, end) | parties


def _past_a_bound(phrases: Phrases, at: int, end: int) -> int:
    """The place of the number in "up to six judges", or the place itself."""
    for place in range(at, min(at + 3, end)):
        word = phrases.words[place]
        if word.stem.isdecimal():
            return place
        if word.text not in _BOUNDS:
            break
    return at


def _had_done(phrases: Phrases, place: int, start: int) -> dict[str, Party]:
    """The parties of "it had them guillotined"; none of another."""
    object_ = phrases.before(place, start)
    if object_ is None:
        return {}
    at = object_.places[0] - 1
    while at > start and phrases.words[at].text in _BEFORE_NOUNS:
        at -= 1
    if at <= start or phrases.words[at].text not in {"had", "have", "has", "got"}:
        return {}
    subject = phrases.before(at, start)
    return {OBJECT: object_} if subject is None else {OBJECT: object_, SUBJECT: subject}


def _joined(phrases: Phrases, at: int, end: int) -> dict[str, Party]:
    """Who and what prepositions join to a word, from a place on."""
    text, words = phrases.text, phrases.words
    parties: dict[str, Party] = {}
    while at < end:
        word = words[at].text
        if word in _PLACED:
            after = at + 1
            verb = word == "to" and after < end and _only_verb(phrases, after)
            party, stop = (None, after) if verb else phrases.after(after, end)
            if party is not None and word not in parties:
                parties[word] = party
            at = max(stop, after)
        elif word in {",", "and", "or", "but"} or word in AUXILIARIES or verbal(text, at):
            break
        else:
            at += 1
    return parties


def _only_verb(phrases: Phrases, place: int) -> bool:
    if place in phrases.mentioned or not phrases.words[place].content:
        return False
    kinds = phrases.text.lexicon.kinds(phrases.text.roots[place])
    following = phrases.words[place + 1].text if place + 1 < len(phrases.words) else ""
    return "verbs" in kinds and ("nouns" not in kinds or following in _BEFORE_NOUNS | PLURAL | SINGULAR | {"it"})


def _verbal(phrases: Phrases, place: int, start: int) -> bool:
    """Whether a word is used as a verb: a participle before a noun, as in "a darkened window", is not."""
    words = phrases.words
    before = place - 1
    while before > start and (phrases.adverb(before) or words[before].text in _ADVERBS):
        before -= 1
    if before >= start and before < place - 1 and words[before].text in _MODALS:
        return True
    if not verbal(phrases.text, place):
        return False
    if words[place - 1].text == "not" and not is_participle(phrases.text, place) and words[before].text in BE:
        return False  # "was not necessary"
    following = place + 1 < len(words) and phrases.nominal(place + 1)
    return not (before >= start and words[before].text in _BEFORE_NOUNS and following)


def _subject(phrases: Phrases, place: int, start: int, depth: int = 3, *, verb: bool) -> tuple[Party | None, bool]:
    """Who does it or of whom it is said, and whether the word is a verb by what stands before it."""
    text, words = phrases.text, phrases.words
    chain = place
    while chain > start and (words[chain - 1].text in CHAIN or phrases.adverb(chain - 1)):
        chain -= 1
    said = {word.text for word in words[chain:place]}
    kinds = text.lexicon.kinds(text.roots[place])
    if not verb and (kinds == {"nouns"} or not said & (AUXILIARIES - BE | {"to"})):
        return _complemented(phrases, place, start), False
    if "to" in said and not _obliged(phrases, chain, place):
        if chain > start and verbal(text, chain - 1) and chain - 1 not in phrases.mentioned and depth:
            return _subject(phrases, chain - 1, start, depth - 1, verb=True)[0], True  # "was forbidden to appeal"
        party = _phrase_before(phrases, chain, start)
        earlier = party.places[0] - 1 if party is not None and party.places else -1
        while earlier >= start and words[earlier].text in _BEFORE_NOUNS:
            earlier -= 1
        made = earlier >= start and text.roots[earlier] in _CAUSING
        return (party if made else None), True
    if chain > start and words[chain - 1].text in {"and", "or", ","}:
        earlier = next((at for at in range(chain - 2, start - 1, -1) if verbal(text, at)), -1)
        if earlier >= 0 and depth:
            return _subject(phrases, earlier, start, depth - 1, verb=True)[0], True
    return _phrase_before(phrases, chain, start), True


def _obliged(phrases: Phrases, chain: int, place: int) -> bool:
    """Whether a chain of auxiliaries holds a "had to", in which "to" opens nothing new."""
    words = [word.text for word in phrases.words[max(chain - 1, 0) : place]]
    return any(one in {"had", "has", "have", "having"} and other == "to" for one, other in pairwise(words))


def _complemented(phrases: Phrases, place: int, start: int) -> Party | None:
    """The subject of "was" before a noun or an adjective: "they were afraid", "he was in the power of the Pope"."""
    words = phrases.words
    if place + 1 < len(words) and phrases.nominal(place + 1):
        return None  # "a small window"
    for at in range(place - 1, max(start, place - 6) - 1, -1):
        if words[at].text in BE:
            chain = at
            while chain > start and (words[chain - 1].text in CHAIN or phrases.adverb(chain - 1)):
                chain -= 1
            return _phrase_before(phrases, chain, start)
        named = phrases.text.roots[at] in _NAMING and at > start and words[at - 1].text in BE  # "was declared head"
        if words[at].punctuation or words[at].text in _ENDS or (verbal(phrases.text, at) and not named):
            break
    return None


def _phrase_before(phrases: Phrases, end: int, start: int) -> Party | None:
    """The subject that ends before a place: what a preposition adds to it is none."""
    words = phrases.words
    if end > start and words[end - 1].text in RELATIVE:
        return phrases.before(end - 1 - (end > 1 and words[end - 2].punctuation), 0)
    if end == start and start and words[start].text in RELATIVE:
        return phrases.before(start, 0)
    if end == start and start > 1 and words[start - 1].text == ",":
        comma = next((at for at in range(start - 2, max(start - _INSERTED, 0), -1) if words[at].text == ","), -1)
        return phrases.before(comma, 0) if comma > 0 else None  # "that their bonus, due in 1945, be paid"
    party = phrases.before(end, start)
    while party is not None and party.named:
        at = party.places[0] - 1
        while at >= start and (words[at].text in _BEFORE_NOUNS or words[at].text.isdecimal()):
            at -= 1
        if at < start or words[at].text not in PREPOSITIONS:
            break
        earlier = phrases.before(at, start)
        if earlier is None and at > start and verbal(phrases.text, at - 1):
            return None  # "the money lent to speculators was not returned"
        if earlier is None or not earlier.named:
            break
        party = both(earlier, party) if words[at].text == "of" else earlier
    return party


@dataclass(frozen=True)
class KnownRelations:
    """The relations of a fact."""

    every: tuple[Relation, ...]
    _like: dict[tuple[str, frozenset[str], bool], list[Relation]] = field(default_factory=dict)

    def like(self, relation: Relation) -> list[Relation]:
        """Those that say the same: the same word, or one that means the same and is a verb or none as well."""
        said = (relation.root, relation.concepts, relation.verb)
        found = self._like.get(said)
        if found is None:
            found = self._like[said] = [
                one
                for one in self.every
                if one.root == relation.root or (one.verb is relation.verb and one.concepts & relation.concepts)
            ]
        return found


def known_relations(phrases: Phrases) -> KnownRelations:
    """All that a text says of anybody."""
    return KnownRelations(tuple(relations(phrases)))
