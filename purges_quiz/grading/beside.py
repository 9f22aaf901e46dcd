"""What an answer says beside its ideas: words that nothing explains, and what leaves it open which of two is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from purges_quiz.grading.alternatives import alternatives
from purges_quiz.grading.ideas import Found, IdeaMatch, Said
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.statement_answer import StatementAnswer
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.vocabulary import word_set

_IDLE = word_set(
    "put sent send used use using bring brought look looking check part behind through thru between down ages "
    "time times long made give gave given take took going went come came one first much many lots anyone whole "
    "including plus beaten area course end together away happened whatever basically lot set start started began "
    "job place way now soon once big small little end anybody everybody somebody nobody "
    "far gone order ex help helps helped",
)
"""Words that put nothing in the place of anything."""
_PERHAPS = frozenset({"maybe", "perhaps", "possibly"})
_IDIOMS = frozenset({("more", "less"), ("sooner", "later"), ("dead", "alive")})


def leaves_open(answer: StatementAnswer, said: Said, found: Sequence[Found]) -> bool:
    """Whether an answer offers something else beside its ideas: "not to be shot but could equally be ..."."""
    typed = said.typed
    stretches = alternatives(typed.words)
    if _of_numbers(answer, typed) or _of_opposites(typed) or _doubted(typed):
        return True
    if len(stretches) < 2:  # noqa: PLR2004
        return False
    texts = [word.text for word in typed.words]
    either = "either" in texts and "or" in texts[texts.index("either") :]
    if either and not any(word.text in {"or", "either"} for word in answer.value_phrases.words):
        return True
    met = {at for one in found if one.match is IdeaMatch.MET for at in one.places}
    strange = set(unexplained(answer, said, alone=True))
    if any(answer.positions.crossed(Reading(typed.words[start:end], typed.lexicon)) for start, end in stretches):
        return True
    inside = [set(range(*span)) for span in stretches]
    told = [
        {at for at, one in enumerate(found) if one.match is IdeaMatch.MET and span.intersection(one.places)}
        for span in inside
    ]
    if all(told) and sum(map(len, told)) == len(set().union(*told)):
        return False  # "no lawyers or witnesses": each stretch has an idea of its own
    return any((strange & span or either) and not met & span for span in inside)


def _of_opposites(typed: Reading) -> bool:
    """Whether an answer leaves open which of two opposites is meant: "cheaper or dearer"."""
    lexicon, texts = typed.lexicon, [word.text for word in typed.words]
    for place in range(1, len(texts) - 1):
        if texts[place] != "or" or (texts[place - 1], texts[place + 1]) in _IDIOMS:
            continue
        one, other = ({it.concept for it in typed.meanings if at in it.places} for at in (place - 1, place + 1))
        if lexicon.contrary(one) & other:
            return True
    return False


def _doubted(typed: Reading) -> bool:
    """Whether something is offered with an "or maybe" beside something else."""
    texts = [word.text for word in typed.words]
    places = (at for at in range(1, len(texts) - 1) if texts[at] == "or" and texts[at + 1] in _PERHAPS)
    return any(
        any(word.content for word in typed.words[:at]) and any(word.content for word in typed.words[at + 2 :])
        for at in places
    )


def _of_numbers(answer: StatementAnswer, typed: Reading) -> bool:
    """Whether an answer leaves it open how many there are of what the right one counts: "one or two copies"."""
    own = {amount for amount, _ in answer.counted}
    pairs = pairwise(numbers(typed.words)) if own else ()
    return any(
        (one.amount in own) != (other.amount in own)
        for one, other in pairs
        if [word.text for word in typed.words[one.end : other.start]] == ["or"]
    )


def unexplained(answer: StatementAnswer, said: Said, *, alone: bool = False) -> list[int]:
    """The places of the words of which neither the fact nor the language of its ideas knows.

    In a half right answer they stand for what is missing: nothing was left out, "to destabilise the church". With
    `alone` the words of the answer count, not those of its question and its sentence.
    """
    typed, lexicon = said.typed, said.lexicon
    concepts, own = (lexicon.closure(answer.stated), answer.roots) if alone else (answer.concepts, answer.own)
    explained = {
        at for meaning in typed.meanings if lexicon.implied(meaning.concept) & concepts for at in meaning.places
    }
    found = []
    for place, word in enumerate(typed.words):
        known = alone or word.text in lexicon.english or lexicon.knows_root(typed.roots[place])
        idle = not word.content or word.text in _IDLE or word.text in lexicon.lists["people"] or not word.text.isalpha()
        if idle or not known or place in explained or typed.roots[place] in own or word.text.endswith("ly"):
            continue
        relatives = lexicon.related(typed.roots[place])
        akin = not alone and not (relatives.akin | relatives.same).isdisjoint(own)  # crops, where farmers grew too much
        if alone or not (akin or typed.clause_of(place).aside):
            found.append(place)
    return found
