"""What goes wrong in answers, by the names that are kept.

Apart from `verdict`, since progress and the store need no more of it, and with them the first screen.
"""

from __future__ import annotations

from enum import StrEnum


class Slip(StrEnum):
    """What went wrong, or nearly so, in an answer: what the store keeps of it, and progress goes by.

    The sentence that the player reads goes by the `Reason`, of which there are more.
    """

    BLANK = "blank"
    HEDGED = "hedged"
    NEGATED = "negated"
    OPPOSITE = "opposite"
    ECHO = "echo"
    PASTED = "pasted"
    OTHER = "other"
    ALSO_TRUE = "also-true"
    SPELLING = "spelling"
    INCOMPLETE = "incomplete"
    CLOSE = "close"
    SWAPPED = "swapped"
    DIGIT = "digit"
    MISSING_DIGIT = "missing-digit"
    EXTRA_DIGIT = "extra-digit"
    MAGNITUDE = "magnitude"
    UNIT = "unit"
    REVERSED = "reversed"
    OTHER_FACT = "other-fact"
    DATE_PART = "date-part"
