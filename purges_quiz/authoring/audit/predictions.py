"""What every guesser puts on the options of every multiple choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from purges_quiz.authoring.audit.elsewhere import Elsewhere
from purges_quiz.authoring.audit.more_guessers import OUTSIDERS
from purges_quiz.bank.cues import CUES, Cue, Scores, guess, tally
from purges_quiz.deck.model import Date, Label, Name, Quantity, Range
from purges_quiz.deck.question import Question

ALL = "all"
VOTE = "vote of all"

Ballots = Mapping[str, Sequence[Scores]]
"""For each guesser what it puts on the options of each question, () where its cue does not apply."""


def every_ballot(choices: Sequence[Question]) -> Ballots:
    """What every guesser puts on the options of these questions; the vote of all is one of them."""
    elsewhere = Elsewhere(choices)
    known = {question.fact.key: elsewhere.cues(question.fact.key) for question in choices}
    found: defaultdict[str, list[Scores]] = defaultdict(list)
    for question in choices:
        cues = chain(CUES.items(), OUTSIDERS.items(), known[question.fact.key].items())
        cast = {name: ballot(question, cue) for name, cue in cues}
        for name, shares in cast.items():
            found[name].append(shares)
        found[VOTE].append(guess(tally(cast.values())))
    return found


def ballot(question: Question, cue: Cue) -> Scores:
    """What a guesser with one cue puts on the options of a question."""
    return guess(cue(question.prompt, tuple(option.text for option in question.options)))


def families_of(choices: Sequence[Question]) -> Mapping[str, list[int]]:
    """The places of all questions, and of those for each sort of answer."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, question in enumerate(choices):
        found[ALL].append(place)
        match question.target.value if question.target else None:
            case Quantity() | Range() | Label():
                found["numbers"].append(place)
            case Date():
                found["dates"].append(place)
            case Name():
                found["names"].append(place)
            case _:
                found["texts"].append(place)
    return found


def hit(question: Question, shares: Scores) -> float:
    """What of its ballot a guesser has put on the right option."""
    return sum(share for share, option in zip(shares, question.options, strict=False) if option.correct)
