"""That the guessers work: on naive generators each relevant one scores 50 % and more, where chance is 25 %."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from functools import cache

import made_up_facts
import pytest

from purges_quiz import bank
from purges_quiz.authoring.audit import Row, Subject
from purges_quiz.authoring.audit.guessers import Lift, guessers, learned
from purges_quiz.authoring.audit.more_guessers import MORE_CUES
from purges_quiz.authoring.audit.predictions import VOTE, OtherFacts, families_of, hit, prediction
from purges_quiz.bank.cues import CUES, Cue, guess
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Deck, Quantity
from purges_quiz.deck.question import Option, Question

Naive = Callable[[random.Random, int], list[int]]
FACTS = 100


def around(rng: random.Random, truth: int) -> list[int]:
    """The truth, and three numbers 10 to 50 % from it."""
    return [truth, *(round(truth * (1 + rng.choice((-1, 1)) * rng.uniform(0.1, 0.5))) for _ in range(3))]


def digit_changed(rng: random.Random, truth: int) -> list[int]:
    """The truth, and three numbers with one digit changed."""
    found = [truth]
    while len(found) < 4:
        digits = list(str(truth))
        place = rng.randrange(len(digits))
        digits[place] = rng.choice([it for it in "123456789" if it != digits[place]])
        if int("".join(digits)) not in found:
            found.append(int("".join(digits)))
    return found


def random_round(rng: random.Random, truth: int) -> list[int]:
    """The truth, and three round numbers of its size."""
    unit = 10 ** (len(str(truth)) - 2)
    return [truth, *(rng.randrange(10, 100) * unit for _ in range(3))]


def choices(naive: Naive) -> list[Question]:
    """A multiple choice for each of many made-up numbers, the options in ascending order."""
    rng = random.Random(3)
    found = []
    for at in range(FACTS):
        truth = rng.randrange(100, 10_000)
        options = sorted({f"{it:,}": it for it in naive(rng, truth)}.items(), key=lambda pair: pair[1])
        number = made_up_facts.question(f"card/fact-{at}", Kind.NUMBER_RECALL)
        fact = made_up_facts.fact(f"card/fact-{at}", Quantity(f"{truth:,}", truth))
        found.append(
            number._replace(
                id=f"card/fact-{at}:multiple-choice:1a",
                kind=Kind.MULTIPLE_CHOICE,
                fact=fact,
                facts=(fact.key,),
                target=fact.targets[0],
                options=tuple(Option(text, value == truth, "a number") for text, value in options),
            )
        )
    return found


@cache
def audited(naive: Naive) -> Subject:
    """A bank of nothing else."""
    return Subject(bank.build(Deck("nothing", (), {})), tuple(choices(naive)))


@cache
def judged(naive: Naive) -> dict[str, Row]:
    """What the audit says of it."""
    return {row.name: row for row in guessers(audited(naive))}


def share(found: Sequence[Question], cue: Cue) -> float:
    """What share of the questions a guesser gets right, without a cue by chance."""
    return sum(
        hit(question, shares) if (shares := prediction(question, cue)) else 1 / len(question.options)
        for question in found
    ) / len(found)


@pytest.mark.parametrize(
    ("naive", "cue"), [(around, "nearest-mean"), (digit_changed, "most-digits-shared"), (random_round, "least-round")]
)
def test_a_relevant_guesser_gets_half_of_what_a_naive_generator_makes(naive: Naive, cue: str) -> None:
    assert share(audited(naive).questions, CUES[cue]) >= 0.5


@pytest.mark.parametrize("naive", [around, digit_changed, random_round])
def test_a_learned_guesser_finds_the_cue_by_itself(naive: Naive) -> None:
    pytest.importorskip("numpy")
    from purges_quiz.authoring.audit.learned import from_cues

    found = audited(naive).questions
    guesses = from_cues(found, audited(naive).predictions)

    assert sum(hit(question, shares) for question, shares in zip(found, guesses, strict=True)) / len(found) >= 0.5


@pytest.mark.parametrize(
    ("naive", "cue"), [(around, "nearest-mean"), (digit_changed, "most-digits-shared"), (random_round, "least-round")]
)
def test_the_audit_fails_what_a_naive_generator_makes(naive: Naive, cue: str) -> None:
    assert judged(naive)[cue].breaches
    assert judged(naive)["first"].looked == FACTS


def test_options_at_random_give_no_guesser_a_lift_that_fails() -> None:
    def drawn(rng: random.Random, truth: int) -> list[int]:
        return [truth, *(rng.randrange(100, 10_000) for _ in range(3))]

    assert [row.name for row in judged(drawn).values() if row.breaches] == []


def test_a_guesser_is_judged_over_the_questions_to_which_its_cue_applies() -> None:
    assert sum(bool(shares) for shares in audited(random_round).predictions["hedged"]) == 0
    assert "hedged" not in judged(random_round)


def test_without_numpy_the_audit_says_that_nobody_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "purges_quiz.authoring.audit.learned", None)

    (row,) = learned(audited(around))

    assert row.skipped == "needs NumPy: pip install purges-quiz[test]"
    assert row.passed


def test_the_fact_that_is_guessed_is_left_out_of_what_is_counted() -> None:
    found = [made_up_facts.question(f"card/{at}", Kind.MULTIPLE_CHOICE)._replace(prompt="Who?") for at in "abc"]
    same = found[0].options
    several = OtherFacts([question._replace(options=same) for question in found])
    alone = OtherFacts([found[0]])
    options = tuple(option.text for option in same)

    assert guess(several.cues("card/a")["right-elsewhere"]("Who?", options)) == (1, 0, 0, 0)
    assert guess(alone.cues("card/a")["right-elsewhere"]("Who?", options)) == ()


def test_an_option_that_other_prompts_name_is_taken() -> None:
    asked = made_up_facts.question("card/a", Kind.MULTIPLE_CHOICE)
    other = made_up_facts.question("card/b", Kind.MULTIPLE_CHOICE)._replace(
        prompt="What did the Dwarf do to Trotsky in 1937?"
    )
    cue = OtherFacts([asked, other]).cues("card/a")["person-in-prompts"]

    assert guess(cue("Who?", ("Radek", "Trotsky", "Kirov"))) == (0, 1, 0)


@pytest.mark.parametrize(
    ("cue", "options", "taken"),
    [
        ("most-words", ("shot", "shot at once", "freed soon"), "shot at once"),
        ("fewest-words", ("shot", "shot at once", "freed soon"), "shot"),
        ("longest-words", ("a b c", "imprisoned", "shot dead"), "imprisoned"),
        ("shortest-words", ("a b c", "imprisoned", "shot dead"), "a b c"),
        ("middle-length", ("aaa", "aaaaaa", "aaaaaaaaa"), "aaaaaa"),
        ("first-in-the-alphabet", ("Radek", "Beria", "Kirov"), "Beria"),
        ("last-in-the-alphabet", ("Radek", "Beria", "Kirov"), "Radek"),
        ("nearest-ratio", ("10", "100", "1,000"), "100"),
        ("repeated-digit", ("123", "1,108", "4,567"), "1,108"),
        ("odd-number", ("12", "14", "17"), "17"),
        ("most-digits-apart", ("1,111", "1,212", "1,234"), "1,234"),
        ("prompt-letters", ("arresting", "freed", "shown"), "arresting"),
        ("least-option-letters", ("shot", "shots", "freed"), "freed"),
        ("imprecise", ("in 1937", "in the North", "in time"), "in time"),
        ("unhedged", ("almost all", "over ten", "ten"), "ten"),
    ],
)
def test_each_further_guesser_takes_the_option_that_its_definition_names(
    cue: str, options: tuple[str, ...], taken: str
) -> None:
    shares = guess(MORE_CUES[cue]("How many arrests were made?", options))

    assert shares[options.index(taken)] == max(shares)
    assert sum(map(bool, shares)) == 1


@pytest.mark.parametrize("cue", list(MORE_CUES.values()))
def test_every_further_cue_scores_each_option_or_none(cue: Cue) -> None:
    for options in (("512", "767"), ("Yezhov", "Beria"), ("August 1936", "May 1937"), ("", "x", "?")):
        assert len(cue("What was it?", options)) in {0, len(options)}


def test_questions_are_sorted_by_what_they_ask_for() -> None:
    number, name = audited(around).questions[0], made_up_facts.question("card/a", Kind.MULTIPLE_CHOICE)

    assert dict(families_of([number, name])) == {"all": [0, 1], "numbers": [0], "names": [1]}


def test_the_vote_of_all_is_a_guesser_too() -> None:
    assert len(audited(around).predictions[VOTE]) == FACTS


def test_lift_is_counted_over_questions_and_kept_by_fact() -> None:
    lift = Lift.of([("a", 0.75), ("a", -0.25), ("b", -0.25)])

    assert lift.hits == {"a": 0.5, "b": -0.25}
    assert lift.points == pytest.approx(100 * 0.25 / 3)
    assert Lift.of([]).points == 0
