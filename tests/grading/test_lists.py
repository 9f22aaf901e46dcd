from __future__ import annotations

import pytest
from judging import judge, marked

LEADERS = "first-show-trial/lead-defendants"
GROUPS = "arrest-list/groups"
SPREAD = "fifth-column/spread"


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (LEADERS, "kamenev zinoviev", "correct"),
        (LEADERS, "Zinoviev/Kamenev", "correct"),
        (LEADERS, "Grigory Zinoviev & Lev Kamenev", "correct"),
        (LEADERS, "Zinoviev, Kamanev", "correct spelling"),
        (LEADERS, "zinoviev", "partial incomplete"),
        (LEADERS, "zinoviev and bukharin", "partial other"),
        (LEADERS, "zinoviev, kamenev and bukharin", "partial other"),
        (LEADERS, "zinoviev, kamenev and smirnov", "correct"),
        (LEADERS, "zinoviev, bukharin, radek, kirov", "wrong hedged"),
        (LEADERS, "bukharin and radek", "wrong other"),
        (LEADERS, "not zinoviev", "wrong negated"),
        (LEADERS, "zinoviev but not kamenev", "partial negated"),
        (LEADERS, "smirnov", "partial also-true"),
        (GROUPS, "artists musicians scientists writers managers administrators", "correct"),
        (GROUPS, "1. writers 2. artists 3. managers 4. administrators 5. musicians 6. scientists", "correct"),
        (GROUPS, "artists; writers; scientists", "partial incomplete"),
        (GROUPS, "peasants", "wrong"),
        (SPREAD, "party hierarchy > soviet institutions > every town and village", "correct"),
        (SPREAD, "every town and village, soviet institutions, the party hierarchy", "partial reversed"),
        ("surveillance/places", "factorys, universities and offices", "correct"),
    ],
)
def test_lists_in_any_separator_and_order(key: str, text: str, expected: str) -> None:
    judged = marked(key, text)
    assert judged == expected or judged.startswith(f"{expected} ")


def test_what_is_missing_and_who_does_not_belong_is_named() -> None:
    assert judge(GROUPS, "artists, musicians, scientists, writers, managers").missing == ("administrators",)
    verdict = judge(LEADERS, "zinoviev and bukharin")
    assert (verdict.confused_with, verdict.missing) == ("bukharin", ("Kamenev",))
