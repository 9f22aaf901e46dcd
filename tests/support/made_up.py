"""Facts and questions made up for tests of rules that do not depend on the deck."""

from __future__ import annotations

from purges_quiz.deck.model import Fact, Name, Quantity, Target, Value
from purges_quiz.deck.question import Kind, Option, Question
from purges_quiz.grading.verdict import Judgement, Slip, Verdict

RIGHT = Verdict(Judgement.CORRECT, None, "Right.")
MISSPELT = Verdict(Judgement.CORRECT, Slip.SPELLING, "Right, with a slip.")
PARTIAL = Verdict(Judgement.PARTIAL, Slip.INCOMPLETE, "Something is missing.")
ALSO_TRUE = Verdict(Judgement.PARTIAL, Slip.ALSO_TRUE, "True, but the card says something else.")
WRONG = Verdict(Judgement.WRONG, Slip.OTHER, "That is somebody else.")
BLANK = Verdict(Judgement.WRONG, Slip.BLANK, "Nothing was said.")


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
