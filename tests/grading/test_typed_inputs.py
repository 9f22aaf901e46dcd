"""Ways of typing that people report of other programs: each test is one kind of them, with many inputs of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import pytest
from graded_decks import NAMES, SHIPPED, deck, grader, questions

from generators.number_words import in_words, whole
from generators.right import entity_of, right_answers, rivals, target_of, value_of
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.model import Date, Label, Name, Precision, Quantity, Range
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement
from purges_quiz.wording.verdicts import message

BOTH = pytest.mark.parametrize("name", NAMES)
Typed = tuple[Question, str]


def first_questions(name: str) -> Iterator[Question]:
    """One wording of each."""
    return (question for question in questions(name) if question.id.endswith(":0"))


def of_fact(key: str, end: str = "") -> Question:
    return next(
        question
        for question in first_questions(SHIPPED)
        if question.fact.key == key and target_of(question).name == end
    )


def misjudged(name: str, typed: Iterable[Typed], expected: Judgement) -> list[str]:
    """What is not judged so, a line each."""
    found = ((question, text, grader(name).grade(question, text)) for question, text in typed)
    return [
        f"{question.fact.key}: {text!r} is {verdict.judgement} ({verdict.slip or 'no slip'}): {message(verdict)}"
        for question, text, verdict in found
        if verdict.judgement is not expected
    ]


def shipped_rows(rows: Mapping[str, str]) -> Iterator[Typed]:
    """Answers to facts of the shipped deck, "card/fact:end", parted by bars."""
    for key, texts in rows.items():
        name, _, end = key.partition(":")
        question = of_fact(name, end)
        yield from ((question, text) for text in texts.split("|"))


def months(name: str) -> Iterator[tuple[Question, str, str]]:
    for question in first_questions(name):
        value = value_of(question)
        if isinstance(value, Date) and value.precision is Precision.MONTH:
            month, _, year = value.shown.partition(" ")
            yield question, month, year


def counted(name: str) -> Iterator[tuple[Question, int]]:
    for question in first_questions(name):
        value = value_of(question)
        if isinstance(value, Quantity) and whole(value) and not set(value.shown) & set("%£$"):
            yield question, int(value.amount)


@BOTH
def test_month_and_year_are_read_however_they_are_joined(name: str) -> None:
    ways = (
        "{month}-{year}",
        "{short}-{end}",
        "{year}-{short}",
        "{month}/{year}",
        "{month} ({year})",
        "({month}) {year}",
        "{month}, {year}",
        "{month}.{year}",
        "{short}.{year}",
        "{year} {month}",
        "{year}, {month}",
        "{year}/{month}",
        "{month} - {year}",
        "{month}: {year}",
        "{month}{year}",
        "{month} '{end}",
        "{month} of {year}",
        "{month} in {year}",
        "{month} the year {year}",
    )
    typed = (
        (question, way.format(month=month, short=month[:3], year=year, end=year[-2:]))
        for question, month, year in months(name)
        for way in ways
    )
    assert misjudged(name, typed, Judgement.CORRECT) == []


def test_a_span_of_days_and_two_months_are_read() -> None:
    spans = "{m} {a}-{b}, {y}|{a}-{b} {m} {y}|{a}th to {b}th {m} {y}|{m} {a}th-{b}th {y}|from {a} to {b} {m} {y}"
    rows = {
        "first-show-trial/date": spans.format(m="August", a=19, b=24, y=1936) + "|19-Aug-1936|19.8.1936|Aug 19th 1936",
        "second-show-trial/date": spans.format(m="January", a=24, b=30, y=1937),
        "third-show-trial/date": spans.format(m="March", a=5, b=13, y=1938),
        "army-purge/date": "May June 1937|June/May 1937|May & June 1937|June and May 1937|May, June 1937|May+June 1937"
        "|may-jun 37|May to June 1937|end of May/June 1937|May 1937 and June 1937",
    }
    assert misjudged(SHIPPED, shipped_rows(rows), Judgement.CORRECT) == []


@BOTH
def test_a_season_is_read_misspelt_or_wrapped(name: str) -> None:
    ways = (
        "the {} months of {year}",
        "during the {} of {year}",
        "{}time {year}",
        "in the {}time of {year}",
        "{}-{year}",
        "{} '{end}",
        "one day in the {} of {year}",
        "{year}, {}",
    )
    typed = []
    for question in first_questions(name):
        value = value_of(question)
        if isinstance(value, Date) and value.precision is Precision.SEASON:
            season, _, year = value.shown.partition(" ")
            typed += [(question, way.format(season, year=year, end=year[-2:])) for way in ways]
            for slip in (season.replace("mm", "m"), season[:-2] + season[-1] + season[-2], season[:-1], "t" + season):
                typed.append((question, f"{slip} {year}"))
    assert misjudged(name, typed, Judgement.CORRECT) == []


CORRECTIONS = (
    "{}? no {}",
    "{}? no, {}",
    "{}... no {}",
    "{}. No, {}",
    "{}! no {}",
    "{} - no wait {}",
    "{} no actually {}",
    "{} (no, {})",
    "{}; no, {}",
    "{} scratch that {}",
    "{} sorry i mean {}",
)


def corrected(name: str, *, to_right: bool) -> Iterator[Typed]:
    for question in first_questions(name):
        value = value_of(question)
        if isinstance(value, Name | Quantity | Range | Label | Date):
            entity = entity_of(deck(name), question)
            right = entity.name if entity is not None else value.shown
            for confused_with in list(rivals(deck(name), question))[:2]:
                for way in CORRECTIONS:
                    yield question, way.format(confused_with, right) if to_right else way.format(right, confused_with)


@BOTH
def test_what_is_taken_back_for_a_wrong_answer_is_not_right(name: str) -> None:
    accepted = [
        (question.fact.key, text)
        for question, text in corrected(name, to_right=False)
        if grader(name).grade(question, text).judgement is Judgement.CORRECT
    ]
    assert accepted == []


@BOTH
def test_what_a_wrong_answer_is_taken_back_for_is_right(name: str) -> None:
    assert misjudged(name, corrected(name, to_right=True), Judgement.CORRECT) == []


@BOTH
def test_numbers_are_read_in_words_of_every_punctuation(name: str) -> None:
    typed: list[Typed] = []
    for question, amount in counted(name):
        plain = in_words(amount)
        ways = {plain, plain.replace(" ", "-"), plain.replace("-", " "), plain.replace(" and ", " & ")}
        ways |= {plain.replace(" and ", " "), plain.upper(), f"{plain}."}
        ways |= {re.sub(r"(thousand|million) ", r"\1, ", plain), re.sub(r"(thousand|hundred) and", r"\1, and", plain)}
        if plain.startswith("one ") and " " in plain:
            ways |= {plain.removeprefix("one "), f"a {plain.removeprefix('one ')}"}
        if amount % 1000 == 0:
            ways |= {f"{amount // 1000}-thousand", f"{amount // 1000} thousand", f"{amount // 1000}k"}
        if amount % 100_000 == 0 and amount >= 10**6:
            ways |= {f"{amount / 10**6:g}-million", f"{amount / 10**6:g}m", f"{amount / 10**6:g} mil"}
        typed += [(question, way) for way in ways]
    assert misjudged(name, typed, Judgement.CORRECT) == []


@BOTH
def test_an_or_that_offers_no_other_answer_leaves_it_right(name: str) -> None:
    typed: list[Typed] = []
    for question, amount in counted(name):
        value = value_of(question)
        assert isinstance(value, Quantity)
        ways = [f"{amount} or {more}" for more in ("near enough", "so", "thereabouts", "at least i think so")]
        if value.qualifier == "over":
            ways += [f"{amount} or {more}" for more in ("above", "over", "more", "higher", "even more", "greater")]
        if "age" in question.prompt.split():
            ways += [f"{amount} or {more}" for more in ("older", "above", "over", "up", "more")]
            ways += [f"{amount} and over", f"{amount} and above", f"{amount} years or older", f"aged {amount} or over"]
        typed += [(question, way) for way in ways]
    assert misjudged(name, typed, Judgement.CORRECT) == []


def test_a_true_date_or_figure_beside_a_term_leaves_it_right() -> None:
    rows = {
        "yezhov-fall/continued-into": "World War II (1939-45)|the Second World War, 1939-1945|WW2 (1939-1945)"
        "|Second World War (1939 to 1945)|WW2 which began in 1939|WWII, 1941-45",
        "fifth-column/term": "Fifth Column (1936)|the fifth column, 1936|Fifth Column - first said in 1936",
        "impact/congress": "17th Party Congress (1934)|the 17th congress of 1934|17th Party Congress, January 1934",
        "impact/later-congress": "18th Party Congress (1939)|the 18th Congress in March 1939",
        "yezhovshchina-creation/name": "the Yezhovshchina (1937-38)|Yezhovshchina 1937 to 1938",
        "second-show-trial/constitution:forward": "the 1936 Constitution (December 1936)|Constitution of 1936",
        "yezhovshchina-creation/order": "00447 (July 1937)|Order 00447 of July 1937|NKVD order 00447, 30 July 1937",
        "national-minorities/operation": "the Polish Operation (1937-38)|Polish operation, August 1937",
    }
    assert misjudged(SHIPPED, shipped_rows(rows), Judgement.CORRECT) == []


def test_another_ordinal_in_a_term_makes_another_term() -> None:
    rows = {
        "fifth-column/term": "6th column|4th column|VI column|the sixth column|fourth Column|column 6|IV column",
        "yezhov-fall/continued-into": "WW3|WW1|WWI|the Third World War|World War III|World War One|WW 1",
        "impact/congress": "16th Party Congress|XVI Party Congress|the seventh Party Congress",
        "impact/later-congress": "19th Party Congress|XIX congress|the eighth Party Congress",
        "yezhovshchina-categories/category-1:backward": "Category 3|category III|third category|Category 11",
        "yezhovshchina-categories/category-2:backward": "Category 4|Category 22|category I|the first category",
    }
    assert misjudged(SHIPPED, shipped_rows(rows), Judgement.WRONG) == []


def test_roman_numerals_are_read() -> None:
    rows = {
        "yezhovshchina-categories/category-1:backward": "Cat. I|Category I|cat i|category i|Category (I)",
        "yezhovshchina-categories/category-2:backward": "Cat. II|Category II|category ii|cat II",
        "impact/congress": "XVIIth Party Congress|XVII Party Congress|the XVII congress|xvii party congress",
        "impact/later-congress": "XVIIIth Party Congress|XVIII Congress|the XVIII Party Congress",
        "yezhov-fall/continued-into": "IInd World War|WW II|World War II|W.W.II|the II World War|2nd World War",
        "fifth-column/term": "Vth Column|V Column|the Vth column|5th column",
    }
    assert misjudged(SHIPPED, shipped_rows(rows), Judgement.CORRECT) == []


@BOTH
def test_numbers_are_read_in_other_figures(name: str) -> None:
    typed: list[Typed] = []
    for question, amount in counted(name):
        ways = {f"{amount:,}.00", f"{amount}.0", f"{amount:,}.", f"+{amount}", f"{amount:,}".replace(",", ", ")}
        if amount >= 1000:
            ways |= {f"{amount:,}".replace(",", sign) for sign in (" ", "\u00a0", "\u202f", "'", "\u2019")}
        if amount % 1000 == 0:
            ways |= {f"{amount // 1000}.0k", f"{amount // 1000} K", f"{amount // 1000}thousand"}
        if amount % 10_000 == 0 and amount >= 10**5:
            millions = f"{amount / 10**6:g}"
            ways |= {f"{millions}m", f"{millions.removeprefix('0')}m", f"{millions} million"}
        typed += [(question, way) for way in ways]
    typed += [
        (question, way)
        for question, amount in counted(name)
        if amount == 1_500_000
        for way in (
            "1 1/2 million",
            "1\u00bd million",
            "one and a half million",
            "a million and a half",
        )
    ]
    assert misjudged(name, typed, Judgement.CORRECT) == []


def test_first_names_are_known_in_english() -> None:
    english = {
        "trotsky": ("Leo", "Leon"),
        "bukharin": ("Nicholas", "Nicolas"),
        "yezhov": ("Nicholas", "Nikolas"),
        "tukhachevsky": ("Michael",),
        "yagoda": ("Henry",),
        "radek": ("Charles", "Carl"),
        "beria": ("Lawrence", "Laurence"),
    }
    typed = [
        (question, f"{first} {entity.name.split()[-1]}")
        for question in first_questions(SHIPPED)
        for entity in [entity_of(deck(SHIPPED), question)]
        if entity is not None
        for first in english.get(entity.key, ())
    ]
    assert len(typed) > len(english)
    assert misjudged(SHIPPED, typed, Judgement.CORRECT) == []


@BOTH
def test_marks_of_other_programs_are_no_part_of_an_answer(name: str) -> None:
    wrappings = ("{}[1]", "**{}**", "*{}*", "_{}_", "`{}`", "> {}", "\u2022 {}", "{}\u00b9", "\u201c{}\u201d")
    tags = ("<b>{}</b>", "<i>{}</i>", "<p>{}</p>", "{}<br>", "{}&nbsp;", "{}[citation needed]")
    typed: list[Typed] = []
    for question in first_questions(name):
        for text in right_answers(question)[:1]:
            typed += [(question, wrapping.format(text)) for wrapping in (*wrappings, *tags)]
            typed += [(question, text[:1] + sign + text[1:]) for sign in ("\u00ad", "\u200b", "\u2060")]
        entity = entity_of(deck(name), question)
        if (
            entity is not None
            and entity.first_names
            and entity.kind is EntityKind.PERSON
            and len(entity.name.split()[-1]) >= 8
        ):
            surname = entity.name.split()[-1]
            typed += [(question, f"{surname[:4]}{cut}{surname[4:]}") for cut in ("- ", "-\n", "\u00ad\n", "-")]
    assert misjudged(name, typed, Judgement.CORRECT) == []


@BOTH
def test_a_letter_for_a_digit_is_read_or_named(name: str) -> None:
    letters = {"0": "Oo", "1": "lI"}
    found = []
    for question, amount in counted(name):
        for digit, letter in ((digit, letter) for digit, kin in letters.items() for letter in kin):
            if digit in str(amount) and amount >= 10:
                text = f"{amount:,}".replace(digit, letter, 1)
                verdict = grader(name).grade(question, text)
                if verdict.judgement is not Judgement.CORRECT and verdict.slip not in {Slip.DIGIT, Slip.SPELLING}:
                    found.append(f"{question.fact.key}: {text!r}: {message(verdict)}")
    assert found == []


@BOTH
def test_ranges_are_read_with_every_mark(name: str) -> None:
    ways = ("{}~{}", "{} thru {}", "{} through {}", "{}\u2013{}", "{}\u2014{}", "{} - {}", "{}..{}", "{}...{}")
    more = ("{} up to {}", "{} until {}", "{} till {}", "from {} to {}", "{} \u2192 {}", "{}->{}", "{} \u2212 {}")
    typed: list[Typed] = []
    for question in first_questions(name):
        value = value_of(question)
        if isinstance(value, Range):
            pairs = [(f"{value.low}", f"{value.high}")]
            typed += [(question, f"between {value.low} and {value.high}")]
        elif isinstance(value, Date) and value.precision is Precision.YEARS:
            first, last = f"{value.first[0]}", f"{value.last[0]}"
            pairs = [(first, last), (first, last[-2:])]
        else:
            continue
        typed += [(question, way.format(*pair)) for pair in pairs for way in (*ways, *more)]
    assert misjudged(name, typed, Judgement.CORRECT) == []
