"""How hurried students put an answer, and the small words with which they turn its sense."""

from __future__ import annotations

import pytest
from judging import marked


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("army-statistics/executed", "five hundred & twelve", "correct"),
        ("impact/cases-reviewed", "one & a half million", "correct"),
        ("fifth-column/age", "12 y/o", "correct"),
        ("denunciations/fate", "wiped out along w/ all their contacts in their family circles", "correct"),
        ("second-show-trial/named-defendant", "it was radek wasnt it", "correct"),
        ("second-show-trial/named-defendant", "radek, wasn't it?", "correct"),
        ("second-show-trial/named-defendant", "radek wasnt it", "wrong negated"),
        ("second-show-trial/constitution:forward", "constitution of '36", "correct"),
        ("second-show-trial/constitution:forward", "constitution of '24", "wrong other"),
        ("army-purge/date", "5-6/1937", "correct"),
        ("yezhovshchina-categories/confinement", "min 8 max 10 years", "correct"),
        ("yezhovshchina-categories/confinement", "at least 8, at most 10 years", "correct"),
        ("yezhovshchina-categories/confinement", "less than 8 years", "wrong opposite"),
        ("first-show-trial/date", "8-36", "correct"),
        ("first-show-trial/lead-defendants", "zinoviev n kamenev", "correct"),
    ],
)
def test_shorthand_and_tags(key: str, text: str, expected: str) -> None:
    assert marked(key, text).startswith(expected)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("first-show-trial/other-defendants", "14 (16 is with those two included)", "correct"),
        ("first-show-trial/other-defendants", "14, it was 16", "wrong hedged"),
        ("first-show-trial/other-defendants", "14, 16", "wrong hedged"),
        ("third-show-trial/date", "march 1938, the other 2 were 1936 and 1937", "correct"),
        ("third-show-trial/date", "march 1938, no it was august 1936", "wrong"),
        ("second-show-trial/death-sentences", "13 (the other 4 got prison)", "correct"),
        ("impact/delegates", "1,996 (1,108 arrested)", "correct"),
        ("first-show-trial/lead-defendants", "zinoviev & kamenev, bukharin came later", "correct"),
        ("first-show-trial/alleged-leader", "trotsky, zinoviev was only a member", "correct"),
        ("first-show-trial/alleged-leader", "someone who hated trotsky", "wrong"),
        ("first-show-trial/alleged-leader", "the man who led it was trotsky", "correct"),
        ("third-show-trial/defiant-defendant", "bukharin, radek didnt", "correct"),
        ("third-show-trial/defiant-defendant", "radek, bukharin didnt", "wrong"),
        ("third-show-trial/foreign-witness", "fitzroy maclean, a british diplomat", "correct"),
        ("army-purge/reputation", "the civil war (1918-21)", "correct"),
    ],
)
def test_remarks_on_something_else(key: str, text: str, expected: str) -> None:
    assert marked(key, text).startswith(expected)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("second-show-trial/accusation", "refusing to plot with trotsky", "wrong"),
        ("second-show-trial/accusation", "turning down trotskys plot", "wrong"),
        ("first-show-trial/alleged-plot", "to keep stalin and the politburo safe from assassins", "wrong opposite"),
        ("first-show-trial/alleged-plot", "stalin was going to murder the politburo", "wrong"),
        ("first-show-trial/alleged-plot", "stalin was going to be murdered, and the politburo too", "correct"),
        ("fifth-column/child-law-use", "to stop people from making confessions", "wrong"),
        ("surveillance/citizens", "leave hidden enemies among friends and family alone", "wrong opposite"),
        ("surveillance/citizens", "root out enemies but never among their own family or friends", "wrong opposite"),
        ("fifth-column/fear", "fail to bring down the ussr", "wrong negated"),
        ("fifth-column/fear", "prevent the collapse of the soviet union", "wrong negated"),
        ("third-show-trial/last-plea", "that stalin would not have him killed", "correct"),
        ("army-purge/court", "public military tribunals", "wrong"),
        ("third-show-trial/size", "far from the biggest", "wrong"),
        ("denunciations/fate", "they refused to be swept away", "wrong"),
        ("surveillance/target", "visible enemies", "wrong"),
        ("national-minorities/fear", "it was feared they would not support an outside invader", "wrong negated"),
        ("yezhov-fall/danger", "wreck the stability of the state and of industry", "correct"),
        ("army-purge/treatment", "tortured, and had to confess to things they hadnt done", "correct"),
        ("first-show-trial/significance", "up till then no central committee people had been killed", "correct"),
        ("first-show-trial/removal-reason", "because he had been active enough in finding the conspirators", "wrong"),
        ("impact/cleansings-over", "mass cleansings are needed now more than before", "wrong"),
        ("impact/cleansings-over", "either that mass cleansings were not needed or that more were", "wrong hedged"),
        ("third-show-trial/execution-order", "he was the last one shot", "partial incomplete"),
        ("third-show-trial/organisation", "an anti-trotsky anti-zinoviev organisation", "wrong"),
        ("army-purge/charges", "killing kirov, wrecking", "wrong"),
    ],
)
def test_words_that_turn_the_sense(key: str, text: str, expected: str) -> None:
    assert marked(key, text).startswith(expected)
