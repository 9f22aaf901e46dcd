"""Whether every prompt can be understood by itself and fits its answer, and every text reads as it should."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject, is_person
from purges_quiz.bank.surface import stems, words
from purges_quiz.deck.dates import MONTHS
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Date, Listing, Precision, Quantity, Range, Value
from purges_quiz.deck.question import Question
from purges_quiz.grading.vocabulary import CARDINALS

LENGTHS = range(5, 29)
"""How many words a prompt may have: fewer cannot ask clearly, more are read too long against a clock."""
OF_THE_OPTIONS = re.compile(r"\bwhich of these\b", re.IGNORECASE)
DEICTIC = re.compile(r"\b(this|these|the (?:above|below|following)|mentioned (?:above|below))\b", re.IGNORECASE)
SUBJECT = re.compile(r"\b(he|she)\b", re.IGNORECASE)
OBJECT = re.compile(r"\b(him|his|her|hers)\b", re.IGNORECASE)
"""May point back at "who" in the same prompt: "Who made a plea for his life?"."""
THINGS = re.compile(r"\b(they|them|their|theirs|it|its)\b", re.IGNORECASE)
NO_ANTECEDENT = frozenset(
    words(
        "about after been before does during from have into many most much upon were what when where which while whom "
        "whose with would"
    )
)
"""Words of four letters and more that "they" and "it" cannot point back at."""
GENERIC = re.compile(
    r"\bthe (?:trials?|show trials?|congress|order|resolution|operation|law|letter|list|review|accused|defendants|"
    r"commanders|arrests|executions|conspiracy|plot|purge|terror|denunciations|diplomat)\b"
    r"(?! (?:of|on|in|that|who|whom|which|against|for|by|to|about|between)\b)",
    re.IGNORECASE,
)
"""Nouns that say which one only with a name, a date or an ordinal in the same prompt."""
YEAR = re.compile(r"\b[12]\d{3}\b")
ORDINAL = re.compile(r"\b(?:first|second|third|last|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:man|men|leader|official|defendant|diplomat|colleague|commander|hero|rival|bolshevik|chief|head|deputy|"
    r"communist|stalinist|witness|woman|women|king|queen|emperor|prince|princess|pope|cardinal|bishop|monk|nun|minister|"
    r"president|general|author|writer|painter|composer|scientist|philosopher|explorer)s?\b",
    re.IGNORECASE,
)
"""Words for a person to whom "he" may point back."""
PROPER = re.compile(r"(?<=[\w,;:] )[A-Z][^\W\d_]+")
NEGATION = re.compile(r"\b(?:not|except|excluding|least likely)\b|n['\u2019]t\b", re.IGNORECASE)
CATCH_ALL = re.compile(
    r"\b(?:all|none|both|neither|any) of the above\b|^(?:all|both|neither|none|any)(?: of (?:these|them))?\.?$",
    re.IGNORECASE,
)
HOW_MANY = re.compile(r"\b(?:how many|more than how many|how old|what age)\b", re.IGNORECASE)
WHO = re.compile(r"^(?:According to your notes, )?(?:who|whom)\b(?! (?:were|are)\b)", re.IGNORECASE)
MONTH = re.compile(r"\bmonth and year\b", re.IGNORECASE)
COUNTED = re.compile(r"\b(two|three|four|five|six)\b", re.IGNORECASE)
_ASKED_WHICH = re.compile(r"\bwhich $", re.IGNORECASE)
ASKED_FOR = re.compile(r"\b(?:which|what) (?:\w+ ){2}", re.IGNORECASE)
"""What kind of thing a prompt asks for: of "Which Party Congress" the answer may have both words."""
REPEATED = 2
"""Words of its answer from which on a prompt gives it away; one alone may be the name of the subject."""


def length_of_prompts(subject: Subject) -> Iterator[Look]:
    """Every prompt has 5 to 28 words."""
    for question in subject.questions:
        count = len(question.prompt.split())
        yield Look(question.id, "" if count in LENGTHS else f"has {count} words", count, f"{count} words")


def prompts_stand_alone(subject: Subject) -> Iterator[Look]:
    """No prompt needs a card in sight: none says "this", or "he" or "the trial" with no name, date or ordinal.

    "These" may point at the items of an ordering or matching.
    """
    named = _Named.of(subject)
    for question in subject.questions:
        yield Look(question.id, _dangling(question, named))


def dangling_prompts(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Each prompt of a fact that does not stand alone, with the fact's key and what is missing."""
    named = _Named.of(subject)
    prompts = {(question.fact.key, question.prompt): question for question in subject.typed}
    for (key, prompt), question in prompts.items():
        if fault := _dangling(question, named):
            yield key, prompt, fault


def roles_are_dated(subject: Subject) -> Iterator[Look]:
    """A prompt about what several were, as Head of the NKVD or a Party Congress, says which.

    By a date, an ordinal or somebody's name.
    """
    people = _Named.of(subject).people
    several = _any_of(subject.deck.audit.held_by_several)
    for question in subject.questions:
        role = several.search(question.prompt)
        if role is None or _ASKED_WHICH.search(question.prompt[: role.start()]):
            continue
        dated = YEAR.search(question.prompt) or ORDINAL.search(question.prompt) or people.search(question.prompt)
        items = question.kind in {Kind.ORDERING, Kind.MATCHING}
        yield Look(question.id, "" if dated or items else f'"{role[0]}" could be several')


def no_negation(subject: Subject) -> Iterator[Look]:
    """No prompt asks what is not so, and no option is "all of the above" or its like."""
    for question in subject.questions:
        negated = NEGATION.search(re.sub(r'"[^"]*"', "", question.prompt))
        fault = f'asks by "{negated[0]}"' if negated else ""
        for option in question.options:
            if CATCH_ALL.search(option.text):
                fault = f'has the option "{option.text}"'
        yield Look(question.id, fault)


def no_slips_of_the_source(subject: Subject) -> Iterator[Look]:
    """No spelling mistake of the cards as first written stands in anything that is shown."""
    slips = _any_of(subject.deck.audit.slips)
    for card in subject.deck.cards:
        yield Look(card.key, _slip(slips, card.title, *card.sentences))
    for question in subject.questions:
        shown = [question.prompt, question.answer, question.source, question.note or "", *question.items]
        shown += [part for option in question.options for part in (option.text, option.reason)]
        yield Look(question.id, _slip(slips, *shown))


def one_answer_to_a_prompt(subject: Subject) -> Iterator[Look]:
    """No two questions have the same prompt and different answers."""
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for question in subject.questions:
        answers[_words_alone(question.prompt)].add(question.answer)
    for question in subject.questions:
        found = answers[_words_alone(question.prompt)]
        fault = f"the same prompt has {len(found)} answers: {' | '.join(sorted(found))}" if len(found) > 1 else ""
        yield Look(question.id, fault)


def prompt_and_answer_fit(subject: Subject) -> Iterator[Look]:
    """What a prompt asks for is what the answer is: a number, a person, a month and year, so many elements."""
    for question in subject.typed:
        value = question.target.value if question.target else None
        if value is not None:
            yield Look(question.id, _misfit(question.prompt, value, subject))


def no_answer_in_the_prompt(subject: Subject) -> Iterator[Look]:
    """No prompt has two words of its answer in words, or the only one it has."""
    for question in subject.typed:
        target = question.target
        if target is None or isinstance(target.value, Date | Quantity | Range):
            continue
        answer = stems(target.value.shown)
        shown = answer & stems(ASKED_FOR.sub("", question.prompt))
        fault = f"has of its answer: {', '.join(sorted(shown))}" if len(shown) >= min(REPEATED, len(answer)) else ""
        yield Look(question.id, fault if answer else "", len(shown), f"{len(shown)} words")


@dataclass(frozen=True, slots=True)
class _Named:
    """The names that say who or what is meant: those of the deck's entities, but for who is in every story."""

    people: re.Pattern[str]
    all: re.Pattern[str]
    everywhere: re.Pattern[str]

    @classmethod
    def of(cls, subject: Subject) -> _Named:
        everywhere = _any_of(subject.deck.audit.everywhere)
        names = [
            (entity.kind, name.removeprefix("the ").strip('"'))
            for entity in subject.deck.entities.values()
            for name in (entity.name, *entity.aliases)
            if not everywhere.search(name)
        ]
        people = (name for kind, name in names if kind is EntityKind.PERSON)
        return cls(_any_of(people), _any_of(name for _, name in names), everywhere)

    def somebody_in(self, prompt: str) -> bool:
        """Whether a prompt names somebody, entity or not: a word with a capital letter inside will do."""
        others = (name for name in PROPER.findall(prompt) if name not in MONTHS)
        return bool(self.people.search(prompt)) or any(not self.everywhere.search(name) for name in others)


def _dangling(question: Question, named: _Named) -> str:
    prompt = question.prompt
    arranged = question.kind in {Kind.ORDERING, Kind.MATCHING}
    pointing = DEICTIC.search(prompt)
    shown = arranged or (question.kind is Kind.MULTIPLE_CHOICE and OF_THE_OPTIONS.search(prompt))
    if pointing and not (shown and pointing[0].casefold() == "these"):
        return f'"{pointing[0]}" points outside the prompt'
    asks_who = re.search(r"\b(?:who|whom|whose|which)\b", prompt, re.IGNORECASE)
    someone = SUBJECT.search(prompt) or (None if asks_who else OBJECT.search(prompt))
    if someone and not (SOMEBODY.search(prompt) or named.somebody_in(prompt)):
        return f'"{someone[0]}" could be anybody'
    thing = THINGS.search(prompt)
    if thing and not arranged and not _antecedent(prompt[: thing.start()]):
        return f'"{thing[0]}" points at nothing before it'
    vague = GENERIC.search(prompt)
    if (
        vague
        and vague[0][vague[0].rindex(" ") + 1].islower()
        and not (arranged or YEAR.search(prompt) or ORDINAL.search(prompt) or named.all.search(prompt))
    ):
        return f'"{vague[0]}" has no name, date or ordinal beside it'
    return ""


def _antecedent(before: str) -> bool:
    """Whether a word stands there that a pronoun can point back at."""
    return any(word.casefold() not in NO_ANTECEDENT for word in re.findall(r"[^\W\d_]{4,}", before))


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of these words and phrases, in whatever case."""
    longest_first = sorted({re.escape(text) for text in texts if text}, key=lambda text: (-len(text), text))
    return re.compile(rf"\b(?:{'|'.join(longest_first) or '(?!)'})\b", re.IGNORECASE)


def _slip(slips: re.Pattern[str], *texts: str) -> str:
    found = next(filter(None, map(slips.search, texts)), None)
    return f'has the slip "{found[0]}"' if found else ""


def _words_alone(prompt: str) -> str:
    return " ".join(re.findall(r"\w+", prompt.casefold()))


def _misfit(prompt: str, value: Value, subject: Subject) -> str:
    if HOW_MANY.search(prompt) and not isinstance(value, Quantity | Range):
        return f'asks for a number; the answer is "{value.shown}"'
    if isinstance(value, Quantity) and not HOW_MANY.search(prompt):
        return f'does not ask how many; the answer is "{value.shown}"'
    if WHO.search(prompt) and not is_person(value, subject.deck):
        return f'asks for a person; the answer is "{value.shown}"'
    if MONTH.search(prompt) and not (isinstance(value, Date) and value.precision is Precision.MONTH):
        return f'asks for a month and a year; the answer is "{value.shown}"'
    counted = COUNTED.search(prompt)
    if isinstance(value, Listing) and counted and CARDINALS[counted[0].casefold()] != len(value.elements):
        return f"asks for {counted[0]} of {len(value.elements)}"
    return ""
