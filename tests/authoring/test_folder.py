"""A draft as a folder that can be played, and edited."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from purges_quiz import bank
from purges_quiz.authoring import folder as folders
from purges_quiz.authoring.cards import Card, CardsError, read
from purges_quiz.authoring.draft import Drafted, draft
from purges_quiz.authoring.folder import quoted, quoted_list
from purges_quiz.deck.loading import load
from purges_quiz.deck.outline import outline
from purges_quiz.grading.grader import Grader
from purges_quiz.language import general_language
from purges_quiz.store.decks import read_deck

DATA = Path(__file__).parents[1] / "data" / "cards"
CARDS = [
    Card("Osmosis", "the diffusion of water through a membrane", 1),
    Card("Diffusion", 'the spread of particles, called "mixing" by some', 2),
    Card("Battle of Hastings", "1066", 3),
]


def made(cards: list[Card]) -> Drafted:
    return draft(cards)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    folders.write(folder, made(CARDS), title="Cells", source="cells.txt")
    return folder


def test_a_draft_is_written_one_card_a_file_in_the_order_of_the_cards_and_says_that_it_is_a_draft(
    written: Path,
) -> None:
    assert sorted(path.name for path in written.iterdir()) == [
        "01-osmosis.toml",
        "02-diffusion.toml",
        "03-battle-of-hastings.toml",
        "deck.toml",
        "ladders.toml",
    ]
    deck = read_deck(written)
    assert deck.title == "Cells"
    assert deck.id
    assert all(fact.draft for fact in deck.facts.values())


@pytest.mark.parametrize("name", [pytest.param("purges.txt", marks=pytest.mark.long), "biology.txt", "revolution.md"])
def test_every_drafted_question_can_be_made_and_takes_its_own_answer(name: str, tmp_path: Path) -> None:
    folders.write(tmp_path / "deck", draft(read((DATA / name).read_bytes(), name).cards), title="T", source=name)
    deck = read_deck(tmp_path / "deck")
    grader = Grader(deck, general_language())

    typed = [question for question in bank.build(deck).questions.values() if question.typed]
    refused = {question.id for question in typed if grader.grade(question, question.answer).judgement != "correct"}

    assert {question.fact.key for question in typed} == set(deck.facts)
    assert refused == {name for name in refused if ":date-recall:" in name}, "years before 1700 are read by and by"
    assert len(refused) <= 2


def test_cards_are_added_to_a_deck_that_is_there_and_nothing_of_it_is_touched(written: Path) -> None:
    edited = written / "01-osmosis.toml"
    edited.write_text(edited.read_text(encoding="utf-8").replace("Which term?", "What is it called?"), encoding="utf-8")
    before = {path.name: path.read_bytes() for path in written.glob("*.toml") if path.name != "ladders.toml"}
    existing = folders.find(written)
    assert existing
    cards = [*CARDS, Card("Plasmolysis", "the shrinking of a cell that has lost water", 4)]

    new = [card for card in cards if folders.is_new(existing)(card)]
    folders.write(written, draft(new, [card.key for card in existing.cards]), title="X", source="y", existing=existing)

    assert [card.front for card in new] == ["Plasmolysis"]
    assert {name: (written / name).read_bytes() for name in before} == before
    assert (written / "04-plasmolysis.toml").exists()
    assert read_deck(written).id == existing.id


def test_a_write_that_fails_leaves_what_was_there(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in written.iterdir()}
    existing = folders.find(written)

    def full(self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        folders.write(written, made([Card("Gene", "a length of DNA", 9)]), title="X", source="y", existing=existing)

    assert {path.name: path.read_bytes() for path in written.iterdir()} == before


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")

    with pytest.raises(CardsError, match=r"holds other files and no deck\.toml"):
        folders.find(tmp_path)
    with pytest.raises(CardsError, match="is a file"):
        folders.find(tmp_path / "letter.txt")
    assert folders.find(tmp_path / "nowhere") is None


def test_from_two_hundred_cards_on_a_hundred_share_a_file(tmp_path: Path) -> None:
    cards = [
        Card(f"Term number {at}x", f"the thing that is called so in the year {1700 + at}", at) for at in range(250)
    ]

    folders.write(tmp_path / "deck", made(cards), title="Many", source="many.txt")

    names = sorted(path.name for path in (tmp_path / "deck").iterdir() if path.name[0].isdigit())
    files = {name: (tmp_path / "deck" / name).read_bytes() for name in names}
    assert len(names) == 3
    assert len(load(files).cards) == 250
    assert list(outline(files).facts) == list(load(files).facts)


@pytest.mark.parametrize("text", ['say "it"', "it's", "both \" and '", "back\\slash", "bell\x07bell", "ünïcode ’ “"])
def test_every_text_is_written_so_that_it_is_read_back(text: str) -> None:
    assert tomllib.loads(f"x = {quoted(text)}")["x"] == text.replace("\x07", " ")
    assert tomllib.loads(f"x = {quoted_list([text, text], broken=True)}")["x"] == [text.replace("\x07", " ")] * 2


def test_the_template_has_a_fact_of_each_type_and_no_problem_and_an_id_of_its_own(tmp_path: Path) -> None:
    folders.write_template(tmp_path / "one")
    folders.write_template(tmp_path / "two")
    deck = read_deck(tmp_path / "one")

    types = "date quantity range number person people term quote statement list sequence relation"
    assert {fact.type for fact in deck.facts.values()} == set(types.split())
    assert deck.id != read_deck(tmp_path / "two").id
