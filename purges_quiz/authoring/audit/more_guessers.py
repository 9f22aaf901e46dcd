"""More cues that need nothing but the prompt and the options.

The bank chooses its option sets by its own cues; these play no part in that, and so find what those miss.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from purges_quiz.bank.cues import Cue, Options, Scores, hedged, option_words, prompt_words
from purges_quiz.bank.surface import amount, words

LETTERS = 3
"""Letters of the pieces (n-grams) by which the spelling of texts is compared."""


def prompt_letters(prompt: str, options: Options) -> Scores:
    """The option that is spelt most like the prompt."""
    return tuple(round(_likeness(prompt, option), 9) for option in options)


def option_letters(_prompt: str, options: Options) -> Scores:
    """The option that is spelt most like the others."""
    return tuple(
        round(sum(_likeness(one, other) for at, other in enumerate(options) if at != mine), 9)
        for mine, one in enumerate(options)
    )


def most_words(_prompt: str, options: Options) -> Scores:
    """The option of the most words."""
    return tuple(len(words(option)) for option in options)


def longest_words(_prompt: str, options: Options) -> Scores:
    """The option with the longest words."""
    return tuple(round(len(option) / max(1, len(words(option))), 9) for option in options)


def middle_length(_prompt: str, options: Options) -> Scores:
    """The option nearest to the mean length."""
    mean = sum(map(len, options)) / len(options)
    return tuple(-abs(len(option) - mean) for option in options)


def imprecise(_prompt: str, options: Options) -> Scores:
    """The option of the fewest capitals and digits."""
    return tuple(-sum(letter.isdigit() or letter.isupper() for letter in option) for option in options)


def first_in_the_alphabet(_prompt: str, options: Options) -> Scores:
    """The option that a dictionary has first; figures apart."""
    return () if any(amount(option) is not None for option in options) else _negative(_ranks(options))


def nearest_ratio(_prompt: str, options: Options) -> Scores:
    """The number nearest to the geometric mean."""
    found = [known for option in options if (known := amount(option)) is not None and known > 0]
    if len(found) < len(options):
        return ()
    mean = math.prod(found) ** (1 / len(found))
    return tuple(-round(abs(math.log(one / mean)), 9) for one in found)


def repeated_digit(_prompt: str, options: Options) -> Scores:
    """The number in which one digit, zeros at its end apart, stands most often."""
    found = [re.sub(r"\D", "", option).rstrip("0") for option in options]
    return tuple(max(Counter(digits).values()) for digits in found) if all(found) else ()


def odd_number(_prompt: str, options: Options) -> Scores:
    """The number whose last digit but zeros is odd."""
    found = [re.sub(r"\D", "", option).rstrip("0") for option in options]
    return tuple(int(digits[-1]) % 2 for digits in found) if all(found) else ()


def most_digits_apart(_prompt: str, options: Options) -> Scores:
    """The number of the most different digits."""
    found = [re.sub(r"\D", "", option) for option in options]
    return tuple(len(set(digits)) for digits in found) if all(found) else ()


def _least(cue: Cue) -> Cue:
    """The guesser who takes what another likes least."""
    return lambda prompt, options: _negative(cue(prompt, options))


MORE_CUES: Mapping[str, Cue] = {
    "least-prompt-words": _least(prompt_words),
    "least-option-words": _least(option_words),
    "prompt-letters": prompt_letters,
    "least-prompt-letters": _least(prompt_letters),
    "option-letters": option_letters,
    "least-option-letters": _least(option_letters),
    "most-words": most_words,
    "fewest-words": _least(most_words),
    "longest-words": longest_words,
    "shortest-words": _least(longest_words),
    "middle-length": middle_length,
    "unhedged": _least(hedged),
    "imprecise": imprecise,
    "first-in-the-alphabet": first_in_the_alphabet,
    "last-in-the-alphabet": _least(first_in_the_alphabet),
    "nearest-ratio": nearest_ratio,
    "repeated-digit": repeated_digit,
    "odd-number": odd_number,
    "most-digits-apart": most_digits_apart,
}


def _negative(scores: Scores) -> Scores:
    return tuple(-score for score in scores)


def _ranks(options: Options) -> Scores:
    ranked = sorted(options, key=str.casefold)
    return tuple(map(ranked.index, options))


def _likeness(one: str, other: str) -> float:
    """The cosine between two texts by their pieces of three letters."""
    first, second = pieces(one), pieces(other)
    shared = sum(count * second[piece] for piece, count in first.items())
    size = math.sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
    return shared / size if size else 0.0


@lru_cache(maxsize=8192)
def pieces(text: str, length: int = LETTERS) -> Counter[str]:
    """How often each piece of so many letters stands in a text, its beginning and end marked."""
    marked = f" {text.casefold()} "
    return Counter(marked[at : at + length] for at in range(len(marked) - length + 1))
