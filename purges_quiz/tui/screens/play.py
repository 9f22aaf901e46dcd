"""A round being played: question, answer and feedback, each in a place of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from purges_quiz.deck.question import Kind
from purges_quiz.round import Attempt, PosedQuestion, Round
from purges_quiz.session.playing import Session
from purges_quiz.tui import speed
from purges_quiz.tui.commands import bindings, character_of
from purges_quiz.tui.guards import SETTLE, SURPRISE, InputGuard, SafeScreen
from purges_quiz.tui.layouts import meanings
from purges_quiz.tui.widgets.aside import Aside
from purges_quiz.tui.widgets.feedback import Feedback
from purges_quiz.tui.widgets.forms import Answered, Choices, Form, Typed
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.matching import Matching
from purges_quiz.tui.widgets.ordering import Ordering
from purges_quiz.tui.widgets.page import LEAST, MoreRoom
from purges_quiz.tui.widgets.prompt import Prompt
from purges_quiz.tui.widgets.status import Clock, RoundLine
from purges_quiz.wording.answers import OVERRULING_TAKEN_BACK, TAKEN_BACK, missing
from purges_quiz.wording.known import Known

VERDICT = 2
"""Lines of feedback that say right or wrong, and how much of it."""
TICK = 0.25
"""Seconds between two looks at the clock: a question ends at most so much late, and that costs under 1 % of a core."""


class Desk(VerticalScroll, inherit_bindings=False):
    """Where it is asked and answered. It scrolls where there is little room."""

    BINDINGS = bindings("Pages")

    def __init__(self, *parts: Widget) -> None:
        super().__init__(*parts, id="desk", can_focus=False)


class PlayScreen(SafeScreen[None]):
    """Paints `Session.round` and hands the session what the player does. It ends with the round."""

    CSS_PATH = "play.tcss"
    AUTO_FOCUS = ""
    BINDINGS = bindings("In a question", "After an answer", "After an answer, and in the results")

    class PauseWanted(Message):
        """The player wants to pause, or to leave the round."""

        def __init__(self, screen: PlayScreen, current: Round, *, resumable: bool) -> None:
            super().__init__()
            self.screen = screen
            self.round = current
            self.resumable = resumable
            """Whether the round can be gone on with later."""

    class ReasonsWanted(Message):
        """The player wants to see every option with its reason."""

        def __init__(self, attempt: Attempt) -> None:
            super().__init__()
            self.attempt = attempt

    def __init__(
        self, session: Session, known: Known, guard: InputGuard, name: str, sides: Sequence[tuple[str, str]] = ()
    ) -> None:
        """`known` is what the player knew before the round, `name` what the round is called.

        `sides` are two things to be told apart, if the round is for that.
        """
        super().__init__()
        self._session = session
        self.round_name = name
        self._known = known
        self._guard = guard
        self._line = RoundLine()
        self._clock = Clock()
        self._aside = Aside(known)
        self._prompt = Prompt()
        self._choices = Choices()
        self._typed = Typed()
        self._ordering = Ordering()
        self._matching = Matching()
        self._feedback = Feedback(known.deck.facts, sides)
        forms = self._choices, self._typed, self._ordering, self._matching
        self._desk = Desk(self._prompt, *forms, self._feedback)

    def compose(self) -> ComposeResult:
        """Where the player stands, the clock, and below what scrolls when there is little room."""
        yield self._aside
        yield self._line
        yield self._clock
        yield self._desk
        yield KeyBar(lambda: self._choices.keys if self._choices.display else "")
        yield MoreRoom()

    def on_mount(self) -> None:
        """Show the round as it stands, and let the clock run."""
        self.set_interval(TICK, self._tick)
        # Ctrl+Z of a shell, or its like: the time that passes until the game goes on does not count.
        self.app.app_suspend_signal.subscribe(self, lambda _: self._session.pause(), immediate=True)
        self.app.app_resume_signal.subscribe(self, lambda _: self._keep_time())
        self.watch(self.app, "app_focus", self._keep_time, init=False)
        self.show()

    def show(self) -> None:
        """Paint the round as it stands, or end with it."""
        current = self._session.round
        if current.over:
            self.dismiss()
            return
        posed = current.asking or (current.shown.posed if current.shown else None)
        known = self._known.why(posed.question) if posed and current.reveals else ""
        self._line.show(current, self.round_name, known)
        self._aside.show(current)
        if current.asking is not None:
            self._ask(current.asking)
            # In an exam a question follows at once, without feedback: a key pressed twice is not meant for it.
            self._guard.begin(0 if current.reveals else SETTLE)
        elif current.shown is not None:
            self._reveal(current.shown)
        if news := self._session.news():
            self.notify(news, severity="warning", markup=False)
        self.refresh_bindings()

    def stop(self) -> None:
        """End the round before its time."""
        self._session.stop()
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys work, and stand in the footer, where the round has a use for them."""
        current = self._session.round
        posed, shown = current.asking, current.shown
        match action, parameters:
            case "choose", (int(number),):
                return posed is not None and number < len(posed.question.options)
            case "dont_know", _:
                return posed is not None
            case "proceed", _:
                return shown is not None
            case "reasons", _:
                return shown is not None and bool(shown.posed.question.options)
            case "undo", _:
                return current.can_undo
            case "overrule", _:
                return current.can_overrule
            case _:
                return super().check_action(action, parameters)

    def on_answered(self, event: Answered) -> None:
        """Judge an answer, unless its question is on the screen no longer, or not long enough to be meant."""
        current = self._session.round
        visible = self.app.screen is self and not current.paused
        if visible and event.posed is current.asking and self._listens:
            self._session.answer(event.response)
            self._settle(SETTLE if event.by_enter else 0)
        else:
            self._typed.go_on()

    def on_key(self, event: events.Key) -> None:
        """Say why a key that might be meant to answer does not."""
        posed = self._session.round.asking
        if posed is None or self._session.round.paused or not self._listens:
            return
        if event.key == "enter":
            form = self._form(posed.question.kind)
            if form.check_action("submit", ()) is False:
                self._feedback.say(missing(posed.question, self._choices.keys))
        elif (character := character_of(event.key)) and any(
            map(self._choices.refuses, (character, *meanings(character)))
        ):
            event.stop()
            self._feedback.say(f"Press {self._choices.keys}: the options themselves begin with numbers.")

    def action_choose(self, number: int) -> None:
        """Answer with the option at this place of the screen."""
        if self._listens:
            self._choices.choose(number)

    def action_dont_know(self) -> None:
        """Take "don't know" for the answer."""
        if self._listens and not self._session.round.paused:
            self._session.dont_know()
            self.show()

    def action_pause(self) -> None:
        """Ask for a pause."""
        if self._listens:
            self.post_message(self.PauseWanted(self, self._session.round, resumable=self._session.resumable))

    def action_proceed(self) -> None:
        """Go on after feedback."""
        if self._listens:
            self._session.proceed()
            self.show()

    def action_reasons(self) -> None:
        """Ask for every option with its reason."""
        if self._session.round.shown is not None and self._listens:
            self.post_message(self.ReasonsWanted(self._session.round.shown))

    def action_undo(self) -> None:
        """Take the last answer back."""
        if self._listens:
            self._session.undo()
            self.show()
            if self._session.round.asking is not None:
                self._feedback.say(TAKEN_BACK)
            else:
                self.notify(OVERRULING_TAKEN_BACK, markup=False)

    def action_overrule(self) -> None:
        """Count the last answer as right."""
        if self._listens:
            self._session.overrule()
            self.show()

    def on_screen_suspend(self) -> None:
        """Whatever comes over the round stops its clock and hides the question."""
        self._session.pause()
        self._desk.visible = False

    def on_screen_resume(self) -> None:
        """Go on with the round, or end with it."""
        self._keep_time()
        if self._session.round.over:
            self.dismiss()
            return
        self._desk.visible = True
        self._take_focus()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Stop the clock while there is no room for the question."""
        self._keep_time()

    def _keep_time(self) -> None:
        """Let the clock run while the question can be seen and the terminal has the keyboard, and only then."""
        room = self.app.size
        if self.is_current and self.app.app_focus and room.width >= LEAST[0] and room.height >= LEAST[1]:
            self._session.resume()
        else:
            self._session.pause()

    def _tick(self) -> None:
        self._session.tick()
        current = self._session.round
        if current.asking is None or current.paused:
            return
        left = self._session.remaining()
        self._clock.show(left, current.limit if current.limit is not None else current.asking.limit)
        if left is not None and left <= 0:
            self._session.time_out(self._form(current.asking.question.kind).response)
            self._settle(SURPRISE)

    @property
    def _listens(self) -> bool:
        """Whether a key can be meant for what is on the screen."""
        return self._prompt.painted and self._guard.open

    def _settle(self, seconds: float) -> None:
        self._guard.begin(seconds)
        self.show()

    def _form(self, kind: Kind) -> Form:
        match kind:
            case Kind.MULTIPLE_CHOICE:
                return self._choices
            case Kind.ORDERING:
                return self._ordering
            case Kind.MATCHING:
                return self._matching
            case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
                return self._typed
            case _:
                assert_never(kind)

    def _take_focus(self) -> None:
        current = self._session.round
        posed = current.shown.posed if current.shown else current.asking
        if posed is not None:
            self._form(posed.question.kind).take_focus()

    def _ask(self, posed: PosedQuestion) -> None:
        chosen = self._form(posed.question.kind)
        for form in (self._choices, self._typed, self._ordering, self._matching):
            form.display = form is chosen
        self._prompt.ask(posed.question)
        chosen.ask(posed)
        self._take_focus()
        self._feedback.show(None)
        self._tick()
        self._desk.scroll_home(animate=False)
        self.set_timer(speed.PAINTED, lambda: speed.prepare_feedback(self._session))

    def _reveal(self, attempt: Attempt) -> None:
        self._form(attempt.posed.question.kind).reveal(attempt)
        self._feedback.show(attempt)

    def on_feedback_grown(self) -> None:
        """Scroll only where there is no room: until the feedback shows, or as much of it as half the page holds.

        Of a matching question, whose pairs are what is to be read, only the verdict.
        """
        room = self._desk.scrollable_content_region.height
        shown = VERDICT if self._matching.display else min(self._feedback.height, room // 2)
        bottom = self._feedback.virtual_region.y + shown
        self._desk.scroll_to(y=max(0, bottom - room), animate=False)
