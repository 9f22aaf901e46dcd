from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from purges_quiz.authoring.cards import FORMATS
from purges_quiz.cli import main
from purges_quiz.cli.exchange_commands import CARD_FORMATS

DATA = Path(__file__).parents[1] / "data" / "cards"


def test_a_deck_is_made_from_cards_and_it_is_said_what_was_read_and_drafted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(DATA / "purges.txt"), str(tmp_path / "deck")]) == 0

    said = capsys.readouterr().err
    assert "read as cards copied from a Brainscape page (brainscape, UTF-8): 15 cards" in said
    assert "facts drafted from 15 cards" in said
    assert f"Play it: purges-quiz --deck {tmp_path / 'deck'}" in said
    assert main(["check", str(tmp_path / "deck")]) == 0


def test_without_a_folder_the_deck_goes_among_the_players_own(tmp_path: Path) -> None:
    cards = tmp_path / "Cell biology.txt"
    cards.write_text("Osmosis\tthe diffusion of water\nGene\ta length of DNA\n", encoding="utf-8")

    assert main(["new", str(cards), "--data-dir", str(tmp_path / "data")]) == 0
    assert (tmp_path / "data" / "decks" / "cell-biology" / "deck.toml").exists()


def test_cards_may_be_piped_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Osmosis\tthe diffusion of water\n")))

    assert main(["new", "-", str(tmp_path / "deck"), "--title", "Cells"]) == 0
    assert 'title = "Cells"' in (tmp_path / "deck" / "deck.toml").read_text(encoding="utf-8")


def test_a_second_time_only_what_is_new_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards = tmp_path / "cards.txt"
    cards.write_text("Osmosis\tthe diffusion of water\nGene\ta length of DNA\n", encoding="utf-8")
    assert main(["new", str(cards), str(tmp_path / "deck")]) == 0
    assert main(["new", str(cards), str(tmp_path / "deck")]) == 0
    assert "Nothing is new" in capsys.readouterr().err

    with cards.open("a", encoding="utf-8") as file:
        file.write("Plasmid\ta small ring of DNA\n")
    assert main(["new", str(cards), str(tmp_path / "deck")]) == 0
    said = capsys.readouterr().err
    assert "already has 2 of these cards; what is there stays as it is" in said
    assert "1 fact drafted from 1 card: 1 term" in said


def test_lines_that_are_left_out_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards = tmp_path / "cards.csv"
    cards.write_bytes("Osmosis;the diffusion of water, caf\u00e9\nempty\nGene;a length of DNA\n".encode("cp1252"))

    assert main(["new", str(cards), str(tmp_path / "deck"), "--separator", ";"]) == 0

    said = capsys.readouterr().err
    assert "Windows-1252" in said
    assert "line 2 is left out: has no second field" in said


@pytest.mark.parametrize(
    ("content", "args", "said"),
    [
        (b"", [], "this file is empty"),
        (b"%PDF", [], "this is a PDF"),
        (b"a\tb", ["--encoding", "klingon"], "no encoding of text is called"),
        (b"Is it so?\tYes\n", [], "nothing was found in the cards that could be asked"),
        (None, [], "there is no such file"),
    ],
)
def test_what_cannot_be_made_into_a_deck_is_a_line_and_leaves_nothing(
    content: bytes | None, args: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = tmp_path / "cards.txt"
    if content is not None:
        cards.write_bytes(content)

    assert main(["new", str(cards), str(tmp_path / "deck"), *args]) == 1

    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not (tmp_path / "deck").exists()


def test_nothing_on_a_card_moves_the_cursor_or_is_taken_for_markup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = tmp_path / "cards.txt"
    cards.write_text("[red]Osmosis[/red]\tthe \x1b[31mdiffusion of [bold]water[/bold] in the cell\n", encoding="utf-8")

    assert main(["new", str(cards), str(tmp_path / "deck")]) == 0
    assert main(["questions", "--deck", str(tmp_path / "deck")]) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err
    assert "[bold]water[/bold]" in captured.out


def test_the_template_is_written_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--template", str(tmp_path / "mine")]) == 0
    assert main(["check", str(tmp_path / "mine")]) == 0
    assert main(["new", "--template", str(tmp_path / "mine")]) == 1
    assert "already exists" in capsys.readouterr().err


def test_the_formats_are_those_that_are_read() -> None:
    assert set(CARD_FORMATS) == set(FORMATS)


def test_neither_command_is_loaded_by_the_game() -> None:
    code = (
        "import sys, purges_quiz.cli.playing, purges_quiz.tui.app, purges_quiz.session, purges_quiz.cli.commands\n"
        "print([name for name in sys.modules if name.startswith(('purges_quiz.authoring', 'purges_quiz.export'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
