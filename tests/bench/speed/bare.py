"""The least that a Textual app can be: a text that a key changes, and a footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class Bare(App[None]):
    """Counts key presses."""

    BINDINGS = [("x", "count", "Count")]  # noqa: RUF012 -- declared by Textual

    def compose(self) -> ComposeResult:
        """The text and the footer."""
        yield Static("Pressed 0 times")
        yield Footer()

    def on_mount(self) -> None:
        """Begin to count."""
        self.pressed = 0

    def action_count(self) -> None:
        """Show one more."""
        self.pressed += 1
        self.query_one(Static).update(f"Pressed {self.pressed} times")


if __name__ == "__main__":
    Bare().run()
