"""The four looks of the game. Each names, besides Textual's colours, those that the styles use.

$quiet is for what matters less than the text beside it, $right and $wrong for verdicts, $accent for
what the eye is to find first: the fact in its sentence, the mark of a list. $panel lies behind the line that is marked.
"""

from __future__ import annotations

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
"""The looks by their names, in the order in which one key goes through them."""


def after(name: str) -> str:
    """The look that follows."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
