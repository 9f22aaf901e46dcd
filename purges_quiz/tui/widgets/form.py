"""What the player answers with: every kind of question has a form of its own, all used alike."""

from __future__ import annotations

from typing import Protocol

from textual.message import Message

from purges_quiz.grading.verdict import Response
from purges_quiz.round import Attempt, PosedQuestion


class Answered(Message):
    """The player has answered this ask, which may be on the screen no longer."""

    def __init__(self, ask: PosedQuestion, response: Response, *, by_enter: bool = True) -> None:
        super().__init__()
        self.ask = ask
        self.response = response
        self.by_enter = by_enter
        """Whether the key that answered would, pressed twice, go on to the next question."""


class Form(Protocol):
    """One way to answer. It sends `Answered`."""

    display: bool

    @property
    def response(self) -> Response | None:
        """What would be the answer if the time were up now; None: nothing."""
        ...

    def ask(self, ask: PosedQuestion) -> None:
        """Begin anew with this question."""
        ...

    def reveal(self, given: Attempt) -> None:
        """Show what was right, in the same places, and take no more answers."""
        ...

    def take_focus(self) -> None:
        """Be where the keys go."""
        ...
