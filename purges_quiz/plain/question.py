"""A question on lines: shown, answered, and its feedback, until the round goes on."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Deck, Fact
from purges_quiz.grading.verdict import Choice, Response
from purges_quiz.plain.console import Command, Console, offered
from purges_quiz.plain.forms import Form, MisreadError, form_of
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.session.playing import Session
from purges_quiz.wording.answers import (
    by_sentence,
    facts_explained,
    flagged,
    judged_pairs,
    left_out,
    message,
    reason,
    same_meaning,
    side_by_side,
    spans_in,
    typed,
    verdict,
)
from purges_quiz.wording.figures import MODE_NAMES, counted, duration, place

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
    console.say("", *answer_lines(attempt, deck))
    while (shown := session.round.shown) is not None:
        usable = _offered(session)
        way_on = "next question" if session.round.queue else "go on"
        ahead = (Command.DONT_KNOW,) if console.piped else ()
        line = console.read(f"Enter: {way_on}. {offered(*usable)}.", *usable, Command.AGAIN, Command.END, *ahead)
        match line.command:
            case None:
                _go_on(console, session, line.text)
            case Command.OPTIONS:
                console.say(*option_lines(shown))
            case Command.AGAIN:
                console.say(shown.posed.question.prompt, *answer_lines(shown, deck))
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
                    console.say("", *answer_lines(amended, deck))


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


def answer_lines(attempt: Attempt, deck: Deck) -> Iterator[str]:
    """Verdict, what the answer really was, the right answer, the card's sentence, the note."""
    earned = "for practice" if attempt.posed.practice else counted(attempt.points, "point")
    yield f"{verdict(attempt)}, {earned}."
    yield from _explained(attempt, deck, message(attempt), side_by_side(attempt))


def mistake_lines(attempt: Attempt, deck: Deck) -> Iterator[str]:
    """A mistake in the results: the question, the answer, and what there is to say of it."""
    yield attempt.posed.question.prompt
    yield f"You answered: {typed(attempt)}"
    yield from _explained(attempt, deck, reason(attempt), ())


def option_lines(attempt: Attempt) -> Iterator[str]:
    """Every option with what it really is."""
    for letter, at in zip(ascii_lowercase, attempt.posed.arrangement, strict=False):
        option = attempt.posed.question.options[at]
        judged = "right" if option.correct else "wrong"
        own = ", your answer" if attempt.response == Choice(at) else ""
        yield f"{letter}. {option.text} ({judged}{own}): {option.reason}"


def emphasised(sentence: str, facts: list[Fact]) -> str:
    """A sentence of a card, its facts between asterisks."""
    for start, end in reversed(spans_in(sentence, facts)):
        sentence = f"{sentence[:start]}*{sentence[start:end]}*{sentence[end:]}"
    return sentence


def _explained(attempt: Attempt, deck: Deck, said: str, both: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if said:
        yield said
    if both:
        yield from (f"{name + ':':<8} {text}" for name, text in both)
        yield same_meaning(Command.OVERRULE.typed)
    else:
        yield from _answer(attempt)
    if attempt.posed.question.because:
        yield f"Why: {attempt.posed.question.because}"
    for sentence, facts in by_sentence(facts_explained(attempt, deck.facts)).items():
        yield f"Card: {emphasised(sentence, facts)}"
    if attempt.posed.question.note:
        yield f"Note: {attempt.posed.question.note}"


def _answer(attempt: Attempt) -> Iterator[str]:
    """The right answer, and what differs from it."""
    question = attempt.posed.question
    match question.kind:
        case Kind.ORDERING:
            yield "The right order:"
            yield from (f"{number}. {item}" for number, item in enumerate(question.items, start=1))
        case Kind.MATCHING:
            yield "What belongs together:"
            yield from _pairs(attempt)
        case Kind.MULTIPLE_CHOICE | Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            yield f"Answer: {question.answer}"
        case _:
            assert_never(question.kind)
    differences = attempt.verdict.differences if attempt.verdict and attempt.outcome is Outcome.SLIP else ()
    if differences:
        spelt = "".join(part.text if part.same else f"*{part.text}*" for part in differences)
        yield f"Spelt, with what differs between asterisks: {spelt}"


def _pairs(attempt: Attempt) -> Iterator[str]:
    for pair in judged_pairs(attempt):
        judged = "you gave none" if pair.chosen is None else "right" if pair.correct else f"you: {pair.chosen}"
        yield f"{pair.left}: {pair.right} ({judged})"
