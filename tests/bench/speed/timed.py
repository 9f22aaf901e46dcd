"""A program in a pseudo-terminal, with the moment at which each piece of its output came.

What the screen showed at those moments is worked out afterwards, so that nothing disturbs the clock.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

SIZE = (80, 24)
QUIET = 0.12
"""Seconds without output after which a screen stands; a clock that ticks four times a second leaves so much."""
STARTING = 5.0
"""Seconds within which a program must write something."""
PRIVATE = re.compile(rb"\x1b\[[<=>?][0-9;]*[umnqpt$]+")
"""What pyte does not know and a terminal swallows."""
CLOCK = "━"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Painted:
    """How a screen came to be, in seconds from what caused it."""

    first: float
    """Until anything of it was there."""
    whole: float
    """Until it showed what it then kept showing, the line of the clock apart."""
    lines: tuple[str, ...]


class Program:
    """A running program; `start` is its first screen."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        begun = time.perf_counter()
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(env))  # noqa: S606 -- the command of the measure
        columns, rows = SIZE
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.start = self._painted(begun, quiet=0.4)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)

    def press(self, keys: str) -> Painted:
        """Type, and give how the screen followed."""
        begun = time.perf_counter()
        os.write(self._end, keys.encode())
        return self._painted(begun)

    def peak_memory(self) -> int:
        """The most memory it has held so far, in KiB (Linux)."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        assert found
        return int(found[1])

    def busy(self) -> float:
        """Seconds of processor time used so far (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def pass_over(self, seconds: float) -> None:
        """Let time pass, and take in what is written."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _painted(self, begun: float, quiet: float = QUIET) -> Painted:
        pieces: list[tuple[float, bytes]] = []
        while piece := self._read(quiet if any(b" " in text for _, text in pieces) else STARTING):
            pieces.append((time.perf_counter() - begun, piece))
        before = self._shown()
        states = []
        for moment, piece in pieces:
            self._stream.feed(PRIVATE.sub(b"", piece))
            states.append((moment, self._shown()))
        last = self._shown()
        ticking = {row for row, line in enumerate(last) if CLOCK in line}
        still = [(moment, _without(ticking, state)) for moment, state in states]
        end = _without(ticking, last)
        first = next((moment for moment, state in still if state != _without(ticking, before)), 0.0)
        return Painted(first, next((moment for moment, state in still if state == end), 0.0), last)

    def _shown(self) -> tuple[str, ...]:
        return tuple(self._screen.display)

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._end], [], [], seconds)
        try:
            return os.read(self._end, 65536) if ready else b""
        except OSError:  # the program has ended
            return b""


def _without(rows: set[int], lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if row in rows else line for row, line in enumerate(lines))
