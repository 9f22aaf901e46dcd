"""The outline of a deck says of it what the deck says once it is read."""

from __future__ import annotations

from purges_quiz.deck.outline import outline
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import find_deck
from shipped_deck import deck


def test_the_outline_of_the_shipped_deck_is_true() -> None:
    found = find_deck(questions_folder()).outline

    assert (found.title, list(found.facts), found.checksum) == (deck().title, list(deck().facts), deck().checksum)


def test_nothing_is_expected_of_the_files() -> None:
    found = outline({"deck.toml": b"\xff", "01.toml": b'key = "a"\n[facts', "02.toml": b"[facts.lost]\n"})

    assert (found.title, list(found.facts)) == ("Cards", [])


def test_a_title_with_escape_codes_is_not_shown_before_the_deck_is_read() -> None:
    for title in ("a\x1b[31mb", "a\u202eb", "x" * 3000):
        assert outline({"deck.toml": f'title = "{title}"'.encode()}).title == "Cards"
