"""What `check` advises on ideas: that they be few and plain."""

from __future__ import annotations

import graded_decks

import shipped_deck
from purges_quiz.authoring.advice import CHARACTERS, IDEAS, PHRASES, advice_on_ideas
from purges_quiz.deck.model import Card, Deck, Fact, Idea, Statement, Target


def deck_with(*ideas: Idea, opposites: tuple[str, ...] = ()) -> Deck:
    target = Target("", Statement("the harvest failed", ideas, opposites=opposites), "the cause", ("Why?",))
    fact = Fact("famine/cause", "famine", "statement", "The harvest failed.", "the harvest failed", (target,))
    return Deck("Famine", (Card("famine", "Famine", ("The harvest failed.",), (fact,)),), {})


def advice(*ideas: Idea, opposites: tuple[str, ...] = ()) -> list[str]:
    return list(advice_on_ideas(deck_with(*ideas, opposites=opposites)))


def test_plain_ideas_need_no_advice() -> None:
    assert advice(Idea("harvest failed", ("bad harvest", "the crops failed"))) == []


def test_an_idea_of_too_many_phrases_is_named_with_its_fact() -> None:
    phrases = tuple(f"bad harvest {number}" for number in "abcdefg"[: PHRASES + 1])
    (said,) = advice(Idea("harvest failed", phrases))
    assert said.startswith('famine/cause: the idea "harvest failed" has 4 phrases')


def test_a_phrase_in_signs_is_named_whether_it_makes_an_answer_right_or_wrong() -> None:
    assert len(advice(Idea("harvest failed", ("harvest* fail*",)), opposites=("good|rich harvest",))) == 2


def test_a_phrase_of_a_whole_sentence_is_named() -> None:
    (said,) = advice(Idea("failed", ("cold wet summers ruined every field of wheat across northern England",)))
    assert "words that must be said" in said


def test_a_statement_of_too_many_ideas_is_named() -> None:
    (said,) = advice(*(Idea(name, (name,)) for name in "rain hail frost blight rats"[:30].split()[: IDEAS + 1]))
    assert said.startswith("famine/cause: asks for 5 ideas")


def test_a_deck_of_long_lists_of_phrases_is_named_as_a_whole() -> None:
    said = advice(*(Idea("rain", ("rain " * 20,)) for _ in range(CHARACTERS // 100 + 1)))
    assert said[-1].startswith("the phrases of all ideas have 12,")


def test_the_decks_at_hand_are_plain() -> None:
    assert list(advice_on_ideas(shipped_deck.deck())) == []
    assert list(advice_on_ideas(graded_decks.deck("reformation"))) == []
