"""HTML fields reduced to text; nothing in them is executed or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from purges_quiz.authoring.cards.card import tidy

_BLOCKS = frozenset("address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split())
_NOT_SHOWN = frozenset({"script", "style", "template", "title", "head"})
_STRONG = frozenset({"b", "strong", "u", "mark", "i", "em"})
_RAISED = str.maketrans("0123456789+-\u2212()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_SOUND = re.compile(r"\[sound:[^\]]*\]|\[anki:[^\]]*\]")
_LATEX = re.compile(r"\[/?(?:latex|\$\$?)\]|\\[()\[\]]")
_HTML = re.compile(
    r"<(?:/?(?:"
    + "|".join(sorted(_BLOCKS | _STRONG | {"span", "img", "sub", "sup", "font"}))
    + r")\b[^<>]*)>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether a text has a tag or an entity such as card programs write."""
    return _HTML.search(text) is not None


def as_text(html: str) -> tuple[str, tuple[str, ...]]:
    """The text of a field, a line for each block, and what it prints in bold or italics."""
    html = _LATEX.sub("", _SOUND.sub("", html))
    if "<" not in html and "&" not in html:
        return tidy(html), ()
    reader = _Reader(convert_charrefs=True)
    reader.feed(html.replace("\n", " "))
    reader.close()
    strong = dict.fromkeys(filter(None, (" ".join(text.split()) for text in reader.strong)))
    return tidy("".join(reader.pieces)), tuple(strong)


@dataclass
class _Reader(HTMLParser):
    convert_charrefs: bool
    pieces: list[str] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)
    not_shown: int = 0
    bold: int = 0
    raised: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=self.convert_charrefs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self.not_shown += 1
        elif tag in _STRONG:
            self.bold += 1
            if self.bold == 1:
                self.strong.append("")
        elif tag == "sup":
            self.raised += 1
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "li":
                self.pieces.append("\u2022 ")
        elif tag in {"td", "th"}:
            self.pieces.append("  ")
        elif tag == "img":
            self.pieces.append(" ".join(value for name, value in attrs if name == "alt" and value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "img":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self.not_shown = max(0, self.not_shown - 1)
        elif tag in _STRONG:
            self.bold = max(0, self.bold - 1)
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self.not_shown:
            return
        if self.raised and len(data) <= 4:  # a power, not a sentence in small print
            data = data.translate(_RAISED)
        self.pieces.append(data)
        if self.bold:
            self.strong[-1] += data

    def _end_line(self) -> None:
        self.pieces.append("\n")
        if self.bold:
            self.strong.append("")
