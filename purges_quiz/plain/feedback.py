"""What is told after an answer, and the way on from there."""

from __future__ import annotations

from purges_quiz.deck.model import Deck
from purges_quiz.plain import telling
from purges_quiz.plain.commands import Deed, offered
from purges_quiz.plain.talk import Talk
from purges_quiz.round import Attempt, Round
from purges_quiz.session import Session


def show(talk: Talk, session: Session, given: Attempt, deck: Deck) -> None:
    """Tell all there is to say of the answer and hear the player until the round goes on."""
    talk.say("", *telling.feedback(given, deck))
    while (shown := session.round.shown) is not None:
        special = _special(session.round)
        way_on = "next question" if session.round.queue else "go on"
        ahead = (Deed.DONT_KNOW,) if talk.piped else ()
        line = talk.hear(f"Enter: {way_on}. {offered(*special)}.", *special, Deed.AGAIN, Deed.END, *ahead)
        match line.deed:
            case None:
                _go_on(talk, session, line.text)
            case Deed.OPTIONS:
                talk.say(*telling.options(shown))
            case Deed.AGAIN:
                talk.say(shown.posed.question.prompt, *telling.feedback(shown, deck))
            case Deed.DONT_KNOW:
                _go_on(talk, session, Deed.DONT_KNOW.typed)
            case Deed.END:
                end(session)
            case deed:
                _amend(session, deed)
                if (amended := session.round.shown) is not None:
                    talk.say("", *telling.feedback(amended, deck))


def end(session: Session) -> None:
    """End the round as it stands; after the feedback on its last answer it is finished."""
    if session.round.shown is not None:
        session.proceed()
    if not session.round.over:
        session.stop()


def _go_on(talk: Talk, session: Session, text: str) -> None:
    if not text:
        session.proceed()
    elif talk.piped:  # there the Enter after an answer may be missing: the line answers the next question
        session.proceed()
        if not session.round.over:
            talk.hold(text)
    else:
        talk.say("That was no command. Press Enter to go on.")


def _amend(session: Session, deed: Deed) -> None:
    if deed is Deed.UNDO:
        session.undo()
    else:
        session.overrule()


def _special(current: Round) -> tuple[Deed, ...]:
    """The commands that this answer gives a use for."""
    options = current.shown is not None and bool(current.shown.posed.question.options)
    return (
        Deed.UNDO,
        *((Deed.OVERRULE,) if current.can_overrule else ()),
        *((Deed.OPTIONS,) if options else ()),
    )
