"""A list to go through by arrows, j and k, Enter or the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.drawn import Drawn, Hanging


class Lines(Drawn, can_focus=True):
    """Lines of which one is highlighted. It is as long as its lines; the page that holds it scrolls.

    Textual's OptionList does the same, but each of its options is a text of its own to be styled and laid out: with
    these lines the effect of a key that answers is seen in a third of the time.
    """

    ALLOW_SELECT = False
    BINDINGS = bindings("Lists")

    highlighted: reactive[int | None] = reactive[int | None](None, layout=False)
    """The place of the line that is highlighted."""
    _pointed: reactive[int | None] = reactive[int | None](None, layout=False)
    """The place of the line that the mouse is over."""

    class Selected(Message):
        """A line was chosen."""

        def __init__(self, lines: Lines, place: int) -> None:
            super().__init__()
            self.lines = lines
            self.place = place

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(self._painted, id=id)
        self._lines: tuple[Hanging, ...] = ()
        self._places: list[int] = []
        """For each row the place of the line that it belongs to."""
        self.inert = False
        """Whether no line can be highlighted or chosen."""

    def on_mount(self) -> None:
        """Highlight a line as the theme has it: by a colour or in reverse."""
        self.watch(self.app, "theme", lambda: self.draw(self._painted), init=False)

    def focus(self, scroll_visible: bool = False) -> Self:  # noqa: FBT001, FBT002 -- as Textual has it
        """Take the keys, and leave the page where it is: what is highlighted is seen to anyhow."""
        return super().focus(scroll_visible)

    def show(self, lines: Iterable[Hanging], *, highlighted: int | None = None, inert: bool = False) -> None:
        """Show these lines from now on; `inert`: none of them can be highlighted or chosen."""
        self._lines, self.inert = tuple(lines), inert
        self.highlighted, self._pointed = highlighted, None
        self.draw(self._painted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be chosen the arrows are left to the page."""
        if self.inert and action in {"cursor_down", "cursor_up", "first", "last", "select"}:
            return False
        return super().check_action(action, parameters)

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """The nearest line that there is."""
        if highlighted is None or not self._lines or self.inert:
            return None
        return min(max(highlighted, 0), len(self._lines) - 1)

    def watch_highlighted(self) -> None:
        """Paint, and scroll the page to what is highlighted."""
        self.draw(self._painted)
        self.call_after_refresh(self._reveal)

    def watch__pointed(self) -> None:
        """Paint what the mouse is over."""
        self.draw(self._painted)

    def action_cursor_down(self) -> None:
        """Highlight the next line; after the last comes the first."""
        self._highlight(0 if self.highlighted is None else self.highlighted + 1)

    def action_cursor_up(self) -> None:
        """Highlight the line before; before the first stands the last."""
        self._highlight(-1 if self.highlighted is None else self.highlighted - 1)

    def action_first(self) -> None:
        """Highlight the first line."""
        self.highlighted = 0

    def action_last(self) -> None:
        """Highlight the last line."""
        self.highlighted = len(self._lines) - 1

    def action_select(self) -> None:
        """Choose the line that is highlighted."""
        if self.highlighted is not None:
            self.post_message(self.Selected(self, self.highlighted))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        self._pointed = self._at(event)

    def on_leave(self) -> None:
        """Show it no longer."""
        self._pointed = None

    def on_click(self, event: events.Click) -> None:
        """Choose a line."""
        place = self._at(event)
        if place is not None:
            self.highlighted = place
            self.action_select()

    def _highlight(self, place: int) -> None:
        if self._lines:
            self.highlighted = place % len(self._lines)

    def _at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        inside = offset is not None and not self.inert and offset.y < len(self._places)
        return self._places[offset.y] if offset is not None and inside else None

    def _painted(self, width: int) -> list[Content]:
        rows = list(self._rows(width))
        self._places = [place for place, _ in rows]
        return [row for _, row in rows]

    def _rows(self, width: int) -> Iterator[tuple[int, Content]]:
        for place, line in enumerate(self._lines):
            marked, pointed = place == self.highlighted, place == self._pointed
            for row in line.lines(width):
                padded = row.pad_right(width - row.cell_length) if marked or pointed else row
                if marked and self.app.native_ansi_color:
                    # Only the terminal's own two colours are sure to be readable on one another.
                    yield place, Content.styled(padded.plain, "reverse")
                else:
                    yield place, padded.stylize_before("on $panel" if marked else "on $surface" if pointed else "")

    def _reveal(self) -> None:
        page = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if page is None or self.highlighted not in self._places:
            return
        start = self._places.index(self.highlighted)
        top = self.content_region.y - page.content_region.y + round(page.scroll_y) + start
        height = self._places.count(self.highlighted)
        if self.highlighted == 0 and top + height <= page.content_region.height:
            top, height = 0, top + height  # and what stands above the first line
        page.scroll_to_region(Region(0, top, 1, height), animate=False)
