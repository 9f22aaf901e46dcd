"""Proper names in a text: runs of words with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
