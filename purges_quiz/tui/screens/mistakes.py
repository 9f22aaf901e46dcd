"""The mistakes book: what was missed and is still open, by card, and how near each is to being closed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from purges_quiz.deck.model import Card
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.widgets.drawn import Columned, Hanging
from purges_quiz.tui.widgets.feedback import card_sentences
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page, SaveWanted
from purges_quiz.wording import book as words
from purges_quiz.wording.book import Entry
from purges_quiz.wording.glyphs import glyphs

UNFOLDED = 8
"""So many mistakes are all shown at first; of more, only the cards."""


class Cards(Lines):
    """The cards with mistakes, each followed by its mistakes where it is open."""

    ALLOW_SELECT = True
    BINDINGS = bindings("Mistakes")

    def __init__(self) -> None:
        super().__init__(id="mistakes")
        self.opened: Collection[int] | None = ()
        """The places of the lines whose card is open; None: those of a search, which do not open or close."""

    @property
    def key_labels(self) -> Mapping[str, str]:
        """That Enter closes a card which is open."""
        return {"mistakes.fold": "Close"} if self.highlighted in (self.opened or ()) else {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What a search has found is all shown."""
        return super().check_action(action, parameters) if action != "select" or self.opened is not None else False

    def watch_highlighted(self) -> None:
        """Say what the keys do on this line."""
        super().watch_highlighted()
        self.refresh_bindings()


class MistakesScreen(SafeScreen[bool]):
    """Gives back whether the player wants a round of them now."""

    CSS_PATH = "mistakes.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("Pages and lists")

    def __init__(self, cards: Sequence[tuple[Card, Sequence[Entry]]]) -> None:
        """`cards` are those with mistakes, each with its mistakes in the order in which to show them."""
        super().__init__()
        self._cards = cards
        self._count = sum(len(entries) for _, entries in cards)
        self._open = {card.key for card, _ in cards} if self._count <= UNFOLDED else set()
        self._rows: list[str] = []
        """For each line the key of its card."""
        self._lines = Cards()
        self._nothing_found = Static(words.NOTHING_FOUND, classes="quiet", markup=False)
        self._field = Input(id="search", placeholder=words.SEARCH, compact=True)

    def compose(self) -> ComposeResult:
        """The field to search in, and the mistakes."""
        texts = [] if self._cards else [Static("\n\n".join(words.DONE), classes="quiet", markup=False)]
        heading = Static(words.heading(self._count), classes="title", markup=False)
        legend = [Static(words.legend(), classes="quiet", markup=False)] if self._cards else []
        yield Page(heading, *legend, *texts, self._field, self._nothing_found, self._lines, takes_focus=not self._cards)
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Show the cards."""
        self._field.display = self._nothing_found.display = False
        self._lines.display = bool(self._cards)
        if self._cards:
            self._show(0)
            self._lines.focus()
        else:
            self.query_one(Page).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a mistake."""
        return bool(self._cards) if action in {"play", "save", "search"} else super().check_action(action, parameters)

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Open a card, or close it."""
        if not self._searched:
            card = self._rows[event.place]
            self._open ^= {card}
            self._show(self._rows.index(card))

    def action_search(self) -> None:
        """Type what to look for."""
        self._field.display = True
        self._field.focus()

    def on_input_changed(self) -> None:
        """Show what has the words that are typed."""
        self._show(0)

    def on_input_submitted(self) -> None:
        """Go to what was found, if anything was."""
        if self._rows:
            self._lines.focus()

    def action_play(self) -> None:
        """Play a round of them."""
        self.dismiss(True)

    def action_save(self) -> None:
        """Save them as files."""
        self.post_message(SaveWanted([entry.fact.key for _, entries in self._cards for entry in entries]))

    def action_back(self) -> None:
        """Leave the search, or else the mistakes."""
        if self._field.display:
            self._field.value = ""
            self._field.display = False
            self._lines.focus()
        else:
            self.dismiss(False)

    def _show(self, highlighted: int) -> None:
        self._rows = []
        lines = list(self._made())
        opened = {place for place, card in enumerate(self._rows) if card in self._open}
        self._lines.opened = None if self._searched else opened
        self._lines.show(lines, highlighted=highlighted)
        self._lines.refresh_bindings()
        self._nothing_found.display = not self._rows

    @property
    def _searched(self) -> str:
        return self._field.value.strip()

    def _made(self) -> Iterator[Hanging]:
        for card, entries in self._cards:
            found = [entry for entry in entries if words.matches(entry, self._searched)]
            if not found:
                continue
            shown = bool(self._searched) or card.key in self._open
            self._rows.append(card.key)
            sign = glyphs().unfolded if shown else glyphs().folded
            lead = Content.assemble((sign, "$accent"), " ")
            yield Columned(lead, Content.styled(card.title, "bold"), Content.styled(words.count(found), "$quiet"))
            for entry in found if shown else ():
                self._rows.append(card.key)
                yield _entry(entry)


def _entry(entry: Entry) -> Hanging:
    lines = [
        Content.styled(entry.prompt, "bold"),
        Content.assemble((f"{glyphs().wrong} ", "bold $wrong"), entry.response),
        Content.assemble((f"{glyphs().right} ", "bold $right"), entry.answer),
        *card_sentences([entry.fact]),
        Content.styled(entry.history, "$quiet"),
        Content(),
    ]
    return Hanging(Content.styled(f"  {entry.marks}  ", "$accent"), Content("\n").join(lines))
