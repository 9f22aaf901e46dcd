"""Exports read back by the programs they are for."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from purges_quiz import bank
from purges_quiz.authoring.cards import read
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck
from purges_quiz.export import FORMATS, Item, items
from shipped_deck import deck, questions

NASTY = """key = "nasty"
title = "<b>Signs</b> {=~#:} & more"
sentences = ["A \\\\ and {a=b} ~c #d: 5 < 6 & {{c1::x}} said \\"Peace; bread\\", -273 °C."]

[facts.signs]
type = "term"
value = "{a=b} ~c #d: 5 < 6 & {{c1::x}}"
prompt = "Which signs <script>alert(1)</script> {=x} stand for ~ # : \\\\ 1:1?"
aliases = ["=1+1"]

[facts.cold]
type = "term"
value = "-273 °C"
prompt = "=HYPERLINK(1)?"
"""


@cache
def nasty() -> Deck:
    return load({"nasty.toml": NASTY.encode(), "deck.toml": b'title = "Signs / and <more>"\nid = "abc"\n'})


def shipped() -> list[Item]:
    return items(questions())


def nasty_items() -> list[Item]:
    return items(bank.build(nasty()))


def test_every_fact_is_exported_with_its_answer_and_those_that_are_asked_for_alone() -> None:
    assert {item.key.partition(":")[0] for item in shipped()} == set(deck().facts)
    assert [item.key for item in items(questions(), {"impact/delegates"})] == ["impact/delegates"]


def test_the_table_is_read_back_as_it_was_and_no_cell_is_a_formula() -> None:
    text = FORMATS["csv"](nasty_items(), nasty())

    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff")
    assert rows[0] == ["question", "answer", "also right", "card", "sentence"]
    assert rows[1][1] == "{a=b} ~c #d: 5 < 6 & {{c1::x}}"
    assert rows[2][0] == "'=HYPERLINK(1)?"
    assert not any(cell.startswith(("=", "+", "@", "-")) for row in rows for cell in row)


@pytest.mark.parametrize("name", ["csv", "quizlet", "anki"])
def test_what_is_exported_can_be_imported_again(name: str) -> None:
    card_set = read(FORMATS[name](shipped(), deck()).encode(), f"deck.{'csv' if name == 'csv' else 'txt'}")

    assert card_set.format == name
    questions_read = {card.front for card in card_set.cards}
    assert questions_read >= {item.question for item in shipped()}


def test_a_line_of_quizlets_text_has_one_tab() -> None:
    lines = FORMATS["quizlet"](nasty_items(), nasty()).splitlines()

    assert len(lines) == 2
    assert all(line.count("\t") == 1 for line in lines)


def test_anki_imports_every_note_and_takes_it_for_the_same_a_second_time(tmp_path: Path) -> None:
    pytest.importorskip("anki")
    from anki.collection import Collection, ImportCsvRequest

    path = tmp_path / "deck.txt"
    path.write_text(FORMATS["anki"](shipped(), deck()), encoding="utf-8")
    col = Collection(str(tmp_path / "collection.anki2"))
    for _ in range(2):
        col.import_csv(ImportCsvRequest(path=str(path), metadata=col.get_csv_metadata(path=str(path), delimiter=None)))

    notes = [col.get_note(number) for number in col.find_notes("")]
    kinds = {kind["name"] for note in notes if (kind := note.note_type())}
    fronts = {note.fields[0] for note in notes}
    basic = len(shipped())
    col.close()
    assert kinds == {"Basic", "Cloze"}
    assert len(fronts) == len(notes)
    assert basic < len(notes) < 2 * basic


def test_anki_shows_the_signs_of_html_and_of_gaps_as_they_stand(tmp_path: Path) -> None:
    pytest.importorskip("anki")
    from anki.collection import Collection, ImportCsvRequest

    path = tmp_path / "deck.txt"
    path.write_text(FORMATS["anki"](nasty_items(), nasty()), encoding="utf-8")
    col = Collection(str(tmp_path / "collection.anki2"))
    col.import_csv(ImportCsvRequest(path=str(path), metadata=col.get_csv_metadata(path=str(path), delimiter=None)))
    basic = [col.get_note(number) for number in col.find_notes("note:Basic")]
    col.close()

    assert len(basic) == 2
    assert "&lt;script&gt;" in basic[0].fields[0]


def test_gift_is_read_by_a_parser_of_moodles_format() -> None:
    node = shutil.which("node")
    if (
        node is None
        or subprocess.run([node, "-e", "require('gift-pegjs')"], capture_output=True, check=False).returncode
    ):
        pytest.skip("needs node with gift-pegjs (npm install -g gift-pegjs, and NODE_PATH)")
    script = "console.log(JSON.stringify(require('gift-pegjs').parse(require('fs').readFileSync(0, 'utf8'))))"
    for made, exported in ((deck(), shipped()), (nasty(), nasty_items())):
        text = FORMATS["gift"](exported, made)
        done = subprocess.run([node, "-e", script], input=text, capture_output=True, text=True, check=True)
        category, *parsed = json.loads(done.stdout)
        assert category["type"] == "Category"
        assert [it["title"] for it in parsed] == [item.key for item in exported]
        assert [" ".join(it["stem"]["text"].split()) for it in parsed] == [item.question for item in exported]
        right = [{c["text"]["text"] for c in it["choices"] if c["isCorrect"]} for it in parsed if it["type"] == "MC"]
        assert right == [{o.text for o in item.options if o.correct} for item in exported if item.options]


def test_gift_escapes_each_of_its_signs() -> None:
    text = FORMATS["gift"](nasty_items(), nasty())

    assert r"={a=b}" not in text
    assert r"=\{a\=b\} \~c \#d\: 5 < 6 & \{\{c1\:\:x\}\}" in text


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("made", [deck, nasty])
def test_the_paper_has_no_script_and_fetches_nothing_and_has_its_key_on_a_page_of_its_own(made: object) -> None:
    exported = shipped() if made is deck else nasty_items()
    whole = deck() if made is deck else nasty()
    page = FORMATS["html"](exported, whole)

    elements = Elements()
    elements.feed(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(elements.tags)
    assert elements.attributes <= {"lang", "charset", "class", "start"}
    assert not re.search(r"url\(|@import|https?:", page)
    key = page.split('<section class="key">')[1]
    assert key.count("<li>") == len(exported)
    assert ".key { break-before: page; }" in page
    assert f"--digits: {len(str(len(exported)))};" in page, "the longest number is cut off at the page's edge"
    assert "<script>alert" not in page
