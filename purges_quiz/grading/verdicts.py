"""The ways in which a verdict is put."""

from __future__ import annotations

import re

from purges_quiz.grading.verdict import Difference, Judgement, Slip, Verdict


def correct(message: str = "Correct.") -> Verdict:
    """Right, with nothing to be said against it."""
    return Verdict(Judgement.CORRECT, None, message)


def misspelt(right: str, differences: tuple[Difference, ...]) -> Verdict:
    """Right but for the spelling."""
    return Verdict(Judgement.CORRECT, Slip.SPELLING, f"Correct, but it is spelt {right}.", differences)


def partial(
    slip: Slip | None,
    message: str,
    *,
    rival: str | None = None,
    missing: tuple[str, ...] = (),
) -> Verdict:
    """Half right."""
    return Verdict(Judgement.PARTIAL, slip, message, confused_with=rival, missing=missing)


def wrong(slip: Slip | None, message: str, *, rival: str | None = None, missing: tuple[str, ...] = ()) -> Verdict:
    """Not right."""
    return Verdict(Judgement.WRONG, slip, message, confused_with=rival, missing=missing)


def unlike(message: str, *, slip: Slip | None = None, missing: tuple[str, ...] = ()) -> Verdict:
    """Not right, and like nothing that is known; the message only gives the right answer."""
    return Verdict(Judgement.WRONG, slip, message, missing=missing, generic=True)


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", '."', ".”")) else ".")


def quoted(text: str) -> str:
    """The text in quotation marks, those within it single."""
    return "\u201c" + re.sub(r'"([^"]*)"', "\u2018\\1\u2019", text) + "\u201d"


def joined(parts: tuple[str, ...]) -> str:
    """Several things as people list them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
