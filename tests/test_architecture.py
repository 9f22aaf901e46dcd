"""What a command loads, shown by running it in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "rapidfuzz", "fsrs", "sqlite3", "platformdirs")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sorted(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "statement",
    [
        "import purges_quiz.cli",
        "from purges_quiz.cli import main; main(['--version'])",
        "from purges_quiz.cli import main; main(['--help'])",
        "from purges_quiz.cli import main; main(['play', '--help'])",
    ],
)
def test_the_command_line_alone_loads_nothing_heavy(statement: str) -> None:
    assert loaded_by(statement).isdisjoint(HEAVY)


@pytest.mark.parametrize("command", [["questions", "--json"], ["cards"], ["check", "questions"]])
def test_commands_about_the_deck_load_no_terminal_and_no_memory_model(command: list[str]) -> None:
    loaded = loaded_by(f"from purges_quiz.cli import main; main({command})")

    assert loaded.isdisjoint({"textual", "rich", "fsrs", "sqlite3"})


def test_the_home_screen_needs_neither_the_grader_nor_the_memory_model() -> None:
    statement = "import purges_quiz.tui.app, purges_quiz.session"

    assert loaded_by(statement).isdisjoint({"rapidfuzz", "fsrs", "numpy"})


def test_the_home_screen_loads_no_question_no_verdict_and_no_event_of_a_round() -> None:
    names = (
        "deck.model deck.question deck.loading grading.verdict grading.grader round.attempt round.events store.merging"
    )
    code = "import sys, purges_quiz.tui.app, purges_quiz.session, purges_quiz.store.answers; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "purges_quiz.round.records" in done.stdout.split()
    assert {f"purges_quiz.{name}" for name in names.split()}.isdisjoint(done.stdout.split())


def test_a_deck_is_read_without_the_grader() -> None:
    assert loaded_by("import purges_quiz.deck").isdisjoint({"rapidfuzz"})


def test_answers_without_a_slip_of_typing_are_graded_without_counting_edits() -> None:
    statement = """
from purges_quiz import bank
from purges_quiz.grading import Grader
from purges_quiz.language import general_language
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck
deck = read_deck(questions_folder())
grader = Grader(deck, general_language())
for question in bank.build(deck).questions.values():
    if question.typed and question.hint is None:
        grader.grade(question, question.answer)"""

    assert loaded_by(statement).isdisjoint({"rapidfuzz"})


def test_a_round_is_played_to_its_end_without_the_workshop_of_deck_authors(tmp_path: Path) -> None:
    command = [
        "--plain",
        "--mode",
        "quick",
        "--questions",
        "3",
        "--kind",
        "multiple-choice",
        "--time",
        "off",
        "--seed",
        "1",
    ]
    play = f"""
import sys
from purges_quiz.cli import main
main({[*command, "--data-dir", str(tmp_path)]})
print(*sorted(sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", play], input="1\n" * 30, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())

    assert "The round is over" in done.stdout
    assert {"purges_quiz.bank.leaks", "purges_quiz.selection.choice", "purges_quiz.store.answers"} <= loaded
    workshop = ("purges_quiz.authoring", "purges_quiz.export", "numpy", "textual", "difflib")
    assert not [name for name in loaded if name.startswith(workshop)]
