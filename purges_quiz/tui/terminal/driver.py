"""Textual's terminal, made to outlast signals, bytes that are no text, and a screen that takes nothing.

POSIX only; the app imports it where there are signals.
"""

from __future__ import annotations

import os
import select
import selectors
import signal
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from typing import Any, TextIO

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from purges_quiz.tui.terminal.escape_filter import ESCAPE, LARGEST, EscapeFilter

LEAVING = (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM)
"""The signals that end the game; its exit code is then 128 and the signal's number, as shells have it."""
READ_SIZE = 4096
"""Bytes taken from the keyboard at once."""
POLL = 0.1
"""Seconds after which the thread that reads keys looks whether it is to end."""
GRACE = 2.0
"""Seconds after a signal to end, until the game is ended by force."""
RESTORE = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends all that the screen was asked for: reports of paste, mouse, size, keys and focus, the page of its own."""
DEFAULT_SIZE = (80, 24)
"""Columns and rows of a terminal that does not know its own."""


class Outlet:
    """Where the screen is written to. Once the terminal is gone it swallows everything: no write fails or waits.

    It keeps nothing back: what a stopped terminal does not take must not be waited for when the program ends.
    """

    def __init__(self, file: TextIO) -> None:
        file.flush()
        self._file = file

    def write(self, text: str) -> None:
        """Write, while there is a terminal."""
        left = text.encode(self._file.encoding, self._file.errors or "strict")
        while left:
            try:
                left = left[os.write(self.fileno(), left) :]
            except BlockingIOError:  # another program made the terminal so, for all that use it
                select.select([], [self.fileno()], [], POLL)
            except OSError:
                self._abandon()

    def flush(self) -> None:
        """Nothing waits."""

    def fileno(self) -> int:
        """The file's own number."""
        return self._file.fileno()

    def _abandon(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


class Terminal(LinuxDriver):
    """Ends the app on a signal and with its terminal; reads whatever bytes come."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Textual's own
        super().__init__(*args, **options)
        self._file: Any = Outlet(self._file)
        for number in LEAVING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` leaves it
                signal.signal(number, self._leave_on_signal)
        # Textual's own handlers run in the middle of anything, and may wait for a lock that is taken right there.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def close(self) -> None:
        """Let what was written reach the screen."""
        super().close()
        signal.setitimer(signal.ITIMER_REAL, 0)

    def run_input_thread(self) -> None:
        """Read keys until the app ends, or until there is no terminal any more."""
        parser = XTermParser(self._debug)
        escapes = EscapeFilter()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(POLL):
                    text = escapes.silence()
                elif read := self._read():
                    text = escapes.filtered(decode(read))
                else:
                    self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                    return
                if text.strip(ESCAPE):  # nothing would be the end to the parser
                    for message in parser.feed(text):
                        self.process_message(message)
                else:
                    for escape in text:
                        self.process_message(events.Key("escape", escape))
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing at the terminal's end."""
        while True:
            try:
                return os.read(self.fileno, READ_SIZE)
            except BlockingIOError:
                select.select([self.fileno], [], [], POLL)
            except OSError:
                return b""

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 -- whatever it is, the app ends with it
            self._loop.call_soon_threadsafe(partial(self._app._handle_exception, error))  # noqa: SLF001

    def _get_terminal_size(self) -> tuple[int, int]:
        # The terminal is asked, not COLUMNS and LINES, which stay what they were when it is resized.
        try:
            columns, rows = os.get_terminal_size(self._file.fileno())
        except OSError:
            columns, rows = DEFAULT_SIZE
        return min(columns or DEFAULT_SIZE[0], LARGEST), min(rows or DEFAULT_SIZE[1], LARGEST)

    def _leave_on_signal(self, number: int, _frame: object) -> None:
        # In the middle of anything: while the screen takes nothing, or a thousand keys wait, the loop gets to nothing.
        if self._loop.is_closed():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
            return
        if not any(signal.getitimer(signal.ITIMER_REAL)):
            signal.signal(signal.SIGALRM, lambda *_: self._end(128 + number))
            signal.setitimer(signal.ITIMER_REAL, GRACE)
        self._loop.call_soon_threadsafe(self._leave, number)

    def _end(self, code: int) -> None:
        """End at once, whatever is still to be done: what was answered is kept."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        if select.select([], [self._file.fileno()], [], 0)[1]:
            self._file.write(RESTORE)
        os._exit(code)

    def _leave(self, number: int) -> None:
        self._app.exit(return_code=128 + number)

    def _sigtstp_application(self, *_: object) -> None:
        self._app.app_suspend_signal.publish(self._app)
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if self._key_thread is not None and self._key_thread.is_alive():
            self._app.refresh(layout=True)  # stopped without a warning, or not at all: the keys are being read already
        elif not self._app._exit:  # noqa: SLF001 -- ended while it was stopped, it leaves the terminal as it is
            super()._sigcont_application()
