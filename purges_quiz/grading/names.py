"""Grading names and terms: who or what an answer names, denies, or only mentions by the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.edits import edits
from purges_quiz.grading.likeness import turns
from purges_quiz.grading.mentions import Mention
from purges_quiz.grading.naming import Mentioned, NameAnswer, sort_out
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.roles import reversed_roles
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.terms import Coverage, covered, foreign
from purges_quiz.grading.typed_dates import dates
from purges_quiz.grading.units import Units
from purges_quiz.grading.verdict import Reason, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.vocabulary import ARTICLES, CARDINALS
from purges_quiz.grading.words import Word, words

_OR = frozenset({"or", "/"})
_NAME = 4
"""Letters of the shortest word that is taken for a first name."""


def grade_name(answer: NameAnswer, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed name or term."""
    text = typed.words
    key = answer.entity.key
    found = answer.names.mentions(text, answer.extra_forms)
    mentioned = sort_out(answer, [one for one in found if answer.rivals(one.entity)] or list(found), asked, typed)
    if any(mention.entity == key for mention in mentioned.asserted):
        return _named(answer, asked, typed, mentioned)
    if any(mention.entity == key for mention in mentioned.negated):
        return wrong(Slip.NEGATED, Reason.DENIED)
    if any(mention.entity in answer.historians for mention in mentioned.asserted):
        return correct(Reason.NOTED, asked.fact.note)
    if any(mention.entity == key for mention in mentioned.incidental):
        return wrong(Slip.OTHER, Reason.ONLY_MENTIONED)
    return _unnamed(answer, asked, typed, mentioned)


def _named(answer: NameAnswer, asked: Asked, typed: Reading, mentioned: Mentioned) -> Verdict:
    key, text = answer.entity.key, typed.words
    mine = [mention for mention in mentioned.asserted if mention.entity == key]
    others = [mention for mention in mentioned.asserted if mention.entity != key]
    true = {*answer.target.also_true, *answer.historians}
    confused_with = next((mention.entity for mention in others if mention.entity not in true), None)
    turned = _reversed(answer, asked, typed)
    if turned is not None:
        return turned
    if confused_with is not None or mentioned.open or (others and any(word.text in _OR for word in text)):
        return wrong(Slip.HEDGED, Reason.SEVERAL, confused_with=confused_with)
    if _alike_twice(text, mine):
        return wrong(Slip.HEDGED, Reason.SEVERAL)
    if any(mention.misnamed or _other_first_name(answer, asked, text, mention) for mention in mine):
        return wrong(Slip.OTHER, Reason.FIRST_NAME, answer.entity.full_name)
    against = contradiction(asked, typed, [mention.span for mention in mine])
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
    opposite = _opposite_word(answer, asked, typed)
    if opposite:
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, opposite)
    others = [mention for mention in others if not _apposed(text, mention, mine)]
    if any(mention.entity not in answer.historians for mention in others):
        return partial(Slip.ALSO_TRUE, Reason.ALONE, confused_with=others[0].entity)
    if _other_number(answer, asked, text, mentioned):
        return wrong(Slip.OTHER, Reason.OTHER_NUMBER)
    other = _other_noun(answer, asked, text, mine)
    if other:
        return wrong(Slip.OTHER, Reason.MEANS_OTHER, other)
    return spelling(answer.value.shown, [slip for mention in mine for slip in mention.slips])


def _reversed(answer: NameAnswer, asked: Asked, typed: Reading) -> Verdict | None:
    own = frozenset(asked.lexicon.root(word) for name in answer.forms for word in name.words if word.content)
    if not reversed_roles(asked.frames, typed, own, name=True):
        return None
    return wrong(Slip.REVERSED, Reason.REVERSED, asked.fact.sentence.rstrip("."))


def _alike_twice(text: Sequence[Word], mine: Sequence[Mention]) -> bool:
    """Whether "or" joins the name to one so like it that it was taken for a slip: "Sherman or Sheridan"."""
    return any(
        [word.text for word in text[one.end : other.start]] == ["or"] and bool(one.slips) != bool(other.slips)
        for one, other in pairwise(mine)
    )


def _other_first_name(answer: NameAnswer, asked: Asked, text: Sequence[Word], mention: Mention) -> bool:
    """Whether the word before a surname is neither English nor of the deck, so a first name, and none of his."""
    own = [word.text for name in answer.entity.first_names for word in words(name)]
    said = [word for word in text[max(mention.start - 3, 0) : mention.end] if not word.punctuation]
    if not own or mention.start == 0 or any(word.text[0] == name[0] for name in own for word in said[:-1]):
        return False  # "Marc" for Mark, "M. Vipsanius" for Marcus
    word, lexicon = text[mention.start - 1], asked.lexicon
    known = word.text in lexicon.english or lexicon.lists_form(word.text) or word.text in asked.proper
    title = word.text in lexicon.lists["titles"] or word.text in answer.names.words
    if not word.content or not word.text.isalpha() or len(word.text) < _NAME or known or title or word.typed:
        return False
    half = len(word.text) // 2
    return all(edits(word.text, name, half) > half for name in own)  # "Yanosh" is Janos


def _opposite_word(answer: NameAnswer, asked: Asked, typed: Reading) -> str:
    """The word of an answer that is the opposite of one of the name, which is missing: "selling on the margin"."""
    lexicon = asked.lexicon
    whole = {word.text for name in answer.forms for word in name.words}
    turned = (word.text for word in typed.words if word.content and word.text not in whole)
    other = next((text for text in turned if any(turns(text, one) for one in whole)), "")
    if other:
        return other  # "anaerobic respiration"
    own = lexicon.concepts_of(answer.value.shown)
    against = lexicon.contrary(own) | lexicon.converses(own)
    if not against or own <= typed.concepts:
        return ""
    told = (one for one in typed.meanings if one.concept in against and not typed.negated[one.places[0]])
    found = next((one.places[0] for one in told if typed.roots[one.places[0]] not in asked.source.root_set), None)
    return typed.words[found].text if found is not None else ""


def _other_noun(answer: NameAnswer, asked: Asked, text: Sequence[Word], mine: Sequence[Mention]) -> str:
    """The noun to which an ordinal or number of the name was put instead: the 17th century."""
    for mention in mine:
        last = text[mention.end - 1]
        named = sum(word.content for word in text[mention.start : mention.end])
        part = not answer.entity.first_names and named < len(answer.forms[0].words)
        if mention.end < len(text) and (last.stem.isdecimal() or part):
            own = frozenset(asked.lexicon.root(word) for name in answer.forms for word in name.words)
            own |= asked.question.root_set if last.stem.isdecimal() else asked.source.root_set
            units = Units(own, people=False, lexicon=asked.lexicon)
            phrase: list[Word] = []
            for word in text[mention.end :]:
                if word.punctuation or units.is_no_noun(word) or word.text in asked.lexicon.lists["people"]:
                    if word.text not in CARDINALS:
                        break
                else:
                    phrase.append(word)
            strange = next((word for word in phrase if units.is_strange(word)), None)
            if strange is not None and (last.stem.isdecimal() or units.is_strange(phrase[-1])):
                return strange.text
    return ""


def _apposed(text: Sequence[Word], other: Mention, mine: Sequence[Mention]) -> bool:
    """Whether the answer only tells who that is: "Maclean, a British diplomat"."""
    gaps = ([word.text for word in text[other.end : mention.start]] for mention in mine if mention.start > other.end)
    return any(gap[:1] in ([","], ["("]) and gap[1:] and ARTICLES.issuperset(gap[1:]) for gap in gaps)


def _unnamed(answer: NameAnswer, asked: Asked, typed: Reading, mentioned: Mentioned) -> Verdict:
    """Judge an answer that holds no whole form of the name."""
    term, text = answer.term, typed.words
    others = [mention for mention in mentioned.asserted if foreign(text[mention.start : mention.end], term.own)]
    if not others and mentioned.asserted and not _beside(text, mentioned):
        others = list(mentioned.asserted)
    coverage = Coverage.NONE
    slips: Sequence[tuple[str, str]] = ()
    if not answer.entity.first_names:  # a surname has no parts
        coverage, slips = covered(term, text, asked, loosely=answer.descriptive)
    either = any(word.text in _OR for word in text)
    if others and not (either and coverage is Coverage.FULL):
        return _other(answer, others)
    if coverage is Coverage.FULL:
        return _covered(answer, asked, typed, slips)
    if coverage is Coverage.PART:
        return partial(Slip.INCOMPLETE, Reason.PART_OF_NAME, missing=(answer.value.shown,))
    if mentioned.asserted:
        return _other(answer, mentioned.asserted)
    if answer.entity.kind is EntityKind.PERSON and _only_first_name(answer.entity, typed):
        return partial(Slip.INCOMPLETE, Reason.SURNAME_MISSING, missing=(answer.entity.name,))
    return unlike(unsure=answer.descriptive and len(typed.content) > 1)


def _covered(answer: NameAnswer, asked: Asked, typed: Reading, slips: Sequence[tuple[str, str]]) -> Verdict:
    text = typed.words
    if any(word.text in _OR for word in text):
        return wrong(Slip.HEDGED, Reason.SEVERAL)
    against = contradiction(asked, typed, [(0, 1)])
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
    own = {word.stem for name in answer.forms for word in name.words if word.content or word.stem.isdecimal()}
    said = [Mention(place, place + 1, "") for place, word in enumerate(text) if word.stem in own]
    other = _other_noun(answer, asked, text, said) if not answer.descriptive else ""
    return wrong(Slip.OTHER, Reason.MEANS_OTHER, other) if other else spelling(answer.value.shown, slips)


def _other(answer: NameAnswer, others: Sequence[Mention]) -> Verdict:
    first = others[0].entity
    if {mention.entity for mention in others} <= {*answer.target.also_true}:
        return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE, confused_with=first)
    entity = answer.names.entities.get(first)
    if entity is None:
        return unlike(slip=Slip.OTHER)
    return wrong(Slip.OTHER, Reason.OTHER_ENTITY, note=f"{entity.name}: {entity.about}", confused_with=entity.key)


def _beside(text: Sequence[Word], mentioned: Mentioned) -> bool:
    """Whether the text says anything beside the names in it."""
    return any(word.content for place, word in enumerate(text) if place not in mentioned.places)


def _other_number(answer: NameAnswer, asked: Asked, text: Sequence[Word], mentioned: Mentioned) -> bool:
    """Whether the answer has a number, and gives another in the name itself: the 1924 Constitution, the 6th Column.

    A number in brackets, or a year in a name that has none, is a remark.
    """
    own = {word.stem for name in answer.forms for word in name.words if word.stem.isdecimal()}
    in_dates = {place for date in dates(text) if date.month or date.until for place in range(date.start, date.end)}
    prompted = {word.stem for word in asked.words}
    named = {
        word.stem
        for place, word in enumerate(text)
        if place not in mentioned.places | in_dates
        and word.stem.isdecimal()
        and word.text not in CARDINALS
        and not _remarked(text, place)
        and not (len(word.stem) == len("1936") and not any(len(number) == len("1936") for number in own))
    }
    years = {number[-2:] for number in own if len(number) == len("1936")}
    return bool(own and named - own - years - prompted)


def _remarked(text: Sequence[Word], place: int) -> bool:
    before = [word.text for word in text[:place]]
    opened = "(" in before and ")" not in before[before.index("(") :]
    return opened or any(word in {"not", "or"} for word in before[-2:])


def _only_first_name(entity: Entity, typed: Reading) -> bool:
    own = {word.stem for name in entity.first_names for word in words(name)}
    said = {word.stem for word in typed.content}
    return bool(said) and said <= own
