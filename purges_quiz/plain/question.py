"""A question on lines: shown, answered, and its feedback, until the round goes on."""

from __future__ import annotations

from purges_quiz.deck.model import Deck
from purges_quiz.grading.verdict import Response
from purges_quiz.plain import feedback
from purges_quiz.plain.commands import Command, offered
from purges_quiz.plain.console import Console
from purges_quiz.plain.forms import Form, MisreadError, form_of
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.session.playing import Session
from purges_quiz.wording.answers import flagged, left_out
from purges_quiz.wording.figures import MODE_NAMES, duration, place

IN_QUESTION = (Command.DONT_KNOW, Command.AGAIN, Command.TIME, Command.PAUSE, Command.END, Command.HELP)


def ask(console: Console, session: Session, posed: PosedQuestion) -> None:
    """Show the question and read lines until it is answered, or the round ended."""
    form = form_of(posed)
    _show_question(console, session, posed, form)
    while session.round.asking is posed:
        line = console.read(form.prompt, *IN_QUESTION)
        match line.command:
            case None:
                form = _answered(console, session, line.text, form)
            case Command.DONT_KNOW:
                session.dont_know()
            case Command.AGAIN:
                _show_question(console, session, posed, form)
            case Command.TIME:
                console.say(_time(session))
            case Command.END:
                session.stop()
            case command:
                session.pause()
                if command is Command.HELP:
                    console.help(*IN_QUESTION)
                _wait(console, session)
                if not session.round.over:
                    _show_question(console, session, posed, form)


def _show_question(console: Console, session: Session, posed: PosedQuestion, form: Form) -> None:
    current, left = session.round, session.remaining()
    parts = [f"{MODE_NAMES[current.mode]}, question {place(current)}"]
    if current.reveals:
        parts.append(f"score {current.score:,}")
    if current.reveals and current.streak:
        parts.append(f"streak {current.streak}")
    if left is not None:
        parts.append(f"{duration(left)} left")
    console.say("", f"{', '.join(parts)}.", posed.question.prompt, *form.lines)


def _answered(console: Console, session: Session, text: str, form: Form) -> Form:
    """Hand in the answer if the line completes it; returns the form of what is asked for next."""
    late = _late(session)
    if not text:
        if late:
            session.time_out(form.response)
        else:
            console.say(f"Nothing was typed. {offered(Command.DONT_KNOW, Command.HELP)}.")
        return form
    try:
        taken = form.take(text)
    except MisreadError as error:
        console.say(str(error))
        return form
    if late:
        console.say(_too_late(session))
        session.time_out(taken if isinstance(taken, Response) else taken.response)
    elif isinstance(taken, Response):
        session.answer(taken)
    return form if isinstance(taken, Response) else taken


def _wait(console: Console, session: Session) -> None:
    """Wait, with the clock stopped, until the player presses Enter or ends the round."""
    while session.round.paused:
        line = console.read(f"Paused. Enter: go on. {offered(Command.END, Command.QUIT)}.", Command.END)
        if line.command is Command.END:
            session.stop()
        elif line.text:
            console.say("The round is paused. Press Enter to go on, then answer.")
        else:
            session.resume()


def _late(session: Session) -> bool:
    left = session.remaining()
    return left is not None and left <= 0


def _time(session: Session) -> str:
    left = session.remaining()
    if left is None:
        return "No clock is running."
    return f"{duration(left)} left." if left else _too_late(session)


def _too_late(session: Session) -> str:
    own = session.round.limit is None
    return f"The time is up: {'this answer earns nothing for speed' if own else 'this is the last answer'}."


def show_feedback(console: Console, session: Session, attempt: Attempt, deck: Deck) -> None:
    """Say all there is to say of the answer and read lines until the round goes on."""
    console.say("", *feedback.of_answer(attempt, deck))
    while (shown := session.round.shown) is not None:
        usable = _offered(session)
        way_on = "next question" if session.round.queue else "go on"
        ahead = (Command.DONT_KNOW,) if console.piped else ()
        line = console.read(f"Enter: {way_on}. {offered(*usable)}.", *usable, Command.AGAIN, Command.END, *ahead)
        match line.command:
            case None:
                _go_on(console, session, line.text)
            case Command.OPTIONS:
                console.say(*feedback.options(shown))
            case Command.AGAIN:
                console.say(shown.posed.question.prompt, *feedback.of_answer(shown, deck))
            case Command.DONT_KNOW:
                _go_on(console, session, Command.DONT_KNOW.typed)
            case Command.END:
                end(session)
            case Command.LEAVE_OUT:
                session.leave_out()
                console.say(left_out(Command.LEAVE_OUT.typed, on=session.left_out))
            case Command.FLAG:
                session.flag()
                console.say(flagged(Command.FLAG.typed, on=session.flagged))
            case command:
                _amend(session, command)
                if (amended := session.round.shown) is not None:
                    console.say("", *feedback.of_answer(amended, deck))


def end(session: Session) -> None:
    """End the round as it stands; after the feedback on its last answer it is finished."""
    if session.round.shown is not None:
        session.proceed()
    if not session.round.over:
        session.stop()


def _go_on(console: Console, session: Session, text: str) -> None:
    if not text:
        session.proceed()
    elif console.piped:  # there the Enter after an answer may be missing: the line answers the next question
        session.proceed()
        if not session.round.over:
            console.read_next(text)
    else:
        console.say("That is not a command. Press Enter to go on.")


def _amend(session: Session, command: Command) -> None:
    if command is Command.UNDO:
        session.undo()
    else:
        session.overrule()


def _offered(session: Session) -> tuple[Command, ...]:
    """The commands that can be used on this answer."""
    current = session.round
    options = current.shown is not None and bool(current.shown.posed.question.options)
    return (
        Command.UNDO,
        *((Command.OVERRULE,) if current.can_overrule else ()),
        *((Command.OPTIONS,) if options else ()),
        *((Command.LEAVE_OUT,) if session.omissible else ()),
        Command.FLAG,
    )
