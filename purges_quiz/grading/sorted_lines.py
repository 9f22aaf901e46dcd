"""A sorted text of many lines, searched where it lies in memory instead of being read into a set."""

from __future__ import annotations

from mmap import mmap

Lines = bytes | mmap
"""The text, in memory or in a file."""


def line_of(lines: Lines, word: str, end: bytes = b"\n") -> bytes | None:
    """The line that begins with a word and `end`, or None; by bisection, since a search takes 50 times as long.

    The lines are sorted by what stands before `end`, in lower-case ASCII, and each ends with a newline.
    """
    if not word.isascii():
        return None
    wanted = word.encode()
    low, high = 0, len(lines)
    while low < high:
        middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        stop = lines.find(b"\n", middle)
        line = lines[middle : stop if stop >= 0 else len(lines)]
        found = line if end == b"\n" else line.partition(end)[0]
        if found == wanted:
            return line
        if found < wanted:
            low = middle + len(line) + 1
        else:
            high = middle
    return None
