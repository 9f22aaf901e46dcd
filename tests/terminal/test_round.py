"""A real round in a real pseudo-terminal: every question is answered by reading the screen.

The program under test is `purges-quiz` of this interpreter, or what PURGES_QUIZ_COMMAND names.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import program
import pytest

from pseudo_terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

TYPED = {"number-recall", "date-recall", "free-text", "list-recall"}


@pytest.fixture(scope="module")
def bank() -> list[dict[str, Any]]:
    printed = subprocess.run(
        [program.COMMAND, "questions", "--json"], capture_output=True, text=True, check=True
    ).stdout
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Terminal]:
    with program.started(tmp_path, size=(80, 40)) as terminal:
        terminal.wait_for("Quick round")
        yield terminal


def asked(screen: str, bank: list[dict[str, Any]]) -> dict[str, Any]:
    """The question on the screen: its prompt stands there, and so do all of its options or items."""

    def stands(question: dict[str, Any]) -> bool:
        texts = [question["prompt"], *(option["text"] for option in question["options"] or ())]
        for item in question["items"] or ():
            texts += item if isinstance(item, list) else [item]
        return all(" ".join(text.split()) in screen for text in texts)

    # of a prompt that is asked in several kinds the one with most on the screen is meant
    return max(filter(stands, bank), key=lambda question: len(question["options"] or question["items"] or ()))


def answer(game: Terminal, question: dict[str, Any]) -> None:
    """Give the right answer with the keys that a player would press."""
    if question["kind"] in TYPED:
        game.send(question["answer"] + "\r")
    elif question["kind"] == "multiple-choice":
        right = next(option["text"] for option in question["options"] if option["correct"])
        key = r"^\s*(?:[1-4] )?([a-d])  "
        found = [re.match(key, line) for line in game.lines() if right in " ".join(line.split())]
        game.send(next(match[1] for match in found if match))
    elif question["kind"] == "matching":
        rights = dict(question["items"])
        letters = {
            right: letter for right in rights.values() for letter in "abcdef" if f" {letter} {right}" in game.text()
        }
        game.send("".join(letters[rights[left]] for left in on_screen(game, list(rights))) + "\r")
    else:
        shown = on_screen(game, question["items"])
        for place, item in enumerate(question["items"]):
            at = shown.index(item)
            game.send("g" + "j" * at + "K" * (at - place))
            shown.insert(place, shown.pop(at))
        game.send("\r")


def on_screen(game: Terminal, texts: list[str]) -> list[str]:
    """The texts in the order in which they stand on the screen."""
    return sorted(texts, key=game.text().index)


def test_ten_questions_answered_by_reading_the_screen_are_ten_right_answers(
    game: Terminal, bank: list[dict[str, Any]], tmp_path: Path
) -> None:
    game.send("\r")
    for number in range(1, 11):
        screen = game.wait_for(f"{number} of 10")
        answer(game, asked(screen, bank))
        game.wait_for("✓ Right")
        time.sleep(program.READING)
        game.send("\r")

    game.wait_for("10 of 10 (100%)")
    game.send("\x11")
    assert game.wait_for_end() == 0

    output = subprocess.run(
        [program.COMMAND, "stats", "--json"],
        env=program.environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    stats = json.loads(output.stdout)
    assert (stats["answers"], stats["accuracy"], stats["mistakes"]) == (10, 1.0, 0)
