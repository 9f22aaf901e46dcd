"""The options of a multiple choice, each with the keys that choose it."""

from __future__ import annotations

from textual.content import Content

from purges_quiz.grading.verdict import Choice
from purges_quiz.round import Attempt, PosedQuestion
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.widgets.form import Answered
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.glyphs import marks


class Choices(Lines):
    """Options to choose from. None is marked at first, so that Enter pressed too often chooses nothing."""

    BINDINGS = bindings("Giving an answer")

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._ask: PosedQuestion | None = None

    @property
    def response(self) -> None:
        """Nothing: an option that is merely marked is no answer."""
        return

    def ask(self, ask: PosedQuestion) -> None:
        """Show the options in the order of the ask."""
        self._ask = ask
        texts = (ask.question.options[option].text for option in ask.arrangement)
        self.show(_line(key, text) for key, text in zip(self._keys(ask), texts, strict=True))

    def choose(self, place: int, *, by_enter: bool = False) -> None:
        """Answer with the option at this place of the screen."""
        if self._ask is not None and place < len(self._ask.arrangement):
            self.post_message(Answered(self._ask, Choice(self._ask.arrangement[place]), by_enter=by_enter))

    def reveal(self, given: Attempt) -> None:
        """Mark the right option, and the one chosen if it is another."""
        chosen = given.response.option if isinstance(given.response, Choice) else None
        lines: list[Hanging] = []
        for key, number in zip(self._keys(given.posed), given.posed.arrangement, strict=True):
            option = given.posed.question.options[number]
            mark, style = (marks().right, "bold $right") if option.correct else (marks().wrong, "bold $wrong")
            known = option.correct or number == chosen
            lines.append(_line(key, option.text, mark if known else " ", style if known else "$quiet"))
        self.show(lines, inert=True)

    def _keys(self, ask: PosedQuestion) -> list[str]:
        return labels(self, "play.option", len(ask.arrangement))

    def take_focus(self) -> None:
        """Be where the keys go."""
        self.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter chooses only what is marked."""
        return self.marked is not None if action == "submit" else super().check_action(action, parameters)

    def watch_marked(self) -> None:
        """Let the footer say that Enter works now."""
        super().watch_marked()
        self.refresh_bindings()

    def action_submit(self) -> None:
        """Choose the option that is marked."""
        self.action_select()

    def on_lines_taken(self, event: Lines.Taken) -> None:
        """Answer by Enter or a click."""
        event.stop()
        self.choose(event.place, by_enter=True)


def _line(key: str, text: str, mark: str = " ", style: str = "$foreground") -> Hanging:
    lead = Content.assemble((mark, style), " ", (key, "$accent"), "  ")
    return Hanging(lead, Content.styled(text, style))
