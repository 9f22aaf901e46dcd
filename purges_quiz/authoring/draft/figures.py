"""Dates and numbers in a text: found by their form, kept only if the deck can read them, none within another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from purges_quiz.authoring.draft.dates import MONTH, dates
from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import SMALL, VERBS
from purges_quiz.authoring.lines import SPELT_UNITS
from purges_quiz.deck.dates import MONTHS
from purges_quiz.deck.numbers import QUALIFIERS, SPELT_NUMBERS, parse_label, parse_quantity, parse_range

_DASH = r" ?[-\u2013\u2014/] ?"
CARDINAL = {word: str(number) for word, number in SPELT_NUMBERS.items() if 2 <= number <= 20}
_MAGNITUDE = r"(?: (?:hundred|thousand|million|billion|trillion)|(?:bn|m|k)\b)?"
_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT_SIGN = r"(?: ?(?:%|per ?cent\b))?"
_MEASURE = re.compile(
    r" ?(?P<unit>°[CF]?|(?:[kcmnµ]?m|[kmµ]?g|[km]?W|[km]?J|[kM]?Hz|m?[lL]|kN|mph|ms|mol|bar|atm|dB|eV|ha"
    r"|GW|TWh|MW|nm|pm|[VANKs])"
    r"(?:[²³]|/(?:[a-z]{1,3})[²³]?)?)(?![\w/])"
)
"""A unit of measurement right after a number."""
_QUALIFIER = {
    "over": "|".join((*QUALIFIERS["over"], "greater than")),
    "around": "|".join((*QUALIFIERS["around"], r"approx\.?", r"c\.", "circa", "an estimated", "~")),
}
_NUMBERS = re.compile(
    rf"(?P<range>(?<![\w.,£$€/-])(?P<low>\d{{1,3}})(?:{_DASH}| to )(?P<high>\d{{1,3}})(?P<unit> [a-z]+)?)(?![\w%/])"
    rf"|(?P<spread>(?<=[Bb]etween )(?P<low2>\d{{1,3}})(?:{_DASH}| and )(?P<high2>\d{{1,3}})(?P<unit2> [a-z]+))(?![\w%])"
    rf"|(?P<label>(?<!\w)(?P<noun>[A-Z][a-z]+|[Nn]o\.|[Nn]umber) (?P<digits>\d+))(?![\w,.]*\d)"
    rf"|(?P<amount>(?<![\w.,:£$€/+×x^-])(?:(?P<how>(?i:{'|'.join(_QUALIFIER.values())})) )?"
    rf"(?P<number>[£$€]?-?{_AMOUNT}{_MAGNITUDE}{_UNIT_SIGN}))(?![\w/%]|[.,:]\d|-\d| ?[×x] ?10)"
    rf"|(?P<words>\b(?:{'|'.join(CARDINAL)})\b)(?= [a-z]+)(?!-)",
)
_NOT_COUNTED = re.compile(r"(?:the|these|those|his|her|their|its|all|any|every|each|other) $", re.IGNORECASE)
_NAMING = frozenset(
    "act apollo article battalion decree directive flight operation resolution book boeing category "
    "chapter class fig figure form grade group henry level no "
    "number order page part phase psalm round rule section stage step table thesis type unit volume year".split()
)
_COUNTED_AFTER = re.compile(
    r" (?:(?:of|or|others?|more|" + "|".join(sorted(VERBS)) + r")\b|[A-Z]|[a-z]+(?:ed|t|n)\b|[a-z]+ [a-z]+(?:ed|s)\b)"
)
"""What follows a number of which it is asked "how many", where it does not say what is counted at once."""
_UNITS = 4
"""Words after a number that may say what is counted."""


def counts(text: str) -> Iterator[Find]:
    """Every number that the deck can read."""
    for match in _NUMBERS.finditer(text):
        find = (
            _range(match)
            if match["range"] or match["spread"]
            else _label(match)
            if match["label"]
            else _words(text, match)
            if match["words"]
            else _amount(text, match)
        )
        if find is not None:
            yield find


def _range(match: re.Match[str]) -> Find | None:
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    unit = (match["unit"] or match["unit2"] or "").strip()
    unit = "" if unit in SMALL or unit in VERBS or unit in {"thousand", "million", "billion"} else unit
    value = f"{low}-{high} {unit}".strip()
    if not unit or _parsed(parse_range, value) is None:
        return None
    end = match.end() if unit else match.end() - len(match["unit"] or match["unit2"] or "")
    return Find(match.start(), end, "range", value, "From how many to how many?", (unit,))


def _label(match: re.Match[str]) -> Find | None:
    digits = match["digits"]
    if (
        len(digits) < 3 or match["noun"].lower().rstrip(".") not in _NAMING or _parsed(parse_label, digits) is None
    ):  # too short to be worth remembering: "Category 1"
        return None
    return Find(match.start("digits"), match.end("digits"), "number", digits, "Which number?")


def _words(text: str, match: re.Match[str]) -> Find | None:
    if _NOT_COUNTED.search(text[: match.start()]) and not re.search(
        r"\b(?:into|of|has|have|had|are|were) $", text[: match.start()]
    ):
        return None
    value = CARDINAL[match[0]]
    units = _units(text, match.end())
    if not units or not units[0].endswith("s") or text[match.end() :].startswith((" thirds", " halves", " quarters")):
        return None
    return Find(match.start(), match.end(), "quantity", value, "How many?", units)


def _amount(text: str, match: re.Match[str]) -> Find | None:
    """An amount of something, None for a number that is part of a name, a day, or nothing to be asked."""
    number, after = match["number"], text[match.end() :]
    if _is_named(text, match) or number in {"0", "1"} or re.match(r" ?(?:\+/-|±)", after):
        return None
    if re.match(r"0\d", number):
        if not number.isdigit():
            return None
        return Find(match.start("number"), match.end(), "number", number, "Which number?")
    how = next((name for name, words in _QUALIFIER.items() if re.fullmatch(words, (match["how"] or "").lower())), "")
    measured = _MEASURE.match(after)
    if re.search(r"[%£$€]|per ?cent", number):
        units: tuple[str, ...] = ()
    elif measured:
        units = (measured["unit"], *SPELT_UNITS.get(measured["unit"], ()))
    else:
        units = _units(text, match.end())
    if not units and (re.search(r"\d, $", text[: match.start()]) or re.match(r", \d", after)):
        return None  # a series: "1, 1, 2, 3, 5"
    for value, start in ((f"{how} {_spelt(number)}".strip(), match.start()), (_spelt(number), match.start("number"))):
        if _parsed(parse_quantity, value) is not None:
            return Find(start, match.end(), "quantity", value, _lead(number, text[:start], after, units), units)
    return None


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to a name or a day: "Article 58", "17 June", "9 Thermidor", "7 +/- 2"."""
    before, after = text[: match.start()], text[match.end() :]
    if re.search(rf"(?:(?:{MONTH}) (?:the )?|(?:\+/-|±|\+) ?)$", before) or re.match(r"(?:st|nd|rd|th)\b", after):
        return True
    word = last[0].rstrip(" ") if (last := re.search(r"[\w.]+ $", before)) else ""
    if word.lower().rstrip(".") in _NAMING:
        return True
    if word[:1].isupper() and not word.isupper() and before.strip() != word and not match["how"]:
        return True
    following = re.match(r" (?P<one>[A-Z][\w-]*)(?P<more>(?: [A-Z][\w-]*)*)(?P<noun> [a-z]+s\b)?", after)
    if following is None or not match["number"][-1].isdigit() or not match["number"][0].isdigit():
        return False
    plural = (following["more"].split() or [following["one"]])[-1].endswith("s")
    return following["one"] in MONTHS or not (following["noun"] or plural)


def _lead(number: str, before: str, after: str, units: tuple[str, ...]) -> str:
    """The question word for an amount."""
    if re.search(r"%|per ?cent", number):
        return "What percentage?"
    if number[0] in "£$€":
        return "How much?"
    if units and _MEASURE.fullmatch(units[0]):
        return f"How many {units[0]}?"
    if before.endswith(("aged ", "age of ")):
        return "What age?"
    return "How many?" if units or _COUNTED_AFTER.match(after) else "Which number?"


def _spelt(number: str) -> str:
    text = re.sub(r" ?per ?cent$| %$", "%", number)
    return re.sub(r"(?<=\d)(bn|m|k)$", lambda it: {"bn": " billion", "m": " million", "k": " thousand"}[it[0]], text)


def _units(text: str, end: int) -> tuple[str, ...]:
    """What is counted: the words after a number up to a small word, the last of them first."""
    words: list[str] = []
    rest = text[end:]
    while found := re.match(r" [\"“‘']?(?P<word>[a-z][a-z-]*)[\"”’']?", rest):
        word = found["word"]
        if word in VERBS or (word in SMALL and word not in {"other", "more", "own"}) or len(words) == _UNITS:
            break
        words.append(word)
        rest = rest[found.end() :]
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3:  # the noun, most likely
            break
    words = [word for word in words if word not in {"other", "more", "own"}]
    if not words or (
        not words[-1].endswith("s") and words[-1] not in {"people", "men", "women", "children", "percent"}
    ):
        return ()
    return tuple(dict.fromkeys((words[-1], " ".join(words))))


def _parsed(read: Callable[[str], object], text: str) -> object | None:
    try:
        return read(text)
    except ValueError:
        return None


_ANYTHING = re.compile(rf"\d|century|\b(?:{'|'.join(CARDINAL)})\b")
"""What a text has that has a date or a number."""
_SHORT_TEXT = 60
"""Characters of a text that is a date or a number and nothing else."""
_ARTICLE = re.compile(r"^(?:in|on|c\.|circa|the|around|about) ", re.IGNORECASE)


def figures(text: str) -> Iterator[Find]:
    """Every date and number of a text that the deck can read, in order, none within another."""
    taken: list[tuple[int, int]] = []
    if not _ANYTHING.search(text):
        return
    for find in dates(text):
        taken.append((find.start, find.end))
        if find.value:
            yield find
    for find in counts(text):
        if all(find.end <= start or end <= find.start for start, end in taken):
            taken.append((find.start, find.end))
            yield find


def read_date(text: str) -> Find | None:
    """The date that a whole text is, or None."""
    if len(text) > _SHORT_TEXT or not _ANYTHING.search(text):
        return None
    found = list(dates(text.strip(" .")))
    whole = _ARTICLE.sub("", text.strip(" ."))
    return found[0] if len(found) == 1 and found[0].value and len(whole) == found[0].end - found[0].start else None


def read_number(text: str) -> Find | None:
    """The number that a text is, alone or with what it counts, or None."""
    if len(text) > _SHORT_TEXT:
        return None
    found = list(figures(text.strip(" .")))
    if len(found) != 1 or found[0].type == "date":
        return None
    rest = (text[: found[0].start] + text[found[0].end :]).strip(" .")
    return found[0] if rest in {"", *found[0].units, " ".join(found[0].units)} else None
