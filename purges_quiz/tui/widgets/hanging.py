"""Text with a mark before it: wrapped lines stand under the text, not under the mark."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """A lead ("1 a", "✓") and a text that wraps beside it."""

    def __init__(self, lead: Content, body: Content) -> None:
        self.lead = lead
        self.body = body

    def lines(self, width: int) -> list[Content]:
        """The lines for so many cells: the first led by the lead, the others by as many blanks."""
        blank = Content(" " * self.lead.cell_length)
        return [(blank if row else self.lead) + line for row, line in enumerate(self.body.wrap(self._room(width)))]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The cells of both on one line."""
        return self.lead.cell_length + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines of the text."""
        return self.body.get_height(rules, self._room(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The first line led by the lead, the others by as many blanks."""
        blank = Content(" " * self.lead.cell_length)
        lines = self.body.render_strips(self._room(width), height, style, options)
        return [
            Strip.join([(blank if row else self.lead).render_strips(self.lead.cell_length, 1, style, options)[0], line])
            for row, line in enumerate(lines)
        ]

    def _room(self, width: int) -> int:
        return max(1, width - self.lead.cell_length)
