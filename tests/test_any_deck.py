"""Any deck of which `check` finds nothing wrong can be built, graded, audited, given ladders and played."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from any_deck import DECKS, EVERY_EXTREME, VALUES, Fact, Written, written
from full_screen import STANDARD, app, play_to_the_end, screen_of
from hypothesis import given, settings
from manual_clock import ManualClock
from stores import close_all, open_store

from purges_quiz import bank
from purges_quiz.authoring.audit import CHECKS, Subject, leaks
from purges_quiz.authoring.ladders import search
from purges_quiz.authoring.ladders.search import NoRoomError, as_toml, choose_ladders
from purges_quiz.bank.bank import Bank
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck
from purges_quiz.grading import Grader
from purges_quiz.grading.verdict import Judgement
from purges_quiz.language import general_language
from purges_quiz.plain import play
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.tui.screens.results import ResultsScreen

NO_ANSWERS = ("", "0", "-1", "1,000", "1900", "44 BC", "Smith", "the end", "1/0", "%", "\u00a3", "around", "1-0", "[b]")
LOOKS = [check for check in CHECKS if check.name not in {"guessers", "learned", "same bytes everywhere"}]


@pytest.fixture(autouse=True, scope="module")
def little_to_search() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaks, "MODES", {mode: (pick, 2) for mode, (pick, _) in leaks.MODES.items()})
        patch.setattr(search, "DRAWS", 1000)
        yield


def with_ladders(made: Written) -> Deck:
    """The deck with the ladders that it can have, which must be as its own check wants them."""
    try:
        ladders = choose_ladders(made.deck, candidates=6)
    except NoRoomError as error:
        ladders = error.chosen
    return load({"cards.toml": made.text.encode(), "ladders.toml": as_toml(ladders).encode()})


def graded(questions: Bank, deck: Deck) -> None:
    """Grade its own values, aliases and distractors, and what is no answer to anything."""
    grader = Grader(deck, general_language())
    for question in questions.all_questions.values():
        if question.typed:
            for text in question.accepted:
                assert grader.grade(question, text).judgement is Judgement.CORRECT, (question.id, text)
            if question.target:
                texts = (*question.target.rungs, *(wrong.text for wrong in question.target.distractors), *NO_ANSWERS)
                for text in texts:
                    grader.grade(question, text)


def played(deck: Deck, folders: pytest.TempPathFactory, *modes: Mode) -> None:
    """Play it on lines: with letters, numbers and a year, and giving up."""
    for mode in modes:
        said: list[str] = []
        game = Game(deck, open_store(folders.mktemp("store")), ManualClock())
        typed = [f"{line}\n" for _ in range(30) for line in ("a", "", "1 2", "", ":d", "", "1900", "")]
        assert play(game, RoundOptions(mode, seed=3), RoundOptions(), lines=typed, write=said.append) == 0
        close_all()


def audited(questions: Bank) -> None:
    subject = Subject.of(questions)
    for check in LOOKS:
        list(check.run(subject))


def own(facts: Sequence[Fact]) -> Written:
    """A deck of these facts, a card each, which has to pass."""
    made = written(*([fact] for fact in facts))
    assert made, [fact for fact in facts if not written([fact])]
    return made


def test_every_extreme_value_is_right_as_the_card_prints_it() -> None:
    deck = own(EVERY_EXTREME).deck
    graded(bank.build(deck), deck)


def test_a_deck_of_one_fact_can_be_built_given_a_ladder_and_played(
    tmp_path_factory: pytest.TempPathFactory, *, full: bool
) -> None:
    """Of every eighth extreme value, and with --full of each."""
    for fact in EVERY_EXTREME if full else EVERY_EXTREME[::8]:
        played(with_ladders(own([fact])), tmp_path_factory, Mode.QUICK)


@pytest.mark.parametrize("kind", [*VALUES, "list"])
def test_a_deck_of_one_type_is_given_ladders_audited_and_played(
    kind: str, tmp_path_factory: pytest.TempPathFactory, *, full: bool
) -> None:
    """Of every second extreme value, and with --full of each."""
    facts = [fact for fact in EVERY_EXTREME if fact["type"] == kind]
    deck = with_ladders(own(facts[:: 1 if full else 2]))
    audited(bank.build(deck))
    played(deck, tmp_path_factory, Mode.QUICK, Mode.FULL)


@settings(max_examples=settings().max_examples // 6)
@given(made=DECKS)
def test_a_deck_that_passes_can_be_graded_audited_and_played(
    tmp_path_factory: pytest.TempPathFactory, made: Written
) -> None:
    deck = with_ladders(made)
    questions = bank.build(deck)
    graded(questions, deck)
    audited(questions)
    played(deck, tmp_path_factory, Mode.QUICK)


@pytest.mark.parametrize("part", range(2))
async def test_extreme_values_are_shown_and_typed_on_the_screens(part: int, tmp_path: Path) -> None:
    deck = with_ladders(own(EVERY_EXTREME[part::24]))
    game = Game(deck, open_store(tmp_path), ManualClock())
    async with app(game, RoundOptions(Mode.FULL, seed=3)).run_test(size=STANDARD) as pilot:
        await pilot.pause()
        assert await play_to_the_end(pilot)
        assert screen_of(pilot) is ResultsScreen
