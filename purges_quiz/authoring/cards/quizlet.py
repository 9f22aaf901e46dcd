"""Term and definition with a separator between them, as Quizlet exports and pastes them.

Quizlet's own separators are a tab and a line end, and it uses no quotation marks: a definition of several lines goes
on until a line has a separator again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy

_BETWEEN = ("\t", " \u2013 ", " \u2014 ", " - ", " = ", " | ", "::", ": ", " : ")
"""What may stand between a term and its definition, the surest first."""
_LONGEST_TERM = 80
_MOST = 0.8
"""The share of lines with a separator from which it is one; with a definition over several lines it has fewer tabs."""
_TABS = 0.4
_SAMPLE = 400


def guessed_separator(text: str) -> str:
    """What stands between the terms and the definitions of these lines; "" where nothing does so throughout."""
    lines = [line for line in text.split("\n")[:_SAMPLE] if line.strip()]
    if len(lines) < 2:
        return ""
    for separator in _BETWEEN:
        parted = [line.partition(separator) for line in lines]
        fit = sum(bool(found and front.strip() and back.strip()) for front, found, back in parted)
        short = sum(len(front) <= _LONGEST_TERM for front, found, _ in parted if found)
        if fit >= (_TABS if separator == "\t" else _MOST) * len(lines) and (separator == "\t" or short >= _MOST * fit):
            return separator
    return ""


def cards(text: str, separator: str = "", card_separator: str = "") -> Parsed:
    """Each card, with its line. Separators that are not named are found in the text."""
    between = separator or guessed_separator(text) or "\t"
    if card_separator and card_separator != "\n":
        return _parted(text, between, card_separator)
    if not card_separator and _semicolons(text, between):
        return _parted(text, between, ";")
    return _by_lines(text, between)


def _semicolons(text: str, between: str) -> bool:
    """Whether cards are parted by semicolons: "chien<tab>dog;chat<tab>cat"."""
    parts = [part for part in text.split(";") if part.strip()]
    return text.count(between) > text.strip().count("\n") + 1 and all(part.count(between) == 1 for part in parts)


def _parted(text: str, between: str, card_separator: str) -> Iterator[Card | Unread]:
    line = 1
    for part in text.split(card_separator):
        begin = line + len(part) - len(part.lstrip("\n"))
        if part.strip():
            yield _card(part, between, begin)
        line += part.count("\n") + card_separator.count("\n")


def _by_lines(text: str, between: str) -> Iterator[Card | Unread]:
    waiting: list[str] = []
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if between in line:
            if waiting:
                yield _card("\n".join(waiting), between, begin)
            waiting, begin = [line], number
        elif waiting:
            waiting.append(line)
        elif line.strip():
            yield _card(line, between, number)
    if waiting:
        yield _card("\n".join(waiting), between, begin)


def _card(part: str, between: str, line: int) -> Card | Unread:
    front, found, back = part.partition(between)
    front, back = tidy(front), tidy(back.replace("\t", " "))
    if not found:
        return Unread(line, f"no {_visible(between)} between term and definition")
    if not front or not back:
        return Unread(line, f"nothing {'before' if back else 'after'} the {_visible(between)}")
    return Card(" ".join(front.split()), back, line)


def _visible(separator: str) -> str:
    return "tab" if separator == "\t" else f'"{re.sub(" +", " ", separator)}"'
