"""Of each check at least one bad item, planted among good ones, is found; and none is found among the good ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import small_deck

import shipped_deck
from purges_quiz import bank
from purges_quiz.authoring.audit import CHECKS, Copy, Row, Subject, leaks
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Basis, Deck, Distractor, Idea, Name, Pair, Quantity, Quote, Statement
from purges_quiz.deck.question import Option, Question

CHECK = {check.name: check for check in CHECKS}
BANK = shipped_deck.questions()
DECK = shipped_deck.deck()
ALL = tuple(BANK.questions.values())


def rows(name: str, subject: Subject) -> list[Row]:
    return list(CHECK[name].run(subject))


def one(kind: Kind, fact: str, name: str = "") -> Question:
    return next(
        question
        for question in BANK.of_fact(fact)
        if question.kind is kind and (question.target is None or question.target.name == name) and not question.hint
    )


def asked(*questions: Question) -> Subject:
    return Subject(BANK, questions)


def reworded(prompt: str, kind: Kind = Kind.FREE_TEXT, fact: str = "yezhov-fall/successor") -> Subject:
    return asked(one(kind, fact)._replace(prompt=prompt))


def offering(fact: str, *texts: str, right: int = 0, reason: str = "what it really is", name: str = "") -> Subject:
    options = tuple(Option(text, at == right, f"{reason} {at}".strip()) for at, text in enumerate(texts))
    return asked(one(Kind.MULTIPLE_CHOICE, fact, name)._replace(options=options))


def changed(fact: str, **changes: Any) -> Deck:  # noqa: ANN401
    """The shipped deck with something else in the target of a fact."""
    cards = []
    for card in DECK.cards:
        facts = tuple(
            it._replace(targets=(it.targets[0]._replace(**changes), *it.targets[1:])) if it.key == fact else it
            for it in card.facts
        )
        cards.append(card._replace(facts=facts))
    return replace(DECK, cards=tuple(cards))


def with_rungs(*rungs: str, fact: str = "impact/delegates-arrested") -> Subject:
    return Subject(bank.build(changed(fact, rungs=rungs)), ())


def with_a_sentence(sentence: str) -> Subject:
    first, *others = DECK.cards
    deck = replace(DECK, cards=(first._replace(sentences=(*first.sentences, sentence)), *others))
    return Subject(bank.build(deck), ())


def always(fact: str, *texts: str) -> Subject:
    """Every question of a fact with the same options, the first of them right."""
    options = tuple(Option(text, at == 0, "what it really is") for at, text in enumerate(texts))
    choices = [it for it in BANK.of_fact(fact) if it.kind is Kind.MULTIPLE_CHOICE]
    return asked(*(question._replace(options=options) for question in choices))


@cache
def told_by_length() -> Subject:
    """A bank in which the longest option is always right."""
    rng = random.Random(1)
    found = []
    for question in ALL[::2]:
        if question.kind is Kind.MULTIPLE_CHOICE and question.id.endswith("1a"):
            options = tuple(
                it._replace(text="".join(rng.choices("abcdefgh", k=22 if it.correct else 12)))
                for it in question.options
            )
            found.append(question._replace(options=options))
    return asked(*found)


def taking_the_answer_of_another() -> Subject:
    """A statement whose idea is the name that another fact of its card asks for."""
    outcome = DECK.facts["first-show-trial/outcome"].targets[0].value
    assert isinstance(outcome, Statement)
    taken = Idea("that it was about them", ("zinoviev*", "kamenev*"))
    questions = bank.build(changed("first-show-trial/outcome", value=replace(outcome, ideas=(taken,))))
    return Subject(questions, tuple(questions.of_fact("first-show-trial/outcome")))


def offered(fact: str, entity: str = "", *, text: str = "", born: int = 0) -> Subject:
    """The shipped deck with one more wrong option of a fact, an entity or words with a plain reason."""
    target = DECK.facts[fact].targets[0]
    deck = changed(fact, distractors=(*target.distractors, Distractor(text, "a reason of some kind", entity)))
    if born:
        times = deck.entities[entity].times._replace(born=((born, 1), (born, 12)))
        deck = replace(deck, entities={**deck.entities, entity: replace(deck.entities[entity], times=times)})
    return Subject(bank.build(deck), ())


def only_tempting() -> Subject:
    wrong = DECK.facts["first-show-trial/outcome"].targets[0].distractors
    tempting = tuple(wrong[0]._replace(basis=Basis.TEMPTS) for _ in range(30))
    return Subject(bank.build(changed("first-show-trial/outcome", distractors=tempting)), ())


def following(rule: str, /, *, backwards: bool = False, **changes: Any) -> Subject:  # noqa: ANN401
    """The shipped deck with the first question across cards of that rule altered, and that question alone."""
    question = next(it for it in DECK.across if it.rule == rule)
    if backwards:
        changes = {"pairs": question.pairs[::-1], "facts": question.facts[::-1]}
    return Subject(bank.build(replace(DECK, across=(question._replace(**changes),))), ())


SHOW_TRIAL = "first-show-trial/date"
PLANTED: list[tuple[str, Callable[[], Subject]]] = [
    ("cards", lambda: Subject(bank.build(replace(DECK, cards=(DECK.cards[0]._replace(facts=()),))), ())),
    ("figures and quotations", lambda: with_a_sentence("In 1999 a trial took place.")),
    ("figures and quotations", lambda: with_a_sentence('They were called "wreckers".')),
    ("every fact is typed", lambda: asked(*(it for it in ALL if not it.typed))),
    ("recognition", lambda: asked(*(it for it in ALL if it.typed or it.fact.key != SHOW_TRIAL))),
    (
        "recognition",
        lambda: asked(*ALL, one(Kind.MULTIPLE_CHOICE, SHOW_TRIAL)._replace(fact=DECK.facts["arrest-list/size"])),
    ),
    (
        "recognition",
        lambda: asked(*ALL, one(Kind.MULTIPLE_CHOICE, SHOW_TRIAL)._replace(fact=DECK.facts["army-statistics/jailed"])),
    ),
    ("wordings", lambda: Subject(bank.build(changed(SHOW_TRIAL, prompts=("When was it held?",))), ())),
    ("option sets", lambda: asked(one(Kind.MULTIPLE_CHOICE, SHOW_TRIAL))),
    ("option sets", lambda: always(SHOW_TRIAL, "August 1936", "May 1936", "March 1937", "July 1937")),
    ("ids", lambda: asked(ALL[0], ALL[0])),
    ("ids", lambda: asked(ALL[0]._replace(id="another/fact:multiple-choice:1a"))),
    ("masks", lambda: asked(one(Kind.NUMBER_RECALL, "impact/delegates-arrested")._replace(hint="1,10_"))),
    ("masks", lambda: asked(one(Kind.NUMBER_RECALL, "impact/delegates-arrested")._replace(hint="1,2__"))),
    ("length of prompts", lambda: reworded("Who replaced Yezhov?")),
    ("length of prompts", lambda: reworded("Who " + "really " * 27 + "replaced Yezhov?")),
    ("prompts stand alone", lambda: reworded("Who was made Head of the NKVD after this?")),
    ("prompts stand alone", lambda: reworded("Which of these men was made Head of the NKVD in 1938?")),
    ("prompts stand alone", lambda: reworded("Which office did he get when it was vacant?")),
    ("prompts stand alone", lambda: reworded("What came after the trial and the verdict?")),
    ("prompts stand alone", lambda: reworded("Why were they swept away so very suddenly?")),
    ("no negation", lambda: reworded("Which of these men was not Head of the NKVD in 1937?")),
    ("no negation", lambda: reworded("All heads of the NKVD were shot except which one of 1938?")),
    ("no negation", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", "none of the above")),
    ("no slips of the source", lambda: reworded("Who was was Head of the NKVD from November 1938?")),
    ("no slips of the source", lambda: offering("yezhov-fall/successor", "Tukhacevsky", "Beria", "Yagoda")),
    (
        "one answer to a prompt",
        lambda: asked(
            one(Kind.FREE_TEXT, "yezhov-fall/successor")._replace(prompt="Who was it in the end?"),
            one(Kind.FREE_TEXT, "impact/favoured")._replace(prompt="Who was it, in the end?"),
        ),
    ),
    ("number of options", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda")),
    ("length of options", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda " * 11, "Radek")),
    ("reasons", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", "Radek", reason="")),
    (
        "reasons",
        lambda: asked(
            one(Kind.MULTIPLE_CHOICE, "yezhov-fall/successor")._replace(
                options=(
                    Option("Beria", correct=True, reason="the man who took over"),
                    Option("Radek", correct=False, reason="Incorrect."),
                ),
            )
        ),
    ),
    ("answers from the data", lambda: asked(one(Kind.DATE_RECALL, SHOW_TRIAL)._replace(answer="August 1937"))),
    (
        "answers from the data",
        lambda: asked(one(Kind.NUMBER_RECALL, "national-minorities/arrested")._replace(answer="140,000")),
    ),
    ("answers from the data", lambda: offering("yezhov-fall/successor", "Yagoda", "Beria", "Radek")),
    ("one right option", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", "Radek", right=5)),
    ("one right option", lambda: offering("yezhov-fall/successor", "Beria", "Lavrenty Beria", "Radek")),
    ("one right option", lambda: offering("impact/central-committee-shot", "98", "107", "124")),
    ("options apart", lambda: offering("denunciations/date", "summer 1937", "summer 1936", "Summer 1936")),
    ("options apart", lambda: offering("yezhov-fall/date", "November 1938", "1938", "May 1937")),
    (
        "options apart",
        lambda: offering("yezhovshchina-creation/years", "1937-38", "1938-39", "1932-33"),
    ),
    (
        "options apart",
        lambda: offering("national-minorities/arrested", "around 140,000", "around 138,000", "around 110,000"),
    ),
    (
        "options apart",
        lambda: offering("first-show-trial/outcome", "all were executed", "all were tortured and executed", "all fled"),
    ),
    (
        "orders from the data",
        lambda: asked(*(it._replace(facts=it.facts[::-1]) for it in ALL if it.kind is Kind.ORDERING)),
    ),
    (
        "pairs from the data",
        lambda: asked(*(it._replace(facts=it.facts[::-1]) for it in ALL if it.kind is Kind.MATCHING)),
    ),
    (
        "pairs from the data",
        lambda: asked(*(it._replace(pairs=(it.pairs[0],) * len(it.pairs)) for it in ALL if it.kind is Kind.MATCHING)),
    ),
    ("disputed facts", lambda: reworded("How many delegates did it have?", Kind.NUMBER_RECALL, "impact/delegates")),
    ("disputed facts", lambda: Subject(bank.build(changed("yezhov-fall/successor", historians=("Malenkov",))), ())),
    ("hedges kept", lambda: offering("national-minorities/arrested", "around 140,000", "130,000", "around 110,000")),
    ("hedges kept", lambda: offering("national-minorities/arrested", "over 140,000", "over 130,000", "over 110,000")),
    (
        "open lists",
        lambda: asked(one(Kind.LIST_RECALL, "arrest-list/groups")._replace(kind=Kind.MULTIPLE_CHOICE)),
    ),
    ("roles are dated", lambda: reworded("Who was Head of the NKVD in the years of terror?")),
    ("roles are dated", lambda: reworded("What did the Party Congress of old think of Stalin?")),
    ("rungs", lambda: with_rungs("1,007", "1,108", "1,206", "1,413")),
    ("rungs", lambda: with_rungs("1,007", "1,018", "1,029", "1,206", "1,108", "1,413", "1,608")),
    ("rungs", lambda: with_rungs("1,007", "1,029", "1,018", "1,108", "1,206", "1,413", "1,608")),
    ("rungs are wrong", lambda: with_rungs("1,007", "1,018", "1,107", "1,108", "1,206", "1,413", "1,608")),
    ("rungs are wrong", lambda: with_rungs("1,007", "1,018", "1,029", "1,108", "1,206", "1,413", "2,608")),
    (
        "rungs are wrong",
        lambda: with_rungs("71", "84", "91", "98", "107", "122", "138", fact="impact/central-committee-shot"),
    ),
    (
        "rungs are wrong",
        lambda: with_rungs(
            "May 1931", "May 1935", "May 1936", "August 1936", "May 1937", "July 1937", "May 1938", fact=SHOW_TRIAL
        ),
    ),
    ("rungs like the truth", lambda: with_rungs("1,007", "1,018", "1,029", "1,108", "1,200", "1,413", "1,608")),
    ("rungs like the truth", lambda: with_rungs("97", "1,018", "1,029", "1,108", "1,206", "1,413", "1,608")),
    (
        "answers are accepted",
        lambda: asked(one(Kind.FREE_TEXT, "yezhov-fall/successor")._replace(accepted=("Beria", "Malenkov"))),
    ),
    (
        "wrong options are refused",
        lambda: asked(
            one(Kind.FREE_TEXT, "yezhov-fall/blamed"),
            *offering("yezhov-fall/blamed", "Yezhov", "Ezhov", "Nikolai Yezhov").questions,
        ),
    ),
    ("other answers are refused", taking_the_answer_of_another),
    ("people alike", lambda: offering("yezhov-fall/successor", "Beria", "Genrikh Yagoda", "Radek")),
    ("lengths alike", lambda: offering("fifth-column/term", "Fifth Column", "Old Guard of Leningrad", "Third Front")),
    ("shapes alike", lambda: offering("fifth-column/term", "Fifth Column", "family circles", "hidden enemies")),
    (
        "no word of the prompt",
        lambda: asked(
            *(
                it._replace(prompt="Which column of a country at war helps the enemy?")
                for it in offering("fifth-column/term", "Fifth Column", "Old Guard", "Red Corner").questions
            )
        ),
    ),
    ("possible at the time", lambda: offered("yezhov-fall/successor", "kirov")),
    ("possible at the time", lambda: offered("yezhov-fall/successor", "chernyakhovsky", born=1930)),
    ("possible at the time", lambda: offered("yezhov-fall/successor", "rokossovsky")),
    ("possible at the time", lambda: offered("arrest-list/body", "supreme-soviet")),
    ("possible at the time", lambda: offered("arrest-list/body", "ogpu")),
    ("possible at the time", lambda: offered("first-show-trial/lead-defendants", text="Kirov and Radek")),
    ("wrong texts have a basis", lambda: offered("first-show-trial/outcome", text="all were exiled")),
    ("wrong texts have a basis", only_tempting),
    ("reasons teach", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", reason="no card says so")),
    ("reasons teach", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", reason="not on your notes")),
    ("reasons teach", lambda: offering("yezhov-fall/successor", "Beria", "Yagoda", reason="really " * 21)),
    ("prompt and answer fit", lambda: reworded("How many men replaced Yezhov in November 1938?")),
    ("prompt and answer fit", lambda: reworded("Who was it?", Kind.FREE_TEXT, "yezhov-fall/danger")),
    ("prompt and answer fit", lambda: reworded("In which month and year?", Kind.DATE_RECALL, "denunciations/date")),
    ("prompt and answer fit", lambda: reworded("Which number was it?", Kind.NUMBER_RECALL, "impact/delegates")),
    ("prompt and answer fit", lambda: reworded("Name the three groups.", Kind.LIST_RECALL, "arrest-list/groups")),
    ("no answer in the prompt", lambda: reworded("Was it Lavrenty Beria who replaced him?")),
    (
        "no answer in the prompt",
        lambda: reworded("Was the State or industry threatened?", Kind.FREE_TEXT, "yezhov-fall/danger"),
    ),
    (
        "no word of every wrong option",
        lambda: offering("yezhov-fall/danger", "to do harm", "to win votes", "to get votes"),
    ),
    ("no option like a key", lambda: offering("yezhov-fall/successor", "Beria", "Category 4", "Yagoda")),
    ("no option like a key", lambda: offering("yezhov-fall/successor", "Beria", "B", "Yagoda")),
    (
        "notes are shown",
        lambda: asked(*(it._replace(notes=("Another note.",)) for it in ALL if it.kind is Kind.MATCHING)),
    ),
    (
        "sides of one kind",
        lambda: asked(
            *(it._replace(pairs=(("executed", "512"), ("died", "in prison"))) for it in ALL if it.kind is Kind.MATCHING)
        ),
    ),
    ("across follow", lambda: following("share", value=Quote("about 30%"))),
    ("across follow", lambda: following("total", value=Quote("55"))),
    ("across follow", lambda: following("remainder", value=Quote("5"))),
    ("across follow", lambda: following("interval", value=Quote("16 months"))),
    ("across follow", lambda: following("same", value=Quote("Bukharin"))),
    ("across follow", lambda: following("differs", value=Quote("it was held in public"))),
    ("across follow", lambda: following("stated", value=Quote("they had no passports"))),
    ("across follow", lambda: following("first", facts=("third-show-trial/date",))),
    ("across follow", lambda: following("next", facts=("army-purge/date", "opposition-gone/yezhov-shot"))),
    ("across follow", lambda: following("between", value=Name("Beria", "beria"))),
    ("across follow", lambda: following("order", backwards=True)),
    ("across follow", lambda: following("offices", backwards=True)),
    ("across follow", lambda: following("pairs", pairs=(Pair("a comet", "a flood", "yezhov-fall/successor"),))),
    ("across follow", lambda: following("share", facts=("third-show-trial/date", "army-purge/date"))),
    ("across follow", lambda: following("share", rule="guess")),
    ("across read well", lambda: following("same", prompts=("Who was it?",))),
    ("across read well", lambda: following("share", prompts=("About what share of the delegates was arrested?",))),
    ("across are graded", lambda: following("same", wrong=(Distractor("trotsky", "an exile of old"),) * 2)),
    ("across are graded", lambda: following("total", value=Quantity("around 14", 14, "around"))),
    ("figures at no certainty", lambda: always("impact/delegates-arrested", "1,108", "1,200", "1,300", "1,400")),
    ("guessers", told_by_length),
    ("learned", told_by_length),
    ("leaks are known", lambda: reworded("Which rival of Radek did the 1934 congress of Tukhachevsky favour?")),
    ("leaks are kept apart", lambda: Subject(bank.build(small_deck.deck()), ())),
    ("same bytes everywhere", lambda: Subject(BANK, ALL, copies=(Copy("another Python", digest="0"),))),
    ("same bytes everywhere", lambda: Subject(BANK, ALL[1:])),
]


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "MODES", {mode: (pick, 3) for mode, (pick, _) in leaks.MODES.items()})


@pytest.mark.parametrize(("name", "plant"), PLANTED, ids=[f"{name} {at}" for at, (name, _) in enumerate(PLANTED)])
def test_what_is_planted_is_found(name: str, plant: Callable[[], Subject]) -> None:
    found = rows(name, plant())

    assert any(row.breaches for row in found)


def test_something_is_planted_for_every_check() -> None:
    assert {name for name, _ in PLANTED} == set(CHECK)


@pytest.mark.parametrize(
    "name",
    [
        "length of prompts",
        "prompts stand alone",
        "no negation",
        "no slips of the source",
        "roles are dated",
        "answers from the data",
        "one right option",
        "options apart",
        "people alike",
        "reasons",
        "answers are accepted",
        "wrong options are refused",
        "ids",
        "possible at the time",
        "wrong texts have a basis",
        "reasons teach",
        "prompt and answer fit",
        "no answer in the prompt",
        "no word of every wrong option",
        "no option like a key",
        "across follow",
        "across read well",
        "across are graded",
    ],
)
def test_good_items_are_left_alone(name: str) -> None:
    good = [it for it in BANK.of_fact("yezhov-fall/successor") if len(it.facts) == 1]

    assert [row.breaches for row in rows(name, asked(*good))] == [()]


def test_a_breach_names_its_question() -> None:
    subject = reworded("Who replaced Yezhov?")

    assert rows("length of prompts", subject)[0].breaches[0].where == subject.questions[0].id
