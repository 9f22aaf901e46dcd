"""Textual's terminal, made to outlast what befalls it: signals, bytes that are no text, its own end.

POSIX only; the app imports it where there are signals.
"""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from functools import partial
from typing import IO, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

LEAVING = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)
"""The signals that end the game; its exit code is then 128 and the signal's number, as shells have it."""
A_READ = 4096
"""Bytes taken from the keyboard at once."""
LOOK = 0.1
"""Seconds after which the thread that reads keys looks whether it is to end."""


class Outlet:
    """Where the screen is written to. Once the terminal is gone it swallows everything: no write fails or waits."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, while there is a terminal."""
        try:
            self._file.write(text)
        except OSError:
            self._abandon()

    def flush(self) -> None:
        """Let nothing wait in a buffer."""
        try:
            self._file.flush()
        except OSError:
            self._abandon()

    def fileno(self) -> int:
        """The file's own number."""
        return self._file.fileno()

    def _abandon(self) -> None:
        # What is still in Python's buffer would fail again when the program ends, and change its exit code.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)


class Terminal(LinuxDriver):
    """Ends the app on a signal and with its terminal; reads whatever bytes come."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Textual's own
        super().__init__(*args, **options)
        self._file: Any = Outlet(self._file)
        for number in LEAVING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` leaves it
                self._loop.add_signal_handler(number, self._leave, number)
        # Textual's own handlers run in the middle of anything, and may wait for a lock that is held right there.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until there is no terminal any more."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK):
                    read = self._read()
                    if not read:
                        self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                        return
                    if letters := decode(read):  # to the parser nothing is the end; here it is half a letter
                        for message in parser.feed(letters):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing at the terminal's end."""
        try:
            return os.read(self.fileno, A_READ)
        except OSError:
            return b""

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 -- whatever it is, the app ends with it
            self._loop.call_soon_threadsafe(partial(self._app._handle_exception, error))  # noqa: SLF001

    def _leave(self, number: signal.Signals) -> None:
        self._app.exit(return_code=128 + number)

    def _sigtstp_application(self, *_: object) -> None:
        self._app.app_suspend_signal.publish(self._app)
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if self._key_thread is not None and self._key_thread.is_alive():
            self._app.refresh(layout=True)  # stopped without a warning, or not at all: the keys are being read already
        else:
            super()._sigcont_application()
