"""The footer: the keys that work now, on one line, each of which can also be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content

from purges_quiz.tui.commands import printed
from purges_quiz.tui.widgets.one_line import OneLine

GAP = "  "
YIELDING = ("app.quit", "home.settings", "play.pause", "app.help")
"""The commands that make room for the others where the line is short, the first of them first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with what it does."""

    id: str
    key: str
    label: str

    @property
    def width(self) -> int:
        """Its cells."""
        return len(printed(self.key)) + 1 + len(self.label)


def fitting(entries: list[Entry], width: int) -> list[Entry]:
    """The entries that fit on a line of so many cells; which of them yield first is said above."""
    kept = list(entries)
    yielding = [entry for name in YIELDING for entry in entries if entry.id == name] + entries[::-1]
    while kept and sum(entry.width for entry in kept) + len(GAP) * (len(kept) - 1) > width:
        kept.remove(next(entry for entry in yielding if entry in kept))
    return kept


class KeyBar(OneLine):
    """Shows the bindings of the screen that have a label and work now, below the sheet of text."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[range, str]] = []
        """Where each key stands on the line."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        offset = event.get_content_offset(self)
        for place, key in self._places:
            if offset is not None and offset.x in place:
                self.app.simulate_key(key)

    def line(self) -> Content:
        """Bindings may change several times before it is painted, and are looked up but once."""
        entries: dict[str, Entry] = {}
        for key, (_, binding, enabled, _) in self.screen.active_bindings.items():
            if binding.show and enabled and binding.id:
                entries.setdefault(binding.id, Entry(binding.id, key, binding.description))
        parts: list[Content] = []
        self._places = []
        start = self.indent
        for entry in fitting(sorted(entries.values(), key=_last_things_last), self.room):
            parts.append(Content.assemble((printed(entry.key), "$accent"), " ", (entry.label, "$quiet")))
            self._places.append((range(start, start + entry.width), entry.key))
            start += entry.width + len(GAP)
        return Content(GAP).join(parts)


def _last_things_last(entry: Entry) -> int:
    return YIELDING[::-1].index(entry.id) + 1 if entry.id in YIELDING else 0
