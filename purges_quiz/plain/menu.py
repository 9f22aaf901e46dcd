"""Between the rounds: where the player stands, what to play, what to read."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from purges_quiz.deck.model import Card
from purges_quiz.plain.commands import Deed, offered
from purges_quiz.plain.rounds import play_rounds
from purges_quiz.plain.talk import Talk
from purges_quiz.plain.telling import marked
from purges_quiz.round import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.wording import book, home
from purges_quiz.wording.figures import MODE_NAMES, counted

MODES = tuple(Mode)
"""The kinds of round on offer, by their numbers from 1."""
DEEDS = (Deed.BOOK, Deed.CARDS, Deed.CLOCK)


def stay(talk: Talk, game: Game, usual: RoundOptions) -> NoReturn:
    """Begin what the player chooses, round after round.

    Raises EOFError when there are no more lines, and `Leave`.
    """
    _tell(talk, game, usual)
    while True:
        line = talk.hear(
            f"Enter: {MODE_NAMES[Mode.QUICK]}. Or type a number. {offered(*DEEDS[:-1], Deed.QUIT)}.", *DEEDS
        )
        match line.deed:
            case None:
                if not _play(talk, game, usual, line.text):
                    continue
                _tell(talk, game, usual)
            case Deed.BOOK:
                _tell_book(talk, game)
            case Deed.CARDS:
                if (card := _card(talk, game)) is not None:
                    talk.say("", card.title, *card.sentences)
            case Deed.CLOCK:
                use = home.ClockUse.of(usual.clock).next
                usual = replace(usual, clock=use.as_option)
                talk.say(f"{use.value}.")
            case _:
                _tell(talk, game, usual)


def _tell(talk: Talk, game: Game, usual: RoundOptions) -> None:
    summary = game.home()
    talk.say("", game.deck.title)
    if summary.new == summary.facts:
        talk.say(home.welcome(summary.facts, summary.questions))
    else:
        due, mistakes, new = summary.due, counted(summary.mistakes, "open mistake"), summary.new
        talk.say(f"{due} due today, {mistakes}, {new} not met yet.", f"{home.day_streak(summary.streak)}.")
    if summary.exam:
        made = game.plan()
        talk.say(
            f"{home.exam(summary.exam, summary.today)}: {home.plan(made, summary.mistakes)}; {home.expected(made)}."
        )
    talk.say(f"{home.ClockUse.of(usual.clock).value}.")
    if summary.notice:
        talk.say(summary.notice)
    for number, mode in enumerate(MODES, start=1):
        talk.say(f"{number}. {MODE_NAMES[mode]}: {home.offer(mode, summary)}")


def _play(talk: Talk, game: Game, usual: RoundOptions, text: str) -> bool:
    """Play what stands at that number, by default a quick round; False if there is none."""
    number = _number(text or "1", len(MODES))
    if number is None:
        talk.say(f"Type a number from 1 to {len(MODES)}, or press Enter.")
        return False
    wish = replace(usual, mode=MODES[number - 1])
    if wish.mode is Mode.CARD:
        card = _card(talk, game)
        if card is None:
            return True
        wish = replace(wish, card=card.key)
    play_rounds(talk, game, wish)
    return True


def _card(talk: Talk, game: Game) -> Card | None:
    """The card that the player picks; None if none after all."""
    cards = game.deck.cards
    talk.say("", *(f"{number}. {card.title}" for number, card in enumerate(cards, start=1)))
    while text := talk.hear(f"Type the number of a card, 1 to {len(cards)}. Enter: none.").text:
        number = _number(text, len(cards))
        if number is not None:
            return cards[number - 1]
        talk.say(f"There is no card {text}.")
    return None


def _tell_book(talk: Talk, game: Game) -> None:
    entries = book.entries(game.store.progress(), game.bank)
    talk.say("", *([f"Mistakes book: {len(entries)} open."] if entries else book.DONE))
    for number, entry in enumerate(entries, start=1):
        talk.say("", f"{number}. {entry.prompt}", f"You answered: {entry.response}", f"Answer: {entry.answer}")
        talk.say(f"Card: {marked(entry.fact.sentence, [entry.fact])}", f"{entry.history}.")


def _number(text: str, most: int) -> int | None:
    """The number from 1 to `most` that was typed."""
    digits = text.strip(" .)")
    return int(digits) if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= most else None
