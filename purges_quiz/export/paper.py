"""A paper to be printed on A4, with an answer key on a page of its own. One file: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from random import Random

from purges_quiz.deck.model import Deck
from purges_quiz.export.items import Item

_STYLE = """\
@page { size: A4; margin: 20mm 18mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.4 Georgia, "Times New Roman", serif; color: #000; background: #fff; max-width: 174mm;
  margin: 0 auto; padding: 1em; overflow-wrap: anywhere; }
h1 { font-size: 18pt; margin: 0 0 .4em; }
h2 { font-size: 12.5pt; margin: 1.4em 0 .4em; break-after: avoid; }
.who { display: flex; gap: 2em; margin-bottom: 1.2em; }
.who span { flex: 1; border-bottom: 1px solid #000; }
ol { padding-left: calc(1em + .7em * var(--digits)); margin: 0; }
li { margin: 0 0 .9em; break-inside: avoid; }
li::marker { font-weight: bold; }
ul { list-style: none; padding: 0; margin: .3em 0 0; }
ul li { margin: .15em 0; padding-left: 1.6em; text-indent: -1.6em; }
ul b { display: inline-block; width: 1.6em; text-indent: 0; }
.line { border-bottom: 1px solid #777; height: 1.7em; }
.key { break-before: page; }
.key li { margin-bottom: .3em; }
.key small { display: block; color: #333; font-size: 9.5pt; }
@media print { body { padding: 0; } }
"""
_LETTERS = "ABCDEFGH"
_SHORT = 60
"""Characters of an answer for which one line to write on is enough."""


def page(items: Sequence[Item], deck: Deck) -> str:
    """The whole document. Options stand in an order drawn from the question, the same in every copy."""
    numbered = list(enumerate(items, start=1))
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{escape(deck.title)}</title>',
        # Room for the longest number beside its question.
        f"<style>\nbody {{ --digits: {len(str(len(items)))}; }}\n{_STYLE}</style></head>",
        f'<body><h1>{escape(deck.title)}</h1><p class="who">Name<span></span> Date<span></span> Mark<span></span></p>',
    ]
    for card, said in groupby(numbered, key=lambda pair: pair[1].card):
        questions = list(said)
        parts.append(f'<h2>{escape(card)}</h2><ol start="{questions[0][0]}">')
        parts += [f"<li>{escape(item.question)}{_room(item)}</li>" for _, item in questions]
        parts.append("</ol>")
    parts.append(f'<section class="key"><h1>Answers: {escape(deck.title)}</h1><ol>')
    parts += [f"<li>{_answer(item)}</li>" for item in items]
    parts.append("</ol></section></body></html>")
    return "\n".join(parts) + "\n"


def _room(item: Item) -> str:
    """The options, or lines to write on."""
    if not item.options:
        return '<div class="line"></div>' * (1 if len(item.answer) <= _SHORT else 2)
    rows = zip(_LETTERS, _shuffled(item), strict=False)
    return "<ul>" + "".join(f"<li><b>{letter}</b>{escape(text)}</li>" for letter, text in rows) + "</ul>"


def _answer(item: Item) -> str:
    letter = ""
    if item.options:
        right = next(option.text for option in item.options if option.correct)
        letter = f"{_LETTERS[_shuffled(item).index(right)]} "
    return f"<b>{letter}{escape(item.answer)}</b><small>{escape(item.sentence)}</small>"


def _shuffled(item: Item) -> list[str]:
    """The options in their order on paper; figures in ascending order, as the deck has them."""
    texts = [option.text for option in item.options]
    if not all(any(letter.isdigit() for letter in text) for text in texts):
        Random(item.key).shuffle(texts)
    return texts
