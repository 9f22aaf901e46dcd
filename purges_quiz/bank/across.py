"""The questions that an author made across cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import ACROSS_CARD, TYPED, Kind, Level
from purges_quiz.deck.model import AcrossQuestion, Fact, Target
from purges_quiz.deck.question import Option, Question, question_id

_NUMBER = re.compile(r"\d[\d,]*")


def questions(index: Index) -> Iterator[Question]:
    """Each prompt of each question across cards, in the order of the file."""
    for across in index.deck.across:
        for number, prompt in enumerate(across.prompts, start=1):
            yield _question(across, number, prompt, index)


def _question(across: AcrossQuestion, number: int, prompt: str, index: Index) -> Question:
    fact = stand_in(across, index)
    target = fact.targets[0] if fact.targets else None
    pairs = tuple((pair.left, pair.right) for pair in across.pairs)
    kind = Kind(across.kind)
    items = tuple(left for left, _ in pairs) if kind is Kind.ORDERING else ()
    answer = target.value.shown if target else "; ".join(items or (f"{left}: {right}" for left, right in pairs))
    return Question(
        id=question_id(fact, kind, str(number)),
        kind=kind,
        fact=fact,
        facts=across.facts,
        prompt=prompt,
        answer=answer,
        accepted=index.accepted(target) if target else (answer,),
        target=target,
        options=_options(across, target),
        items=items,
        pairs=pairs if kind is Kind.MATCHING else (),
        notes=index.notes(across.facts),
        level=Level.ACROSS,
        because=across.because,
        restates=_restated(across, index) if kind in TYPED else (),
    )


def _restated(across: AcrossQuestion, index: Index) -> tuple[str, ...]:
    """The facts whose own value is the answer, where all of them say it."""
    if across.rule != "same":
        return ()
    facts = (index.deck.facts[key] for key in across.facts)
    return tuple(fact.key for fact in facts if any(target.value == across.value for target in fact.targets))


def stand_in(across: AcrossQuestion, index: Index) -> Fact:
    """What stands in the place of a fact: the sentences of those from which the answer follows, and the answer."""
    facts = [index.deck.facts[key] for key in across.facts]
    sentence = " ".join(dict.fromkeys(fact.sentence for fact in facts))
    target = Target("", across.value, across.because, across.prompts) if across.value else None
    return Fact(f"{ACROSS_CARD}/{across.key}", ACROSS_CARD, across.rule, sentence, "", (target,) if target else ())


def _options(across: AcrossQuestion, target: Target | None) -> tuple[Option, ...]:
    """The wrong options with the right one among them.

    Options that differ by a number alone ascend; in others the place of the right one is drawn from the key alone, the
    same at every run.
    """
    if target is None or not across.wrong:
        return ()
    options = [Option(wrong.text, correct=False, reason=wrong.reason, contradicts=wrong.fact) for wrong in across.wrong]
    place = Random(across.key).randrange(len(options) + 1)
    options.insert(place, Option(target.value.shown, correct=True, reason=across.because))
    if len({_NUMBER.sub("", option.text) for option in options}) == 1:
        options.sort(key=lambda option: int(_NUMBER.findall(option.text)[0].replace(",", "")))
    return tuple(options)
