"""Make `purges_quiz/grading/data/english.txt`: the common English words, which are never taken for a slip of the keys.

The words and their spellings, British and American, are those of SCOWL, Kevin Atkinson's word lists for spell checkers
(Debian's package `scowl`); how common each is comes from the counts of Google Books that symspellpy ships
(`pip install -e '.[words]'`). Run from the root of the project:

    apt-get install scowl && python .words/make.py

SCOWL grades its lists by how well known their words are: 10 and 20 are all taken, and of those up to 50 as many as are
wanted, the most common first. To each come its forms, since students write "monasteries" where books
have "monastery". Names, abbreviations and words with an apostrophe are in other lists, and stay out.
"""

from __future__ import annotations

import sys
import tomllib
from importlib.resources import files
from pathlib import Path

SCOWL = Path("/usr/share/dict/scowl")
WORDS = Path("purges_quiz/grading/data/english.txt")
SPELLINGS = ("english", "american", "british", "british_z")
WELL_KNOWN, KNOWN, LEARNED = ("10", "20"), ("35",), ("40", "50")
COMMON = 20_000
"""Words taken as common, before their forms."""
SHORT = 3
"""Letters up to which a word must be known: the rarer short ones ("adz", "ani") are most often slips."""


def listed(folder: Path, grades: tuple[str, ...]) -> set[str]:
    """The words of SCOWL's lists of these grades."""
    found: set[str] = set()
    for spelling in SPELLINGS:
        for grade in grades:
            listing = folder / f"{spelling}-words.{grade}"
            if listing.exists():
                found.update(listing.read_text(encoding="latin-1").split())
    return {word for word in found if word.isascii() and word.isalpha() and word.islower()}


def counts() -> dict[str, int]:
    """How often each word stands in the books counted."""
    table = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return {word: int(count) for word, count in (line.split() for line in table.splitlines())}


def irregular() -> dict[str, str]:
    """The irregular forms that the lexicon lists, all of them common, each with the word it is of."""
    tables = tomllib.loads(WORDS.with_name("lexicon.toml").read_text(encoding="utf-8"))
    return {**tables["irregular"], **tables["plurals"]}


def forms(word: str) -> set[str]:
    """The regular forms of a word, and what looks like one: only those that SCOWL lists are taken."""
    stem = word.removesuffix("e")
    found = {word + "s", word + "es", stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing"}
    if word.endswith("y"):
        found |= {word[:-1] + ending for ending in ("ies", "ied")}
    return found


def common(folder: Path) -> list[str]:
    """The words wanted, in the order of the alphabet."""
    chosen = listed(folder, WELL_KNOWN)
    rest = listed(folder, KNOWN) | {word for word in listed(folder, LEARNED) if len(word) > SHORT}
    count = counts()
    ranked = sorted((word for word in rest - chosen if word in count), key=lambda word: (-count[word], word))
    chosen.update(ranked[: COMMON - len(chosen)])
    chosen.update({form for word in chosen for form in forms(word)} & rest)
    chosen.update(irregular())
    chosen.update(irregular().values())
    return sorted({word for word in chosen if len(word) > 1} | {"a", "i"})


if __name__ == "__main__":
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SCOWL
    WORDS.write_text("\n".join(common(source)) + "\n", encoding="ascii")
