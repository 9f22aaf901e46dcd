"""What makes a typed statement wrong whatever of it is right: an opposite, a reversal, a denial, a second answer."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.asked import LOSSES
from purges_quiz.grading.beside import leaves_open
from purges_quiz.grading.cancelling import cancelling
from purges_quiz.grading.contraries import (
    affirmed,
    contrary,
    denied,
    denied_as_asked,
    destroyed,
    granted,
    modified_otherwise,
    of_other_number,
    other_side,
    turned_condition,
)
from purges_quiz.grading.copied import exchanged_word
from purges_quiz.grading.degrees import other_degree
from purges_quiz.grading.exchanges import exchanged
from purges_quiz.grading.frames import frames_of
from purges_quiz.grading.ideas import Found, IdeaMatch, Said
from purges_quiz.grading.parties import Phrases
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase
from purges_quiz.grading.polarity import denies_a_cause
from purges_quiz.grading.predicate import FATES, contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.relations import relations
from purges_quiz.grading.roles import acted_instead, reversed_roles
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.statement_answer import StatementAnswer
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.verdict import Reason, Verdict, wrong
from purges_quiz.grading.vocabulary import AUXILIARIES
from purges_quiz.grading.wishes import wished

_KIN = frozenset({"family", "wife", "husband", "child", "parent", "friend", "relative", "kin", "son", "daughter"})
_UNDOING = frozenset({"escape", "survive", "spare", "release", "clear", "abolish", "end", "refuse", "cancel", "save"})
"""What undoes whatever was said to have been done."""
_WITHDRAWN = frozenset({"out", "off", "back", "away", "never", "dropped"})
"""What was done to it, in "but it was struck out" and "but that was taken back"."""
_REMARKS = frozenset({"though", "although", "because", "since", "despite", "while", "whereas"})
_WHOLE = frozenset({"all", "everyone", "everybody"})
_LEAVING_OUT = frozenset({"except", "excluding", "bar", "barring", "apart", "besides"})
_ONE = frozenset({"a", "an", "one"})
_SOME = frozenset({"one", "some", "few", "several", "half"})
_UNTIL = frozenset({"until", "till"})


def fault_of(  # noqa: C901, PLR0912  # one after another, the first that holds
    answer: StatementAnswer, said: Said, found: Sequence[Found]
) -> Verdict | None:
    """What makes an answer wrong whatever of it is right."""
    typed, asked = said.typed, answer.asked
    for phrase in answer.opposites:
        one = said.says(phrase)
        if one.match is IdeaMatch.MET:
            return wrong(Slip.OPPOSITE, Reason.OPPOSITE, _shown(typed, one.places))
    if reversed_roles(answer.frames, typed, answer.shown_roots):
        return wrong(Slip.REVERSED, Reason.REVERSED, asked.fact.sentence.rstrip("."))
    if acted_instead(answer.shown_frames, typed, answer.own):
        return wrong(Slip.REVERSED, Reason.REVERSED, answer.value.shown)
    if said.withheld and (left := _left_to_them(said)):
        return wrong(Slip.NEGATED, Reason.OPPOSITE, left)
    exchange = _exchange(answer, said, found) if any(one.match is not IdeaMatch.SILENT for one in found) else None
    if exchange is not None:
        return exchange
    met = [one for one in found if one.match is IdeaMatch.MET]
    if met and (
        opposed := _every(answer, typed) or other_degree(answer.value_phrases.text, typed) or _wished(answer, typed)
    ):
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, opposed)
    if met and denies_a_cause(typed.words):
        return wrong(Slip.NEGATED, Reason.DENIED, "not because")
    whole = "all" in answer.stated or answer.of_all
    if met and whole and (share := _share(typed) or _all_but(typed)):
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, share)
    for at, (one, phrases) in enumerate(zip(found, answer.ideas, strict=True)):
        against = one if one.match in {IdeaMatch.CONTRARY, IdeaMatch.DENIED} else None
        if against is None and at not in answer.denied:
            against = _taken_back(said, phrases)
            others = {place for other in met if other is not one for place in other.places}
            against = None if against is not None and others.issuperset(against.places) else against
        if against is not None and not _aside(typed, against):
            slip = Slip.OPPOSITE if against.match is IdeaMatch.CONTRARY else Slip.NEGATED
            return wrong(
                slip, Reason.OPPOSITE if slip is Slip.OPPOSITE else Reason.DENIED, _shown(typed, against.places)
            )
    if met and (undone := _undone_by_but(said, answer, met)):
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, undone)
    if met and (undone := _called_off(answer, said)):
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, undone)
    if met and leaves_open(answer, said, found):
        return wrong(Slip.HEDGED, Reason.SEVERAL)
    if any(one.negative and _UNTIL.intersection(word.text for word in typed.words[max(one.places) :]) for one in met):
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, _shown(typed, met[0].places))
    if met:
        other = copied_otherwise(answer, said) or _of_another_number(answer, typed)
        other = other or _other_patient(answer, said, met) or _other_owner(answer, said, met)
        if other:
            return wrong(Slip.OTHER, Reason.MEANS_OTHER, other)
        used = frozenset(at for one in met for at in one.places)
        against_question = contradiction(asked, typed, [(at, at + 1) for at in used], answer.concepts, used)
        if against_question:
            return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against_question)
    return None


def copied_otherwise(answer: StatementAnswer, said: Said) -> str:
    """The word in which an answer differs that is the right one otherwise, if it cannot stand in its place."""
    typed = Phrases(said.typed, said.mentioned, answer.asked.proper)
    return exchanged_word(answer.value_phrases, typed, answer.roots, answer.own)


def _of_another_number(answer: StatementAnswer, typed: Reading) -> str:
    """Several of what the right answer has one of, "ten years" for a year, or some where it has all."""
    shown = answer.value_phrases
    every = {root for word, root in zip(shown.words, shown.text.roots[1:], strict=False) if word.text in _EVERY}
    for place, word in enumerate(typed.words[:-1]):
        if word.text in _SOME and typed.roots[place + 1] in every and not typed.negated[place]:
            return f"{word.text} {typed.words[place + 1].text}"
    single = {root for word, root in zip(shown.words, shown.text.roots[1:], strict=False) if word.text in _ONE}
    several = (one for one in numbers(typed.words) if one.amount > 1 and not one.share and one.end < len(typed.words))
    found = next((one for one in several if typed.roots[one.end] in single), None)
    return "" if found is None else " ".join(word.text for word in typed.words[found.start : found.end + 1])


def _left_to_them(said: Said) -> str:
    """What an answer says to be allowed, or not to be lost or forbidden, where the question asks what was."""
    typed = said.typed
    for one in typed.meanings:
        denied = typed.negated[one.places[-1]]
        if one.verb and ((one.concept == "allow" and not denied) or (one.concept in LOSSES and denied)):
            return _shown(typed, one.places)
    return ""


def _exchange(answer: StatementAnswer, said: Said, found: Sequence[Found]) -> Verdict | None:
    """Judge an answer that says of one what the fact says of another, or denies what it says of somebody."""
    typed = said.typed
    phrases = Phrases(typed, said.mentioned, answer.asked.proper, said.undone)
    told = [one for one in relations(phrases) if not _remark(typed, one.place)]
    fact = answer.relations
    for exchange in exchanged(fact, answer.own, answer.people, phrases, told):
        if exchange.foreign:
            return wrong(Slip.OTHER, Reason.MEANS_OTHER, _shown(typed, exchange.party.places), unsure=True)
        return wrong(Slip.REVERSED, Reason.REVERSED, answer.value.shown)
    turned_round = (
        other_side(answer.asked.relations, told, answer.asked.main_subject, typed.lexicon)
        or turned_condition(fact, told)
        or of_other_number(fact, told)
    )
    if turned_round is not None:
        return wrong(Slip.REVERSED, Reason.REVERSED, answer.value.shown)
    if answer.positions.crossed(typed) or modified_otherwise(
        answer.modifiers, phrases.modifiers(), typed.lexicon.slight
    ):
        return wrong(Slip.REVERSED, Reason.REVERSED, answer.value.shown)
    against = contrary(fact, [one for one in told if not typed.clause_of(one.place).opener], typed.lexicon)
    against = against or destroyed(fact, told)
    if against is not None:
        return wrong(Slip.OPPOSITE, Reason.OPPOSITE, _shown(typed, (against.place,)))
    denied_so = all(one.match is IdeaMatch.MET for one in found) and said.averse
    against = None if answer.deferred or denied_so else affirmed(fact, told)  # "too slow to uncover it" denies it
    if against is not None and (not said.withheld or typed.concepts & _ALLOWING):
        return wrong(Slip.NEGATED, Reason.OPPOSITE, _shown(typed, (against.place,)))
    given = granted(answer.value_phrases, phrases)
    if given is not None:
        return wrong(Slip.NEGATED, Reason.OPPOSITE, _shown(typed, (given,)))
    no = denied_as_asked(answer.asked.relations[:-1], told) or (None if said.withheld else denied(fact, told))
    return wrong(Slip.NEGATED, Reason.DENIED, _shown(typed, (no.place,))) if no is not None else None


def _remark(typed: Reading, place: int) -> bool:
    clause = typed.clause_of(place)
    return clause.opener in _REMARKS and clause.start > 0


def _share(typed: Reading) -> str:
    """The part of a whole that an answer speaks of, where the card speaks of all: "two thirds"."""
    parts = (number for number in numbers(typed.words) if number.share and 0 < number.amount < 1)
    return next((" ".join(word.text for word in typed.words[number.start : number.end]) for number in parts), "")


def _every(answer: StatementAnswer, typed: Reading) -> str:
    """All of those of which the question and the right answer mean only one: "every substrate fits"."""
    if not answer.restricted or not _RESTRICTING.isdisjoint(word.text for word in typed.words):
        return ""
    everywhere = next((word.text for word in typed.words if word.text in _EVERYWHERE), "")
    if everywhere and any(word.text == "only" for word in answer.value_phrases.words):
        return everywhere
    for place, word in enumerate(typed.words[:-1]):
        if word.text in _EVERY and typed.roots[place + 1] in answer.restricted and not typed.negated[place]:
            return f"{word.text} {typed.words[place + 1].text}"
    return ""


def _wished(answer: StatementAnswer, typed: Reading) -> str:
    """What an answer wishes for, if that is all that the right one fears."""
    wish = wished(typed) if answer.feared else frozenset()
    return next(iter(sorted(wish)), "") if wish <= answer.feared else ""


_ALLOWING = frozenset({"allow", "grant"})
_EVERYWHERE = frozenset({"everywhere", "everybody", "everyone", "always"})
_EVERY = frozenset({"every", "any", "all", "each"})
_RESTRICTING = frozenset({"only", "one", "just", "other", "not", "no", "never"})


def _all_but(typed: Reading) -> str:
    """Those whom an answer leaves out of a whole: "all but three", "everyone except the generals"."""
    texts = [word.text for word in typed.words]
    for place, text in enumerate(texts):
        if text not in _WHOLE:
            continue
        for at in range(place + 1, len(texts) - 1):
            # "all, but later" goes on with something else; "all but three" does not
            if texts[at] in _LEAVING_OUT or (
                texts[at] == "but" and at < place + 4 and (at == place + 1 or numbers(typed.words[at : at + 2]))
            ):
                return " ".join(texts[place : at + 2])
    return ""


def _other_owner(answer: StatementAnswer, said: Said, met: Sequence[Found]) -> str:
    """Somebody of whom the fact does not speak, to whom an answer says it belonged: "Molotov's deputy"."""
    words, places = said.typed.words, {at for one in met for at in one.places}
    for place, entity in said.mentioned.items():
        owns = [word.text for word in words[place + 1 : place + 2]] == ["'s"] and place + 2 in places
        if owns and entity not in answer.people:
            return words[place].text
    return ""


def _taken_back(said: Said, phrases: Sequence[Phrase | Pattern]) -> Found | None:
    """Where an idea that was told is denied or turned round elsewhere in the answer."""
    found = [said.says(phrase) for phrase in phrases]
    met = {at for one in found if one.match is IdeaMatch.MET for at in one.places}
    if not met or said.withheld:
        return None
    for phrase, one in zip(phrases, found, strict=True):
        if isinstance(phrase, Pattern) or one.match is not IdeaMatch.MET:
            continue
        if len(phrase.required) != 1:
            continue
        for place in said.places(phrase.required[0]):
            if not place.agrees and place.place not in met:
                return Found(IdeaMatch.CONTRARY if place.contrary else IdeaMatch.DENIED, (place.place,))
    return None


def _aside(typed: Reading, found: Found) -> bool:
    clause = typed.clause_of(found.places[0])
    return clause.aside and len(typed.clauses) > 1 and clause.start > 0


def _other_patient(answer: StatementAnswer, said: Said, met: Sequence[Found]) -> str:
    """The one to whom an answer says it was done, if that is somebody of whom the fact does not speak."""
    typed = said.typed
    for frame in frames_of(typed):
        places = {place for place, root in enumerate(typed.roots) if root == frame.root}
        if not places & {at for one in met for at in one.places}:
            continue
        for place, root in enumerate(typed.roots):
            if root not in frame.patient or root in answer.own:
                continue
            entity = said.mentioned.get(place)
            kin = frame.passive and any(
                meaning.concept in _KIN - answer.concepts and meaning.places == (place,) for meaning in typed.meanings
            )
            if (entity and entity not in answer.people) or kin:
                return typed.words[place].text
    return ""


def _called_off(answer: StatementAnswer, said: Said) -> str:
    """The deed of the question itself, where an answer has it called off: "whose execution was called off"."""
    typed, asked = said.typed, answer.asked
    deeds = asked.deeds | asked.wanted & FATES
    for meaning in typed.meanings:
        place = meaning.places[0]
        remark = typed.clause_of(place).opener in _REMARKS
        if place in said.cancelled and meaning.concept in deeds and not remark:
            return " ".join(word.text for word in typed.words[place:])
    return ""


def _undone_by_but(said: Said, answer: StatementAnswer, met: Sequence[Found]) -> str:
    """What takes back in a "but" of its own what was told before it: "... but they all escaped"."""
    typed = said.typed
    last = max(at for one in met for at in one.places)
    for clause in typed.clauses:
        if clause.opener not in {"but", "however", "yet"} or clause.start <= last:
            continue
        for meaning in typed.meanings:
            place = meaning.places[0]
            if clause.start <= place < clause.end and meaning.concept in _UNDOING and not typed.negated[place]:
                return " ".join(word.text for word in typed.words[clause.start : clause.end])
        said_of_it = [word.text for word in typed.words[clause.start : clause.end]]
        withdrawn = said_of_it[1:2] in (["this"], ["that"], ["it"], ["they"]) and _WITHDRAWN.intersection(
            said_of_it[3:]
        )
        if withdrawn or any(
            clause.start <= start < clause.end for start, _ in cancelling(typed, answer.own, frozenset())
        ):
            return " ".join(word.text for word in typed.words[clause.start : clause.end])
    return ""


def _shown(typed: Reading, places: Sequence[int]) -> str:
    start, end = min(places), max(places) + 1
    while start and typed.words[start - 1].text in {"not", "never", "no", *AUXILIARIES}:
        start -= 1
    return " ".join(word.text for word in typed.words[start:end])
