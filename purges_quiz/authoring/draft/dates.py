"""Dates in a text, found by their form and kept only if the deck can read them.

What the deck learns to read comes in by itself: days, years BC, decades and centuries have their patterns here, and
are left out as long as the parser of the deck refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import SMALL, VERBS
from purges_quiz.deck.dates import MONTHS, parse_date
from purges_quiz.deck.model import Date
from purges_quiz.grading.vocabulary import ORDINALS

MONTH = "|".join(MONTHS)
_SHORT = {name[:3]: name for name in MONTHS} | {"Sept": "September"}
_ANY_MONTH = rf"(?:{MONTH}|(?:{'|'.join(_SHORT)})\b\.?)"
_DASH = r" ?[-\u2013\u2014/] ?"
_ERA = r"(?: ?(?:BCE?|B\.C\.(?:E\.)?))"
_AFTER = (
    r"(?! ?(?:%|per ?cent|million|billion|thousand|km\b|kg\b|cm\b|mm\b|m\b|miles|metres|men\b|people\b|years?\b))"
    r"(?![\d,.]*\d)(?![\w/])"
)
"""What does not follow a year."""
_ORDINALS = {
    word: f"{number}{'th' if number > 3 else ('st', 'nd', 'rd')[number - 1]}" for word, number in ORDINALS.items()
}
_LEADS = {
    "day": "Which day, month and year?",
    "days": "Which days, month and year?",
    "month": "Which month and year?",
    "months": "Which months and year?",
    "season": "Which season and year?",
    "year": "Which year?",
    "years": "Which years?",
    "decade": "Which decade?",
    "century": "Which century?",
}
"""The question word for each precision of a date."""
_DATES = re.compile(
    rf"(?P<days>(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? (?P<m6>{_ANY_MONTH})(?: to | until |{_DASH})(?P<d4>\d{{1,2}})"
    rf"(?:st|nd|rd|th)? (?P<m7>{_ANY_MONTH}),? (?P<y6>\d{{4}}))\b"
    rf"|(?P<day>(?P<d1>\d{{1,2}}(?:[-\u2013/]\d{{1,2}})?)(?:st|nd|rd|th)?(?: of)? (?P<m1>{_ANY_MONTH}),?"
    rf" (?P<y1>\d{{3,4}}\b{_ERA}?|\d{{1,4}}{_ERA}))"
    rf"|(?P<day2>(?P<m2>{_ANY_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}}{_ERA}?))\b"
    rf"|(?P<months>(?P<m3>{_ANY_MONTH})(?:{_DASH}| to | and )(?P<m4>{_ANY_MONTH}),? (?:of )?(?P<y3>\d{{4}}))\b"
    rf"|(?P<month>(?P<m5>{_ANY_MONTH}),? (?:of )?(?P<y4>\d{{3,4}}{_ERA}?))\b"
    rf"|(?P<season>(?P<s>(?i:spring|summer|autumn|fall|winter)) (?:of )?(?P<y5>\d{{4}}(?:{_DASH}\d{{2,4}})?))\b"
    rf"|(?P<century>(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[ -]century{_ERA}?)"
    rf"|(?P<decade>(?<![\d,])1?\d\d0['’]?s)\b"
    rf"|(?P<eras>(?:(?<=between )|(?<=from )|(?<=Between )|(?<=From ))(?P<h>\d{{1,4}})(?P<era1>{_ERA}?) (?:and|to) "
    rf"(?P<i>\d{{1,4}}{_ERA}))(?!\w)"
    rf"|(?P<era>(?:AD \d{{1,4}}|\d{{1,4}}(?: ?{_DASH}\d{{1,4}})?{_ERA}|\d{{1,4}} ?(?:AD|CE)))(?!\w)"
    rf"|(?P<span>(?<![\d,.£$€])(?P<a>[12]\d{{3}})(?:[-\u2013/]| ?[-\u2013] ?)(?P<b>[12]\d{{3}}|\d{{2}}){_AFTER})"
    rf"|(?P<spread>(?<=[Ff]rom )(?P<c>[12]\d{{3}}) (?:to|until|till) (?P<e>[12]\d{{3}}){_AFTER}"
    rf"|(?<=[Bb]etween )(?P<f>[12]\d{{3}}) and (?P<g>[12]\d{{3}}){_AFTER})"
    rf"|(?P<year>(?<![\d,.£$€#-])[12]\d{{3}}{_AFTER})"
)
_DATING = re.compile(
    r"\b(?:in|since|by|until|till|from|after|before|during|to|and|between|early|late|mid|of|year|on|c\.|circa)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_COUNTING = frozenset({"order", "no.", "over", "nearly", "almost", "than", "approximately"})


def dates(text: str) -> Iterator[Find]:
    """Every date; one that the deck cannot read has no value."""
    for match in _DATES.finditer(text):
        value = _date_value(match)
        if match["year"] and not _is_year(text, match):
            continue
        date = _parsed(value)
        yield Find(match.start(), match.end(), "date", value if date else "", _lead(date) if date else "")


def _parsed(text: str) -> Date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _lead(date: Date) -> str:
    """The question word for a date, as exact as the date."""
    return _LEADS.get(str(date.precision), "When?")


def _date_value(match: re.Match[str]) -> str:
    """A date as the deck prints it."""
    if match["day"]:
        days = "-".join(str(int(day)) for day in re.split(r"[-\u2013/]", match["d1"]))
        return f"{days} {_month(match['m1'])} {_spaced(match['y1'])}"
    if match["days"]:
        first, last = f"{match['d3']} {_month(match['m6'])}", f"{match['d4']} {_month(match['m7'])}"
        return f"{first} - {last} {match['y6']}"
    if match["day2"]:
        return f"{int(match['d2'])} {_month(match['m2'])} {match['y2']}"
    if match["months"]:
        return f"{_month(match['m3'])}/{_month(match['m4'])} {match['y3']}"
    if match["month"]:
        return f"{_month(match['m5'])} {_spaced(match['y4'])}"
    return _span_value(match) or _age_value(match) or match[0]


def _span_value(match: re.Match[str]) -> str:
    """A season or a span of years, "" for another date."""
    if match["season"]:
        return f"{match['s'].lower().replace('fall', 'autumn')} {re.sub(_DASH, '-', match['y5'])}"
    if match["span"]:
        return f"{match['a']}-{match['b']}"
    if match["spread"]:
        return f"{match['c'] or match['f']}-{match['e'] or match['g']}"
    return f"{match['h']}{match['era1']}-{match['i']}" if match["eras"] else ""


def _age_value(match: re.Match[str]) -> str:
    """A decade, a century or a year with its era, "" for another date."""
    if match["decade"]:
        return match[0].replace("'", "").replace("’", "")
    if match["era"]:
        return _spaced(match[0]).replace(" - ", "-").replace("–", "-")
    if match["century"]:
        word, _, rest = match["century"].lower().replace("-", " ").partition(" ")
        return f"{_ORDINALS.get(word, word)} {_spaced(rest.upper().replace('CENTURY', 'century'))}"
    return ""


def _spaced(text: str) -> str:
    """A year with its era as the deck prints it: "44 BC"."""
    return re.sub(r"(\w) ?(BCE?|AD|CE)$", r"\1 \2", text.replace(".", "").strip())


def _month(text: str) -> str:
    return text if text in MONTHS else _SHORT.get(text.rstrip("."), text)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: not before what they count ("1500 men"), not after "Order"."""
    after = re.match(r" (?P<next>[a-z]+)", text[match.end() :])
    before = re.search(r"(?P<word>[^\W\d_]+\.?)(?: of)? $", text[: match.start()])
    if before and before["word"].lower() in _COUNTING:
        return False
    if after and not _DATING.search(text[: match.start()]):
        word = after["next"]
        return word in SMALL or word in VERBS or not (word.endswith("s") and not word.endswith("ss"))
    return True
