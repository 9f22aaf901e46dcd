"""Dates and numbers in a text, none within another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.draft.counts import CARDINAL, counts
from purges_quiz.authoring.draft.dates import dates
from purges_quiz.authoring.draft.fact import Find

_ANYTHING = re.compile(rf"\d|century|\b(?:{'|'.join(CARDINAL)})\b")
"""What a text has that has a date or a number."""
_SHORT_TEXT = 60
"""Characters of a text that is a date or a number and nothing else."""
_ARTICLE = re.compile(r"^(?:in|on|c\.|circa|the|around|about) ", re.IGNORECASE)


def figures(text: str) -> Iterator[Find]:
    """Every date and number of a text that the deck can read, in order, none within another."""
    taken: list[tuple[int, int]] = []
    if not _ANYTHING.search(text):
        return
    for find in dates(text):
        taken.append((find.start, find.end))
        if find.value:
            yield find
    for find in counts(text):
        if all(find.end <= start or end <= find.start for start, end in taken):
            taken.append((find.start, find.end))
            yield find


def read_date(text: str) -> Find | None:
    """The date that a whole text is, or None."""
    if len(text) > _SHORT_TEXT or not _ANYTHING.search(text):
        return None
    found = list(dates(text.strip(" .")))
    whole = _ARTICLE.sub("", text.strip(" ."))
    return found[0] if len(found) == 1 and found[0].value and len(whole) == found[0].end - found[0].start else None


def read_number(text: str) -> Find | None:
    """The number that a text is, alone or with what it counts, or None."""
    if len(text) > _SHORT_TEXT:
        return None
    found = list(figures(text.strip(" .")))
    if len(found) != 1 or found[0].type == "date":
        return None
    rest = (text[: found[0].start] + text[found[0].end :]).strip(" .")
    return found[0] if rest in {"", *found[0].units, " ".join(found[0].units)} else None
