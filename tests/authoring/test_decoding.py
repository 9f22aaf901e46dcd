from __future__ import annotations

import pytest

from purges_quiz.authoring.cards import CardsError
from purges_quiz.authoring.cards.card import decoded

TEXT = "café – “naïve”\tthé\nzweite Zeile"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte-order mark"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_has_and_it_is_said(codec: str, name: str) -> None:
    assert decoded(TEXT.encode(codec)) == (TEXT, name)


def test_utf_16_of_either_order_is_known_by_its_mark() -> None:
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be"))[0] == TEXT
    assert decoded(b"\xff\xfe" + TEXT.encode("utf-16-le"))[0] == TEXT


def test_an_encoding_that_is_asked_for_is_used() -> None:
    assert decoded("Œuvre – 5 €".encode("cp1250", "replace"), "cp1250")[0].endswith("5 €")
    assert decoded(b"\xef\xbb\xbfa", "utf-8")[0] == "a"


@pytest.mark.parametrize(
    ("content", "encoding", "said"),
    [
        (b"\0\1\2\0", "", "zero bytes"),
        (b"\xff\xfea", "", "begins as UTF-16"),
        (b"a", "klingon", "no encoding of text is called"),
        (b"\xff", "utf-8", "this is no text in utf-8"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(content: bytes, encoding: str, said: str) -> None:
    with pytest.raises(CardsError, match=said):
        decoded(content, encoding)


def test_line_ends_of_every_system_and_accents_in_two_pieces_are_made_one() -> None:
    assert decoded("a\r\nb\rc\ne\u0301\x07".encode())[0] == "a\nb\nc\né"
