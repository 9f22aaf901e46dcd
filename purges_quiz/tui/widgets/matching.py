"""Two columns to be paired up: each line takes a partner by its letter, or by the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message

from purges_quiz.grading.verdict import Pairing
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.widgets.drawn import FOLLOWER_GAP, Followed, Hanging
from purges_quiz.tui.widgets.forms import Answered
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.answers import JudgedPair, judged_pairs
from purges_quiz.wording.glyphs import glyphs

LONGEST_ALIGNED = 24
"""Cells of a text up to which what follows it is aligned; behind a longer one there would be too little room."""


class Pairs(Lines):
    """The left sides, each with the partner that the player put there. One partner belongs to one line."""

    BINDINGS = bindings("Giving an answer", "In a matching question")

    class Changed(Message):
        """A line has another partner than before."""

    def __init__(self) -> None:
        super().__init__(id="pairs")
        self._posed: PosedQuestion | None = None
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._order: tuple[int, ...] = ()
        self.rights: list[int | None] = []
        """For each left side the place of its partner in `Question.pairs`, as in `Pairing`; None: no partner yet."""

    def ask(self, posed: PosedQuestion) -> None:
        """Begin with no pair made."""
        self._posed, self._pairs, self._order = posed, posed.question.pairs, posed.arrangement
        self.rights = [None] * len(self._pairs)
        self._repaint(0)

    def reveal(self, attempt: Attempt) -> None:
        """Say of each pair whether it is right, and what belongs there."""
        self.show(_judged(judged_pairs(attempt)), inert=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter answers once every line has its partner."""
        match action:
            case "submit" | "give" | "clear" if self.inert:
                return False
            case "submit":
                return bool(self.rights) and None not in self.rights
            case "clear":
                return self.highlighted is not None and self.rights[self.highlighted] is not None
            case _:
                return super().check_action(action, parameters)

    def watch_highlighted(self) -> None:
        """Let the line and the footer say what works on it."""
        if not self.inert:
            self._lines = tuple(map(self._open, range(len(self._pairs))))
        super().watch_highlighted()
        self.refresh_bindings()

    def action_give(self, place: int) -> None:
        """Give the highlighted line the partner at this place of the screen, and go on to the next line without one."""
        line = self.highlighted
        if line is None or place >= len(self._order):
            return
        right = self._order[place]
        self.rights = [None if other == right else other for other in self.rights]
        self.rights[line] = right
        free = [other for other, partner in enumerate(self.rights) if partner is None]
        self._repaint(next((other for other in free if other > line), free[0] if free else line))

    def action_clear(self) -> None:
        """Take the highlighted line's partner away."""
        if self.highlighted is not None:
            self.rights[self.highlighted] = None
            self._repaint(self.highlighted)

    def action_submit(self) -> None:
        """Answer with the pairs as they stand."""
        if self._posed is not None:
            self.screen.post_message(Answered(self._posed, Pairing(tuple(self.rights))))

    def _repaint(self, highlighted: int) -> None:
        self.show(map(self._open, range(len(self._pairs))), highlighted=highlighted)
        self.refresh_bindings()
        self.post_message(self.Changed())

    def _open(self, place: int) -> Hanging:
        left, right = self._pairs[place][0], self.rights[place]
        keys = labels(self, "match.right", len(self._pairs))
        key = glyphs().other.ljust(len(keys[0])) if right is None else keys[self._order.index(right)]
        wanted = f"press {keys[0].strip()}-{keys[-1].strip()}" if place == self.highlighted else ""
        partner = (wanted, "italic $quiet") if right is None else (self._pairs[right][1], "$quiet")
        lead = Content.styled(f"  {key}  ", "bold $accent")
        body = left.ljust(_column(left for left, _ in self._pairs)) if partner[0] else left
        return Followed(lead, Content(body), Content.styled(*partner) if partner[0] else Content())


class Matching(VerticalGroup):
    """Left sides above, partners below."""

    def __init__(self) -> None:
        super().__init__(id="matching")
        self._pairs = Pairs()
        self._partners = Lines(id="partners")
        self._partners.can_focus = False
        self._posed: PosedQuestion | None = None

    def compose(self) -> ComposeResult:
        """Both lists."""
        yield self._pairs
        yield self._partners

    @property
    def response(self) -> Pairing | None:
        """The pairs as they stand; nothing if there is none."""
        rights = tuple(self._pairs.rights)
        return Pairing(rights) if any(right is not None for right in rights) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As the left sides have it."""
        return self._pairs.check_action(action, parameters)

    def ask(self, posed: PosedQuestion) -> None:
        """Show both columns, the right one out of order."""
        self._posed = posed
        self._pairs.ask(posed)
        self._partners.display = True
        self._show_partners()

    def reveal(self, attempt: Attempt) -> None:
        """Show of every pair whether it is right, with what belongs there, and no longer the list of partners."""
        self._partners.display = False
        self._pairs.reveal(attempt)

    def take_focus(self) -> None:
        """Be where the keys go."""
        self._pairs.focus(scroll_visible=False)

    def on_pairs_changed(self, event: Pairs.Changed) -> None:
        """Show which partners are taken."""
        event.stop()
        self._show_partners()

    def _show_partners(self) -> None:
        if self._posed is None:
            return
        keys = labels(self, "match.right", len(self._posed.arrangement))
        self._partners.show(
            _partner(key, self._posed.question.pairs[right][1], taken=right in self._pairs.rights)
            for key, right in zip(keys, self._posed.arrangement, strict=True)
        )

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Give the highlighted line the partner that was clicked; a click on a line highlights it."""
        event.stop()
        if event.lines is self._partners:
            self._partners.highlighted = None
            self._pairs.action_give(event.place)


def _partner(key: str, text: str, *, taken: bool) -> Hanging:
    lead, body = ("$quiet", "$quiet") if taken else ("$accent", "$foreground")
    return Hanging(Content.styled(f"  {key}  ", lead), Content.styled(text, body))


class _Judged(Followed):
    """A pair after the answer: in columns where those of all pairs fit, what the player put there last or below."""

    def __init__(self, pair: JudgedPair, columns: tuple[int, int, int]) -> None:
        """`columns`: the most cells of a left side, of what belongs to it, and of what the player put there."""
        sign, style = (glyphs().right, "$right") if pair.correct else (glyphs().wrong, "$wrong")
        left, right = Content(pair.left), Content.styled(pair.right, "bold $right")
        lead = Content.styled(f"{sign}    ", f"bold {style}")
        super().__init__(lead, Content("   ").join((left, right)), Content.styled(_yours(pair), "$wrong"))
        self._left, self._right, self._columns = left, right, columns

    def lines(self, width: int) -> list[Content]:
        """The lines for so many cells."""
        lefts, rights, yours = self._columns
        beside = lefts + FOLLOWER_GAP
        if self._room(width) < beside + rights:
            below = rights + FOLLOWER_GAP + yours
            return self._below(rights) if max(lefts, below) <= self._room(width) else super().lines(width)
        line = self.lead + self._left.pad_right(beside - self._left.cell_length) + self._right
        if not self.follower:
            return [line]
        gap = rights - self._right.cell_length + FOLLOWER_GAP
        if beside + rights + FOLLOWER_GAP + yours <= self._room(width):
            return [line.pad_right(gap) + self.follower]
        blank = Content(" " * (self.lead.cell_length + beside))
        return [line, *(blank + part for part in self.follower.wrap(self._room(width) - beside))]

    def _below(self, rights: int) -> list[Content]:
        """What belongs to the left side below it, and beside that what the player put there."""
        gap = rights - self._right.cell_length + FOLLOWER_GAP
        said = self._right.pad_right(gap) + self.follower if self.follower else self._right
        return [self.lead + self._left, Content(" " * self.lead.cell_length) + said]


def _judged(pairs: Sequence[JudgedPair]) -> Iterator[Hanging]:
    """The lines after the answer."""
    sides = zip(*((pair.left, pair.right, _yours(pair)) for pair in pairs), strict=True)
    lefts, rights, yours = (max(map(len, side)) for side in sides)
    yield from (_Judged(pair, (lefts, rights, yours)) for pair in pairs)


def _yours(pair: JudgedPair) -> str:
    """What the player put there; empty where it is right, or nothing."""
    return "" if pair.chosen is None or pair.correct else f"you: {pair.chosen}"


def _column(texts: Iterable[str]) -> int:
    """Cells for texts that stand one below the other, so that what follows them is aligned; 0 where one is long."""
    longest = max(map(len, texts))
    return longest if longest <= LONGEST_ALIGNED else 0
