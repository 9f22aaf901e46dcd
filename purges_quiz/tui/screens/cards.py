"""The cards: a list to choose from, and one card to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from purges_quiz.deck.model import Card, Fact, Statement
from purges_quiz.progress import FactState
from purges_quiz.session import Game
from purges_quiz.session.report import Report, report
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.widgets.drawn import Columned, Drawn, Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording import known as words
from purges_quiz.wording.answers import LEFT_OUT
from purges_quiz.wording.glyphs import glyphs

GAP = "_____"
"""What stands in place of a fact that is hidden; it does not tell how long it is."""
FACTS, RECALL = "facts", "recall"
"""The headings of the two columns of figures."""


class CardListScreen(SafeScreen[int | None]):
    """Gives back the place of the card chosen; None: none."""

    CSS_PATH = "cards.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("Pages and lists")

    def __init__(self, cards: Sequence[tuple[Card, float | None]], heading: str, highlighted: int = 0) -> None:
        """`cards` are shown with their predicted recall; None: all facts of the card are left out."""
        super().__init__()
        self._cards = cards
        self._heading = heading
        self._highlighted = highlighted

    def compose(self) -> ComposeResult:
        """The titles, numbered as in the deck."""
        columns = Columned(Content(), Content(), Content.styled(_figures(FACTS, RECALL), "$quiet"))
        yield Page(
            Static(self._heading, classes="title", markup=False),
            Drawn(columns.lines, id="columns"),
            Lines(id="cards"),
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Highlight a card."""
        lines = self.query_one(Lines)
        rows = (_line(number, *card) for number, card in enumerate(self._cards, start=1))
        lines.show(rows, highlighted=self._highlighted)
        lines.focus()

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Choose a card."""
        self.dismiss(event.place)


def _line(number: int, card: Card, recall: float | None) -> Hanging:
    known = LEFT_OUT if recall is None else f"{recall:.0%}" if recall else words.NEW
    lead = Content.assemble("  ", (f"{number:>2}", "$accent"), "  ")
    return Columned(lead, Content(card.title), Content.styled(_figures(f"{len(card.facts)}", known), "$quiet"))


def _figures(facts: str, recall: str) -> str:
    return f"{facts:>{len(FACTS)}}  {recall:>{len(LEFT_OUT)}}"


@dataclass(frozen=True, slots=True)
class Left:
    """How the player left the cards."""

    place: int
    """The place of the card last read."""
    wants_round: bool
    """Whether to play a round on it now."""


class CardFact(Drawn, can_focus=True):
    """A fact of a card, which can be marked so as to be left out."""

    def __init__(self, fact: Fact, shown: Hanging) -> None:
        super().__init__(shown.lines, classes="fact")
        self.fact = fact


class CardScreen(SafeScreen[Left]):
    """One card at a time."""

    CSS_PATH = "cards.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS = bindings("Cards", "Pages and lists")

    def __init__(self, game: Game, place: int) -> None:
        super().__init__()
        self._game = game
        self._report = report(game)
        self._cards = game.deck.cards
        self._place = place
        self._hidden = False
        """Whether the facts are hidden, for the player to say them."""
        self._number = Static(classes="quiet", markup=False)
        self._title = Static(classes="title", markup=False)
        self._text = Static(id="text", markup=False)
        self._legend = Static(words.legend(), classes="quiet", markup=False)
        self._facts = VerticalGroup(id="facts")

    def compose(self) -> ComposeResult:
        """Number and title, sentences, facts."""
        yield Page(self._number, self._title, self._text, self._legend, self._facts)
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
        self._text.update(
            Content("\n\n").join(_sentence(sentence, card, hidden=self._hidden) for sentence in card.sentences)
        )
        self._facts.remove_children()
        self._facts.mount(*(CardFact(fact, self._shown(fact)) for fact in card.facts))
        self.refresh_bindings()

    def _shown(self, fact: Fact) -> Hanging:
        hidden = self._hidden and fact in _hideable(self._cards[self._place])
        return _fact(fact, self._report, left_out=fact.key in self._game.left_out, hidden=hidden)

    @property
    def key_labels(self) -> Mapping[str, str]:
        """What a key does that takes back what it did before."""
        marked = self.focused
        left_out = isinstance(marked, CardFact) and marked.fact.key in self._game.left_out
        return ({"card.hide": "Show"} if self._hidden else {}) | ({"card.leave-out": "Bring back"} if left_out else {})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no card before the first, nor after the last."""
        match action, parameters:
            case "turn", (int(step),):
                return 0 <= self._place + step < len(self._cards)
            case "leave_out", _:
                return isinstance(self.focused, CardFact)
            case _:
                return super().check_action(action, parameters)

    def action_turn(self, step: int) -> None:
        """Turn to another card."""
        self._place += step
        self.query_one(Page).focus()
        self.show()
        self.query_one(Page).scroll_home(animate=False)

    def action_hide(self) -> None:
        """Hide what is asked for, or show it again."""
        self._hidden = not self._hidden
        self.show()

    def action_mark(self, step: int) -> None:
        """Go to the next fact, or to the one before."""
        if step > 0:
            self.focus_next(CardFact)
        else:
            self.focus_previous(CardFact)
        self.refresh_bindings()

    def action_leave_out(self) -> None:
        """Leave the marked fact out of all rounds, or bring it back."""
        if not isinstance(marked := self.focused, CardFact):
            return
        change = self._game.take_in if marked.fact.key in self._game.left_out else self._game.leave_out
        change(marked.fact.key)
        self._report = report(self._game)
        marked.draw(self._shown(marked.fact).lines)
        self.refresh_bindings()

    def action_play(self) -> None:
        """Play a round on this card."""
        self.dismiss(Left(self._place, wants_round=True))

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss(Left(self._place, wants_round=False))


def _sentence(sentence: str, card: Card, *, hidden: bool) -> Content:
    """A sentence of the card with its facts picked out, or a gap in place of each that can be hidden."""
    facts = _hideable(card) if hidden else card.facts
    spans = [fact.span for fact in facts if fact.sentence == sentence and fact.span in sentence]
    places = sorted((start, start + len(span)) for span in spans for start in [sentence.index(span)])
    if not hidden:
        content = Content(sentence)
        for start, end in places:
            content = content.stylize("bold", start, end)
        return content
    parts: list[str | tuple[str, str]] = []
    at = 0
    for start, end in places:  # some overlap
        if start >= at:
            parts += [sentence[at:start], (GAP, "bold")]
        at = max(at, end)
    return Content.assemble(*parts, sentence[at:])


def _hideable(card: Card) -> tuple[Fact, ...]:
    """The facts that are figures, names, lists or quotations; where there are none, all.

    Without its statements as well hardly a word of a card would be left.
    """
    found = tuple(fact for fact in card.facts if not any(isinstance(it.value, Statement) for it in fact.targets))
    return found or card.facts


def _fact(fact: Fact, report: Report, *, left_out: bool, hidden: bool) -> Hanging:
    """A fact with its note, and before it how well it is known."""
    state = FactState() if left_out else report.known.get(fact.key, FactState())
    known = glyphs()
    sign, style = (
        (known.right, "$right") if state.secure else (known.wrong, "$wrong") if state.is_open else (" ", "$accent")
    )
    recall = words.OUT if left_out else f"{report.recalled[fact.key]:.0%}" if state.asked else words.NEW
    lines = [
        Content.assemble(
            (GAP if hidden else target.value.shown, "$quiet" if left_out else "bold"), "  ", (target.about, "$quiet")
        )
        for target in fact.targets
    ]
    note = [Content.styled(f"Note: {fact.note}", "italic $quiet")] if fact.note and not hidden else []
    lead = Content.assemble((sign, f"bold {style}"), (f" {recall:>4}  ", style if state.asked else "$quiet"))
    return Hanging(lead, Content("\n").join([*lines, *note]))
