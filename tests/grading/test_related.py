"""Words near in sense: found where they lie in memory, well formed, and no rival among them."""

from __future__ import annotations

import pytest

from purges_quiz.grading.word_lists import Relatives, line_of, reader, relatives
from purges_quiz.language import general_language, lines_of

LINES = bytes(lines_of("related.txt")).decode("ascii").splitlines()


def test_lines_are_sorted_each_root_once() -> None:
    roots = [line.split("\t")[0] for line in LINES]
    assert roots == sorted(set(roots))
    assert len(roots) > 10_000


def test_a_line_holds_three_lists_that_share_no_word() -> None:
    for line in LINES:
        root, same, akin, rivals = (set(part.split()) for part in line.split("\t"))
        assert len(root) + len(same) + len(akin) + len(rivals) == len(root | same | akin | rivals), line


@pytest.mark.parametrize("line", [LINES[0], LINES[len(LINES) // 2], LINES[-1]])
def test_every_root_is_found_by_bisection(line: str) -> None:
    root, *lists = line.split("\t")
    found = general_language().related(root)
    assert found == Relatives(*(frozenset(listed.split()) for listed in lists))


@pytest.mark.parametrize("word", ["", "zzz", "weap", "weaponx", "été"])
def test_what_is_not_there_has_no_relatives(word: str) -> None:
    assert general_language().related(word) == Relatives()


def test_a_kind_of_thing_says_the_thing_but_not_the_other_way_round() -> None:
    related = general_language().related
    assert "gun" in related("weapon").same
    assert "weapon" not in related("gun").same


def test_antonyms_are_rivals_however_near_vectors_have_them() -> None:
    related = general_language().related
    assert "expensiv" in related("cheap").rivals
    assert "expensiv" not in related("cheap").akin


def test_a_line_is_found_by_its_whole_first_word_in_any_text() -> None:
    lines = b"a\nab\nabc\n"
    assert [line_of(lines, word) for word in ("a", "ab", "abc", "abcd", "b")] == [b"a", b"ab", b"abc", None, None]
    assert line_of(b"", "a") is None
    assert reader(b"ab\tx y\t\tz\n", relatives)("ab") == Relatives(frozenset("xy"), frozenset(), frozenset("z"))
