"""How each kind of question is shown and answered on lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_lowercase
from typing import assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.wording.answers import letters_only, wanted

LAST_DIGIT = 9
"""Up to so many items their numbers can be typed with nothing between them."""


class MisreadError(ValueError):
    """A line that is no answer to the question; says what would be one."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for now."""

    lines: tuple[str, ...]
    """What the question lists."""
    prompt: str
    """What is to be typed."""
    take: Callable[[str], Response | Form]
    """The answer that a line is, or what is asked for next; raises `MisreadError`."""
    response: Response | None = None
    """What has been answered so far, if anything."""


def form_of(posed: PosedQuestion) -> Form:
    """The form for a question's kind."""
    match posed.question.kind:
        case Kind.MULTIPLE_CHOICE:
            return _choices(posed)
        case Kind.ORDERING:
            return _ordering(posed)
        case Kind.MATCHING:
            return _matching(posed, (None,) * len(posed.question.pairs))
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return _typed(posed)
        case kind:
            assert_never(kind)


def _typed(posed: PosedQuestion) -> Form:
    """An answer in the player's words, with the hint where the question has one."""
    lines: tuple[str, ...] = ()
    if (hint := posed.question.hint) is not None:
        others = " and ... for any number of them" if "..." in hint else ""
        lines = (f"Hint, with _ for each letter or digit that is hidden{others}: {hint}",)
    return Form(lines, f"Type {wanted(posed.question)}:", lambda text: text)


def _choices(posed: PosedQuestion) -> Form:
    """One of several options, by its letter or number."""
    count, numbered = len(posed.arrangement), not letters_only(posed.question)
    texts = (posed.question.options[place].text for place in posed.arrangement)
    numbers = f", or a number, 1 to {count}" if numbered else ""
    return Form(
        tuple(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, texts, strict=False)),
        f"Type a letter, a to {ascii_lowercase[count - 1]}{numbers}:",
        lambda text: Choice(posed.arrangement[_place(text, count, numbers=numbered)]),
    )


def _ordering(posed: PosedQuestion) -> Form:
    """Events to be arranged in order by their numbers, with or without something between them."""
    count = len(posed.arrangement)

    def take(text: str) -> Order:
        numbers = [int(found) for found in re.findall(r"[0-9]" if count <= LAST_DIGIT else r"[0-9]+", text)]
        if sorted(numbers) != list(range(1, count + 1)) or re.search(r"[^\W\d_]", text):
            example = " ".join(str(number) for number in range(count, 0, -1))
            raise MisreadError(f"Type each number from 1 to {count} once, such as {example}.")
        return Order(tuple(posed.arrangement[number - 1] for number in numbers))

    lines = (f"{number}. {posed.question.items[place]}" for number, place in enumerate(posed.arrangement, start=1))
    return Form(tuple(lines), f"Type the {count} numbers in the right order:", take)


def _matching(posed: PosedQuestion, rights: tuple[int | None, ...]) -> Form:
    """What belongs together: a letter for each line, one after the other or all at once.

    `rights` has for each left side the place of its partner in `Question.pairs`, as `Pairing` has. A partner named
    again leaves the line that had it.
    """
    pairs, count, line = posed.question.pairs, len(rights), rights.index(None)

    def take(text: str) -> Pairing | Form:
        letters = re.findall(r"[a-z]", text.lower())
        if len(letters) == count == len(set(letters)) and not re.search(r"[^a-zA-Z\s,;.]", text):
            return Pairing(tuple(posed.arrangement[_place(letter, count)] for letter in letters))
        right = posed.arrangement[_place(text, count, numbers=False)]
        found = [None if other == right else other for other in rights]
        found[line] = right
        return _matching(posed, tuple(found)) if None in found else Pairing(tuple(found))

    partners = (pairs[place][1] for place in posed.arrangement)
    lines = (
        *(f"{number}. {left}" for number, (left, _) in enumerate(pairs, start=1)),
        *(f"{letter}. {text}" for letter, text in zip(ascii_lowercase, partners, strict=False)),
    )
    so_far = Pairing(rights) if any(right is not None for right in rights) else None
    return Form(lines, f"Type the letter for {line + 1}, {pairs[line][0]}:", take, so_far)


def _place(text: str, count: int, *, numbers: bool = True) -> int:
    """The place from 0 that a letter or number stands for: "b", "B)", "(2)", "2."."""
    found = re.fullmatch(r"\(?\s*([a-z]|[0-9]+)\s*[).]?", text.strip().lower())
    if found and (numbers or found[1].isalpha()):
        place = ascii_lowercase.index(found[1]) if found[1].isalpha() else int(found[1][:9]) - 1
        if 0 <= place < count:
            return place
    ways = f" or a number from 1 to {count}" if numbers else ""
    raise MisreadError(f"Type a letter from a to {ascii_lowercase[count - 1]}{ways}.")
