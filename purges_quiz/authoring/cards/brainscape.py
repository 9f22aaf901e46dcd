"""What is on the clipboard after a deck of Brainscape was selected on its page.

"Cards (15)", then each card: a bullet with the answer, further lines below it, and as its last line the question or
title. Bullets of the author stand in the text itself, often with nothing around them: "... communists.•They were".
An answer that begins with a bullet of its own may have lost the one of its card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy

HEAD = re.compile(r"\s*Cards \((?P<count>[\d,]+)\)\s*$", re.MULTILINE)
_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?P<bullet>[•◦▪‣*])(?P<space>[ \t]?)")
_ENDS = re.compile(r"[.!;:,][\"”’')\]]*$")
_TITLE_WORDS = 14


def cards(text: str) -> Parsed:
    """Each card, in order."""
    lines = text.split("\n")
    head = next((at for at, line in enumerate(lines) if HEAD.fullmatch(line)), -1)
    blocks = list(_blocks(lines, head + 1))
    title_first = _title_first([block for _, block in blocks])
    found = 0
    for begin, block in blocks:
        card = _card(block, begin, title_first=title_first)
        found += isinstance(card, Card)
        yield card
    announced = HEAD.fullmatch(lines[head]) if head >= 0 else None
    if announced and int(announced["count"].replace(",", "")) != found:
        yield Unread(head + 1, f"{announced['count']} cards are announced, {found} were found")


def _blocks(lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """The lines of each card that are not empty, with the number of its first."""
    bullets = [found for line in lines[start:] if (found := _BULLET.match(line)) and found["space"]]
    top = min((len(found["indent"]) for found in bullets), default=0)
    block: list[str] = []
    begin = start + 1
    for number, line in enumerate(lines[start:], start=start + 1):
        if not line.strip():
            continue
        found = _BULLET.match(line)
        starts = (
            found is not None
            and bool(found["space"])
            and (len(found["indent"]) == top or (len(block) > 1 and _is_title(block[-1])))
        )
        if starts and block:
            yield begin, block
            block = []
        if not block:
            begin = number
        block.append(line)
    if block:
        yield begin, block


def _is_title(line: str) -> bool:
    text = line.strip()
    return not _BULLET.match(line) and not _ENDS.search(text) and len(text.split()) <= _TITLE_WORDS


def _title_first(blocks: list[list[str]]) -> bool:
    """Whether most cards begin with their title, as a page shows them that turns the cards over."""
    several = [block for block in blocks if len(block) > 1]
    first = sum(_is_title(_BULLET.sub("", block[0])) and not _is_title(block[-1]) for block in several)
    return first > len(several) / 2


def _card(block: list[str], line: int, *, title_first: bool) -> Card | Unread:
    if len(block) == 1:
        return Unread(line, "a single line, where a title and a text are expected")
    head, *body = block if title_first else (block[-1], *block[:-1])
    outer = block[0]
    body = [_BULLET.sub("", row, count=1) if row is outer else row for row in body]
    back = tidy("\n".join("\n• ".join(part.strip() for part in row.split("•")) for row in body))
    front = " ".join(_BULLET.sub("", head).split())
    return Card(front, back, line) if front and back else Unread(line, "no text beside the title")
