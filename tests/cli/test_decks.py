"""Decks side by side on the command line: listed, added, packed, named."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from first_schema import FIRST_SCHEMA
from zip_files import zipped

from purges_quiz.cli import interpreters, main
from purges_quiz.deck.outline import SHIPPED
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import find_deck, read_deck

WATER = "Osmosis\tthe diffusion of water through a membrane\nDelta\tthe mouth of a river, where it splits\n"
CELLS = "Gene\ta length of DNA that codes for a protein\nPlasmid\ta small ring of DNA in bacteria\n"


pytestmark = pytest.mark.usefixtures("working_folder")


@pytest.fixture
def water(home: Path) -> Path:
    """A deck among the player's own."""
    return made("Water", WATER, home / "decks" / "water")


def made(title: str, cards: str, folder: Path) -> Path:
    source = Path(f"{title}.txt")
    source.write_text(cards, encoding="utf-8")
    assert main(["new", str(source), str(folder), "--title", title]) == 0
    return folder


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["decks", "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def answered(monkeypatch: pytest.MonkeyPatch, *options: str, answers: int = 1) -> None:
    """Say "don't know" to the first questions of a quick round."""
    monkeypatch.setattr("sys.stdin", io.StringIO(":d\n\n" * answers))
    assert main(["--plain", "--mode", "quick", "--time", "off", *options]) == 0


class TestListing:
    def test_the_shipped_deck_comes_first_then_the_players_own(
        self, water: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        first, second = listed(capsys)
        assert (first["deck"], first["title"], first["met"]) == (SHIPPED, "Stalin's purges", 0)
        assert (second["deck"], second["title"], second["folder"]) == ("water", "Water", str(water))
        assert main(["decks"]) == 0
        assert "water    Water            2 facts, none met yet" in capsys.readouterr().out

    def test_how_far_each_is_is_its_own(
        self, water: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made("Cells", CELLS, water.parent / "cells")
        answered(monkeypatch, "--deck", "water", answers=1)
        assert [(each["deck"], each["met"]) for each in listed(capsys)] == [(SHIPPED, 0), ("cells", 0), ("water", 1)]

    def test_two_folders_with_one_id_and_other_cards_are_named(
        self, water: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy = changed_copy(water)
        assert main(["decks"]) == 0
        assert f"{copy} and {water} have the same id" in capsys.readouterr().err

    def test_a_folder_without_cards_is_named(self, water: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (water.parent / "empty").mkdir()
        assert [each["deck"] for each in listed(capsys)] == [SHIPPED, "water"]
        assert main(["decks"]) == 0
        assert f"{water.parent / 'empty'} holds no cards" in capsys.readouterr().err


def changed_copy(folder: Path) -> Path:
    copy = folder.parent / "zcopy"
    shutil.copytree(folder, copy)
    (copy / "deck.toml").write_text((folder / "deck.toml").read_text() + "\n# changed\n")
    return copy


class TestNaming:
    @pytest.mark.parametrize("name", ["water", "WATER", "Water"])
    def test_a_deck_is_known_by_its_name_and_title(
        self, water: Path, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        capsys.readouterr()
        assert main(["cards", "--json", "--deck", name]) == 0
        titles = [json.loads(line)["title"] for line in capsys.readouterr().out.splitlines()]
        assert titles == [card.title for card in read_deck(water).cards]

    @pytest.mark.parametrize("command", ["cards", "questions", "stats", "mistakes"])
    def test_every_command_takes_the_name(self, water: Path, command: str) -> None:
        assert water.exists()
        assert main([command, "--deck", "water"]) == 0

    @pytest.mark.parametrize("command", [["stats"], ["cards"], ["--plain"], ["export", "--to", "csv"]])
    def test_a_name_that_no_deck_has_is_a_clear_line(
        self, command: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*command, "--deck", "fire"]) == 1
        said = capsys.readouterr().err
        assert "no deck is called fire and there is no such folder; see: purges-quiz decks" in said
        assert said.count("\n") == 1

    def test_a_deck_without_choices_is_audited(
        self, water: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert water.exists()
        monkeypatch.setattr(interpreters, "copies", lambda _: ())
        main(["audit", "--deck", "water"])
        out, err = capsys.readouterr()
        assert "every fact is typed" in out
        assert "fault of the program" not in err

    def test_a_copy_with_other_cards_is_refused_where_answers_would_be_mixed(
        self, water: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy = changed_copy(water)
        for command in (["--plain"], ["stats"], ["mistakes"]):
            assert main([*command, "--deck", str(copy)]) == 1
            assert f"{copy} and {water} have the same id" in capsys.readouterr().err
        assert main(["questions", "--deck", str(copy)]) == 0

    def test_answers_of_one_deck_are_not_those_of_another(
        self, water: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert water.exists()
        answered(monkeypatch, "--deck", "water")
        answered(monkeypatch, answers=3)
        for deck, answers in (["--deck", "water"], 1), ([], 3):
            capsys.readouterr()
            assert main(["stats", "--json", *deck]) == 0
            assert json.loads(capsys.readouterr().out)["answers"] == answers

    def test_a_new_deck_is_called_by_its_name(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        Path("Cell biology.txt").write_text(CELLS, encoding="utf-8")
        assert main(["new", "Cell biology.txt"]) == 0
        assert capsys.readouterr().err.endswith("Play it: purges-quiz --deck cell-biology\n")
        assert (home / "decks" / "cell-biology" / "deck.toml").exists()
        assert main(["check", "cell-biology"]) == 0

    def test_cards_are_added_to_an_own_deck_by_its_name(self, water: Path) -> None:
        more = Path("more.txt")
        more.write_text("Estuary\twhere a river meets the tide of the sea\n", encoding="utf-8")
        assert main(["new", str(more), "water"]) == 0
        assert len(read_deck(water).cards) == 3
        assert not Path("water").exists()

    def test_the_exam_of_each_deck_is_its_own(
        self, water: Path, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (home / "settings.toml").write_text(
            f'exam = 2099-05-20\n[exams]\n"{read_deck(water).id}" = 2099-06-01\n', encoding="utf-8"
        )
        for deck, exam in (["--deck", "water"], "2099-06-01"), ([], "2099-05-20"):
            capsys.readouterr()
            assert main(["stats", "--json", *deck]) == 0
            assert json.loads(capsys.readouterr().out)["exam"] == exam


class TestSharing:
    def test_a_packed_deck_is_added_elsewhere_as_it_was(
        self, water: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["decks", "pack", "water"]) == 0
        there = tmp_path / "there"
        assert main(["decks", "add", "water.zip", "--data-dir", str(there)]) == 0
        assert "Play it: purges-quiz --deck water" in capsys.readouterr().err
        assert find_deck(there / "decks" / "water").files == find_deck(water).files
        assert main(["decks", "pack", "water"]) == 1
        assert "water.zip already exists" in capsys.readouterr().err

    def test_the_data_folder_may_be_named_before_or_after(self, water: Path, tmp_path: Path) -> None:
        there = tmp_path / "there"
        for args in (["--data-dir", str(there), "add", str(water)], ["add", str(water), "--data-dir", str(there)]):
            assert main(["decks", *args]) == 0
        assert sorted(path.name for path in (there / "decks").iterdir()) == ["water", "water-2"]
        assert main(["decks", "--data-dir", str(there), "pack", "water-2"]) == 0
        assert Path("water-2.zip").exists()

    def test_a_folder_is_added_and_a_copy_gets_an_id_of_its_own(
        self, water: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["decks", "add", str(water)]) == 0
        assert "this copy was given its own" in capsys.readouterr().err
        copy = water.parent / "water-2"
        assert read_deck(copy).id != read_deck(water).id
        assert read_deck(copy).cards == read_deck(water).cards
        assert main(["stats", "--deck", "water-2"]) == 0

    def test_a_copy_of_the_shipped_deck_is_no_longer_the_shipped_one(self, home: Path) -> None:
        assert main(["decks", "add", str(questions_folder())]) == 0
        copy = read_deck(home / "decks" / "stalin-s-purges")
        assert copy.id != SHIPPED
        assert len(copy.facts) == len(read_deck(questions_folder()).facts)

    def test_the_ways_systems_zip_a_folder_are_read(self, water: Path, home: Path) -> None:
        files = [(f"My deck\\{name}", content) for name, content in find_deck(water).files.items()]
        others = [("__MACOSX/My deck/._deck.toml", b"\0"), ("My deck\\.DS_Store", b"\0"), ("My deck\\notes.txt", b"x")]
        Path("sent.zip").write_bytes(zipped(dict([*files, *others])))
        assert main(["decks", "add", "sent.zip", "--data-dir", str(home / "other")]) == 0
        assert len(list((home / "other" / "decks" / "water").iterdir())) == len(files)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (lambda: b"no zip", "cannot be read"),
            (lambda: zipped({"notes.txt": "x"}), "no cards"),
            (lambda: zipped({"a/x.toml": "x", "b/y.toml": "x"}), "more than one folder"),
            (lambda: zipped({"../x.toml": "x"}), "outside of it"),
            (lambda: zipped({"/etc/x.toml": "x"}), "outside of it"),
            (lambda: zipped({"a/..\\..\\x.toml": "x"}), "outside of it"),
            (lambda: zipped({"C:/x.toml": "x"}), "outside of it"),
            (lambda: zipped({"x.toml": b"#" * 30_000_000}), "would grow to 30,000,000 bytes"),
            (lambda: zipped({f"{at}.toml": b"#" * 90_000 for at in range(600)}), "would grow to 54,000,000 bytes"),
            (lambda: zipped({f"{number}.txt": "" for number in range(5_001)}), "5,001 files"),
        ],
    )
    def test_a_zip_that_is_none_or_made_to_do_harm_is_refused_and_leaves_nothing(
        self, content: Callable[[], bytes], said: str, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("bad.zip").write_bytes(content())
        assert main(["decks", "add", "bad.zip"]) == 1
        line = capsys.readouterr().err
        assert said in line
        assert line.count("\n") == 1
        assert not home.exists()

    def test_a_zip_that_lies_about_its_sizes_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        content = zipped({"x.toml": b"#" * 2_000_000})
        Path("bad.zip").write_bytes(content.replace((2_000_000).to_bytes(4, "little"), (50_000).to_bytes(4, "little")))
        assert main(["decks", "add", "bad.zip"]) == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_a_deck_with_problems_is_not_added(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        Path("bad.zip").write_bytes(zipped({"01.toml": 'key = "a"\n'}))
        assert main(["decks", "add", "bad.zip"]) == 1
        assert "problems in the cards of bad.zip" in capsys.readouterr().err
        assert not (home / "decks").exists()

    @pytest.mark.parametrize("args", [["add", "gone.zip"], ["pack", "gone"], ["add", "."]])
    def test_what_is_not_there_is_a_clear_line(self, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["decks", *args]) == 1
        assert "Traceback" not in capsys.readouterr().err


def test_the_answers_of_an_older_store_are_told_apart_by_the_facts_they_asked(
    home: Path, water: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {"purges": list(read_deck(questions_folder()).facts)[:3], "water": list(read_deck(water).facts)}
    with closing(sqlite3.connect(home / "answers.sqlite3")) as connection:
        for statement in FIRST_SCHEMA:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO profile VALUES (1, 1937, 0)")
        for number, (deck, keys) in enumerate(facts.items(), start=1):
            at, day = f"2026-03-0{number}T12:00:00+00:00", f"2026-03-0{number}"
            round_ = (number, "quick", 10, 1, 1, f"an older {deck}", 7, at)
            connection.execute("INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?, ?)", round_)
            connection.execute("INSERT INTO endings VALUES (?, ?, 1, ?, ?)", (number, number, at, day))
            for key in keys:
                told = (number, f"{key}:free-text:1", key, "free-text", 0, "x", "wrong", None, None, key, 0, 0, 0, 4.0)
                places = ", ?" * 17
                connection.execute(f"INSERT INTO answers VALUES (NULL{places})", (*told, at, 0, day))  # noqa: S608
        connection.commit()
    for name, chosen in (("purges", []), ("water", ["--deck", "water"])):
        capsys.readouterr()
        assert main(["mistakes", "--json", *chosen]) == 0
        assert [json.loads(line)["fact"] for line in capsys.readouterr().out.splitlines()] == facts[name]
        assert main(["stats", "--json", *chosen]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["answers"], found["day_streak"]["longest"]) == (len(facts[name]), 2)
