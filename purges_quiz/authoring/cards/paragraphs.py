"""Plain text with a blank line between cards: a title and its text, a question and its answer, "Term: definition"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy

_QUESTION = re.compile(r"^(?:q(?:uestion)?|front|term)(?: ?\d+)?[.:)] +", re.IGNORECASE)
_ANSWER = re.compile(r"^(?:a(?:nswer)?|back|definition)(?: ?\d+)?[.:)] +", re.IGNORECASE)
_NUMBERING = re.compile(r"^\(?\d{1,3}[.)] +")
_BETWEEN = re.compile(r" [\u2013\u2014=-] |::| ?: | ?\| |\t")
_ENDS = re.compile(r"[.!;,][\"”’')\]]*$")
_TERM_WORDS = 8
_TITLE_WORDS = 14


def parted(line: str) -> tuple[str, str]:
    """Term and definition of a line that has both; else no term, and the line."""
    found = _BETWEEN.search(line)
    if found:
        front, back = line[: found.start()].strip(" *_"), line[found.end() :].strip()
        if front and back and len(front.split()) <= _TERM_WORDS and not re.search(r"[.!?,;]", front):
            return front, back
    return "", line


def cards(text: str, card_separator: str = "") -> Parsed:
    """Each card, in order."""
    for begin, block in _blocks(text, card_separator):
        yield _card(block, begin)


def _blocks(text: str, card_separator: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each card, with the number of its first."""
    lines = text.split("\n")
    blank = any(not line.strip() for line in "\n".join(lines).strip().split("\n"))
    wanted = card_separator.strip("\n")
    block: list[str] = []
    begin = 1
    for number, line in enumerate(lines, start=1):
        ends = line.strip() == wanted if wanted else not line.strip()
        starts = bool(block) and (_QUESTION.match(line.strip()) is not None or (not blank and not _goes_on(line)))
        if (ends or starts) and block:
            yield begin, block
            block = []
        if not ends:
            if not block:
                begin = number
            if line.strip():
                block.append(" ".join(line.split()))
    if block:
        yield begin, block


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the one before it, in a text without blank lines."""
    return line[:1].isspace() or line[:1] in "•-*" or _ANSWER.match(line) is not None


def _card(block: list[str], line: int) -> Card | Unread:
    first, *rest = block
    if _QUESTION.match(first):
        answer = next((at for at, row in enumerate(rest) if _ANSWER.match(row)), None)
        if answer is not None:
            front = " ".join([_QUESTION.sub("", first), *rest[:answer]])
            back = "\n".join([_ANSWER.sub("", rest[answer]), *rest[answer + 1 :]])
            return Card(front, tidy(back), line)
    first = _NUMBERING.sub("", first)
    if not rest:
        front, back = parted(first)
        asked = re.fullmatch(r"(?P<front>[^?]+\?) +(?P<back>\S.*)", back) if not front else None
        return Card(asked["front"], asked["back"], line) if asked else Card(front, back, line)
    if first.endswith("?") or (len(first.split()) <= _TITLE_WORDS and not _ENDS.search(first)):
        return Card(first.rstrip(":"), tidy("\n".join(_bulleted(row) for row in rest)), line)
    return Card("", tidy("\n".join(_bulleted(row) for row in block)), line)


def _bulleted(row: str) -> str:
    return re.sub(r"^[-*•] +", "• ", row)
