from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from manual_clock import ManualClock
from stores import open_store

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.plain import play
from purges_quiz.plain.console import Console
from purges_quiz.plain.rounds import play_rounds
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import Outcome
from purges_quiz.session import RoundOptions
from purges_quiz.wording.answers import letters_only

TRIAL = RoundOptions(Mode.CARD, card="first-show-trial", seed=1, kinds=frozenset({Kind.FREE_TEXT}))
CHOICES = RoundOptions(Mode.QUICK, seed=1, kinds=frozenset({Kind.MULTIPLE_CHOICE}))
PAIRS = RoundOptions(Mode.QUICK, seed=1, kinds=frozenset({Kind.MATCHING}))


class Player:
    """Plays, and keeps what was said; a number among the lines moves the clock by so many seconds."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock()
        self.game = shipped_deck.game(open_store(folder), self.clock)
        self.usual = RoundOptions()
        self.said = ""
        self.code: int | None = None

    def play(self, *lines: str | int, options: RoundOptions | None = None) -> str:
        before = len(self.said)
        self.code = play(self.game, options, self.usual, lines=self._typed(lines), write=self._hear)
        return self.said[before:]

    def _typed(self, lines: Iterable[str | int]) -> Iterator[str]:
        for line in lines:
            if isinstance(line, int):
                self.clock.seconds += line
            else:
                yield line + "\n"

    def _hear(self, text: str) -> None:
        self.said += text


@pytest.fixture
def player(tmp_path: Path) -> Player:
    return Player(tmp_path)


class TestMenu:
    def test_it_says_what_this_is_and_enter_starts_a_quick_round(self, player: Player) -> None:
        said = player.play("")
        assert "A revision game about the" in said
        assert "Quick round, question 1 of 10" in said
        assert player.code == 0

    def test_it_says_how_many_questions_were_asked_for(self, player: Player) -> None:
        player.usual = RoundOptions(questions=4)
        said = player.play("")
        assert "a round of 4 questions" in said
        assert "1. Quick round: 4 questions" in said
        assert "Quick round, question 1 of 4" in said

    def test_every_mode_has_a_number(self, player: Player) -> None:
        for number, mode in enumerate(Mode, start=1):
            player.play(str(number), *(["2"] if mode is Mode.CARD else []), ":d")
        assert [record.mode for record in player.game.store.rounds()] == list(Mode)

    def test_without_mistakes_their_mode_says_what_to_do(self, player: Player) -> None:
        assert "No mistakes are open. A quick round asks" in player.play("4")

    def test_what_is_no_number_of_a_mode_is_answered(self, player: Player) -> None:
        said = player.play("0", "7", "²", "9" * 5000, "Yezhov", ":z", ":y", ":")
        assert said.count("Type a number from 1 to 6, or press Enter.") == 5
        assert "There is no command :z." in said
        assert ":y (I was right) does not work here." in said

    def test_cards_can_be_read(self, player: Player) -> None:
        card = player.game.deck.cards[1]
        said = player.play(":c", "99", "2", ":c", "")
        assert "There is no card 99." in said
        assert all(sentence in said for sentence in card.sentences)

    def test_the_clock_can_be_switched_off(self, player: Player) -> None:
        said = player.play(":k", ":k", "", ":t")
        assert "Clock off." in said
        assert "No clock is running." in said
        assert " left" not in said

    def test_the_mistakes_book_is_read_out(self, player: Player) -> None:
        assert "No mistakes are open." in player.play(":b")
        player.play(":d", options=CHOICES)
        said = player.play(":b")
        assert "Mistakes: 1 open." in said
        assert "Missed once on 10 March 2026; typed right since then on 0 of 2 days." in said


class TestQuestion:
    @pytest.mark.parametrize("asked", [":?", "?"])
    def test_help_says_what_works_and_stops_the_clock(self, player: Player, asked: str) -> None:
        said = player.play(asked, 500, "a", "", ":t", options=CHOICES)
        assert ":d  say that you don't know" in said
        assert "Press Enter to go on, then answer." in said
        assert player.game.store.answers() == ()
        assert "The time is up" not in said

    def test_the_time_is_said_on_request_and_pauses_do_not_count(self, player: Player) -> None:
        said = player.play(5, ":p", 500, "", 3, ":t", ":d", options=CHOICES)
        left = [line for line in said.splitlines() if line.endswith("s left.") and "question" not in line]
        assert len(left) == 1
        assert player.game.store.answers()[0].seconds == 8

    def test_a_late_answer_is_graded_and_an_empty_line_is_no_answer(self, player: Player) -> None:
        said = player.play(500, ":t", "Trotsky", "", 500, "", options=TRIAL)
        assert "The time is up: this answer earns nothing for speed." in said
        first, second = player.game.store.answers()
        assert first.outcome in {Outcome.RIGHT, Outcome.WRONG}
        assert second.outcome is Outcome.NO_ANSWER

    def test_a_sprint_ends_when_its_time_is_up(self, player: Player) -> None:
        said = player.play("a", "", 121, "b", options=RoundOptions(Mode.SPRINT, seed=1, kinds=CHOICES.kinds))
        assert "The time is up: this is the last answer." in said
        assert "Sprint: " in said
        assert player.game.store.rounds()[0].finished

    def test_nothing_and_nonsense_answer_nothing(self, player: Player) -> None:
        said = player.play("", "e", "5", "ab", "0", "1 2", options=CHOICES)
        assert "Nothing was typed." in said
        assert said.count("Type a letter from a to d or a number from 1 to 4.") == 5
        assert player.game.store.answers() == ()

    @pytest.mark.parametrize("typed", ["b", "B", "2", "b)", "(2)", "2.", " b "])
    def test_an_option_has_a_letter_and_a_number(self, player: Player, typed: str) -> None:
        player.play(typed, options=CHOICES)
        (answer,) = player.game.store.answers()
        assert f"b. {answer.response_text}\n" in player.said

    @pytest.mark.parametrize("typed", ["", "1 2", "1 1 2 3", "a b c", "1 2 3 4 5 6 7", "-1 2 3 x"])
    def test_an_order_has_each_number_once(self, player: Player, typed: str) -> None:
        player.play(typed, options=RoundOptions(Mode.QUICK, seed=1, kinds=frozenset({Kind.ORDERING})))
        assert player.game.store.answers() == ()

    def test_a_partner_named_again_leaves_its_line(self, player: Player) -> None:
        said = player.play(
            "a", "a", "b", "1", options=RoundOptions(Mode.QUICK, seed=1, kinds=frozenset({Kind.MATCHING}))
        )
        prompts = [line[20:21] for line in said.splitlines() if line.startswith("Type the letter for ")]
        assert prompts[:4] == ["1", "2", "1", "3"]
        assert "Type a letter from a to" in said

    def test_letters_for_all_lines_can_be_typed_at_once(self, player: Player) -> None:
        player.play("cab", "bacd", options=PAIRS)
        assert len(player.game.store.answers()) == 1

    def test_a_hint_is_shown(self, player: Player) -> None:
        for day in range(3):
            player.clock.local = player.clock.local.replace(day=10 + day)
            for _ in range(3):
                player.play("a", "", "b", "", "c", "", "a", "", options=CHOICES)
        assert "Hint, with _" in player.play(*[":d", ""] * 14, options=RoundOptions(Mode.QUICK, seed=1))


class TestAfterAnAnswer:
    def test_feedback_says_all_there_is_to_say(self, player: Player) -> None:
        said = player.play("Bukharin", options=TRIAL)
        question = player.game.bank.question(player.game.store.answers()[0].question)
        for text in ("Wrong, 0 points.", f"Answer: {question.answer}", f"*{question.fact.span}*"):
            assert text in said

    def test_every_option_is_said_with_its_reason(self, player: Player) -> None:
        said = player.play("a", ":o", options=CHOICES)
        question = player.game.bank.question(player.game.store.answers()[0].question)
        assert all(f": {option.reason}" in said for option in question.options)
        assert said.count(", your answer)") == 1

    def test_i_was_right_and_take_back(self, player: Player) -> None:
        said = player.play("nonsense", ":y", ":u", ":y", options=TRIAL)
        assert "Right, as you say, 100 points." in said
        (answer,) = player.game.store.answers()
        assert answer.self_graded
        player.play("nonsense", ":u", "nonsense", options=TRIAL)
        assert [answer.practice for answer in player.game.store.answers()] == [False, True]

    def test_an_exam_tells_nothing_until_its_end(self, player: Player) -> None:
        said = player.play(
            "Yezhov", ":d", "nonsense", options=RoundOptions(Mode.EXAM, questions=3, seed=1, kinds=TRIAL.kinds)
        )
        asked, _, results = said.partition("Exam: ")
        assert "question 3 of 3" in asked
        assert not any(word in asked for word in ("Right", "Wrong", "Not known", "point", "Card:"))
        assert "Right: 0 of 3" in results
        assert results.count("Card:") == 3

    def test_after_an_exam_each_mistake_can_be_overruled(self, player: Player) -> None:
        options = RoundOptions(Mode.EXAM, questions=3, seed=1, kinds=TRIAL.kinds)
        said = player.play("x y z", "x y z", "x y z", ":y 9", ":y 1", options=options)
        assert "There is no mistake 9." in said
        assert [answer.self_graded for answer in player.game.store.answers()] == [True, False, False]

    def test_a_terminal_does_not_take_a_text_for_enter(self, player: Player) -> None:
        said: list[str] = []
        with pytest.raises(EOFError):
            play_rounds(Console(["a", "b"], said.append, piped=False), player.game, CHOICES)
        assert "That is not a command. Press Enter to go on.\n" in said
        assert len(player.game.store.answers()) == 1


class TestResults:
    def test_every_mistake_is_said_and_played_again(self, player: Player) -> None:
        options = RoundOptions(Mode.QUICK, questions=3, seed=1)
        said = player.play(*[":d", ""] * 3, "", ":r", ":d", options=options)
        results = said[said.index("Quick round: 0 of 3 right") :]
        for answer in player.game.store.answers()[:3]:
            assert player.game.bank.question(answer.question).prompt in results
        assert "Right: 0 of 3 (0%) in 0 s" in results
        assert "Mistakes, question 1 of 3" in results

    def test_the_last_answer_can_be_taken_back_there(self, player: Player) -> None:
        said = player.play(":d", "", ":u", options=RoundOptions(Mode.QUICK, questions=1, seed=1))
        assert "question 1 of 1, for practice" in said
        assert player.game.store.answers() == ()

    def test_from_there_to_the_menu(self, player: Player) -> None:
        assert "6. Exam" in player.play(":d", "", ":m", options=RoundOptions(Mode.QUICK, questions=1, seed=1))


class TestLeaving:
    @pytest.mark.parametrize("end", [[], [":q"], [":e"], [":p", ":e"], [":p", ":q"], ["a", ":q"], ["a", ":e"]])
    def test_what_was_answered_is_kept_and_said(self, player: Player, end: list[str]) -> None:
        said = player.play("b", "", *end, options=CHOICES)
        assert player.code == 0
        assert said.count("Best streak: ") == 1
        assert len(player.game.store.answers()) == 1 + ("a" in end)
        (record,) = player.game.store.rounds()
        assert (record.ended is not None, record.finished) == (True, False)

    def test_a_round_whose_last_question_was_answered_is_finished(self, player: Player) -> None:
        player.play("a", "b", options=RoundOptions(Mode.QUICK, questions=2, seed=1, kinds=CHOICES.kinds))
        assert player.game.store.rounds()[0].finished

    def test_a_full_round_goes_on_where_it_was_left(self, player: Player) -> None:
        player.play(":d", ":q", options=RoundOptions(Mode.FULL))
        assert "go on where you left it: 1 of" in player.play(":q")
        assert "Full round, question 2 of" in player.play("3", ":q")

    def test_interrupted(self, player: Player) -> None:
        def typed() -> Iterator[str]:
            yield ":d"
            raise KeyboardInterrupt

        assert play(player.game, CHOICES, RoundOptions(), lines=typed(), write=lambda _: None) == 130
        assert len(player.game.store.answers()) == 1
        assert player.game.store.rounds()[0].ended is not None

    def test_nobody_reads_any_more(self, player: Player) -> None:
        def write(_: str) -> None:
            if player.game.store.answers():
                raise BrokenPipeError

        with pytest.raises(BrokenPipeError):
            play(player.game, CHOICES, RoundOptions(), lines=["a"], write=write)
        assert player.game.store.rounds()[0].ended is not None


class TestLines:
    @pytest.mark.parametrize(
        ("line", "kept"),
        [
            ("\ufeffTrotsky\r\n", "Trotsky"),
            ("Trot\udce9sky", "Trot?sky"),
            ("\x1b[31mTrotsky\x00", "[31mTrotsky"),
            ("x" * 100_000, "x" * 1000),
        ],
    )
    def test_what_no_one_types_does_no_harm(self, player: Player, line: str, kept: str) -> None:
        player.play(line, ":q", options=TRIAL)
        assert player.game.store.answers()[0].response_text == kept
        assert "\x1b" not in player.said

    def test_lines_are_whole(self, player: Player) -> None:
        said: list[str] = []
        write: Callable[[str], None] = said.append
        play(player.game, None, RoundOptions(), lines=["", ":d", ":q"], write=write)
        assert all(line.endswith("\n") and line.count("\n") == 1 for line in said)
        assert "".join(said).replace("\n", "").isprintable()


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_in_a_terminal_lines_wrap_at_words(columns: int) -> None:
    written: list[str] = []
    text = "The Politburo resolution of July 1937 ordered that all kulaks and criminals be registered."
    Console([], written.append, piped=False, width=lambda: columns).say(text, "", "Short.")
    lines = "".join(written).split("\n")
    assert all(len(line) <= columns for line in lines)
    assert " ".join(lines).split() == [*text.split(), "Short."]
    assert "" in lines[:-1]
    written.clear()
    Console([], written.append, piped=True).say(text)
    assert written == [f"{text}\n"]


def test_where_options_are_small_numbers_a_number_is_no_answer(player: Player) -> None:
    again = next(
        question.id
        for key in player.game.deck.facts
        for question in player.game.bank.of_fact(key)
        if question.kind is Kind.MULTIPLE_CHOICE and letters_only(question)
    )
    said = player.play("2", "b", options=RoundOptions(Mode.QUICK, again=(again,)))
    assert "Type a letter, a to d:" in said
    assert "Type a letter from a to d." in said
    assert len(player.game.store.answers()) == 1


def test_a_fact_is_left_out_and_a_question_flagged_after_an_answer(player: Player) -> None:
    said = player.play("a", ":x", ":f", options=CHOICES)
    answered = player.game.store.answers()[0]
    assert player.game.left_out == set(answered.facts)
    assert player.game.flagged == {answered.question}
    assert "Left out of all rounds; :x brings it back." in said
    assert "Flagged as a bad question; :f removes the flag." in said


def test_both_are_undone_by_the_same_commands(player: Player) -> None:
    said = player.play("a", ":x", ":f", ":x", ":f", options=CHOICES)
    assert not player.game.left_out
    assert not player.game.flagged
    assert "Brought back: it will be asked again." in said


def test_facts_are_left_out_by_card_and_number_from_the_menu(player: Player) -> None:
    card = player.game.deck.cards[1]
    said = player.play(":x", "2", "3", "1", "3", "99", "")
    assert player.game.left_out == {card.facts[0].key}
    assert "There is no fact 99." in said


def test_another_round_follows_the_results(player: Player) -> None:
    player.play(":d", ":e", ":n", ":d", options=CHOICES)
    first, second = player.game.store.rounds()
    assert (first.mode, second.mode) == (Mode.QUICK, Mode.QUICK)
    assert len(player.game.store.answers(second.id)) == 1
