"""The word lists of the draft, and the small words of English that no fact begins or ends with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of words.toml; what each is for is said there."""

    titles: frozenset[str]
    roles: frozenset[str]
    deeds: frozenset[str]
    suffered: frozenset[str]
    fates: frozenset[str]
    before: frozenset[str]
    first_names: frozenset[str]
    places: frozenset[str]
    prefixes: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    peoples: frozenset[str]
    weak: frozenset[str]
    irregular: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The lists, read once."""
    lists = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(it.split() if isinstance(it, str) else it) for name, it in lists.items()})


PRONOUNS = frozenset(
    """he she it they him her them his hers its their theirs this these those that such both neither either here there
    one ones same latter former another others""".split()
)
SMALL = frozenset(
    """a about above after again against all along also although am among an and any are around as at be because been
    before being below between both but by can could did do does doing down during each even every few for from further
    had has have having he her here hers him his how however i if in including into is it its itself just like many may
    me might more most much must my no nor not now of off on once one only onto or other our out over own per same she
    should since so some such than that the their them then there these they this those through thus to too under until
    up upon us very via was we were what when where whereas which while who whom whose why will with within without
    would yet you your""".split()
)
MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Spring Summer Autumn Winter Christmas Easter".split()
)
VERBS = frozenset(
    """is are was were be been being has have had do does did can could will would shall should may might must became
    become becomes""".split()
)
