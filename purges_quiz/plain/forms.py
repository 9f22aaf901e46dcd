"""How each kind of question is shown and answered on lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Protocol, assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.wording.answers import letters_only, wanted

LAST_DIGIT = 9
"""Up to so many items their numbers can be typed with nothing between them."""


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
    def response(self) -> Response | None:
        """What has been answered so far, if anything."""
        ...

    def take(self, text: str) -> Response | Form:
        """The answer, or what is asked for next; raises `MisreadError`."""
        ...


def form_of(posed: PosedQuestion) -> Form:
    """The form for a question's kind."""
    match posed.question.kind:
        case Kind.MULTIPLE_CHOICE:
            return Choices(posed)
        case Kind.ORDERING:
            return Ordering(posed)
        case Kind.MATCHING:
            return Matching(posed, (None,) * len(posed.question.pairs))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return Typed(posed)
        case kind:
            assert_never(kind)


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer in the player's words."""

    posed: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The hint, where the question has one."""
        hint = self.posed.question.hint
        if hint is None:
            return ()
        others = " and ... for any number of them" if "..." in hint else ""
        return (f"Hint, with _ for each letter or digit that is hidden{others}: {hint}",)

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        return f"Type {wanted(self.posed.question)}:"

    @property
    def response(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> str:
        """The text."""
        return text


@dataclass(frozen=True, slots=True)
class Choices:
    """One of several options, by its letter or number."""

    posed: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The options."""
        texts = (self.posed.question.options[place].text for place in self.posed.arrangement)
        return tuple(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, texts, strict=False))

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        count = len(self.posed.arrangement)
        numbers = "" if letters_only(self.posed.question) else f", or a number, 1 to {count}"
        return f"Type a letter, a to {ascii_lowercase[count - 1]}{numbers}:"

    @property
    def response(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> Choice:
        """The option at that place."""
        numbers = not letters_only(self.posed.question)
        return Choice(self.posed.arrangement[_place(text, len(self.posed.arrangement), numbers=numbers)])


@dataclass(frozen=True, slots=True)
class Ordering:
    """Events to be arranged in order, by their numbers."""

    posed: PosedQuestion

    @property
    def lines(self) -> tuple[str, ...]:
        """The events, out of order."""
        items = self.posed.question.items
        return tuple(f"{number}. {items[place]}" for number, place in enumerate(self.posed.arrangement, start=1))

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        return f"Type the {len(self.posed.arrangement)} numbers in the right order:"

    @property
    def response(self) -> None:
        """Nothing: a line is whole or not there."""
        return

    def take(self, text: str) -> Order:
        """The order that the numbers give, with or without something between them."""
        count = len(self.posed.arrangement)
        numbers = [int(found) for found in re.findall(r"[0-9]" if count <= LAST_DIGIT else r"[0-9]+", text)]
        if sorted(numbers) != list(range(1, count + 1)) or re.search(r"[^\W\d_]", text):
            example = " ".join(str(number) for number in range(count, 0, -1))
            raise MisreadError(f"Type each number from 1 to {count} once, such as {example}.")
        return Order(tuple(self.posed.arrangement[number - 1] for number in numbers))


@dataclass(frozen=True, slots=True)
class Matching:
    """What belongs together: a letter for each line, one after the other or all at once."""

    posed: PosedQuestion
    rights: tuple[int | None, ...]
    """For each left side the place of its partner in `Question.pairs`, as in `Pairing`."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Left sides by number, then partners by letter."""
        pairs = self.posed.question.pairs
        partners = (pairs[place][1] for place in self.posed.arrangement)
        return (
            *(f"{number}. {left}" for number, (left, _) in enumerate(pairs, start=1)),
            *(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, partners, strict=False)),
        )

    @property
    def prompt(self) -> str:
        """What is to be typed."""
        line = self.rights.index(None)
        return f"Type the letter for {line + 1}, {self.posed.question.pairs[line][0]}:"

    @property
    def response(self) -> Pairing | None:
        """The pairs made so far."""
        return Pairing(self.rights) if any(right is not None for right in self.rights) else None

    def take(self, text: str) -> Pairing | Matching:
        """The pairs with one more; a partner named again leaves the line that had it."""
        count = len(self.rights)
        letters = re.findall(r"[a-z]", text.lower())
        if len(letters) == count == len(set(letters)) and not re.search(r"[^a-zA-Z\s,;.]", text):
            return Pairing(tuple(self.posed.arrangement[_place(letter, count)] for letter in letters))
        right = self.posed.arrangement[_place(text, count, numbers=False)]
        line = self.rights.index(None)
        rights = [None if other == right else other for other in self.rights]
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
    raise MisreadError(f"Type a letter from a to {ascii_lowercase[count - 1]}{ways}.")
