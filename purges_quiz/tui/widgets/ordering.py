"""Lines to be arranged in order, by keys or by the mouse."""

from __future__ import annotations

from textual.content import Content

from purges_quiz.grading.verdict import Order
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.drawn import Hanging
from purges_quiz.tui.widgets.forms import Answered
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.glyphs import glyphs


class Ordering(Lines):
    """Items to be arranged: moved by keys, or sent to a place by its number.

    A click takes an item up, the next one puts it down. The numbers are those of the places, and stay.
    """

    BINDINGS = bindings("Giving an answer", "In an ordering question")

    def __init__(self) -> None:
        super().__init__(id="ordering")
        self._posed: PosedQuestion | None = None
        self._order: list[int] = []
        self._held: int | None = None

    @property
    def response(self) -> Order | None:
        """The order as it stands; nothing if it was never touched."""
        untouched = self._posed is None or tuple(self._order) == self._posed.arrangement
        return None if untouched else Order(tuple(self._order))

    def ask(self, posed: PosedQuestion) -> None:
        """Show the items out of order."""
        self._posed = posed
        self._held = None
        self._order = list(posed.arrangement)
        self._repaint(0)

    def reveal(self, attempt: Attempt) -> None:
        """Show which items stand where they belong."""
        if not isinstance(attempt.response, Order):
            self._order = sorted(attempt.posed.arrangement)
        items = attempt.posed.question.items
        right, wrong = (glyphs().right, "$right"), (glyphs().wrong, "$wrong")
        lines = (
            _line(place, items[item], *(right if item == place else wrong)) for place, item in enumerate(self._order)
        )
        self.show(lines, inert=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is moved once it has been judged."""
        if self.inert and action in {"submit", "move", "put_at"}:
            return False
        return super().check_action(action, parameters)

    def take_focus(self) -> None:
        """Be where the keys go."""
        if not self.has_focus:
            self.focus(scroll_visible=False)

    def action_move(self, step: int) -> None:
        """Move the highlighted item by so many places."""
        if self.highlighted is not None:
            self._put(self.highlighted, self.highlighted + step)

    def action_put_at(self, place: int) -> None:
        """Put the highlighted item at this place."""
        if self.highlighted is not None and place < len(self._order):
            self._put(self.highlighted, place)

    def action_submit(self) -> None:
        """Answer with the order as it stands."""
        if self._posed is not None:
            self.screen.post_message(Answered(self._posed, Order(tuple(self._order))))

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Take an item up, or put down the one that was taken up."""
        event.stop()
        if self._held is None:
            self._held = event.place
            self._repaint(event.place)
        else:
            self._put(self._held, event.place)

    def _put(self, old: int, new: int) -> None:
        self._held = None
        if 0 <= new < len(self._order):
            self._order.insert(new, self._order.pop(old))
            self._repaint(new)

    def _repaint(self, highlighted: int) -> None:
        texts = self._posed.question.items if self._posed else ()
        lines = (
            _line(place, texts[item], glyphs().held if place == self._held else " ", "$foreground")
            for place, item in enumerate(self._order)
        )
        self.show(lines, highlighted=highlighted)


def _line(place: int, text: str, sign: str, style: str) -> Hanging:
    lead = Content.assemble((sign, f"bold {style}"), " ", (f"{place + 1}.", "$accent"), "  ")
    return Hanging(lead, Content.styled(text, style))
