"""How each kind of question is put and answered on lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Protocol, assert_never

from purges_quiz.deck.question import Kind
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.round import PosedQuestion
from purges_quiz.wording.answers import wanted

LAST_DIGIT = 9
"""Up to so many items their numbers can be told apart with nothing between them."""


class MisreadError(ValueError):
    """A line that is no answer to the question; says what would be one."""


class Form(Protocol):
    """What is asked for now."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What the question lists."""
        ...

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        ...

    @property
    def standing(self) -> Response | None:
        """What has been given so far, if anything."""
        ...

    def take(self, text: str) -> Response | Form:
        """The answer, or what is asked for next; raises `MisreadError`."""
        ...


def form_of(ask: PosedQuestion) -> Form:
    """The form for a question's kind."""
    match ask.question.kind:
        case Kind.MULTIPLE_CHOICE:
            return Choices(ask)
        case Kind.ORDERING:
            return Ordering(ask)
        case Kind.MATCHING:
            return Matching(ask, (None,) * len(ask.question.pairs))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return Typed(ask)
        case _ as unknown:
            assert_never(unknown)


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer in the player's words."""

    ask: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The cue, where the question has one."""
        cue = self.ask.question.hint
        return () if cue is None else (f"Cue, with _ for each letter or digit that is hidden: {cue}",)

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        return f"Type {wanted(self.ask.question)}:"

    @property
    def standing(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> str:
        """The text."""
        return text


@dataclass(frozen=True, slots=True)
class Choices:
    """One of several options, by its letter or number."""

    ask: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The options."""
        texts = (self.ask.question.options[place].text for place in self.ask.arrangement)
        return tuple(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, texts, strict=False))

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        count = len(self.ask.arrangement)
        return f"Type a letter, a to {ascii_lowercase[count - 1]}, or a number, 1 to {count}:"

    @property
    def standing(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> Choice:
        """The option at that place."""
        return Choice(self.ask.arrangement[_place(text, len(self.ask.arrangement))])


@dataclass(frozen=True, slots=True)
class Ordering:
    """Events to be put in order, by their numbers."""

    ask: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The events, out of order."""
        items = self.ask.question.items
        return tuple(f"{number}. {items[place]}" for number, place in enumerate(self.ask.arrangement, start=1))

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        return f"Type the {len(self.ask.arrangement)} numbers in the right order:"

    @property
    def standing(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> Order:
        """The order that the numbers give, with or without something between them."""
        count = len(self.ask.arrangement)
        numbers = [int(found) for found in re.findall(r"[0-9]" if count <= LAST_DIGIT else r"[0-9]+", text)]
        if sorted(numbers) != list(range(1, count + 1)) or re.search(r"[^\W\d_]", text):
            example = " ".join(str(number) for number in range(count, 0, -1))
            raise MisreadError(f"Each number from 1 to {count} once, such as {example}.")
        return Order(tuple(self.ask.arrangement[number - 1] for number in numbers))


@dataclass(frozen=True, slots=True)
class Matching:
    """What belongs together: a letter for each line, one after the other or all at once."""

    ask: PosedQuestion
    rights: tuple[int | None, ...]
    """For each left side the place of its partner in `Question.pairs`, as in `Pairing`."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Left sides by number, then partners by letter."""
        pairs = self.ask.question.pairs
        partners = (pairs[place][1] for place in self.ask.arrangement)
        return (
            *(f"{number}. {left}" for number, (left, _) in enumerate(pairs, start=1)),
            *(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, partners, strict=False)),
        )

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        line = self.rights.index(None)
        return f"Type the letter for {line + 1}, {self.ask.question.pairs[line][0]}:"

    @property
    def standing(self) -> Pairing | None:
        """The pairs made so far."""
        return Pairing(self.rights) if any(right is not None for right in self.rights) else None

    def take(self, text: str) -> Pairing | Matching:
        """The pairs with one more; a partner given again leaves the line that had it."""
        count = len(self.rights)
        letters = re.findall(r"[a-z]", text.lower())
        if len(letters) == count == len(set(letters)) and not re.search(r"[^a-zA-Z\s,;.]", text):
            return Pairing(tuple(self.ask.arrangement[_place(letter, count)] for letter in letters))
        right = self.ask.arrangement[_place(text, count, numbers=False)]
        line = self.rights.index(None)
        rights = [None if held == right else held for held in self.rights]
        rights[line] = right
        return replace(self, rights=tuple(rights)) if None in rights else Pairing(tuple(rights))


def _place(text: str, count: int, *, numbers: bool = True) -> int:
    """The place from 0 that a letter or number stands for: "b", "B)", "(2)", "2."."""
    found = re.fullmatch(r"\(?\s*([a-z]|[0-9]+)\s*[).]?", text.strip().lower())
    if found and (numbers or found[1].isalpha()):
        place = ascii_lowercase.index(found[1]) if found[1].isalpha() else int(found[1][:9]) - 1
        if 0 <= place < count:
            return place
    ways = f" or a number from 1 to {count}" if numbers else ""
    raise MisreadError(f"A letter from a to {ascii_lowercase[count - 1]}{ways} is wanted.")
