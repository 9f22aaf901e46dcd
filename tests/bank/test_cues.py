from __future__ import annotations

import pytest

from purges_quiz.bank.cues import CUES, advantages, guess, highest_count, position, predictability, total, vote
from purges_quiz.bank.surface import amount

NUMBERS = ("512", "767", "802", "1,000")


def picks(name: str, options: tuple[str, ...], prompt: str = "How many?") -> set[str]:
    shares = guess(CUES[name](prompt, options))
    return {option for option, share in zip(options, shares, strict=False) if share}


@pytest.mark.parametrize(
    ("cue", "options", "taken"),
    [
        ("longest", ("Radek", "Bukharin", "Beria"), {"Bukharin"}),
        ("shortest", ("Radek", "Bukharin", "Beria"), {"Radek", "Beria"}),
        ("middle", NUMBERS, {"767", "802"}),
        ("nearest-mean", NUMBERS, {"767"}),
        ("closest-pair", NUMBERS, {"767", "802"}),
        ("most-isolated", NUMBERS, {"512"}),
        ("most-digits-shared", ("1,108", "1,109", "1,208", "2,118"), {"1,108"}),
        ("fewest-digits-shared", ("1,108", "1,109", "1,208", "2,997"), {"2,997"}),
        ("roundest", ("160", "163", "200", "165"), {"200"}),
        ("roundest", ("161", "163", "167", "165"), {"165"}),
        ("least-round", ("160", "163", "200", "180"), {"163"}),
        ("leading-digit", ("160", "163", "200", "180"), {"160", "163", "180"}),
        ("small-leading-digit", ("860", "463", "200", "480"), {"200"}),
        ("odd-one-out", ("the Dwarf", "the Boss", "Koba", "the Hangman"), {"Koba"}),
        ("odd-one-out", ("1938", "1937", "the year after", "1936"), {"the year after"}),
        ("prompt-words", ("they were executed", "they were freed"), {"they were executed"}),
        ("option-words", ("guilty and shot", "guilty and exiled", "freed", "guilty, then shot"), {"guilty and shot"}),
        ("hedged", ("all were shot", "almost all were shot"), {"almost all were shot"}),
        ("precise", ("around 1938", "on 4 February 1940"), {"on 4 February 1940"}),
        ("first", NUMBERS, {"512"}),
        ("second", NUMBERS, {"767"}),
        ("next-to-last", NUMBERS, {"802"}),
        ("last", NUMBERS, {"1,000"}),
    ],
)
def test_each_guesser_takes_the_option_that_its_definition_names(
    cue: str, options: tuple[str, ...], taken: set[str]
) -> None:
    prompt = "What was the verdict before the executions?"

    if cue == "option-words":
        assert taken <= picks(cue, options, prompt)
    else:
        assert picks(cue, options, prompt) == taken


def test_ties_are_split_and_no_difference_is_no_guess() -> None:
    assert guess((1.0, 3.0, 3.0)) == (0.0, 0.5, 0.5)
    assert guess((2.0, 2.0)) == ()
    assert guess(()) == ()


@pytest.mark.parametrize(
    "cue", ["middle", "nearest-mean", "closest-pair", "most-isolated", "roundest", "leading-digit"]
)
def test_cues_of_numbers_and_dates_score_no_words(cue: str) -> None:
    assert guess(CUES[cue]("Who?", ("Yezhov", "Yagoda", "Beria"))) == ()


@pytest.mark.parametrize("cue", list(CUES.values()))
def test_every_cue_scores_each_option_or_none(cue: object) -> None:
    assert callable(cue)
    for options in (NUMBERS, ("Yezhov", "Beria"), ("August 1936", "May 1937"), ("", "x", "?")):
        assert len(cue("What was it?", options)) in {0, len(options)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,108", 1108),
        ("1.5 million", 1_500_000),
        ("over 250,000", 250_000),
        ("8-10 years", 9),
        ("00447", 447),
        ("August 1936", 12 * 1936 + 8),
        ("May/June 1937", 12 * 1937 + 5.5),
        ("summer 1937", 12 * 1937 + 7),
        ("1937-38", 12 * 1937 + 12.5),
        ("Yezhov", None),
        ("17th Party Congress", None),
    ],
)
def test_printed_numbers_and_dates_have_an_amount(text: str, value: float | None) -> None:
    assert amount(text) == value


def test_the_option_with_the_highest_count_is_taken() -> None:
    assert highest_count({"Trotsky": 3, "Radek": 1})("Who?", ("Radek", "Trotsky", "Kirov")) == (1, 3, 0)


def test_a_vote_goes_to_the_option_on_which_most_is_put() -> None:
    assert guess(vote([position(0), position(1), position(1)])("Who?", ("Radek", "Trotsky", "Kirov"))) == (0, 1, 0)
    assert vote([])("Who?", ("Radek", "Trotsky")) == ()


def test_advantages_are_counted_in_whole_twelfths_so_that_they_add_up_alike_everywhere() -> None:
    four, three = ("Radek", "Trotsky", "Kirov", "Beria"), ("Radek", "Trotsky", "Kirov")
    cues = (position(0), position(1), CUES["longest"], CUES["middle"])

    assert advantages(cues, ["Who?", "Which man?"], four, 0) == (18, -6, -6, 0)
    assert advantages(cues, ["Who?"], three, 1) == (-4, 8, 8, 0)
    assert advantages([CUES["shortest"]], ["Who?"], four, 0) == (1,)


def test_advantages_add_up_and_count_alike_above_and_below_chance() -> None:
    assert total([(9, -3), (-3, -3)]) == (6, -6)
    assert predictability((6, -6)) == 72
