"""`python -m tests.bench.draft`: what the draft finds in cards whose facts are known, and what it asks badly.

Three sets: the seed cards, whose facts are listed in tests/data/facts.tsv, and two on other subjects in other formats.
Coverage is counted on the first; the questions of all three were judged one by one, and the verdicts are in
tests/data/cards/verdicts.tsv. `--unjudged` prints the questions without a verdict, ready to be judged: put "fine", or
what is wrong, before each. Exit code 1 says that a goal is missed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from purges_quiz.authoring.cards import read as read_cards
from purges_quiz.authoring.draft import Drafted, draft
from tests.bench.draft.coverage import Listed, found, listed
from tests.bench.draft.review import FINE, Review, review, verdicts

DATA = Path(__file__).parents[2] / "data"
SETS = ("purges.txt", "biology.txt", "revolution.md")
GOALS = (
    ("numbers, dates, quotations", frozenset({"quantity", "range", "number", "date", "quote"}), 0.95),
    ("people and terms", frozenset({"person", "people", "term"}), 0.85),
)
OF_ALL = 0.70
WRONG = 0.05


def drafted(name: str) -> Drafted:
    """The draft of one set."""
    return draft(read_cards((DATA / "cards" / name).read_bytes(), name).cards)


def by_type(made: Drafted) -> dict[str, list[tuple[Listed, bool]]]:
    """The listed facts of each type, each with whether it is drafted."""
    found_of: dict[str, list[tuple[Listed, bool]]] = defaultdict(list)
    for facts, card in zip(listed(DATA / "facts.tsv"), made.cards, strict=True):
        for fact, match in found(facts, card):
            found_of[fact.type].append((fact, match is not None))
    return found_of


def share_of(facts: dict[str, list[tuple[Listed, bool]]], kinds: frozenset[str] | None = None) -> float:
    """The share that is drafted, of these types or of all."""
    hits = [hit for kind, those in facts.items() if kinds is None or kind in kinds for _, hit in those]
    return sum(hits) / len(hits)


def verdicts_of(made: Drafted) -> Review:
    """How the questions of a draft were judged."""
    return review(made, verdicts(DATA / "cards" / "verdicts.tsv"))


def main() -> int:
    """Print the figures, and say whether every goal is met."""
    drafts = {name: drafted(name) for name in SETS}
    if sys.argv[1:] == ["--unjudged"]:
        for made in drafts.values():
            for question in verdicts_of(made).unjudged:
                sys.stdout.write(f"{FINE}\t{question}\n")
        return 0
    met = [coverage(drafts["purges.txt"]), *(judged(name, made) for name, made in drafts.items())]
    return 0 if all(met) else 1


def coverage(made: Drafted) -> bool:
    """Print how many of the listed facts are drafted, by type, and which are not."""
    facts = by_type(made)
    for kind, those in sorted(facts.items()):
        sys.stdout.write(f"{kind:12}{sum(hit for _, hit in those):4} of {len(those):3}\n")
    met = True
    for name, kinds, goal in (*GOALS, ("all", None, OF_ALL)):
        share = share_of(facts, kinds)
        met = met and share >= goal
        sys.stdout.write(f"{name}: {share:.0%} (goal {goal:.0%})\n")
    for fact in (fact for those in facts.values() for fact, hit in those if not hit):
        sys.stdout.write(f"  not drafted: {fact.key} ({fact.type}): {fact.value}\n")
    return met


def judged(name: str, made: Drafted) -> bool:
    """Print how many questions of a set ask something wrong or unanswerable, and which."""
    result = verdicts_of(made)
    share = len(result.wrong) / made.facts
    unjudged = f", {len(result.unjudged)} not judged" if result.unjudged else ""
    sys.stdout.write(
        f"{name}: {made.facts} questions, {len(result.wrong)} of them bad, {share:.1%}"
        f" (goal at most {WRONG:.0%}){unjudged}\n"
    )
    for question, why in result.wrong:
        sys.stdout.write(f"  {why}: {question}\n")
    return share <= WRONG and not result.unjudged


if __name__ == "__main__":
    sys.exit(main())
