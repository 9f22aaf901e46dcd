"""Grading statements by their ideas: all said is right, some is half, an opposite is wrong whatever else is said."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed, gist
from purges_quiz.grading.ideas import StatementAnswer, Told, opposed, tell
from purges_quiz.grading.misspelt import phrase_slips, spelling_verdict
from purges_quiz.grading.strangers import Strangers
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.vocabulary import ARTICLES, AUXILIARIES, word_set
from purges_quiz.grading.words import Word

_INTENT = AUXILIARIES | word_set("going to wanted wants planned planning plotted plotting tried trying intended meant")
_BEFORE_VERBS = frozenset({"to", "would", "will", "could", "can"})
_EXEMPT = ARTICLES | {"or", "not", "nothing", "either", "that"}


def grade_statement(answer: StatementAnswer, strangers: Strangers, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed statement."""
    if opposed(answer.opposites, typed.words, answer.ordinary):
        return verdicts.wrong(Slip.OPPOSITE, f"That is not so: the card has {asked.shown}.")
    told = tell(answer, typed.words)
    if told.denied:
        denied = told.denied[0].name
        return verdicts.wrong(Slip.OPPOSITE, f"The answer denies {denied}: the card has {asked.shown}.")
    if _swapped(answer, told, typed.plain):
        return verdicts.wrong(Slip.REVERSED, f"It is the other way round: the card has {asked.shown}.")
    if not told.said:
        return strangers.someone_else(answer, asked, typed) or _nothing_said(asked, typed)
    if told.missing and (true := _only_true_as_well(asked, typed)) is not None:
        return true
    stranger = strangers.verdict(answer, told, asked, typed)
    if stranger is not None:
        return stranger
    if told.missing:
        missing = tuple(idea.name for idea in told.missing)
        return verdicts.partial(
            Slip.INCOMPLETE,
            f"Partly right; you left out {verdicts.joined(missing)}.",
            missing=missing,
        )
    if _hedged(answer, typed.words):
        return verdicts.wrong(Slip.HEDGED, f"More than one answer was given: the card has {asked.shown}.")
    phrases = (phrase for _, said in answer.ideas for phrase in said)
    return spelling_verdict(answer.value.shown, phrase_slips(phrases, typed.plain, answer.ordinary))


def _swapped(answer: StatementAnswer, told: Told, text: Sequence[Word]) -> bool:
    """Whether one whom the statement tells of as the object does the deed: "Stalin was going to murder ..."."""
    mentions = answer.lexicon.mentions(text) if answer.objects else ()
    named = {mention.start for mention in mentions}
    for mention in mentions:
        verb = mention.end
        while verb < len(text) and text[verb].text in _INTENT:
            verb += 1
        between = [word.text for word in text[mention.end : verb]]
        does = between != ["to"] and between[-1:] and between[-1] in _BEFORE_VERBS
        if does and mention.entity in answer.objects and verb in told.words - named:
            return True
    return False


def _nothing_said(asked: Asked, typed: Typed) -> Verdict:
    said = set(typed.gist)
    if any(_own(asked, text) <= said for text in asked.target.also_true):
        return _true_as_well(asked)
    return verdicts.unlike(f"The card has {asked.shown}.")


def _only_true_as_well(asked: Asked, typed: Typed) -> Verdict | None:
    """The verdict on what says something that is true as well, and nothing besides but words of the question."""
    said = set(typed.gist)
    for text in asked.target.also_true:
        if _own(asked, text) <= said <= {*gist(text), *asked.stems}:
            return _true_as_well(asked)
    return None


def _own(asked: Asked, text: str) -> set[str]:
    """The words of a text that the question does not have, or all of them."""
    return {stem for stem in gist(text) if stem not in asked.stems} or set(gist(text))


def _true_as_well(asked: Asked) -> Verdict:
    return verdicts.partial(Slip.ALSO_TRUE, f"True, but not what the card says: {asked.shown}.")


def _hedged(answer: StatementAnswer, marked: Sequence[Word]) -> bool:
    """Whether "or" sets something else beside a whole answer."""
    either = any(word.text == "either" for word in marked)
    places = [place for place, word in enumerate(marked) if word.text in {"or", "/"}]
    for place in places:
        for one, other in ((marked[:place], marked[place + 1 :]), (marked[place + 1 :], marked[:place])):
            if _whole(answer, one) and _other_thing(answer, other, either=either):
                return True
    return False


def _whole(answer: StatementAnswer, part: Sequence[Word]) -> bool:
    told = tell(answer, part)
    return not told.missing and not told.denied


def _other_thing(answer: StatementAnswer, part: Sequence[Word], *, either: bool) -> bool:
    """Whether a part says something else; after "either" any word does that is not the answer again."""
    told = tell(answer, part)
    said = [word for word in part if (either or word.content) and not word.mark and word.text not in _EXEMPT]
    return bool(said) and not told.said
