from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from zip_files import zipped

from anki_packages import collection
from purges_quiz.authoring.cards import Card, CardsError, anki_package, read

NOTES = [("Capital of France\x1f<b>Paris</b>", " geo "), ("{{c1::Rome}} fell in {{c2::476::year}}\x1f", "")]
READ = (
    Card("Capital of France", "Paris", 1, ("geo",), ("Paris",)),
    Card("", "Rome fell in 476", 2, gaps=("Rome", "476")),
)


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21"])
def test_a_package_is_read_from_its_collection(name: str) -> None:
    assert read(zipped({name: collection(NOTES), "media": b"{}"}), "deck.apkg").cards == READ


def test_the_newest_collection_of_a_package_is_read_and_not_its_stub() -> None:
    zstandard = pytest.importorskip("zstandard")
    stub = collection([("Please update to the latest Anki version\x1f.", "")])
    new = zstandard.ZstdCompressor().compress(collection(NOTES))

    assert read(zipped({"collection.anki2": stub, "collection.anki21b": new})).cards == READ


def test_without_zstandard_a_new_package_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)

    with pytest.raises(CardsError, match=r"pip install 'purges-quiz\[anki\]'"):
        read(zipped({"collection.anki2": collection(NOTES), "collection.anki21b": b"x"}))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:/windows/x", "a/../../b", "..\\x"])
def test_a_package_with_a_file_that_climbs_out_of_it_is_refused(name: str) -> None:
    with pytest.raises(CardsError, match="outside of it"):
        read(zipped({"collection.anki2": collection(NOTES), name: b"x"}))


def test_a_zip_bomb_is_refused_before_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CardsError, match="would grow to"):
        read(zipped({"collection.anki2": b"\0" * 50_000_000}))

    zstandard = pytest.importorskip("zstandard")
    monkeypatch.setattr(anki_package, "LARGEST", 2_000_000)
    bomb = zstandard.ZstdCompressor().compress(b"\0" * 50_000_000)
    with pytest.raises(CardsError, match="grows to more than"):
        read(zipped({"collection.anki21b": bomb}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\3\4broken", "cannot be read"),
        (zipped({"a.txt": b"x"}), "no Anki package"),
        (zipped({"collection.anki2": b"no database"}), "no database"),
        (zipped({"collection.anki2": collection(NOTES)[:600] + b"\0" * 900}), "cannot be read"),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "this is a spreadsheet"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "an office program"),
    ],
)
def test_what_is_no_package_is_refused_in_a_line(content: bytes, said: str) -> None:
    with pytest.raises(CardsError, match=said) as refused:
        read(content)

    assert "\n" not in str(refused.value)


def test_a_package_that_says_it_is_encrypted_or_whose_sum_is_wrong_is_refused() -> None:
    content = bytearray(zipped({"collection.anki2": collection(NOTES)}))
    content[60] ^= 255

    with pytest.raises(CardsError, match="cannot be read"):
        read(bytes(content))


def test_a_package_of_genanki_is_read(tmp_path: Path) -> None:
    genanki = pytest.importorskip("genanki")
    deck = genanki.Deck(1, "Towns")
    deck.add_note(genanki.Note(model=genanki.BASIC_MODEL, fields=["Capital of France", "<b>Paris</b>"], tags=["geo"]))
    deck.add_note(genanki.Note(model=genanki.CLOZE_MODEL, fields=["{{c1::Rome}} fell in {{c2::476::year}}", ""]))
    genanki.Package(deck).write_to_file(tmp_path / "towns.apkg")

    assert read((tmp_path / "towns.apkg").read_bytes()).cards == READ


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the program itself exports."""
    pytest.importorskip("anki")
    from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions

    folder = tmp_path_factory.mktemp("anki")
    col = Collection(str(folder / "collection.anki2"))
    deck = col.decks.id("Towns")
    assert deck
    for kind, fields, tags in (
        ("Basic", ["Capital of France", "<b>Paris</b>"], ["geo"]),
        ("Cloze", ["{{c1::Rome}} fell in {{c2::476::year}}", ""], []),
    ):
        model = col.models.by_name(kind)
        assert model
        note = col.new_note(model)
        note.fields[:2] = fields
        note.tags = tags
        col.add_note(note, deck)
    limit = DeckIdLimit(deck)
    for name, legacy in (("new.apkg", False), ("old.apkg", True)):
        options = ExportAnkiPackageOptions(legacy=legacy)
        col.export_anki_package(out_path=str(folder / name), options=options, limit=limit)
    col.export_note_csv(
        out_path=str(folder / "notes.txt"),
        limit=limit,
        with_html=True,
        with_tags=True,
        with_deck=True,
        with_notetype=True,
        with_guid=True,
    )
    col.export_card_csv(out_path=str(folder / "cards.txt"), limit=limit, with_html=True)
    col.close()
    return folder


@pytest.mark.parametrize("name", ["new.apkg", "old.apkg"])
def test_ankis_own_packages_are_read(exported: Path, name: str) -> None:
    assert read((exported / name).read_bytes(), name).cards == READ
    with zipfile.ZipFile(exported / name) as inside:
        assert ("collection.anki21b" in inside.namelist()) == (name == "new.apkg")


def test_ankis_own_notes_in_plain_text_are_read(exported: Path) -> None:
    cards = read((exported / "notes.txt").read_bytes(), "notes.txt").cards

    assert [(it.front, it.back, it.tags, it.gaps) for it in cards] == [
        (it.front, it.back, it.tags, it.gaps) for it in READ
    ]


def test_ankis_own_cards_in_plain_text_are_read(exported: Path) -> None:
    cards = read((exported / "cards.txt").read_bytes(), "cards.txt").cards

    assert ("Capital of France", "Paris") in [(it.front, it.back) for it in cards]
    assert {gap for it in cards for gap in it.gaps} == {"Rome", "476"}
