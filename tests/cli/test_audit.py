from __future__ import annotations

import json
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


def test_a_breach_exits_1_and_is_listed_with_its_question(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [check for check in audit.CHECKS if check.name in {"wordings", *FAST}]  # all of them take five seconds
    monkeypatch.setattr(audit, "CHECKS", tuple(broken))

    assert main(["audit", "--deck", str(folder)]) == 1

    out = capsys.readouterr().out
    assert "wordings: Every fact has two or three prompts.\n  card/second-trial: has 1 prompts" in out


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
