"""What is found by its words is what looking at every statement of the deck would find."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from judging import targets

import shipped
from purges_quiz.deck.model import Quote, Statement, Target
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.ideas import StatementAnswer, heard_of, tell
from purges_quiz.grading.told import Statements
from purges_quiz.grading.words import content, words
from shipped import grader

STATEMENTS = tuple(target.value for _, target in targets() if isinstance(target.value, Statement))
TEXTS = tuple(f"I think {value.shown}" for value in STATEMENTS)


@cache
def statements() -> Statements:
    return Statements(shipped.deck(), grader()._lexicon)


def misspelt(text: str) -> str:
    """The text with the fourth letter of its long words left out."""
    return " ".join(word[:3] + word[4:] if len(word) > 7 else word for word in text.split())


@pytest.mark.parametrize("written", [str, misspelt])
def test_every_statement_is_found_of_which_a_text_says_all_ideas(written: Callable[[str], str]) -> None:
    answers = [StatementAnswer(value, grader()._lexicon) for value in STATEMENTS]
    found = 0
    for text in TEXTS:
        read = words(written(text))
        heard = heard_of(read, grader()._lexicon.ordinary)
        begun = [answer.value for answer, _ in statements().begun(heard)]
        for answer in answers:
            told = tell(answer, read, heard)
            if not told.missing and not told.denied:
                assert answer.value in begun
                found += 1
    assert found > len(STATEMENTS) / 2


def test_statements_that_share_but_a_few_words_with_a_text_are_not_looked_at() -> None:
    looked_at = [len([*statements().begun(heard_of(words(text), frozenset()))]) for text in TEXTS]

    assert sum(looked_at) < len(TEXTS) * len(STATEMENTS) / 4


def test_every_wording_is_known_again_with_a_word_left_out() -> None:
    elsewhere = Elsewhere(shipped.deck())
    other = Target("", Quote("nothing"), "nothing", ("What is nothing?",))
    for known, place in elsewhere._wordings:
        text = [word for word in content(" ".join(sorted(known))) if word.stem in known]
        for left_out in range(len(text) if len(known) > 3 else 0):
            found = elsewhere.wording([*text[:left_out], *text[left_out + 1 :]], other)
            assert found is not None
            assert found.target.value == place.target.value
