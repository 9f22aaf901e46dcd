"""A program in a real pseudo-terminal, whose screen is read as a person reads it."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pexpect
import pyte

TOLD = frozenset({"COLUMNS", "LINES"})
"""What a terminal tells of itself; set in the environment it would stay so at every size."""
PATIENCE = 60
"""Seconds to wait for what a program will do, on a machine that does much else; no measure of its speed."""
QUIET = 0.08
"""Seconds without output after which a screen is taken to be whole."""


def _as_a_shell_does() -> None:
    """Heed every signal, even where the tests themselves run in the background or under nohup."""
    for each in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP, signal.SIGCONT):
        signal.signal(each, signal.SIG_DFL)


class Terminal:
    """Runs a command in a pseudo-terminal of so many columns and rows.

    `raw` holds every byte that the program wrote; `lines()` is what now stands on the screen.
    """

    def __init__(
        self, command: Sequence[str], *, size: tuple[int, int], env: Mapping[str, str], folder: Path | None = None
    ) -> None:
        columns, rows = size
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={name: value for name, value in env.items() if name not in TOLD},
            cwd=str(folder) if folder else None,
            preexec_fn=_as_a_shell_does,
        )
        self.process.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.close(force=True)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        self.process.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def lines(self) -> list[str]:
        """The screen's lines, without what trails."""
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """The screen as one line: wrapped text reads on, runs of spaces are one."""
        return re.sub(r"\s+", " ", " ".join(re.sub(r"[│┃▌▐█▎▏|]", " ", line) for line in self.lines())).strip()

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program writes until it has written nothing for so many seconds."""
        while True:
            try:
                data = self.process.read_nonblocking(65536, timeout=seconds)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return
            self.raw += data
            # pyte knows no private answers ("CSI > 1 u", "CSI = 0 ; 1 u"): a terminal swallows them
            self._stream.feed(re.sub(rb"\x1b\[[<=>?][0-9;]*[umnqpt$]+", b"", data))

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Read until the screen holds a text, or satisfies a condition; give the screen's text.

        Raises `AssertionError` with the screen when the time is over.
        """
        holds = wanted if callable(wanted) else lambda text: wanted in text
        end = time.monotonic() + seconds
        while not holds(self.text()):
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s for {wanted!r}; the screen:\n" + "\n".join(self.lines()))
            self.read(0.03)
        self.read(QUIET)  # what is being painted comes in pieces
        return self.text()

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program ends; give its exit code, or minus the signal that ended it.

        Raises `AssertionError` when it still runs after so many seconds.
        """
        end = time.monotonic() + seconds
        while self.process.isalive():
            if time.monotonic() > end:
                raise AssertionError(f"still runs after {seconds} s; the screen:\n" + "\n".join(self.lines()))
            self.read(0.03)
        self.read(0.05)
        status = self.process.exitstatus
        return status if status is not None else -int(self.process.signalstatus or 0)
