from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import small_deck

from purges_quiz import bank
from purges_quiz.authoring import audit
from purges_quiz.authoring.audit import structure
from purges_quiz.cli import interpreters, main
from purges_quiz.store.decks import read_deck

FAST = ("length of prompts", "same bytes everywhere")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small deck on disk."""
    path = tmp_path_factory.mktemp("small")
    texts = {
        "card": small_deck.CARD,
        "entities": small_deck.ENTITIES,
        "arrangements": small_deck.ARRANGEMENTS,
        "ladders": small_deck.LADDERS,
    }
    for name, text in texts.items():
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "CHECKS", tuple(check for check in audit.CHECKS if check.name in FAST))


@pytest.mark.usefixtures("fast")
def test_a_bank_without_a_breach_exits_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--deck", str(folder)]) == 0

    captured = capsys.readouterr()
    assert captured.out.splitlines()[0].split() == ["check", "looked", "at", "failed", "worst", "case"]
    assert captured.out.endswith("All 2 checks passed.\n")
    assert captured.err == ""


def test_advice_on_a_deck_of_ones_own_exits_0_and_is_listed_with_its_question(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--deck", str(folder), "--check", "wordings"]) == 0

    out = capsys.readouterr().out
    assert "wordings (advice): Every fact has two or three prompts.\n  card/second-trial: has 1 prompt" in out


def test_a_breach_exits_1(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    changed = small_deck.LADDERS.replace('"14", "17"', '"17", "14"')
    (broken / "ladders.toml").write_text(changed, encoding="utf-8")

    assert main(["audit", "--deck", str(broken), "--check", "rungs"]) == 1
    assert "card/others: has not 14 in its middle" in capsys.readouterr().out


def test_checks_are_chosen_by_name_and_an_unknown_one_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--deck", str(folder), "--check", "ids", "--check", "length-of-prompts"]) == 0
    assert [line.split("  ")[1] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")] == [
        "ids",
        "length of prompts",
    ]
    assert main(["audit", "--deck", str(folder), "--check", "wording"]) == 2
    assert 'no check is called "wording" (did you mean "wordings"?)' in capsys.readouterr().err


@pytest.mark.usefixtures("fast")
def test_json_is_an_object_a_line_for_each_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--json", "--deck", str(folder)]) == 0

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["check"] for row in rows] == list(FAST)
    assert all(row["failed"] == 0 and row["breaches"] == [] for row in rows)


def test_other_runs_of_python_print_the_same_bank(folder: Path) -> None:
    found = {copy.where: copy for copy in interpreters.copies(folder)}
    digest = structure.digest(bank.build(read_deck(folder)).questions.values())

    assert found["hash seed 1"].digest == found["hash seed 2"].digest == digest
    assert all(copy.digest == digest or copy.skipped for copy in found.values())


def test_a_python_that_is_not_there_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreters, "VERSIONS", ((3, 99),))

    *_, last = interpreters.copies(folder)

    assert (last.where, last.skipped) == ("Python 3.99", "not on this machine")


def test_a_python_that_fails_is_said(tmp_path: Path) -> None:
    copies = list(interpreters.copies(tmp_path / "nowhere"))

    assert all(copy.skipped.startswith(("failed: ", "not on")) for copy in copies)


def test_the_command_line_loads_nothing_of_the_audit() -> None:
    program = "import sys, purges_quiz.cli; print([m for m in sys.modules if 'core' in m or m == 'subprocess'])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    assert run.stdout.strip() == "[]"
