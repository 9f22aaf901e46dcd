"""Between the rounds: a summary, what to play, what to read."""

from __future__ import annotations

from typing import NoReturn

from purges_quiz.deck.model import Card
from purges_quiz.deck.problems import DeckError
from purges_quiz.plain.console import Command, Console, offered
from purges_quiz.plain.question import emphasised
from purges_quiz.plain.rounds import play_rounds
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.decks import Decks
from purges_quiz.session.standing import Standing
from purges_quiz.session.today import another, expected
from purges_quiz.wording import book, home
from purges_quiz.wording import decks as words
from purges_quiz.wording.answers import LEFT_OUT, left_out
from purges_quiz.wording.figures import MODE_NAMES

MODES = tuple(Mode)
"""The kinds of round on offer, by their numbers from 1."""
OFFERED = (Command.BOOK, Command.CARDS)
"""The commands that the prompt names; help names all."""
COMMANDS = (*OFFERED, Command.CLOCK, Command.LEAVE_OUT)


def stay(console: Console, game: Game, usual: RoundOptions, decks: Decks | None = None) -> NoReturn:
    """Begin what the player chooses, round after round.

    Raises EOFError when there are no more lines, and `Leave`.
    """
    _say_summary(console, game, usual)
    while True:
        switch = (Command.DECKS,) if decks and decks.several else ()
        line = console.read(
            f"Enter: {MODE_NAMES[Mode.QUICK]}. Or type a number. "
            f"{offered(*OFFERED, *switch, Command.HELP, Command.QUIT)}.",
            *COMMANDS,
            *switch,
        )
        match line.command:
            case None:
                if not _play(console, game, usual, line.text):
                    continue
                _say_summary(console, game, usual)
            case Command.BOOK:
                _say_mistakes_book(console, game)
            case Command.CARDS:
                if (card := _card(console, game)) is not None:
                    console.say("", card.title, *card.sentences)
            case Command.LEAVE_OUT:
                _leave_out(console, game)
            case Command.CLOCK:
                usual = usual._replace(clock=home.next_clock(usual.clock))
                console.say(f"{home.CLOCK_USE[usual.clock]}.")
            case Command.DECKS if decks is not None:
                game, usual = _deck(console, decks, game), usual._replace(card=None)
                _say_summary(console, game, usual)
            case _:
                _say_summary(console, game, usual)


def _say_summary(console: Console, game: Game, usual: RoundOptions) -> None:
    summary = game.home()._replace(wanted=usual.questions)
    console.say("", game.deck.title)
    if summary.new == summary.facts:
        console.say(home.welcome(summary))
    else:
        console.say(
            f"{home.today(summary.plan, another(game))}.",
            f"{', '.join(home.standing(summary))}.",
            f"{home.day_streak(summary.streak, summary.longest)}.",
        )
    if summary.exam:
        console.say(f"{home.exam(summary.exam, summary.today)}: {home.expected(expected(game))}.")
    console.say(f"{home.CLOCK_USE[usual.clock]}.")
    if summary.notice:
        console.say(summary.notice)
    for number, mode in enumerate(MODES, start=1):
        console.say(f"{number}. {MODE_NAMES[mode]}: {home.offer(mode, summary)}")


def _play(console: Console, game: Game, usual: RoundOptions, text: str) -> bool:
    """Play the kind of round of that number, by default a quick round; False if there is none."""
    number = _number(text or "1", len(MODES))
    if number is None:
        console.say(f"Type a number from 1 to {len(MODES)}, or press Enter.")
        return False
    options = usual._replace(mode=MODES[number - 1])
    if options.mode is Mode.CARD:
        card = _card(console, game)
        if card is None:
            return True
        options = options._replace(card=card.key)
    play_rounds(console, game, options)
    return True


def _card(console: Console, game: Game) -> Card | None:
    """The card that the player picks; None if none after all."""
    cards = game.deck.cards
    console.say("", *(f"{number}. {card.title}" for number, card in enumerate(cards, start=1)))
    while text := console.read(f"Type the number of a card, 1 to {len(cards)}. Enter: none.").text:
        number = _number(text, len(cards))
        if number is not None:
            return cards[number - 1]
        console.say(f"There is no card {text}.")
    return None


def _leave_out(console: Console, game: Game) -> None:
    """Leave facts of a card out, or bring them back, as many as the player names."""
    card = _card(console, game)
    if card is None:
        return
    for number, fact in enumerate(card.facts, start=1):
        said = f" ({LEFT_OUT})" if fact.key in game.left_out else ""
        about = "; ".join(f"{target.value.shown}, {target.about}" for target in fact.targets)
        console.say(f"{number}. {about}{said}")
    prompt = f"Type the number of a fact, 1 to {len(card.facts)}, to leave it out or to bring it back. Enter: none."
    while text := console.read(prompt).text:
        chosen = _number(text, len(card.facts))
        if chosen is None:
            console.say(f"There is no fact {text}.")
            continue
        fact = card.facts[chosen - 1]
        on = fact.key not in game.left_out
        change = game.leave_out if on else game.take_in
        change(fact.key)
        console.say(left_out(text, on=on))


def _deck(console: Console, decks: Decks, game: Game) -> Game:
    """The game of the deck that the player picks; the one that there is if none."""
    found = decks.standings()
    rows = (f"{words.title(each, found)}: {words.note(each)}" for each in found)
    console.say("", *(f"{number}. {row}" for number, row in enumerate(rows, start=1)))
    while text := console.read(f"Type the number of a deck, 1 to {len(found)}. Enter: stay with this one.").text:
        number = _number(text, len(found))
        if number is None:
            console.say(f"There is no deck {text}.")
        elif found[number - 1].same_id:
            console.say(f"{words.note(found[number - 1])}.")
        elif opened := _opened(console, decks, found[number - 1]):
            return opened
    return game


def _opened(console: Console, decks: Decks, chosen: Standing) -> Game | None:
    """The game of a deck; None, and it is said why, if it cannot be played."""
    try:
        return decks.open(chosen.deck.folder)
    except DeckError as fault:
        console.say(f"{words.faulty(chosen.deck.name, len(fault.problems))}.")
        return None


def _say_mistakes_book(console: Console, game: Game) -> None:
    entries = book.entries(game.store.progress(), game.bank, game.left_out)
    console.say("", *([f"{book.heading(len(entries))}."] if entries else book.DONE))
    for number, entry in enumerate(entries, start=1):
        console.say("", f"{number}. {entry.prompt}", f"You answered: {entry.response}", f"Answer: {entry.answer}")
        console.say(f"Card: {emphasised(entry.fact.sentence, [entry.fact])}", f"{entry.history}.")


def _number(text: str, most: int) -> int | None:
    """The number from 1 to `most` that was typed."""
    digits = text.strip(" .)")
    return int(digits) if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= most else None
