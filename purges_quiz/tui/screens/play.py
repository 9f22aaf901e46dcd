"""A round being played: question, answer and feedback, each in a place of its own."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Spacing
from textual.message import Message

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.state import Round
from purges_quiz.session.playing import Session
from purges_quiz.tui import speed
from purges_quiz.tui.commands import bindings, character_of, keys_of
from purges_quiz.tui.guards import SETTLE, SURPRISE, InputGuard, SafeScreen
from purges_quiz.tui.layouts import meanings
from purges_quiz.tui.widgets.aside import Aside
from purges_quiz.tui.widgets.desk import Desk
from purges_quiz.tui.widgets.forms import Answered
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.page import LEAST, MoreRoom
from purges_quiz.tui.widgets.status import Clock, RoundLine
from purges_quiz.wording.answers import OVERRULING_TAKEN_BACK, TAKEN_BACK, marks, missing
from purges_quiz.wording.known import Known

WIDE, HIGH = 124, 40
"""Columns of the question with what stands beside it; rows from which on it keeps clear of the top."""
TICK = 0.25
"""Seconds between two looks at the clock: a question ends at most so much late, and that costs under 1 % of a core."""


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
        self._desk = Desk(known.deck.facts, sides)

    def compose(self) -> ComposeResult:
        """Where the player stands, the clock, and below what scrolls when there is little room."""
        yield self._aside
        yield self._line
        yield self._clock
        yield self._desk
        yield KeyBar(lambda: self._desk.answering)
        yield MoreRoom()

    def on_mount(self) -> None:
        """Show the round as it stands, and let the clock run."""
        self.set_interval(TICK, self._tick)
        # Ctrl+Z of a shell, or its like: the time that passes until the game goes on does not count.
        self.app.app_suspend_signal.subscribe(self, lambda _: self._session.pause(), immediate=True)
        self.app.app_resume_signal.subscribe(self, lambda _: self._keep_time())
        self.watch(self.app, "app_focus", self._keep_time, init=False)
        self.show()
        if (posed := self._session.round.asking) is not None and posed.practice:
            self._desk.say(TAKEN_BACK)  # on the results screen: no round begins with practice

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
            self._desk.ask(current.asking)
            self._tick()
            self.set_timer(speed.PAINTED, lambda: speed.prepare_feedback(self._session))
            # In an exam a question follows at once, without feedback: a key pressed twice is not meant for it.
            self._guard.begin(0 if current.reveals else SETTLE)
        elif current.shown is not None:
            self._desk.reveal(current.shown, self._marks)
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
            case "leave_out", _:
                return self._session.omissible is not None
            case "flag", _:
                return shown is not None
            case _:
                return super().check_action(action, parameters)

    def on_answered(self, event: Answered) -> None:
        """Judge an answer, unless its question is on the screen no longer, or not long enough to be meant."""
        event.stop()
        current = self._session.round
        visible = self.app.screen is self and not current.paused
        if visible and event.posed is current.asking and self._listens:
            self._session.answer(event.response)
            self._settle(SETTLE if event.by_enter else 0)
        else:
            self._desk.typed.go_on()

    def on_key(self, event: events.Key) -> None:
        """Say why a key that might be meant to answer does not."""
        posed = self._session.round.asking
        if posed is None or self._session.round.paused or not self._listens:
            return
        if event.key == "enter":
            form = self._desk.form(posed.question.kind)
            if form.check_action("submit", ()) is False:
                self._desk.say(missing(posed.question, self._desk.choices.keys))
        elif (character := character_of(event.key)) and any(
            map(self._desk.choices.refuses, (character, *meanings(character)))
        ):
            event.stop()
            self._desk.say(f"Press {self._desk.choices.keys}: the options themselves begin with numbers.")

    def action_choose(self, number: int) -> None:
        """Answer with the option at this place of the screen."""
        if self._listens:
            self._desk.choices.choose(number)

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
                self._desk.say(TAKEN_BACK)
            else:
                self.notify(OVERRULING_TAKEN_BACK, markup=False)

    def action_overrule(self) -> None:
        """Count the last answer as right."""
        if self._listens:
            self._session.overrule()
            self.show()

    def action_leave_out(self) -> None:
        """Leave the fact out that was asked, or bring it back."""
        if self._listens:
            self._session.leave_out()
            self.show()

    def action_flag(self) -> None:
        """Flag the question as a bad one, or take that back."""
        if self._listens:
            self._session.flag()
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
        """Keep to the middle of a large screen, and stop the clock while there is no room for the question."""
        room = self.app.size
        above, beside = max(0, (room.height - HIGH) // 4), max(0, (room.width - WIDE) // 2)
        if self.styles.padding != (wanted := Spacing(above, beside, 0, beside)):  # each change is a new layout
            self.styles.padding = wanted
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
            self._session.time_out(self._desk.response(current.asking))
            self._settle(SURPRISE)

    @property
    def _marks(self) -> str:
        """What the player has said of the question whose answer is shown."""
        return marks(
            left_out=keys_of(self, "shown.leave-out")[0] if self._session.left_out else "",
            flagged=keys_of(self, "shown.flag")[0] if self._session.flagged else "",
        )

    @property
    def _listens(self) -> bool:
        """Whether a key can be meant for what is on the screen."""
        return self._desk.painted and self._guard.open

    def _settle(self, seconds: float) -> None:
        self._guard.begin(seconds)
        self.show()

    def _take_focus(self) -> None:
        current = self._session.round
        posed = current.shown.posed if current.shown else current.asking
        if posed is not None:
            self._desk.take_focus(posed)
