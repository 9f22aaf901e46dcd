"""Each format as the programs write it: what is read, and that what it is was guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from purges_quiz.authoring.cards import Card, CardsError, CardSet, ReadOptions, read
from purges_quiz.authoring.cards.card import LONGEST

DATA = Path(__file__).parents[1] / "data" / "cards"


def text(content: str, name: str = "", **options: str) -> CardSet:
    return read(content.encode(), name, ReadOptions(**options))


def sides(card_set: CardSet) -> list[tuple[str, str]]:
    return [(card.front, card.back) for card in card_set.cards]


# --- Quizlet -------------------------------------------------------------------------------------


def test_quizlet_parts_term_and_definition_with_a_tab_and_goes_on_until_the_next_tab() -> None:
    card_set = text('Mitosis\tcell division\nin two steps\n\nCell, "basic" unit\tunit; of life, it says\n')

    assert card_set.format == "quizlet"
    assert sides(card_set) == [
        ("Mitosis", "cell division\nin two steps"),
        ('Cell, "basic" unit', "unit; of life, it says"),
    ]
    assert [card.line for card in card_set.cards] == [1, 4]


@pytest.mark.parametrize("separator", [" - ", " – ", ": ", " = ", "::"])
def test_other_separators_are_found_where_every_line_has_them(separator: str) -> None:
    card_set = text(f"chien{separator}dog\nchat{separator}cat\ncheval{separator}horse\n")

    assert sides(card_set) == [("chien", "dog"), ("chat", "cat"), ("cheval", "horse")]


def test_cards_may_be_parted_by_semicolons_or_by_what_is_asked_for() -> None:
    assert sides(text("chien\tdog;chat\tcat")) == [("chien", "dog"), ("chat", "cat")]
    asked = text("chien#dog\nof all sizes\n%%\nchat#cat", separator="#", card_separator="\n%%\n")
    assert sides(asked) == [("chien", "dog\nof all sizes"), ("chat", "cat")]


def test_a_line_without_a_definition_is_named_by_its_number_and_the_rest_is_kept() -> None:
    card_set = text("no tab here\nchien\tdog\nchat\t\ncheval\thorse", format="quizlet")

    assert sides(card_set) == [("chien", "dog"), ("cheval", "horse")]
    assert [unread.line for unread in card_set.unread] == [1, 3]


# --- Tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_may_have_quotes_and_line_ends_and_separators_in_its_fields(separator: str) -> None:
    rows = [
        ("Term", "Definition"),
        ('"a, b; c"', '"first line\nsecond ""line"""'),
        ("plain", '"tab\tinside"'),
    ]
    content = "\r\n".join(separator.join(row) for row in rows) + "\r\n"

    card_set = read(content.encode("utf-8-sig"), "cards.csv")

    assert card_set.format == "csv"
    assert card_set.encoding == "UTF-8 with a byte-order mark"
    assert sides(card_set) == [("a, b; c", 'first line\nsecond "line"'), ("plain", "tab inside")]
    assert [card.line for card in card_set.cards] == [2, 4]


def test_a_header_says_which_column_is_which() -> None:
    card_set = text("Chapter,Answer,Question,Tags\n1,Paris,What is the capital of France?,geo easy\n", "t.csv")

    assert card_set.cards == (Card("What is the capital of France?", "Paris", 2, ("geo", "easy")),)


def test_without_a_header_the_first_column_is_the_front_and_the_others_are_the_back() -> None:
    assert sides(text("chien,dog,n.\nchat,cat,n.\n", "t.csv")) == [("chien", "dog\nn."), ("chat", "cat\nn.")]


def test_the_line_by_which_excel_is_told_the_separator_is_obeyed() -> None:
    assert sides(text("sep=|\nchien|dog\n", "t.csv")) == [("chien", "dog")]


def test_a_quotation_mark_that_is_not_closed_costs_one_line_and_not_the_rest_of_the_file() -> None:
    lines = ["a,one", '"b,two', *(f"c{number},three" for number in range(300))]

    card_set = text("\n".join(lines), "t.csv")

    assert len(card_set.cards) == 301
    assert [(it.line, it.reason) for it in card_set.unread] == [(2, "a quotation mark is opened and not closed")]


# --- Anki's text ---------------------------------------------------------------------------------

NOTES = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
kfe^\tBasic\tBio::Cells\tMitochondrion\tWhere <b>aerobic respiration</b>&nbsp;happens.<br>It has two membranes.\tcells unit1
viu\tBasic\tBio::Cells\t"""  # noqa: E501 -- as Anki writes it
NOTES += '"""Osmosis"", in short"\t"Water moves; from dilute\tto concentrated"\t\n'
NOTES += "iKd\tCloze\tBio::Cells\t{{c1::Robert Hooke::who}} named the cell in {{c2::1665}}.\tFrom <u>it</u>\thistory\n"
NOTES += "f(u\tBasic\tBio::Cells\tBases?\t<ul><li>adenine</li><li>thymine</li></ul>\t\n"
NOTES += 'p-4\tBasic\tBio::Cells\t"#hash first"\tx<sup>2</sup> &lt; 5, CO<sub>2</sub>[sound:a.mp3]'
NOTES += "<script>alert(1)</script>\t\n"


def test_ankis_notes_are_read_with_header_html_tags_and_gaps() -> None:
    card_set = text(NOTES)

    assert card_set.format == "anki"
    assert card_set.cards == (
        Card(
            "Mitochondrion",
            "Where aerobic respiration happens.\nIt has two membranes.",
            7,
            ("cells", "unit1"),
            ("aerobic respiration",),
        ),
        Card('"Osmosis", in short', "Water moves; from dilute to concentrated", 8),
        Card("", "Robert Hooke named the cell in 1665.\nFrom it", 9, ("history",), ("it",), ("Robert Hooke", "1665")),
        Card("Bases?", "• adenine\n• thymine", 10),
        Card("#hash first", "x² < 5, CO2", 11),
    )


def test_html_is_left_as_it_stands_where_the_header_says_that_there_is_none() -> None:
    assert sides(text("#separator:semicolon\n#html:false\na <b> c;b &amp d\n")) == [("a <b> c", "b &amp d")]


def test_older_exports_without_a_header_are_known_by_their_html() -> None:
    card_set = text("Capital of France\tParis<br>on the Seine\nCapital of Spain\tMadrid\n")

    assert card_set.format == "anki"
    assert sides(card_set)[0] == ("Capital of France", "Paris\non the Seine")


# --- Other texts ---------------------------------------------------------------------------------


def test_the_paste_of_a_brainscape_page_gives_its_fifteen_cards_with_their_titles() -> None:
    card_set = read((DATA / "purges.txt").read_bytes(), "purges.txt")

    assert card_set.format == "brainscape"
    assert not card_set.unread
    assert [card.front for card in card_set.cards][::7] == [
        "Start of purges",
        "Stalin and the Yezhovshchina",
        "Surveillance",
    ]
    assert card_set.cards[11].front == "Denunciations"
    assert card_set.cards[11].back.startswith("The Summer of 1937 saw denunciation")
    assert card_set.cards[1].back.endswith(
        "Yezhov (the Dwarf) accused Bukharin of knowing about the conspiracy and he was arrested."
    )
    assert "•" not in card_set.cards[0].back.replace("\n• ", "").removeprefix("• ")


def test_a_brainscape_page_that_announces_more_cards_than_it_has_says_so() -> None:
    card_set = text("Cards (3)\n\n  • one and two\n    Sum\n  • more\n    Other\n")

    assert [card.front for card in card_set.cards] == ["Sum", "Other"]
    assert "3 cards are announced, 2 were found" in card_set.unread[0].reason


def test_markdown_has_a_card_for_each_heading_and_for_each_row_of_a_table() -> None:
    card_set = text(
        "---\ntags: x\n---\n# Deck\n\n## Mitosis\n**Cell division** in\nfour *stages*\n\n- prophase\n- metaphase\n\n"
        "## Terms\n| Term | Meaning |\n|---|---|\n| Gene | a length of DNA |\n\n## Empty\n\n## Code `x`\n    a = b\n",
        "notes.md",
    )

    assert card_set.title == "Deck"
    assert sides(card_set) == [
        ("Mitosis", "Cell division in four stages\n• prophase\n• metaphase"),
        ("Gene", "a length of DNA"),
        ("Code x", "a = b"),
    ]
    assert card_set.cards[0].strong == ("Cell division", "stages")
    assert [card.line for card in card_set.cards] == [6, 16, 20]


def test_plain_text_has_a_blank_line_between_cards() -> None:
    card_set = text(
        "Mitosis\nCell division\nin two\n\nGene: a length of DNA\n\nQ: Who?\nA: He\nand she\n\nJust a note, alone.\n"
    )

    assert card_set.format == "text"
    assert sides(card_set) == [
        ("Mitosis", "Cell division\nin two"),
        ("Gene", "a length of DNA"),
        ("Who?", "He\nand she"),
        ("", "Just a note, alone."),
    ]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "thé\ttea – hot\r\ncafé\tcoffee\r\n"),
        ("a.csv", "Term;Definition\r\nthé;tea – hot\r\ncafé;coffee\r\n"),
        ("a.md", "# Words\r\n\r\n## thé\r\ntea – hot\r\n\r\n## café\r\ncoffee\r\n"),
        ("b.txt", "thé\r\ntea – hot\r\n\r\ncafé\r\ncoffee\r\n"),
        ("c.txt", "#separator:tab\r\n#html:true\r\nthé\ttea – hot\r\ncafé\tcoffee\r\n"),
    ],
)
def test_every_text_format_is_read_in_every_encoding_with_the_line_ends_of_windows(
    name: str, content: str, codec: str
) -> None:
    assert sides(read(content.encode(codec), name)) == [("thé", "tea – hot"), ("café", "coffee")]


def test_what_was_guessed_can_be_overridden() -> None:
    content = "a, b\tc, d\n"

    assert sides(text(content)) == [("a, b", "c, d")]
    assert sides(text(content, format="csv", separator=",")) == [("a", "b c\nd")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this file is empty"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office program"),
        (b"\t\n\t\n", "empty"),
    ],
)
def test_a_file_that_holds_no_cards_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(CardsError, match=said):
        read(content)


def test_a_card_that_is_far_too_long_is_named_and_left_out() -> None:
    card_set = text(f"a\tb\nc\t{'x' * (LONGEST + 1)}\n")

    assert sides(card_set) == [("a", "b")]
    assert card_set.unread[0].line == 2
