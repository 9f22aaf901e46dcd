"""Proper names in a text, runs of words with capitals, and which of them are people's.

That is a sum of what stands beside a name anywhere in the cards. Titles, first names, particles and the numbers of
kings speak for a person, and so do verbs of which people are the subject; places, bodies and an article before a name
speak against it. What is in doubt is a term.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from purges_quiz.authoring.draft.vocabulary import MONTHS, SMALL, VERBS, vocabulary

_CAPITAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th) )?(?:(?:[A-ZÀ-Þ]\.)+|(?:Mc|Mac|O['’]|D['’]|d['’])?[A-ZÀ-Þ][\w-]*(?:['’][A-Z][\w-]+)?)"
)
_PARTICLE = (
    r"(?:da|de|de la|del|della|der|di|do|dos|du|el|la|le|ten|ter|van|van der|van den|von|al-?|bin|ibn|of|of the|the"
    r"|and of the)"
)
_NUMBER = r"\d{3,}(?![\d,.%]| (?:hundred|thousand|million|billion|trillion)\b)"
"""A number in a name: "Fahrenheit 451", but not "lent Germany 800 million"."""
_RUN = re.compile(rf"(?<![\w-])(?:{_CAPITAL})(?: (?:{_PARTICLE} )?(?:{_CAPITAL}|{_NUMBER}|[IVX]+\b))*")
ROMAN = re.compile(r"[IVX]{1,5}")
SURNAME = re.compile(r"(?:[^\W\d_]{3,}(?:ov|ev|yov|sky|skii|vich|enko|escu|stein|berg|ström|elli|ini|ović))$")
DEMONYM = re.compile(r"(?:[^\W\d_]{2,}(?:ish|ians?|ans|ese|ists?|ites?|ism|eans?|icans?|ic|iks?))$")
_JOINED = re.compile(r"-(?:led|born|based|style|era|like|run|held|backed|made)$")
_COMPLETE = frozenset({"War", "Wars", "Revolution", "Empire", "Republic", "Crisis"})
"""Words with which a name is complete: "In the Second Punic War Hannibal crossed the Alps"."""
_ERAS = frozenset({"BC", "BCE", "AD", "CE"})
_ENOUGH = 2
"""The sum from which a name is a person's."""
Words = list[re.Match[str]]
"""The words of a run, with their places in it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitals in a text, without articles, possessive endings and what only begins a sentence."""

    start: int
    end: int
    text: str


@dataclass
class Known:
    """What all the cards together say about their names."""

    score: dict[str, int] = field(default_factory=dict)
    """For and against each name's being a person's; of full names also for the surname alone."""
    plain: set[str] = field(default_factory=set)
    """Names that look like a first name and a surname: a little speaks for people, however often they stand."""
    within: set[str] = field(default_factory=set)
    """Words with a capital somewhere within a sentence."""
    small: set[str] = field(default_factory=set)
    """Words that stand without a capital somewhere."""

    def is_person(self, text: str) -> bool:
        """Whether this name is a person's."""
        return self.score.get(text, 0) + (text in self.plain) >= _ENOUGH

    def add_evidence(self, text: str, evidence: int) -> None:
        """Add what speaks for a person, or against it below 0."""
        self.score[text] = self.score.get(text, 0) + evidence


def names(text: str, known: Known) -> Iterator[Name]:
    """Every proper name of a sentence."""
    for match in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", match[0]))
        _trim(words)
        if words and words[0].start() == 0 and _opens(text[: match.start()]):
            _trim_opening(words, text, match.start(), known)
        for part in _parts(words):
            if (name := _name(part, text, match.start())) is not None:
                yield name


def is_plain_people(text: str) -> bool:
    """Whether a name only says of what people or country something is: "British", "Bolsheviks"."""
    if " " in text or text.endswith("ism"):
        return False
    return text.lower().rstrip("s") in vocabulary().peoples or DEMONYM.match(text) is not None


def acts(text: str, end: int) -> bool:
    """Whether what stands there does, or suffers, what people do."""
    lists = vocabulary()
    after = re.match(
        r"(?: \([^)]*\))?,? (?:(?:also|then|later|first|himself|herself) )*(?P<one>\w+)(?: (?P<two>\w+))?", text[end:]
    )
    if not after or after["two"] == "by":
        return False
    return after["one"] in lists.deeds or (after["one"] in {"was", "is", "were"} and after["two"] in lists.suffered)


def _trim(words: Words) -> None:
    """Take away small words, months and figures at both ends, and a verb: "Ran the Stanford Prison Experiment"."""
    lists = vocabulary()
    while words and (words[0][0].lower() in SMALL or words[0][0].lower().rstrip(".") in VERBS or words[0][0] in MONTHS):
        words.pop(0)
    while words and (words[-1][0].islower() or words[-1][0] in MONTHS or [word[0] for word in words] in (["I"], ["A"])):
        words.pop()
    while words and (words[0][0].isdigit() or words[0][0] in _ERAS):
        words.pop(0)
    if len(words) > 2 and words[1][0] == "the" and words[0][0].lower() not in lists.first_names | lists.titles:
        del words[:2]


def _opens(before: str) -> bool:
    """Whether what follows is the beginning of a sentence, where a capital says nothing."""
    return not re.search(r"[\w)]", before) or re.search(r"[.!?:]['\"”’]? ['\"“‘]?$", before) is not None


def _trim_opening(words: Words, text: str, start: int, known: Known) -> None:
    """Take away the first word of a sentence where only its place gives it a capital."""
    lists = vocabulary()
    first = words[0][0]
    of = len(words) > 2 and words[1][0] == "of"
    if of and first.lower() not in lists.bodies | lists.titles and first not in known.within:
        del words[: 3 if words[2][0] == "the" else 2]  # "Division of France"
        return
    if first in known.within:
        return
    if len(words) > 1:
        common = first.lower() in known.small and first.lower() not in lists.first_names | lists.titles
    else:
        plainly = first.isupper() or SURNAME.match(first) or acts(text, start + words[0].end())
        common = first.lower() in known.small or not plainly
    if common:
        words.pop(0)


def _parts(words: Words) -> Iterator[Words]:
    """The names of a run: two where the first is complete."""
    for at, word in enumerate(words[:-1]):
        after = words[at + 1][0]
        goes_on = not after[0].isupper() or ROMAN.fullmatch(after) or after.lower() in vocabulary().bodies
        if word[0] in _COMPLETE and not goes_on:
            yield words[: at + 1]
            yield from _parts(words[at + 1 :])
            return
    if words:
        yield words


def _name(words: Words, text: str, start: int) -> Name | None:
    begin = start + words[0].start()
    name = text[begin : start + words[-1].end()]
    if joined := _JOINED.search(name):
        name = name[: joined.start()]
    if not re.fullmatch(r"(?:[A-Z]\.)+", name):
        name = re.sub(r"['’]s?$", "", name).rstrip(".-")
    if len(name) < 2 or name.isdigit() or name in MONTHS:
        return None
    return Name(begin, begin + len(name), name)


_PERSONAL = re.compile(r" (?:da|de|de la|del|della|di|du|van|van der|van den|von|ibn|bin) ")
_RELATIVE = re.compile(r",? \(?who(?:se|m)?\b|,? (?:himself|herself)\b|,? \(\d{4}[-–]\d{2,4}\)")
_WORKS = frozenset("book novel play poem painting called entitled wrote published opera film".split())
_SITES = frozenset("in at near across into throughout".split())
_SURE, _LIKELY, _NEVER, _HARDLY = 3, 2, -4, -3


def learn(texts: Iterable[str], headings: Iterable[str] = ()) -> Known:
    """What these sentences say about the names in them; of headings only the name with which they begin counts."""
    known = Known()
    read = list(texts)
    for text in read:
        first = re.match(r"\W*[\w'’-]+", text)
        known.within.update(re.findall(r"\b[A-ZÀ-Þ][\w-]+", text[first.end() if first else 0 :]))
        known.small.update(re.findall(r"\b[a-zß-ÿ][\w-]+", text))
    for text in headings:
        for name in names(text, known):
            if name.start == 0:
                known.add_evidence(name.text, _evidence(text, name, known))
    found = [(text, list(names(text, known))) for text in read]
    for text, named in found:
        for name in named:
            known.add_evidence(name.text, _evidence(text, name, known))
    for text, named in found:
        _add_rows(text, named, known)
    _add_surnames([name.text for _, named in found for name in named], known)
    return known


def groups(text: str, found: Sequence[Name], known: Known) -> list[list[Name]]:
    """The people of a sentence, those that are named one after the other together."""
    people = [name for name in found if known.is_person(name.text)]
    return _joined(text, people, re.compile(r"(?:,|,? and|,? or| &) ?(?:\([^)]*\))?,? ?| \([^)]*\),? ?"))


def _add_rows(text: str, named: Sequence[Name], known: Known) -> None:
    """Where one of a row is a person, the others are most likely people too: "Julius Caesar, Pompey and Crassus"."""
    for row in _joined(text, named, re.compile(r"(?:, |,? and | & )(?:the )?")):
        if len(row) > 1 and any(known.is_person(name.text) for name in row):
            for name in row:
                if known.score.get(name.text, 0) >= 0:
                    known.add_evidence(name.text, _LIKELY)


def _add_surnames(found: Iterable[str], known: Known) -> None:
    """A surname that is part of a person's name, and of no other, is that person's."""
    fulls: Mapping[str, set[str]] = defaultdict(set)
    for text in found:
        words = text.split()
        if len(words) > 1 and not ROMAN.fullmatch(words[-1]):
            fulls[words[-1]].add(text)
    for surname, names_of_it in fulls.items():
        people = [full for full in names_of_it if known.is_person(full)]
        if people:
            known.add_evidence(surname, _SURE if len(names_of_it) == 1 else 1)


def _joined(text: str, found: Sequence[Name], between: re.Pattern[str]) -> list[list[Name]]:
    """Names that stand one after the other, with nothing but that between them, together."""
    rows: list[list[Name]] = []
    for name in found:
        if rows and between.fullmatch(text[rows[-1][-1].end : name.start]):
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def _evidence(text: str, name: Name, known: Known) -> int:
    """What one place says for (above 0) or against (below 0) a name's being a person's."""
    lists = vocabulary()
    words = name.text.split()
    low = [word.lower().rstrip(".") for word in words]
    titled = low[0] in lists.titles or low[0].split("-")[0] in lists.first_names
    if name.text.isupper() or any(char.isdigit() for char in name.text) or (len(words) == 1 and low[0] in lists.titles):
        return _NEVER
    if titled and len(words) > 1 and (" of " in name.text or low[-1] not in lists.places | lists.bodies):
        return _SURE
    if set(low) & lists.places or (set(low) & lists.bodies and low[0] not in lists.titles):
        return _NEVER
    if words[-1].endswith("ans") or re.search(r"(?<!\b[12]\d{2})\d $", text[: name.start]):
        return _HARDLY  # "50,000 Romans"
    if (
        len(words) == 1
        and not titled
        and (low[0] in lists.peoples or DEMONYM.match(words[0]))
        and not SURNAME.match(words[0])
    ):
        return -_LIKELY
    plain = 1 < len(words) < 4 and all(word[0].isupper() and word[1:].islower() for word in words)
    if plain and low[0] not in lists.prefixes and known.small.isdisjoint(low) and not DEMONYM.match(words[0]):
        known.plain.add(name.text)
    return _of_form(name.text) + _of_place(text, name) + (titled and len(words) == 1)


def _of_form(text: str) -> int:
    """What the form of a name says: particles, initials, the numbers of kings, endings of surnames."""
    last = text.rsplit(maxsplit=1)[-1]
    score = _SURE if _PERSONAL.search(text) or (ROMAN.fullmatch(last) and last != text) else 0
    score += _SURE if re.match(r"(?:[A-Z]\.)+ ", text) else 0
    return score + (_LIKELY if SURNAME.search(last) else 0)


def _of_place(text: str, name: Name) -> int:
    """What stands beside a name says."""
    lists = vocabulary()
    score = _LIKELY if acts(text, name.end) else 0
    score += _SURE if _RELATIVE.match(text[name.end :]) else 0
    last = re.search(r"(?P<two>[\w-]+ )?(?P<one>[\w-]+),?$", text[: name.start].rstrip(" \"“‘'("))
    if not last:
        return score
    one, two = last["one"].lower(), (last["two"] or "").lower()
    if one in lists.roles or (one in lists.titles and name.text.count(" ") < 2):
        score += _SURE
    elif f"{two}{one}" in lists.before or one in lists.before:
        score += _LIKELY
    if one in _WORKS or (one == "the" and name.text.split()[0].lower() not in lists.titles):
        score += _HARDLY
    return score - (_LIKELY if one in _SITES else 0)
