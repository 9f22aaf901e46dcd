"""Files for Anki, spreadsheets, Quizlet and Moodle (GIFT). Each public function gives the whole text of one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

from purges_quiz.deck.model import Deck
from purges_quiz.export.items import Item

_ANKI_HEADER = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck:{deck}\n#tags column:5\n"
_NOT_WORD = re.compile(r"\W+")
_COLUMNS = ("question", "answer", "also right", "card", "sentence")
_FORMULA = ("=", "+", "@", "-", "\t")
"""Beginnings that a spreadsheet takes for a formula, and would compute."""
_GIFT_SIGNS = re.compile(r"[\\~=#{}:]")


def anki(items: Sequence[Item], deck: Deck) -> str:
    """Anki's "Notes in Plain Text": a basic note for each question, a cloze note for each sentence of a card.

    Each note has an id of its own, made from the fact's key, so that importing a deck again changes its notes instead
    of doubling them.
    """
    whole = deck.id or _NOT_WORD.sub("-", deck.title.lower()).strip("-")
    out = io.StringIO(newline="")
    out.write(_ANKI_HEADER.format(deck=" ".join(deck.title.split())))
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for item in items:
        back = f"<b>{escape(item.answer)}</b><br>{escape(item.sentence)}"
        if item.note:
            back += f"<br><i>{escape(item.note)}</i>"
        writer.writerow((f"{whole}:{item.key}", "Basic", escape(item.question), back, _tag(item.card)))
    for (card, sentence), said in groupby(items, key=lambda item: (item.card, item.sentence)):
        found = list(said)
        cloze = _cloze(sentence, found)
        if cloze:
            key = f"{whole}:cloze:{found[0].key}"
            writer.writerow((key, "Cloze", cloze, escape(card), _tag(card)))
    return out.getvalue()


def _cloze(sentence: str, items: Sequence[Item]) -> str:
    """The sentence with a gap for each of its items whose words stand in it, none within another."""
    spans = sorted({(sentence.index(it.span), len(it.span)) for it in items if it.span and it.span in sentence})
    pieces, at, number = [], 0, 0
    for start, length in spans:
        if start < at or length == len(sentence):
            continue
        number += 1
        gap = escape(sentence[start : start + length]).replace("}}", "} }").replace("::", ":&#58;")
        pieces += [escape(sentence[at:start]), "{{c", str(number), "::", gap, "}}"]
        at = start + length
    return "".join([*pieces, escape(sentence[at:])]) if number else ""


def _tag(card: str) -> str:
    return _NOT_WORD.sub("-", card.lower()).strip("-")


def spreadsheet(items: Sequence[Item], _deck: Deck) -> str:
    """CSV with a header and a byte-order mark, without which Excel reads accents wrongly."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for item in items:
        also = "; ".join(text for text in item.accepted if text != item.answer)
        writer.writerow(map(_inert, (item.question, item.answer, also, item.card, item.sentence)))
    return out.getvalue()


def quizlet(items: Sequence[Item], _deck: Deck) -> str:
    """A line for each question: the question, a tab, the answer."""
    return "".join(f"{_line(item.question)}\t{_line(item.answer)}\n" for item in items)


def _inert(text: str) -> str:
    """A text that no spreadsheet computes; a number with its sign stays one."""
    number = text[1:].replace(",", "").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(_FORMULA) and not number else text


def _line(text: str) -> str:
    return " ".join(text.split())


def gift(items: Sequence[Item], deck: Deck) -> str:
    """Moodle's GIFT: the questions in a category named after the deck, with a blank line between them.

    Multiple choice says of each option what it really is; an answer in one's own words is an essay.
    """
    category = " ".join(deck.title.replace("/", "-").split())
    return "\n\n".join([f"$CATEGORY: {category}", *(_gift_question(item) for item in items)]) + "\n"


def _gift_question(item: Item) -> str:
    head = f"::{_escaped(item.key)}::[plain]{_escaped(item.question)}"
    if item.options:
        answers = [_gift_option(option.text, option.reason, correct=option.correct) for option in item.options]
    elif not item.free:
        answers = [f"={_escaped(text)}" for text in item.accepted]
    else:
        return f"{head}{{####{_escaped(f'{item.answer}. {item.sentence}')}}}"
    body = "\n".join(f"  {answer}" for answer in answers)
    return f"{head}{{\n{body}\n  ####{_escaped(item.sentence)}\n}}"


def _gift_option(text: str, reason: str, *, correct: bool) -> str:
    return f"{'=' if correct else '~'}{_escaped(text)}" + (f"#{_escaped(reason)}" if reason else "")


def _escaped(text: str) -> str:
    """A text on one line, with the signs of the format escaped."""
    return _GIFT_SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))
