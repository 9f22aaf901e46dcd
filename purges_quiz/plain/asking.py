"""A question on lines, up to its answer."""

from __future__ import annotations

from purges_quiz.grading.verdict import Response
from purges_quiz.plain.commands import Deed, offered
from purges_quiz.plain.forms import Form, MisreadError, form_of
from purges_quiz.plain.talk import Talk
from purges_quiz.round import PosedQuestion
from purges_quiz.session import Session
from purges_quiz.wording.figures import MODE_NAMES, duration, place

DEEDS = (Deed.DONT_KNOW, Deed.AGAIN, Deed.TIME, Deed.PAUSE, Deed.END, Deed.HELP)


def ask(talk: Talk, session: Session, asked: PosedQuestion) -> None:
    """Put the question and hear the player until it is answered, or the round ended."""
    form = form_of(asked)
    _put(talk, session, asked, form)
    while session.round.asking is asked:
        line = talk.hear(form.prompt, *DEEDS)
        match line.deed:
            case None:
                form = _answered(talk, session, line.text, form)
            case Deed.DONT_KNOW:
                session.dont_know()
            case Deed.AGAIN:
                _put(talk, session, asked, form)
            case Deed.TIME:
                talk.say(_time(session))
            case Deed.END:
                session.stop()
            case deed:
                session.pause()
                if deed is Deed.HELP:
                    talk.help(*DEEDS)
                _wait(talk, session)
                if not session.round.over:
                    _put(talk, session, asked, form)


def _put(talk: Talk, session: Session, asked: PosedQuestion, form: Form) -> None:
    current, left = session.round, session.remaining()
    told = [f"{MODE_NAMES[current.mode]}, question {place(current)}"]
    if current.reveals:
        told.append(f"score {current.score:,}")
    if current.reveals and current.streak:
        told.append(f"streak {current.streak}")
    if left is not None:
        told.append(f"{duration(left)} left")
    talk.say("", f"{', '.join(told)}.", asked.question.prompt, *form.lines)


def _answered(talk: Talk, session: Session, text: str, form: Form) -> Form:
    """Give the answer if the line completes it; the form of what is asked for next."""
    late = _late(session)
    if not text:
        if late:
            session.time_out(form.standing)
        else:
            talk.say(f"Nothing was typed. {offered(Deed.DONT_KNOW, Deed.HELP)}.")
        return form
    try:
        taken = form.take(text)
    except MisreadError as error:
        talk.say(str(error))
        return form
    if late:
        talk.say(_too_late(session))
        session.time_out(taken if isinstance(taken, Response) else taken.standing)
    elif isinstance(taken, Response):
        session.answer(taken)
    return form if isinstance(taken, Response) else taken


def _wait(talk: Talk, session: Session) -> None:
    """Wait, with the clock stopped, until the player presses Enter or ends the round."""
    while session.round.paused:
        line = talk.hear(f"Paused. Enter: go on. {offered(Deed.END, Deed.QUIT)}.", Deed.END)
        if line.deed is Deed.END:
            session.stop()
        elif line.text:
            talk.say("The question stands still. Press Enter first, then answer.")
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
