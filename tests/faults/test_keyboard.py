"""What a keyboard can send: bytes that are no text, a long text at once, anything at random."""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import program
import pytest
import screen_places
import watched_game

from pseudo_terminal import Terminal

LONG = partial(pytest.param, marks=pytest.mark.long)
MEGABYTE = 1 << 20

PASTE = b"\x1b[200~"
LEAVING = {0, 130}
"""The exit codes of a player who leaves, which a monkey may."""
BACKLOG = 600
"""Seconds for the keys that were sent faster than any hand can."""
KEYS = (  # without those that leave, and those that the kernel takes as signals once the game is left
    *(chr(code).encode() for code in range(0x20, 0x7F)),
    *[b"\r"] * 12,
    *[b"\x07"] * 6,
    *(b"\x1b[" + key for key in (b"A", b"B", b"C", b"D", b"H", b"F", b"5~", b"6~", b"3~", b"1;2A", b"1;2B", b"Z")),
    *(b"\x1bO" + key for key in (b"P", b"Q", b"R", b"S")),
    *(bytes([code]) for code in range(1, 0x20) if code not in {0x03, 0x11, 0x1A, 0x1C}),
    *[b"\x1b"] * 4,
    b"\x7f",
    b"\t",
    "é".encode(),
    "漢".encode(),
    "\N{GRINNING FACE}".encode(),
    b"\xff",
    b"\xc3",
    b"\x00",
    b"\x1b[200~pasted [bold]text[/]\nof two lines\x1b[201~",
    b"\x1b[200~\x1b[201~",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[99999;1u",
    b"\x1b[97;5u",
    b"\x1b[<35;9999;9999M",
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
)
IN_THE_GATE = {"home", "typing"}
EACH = [pytest.param(place, marks=() if place in IN_THE_GATE else pytest.mark.long) for place in screen_places.PLACES]


@pytest.mark.parametrize("place", [LONG("home"), "typing", LONG("choosing"), LONG("pause")])
def test_bytes_that_are_no_text_are_no_reason_to_end(tmp_path: Path, place: str) -> None:
    with screen_places.at(place, tmp_path) as game:
        game.send(b"\xff\xfe\xe9\xc3" + bytes(range(0x80, 0x100)))
        game.send("z")
        game.read(0.05)
        assert screen_places.PLACES[place].shows in game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0


@pytest.fixture
def length(full: bool) -> int:  # noqa: FBT001 -- a fixture
    """How many bytes are pasted."""
    return MEGABYTE if full else MEGABYTE // 8


@pytest.mark.parametrize("before", [PASTE, LONG(b"")], ids=["as a paste", "as keys"])
def test_a_long_text_pasted_into_an_answer(tmp_path: Path, before: bytes, length: int) -> None:
    text = "words of [bold]more[/] than é one line\n" * (length // 40)
    with screen_places.at("typing", tmp_path) as game:
        with pasting(game, before, text.encode()):
            game.wait_for("first 1,000 characters were taken")  # it is said for seconds only
        game.read(0.2)
        program.answer(game, "")
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert program.kept(tmp_path) == [text.replace("\n", " ")[:1000]]


@pytest.mark.parametrize("place", [LONG("home"), "choosing"])
@pytest.mark.parametrize("before", [LONG(PASTE), b""], ids=["as a paste", "as keys"])
def test_a_long_text_pasted_where_nothing_is_typed(tmp_path: Path, place: str, before: bytes, length: int) -> None:
    with screen_places.at(place, tmp_path) as game:
        with pasting(game, before, b"1\r2a\x07" * (length // 5)):
            pass
        game.read(0.2)
        assert screen_places.PLACES[place].shows in game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert not program.database(tmp_path).exists()


@contextmanager
def pasting(game: Terminal, before: bytes, text: bytes) -> Iterator[None]:
    """Paste as a terminal does that says so before and after, or that does not, while what the game writes is read."""
    sender = threading.Thread(target=lambda: game.send(before + text + before.replace(b"0~", b"1~")))
    sender.start()
    yield
    while sender.is_alive():
        game.read(0.01)
    sender.join()


def test_an_option_is_chosen_by_any_keyboard_and_by_nothing_that_a_terminal_says_by_itself(tmp_path: Path) -> None:
    keys = ("1", "A", "\N{FULLWIDTH DIGIT ONE}", "\N{CYRILLIC SMALL LETTER EF}", "&")
    with screen_places.at("choosing", tmp_path) as game:
        for sequence in (
            b"\x1b]11;rgb:1111/2222/3333\x1b\\",
            b"\x1b[?1;2;3;4c",
            b"\x1b[49~",
            b"\x1b[48;1;1;0;0t",
            b"\x1b[<0;1",
        ):
            for cut in (len(sequence), len(sequence) // 2):
                game.send(sequence[:cut])
                game.read(0.02)
                game.send(sequence[cut:])
                game.read(0.15)
        assert screen_places.PLACES["choosing"].shows in game.text()
        for key in keys:
            game.send(key)
            game.wait_for(program.JUDGED)
            program.go_on(game)
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert len(program.kept(tmp_path)) == len(keys)


def test_a_space_may_come_as_a_sequence_and_keys_in_one_read_with_enter_are_no_text(tmp_path: Path) -> None:
    with screen_places.at("typing", tmp_path) as game:
        for typed in ("May\x1b[32u1937", "June\x1b[32;2u1938"):
            program.answer(game, typed)
            program.go_on(game)
        program.answer(game, "1108\r2")
        assert "1108 " in f"{game.text()} "
        assert "11082" not in game.text()
        time.sleep(program.READING)
        game.send("\r1937")
        game.wait_for("4 of 10")
        assert "1937" not in game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert program.kept(tmp_path) == ["May 1937", "June 1938", "1108"]


@pytest.mark.long
def test_the_clock_stands_still_until_the_terminal_has_the_keyboard_again(tmp_path: Path) -> None:
    with screen_places.at("choosing", tmp_path) as game:
        game.send("\x1b[O")
        before = stood_still(game)
        game.send("\x1b[I")
        game.wait_for(lambda _: game.lines() != before)
        game.send("\x11")
        assert game.wait_for_end() == 0


def stood_still(game: Terminal) -> list[str]:
    """The lines of a screen once they have not changed for longer than its clock takes to show another second."""
    for _ in range(10):
        game.read(0.3)
        before = game.lines()
        time.sleep(1.5)
        game.read(0.3)
        if game.lines() == before:
            return before
    raise AssertionError("the clock does not stand")


@pytest.mark.parametrize("place", EACH)
def test_any_keys_at_all(place: str, tmp_path: Path, dice: random.Random, *, full: bool) -> None:
    report = tmp_path / "unseen"
    watching = (sys.executable, watched_game.__file__, str(report))
    left = 10_000 if full else 100
    while left > 0:
        with screen_places.at(place, tmp_path, command=watching) as game:
            while left > 0 and game.process.isalive():
                keys = [dice.choice(KEYS) for _ in range(min(left, dice.choice((1, 3, 20))))]
                left -= len(keys)
                try_to_send(game, b"".join(keys))
                game.read(0.01)
            try_to_send(game, b"\x11")
            assert game.wait_for_end(BACKLOG) in LEAVING, game.text()
            assert program.is_whole(game)
            assert b"fault of the program" not in game.raw
    assert not report.exists(), report.read_text()
    assert not program.database(tmp_path).exists() or program.is_sound(tmp_path)


def try_to_send(game: Terminal, keys: bytes) -> None:
    """Type, to a game that may have been left just now."""
    with suppress(OSError):
        os.write(game.process.child_fd, keys)
