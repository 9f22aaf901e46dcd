"""How the game looks: its themes, and what is done where a terminal has no colours, or no Unicode.

Besides Textual's colours each theme names those that the styles use: $quiet for what matters less than the text beside
it, $right and $wrong for verdicts. $accent marks what is to be found first: the fact in its sentence, a list's keys.
$panel lies behind the line that is highlighted.
"""

from __future__ import annotations

import os
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#d9a441",
    accent="#d9a441",
    foreground="#e6e1d6",
    background="#161513",
    surface="#1e1d1a",
    panel="#483d29",
    success="#93b874",
    error="#e0796a",
    warning="#d9a441",
    dark=True,
    variables={"quiet": "#b8b1a4", "faint": "#3a3731", "right": "#93b874", "wrong": "#e0796a"},
)

LIGHT = Theme(
    name="light",
    primary="#744b00",
    accent="#744b00",
    foreground="#26231d",
    background="#f7f3ea",
    surface="#efe9db",
    panel="#d6c9a6",
    success="#3f6b22",
    error="#a8321f",
    warning="#744b00",
    dark=False,
    variables={"quiet": "#57524a", "faint": "#d3cab6", "right": "#3f6b22", "wrong": "#a8321f"},
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffd700",
    accent="#ffd700",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#00359c",
    success="#5fff5f",
    error="#ff8787",
    warning="#ffd700",
    dark=True,
    text_alpha=1.0,
    variables={"quiet": "#e0e0e0", "faint": "#8a8a8a", "right": "#5fff5f", "wrong": "#ff8787"},
)

ANSI = Theme(
    name="ansi",
    primary="ansi_yellow",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    error="ansi_red",
    warning="ansi_yellow",
    dark=True,
    ansi=True,
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "quiet": "ansi_default",
        "faint": "ansi_bright_black",
        "right": "ansi_green",
        "wrong": "ansi_red",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, HIGH_CONTRAST, ANSI)}
"""The themes by their names, in the order in which F2 goes through them."""


def apply(app: App[None], name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its own type
    """Show a setting that the player has changed, if it can be seen."""
    match name:
        case "theme" if not app.no_color:
            app.theme = value
        case "animation":
            app.animation_level = "full" if value else "none"
        case _:
            pass


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


def _plain(style: Style) -> Style:
    # What a click hits is kept in the style's meta, which Rich drops together with the colours.
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color


class WholeCells(ScrollBarRender):
    """A scrollbar that begins and ends with a whole cell; Textual's has blocks of an eighth there."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_whole_cells() -> None:
    """Draw all scrollbars of this process so."""
    ScrollBar.renderer = WholeCells
