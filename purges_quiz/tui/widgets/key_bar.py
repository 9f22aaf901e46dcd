"""The footer: the keys that work now, on one line, each of which can also be clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content, Span
from textual.screen import Screen

from purges_quiz.tui.commands import COMMAND_BY_ID, printed
from purges_quiz.tui.widgets.page import SHEET, OneLine

GAP = "  "
ANSWER = COMMAND_BY_ID["answer.submit"].label
HELP = "app.help"
"""What stays beside the first command as long as there is room: it names all the others."""
LABELS = "key_labels"
"""The attribute of a widget or screen that says what its keys do now if that is not what the table of commands says: by
the id of the command what the footer shows."""
LAST = (
    "card.mark",
    "shown.leave-out",
    "card.leave-out",
    "shown.flag",
    HELP,
    "play.pause",
    "home.settings",
    "app.quit",
)
"""The commands that stand at the end of the line."""
YIELDING = (
    "app.quit",
    "home.settings",
    "shown.flag",
    "card.mark",
    "shown.leave-out",
    "play.pause",
    "shown.undo",
    "mistakes.search",
    "card.hide",
    "results.save",
    "home.progress",
    "results.again",
    "results.next",
)
"""The commands that make room for the others where the line is short, the first of them first."""


class Entry(NamedTuple):
    """One key with what it does."""

    id: str
    label: str
    printed: str
    """The key as it is printed: Shift+↑."""
    key: str = ""
    """Its name for Textual; empty where several keys do it."""
    printed_other: str = ""
    """A second key, which does the same the other way, as it is printed after the first: /↓."""
    other: str = ""
    """Its name for Textual."""

    @property
    def width(self) -> int:
        """Its cells."""
        return len(self.printed) + len(self.printed_other) + 1 + len(self.label)

    @property
    def terse(self) -> Entry:
        """The same with ^G for Ctrl+G."""
        first, second = (keys.replace("Ctrl+", "^") for keys in (self.printed, self.printed_other))
        return self._replace(printed=first, printed_other=second)

    def with_other(self, key: str) -> Entry:
        """The same with a second key, whose modifiers are not printed again."""
        modifiers = self.printed[: self.printed.rfind("+", 0, -1) + 1]
        return self._replace(printed_other=f"/{printed(key).removeprefix(modifiers)}", other=key)


def fitting(entries: Sequence[Entry], width: int) -> Sequence[Entry]:
    """The entries that fit on a line of so many cells: tersely if need be, and which of them yield is said above."""
    if _width(entries) <= width:
        return entries
    kept = [entry.terse for entry in entries]
    yielding = [entry for name in YIELDING for entry in kept if entry.id == name]
    yielding += [entry for entry in kept[:0:-1] if entry.id != HELP and entry not in yielding]
    yielding += [entry for entry in reversed(kept) if entry not in yielding]
    excess = _width(kept) - width
    for entry in yielding:
        if excess <= 0:
            break
        kept.remove(entry)
        excess -= entry.width + len(GAP)
    return kept


def _width(entries: Iterable[Entry]) -> int:
    return sum(entry.width + len(GAP) for entry in entries) - len(GAP)


class KeyBar(OneLine):
    """Shows the bindings of the screen that have a label and work now, below the sheet of text."""

    def __init__(self, answering: Callable[[], str] = str, *, broad: int = SHEET) -> None:
        """`answering` gives the keys that answer directly, such as "1-4"; nothing where none does.

        `broad` is the most cells of the sheet above it on a broad screen.
        """
        super().__init__()
        self.broad = broad
        self._answering = answering
        self._entries: Sequence[Entry] = ()
        self._looks = False
        """Whether the keys will be looked up in a moment."""
        self._places: list[tuple[range, str]] = []
        """Where each key stands on the line."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow_soon, immediate=True)
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        offset = event.get_content_offset(self)
        for place, key in self._places:
            if key and offset is not None and offset.x in place:
                self.app.simulate_key(key)

    def line(self) -> Content:
        """The keys in the order of the bindings, but for those that stand last."""
        text, keys, at = "", [], self.indent
        self._places = []
        for entry in fitting(self._entries, self.room):
            start, both = len(text), entry.printed + entry.printed_other
            keys.append(Span(start, start + len(both), "$accent"))
            text += f"{both} {entry.label}{GAP}"
            end = len(text) - len(GAP)
            split = start + len(entry.printed) if entry.other else end
            self._places += [(range(at + start, at + split), entry.key), (range(at + split, at + end), entry.other)]
        return Content(text.removesuffix(GAP), keys)

    def _follow_soon(self, _screen: Screen[object]) -> None:
        """Look for other keys once for all that a key changes."""
        if not self._looks:
            self._looks = True
            self.call_next(self._follow)

    def _follow(self) -> None:
        """Be painted again if other keys work now: bindings are updated far more often than they change."""
        self._looks = False
        entries = sorted(self._working(), key=_last_things_last)
        if entries != self._entries:
            self._entries = entries
            self.refresh()

    def _working(self) -> Iterable[Entry]:
        """What works now, by its label: the first key of a command, and of another one that shares the label."""
        entries: dict[str, Entry] = {}
        if keys := self._answering():
            entries[ANSWER] = Entry("play.option", ANSWER, keys)
        for key, (node, binding, enabled, _) in self.screen.active_bindings.items():
            if not (binding.show and enabled and binding.id):
                continue
            labels: Mapping[str, str] = getattr(node, LABELS, {})
            label = labels.get(binding.id, binding.description)
            if (known := entries.get(label)) is None:
                entries[label] = Entry(binding.id, label, printed(key), key)
            elif known.id != binding.id and not known.other:
                entries[label] = known.with_other(key)
        return entries.values()


def _last_things_last(entry: Entry) -> int:
    return LAST.index(entry.id) + 1 if entry.id in LAST else 0
