"""The characters that the game draws with, and which set of them is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from purges_quiz.progress import Day
from purges_quiz.wording.charts import bar, calendar, columns, legend
from purges_quiz.wording.glyphs import Ascii, Glyphs, choose, glyphs

WORDS = {"more", "arrows", "edge", "frame", "rule", "search"}
"""What need not be as wide in both sets."""
DRAWN = {name for name in vars(Glyphs) if not name.startswith("_")}
TODAY = date(2027, 3, 10)


@pytest.fixture
def in_ascii() -> Iterator[None]:
    choose("ascii")
    yield
    choose("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-16"])
def test_an_encoding_that_holds_them_has_the_characters_of_unicode(encoding: str) -> None:
    choose(encoding)
    assert glyphs() is Glyphs


@pytest.mark.usefixtures("in_ascii")
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "koi8-r", None])
def test_any_other_has_those_in_ascii(encoding: str | None) -> None:
    choose(encoding)
    assert glyphs() is Ascii


def test_marks_in_ascii_are_ascii_and_no_wider() -> None:
    for name in DRAWN - WORDS:
        assert getattr(Ascii, name).isascii()
        assert len(getattr(Ascii, name)) == len(getattr(Glyphs, name))
    assert Ascii.more.isascii()
    assert Ascii.search.isascii()
    assert not Ascii.arrows


@pytest.mark.parametrize("known", [Glyphs, Ascii], ids=["unicode", "ascii"])
def test_what_must_be_told_apart_looks_different(known: type[Glyphs]) -> None:
    assert len({known.right, known.wrong, known.partial, known.unanswered}) == 4
    assert len({known.right, known.wrong, known.other}) == 3
    assert len({known.studied, known.some, known.frozen, known.nothing}) == 4
    assert known.full not in {known.half, known.rest}


@pytest.mark.usefixtures("in_ascii")
def test_bars_columns_and_calendar_are_drawn_in_ascii() -> None:
    assert bar(0.6, 4) == ("==-", "-")
    assert columns([1.0, None, 0.5, 0.0, 0.75], 5, 2) == ["#   :", "# #.#"]
    assert calendar({TODAY: Day(answers=20), TODAY.replace(day=9): Day(answers=3)}, (), TODAY, 60)[3][-1] == "#"
    assert legend() == "# studied   o a little   + covered by a freeze"
