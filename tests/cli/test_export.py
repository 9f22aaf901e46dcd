from __future__ import annotations

from pathlib import Path

import pytest

from purges_quiz.cli import main
from purges_quiz.cli.exchange_commands import EXPORT_FORMATS
from purges_quiz.export import FORMATS


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_a_deck_is_written_to_a_file_and_no_file_is_written_over(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deck.out"

    assert main(["export", "--to", name, "--out", str(out)]) == 0
    assert "118 questions written to" in capsys.readouterr().err
    before = out.read_bytes()
    assert main(["export", "--to", name, "--out", str(out)]) == 1
    assert "already exists" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_without_a_file_it_is_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "--to", "quizlet"]) == 0

    assert capfdbinary.readouterr().out.count(b"\n") == 118


@pytest.mark.parametrize(
    ("what", "said"), [("mistakes", "no open mistakes"), ("weak", "nothing of this deck was asked")]
)
def test_without_answers_there_is_nothing_of_that_to_write(
    what: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--to", "csv", "--what", what, "--data-dir", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--to", "csv", "--out", str(tmp_path / "no" / "where.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_formats_are_those_that_are_written() -> None:
    assert set(EXPORT_FORMATS) == set(FORMATS)
