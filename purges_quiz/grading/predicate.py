"""Claims that contradict what was asked: "512 survived" for how many were executed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purges_quiz.grading.alternatives import Span
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.cancelling import cancelled_places
from purges_quiz.grading.contraries import did_converse, other_side, turned
from purges_quiz.grading.exchanges import LIGHT, other_names
from purges_quiz.grading.frames import is_verb
from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.lexicon import Meaning
from purges_quiz.grading.parties import Phrases
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.relations import OBJECT, SUBJECT, Relation, relations
from purges_quiz.grading.vocabulary import AUXILIARIES, CLOSED, ORDINALS, word_set
from purges_quiz.grading.words import DASH

FATES = frozenset(
    {
        *("kill", "die", "suicide", "arrest", "imprison", "release", "exile", "clear", "survive", "spare", "escape"),
        *(
            "promote",
            "appoint",
            "elect",
            "dismiss",
            "resign",
            "expel",
            "praise",
            "reward",
            "marry",
            "divorce",
        ),
        *(
            "born",
            "end",
            "abolish",
            "set_up",
            "ban",
            "allow",
            "build",
            "destroy",
            "ignore",
            "welcome",
            "lose",
            "win",
        ),
    },
)
"""What befell somebody or something: one that neither the question nor its sentence speaks of is another claim."""
_PARTING = frozenset(
    {
        ",",
        ";",
        ".",
        "(",
        ")",
        ":",
        "-",
        DASH,
        "and",
        "but",
        "or",
        "who",
        "which",
        "that",
        "as",
        "what",
        "whom",
        "whose",
        "when",
    }
)
"""Between a value and a deed, these begin another claim."""
_NEUTRAL = LIGHT | frozenset(
    root_of(verb, {})
    for verb in word_set(
        "happen think believe know guess remember mean call name sound look seem hear learn try start begin end last "
        "like need use said say tell told ask find found turn spell check read came went"
    )
)
"""Roots of verbs that tell no deed of a value, or one of many."""
_DOING = (SUBJECT, OBJECT)
_NEAR = 4
"""Words between a value and the deed of which it is the subject, at most."""
_BE = frozenset({"is", "was", "were", "are", "be", "been", "got", "stayed", "set"})
_REMARKS = frozenset(
    {"though", "although", "because", "since", "despite", "while", "whereas", "as", "so", "before", "after", "until"}
)


def contradiction(
    asked: Asked,
    typed: Reading,
    spans: Iterable[Span],
    meant: frozenset[str] = frozenset(),
    used: frozenset[int] = frozenset(),
) -> str:
    """The words of an answer that say the opposite of what was asked, or something else; nothing if there are none.

    What the question or its sentence says itself contradicts nothing, nor does a remark in a clause of its own, nor
    what the answer asked for `meant`, or the words that say it (`used`).
    """
    places = {place for span in spans for place in range(*span)}
    if not used and not any(word.content for place, word in enumerate(typed.words) if place not in places):
        return ""  # nothing is said but the value
    return (
        _other_deed(asked, typed, meant, used, places)
        or (_other_ordinal(asked, typed, places) if not used else "")
        or (_other_time(asked, typed, places) if not used else "")
        or (_denied_deed(asked, typed) or _turned(asked, typed, places) if not used else "")
    )


def _beside(relation: Relation, places: set[int]) -> Relation:
    """The same without the value itself among its parties: nobody was shot in "shot February 1940"."""
    parties = {role: party for role, party in relation.parties.items() if not places.issuperset(party.places)}
    return relation._replace(parties=parties)


def _turned(asked: Asked, typed: Reading, places: set[int]) -> str:
    """What an answer denies though the question says it, or the other way round, or says of somebody else."""
    phrases = Phrases(typed, {}, asked.proper)
    said = [
        one
        for one in relations(phrases)
        if one.place not in places and typed.clause_of(one.place).opener not in _REMARKS
    ]
    turned_round = turned(asked.relations, said)
    if turned_round is not None:
        return _shown(typed, (turned_round.place,))
    other = other_names(asked.relations, (_beside(one, places) for one in said))
    if other is not None:
        return _shown(typed, other.party.places)
    beside = [one for one in said if not _apart(typed, one, places)]
    other_way = other_side(asked.relations, beside, asked.main_subject, typed.lexicon)
    other_way = other_way or did_converse(asked.relations, said, places, typed.lexicon)
    if other_way is not None:
        return _shown(typed, (other_way.place,))
    unasked = _unasked(asked, typed, said, places)
    return _shown(typed, (unasked.place,)) if unasked is not None else ""


def _unasked(asked: Asked, typed: Reading, said: Sequence[Relation], places: set[int]) -> Relation | None:
    """The deed that is told of the right value, and is none that the question or the card speaks of: "512 fled"."""
    lexicon = typed.lexicon
    known = lexicon.closure(asked.source.concepts | asked.question.concepts)
    roots = asked.source.root_set | asked.question.root_set
    for one in said:
        word = typed.words[one.place]
        number = word.text in CLOSED or word.text == "hundred"
        told = one.verb and not number and not word.typed and not word.text.endswith("ing")
        of_value = any(places.intersection(one.parties[role].places) for role in _DOING if role in one.parties)
        before = not places.isdisjoint(range(one.place - _NEAR, one.place))
        of_value = (of_value and (SUBJECT in one.parties or one.passive)) or (SUBJECT not in one.parties and before)
        if not told or one.root in _NEUTRAL or one.root in roots or not of_value:
            continue
        alike = lexicon.closure(one.concepts) & known or any(lexicon.implied(it) & one.concepts for it in known)
        if (
            not _apart(typed, one, places)
            and not alike
            and not typed.clause_of(one.place).opener
            and word.text in lexicon.english
        ):
            return one
    return None


def _other_deed(asked: Asked, typed: Reading, meant: frozenset[str], used: frozenset[int], places: set[int]) -> str:
    lexicon = asked.lexicon
    wanted, deeds, contrary = asked.wanted, asked.deeds, asked.contrary
    meant |= lexicon.concepts_of(asked.target.value.shown) if not used else frozenset()
    explained = lexicon.closure(wanted | meant)
    met = any(lexicon.implied(one.concept) & deeds and one.verb for one in typed.meanings)
    fates = bool(lexicon.closure(wanted) & FATES) and not used and not met
    for meaning in typed.meanings:
        where = set(meaning.places)
        remark = typed.clause_of(meaning.places[0]).opener in _REMARKS and len(typed.clauses) > 1
        if remark or where & used or where & places or typed.negated[meaning.places[-1]] or not _tells(typed, meaning):
            continue
        if not any(typed.words[place].content for place in where):
            continue
        stated = {typed.roots[place] for place in where} <= asked.source.root_set
        alike = any(
            set(one.places) & where and lexicon.implied(one.concept) & (deeds | meant) for one in typed.meanings
        )
        if meaning.concept in contrary and not stated and not alike:
            return _shown(typed, meaning.places)
        if meaning.concept in asked.denied and meaning.verb:
            return _shown(typed, meaning.places)
        if (
            fates
            and lexicon.implied(meaning.concept) & FATES - explained
            and not any(
                set(one.places) & where
                and lexicon.implied(one.concept) & FATES <= explained & FATES
                and one.concept in explained
                for one in typed.meanings
            )
        ):
            return _shown(typed, meaning.places)
    return ""


def _apart(typed: Reading, one: Relation, places: set[int]) -> bool:
    """Whether what is said stands in another claim than the value."""
    between = range(min(one.place, *places), max(one.place, *places)) if places else range(0)
    return not places or any(typed.words[at].text in _PARTING for at in between if at not in places)


def _tells(typed: Reading, meaning: Meaning) -> bool:
    """Whether a meaning is the claim itself: a verb used as one, or an adjective said of something."""
    places = meaning.places
    first = next((place for place in places if typed.words[place].text not in AUXILIARIES | {"be", "been"}), None)
    if places != tuple(range(places[0], places[-1] + 1)) or first is None or typed.words[first].typed:
        return False
    if meaning.verb:
        return is_verb(typed, first)
    before = typed.words[first - 1].text if first else ""
    return meaning.entry.kind == "adjectives" and before in _BE


def _other_ordinal(asked: Asked, typed: Reading, places: set[int]) -> str:
    """Another of several: "the third one was in August 1936" for the first."""
    met = {word.text for one in asked.questions for word in one.words if word.text in ORDINALS}
    if not met:
        return ""
    known = {word.text for word in asked.source.words} | met
    for place, word in enumerate(typed.words):
        ordinal = word.text in ORDINALS and place not in places
        if ordinal and word.text not in known and typed.clause_of(place).opener not in _REMARKS:
            return word.text
    return ""


def _other_time(asked: Asked, typed: Reading, places: set[int]) -> str:
    """The other side of a moment: "12 days before he was born" for how many days after it."""
    met = {word.text for one in asked.questions for word in one.words} | {word.text for word in asked.source.words}
    for one, other in (("before", "after"), ("after", "before")):
        if one in met and other not in met and places:
            following = typed.words[max(places) + 1 : max(places) + 3]
            if any(word.text == other for word in following):
                return other
    return ""


def _denied_deed(asked: Asked, typed: Reading) -> str:
    """What was asked, denied or called off: "512 were not executed", "848 escaped execution"."""
    deeds = asked.deeds | asked.wanted & FATES
    own = frozenset(root for one in asked.questions for root in one.root_set)
    cancelled = cancelled_places(typed, own, frozenset())
    for meaning in typed.meanings:
        place = meaning.places[0]
        denied = typed.negated[place] != (place in cancelled)
        if denied and meaning.concept in deeds and not asked.negative and typed.clause_of(place).opener not in _REMARKS:
            return "not " + _shown(typed, meaning.places)
    return ""


def _shown(typed: Reading, places: Iterable[int]) -> str:
    return " ".join(typed.words[place].text for place in places)
