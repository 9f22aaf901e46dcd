"""The settings in words, and the values that follow one another."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from purges_quiz.store.settings import FEWEST, MOST, STRETCHES, THEMES, Settings
from purges_quiz.wording.figures import counted, written

NAMES = ("clock", "stretch", "questions", "minutes", "exam", "theme", "animation")
"""The settings in the order in which they are shown, by their names in the file."""
NAMES_WIDTH = 18
EXAM_EXPECTED = "a date, as in 2027-05-20; leave empty for no exam"
WHERE = (
    "All this is kept in the file settings.toml, where you can choose other keys as well: see the README. "
    'The command "purges-quiz paths" says where it is.'
)
STEP = 5
"""What one press adds to the number of questions."""
MINUTES = (None, 2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 90, 120)
"""Minutes a day among which the keys choose; the file can have any others."""
SWITCH = (True, False)

_LABELS = {
    "clock": "Clock",
    "stretch": "Time to answer",
    "questions": "Quick round",
    "minutes": "Minutes a day",
    "exam": "Exam",
    "theme": "Look",
    "animation": "Motion",
}


def rows(settings: Settings, today: date) -> tuple[tuple[str, str, str], ...]:
    """For each setting its label, its value and a note, which may be empty."""
    return tuple((_LABELS[name], *_value_and_note(name, settings, today)) for name in NAMES)


def after(name: str, value: Any, step: int) -> object:  # noqa: ANN401 -- each setting has its own type
    """The value that follows, or with a step of -1 the one before; numbers stop at their ends."""
    if name == "questions":
        return min(MOST, max(FEWEST, (value // STEP + step + (step < 0 and value % STEP > 0)) * STEP))
    if name == "minutes":
        return _minutes_after(value, step)
    values: tuple[object, ...] = {"stretch": STRETCHES, "theme": THEMES}.get(name, SWITCH)
    return values[(values.index(value) + step) % len(values)]


def _minutes_after(minutes: int | None, step: int) -> int | None:
    """The next of the minutes, or the one before; it stops at the ends."""
    numbers = [each or 0 for each in MINUTES]
    further = [each for each in numbers if (each > (minutes or 0) if step > 0 else each < (minutes or 0))]
    if not further:
        return minutes
    return (min(further) if step > 0 else max(further)) or None


def date_of(text: str) -> date | None:
    """The date that was typed, None for nothing; raises ValueError with the sentence for the player."""
    text = " ".join(text.split())
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day, no instant
        except ValueError:
            continue
    raise ValueError(f'"{text}" is not a date; type it as in 2027-05-20.')


def unfit(problems: int) -> str:
    """That so many things in the file of settings are not used."""
    return f"{counted(problems, 'line')} of the settings file not used: Settings says why." if problems else ""


def _value_and_note(name: str, settings: Settings, today: date) -> tuple[str, str]:
    match name:
        case "clock":
            return ("on", "except for mistakes") if settings.clock else ("off", "")
        case "stretch":
            stretched = f"{settings.stretch:g} times as long"
            return "as usual" if settings.stretch == 1 else stretched, ""
        case "questions":
            usual = settings.questions == Settings().questions
            return counted(settings.questions, "question"), "" if usual else "not counted for the personal best"
        case "minutes" if settings.minutes is None:
            return "as on your last days", ""
        case "minutes":
            return counted(settings.minutes or 0, "minute"), ""
        case "exam":
            return _exam(settings.exam, today)
        case "theme":
            return settings.theme, ""
        case _:
            return "on" if settings.animation else "off", ""


def _exam(exam: date | None, today: date) -> tuple[str, str]:
    if exam is None:
        return "none", "Enter to set its date"
    return written(exam), "over" if exam < today else ""
