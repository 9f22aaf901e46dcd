"""Grading statements: by the ideas that a right answer must say."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.beside import unexplained
from purges_quiz.grading.elsewhere import Elsewhere, Place
from purges_quiz.grading.faults import copied_otherwise, fault_of
from purges_quiz.grading.ideas import Found, IdeaMatch, Said
from purges_quiz.grading.likelihood import likely
from purges_quiz.grading.paraphrase import paraphrase
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase
from purges_quiz.grading.predicate import FATES
from purges_quiz.grading.quantities import dated
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.statement_answer import StatementAnswer
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.verdict import Reason, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.vocabulary import NEGATORS

_TOLD_ENOUGH = 3
"""Content words of an answer that can be a right one in other words."""
_LATER = frozenset({"after", "once", "when", "later", "afterwards"})
"""When something is done that was not done until then."""
_TOWARDS = frozenset({"with", "of", "to", "against", "towards", "toward"})


def grade_statement(answer: StatementAnswer, elsewhere: Elsewhere, typed: Reading) -> Verdict:
    """Judge a typed statement."""
    said = Said(typed, answer.names, answer.own, answer.stated, withheld=answer.asked.withholds)
    true = _also_true(answer, said)
    found = [_best(said, phrases) for phrases in answer.ideas]
    found = _shared_denial(typed, _denied_as_in_the_fact(answer, typed, found))
    met = [one for one in found if one.match is IdeaMatch.MET]
    if len(met) < len(found):
        found = _paraphrased(answer, said, found)
        met = [one for one in found if one.match is IdeaMatch.MET]
    if true is not None and len(met) < len(found):
        return true
    fault = fault_of(answer, said, found)
    if fault is not None:
        return fault
    other = elsewhere.answer(typed.gist, answer.target)
    if other is not None:
        return wrong(Slip.OTHER_FACT, Reason.OTHER_FACT, note=other.statement, confused_with=other.fact.key)
    place = elsewhere.wording([word for word in typed.words if word.content], answer.target) or _others_number(
        answer, elsewhere, typed, complete=len(met) == len(found)
    )
    if place is not None and not _near(typed, answer):
        return wrong(Slip.OTHER_FACT, Reason.OTHER_FACT, note=place.statement, confused_with=place.fact.key)
    missing = tuple(
        idea.name for idea, one in zip(answer.value.ideas, found, strict=True) if one.match is not IdeaMatch.MET
    )
    if not missing:
        slips = [
            (typed.words[at].typed, typed.words[at].text) for one in met for at in one.places if typed.words[at].typed
        ]
        return spelling(answer.value.shown, slips)
    if likely(answer, elsewhere, said, found) and not copied_otherwise(answer, said):
        return correct()
    instead = _instead(answer, said) if met else []
    if met and (
        foreign_name := _foreign_name(answer, said, met) or "".join(typed.words[at].text for at in instead[:1])
    ):
        return wrong(Slip.OTHER, Reason.MEANS_OTHER, foreign_name, missing=missing, unsure=True)
    if met:
        return partial(Slip.INCOMPLETE, Reason.IDEAS_MISSING, missing=missing)
    unsure = len(typed.content) >= _TOLD_ENOUGH and bool(typed.root_set & answer.own)
    return unlike(missing=missing, unsure=unsure)


def _instead(answer: StatementAnswer, said: Said) -> list[int]:
    """The places of what an answer half right has in place of the rest.

    Where the right answer makes several statements, one of them is right by itself, and only an opposite or another
    fate is in place of another: "destroy jobs".
    """
    found = unexplained(answer, said)
    if not answer.several:
        return found
    lexicon = said.lexicon
    against = lexicon.contrary(answer.stated) | FATES - answer.concepts
    opposed = (one for one in said.typed.meanings if against.intersection(lexicon.implied(one.concept)))
    return [at for one in opposed for at in one.places if at in found]


def _others_number(answer: StatementAnswer, elsewhere: Elsewhere, typed: Reading, *, complete: bool) -> Place | None:
    """The other fact whose number an answer gives, if this one speaks of none such: "13 were sentenced to death".

    In a `complete` answer a number of the same card is only said besides: "all 8 were executed".
    """
    found = numbers(typed.words)
    dated_places = dated(typed.words) if found else frozenset()
    for number in found:
        if number.start in dated_places:
            continue
        known = any(root in answer.own for root in typed.roots[number.start : number.end])
        place = elsewhere.amount(number.amount, answer.asked.fact)
        beside = place is not None and complete and place.fact.card == answer.asked.fact.card
        if place is not None and not beside and not known and not number.share and number.amount > 1:
            return place
    return None


def _near(typed: Reading, answer: StatementAnswer) -> bool:
    """Whether most words of an answer are those of the card."""
    own = frozenset(answer.asked.lexicon.roots(f"{answer.value.shown} {answer.value.option}"))
    said = typed.root_set
    return 2 * len(said & own) > len(said)


def _denied_as_in_the_fact(answer: StatementAnswer, typed: Reading, found: list[Found]) -> list[Found]:
    """Take for told what the right answer denies as well, and what it says came later: "paid only after"."""
    texts = {word.text for word in typed.words}
    says_no = not texts.isdisjoint(NEGATORS)
    later = answer.deferred and not texts.isdisjoint(_LATER) and ("only" in texts or not says_no)
    return [
        one._replace(match=IdeaMatch.MET)
        if one.match is IdeaMatch.DENIED and (later or (says_no and at in answer.denied and one.negative))
        else one
        for at, one in enumerate(found)
    ]


def _shared_denial(typed: Reading, found: list[Found]) -> list[Found]:
    """Take for told what only stands under the "not" of another idea: "not active enough in uncovering the plot"."""
    lexicon = typed.lexicon
    clauses = {
        typed.clause_of(one.places[0])
        for one in found
        if one.match is IdeaMatch.MET
        and (
            one.negative
            or any(
                typed.roots[at] in lexicon.cancelling or any(word.text in NEGATORS for word in typed.words[at : at + 2])
                for at in one.places
            )
        )
    }
    return [
        one._replace(match=IdeaMatch.MET)
        if one.match is IdeaMatch.DENIED and typed.clause_of(one.places[0]) in clauses
        else one
        for one in found
    ]


def _paraphrased(answer: StatementAnswer, said: Said, found: Sequence[Found]) -> list[Found]:
    """The same, with the ideas of which nothing was found looked for in other words; no word counts for two of them."""
    used = {at for one in found if one.match is IdeaMatch.MET for at in one.places}
    all_found = []
    for one, phrases in zip(found, answer.ideas, strict=True):
        again = paraphrase(said, phrases, answer.shown_roots) if one.match is IdeaMatch.SILENT else one
        if again is not one and used.issuperset(again.places):
            again = one
        used.update(again.places if again.match is IdeaMatch.MET else ())
        all_found.append(again)
    return all_found


def _best(said: Said, phrases: Sequence[Phrase | Pattern]) -> Found:
    return max((said.says(phrase) for phrase in phrases), key=lambda found: found.match)


def _foreign_name(answer: StatementAnswer, said: Said, met: Sequence[Found]) -> str:
    """A name in an answer half right of which the fact does not speak: "plotting with Bukharin"."""
    first = min(at for one in met for at in one.places)
    for place, entity in said.mentioned.items():
        before = said.typed.words[place - 1].text if place else ""
        after = before in _TOWARDS or (first < place and before in {"and", "the", "for"})
        if after and entity not in answer.people and not said.negated[place] and not said.typed.clause_of(place).aside:
            return said.typed.words[place].text
    return ""


def _also_true(answer: StatementAnswer, said: Said) -> Verdict | None:
    typed = said.typed
    if typed.gist in answer.noted:
        return correct(Reason.NOTED, answer.asked.fact.note)
    for words, phrase in answer.also_true:
        if words == typed.gist or said.says(phrase).match is IdeaMatch.MET:
            return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE)
    return None
