"""Facts and questions made up for tests of rules that do not depend on the deck."""

from __future__ import annotations

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Fact, Name, Quantity, Target, Value
from purges_quiz.deck.question import Option, Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement, Reason, Verdict

RIGHT = Verdict(Judgement.CORRECT, None, Reason.CORRECT)
MISSPELT = Verdict(Judgement.CORRECT, Slip.SPELLING, Reason.SPELT)
PARTIAL = Verdict(Judgement.PARTIAL, Slip.INCOMPLETE, Reason.PART_OF_NAME)
ALSO_TRUE = Verdict(Judgement.PARTIAL, Slip.ALSO_TRUE, Reason.ALSO_TRUE)
WRONG = Verdict(Judgement.WRONG, Slip.OTHER, Reason.UNLIKE)
BLANK = Verdict(Judgement.WRONG, Slip.BLANK, Reason.NO_ANSWER)


def fact(key: str, value: Value | None = None) -> Fact:
    """A fact with one target."""
    target = Target("", value or Name("Yezhov", "yezhov"), "what is asked", ("What is asked here, then?",))
    return Fact(key, key.partition("/")[0], "person", "The sentence.", "sentence", (target,))


def question(
    key: str = "card/fact", kind: Kind = Kind.FREE_TEXT, variant: str = "0", *, cue: str | None = None
) -> Question:
    """A question of a made-up fact; as multiple choice it has four options, the first of them right."""
    number = Quantity("14", 14) if kind is Kind.NUMBER_RECALL else None
    asked = fact(key, number)
    listed = tuple(f"{key} {letter}" for letter in "abcd")
    return Question(
        id=f"{key}:{kind}:{variant}",
        kind=kind,
        fact=asked,
        facts=(key,),
        prompt="What is asked here, then?",
        answer="Yezhov",
        accepted=("Yezhov",),
        target=asked.targets[0],
        options=tuple(Option(text, text == listed[0], "a reason") for text in listed)
        if kind is Kind.MULTIPLE_CHOICE
        else (),
        items=listed if kind is Kind.ORDERING else (),
        pairs=tuple((text, text.upper()) for text in listed) if kind is Kind.MATCHING else (),
        hint=cue,
    )
