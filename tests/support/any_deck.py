"""Decks of any kind of value, as authors write them in short, of which `check` may find nothing wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from purges_quiz.deck.dates import MONTHS, SEASONS
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck
from purges_quiz.deck.problems import DeckError

Fact = Mapping[str, Any]

EXTREMES: Mapping[str, Sequence[str]] = {
    "quantity": (
        *("0", "1", "2", "-1", "-40", "\u22123.5", "0.5", "0.001", "3.14", "1/2", "22/7", "-1/3", "0%", "13%", "100%"),
        *("-2.5%", "33 per cent", "\u00a30", "\u00a36.6 billion", "$0.99", "\u20ac1,000,000", "999,999,999,999,999"),
        *("123456789012345678901234567890", "900 trillion", "over 0", "over 250,000", "around 0", "about -5", "some 3"),
        *("around 1/2", "nearly 2", "12 miles", "0 miles", "1 day", "7 kilometres per hour", "10 million tonnes"),
        "0/5",
    ),
    "range": ("0-1 years", "0-1", "8-10 years", "1-1000000", "99-100 per cent", "1\u20132 days", "18-65"),
    "number": ("0", "1", "00447", "007", "000", "99999999999999999999", "12"),
    "date": (
        *("3000 BC", "2999", "1 BC", "1", "AD 14", "44 BC", "15 March 44 BC", "1066", "1492", "2100", "1861-65"),
        *("1789-99", "2009-10", "1914-18", "1900-2000", "1-2", "431-404 BC", "264-146 BC", "3000-2999 BC", "2998-2999"),
        *("the 1930s", "1780s", "the 2990s", "the 19th century", "1st century", "5th century BC"),
        *("29th century", "winter 1916-17", "winter 2998", "summer 1937", "spring 1", "Autumn 410", "May/June 1937"),
        *("January/December 1", "29 February 2000", "31 December 2999", "1 January 1", "19-24 August 1936"),
        *("28 June - 4 July 1914", "January 1", "December 2999", "March 3000 BC", "summer 480 BC"),
    ),
    "person": (
        "X",
        "Ng",
        "O",
        "Louis XVI",
        "Otto von Bismarck",
        "\u00c9mile Zola",
        "\u5b6b\u4e2d\u5c71",
        "Ho Chi Minh",
    ),
    "term": ("A", "Anschluss", "\u00e6", "D-Day", "the New Deal", "\u0413\u0423\u041b\u0410\u0413", "pH 7", "NATO"),
    "quote": ("to be", "?", "a", "\u4f60\u597d", "dizzy with success", "1984", "...", "\u2014", "[b]bold[/b]"),
    "statement": ("it fell", "a", "the", "they could not pay the debts of the war", "\u00e9", "1 of 2", "x = y", "[i]"),
}
"""Values of each type near an end of what it can be, or printed in a way of their own."""
LISTS = (["A", "B"], ["Ng", "Ng Two"], ["wine", "women", "song"], ["\u00e9", "\u00e8"], ["1", "2"], list("ABCDEFGH"))


@dataclass(frozen=True)
class Written:
    """A deck that loads, with the text of its one file."""

    text: str
    deck: Deck


def card(key: str, facts: Sequence[Fact]) -> str:
    """A card with these facts, its sentences made of their values."""
    sentences = [f"Of matter {at} it is told: {_shown(fact)}." for at, fact in enumerate(facts)]
    lines = ["[[card]]", f'key = "{key}"', f"title = {_toml('Card ' + key)}", f"sentences = {_toml(sentences)}"]
    for at, fact in enumerate(facts):
        lines += [f"[card.facts.f{at}]", *(f"{name} = {_toml(value)}" for name, value in fact.items())]
        lines.append(f'prompt = "What is told of matter {at} on the card {key}?"')
    return "\n".join(lines) + "\n"


def written(*cards: Sequence[Fact], ladders: str = "") -> Written | None:
    """The deck with these cards, or None if `check` finds a problem in it."""
    text = "\n".join(card(f"c{at}", facts) for at, facts in enumerate(cards))
    try:
        return Written(text, load({"cards.toml": text.encode(), "ladders.toml": ladders.encode()}))
    except DeckError:
        return None


def _shown(fact: Fact) -> str:
    return str(fact.get("value") or ", ".join(fact["elements"]))


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _years(least: int = 1, greatest: int = 2999) -> st.SearchStrategy[int]:
    return st.integers(least, greatest)


NUMERALS = st.one_of(
    st.integers(-10, 100).map(str),
    st.integers(0, 10**40).map("{:,}".format),
    st.decimals(-1000, 1000, places=3).map(str),
    st.tuples(st.integers(0, 99), st.integers(1, 99)).map("{0[0]}/{0[1]}".format),
)
QUANTITIES = st.builds(
    "{}{}{}".format,
    st.sampled_from(("", "over ", "around ", "at least ", "some ")),
    NUMERALS,
    st.sampled_from(("", "%", " million", " billion", " men", " miles", " per cent", " thousand tonnes")),
)
MONEY = st.builds("{}{:,}{}".format, st.sampled_from("\u00a3$\u20ac\u00a5"), st.integers(0, 10**12), st.just(""))
DATES = st.one_of(
    _years().map(str),
    _years(1, 3000).map("{} BC".format),
    st.builds("{} {}".format, st.sampled_from(MONTHS), _years()),
    st.builds("{} {} {}".format, st.integers(1, 28), st.sampled_from(MONTHS), _years()),
    st.builds("{} {}".format, st.sampled_from(list(SEASONS)), _years()),
    st.builds("{}/{} {}".format, st.just("March"), st.sampled_from(("April", "December")), _years()),
    st.tuples(_years(), _years()).map(lambda ends: "{}-{}".format(*sorted(ends))),
    st.tuples(_years(), _years()).map(lambda ends: "{}-{} BC".format(*sorted(ends, reverse=True))),
    st.integers(1, 299).map("the {}0s".format),
    st.integers(4, 20).map("the {}th century".format),
)
NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd"), include_characters=" '-."), min_size=1, max_size=24)
VALUES: Mapping[str, st.SearchStrategy[str]] = {
    "quantity": QUANTITIES | MONEY,
    "range": st.tuples(st.integers(0, 99), st.integers(1, 10**6)).map(lambda ends: f"{ends[0]}-{sum(ends)} days"),
    "number": st.integers(0, 10**20).map(str) | st.integers(0, 99).map("{:05}".format),
    "date": DATES,
    "person": NAMES,
    "term": NAMES,
    "quote": NAMES,
    "statement": NAMES,
}


def _fact(kind: str) -> st.SearchStrategy[Fact]:
    values = st.sampled_from(EXTREMES[kind]) | VALUES[kind].filter(str.strip)
    return st.fixed_dictionaries({"type": st.just(kind), "value": values})


LISTINGS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(("people", "list", "sequence")),
        "elements": st.sampled_from(LISTS) | st.lists(NAMES.filter(str.strip), min_size=2, max_size=5, unique=True),
    }
)
FACTS = st.one_of(*map(_fact, VALUES), LISTINGS)
DECKS = (
    st.lists(st.lists(FACTS, min_size=1, max_size=6), min_size=1, max_size=3)
    .map(lambda cards: written(*cards))
    .filter(bool)
)
"""Decks of a few cards that load."""
EVERY_EXTREME = tuple({"type": kind, "value": value} for kind, values in EXTREMES.items() for value in values) + tuple(
    {"type": kind, "elements": names} for kind in ("people", "list", "sequence") for names in LISTS
)
