"""What an entity's table says of its time, read as months."""

from __future__ import annotations

from typing import Any

import pytest

from purges_quiz.deck.entities import Office, Times
from purges_quiz.deck.facts import read_times
from purges_quiz.deck.problems import Place, Problem
from purges_quiz.deck.tables import Table


def read(**values: Any) -> tuple[Times, list[str]]:  # noqa: ANN401
    problems: list[Problem] = []
    table = Table(values, Place("entities.toml", "beria"), problems)
    found = read_times(table)
    table.close()
    return found, [str(problem) for problem in problems]


def test_a_year_is_its_twelve_months_and_a_month_itself() -> None:
    found, problems = read(born="1899", died="1953-12", **{"from": "1565"})

    assert problems == []
    assert found.born == ((1899, 1), (1899, 12))
    assert found.died == ((1953, 12), (1953, 12))
    assert found.since == ((1565, 1), (1565, 12))


def test_an_office_may_have_no_end() -> None:
    found, problems = read(offices=[{"post": "Head of the NKVD", "from": "1938-11"}])

    assert problems == []
    assert found.offices == (Office("Head of the NKVD", ((1938, 11), (1938, 11))),)


def test_what_is_left_out_is_unknown() -> None:
    assert read() == (Times(), [])


@pytest.mark.parametrize("moment", ["November 1938", "1938-13", "38", "1938-1", "in 1938"])
def test_any_other_moment_is_a_problem_with_its_place(moment: str) -> None:
    _, problems = read(died=moment)

    assert len(problems) == 1
    assert problems[0].startswith('entities.toml: beria: died: expected a year or a year and a month, "1936" or')


def test_an_office_without_a_post_and_with_a_stray_key_is_two_problems() -> None:
    _, problems = read(offices=[{"since": "1938"}])

    assert len(problems) == 2
    assert "post: is missing" in problems[0]
    assert "since: is not a key that is known here" in problems[1]
