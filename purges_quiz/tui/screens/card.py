"""One card to read: its sentences, with the facts marked, and the facts below."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from purges_quiz.deck.model import Card, Fact
from purges_quiz.progress import FactState
from purges_quiz.session.report import Report
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page
from purges_quiz.wording.glyphs import marks


@dataclass(frozen=True, slots=True)
class Left:
    """How the player left the cards."""

    place: int
    """The place of the card last read."""
    wants_round: bool
    """Whether to play a round on it now."""


class CardScreen(Topmost[Left]):
    """One card at a time."""

    CSS_PATH = "card.tcss"
    BINDINGS = bindings("Cards", "Pages and lists")

    def __init__(self, report: Report, place: int) -> None:
        super().__init__()
        self._report = report
        self._cards = report.deck.cards
        self._place = place
        self._number = Static(classes="quiet", markup=False)
        self._title = Static(classes="title", markup=False)
        self._text = Static(id="text", markup=False)
        self._facts = VerticalGroup(id="facts")

    def compose(self) -> ComposeResult:
        """Number and title, sentences, facts."""
        yield Page(self._number, self._title, self._text, self._facts)
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Show the card that was chosen."""
        self.show()

    def show(self) -> None:
        """Paint the card at the present place."""
        card = self._cards[self._place]
        self._number.update(Content(f"Card {self._place + 1} of {len(self._cards)}"))
        self._title.update(Content(card.title))
        self._text.update(Content("\n\n").join(_sentence(sentence, card) for sentence in card.sentences))
        self._facts.remove_children()
        legend = f"Predicted recall of each fact   {marks().right} secure   {marks().wrong} to mend"
        self._facts.mount(Static(legend, classes="quiet"), *(Static(_told(fact, self._report)) for fact in card.facts))
        self.query_one(Page).scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no card before the first, nor after the last."""
        match action, parameters:
            case "turn", (int(step),):
                return 0 <= self._place + step < len(self._cards)
            case _:
                return super().check_action(action, parameters)

    def action_turn(self, step: int) -> None:
        """Turn to another card."""
        self._place += step
        self.show()

    def action_play(self) -> None:
        """Play a round on this card."""
        self.dismiss(Left(self._place, wants_round=True))

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss(Left(self._place, wants_round=False))


def _sentence(sentence: str, card: Card) -> Content:
    content = Content(sentence)
    for fact in card.facts:
        if fact.sentence == sentence and (start := sentence.find(fact.span)) >= 0:
            content = content.stylize("bold", start, start + len(fact.span))
    return content


def _told(fact: Fact, report: Report) -> Hanging:
    """A fact with its note, and before it how well it is known."""
    standing = report.known.get(fact.key, FactState())
    known = marks()
    mark, style = (
        (known.right, "$right")
        if standing.secure
        else (known.wrong, "$wrong")
        if standing.is_open
        else (" ", "$accent")
    )
    recall = f"{report.recalled[fact.key]:.0%}" if standing.asked else "new"
    lines = [Content.assemble((target.value.shown, "bold"), "  ", (target.about, "$quiet")) for target in fact.targets]
    note = [Content.styled(f"Note: {fact.note}", "italic $quiet")] if fact.note else []
    lead = Content.assemble((mark, f"bold {style}"), (f" {recall:>4}  ", style if standing.asked else "$quiet"))
    return Hanging(lead, Content("\n").join([*lines, *note]))
