"""No colour at all: not even the code that asks for the terminal's own."""

from __future__ import annotations

import os
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


def settle_colour(wanted: bool) -> bool:  # noqa: FBT001 -- as on the command line
    """Whether there will be colours: if they are wanted, and NO_COLOR is empty or missing.

    Textual reads NO_COLOR as well, but takes it as set when it is empty: so the environment is made to agree.
    """
    settled = wanted and not os.environ.get("NO_COLOR")
    if settled:
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"
    return settled


class Colourless(LineFilter):
    """Leaves weight, underline and reverse of a line, and takes its colours away.

    Textual's own filter for NO_COLOR writes the codes of the default colours instead.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 -- as in every filter
        """The segments without their colours."""
        return [Segment(text, style and _plain(style), control) for text, style, control in segments]


@lru_cache(4096)
def _plain(style: Style) -> Style:
    # What a click hits is kept in the style's meta, which Rich drops together with the colours.
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
