"""Text that is laid out for the width there is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Self

from rich.segment import Segment
from textual.app import RenderResult
from textual.color import TRANSPARENT
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style

from purges_quiz.tui.terminal.private import DirectWidget
from purges_quiz.wording.glyphs import glyphs

FOLLOWER_GAP, LEAST_FOLLOWER = 3, 16
"""Cells before a text that follows another on its line, and those without which it would say too little."""


class Hanging:
    """A lead ("1 a", "✓") and a text that wraps beside it."""

    def __init__(self, lead: Content, body: Content) -> None:
        self.lead = lead
        self.body = body

    def lines(self, width: int) -> list[Content]:
        """The lines for so many cells: the first led by the lead, the others by as many blanks."""
        blank = Content(" " * self.lead.cell_length)
        return [(blank if row else self.lead) + line for row, line in enumerate(self.body.wrap(self._room(width)))]

    def _room(self, width: int) -> int:
        return max(1, width - self.lead.cell_length)


class Columned(Hanging):
    """The same with figures at the right edge of its first line, where the texts of a list are to end alike."""

    def __init__(self, lead: Content, body: Content, figures: Content) -> None:
        super().__init__(lead, body)
        self.figures = figures

    def lines(self, width: int) -> list[Content]:
        """The lines for so many cells; the text keeps clear of the figures."""
        room = max(1, width - self.figures.cell_length - 1)
        first, *others = super().lines(room)
        return [first.pad_right(max(0, room + 1 - first.cell_length)) + self.figures, *others]


class Followed(Hanging):
    """The same with another text after it, which is cut at the end of the line: it can be read in full elsewhere."""

    def __init__(self, lead: Content, body: Content, follower: Content) -> None:
        super().__init__(lead, body)
        self.follower = follower

    def lines(self, width: int) -> list[Content]:
        """The lines for so many cells; where hardly anything of the other text would be seen it has its own line."""
        *above, last = super().lines(width)
        room = width - last.cell_length - FOLLOWER_GAP
        if not self.follower:
            return [*above, last]
        if room >= min(max(LEAST_FOLLOWER, self.follower.cell_length // 3), self.follower.cell_length):
            return [*above, last + " " * FOLLOWER_GAP + _cut(self.follower, room)]
        blank = Content(" " * self.lead.cell_length)
        return [*above, last, blank + _cut(self.follower, self._room(width))]


def _cut(text: Content, width: int) -> Content:
    """A text on one line of so many cells, with a sign where it goes on."""
    if text.cell_length <= width:
        return text
    return text.truncate(max(0, width - len(glyphs().more))) + glyphs().more


def lines_of(rows: Iterable[Hanging], width: int) -> list[Content]:
    """The lines of several for so many cells, one below the other."""
    return [line for row in rows for line in row.lines(width)]


Draw = Callable[[int], list[Content]]
"""The lines for a number of cells, none of them longer."""


def nothing(_width: int) -> list[Content]:
    """No line at all."""
    return []


class Rows(DirectWidget):
    """Lines of text, painted as they are: without links, alignment and all else that styles can do to a text.

    Textual takes three times as long to look for that on every line, those included that show what they showed before.
    Rows with a border are left to it.
    """

    _strips: tuple[Size, Style, list[Strip]] | None = None
    """What was painted last, for which size and in which style."""

    @abstractmethod
    def rows(self) -> Sequence[Content]:
        """What is shown now, in the room there is."""

    def render(self) -> RenderResult:
        """The lines, for whoever selects among them."""
        return Content("\n").join(self.rows())

    def refresh(self, *regions: Region, **how: bool) -> Self:
        """Be painted anew."""
        self._strips = None
        return super().refresh(*regions, **how)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part, which is as wide as the widget unless the screen has no room for it."""
        if self.text_selection is not None or self.styles.gutter != self.styles.padding:
            return super().render_lines(crop)
        size, style = self.outer_size, self.visual_style
        if self._strips is None or self._strips[:2] != (size, style):
            self._strips = size, style, self._paint(size, style)
        strips = self._strips[2][crop.y : crop.bottom]
        return strips if crop.width == size.width else [strip.crop(crop.x, crop.right) for strip in strips]

    def _paint(self, size: Size, style: Style) -> list[Strip]:
        top, _, bottom, left = self.styles.padding
        space, filters = style.background_style.rich_style, self.get_line_filters()

        def strip(segments: list[Segment]) -> Strip:
            segments = Segment.adjust_line_length(segments, size.width, space)
            for line_filter in filters:
                segments = line_filter.apply(segments, style.background or TRANSPARENT)
            return Strip(segments, size.width)

        margin = [Segment(" " * left, space)] if left else []
        shown = self.rows()[: max(0, size.height - top - bottom)]
        strips = [strip([*margin, *row.render_segments(style)]) for row in shown]
        blank = strip([])
        return [*[blank] * top, *strips, *[blank] * (size.height - top - len(strips))]


class Drawn(Rows):
    """Lines that are made for their width. What they show can be changed; all is laid out anew only where it must be.

    To lay a screen out takes several times as long as to paint a text on it.
    """

    def __init__(
        self,
        draw: Draw = nothing,
        *,
        id: str | None = None,  # noqa: A002 -- Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._drawn: tuple[int, list[Content]] | None = None
        """A width, and the lines for it."""

    def draw(self, draw: Draw) -> None:
        """Show something else from now on."""
        before = self._drawn
        self._draw, self._drawn = draw, None
        self.refresh(layout=before is None or len(self.lines(before[0])) != len(before[1]))

    def lines(self, width: int) -> list[Content]:
        """What is shown in so many cells; a widget under another screen may have none at all."""
        width = max(1, width)
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(width)
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's own
        """The number of lines."""
        return len(self.lines(width))

    def rows(self) -> Sequence[Content]:
        """The lines."""
        return self.lines(self.content_size.width)
