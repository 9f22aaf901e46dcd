"""What the game overrides or reads of Textual's private names, beside its driver and its parser.

Textual has no public way to the same ends. Where it fails on what a player can do, these do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Self

from textual.app import App
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.geometry import Region, Size
from textual.keys import _character_to_key
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker


def key_of(character: str) -> str:
    """Textual's name for the key that types a character."""
    return _character_to_key(character)


class SafeApp(App[None]):
    """An app that ends with one exception, for `run` to raise, where Textual prints a page of traceback."""

    @property
    def failure(self) -> Exception | None:
        """The exception that ended the app, if one did."""
        return self._exception

    def keys_chosen(self, command: str) -> str | None:
        """The keys that the app's keymap has for a binding by its id, joined by commas; None: the usual ones."""
        return self._keymap.get(command)

    def keys_meant(self, key: str) -> Iterable[str]:  # noqa: ARG002 -- for apps that know better
        """The keys that may be meant by one that does nothing, by Textual's names, the likeliest first."""
        return ()

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 -- Textual's own
        """Do what a key does here; if that is nothing, what another does that may be meant by it."""
        if await super()._check_bindings(key, priority):
            return True
        if not priority:
            for meant in self.keys_meant(key):
                if await super()._check_bindings(meant):
                    return True
        return False

    def _handle_exception(self, error: Exception) -> None:
        """Take no notice of what fails while the app is being left: Textual mounts screens without widgets then."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()


class SafePalette(CommandPalette):
    """A palette that outlives a key, or the search for what was typed, that comes while it is taken away.

    Textual's fails then, its list being gone first, and when a page of it is turned before it is laid out.
    """

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, NoMatches):
            super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        with suppress(NoMatches):
            super()._action_cursor_down()

    async def _dispatch_message(self, message: Message) -> None:
        with suppress(NoMatches):
            await super()._dispatch_message(message)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        search: Worker[None] = super()._gather_commands(search_value)
        search.exit_on_error = False
        return search


class DirectWidget(Widget):
    """A widget that is painted in the next frame of its screen when it has changed.

    Textual's sends itself a message first, then another to the screen: of the messages of a key they were half.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)
    """Textual's lays the screen out again when a widget has its new size, and for every letter that is typed."""

    def refresh(self, *regions: Region, repaint: bool = True, **more: bool) -> Self:
        """Be painted anew, all of it, and laid out before where that is wanted."""
        if not self.is_mounted:
            return super().refresh(*regions, repaint=repaint, **more)
        if any(more.values()) or not repaint:
            super().refresh(*regions, repaint=repaint, **more)
            self._check_refresh()
            return self
        self._layout_cache.clear()
        self.clear_cached_dimensions()
        self._set_dirty()
        if self.display:
            self.screen._dirty_widgets.add(self)  # noqa: SLF001
            self.screen.check_idle()
        return self


class CursorInput(Input, DirectWidget):
    """A field whose cursor can be hidden while it keeps the focus."""

    def show_cursor(self, shown: bool) -> None:  # noqa: FBT001 -- the state itself
        """Show the cursor, or hide it."""
        self._cursor_visible = shown
