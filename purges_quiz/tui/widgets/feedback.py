"""What is said after an answer, in the room that the question leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from textual.content import Content
from textual.message import Message

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Fact
from purges_quiz.grading.verdict import Difference
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.records import Outcome
from purges_quiz.tui.commands import keys_of
from purges_quiz.tui.widgets.drawn import Draw, Drawn, Hanging, lines_of, nothing
from purges_quiz.wording import answers
from purges_quiz.wording.glyphs import glyphs

LABELS_WIDTH = 9
"""Cells for "Answer", "Why", "Card" and "Note", so that the texts beside them are aligned."""
INDENT = "  "
FIELD_MARGIN = 5
"""Cells of the page that the field for a typed answer has no use of; what is longer can be read only in part there."""


class Feedback(Drawn):
    """Verdict, what the answer really was, the right answer, the card's sentence, the note."""

    class Grown(Message):
        """There is more to see than there was room for."""

    def __init__(self, facts: Mapping[str, Fact], sides: Sequence[tuple[str, str]] = ()) -> None:
        """`sides` are two things to be told apart, each by its name with what is said of it."""
        super().__init__(id="feedback")
        self._facts = facts
        self._sides = sides

    def show(self, attempt: Attempt | None, marks: str = "") -> None:
        """Say all there is to say of an answer, and what the player has said of its question; None: nothing yet."""
        self.draw(nothing if attempt is None else partial(self._said, attempt, marks))
        self._make_room()

    def say(self, text: str) -> None:
        """Say something while there is nothing to say of an answer."""
        self.draw(partial(Content.styled(text, "$quiet").wrap))
        self._make_room()

    def draw(self, draw: Draw) -> None:
        """Show something else; the room is there already, or is made."""
        self._draw, self._drawn = draw, None
        self.refresh()

    def on_resize(self) -> None:
        """Fit the new width, and report that there is more to see than before."""
        self._make_room()
        if self.height:
            self.post_message(self.Grown())

    @property
    def height(self) -> int:
        """The lines that are shown."""
        return len(self.lines(self.content_size.width))

    def _make_room(self) -> None:
        """Ask for more than the question leaves where that is too little."""
        if not self.height or self.height > self.content_size.height:
            self.styles.min_height = self.height

    def _said(self, attempt: Attempt, marks: str, width: int) -> list[Content]:
        message = answers.message(attempt)
        rows = [Hanging(Content(INDENT), Content(message))] if message else []
        both = answers.side_by_side(attempt)
        if not both and attempt.posed.question.typed and Content(attempt.text).cell_length > width - FIELD_MARGIN:
            rows.append(_row("You", Content(answers.typed(attempt))))
        said = [*_verdict(attempt, marks).wrap(width), *lines_of(rows, width)]
        if both:
            key = keys_of(self, "shown.overrule")[0]
            hint = Hanging(Content(INDENT), Content(answers.same_meaning(key)))
            said += [*_beside(both, width), *hint.lines(width)]
        said += lines_of(self._rows(attempt, answered=bool(both)), width)
        return [*said, Content(), *_beside(self._sides, width)] if self._sides else said

    def _rows(self, attempt: Attempt, *, answered: bool) -> Iterator[Hanging]:
        """What is said below; `answered`: the right answer stands above already."""
        question = attempt.posed.question
        # What stands above in its right order, or beside its partner, need not be said again below.
        shown = answered or question.kind is Kind.MATCHING or (question.kind is Kind.ORDERING and attempt.right)
        if not shown:
            yield _row("Answer", _answer(attempt))
        if question.because:
            yield _row("Why", Content(question.because))
        if sentences := card_sentences(answers.facts_explained(attempt, self._facts)):
            yield _row("Card", Content("\n").join(sentences))
        if question.note:
            yield _row("Note", Content(question.note))


def _beside(sides: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """Texts in columns of one width, each below its name."""
    room = max(1, (width - len(INDENT)) // len(sides) - len(INDENT))
    columns = [[*Content.styled(name, "bold").wrap(room), *Content(text).wrap(room)] for name, text in sides]
    for row in zip_longest(*columns, fillvalue=Content()):
        yield Content(INDENT) + Content(INDENT).join(cell.pad_right(room - cell.cell_length) for cell in row)


def _row(label: str, text: Content) -> Hanging:
    return Hanging(Content.styled(INDENT + label.ljust(LABELS_WIDTH), "$quiet"), text)


def _verdict(attempt: Attempt, marks: str) -> Content:
    """Right or wrong, as a sign and in words, with the points and what the player has said of the question."""
    mark, style = sign(attempt.outcome)
    points = "for practice" if attempt.posed.practice else f"+{attempt.points}" if attempt.points else ""
    said = "   ".join(filter(None, (points, marks)))
    return Content.assemble((f"{mark} {answers.verdict(attempt)}", f"bold {style}"), "   ", (said, "$quiet"))


def _answer(attempt: Attempt) -> Content:
    """The right answer, with the letters picked out that were spelt otherwise."""
    question = attempt.posed.question
    if question.items:
        return Content.styled("\n".join(f"{number}. {item}" for number, item in enumerate(question.items, 1)), "bold")
    differences = attempt.verdict.differences if attempt.verdict else ()
    shown = question.answer
    if attempt.outcome is Outcome.SLIP and differences:
        return Content.assemble(_spelt(differences), *(() if _joined(differences) == shown else ("  ", f"({shown})")))
    return Content.styled(shown, "bold")


def sign(outcome: Outcome) -> tuple[str, str]:
    """The sign of an outcome, and its style."""
    match outcome:
        case Outcome.RIGHT | Outcome.SLIP:
            return glyphs().right, "$right"
        case Outcome.PARTIAL:
            return glyphs().partial, "$accent"
        case Outcome.WRONG:
            return glyphs().wrong, "$wrong"
        case Outcome.DONT_KNOW | Outcome.NO_ANSWER:
            return glyphs().unanswered, "$wrong"


def card_sentences(facts: Iterable[Fact]) -> list[Content]:
    """The sentences of the cards, each once, with the facts picked out."""
    return [_sentence(sentence, said) for sentence, said in answers.by_sentence(facts).items()]


def _sentence(sentence: str, facts: list[Fact]) -> Content:
    content = Content(sentence)
    for start, end in answers.spans_in(sentence, facts):
        content = content.stylize("bold $accent", start, end)
    return content


def _spelt(differences: tuple[Difference, ...]) -> Content:
    return Content.assemble(*((part.text, "bold" if part.same else "bold underline $wrong") for part in differences))


def _joined(differences: tuple[Difference, ...]) -> str:
    return "".join(part.text for part in differences)
