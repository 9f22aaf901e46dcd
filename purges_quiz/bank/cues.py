"""Cues: what the wording of a multiple choice gives away to a guesser who knows nothing of its subject.

A cue is a function that scores each option from the prompt and the options alone. Its guesser takes the option with
the highest score, as each docstring says. Where a cue does not apply it returns no scores, ().
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from purges_quiz.bank.surface import amount, differences, exactness, hedges, shared, stems

Options = tuple[str, ...]
Scores = tuple[float, ...]
Advantages = tuple[int, ...]
"""For each cue how much likelier than by chance its guesser is right, in twelfths."""
Cue = Callable[[str, Options], Scores]

CERTAIN = 12
"""A probability of 1 in twelfths: the least unit in which halves, thirds and quarters are whole numbers."""


def guess(scores: Scores) -> Scores:
    """The probability with which a guesser takes each option: all on the highest score, ties split evenly.

    () where the cue does not apply, or scores all options alike.
    """
    most = max(scores, default=0)
    best = scores.count(most)
    return tuple((score == most) / best for score in scores) if best < len(scores) else ()


def advantages(cues: Iterable[Cue], prompts: Iterable[str], options: Options, place: int) -> Advantages:
    """How much likelier than by chance each cue's guesser is to take the option in that place, summed over the prompts.

    In twelfths, since these are whole numbers for up to four options: sums of floats differ from one Python to the
    next, and with them which of two nearly equal option sets is chosen.
    """
    prompts = tuple(prompts)
    chance = CERTAIN // len(options)
    found = []
    for cue in cues:
        guesses = (guess(cue(prompt, options)) for prompt in prompts)
        found.append(sum(round(CERTAIN * shares[place]) - chance for shares in guesses if shares))
    return tuple(found)


def total(some: Iterable[Advantages]) -> Advantages:
    """The advantages over several option sets, added up cue by cue."""
    return tuple(map(sum, zip(*some, strict=True)))


def predictability(each: Advantages) -> int:
    """The sum of the squared advantages: a cue that is never right helps a guesser as much as one that always is."""
    return sum(advantage * advantage for advantage in each)


def longest(_prompt: str, options: Options) -> Scores:
    """The option of the most characters."""
    return tuple(map(len, options))


def shortest(_prompt: str, options: Options) -> Scores:
    """The option of the fewest characters."""
    return tuple(-len(option) for option in options)


def middle(_prompt: str, options: Options) -> Scores:
    """The number or date in the middle when they are sorted, or one of the two in the middle."""
    amounts = _amounts(options)
    return tuple(-abs(sum((other < one) - (other > one) for other in amounts)) for one in amounts)


def nearest_mean(_prompt: str, options: Options) -> Scores:
    """The number or date nearest to the mean of all."""
    amounts = _amounts(options)
    return tuple(-abs(one - sum(amounts) / len(amounts)) for one in amounts)


def most_digits_shared(_prompt: str, options: Options) -> Scores:
    """The number that agrees with the others in the most places, counted from its last digit."""
    digits = [re.sub(r"\D", "", option)[::-1] for option in options]
    if not all(digits):
        return ()
    return tuple(
        sum(mine == its for other in (*digits[:at], *digits[at + 1 :]) for mine, its in zip(one, other, strict=False))
        for at, one in enumerate(digits)
    )


def fewest_digits_shared(prompt: str, options: Options) -> Scores:
    """The number that agrees with the others in the fewest places."""
    return tuple(-score for score in most_digits_shared(prompt, options))


def roundest(_prompt: str, options: Options) -> Scores:
    """The number of the most zeros at its end; among equals one whose last other digit is a 5."""
    digits = [re.sub(r"\D", "", option) for option in options]
    if not all(digits):
        return ()
    return tuple(len(one) - len(one.rstrip("0")) + one.rstrip("0").endswith("5") / 2 for one in digits)


def least_round(prompt: str, options: Options) -> Scores:
    """The number of the fewest zeros at its end."""
    return tuple(-score for score in roundest(prompt, options))


def closest_pair(prompt: str, options: Options) -> Scores:
    """Either number or date of the two that lie closest together."""
    return tuple(-score for score in most_isolated(prompt, options))


def most_isolated(_prompt: str, options: Options) -> Scores:
    """The number or date farthest from its nearest neighbour."""
    amounts = _amounts(options)
    return tuple(
        min((abs(one - other) for at, other in enumerate(amounts) if at != mine), default=0)
        for mine, one in enumerate(amounts)
    )


def leading_digit(_prompt: str, options: Options) -> Scores:
    """The number whose first digit the most others have too."""
    firsts = [re.sub(r"\D", "", option).lstrip("0")[:1] for option in options]
    return tuple(map(Counter(firsts).__getitem__, firsts)) if all(firsts) else ()


def small_leading_digit(_prompt: str, options: Options) -> Scores:
    """The number that begins with the least digit, as most counted things do (Benford)."""
    firsts = [re.sub(r"\D", "", option).lstrip("0")[:1] for option in options]
    return tuple(-int(first) for first in firsts) if all(firsts) else ()


def odd_one_out(_prompt: str, options: Options) -> Scores:
    """The option least like the others in type, case, punctuation, number of words, and article or other first word."""
    return tuple(sum(differences(one, other) for other in options) for one in options)


def prompt_words(prompt: str, options: Options) -> Scores:
    """The option that shares the most words with the prompt."""
    asked = stems(prompt)
    return tuple(len(asked & stems(option)) for option in options)


def option_words(_prompt: str, options: Options) -> Scores:
    """The option that shares the most words with the other options."""
    return tuple(
        sum(shared(one, other) for other in (*options[:at], *options[at + 1 :])) for at, one in enumerate(options)
    )


def hedged(_prompt: str, options: Options) -> Scores:
    """The option of the most hedges: about, almost, over, some ..."""
    return tuple(map(hedges, options))


def precise(_prompt: str, options: Options) -> Scores:
    """The option that says most exactly: the most digits other than zero, and capitals within."""
    return tuple(map(exactness, options))


def position(place: int) -> Cue:
    """The option in that place, 0 for the first and -1 for the last."""

    def cue(_prompt: str, options: Options) -> Scores:
        return tuple(float(at == place % len(options)) for at in range(len(options)))

    return cue


def highest_count(counts: Mapping[str, int]) -> Cue:
    """The option with the highest count, such as how many other facts have it as the right option."""

    def cue(_prompt: str, options: Options) -> Scores:
        return tuple(counts.get(option, 0) for option in options)

    return cue


def vote(cues: Iterable[Cue]) -> Cue:
    """The option to which the guessers of these cues together give the highest probability."""
    cues = tuple(cues)

    def cue(prompt: str, options: Options) -> Scores:
        return tally(guess(one(prompt, options)) for one in cues)

    return cue


def tally(guesses: Iterable[Scores]) -> Scores:
    """The sum of what several guessers put on each option."""
    return tuple(round(sum(shares), 9) for shares in zip(*filter(None, guesses), strict=True))


FIGURE_CUES: Mapping[str, Cue] = {
    cue.__name__.replace("_", "-"): cue
    for cue in (
        middle,
        nearest_mean,
        most_digits_shared,
        fewest_digits_shared,
        roundest,
        least_round,
        closest_pair,
        most_isolated,
        leading_digit,
        small_leading_digit,
    )
}
"""Cues that apply to numbers and dates alone."""

TEXT_CUES: Mapping[str, Cue] = {
    cue.__name__.replace("_", "-"): cue
    for cue in (longest, shortest, odd_one_out, prompt_words, option_words, hedged, precise)
}
"""Cues that apply to every option."""

POSITIONS: Mapping[str, Cue] = {
    "first": position(0),
    "second": position(1),
    "next-to-last": position(-2),
    "last": position(-1),
}

CUES: Mapping[str, Cue] = {**TEXT_CUES, **FIGURE_CUES, **POSITIONS}
"""Every cue that needs nothing but the question; `highest_count` and `vote` need more."""


def _amounts(options: Options) -> tuple[float, ...]:
    """The amounts of the options, or () if one has none."""
    found = tuple(known for option in options if (known := amount(option)) is not None)
    return found if len(found) == len(options) else ()
