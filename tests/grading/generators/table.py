"""The kinds of answers that are generated, with the share of them that the grader may get wrong."""

from __future__ import annotations

from generators.candidates import undecided
from generators.contradictions import contradicting
from generators.denials import denied
from generators.doers import told_of_others
from generators.foreign_nouns import foreign
from generators.generated import Kind
from generators.number_words import misspelt_months, misspelt_numbers
from generators.remarks import remarked
from generators.roles import swapped
from generators.spaces import misspaced
from generators.statement_words import misspelt_statements

KINDS = (
    Kind("one edit in a number word", misspelt_numbers, 0.01, tried=4),
    Kind("one edit in a month or season", misspelt_months, 0.01, tried=20),
    Kind("one edit in a word of a statement", misspelt_statements, 0.02),
    Kind("right answer and a remark", remarked, 0.01),
    Kind("roles swapped", swapped, 0.10, by_prompt=True),
    Kind("statements told of others", told_of_others, 0.05),
    Kind("statements denied at their verb", denied, 0.05),
    Kind("right number and a foreign noun", foreign, 0.02, by_prompt=True),
    Kind("right value in a claim that contradicts the prompt", contradicting, 0.10, by_prompt=True),
    Kind("two candidates", undecided, 0.02),
    Kind("spaces left out, doubled, put inside", misspaced, 0.05),
)
