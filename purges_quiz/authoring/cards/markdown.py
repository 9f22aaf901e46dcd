"""Notes in Markdown: a card for each heading with a text of its own, or for each line "**Term**: definition"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy
from purges_quiz.authoring.cards.paragraphs import parted

if TYPE_CHECKING:
    from markdown_it.token import Token

HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_MOST = 0.7
"""The share of the lines of a list from which it is one of terms with their definitions."""
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@dataclass
class _Section:
    """A heading with what stands below it."""

    front: str
    line: int
    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)


def cards(text: str) -> Parsed:
    """Each card, in order; the heading of the whole is no card, unless a text stands below it."""
    found = list(_sections(text))
    if all(not section.front for section in found):
        for section in found:
            for line, start in zip(section.lines, section.starts, strict=True):
                front, back = parted(re.sub(r"^(?:• |\d+\. )", "", line))
                yield Card(front, back, start, strong=tuple(word for word in section.strong if word in back))
        return
    for section in found:
        back = tidy("\n".join(section.lines))
        if terms := _terms(section):
            yield from terms
        elif back:
            yield Card(section.front, back, section.line, strong=tuple(dict.fromkeys(section.strong)))
        elif section.front and section.front != title(text):
            following = found[found.index(section) + 1 :]
            if not following or not following[0].front.startswith(section.front):
                yield Unread(section.line, "nothing stands below the heading")


def _terms(section: _Section) -> list[Card]:
    """The cards of a list of terms, "- **Allegro**: fast and lively"; none where most lines are something else."""
    parts = [parted(re.sub(r"^(?:• |\d+\. )", "", line)) for line in section.lines]
    named = [front in section.strong for front, _ in parts if front]
    if len(parts) < 2 or len(named) < _MOST * len(parts) or sum(named) < _MOST * len(named):
        return []
    starts = zip(parts, section.starts, strict=True)
    return [Card(front or section.front, back, start) for (front, back), start in starts if back]


def title(text: str) -> str:
    """The heading of the whole: the only one of the first rank, where it comes first."""
    headings = re.findall(r"^(#{1,6}) +(.+?) *#*$", _FRONT_MATTER.sub("", text, count=1), re.MULTILINE)
    first = [name for level, name in headings if level == "#"]
    return first[0].strip() if len(first) == 1 and headings[0][1] == first[0] and len(headings) > 1 else ""


def _sections(text: str) -> Iterator[_Section]:  # noqa: C901, PLR0912 -- one case a token
    from markdown_it import MarkdownIt

    skipped = _FRONT_MATTER.match(text)
    offset = skipped[0].count("\n") if skipped else 0
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(text[skipped.end() if skipped else 0 :])
    whole = title(text)
    above: dict[int, str] = {}
    section = _Section("", 1)
    prefix, heading, head, row = "", 0, False, 1
    cells: list[str] | None = None
    for token in tokens:
        start = (token.map[0] if token.map else 0) + 1 + offset
        match token.type:
            case "heading_open":
                yield section
                heading = int(token.tag[1:])
            case "bullet_list_open" | "list_item_open":
                prefix = f"{token.info}. " if token.info.isdigit() else "• "
            case "bullet_list_close" | "ordered_list_close":
                prefix = ""
            case "tr_open":
                cells, row = [], start
            case "tr_close":
                if cells and any(cells[1:]) and not head:
                    yield _Section(cells[0], row, ["\n".join(filter(None, cells[1:]))], [row], section.strong)
                cells = None
            case "thead_open" | "thead_close":
                head = token.type == "thead_open"
            case "fence" | "code_block":
                for line in token.content.splitlines():
                    section.lines.append(line)
                    section.starts.append(start)
            case "inline" if heading:
                name, _ = _inline(token)
                above = {rank: text for rank, text in above.items() if rank < heading}
                names = [text for text in above.values() if text != whole]
                above[heading] = name
                section = _Section(": ".join([*names[-1:], name]), start)
                heading = 0
            case "inline":
                content, strong = _inline(token)
                section.strong += strong
                if cells is not None:
                    cells.append(content.replace("\n", " "))
                else:
                    for line in content.split("\n"):
                        section.lines.append(prefix + line)
                        section.starts.append(start)
                    prefix = "" if prefix != "• " else prefix
    yield section


def _inline(token: Token) -> tuple[str, list[str]]:
    """The text of a paragraph or cell, and what it prints in bold or italics."""
    pieces: list[str] = []
    strong: list[str] = []
    bold = False
    for child in token.children or ():
        match child.type:
            case "strong_open" | "em_open":
                bold = True
                strong.append("")
            case "strong_close" | "em_close":
                bold = False
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append("\n")
            case "text" | "code_inline":
                pieces.append(child.content)
                if bold:
                    strong[-1] += child.content
            case "image":
                pieces.append(child.content)
    return "".join(pieces).strip(), [text.strip().rstrip(":") for text in strong if text.strip()]
