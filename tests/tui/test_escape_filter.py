"""What a terminal sends is told apart: keys and pastes reach the parser, answers to what nobody asked do not."""

from __future__ import annotations

import random

import pytest
from textual._xterm_parser import XTermParser

from purges_quiz.tui.terminal.escape_filter import FLOOD, PASTE, PASTED, SILENCES, EscapeFilter

KEYS = ("abc", "é", "\r", "\x1b[A", "\x1b[1;2A", "\x1bOP", "\x1bx", "\x1b[15~", "\x1b[97;5u", "\x1b[I", "\x1b[<0;3;4M")
NOT_TYPED = (
    "\x1b]11;rgb:1111/2222/3333\x1b\\",
    "\x1b]4;1;rgb:1/2/3\x07",
    "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=1;OK\x1b\\",
    "\x1b[?62;1;4c",
    "\x1b[>0;276;0c",
    "\x1b[0n",
    "\x1b[Mabc",
    "\x1b[49~",
    "\x1b[48;0;0;0;0t",
    "\x1b[48;99999;99999;1;1t",
    "\x1b[99999999;1u",
    "\x1b[97:65;1u",
    "\x1b[<0;99999999999;1M",
)


@pytest.mark.parametrize("keys", KEYS)
def test_keys_are_left_as_they_are(keys: str) -> None:
    assert EscapeFilter().filtered(keys) == keys


@pytest.mark.parametrize("character", [*" aé;/1", "я"])
@pytest.mark.parametrize("modifiers", ["", ";1", ";2", ";65", ";66", ";129"])
def test_a_key_that_is_sent_as_a_sequence_types_what_it_would_type(character: str, modifiers: str) -> None:
    raised = character.upper() if modifiers in {";2", ";65"} else character
    assert EscapeFilter().filtered(f"x\x1b[{ord(character)}{modifiers}uy") == f"x{raised}y"


def test_the_keys_of_the_number_pad_type_what_stands_on_them() -> None:
    assert EscapeFilter().filtered("".join(f"\x1b[{57399 + digit};129u" for digit in range(10))) == "0123456789"


@pytest.mark.parametrize("sequence", ["\x1b[13u", "\x1b[27u", "\x1b[9;2u", "\x1b[127u", "\x1b[32;5u", "\x1b[57358u"])
def test_keys_that_type_nothing_stay_sequences(sequence: str) -> None:
    assert EscapeFilter().filtered(sequence) == sequence


@pytest.mark.parametrize("sequence", NOT_TYPED)
def test_what_was_not_typed_is_left_out_in_one_piece_or_in_two(sequence: str) -> None:
    assert EscapeFilter().filtered(f"x{sequence}y") == "xy"
    for cut in range(1, len(sequence)):
        escapes = EscapeFilter()
        assert escapes.filtered(f"x{sequence[:cut]}") + escapes.filtered(f"{sequence[cut:]}y") == "xy"


def test_a_key_that_comes_in_two_pieces_is_put_together() -> None:
    escapes = EscapeFilter()
    assert (escapes.filtered("\x1b[1;"), escapes.filtered("2A")) == ("", "\x1b[1;2A")


def test_what_is_not_finished_after_a_pause_is_nothing_but_an_escape_is_a_key() -> None:
    escapes = EscapeFilter()
    assert escapes.filtered("\x1b[1;2") + escapes.silence() + escapes.filtered("x") == "x"
    assert escapes.filtered("\x1b") == ""
    assert escapes.silence() == "\x1b"
    assert escapes.silence() == ""


def test_a_paste_is_kept_together_without_the_escapes_in_it() -> None:
    escapes = EscapeFilter()
    parts = [escapes.filtered(part) for part in (f"a{PASTE}1\x1b[31m2", "\n3\x1b[20", "1~4")]
    assert "".join(parts) == f"a{PASTE}1[31m2\n3{PASTED}4"


def test_a_paste_that_never_ends_leaves_the_keyboard_alive() -> None:
    escapes = EscapeFilter()
    escapes.filtered(f"{PASTE}some")
    assert [escapes.silence() for _ in range(SILENCES)] == [*[""] * (SILENCES - 1), PASTED]
    assert escapes.filtered("x") == "x"


def test_a_flood_is_a_paste_in_which_the_keys_that_leave_are_heard() -> None:
    escapes = EscapeFilter()
    flood = "1\r" * FLOOD
    assert escapes.filtered(flood) + escapes.filtered("2\x11") == f"{PASTE}{flood}{PASTED}{PASTE}2{PASTED}\x11"
    escapes.silence()
    assert escapes.filtered("3") == "3"


def test_nothing_at_all_fails_the_parser() -> None:
    dice = random.Random(7)
    pieces = [*"\x1b\x1b\x1b[]P_^?;<$:M~mutRAO0129xé\x07\\\x00\x9b", PASTE, PASTED, "\x1b[48;", "\x1b[<", "\U0010ffff"]
    for _ in range(3000):
        parser, escapes = XTermParser(), EscapeFilter()
        for _ in range(4):
            text = escapes.filtered("".join(dice.choices(pieces, k=dice.randrange(1, 25))))
            text += "" if dice.random() < 0.5 else escapes.silence()
            if text.strip("\x1b"):
                list(parser.feed(text))
