from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from purges_quiz.deck import siblings
from purges_quiz.deck.loading import load

LETTERS = "abcdefghijklmnoprstuvwyz"


def deck_files(facts: int) -> dict[str, bytes]:
    """A deck of terms without wrong options, each with a sentence and a question of its own."""
    rng = Random(facts)
    terms = dict.fromkeys("".join(rng.choices(LETTERS, k=rng.randint(7, 30))) for _ in range(facts))
    sentences = [f"On day {number} somebody saw {term}." for number, term in enumerate(terms)]
    lines = ['key = "days"', 'title = "Days"', f"sentences = {sentences!r}".replace("'", '"')]
    for number, term in enumerate(terms):
        prompt = f"What was seen on day {number}?"
        lines += [f"[facts.day-{number}]", 'type = "term"', f'value = "{term}"', f'mark = "{term}"']
        lines += [f'prompt = "{prompt}"']
    return {"deck.toml": b'title = "Days"\n', "days.toml": "\n".join(lines).encode()}


def test_facts_without_wrong_options_get_those_nearest_in_length() -> None:
    for fact in load(deck_files(300)).facts.values():
        (target,) = fact.targets
        shown = [wrong.text for wrong in target.distractors]
        assert len(set(shown)) == siblings.MOST
        assert target.value.shown not in shown
        assert all(abs(len(text) - len(target.value.shown)) <= 2 * siblings.BAND for text in shown)


def test_the_wrong_options_of_a_fact_cost_the_same_in_a_large_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    def numbers_drawn(facts: int) -> float:
        drawn: list[bytes] = []

        def number(text: bytes) -> int:
            drawn.append(text)
            return Random(text).getrandbits(32)

        with monkeypatch.context() as patched:
            patched.setattr(siblings, "crc32", number)
            load(deck_files(facts))
        return len(drawn) / facts

    assert numbers_drawn(1000) < 1.2 * numbers_drawn(200)


def test_a_text_that_is_added_changes_the_wrong_options_of_few_facts() -> None:
    texts = sorted((Random(number).getrandbits(32), f"text {number}") for number in range(200))
    fewer = [numbered for numbered in texts if numbered[1] != "text 7"]
    seeds = [f"fact {number}" for number in range(200)]
    before, after = ([set(islice(siblings._drawn(them, seed), 6)) for seed in seeds] for them in (fewer, texts))  # noqa: SLF001 -- the rule
    assert sum(was != now for was, now in zip(before, after, strict=True)) < 20


def test_every_text_is_drawn_once() -> None:
    texts = sorted((Random(number).getrandbits(32), f"text {number}") for number in range(60))
    drawn = list(siblings._drawn(texts, "fact"))  # noqa: SLF001 -- the rule
    assert sorted(drawn) == sorted(text for _, text in texts)
