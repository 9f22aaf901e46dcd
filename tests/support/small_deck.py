"""A small deck that has every type of fact, written as an author writes it."""

from __future__ import annotations

from functools import cache

from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck

ENTITIES = """
[yagoda]
kind = "person"
name = "Yagoda"
first_names = ["Genrikh"]
about = "Head of the NKVD until 1936"
[yezhov]
kind = "person"
name = "Yezhov"
first_names = ["Nikolai"]
about = "Head of the NKVD in 1937-38"
[beria]
kind = "person"
name = "Beria"
first_names = ["Lavrenty"]
about = "Yezhov's deputy"
aliases = ["Beriya"]
[kirov]
kind = "person"
name = "Kirov"
first_names = ["Sergei"]
about = "the Leningrad leader"
[molotov]
kind = "person"
name = "Molotov"
first_names = ["Vyacheslav"]
about = "the head of government"
"""

CARD = """
key = "card"
title = "A card"
sentences = ["One sentence holds every fact of this card."]

[facts.trial]
type = "date"
value = "August 1936"
mark = "One"
about = "the date of the first trial"
prompts = ["In which month and year was the first show trial held?", "When did the first show trial begin?"]
never_wrong = ["March 1936"]

[facts.second-trial]
type = "date"
value = "January 1937"
mark = "One"
about = "the date of the second trial"
prompts = ["In which month and year was the second show trial held?"]

[facts.year]
type = "date"
value = "1938"
mark = "One"
about = "the year in which the pace slowed"
prompts = ["In which year did the pace of the purges slow?"]

[facts.summer]
type = "date"
value = "summer 1937"
mark = "One"
about = "the season of the denunciations"
prompts = ["In which season and year were loyal Stalinists denounced?"]

[facts.arrests]
type = "date"
value = "May/June 1937"
mark = "One"
about = "the date of the commanders' arrest"
prompts = ["In which two months and year were the commanders arrested?"]

[facts.years]
type = "date"
value = "1937-38"
mark = "One"
about = "the years of the Yezhovshchina"
prompts = ["In which two years was the purge called the Yezhovshchina?"]

[facts.others]
type = "quantity"
value = "14"
units = ["communists"]
mark = "One"
about = "the number of the others on trial"
prompts = ["How many other leading communists stood trial in 1936?"]
never_wrong = ["16"]
known_wrong = [{ text = "12", reason = "12 is a typical slip" }]

[facts.sentenced]
type = "quantity"
value = "13"
mark = "One"
about = "the number of death sentences"
prompts = ["How many death sentences were passed in 1937?"]

[facts.suicides]
type = "quantity"
value = "13"
mark = "One"
about = "the number of suicides"
prompts = ["How many members of the High Command committed suicide?"]
part_of = "card/delegates"
choice = false

[facts.delegates]
type = "quantity"
value = "1,996"
mark = "One"
about = "the number of delegates"
prompts = ["How many delegates did the 17th Party Congress have?"]
historians = ["1,966"]

[facts.arrested]
type = "quantity"
value = "1,108"
mark = "One"
about = "the number of delegates arrested"
prompts = ["How many delegates to the 17th Party Congress were arrested?"]
part_of = "card/delegates"

[facts.reviewed]
type = "quantity"
value = "1.4 million"
mark = "One"
about = "the number of cases reviewed"
prompts = ["How many cases were reviewed after the purges?"]

[facts.minority]
type = "quantity"
value = "around 140,000"
mark = "One"
about = "the number of people arrested"
prompts = ["About how many people were arrested in the operation?"]

[facts.term-of-years]
type = "range"
value = "8-10 years"
mark = "One"
about = "the time for which Category 2 was confined"
prompts = ["For how long were Category 2 opponents confined?"]

[facts.order]
type = "number"
value = "00447"
mark = "One"
about = "the number of the order"
prompts = ["What was the number of the order on quotas?"]

[facts.head]
type = "person"
value = "yezhov"
mark = "One"
about = "the Head of the NKVD in 1937-38"
prompts = ["Who was Head of the NKVD in 1937-38?"]
distractors = ["yagoda", "beria", "kirov", "molotov"]

[facts.successor]
type = "person"
value = "beria"
shown = "Lavrenty Beria"
mark = "One"
about = "the man who replaced Yezhov"
prompts = ["Who replaced Yezhov in November 1938?"]
distractors = ["yagoda", "yezhov", "kirov", "molotov"]

[facts.fear]
type = "statement"
value = "that they might bring down the USSR from within"
option = "that they might bring it down from within"
mark = "One"
about = "what was feared"
prompts = ["What did Stalin fear of a Fifth Column?"]
ideas = [{ name = "from within", said = ["within"] }]
distractors = [
    { text = "that they might flee to the far west", reason = "no card says so" },
    { text = "that they might hide all of the grain", reason = "no card says so either" },
    { text = "that they might vote against the plan", reason = "no card speaks of a plan" },
    "card/law",
]

[facts.law]
type = "statement"
value = "that children aged 12 and over would face the same punishments as adults"
option = "that children would be punished as adults"
mark = "One"
about = "what the law said"
prompts = ["What did Stalin's law on children say?"]
ideas = [{ name = "as adults", said = ["adult*"] }]
notes_only = false
choice = false

[facts.category]
type = "relation"
mark = "One"
[facts.category.forward]
type = "statement"
value = "immediately arrested and shot"
about = "what befell Category 1"
prompts = ["What was to happen to Category 1 opponents?"]
ideas = [{ name = "shot", said = ["shot"] }]
distractors = [
    { text = "confined for some years", reason = "that was Category 2" },
    { text = "sent to the Far North", reason = "no card says so" },
    { text = "expelled from the Party", reason = "no card says that" },
]
[facts.category.backward]
type = "person"
value = "kirov"
about = "the one of whom it is told"
prompts = ["Of whom is it told in this small deck?"]
distractors = ["yagoda", "yezhov", "molotov"]

[facts.spread]
type = "sequence"
elements = [{ text = "the Party", said = ["party"] }, { text = "institutions", said = ["institutions"] },
    { text = "towns", said = ["towns"] }]
mark = "One"
about = "the steps by which the terror spread"
prompts = ["By which three steps did the terror spread, in order?"]
"""

ARRANGEMENTS = """
[[matching]]
key = "figures"
prompts = ["Match each figure of the trials with what it counts.", "Which figure of the trials counts what?"]
pairs = [
    { left = "others", right = "14", fact = "card/others" },
    { left = "death sentences", right = "13", fact = "card/sentenced" },
]

[[ordering]]
key = "trials"
prompts = ["Put the two trials and the slower pace in order, earliest first."]
pairs = [
    { left = "the first trial", right = "August 1936", fact = "card/trial" },
    { left = "the second trial", right = "January 1937", fact = "card/second-trial" },
    { left = "a slower pace", right = "1938", fact = "card/year" },
]
"""


LADDERS = """
"card/trial" = ["June 1935", "December 1935", "February 1936", "August 1936", "January 1937", "July 1937", "March 1938"]
"card/second-trial" = [
    "March 1936", "May 1936", "August 1936", "January 1937",
    "July 1937", "February 1938", "October 1938",
]
"card/year" = ["1934", "1936", "1937", "1938", "1939", "1940", "1941"]
"card/summer" = [
    "spring 1936", "summer 1936", "autumn 1936", "summer 1937",
    "autumn 1937", "summer 1938", "autumn 1938",
]
"card/arrests" = [
    "October/November 1935", "May/June 1936", "November/December 1936", "May/June 1937",
    "November/December 1937", "May/June 1938", "October/November 1938",
]
"card/years" = ["1931-32", "1933-34", "1935-36", "1937-38", "1939-40", "1941-42", "1943-44"]
"card/others" = ["11", "12", "13", "14", "17", "19", "22"]
"card/sentenced" = ["8", "11", "12", "13", "14", "17", "18"]
"card/delegates" = ["1,108", "1,293", "1,524", "1,996", "2,174", "2,383", "2,969"]
"card/arrested" = ["812", "853", "1,029", "1,108", "1,502", "1,793", "1,996"]
"card/reviewed" = [
    "1.1 million", "1.2 million", "1.3 million", "1.4 million",
    "1.6 million", "1.7 million", "1.9 million",
]
"card/minority" = [
    "around 110,000", "around 120,000", "around 130,000", "around 140,000",
    "around 160,000", "around 180,000", "around 190,000",
]
"card/term-of-years" = [
    "1-3 years", "4-5 years", "6-7 years", "8-10 years",
    "11-12 years", "13-16 years", "17-20 years",
]
"card/order" = ["00354", "00372", "00401", "00447", "00488", "00624", "00678"]
"""
"""What the search finds for it; a test compares."""


@cache
def deck() -> Deck:
    """The small deck, with its ladders."""
    files = {"card.toml": CARD, "entities.toml": ENTITIES, "arrangements.toml": ARRANGEMENTS, "ladders.toml": LADDERS}
    return load({name: text.encode() for name, text in files.items()})
