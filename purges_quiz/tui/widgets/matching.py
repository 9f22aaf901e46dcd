"""Two columns to be paired up: every line is given a partner by its letter, or by the mouse."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message

from purges_quiz.grading.verdict import Pairing
from purges_quiz.round import Attempt, PosedQuestion
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.widgets.form import Answered
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.glyphs import marks


class Pairs(Lines):
    """The left sides, each with the partner it was given. One partner belongs to one line."""

    BINDINGS = bindings("Giving an answer", "In a matching question")

    class Changed(Message):
        """A line has another partner than before."""

    def __init__(self) -> None:
        super().__init__(id="pairs")
        self._ask: PosedQuestion | None = None
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._order: tuple[int, ...] = ()
        self.rights: list[int | None] = []
        """For each left side the place of its partner in `Question.pairs`, as in `Pairing`."""

    def ask(self, ask: PosedQuestion) -> None:
        """Begin with no pair made."""
        self._ask, self._pairs, self._order = ask, ask.question.pairs, ask.arrangement
        self.rights = [None] * len(self._pairs)
        self._repaint(0)

    def reveal(self, given: Attempt) -> None:
        """Say of each pair whether it is right, and what belongs there."""
        self.rights = list(given.response.rights) if isinstance(given.response, Pairing) else [None] * len(self._pairs)
        self.show(map(self._judged, range(len(self._pairs))), inert=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter answers once every line has its partner."""
        match action:
            case "submit" | "give" | "clear" if self.inert:
                return False
            case "submit":
                return bool(self.rights) and None not in self.rights
            case "clear":
                return self.marked is not None and self.rights[self.marked] is not None
            case _:
                return super().check_action(action, parameters)

    def watch_marked(self) -> None:
        """Let the line and the footer say what works on it."""
        if not self.inert:
            self._lines = tuple(map(self._open, range(len(self._pairs))))
        super().watch_marked()
        self.refresh_bindings()

    def action_give(self, place: int) -> None:
        """Give the marked line the partner at this place of the screen, and go on to the next line without one."""
        line = self.marked
        if line is None or place >= len(self._order):
            return
        right = self._order[place]
        self.rights = [None if held == right else held for held in self.rights]
        self.rights[line] = right
        free = [other for other, held in enumerate(self.rights) if held is None]
        self._repaint(next((other for other in free if other > line), free[0] if free else line))

    def action_clear(self) -> None:
        """Take the marked line's partner away."""
        if self.marked is not None:
            self.rights[self.marked] = None
            self._repaint(self.marked)

    def action_submit(self) -> None:
        """Answer with the pairs as they stand."""
        if self._ask is not None:
            self.post_message(Answered(self._ask, Pairing(tuple(self.rights))))

    def _repaint(self, marked: int) -> None:
        self.show(map(self._open, range(len(self._pairs))), marked=marked)
        self.refresh_bindings()
        self.post_message(self.Changed())

    def _open(self, place: int) -> Hanging:
        left, right = self._pairs[place][0], self.rights[place]
        keys = labels(self, "match.right", len(self._pairs))
        key = marks().other.ljust(len(keys[0])) if right is None else keys[self._order.index(right)]
        wanted = f"press {keys[0].strip()}-{keys[-1].strip()}" if place == self.marked else ""
        partner = (wanted, "italic $quiet") if right is None else (self._pairs[right][1], "$quiet")
        lead = Content.styled(f"  {key}  ", "bold $accent")
        return Hanging(lead, Content.assemble(left, "   ", partner))

    def _judged(self, place: int) -> Hanging:
        left, answer = self._pairs[place]
        held = self.rights[place]
        # Two lines may have partners that read alike: what is written counts.
        right = held is not None and self._pairs[held][1] == answer
        mark, style = (marks().right, "$right") if right else (marks().wrong, "$wrong")
        lines = [Content.assemble(left, "   ", (answer, "bold $right"))]
        if held is not None and not right:
            lines.append(Content.styled(f"you: {self._pairs[held][1]}", "$wrong"))
        return Hanging(Content.styled(f"{mark}    ", f"bold {style}"), Content("\n").join(lines))


class Matching(VerticalGroup):
    """Left sides above, partners below."""

    def __init__(self) -> None:
        super().__init__(id="matching")
        self._pairs = Pairs()
        self._partners = Lines(id="partners")
        self._partners.can_focus = False
        self._ask: PosedQuestion | None = None

    def compose(self) -> ComposeResult:
        """Both lists."""
        yield self._pairs
        yield self._partners

    @property
    def response(self) -> Pairing | None:
        """The pairs as they stand; nothing if there is none."""
        rights = tuple(self._pairs.rights)
        return Pairing(rights) if any(right is not None for right in rights) else None

    def ask(self, ask: PosedQuestion) -> None:
        """Show both columns, the right one out of order."""
        self._ask = ask
        self._pairs.ask(ask)
        self._partners.display = True
        self._show_partners()

    def reveal(self, given: Attempt) -> None:
        """Mark every pair, and say what belongs there instead of the list of partners."""
        self._partners.display = False
        self._pairs.reveal(given)

    def take_focus(self) -> None:
        """Be where the keys go."""
        self._pairs.focus(scroll_visible=False)

    def on_pairs_changed(self, event: Pairs.Changed) -> None:
        """Tell the partners that are taken from those that are free."""
        event.stop()
        self._show_partners()

    def _show_partners(self) -> None:
        if self._ask is None:
            return
        keys = labels(self, "match.right", len(self._ask.arrangement))
        self._partners.show(
            _partner(key, self._ask.question.pairs[right][1], taken=right in self._pairs.rights)
            for key, right in zip(keys, self._ask.arrangement, strict=True)
        )

    def on_lines_taken(self, event: Lines.Taken) -> None:
        """Give the marked line the partner that was clicked; a click on a line marks it."""
        event.stop()
        if event.lines is self._partners:
            self._partners.marked = None
            self._pairs.action_give(event.place)


def _partner(key: str, text: str, *, taken: bool) -> Hanging:
    lead, body = ("$quiet", "$quiet") if taken else ("$accent", "$foreground")
    return Hanging(Content.styled(f"  {key}  ", lead), Content.styled(text, body))
