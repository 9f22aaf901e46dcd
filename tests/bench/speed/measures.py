"""What is measured, each against a bare Textual app in turn (A B A B)."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from .installed import environment
from .report import Row, ratio_row, tail_row, time_row
from .timed import Program

HERE = Path(__file__).parent
ROUND = ("--mode", "quick", "--questions", "150")
SETTLED = 0.3
"""Seconds; for a quarter of a second after feedback keys do nothing."""
IDLE = 10.0
QUESTIONS, ROUNDS = 10, 5


@dataclass(frozen=True, slots=True)
class Bench:
    """What is compared, and how often."""

    programs: Path
    """The folder of the programs installed."""
    pairs: int
    players: Path
    """A folder for players without answers."""
    full: Path
    """A folder with 100,000 answers."""
    large: Path
    """A deck of 5,000 facts."""
    full_large: Path
    """A folder with 100,000 answers to it."""

    @property
    def bare(self) -> list[str]:
        """The command of the bare app."""
        return [str(self.programs / "python"), str(HERE / "bare.py")]

    @property
    def game(self) -> list[str]:
        """The command of the game."""
        return [str(self.programs / "purges-quiz")]

    def new_player(self) -> Mapping[str, str]:
        """The environment of a program that nobody has used: what one measure answers is not there in the next."""
        return environment(Path(mkdtemp(dir=self.players)))

    def in_turn(self, *acts: Callable[[], float]) -> list[list[float]]:
        """The results of each act, done one after the other as many times as wanted, and once before to warm up."""
        rounds = [[act() for act in acts] for _ in range(self.pairs + 1)]
        return [list(column) for column in zip(*rounds[1:], strict=True)]


def starts(bench: Bench) -> Iterator[Row]:
    """First paint of Home."""
    env = bench.new_player()

    def first_screen(command: Sequence[str], env: Mapping[str, str] = env) -> float:
        with Program(command, env) as program:
            return program.start.whole

    bare, empty, full, large = bench.in_turn(
        lambda: first_screen(bench.bare),
        lambda: first_screen(bench.game),
        lambda: first_screen(bench.game, environment(bench.full)),
        lambda: first_screen([*bench.game, "--deck", str(bench.large)]),
    )
    yield ratio_row("First screen of Home, empty store", 1.15, empty, bare)
    yield ratio_row("First screen of Home, 100,000 answers", 1.25, full, bare)
    yield ratio_row("First screen of Home, a deck of 5,000 facts : the shipped deck", 1.5, large, empty)


def commands(bench: Bench) -> Iterator[Row]:
    """What needs no terminal."""
    env = bench.new_player()

    def run(*command: str) -> float:
        begun = time.perf_counter()
        subprocess.run(command, env=env, capture_output=True, check=True)
        return time.perf_counter() - begun

    nothing, version, help_text = bench.in_turn(
        lambda: run(str(bench.programs / "python"), "-c", "pass"),
        lambda: run(*bench.game, "--version"),
        lambda: run(*bench.game, "--help"),
    )
    yield ratio_row("`--version` : `python -c pass`", 4, version, nothing)
    yield ratio_row("`--help` : `python -c pass`", 4, help_text, nothing)


def keys(bench: Bench) -> Iterator[Row]:
    """Answering and going on, with the clock running and every answer committed to the disk."""
    env = bench.new_player()
    for kind, keys in (("multiple-choice", "a"), ("free-text", "something\r")):
        typed = kind != "multiple-choice"
        with Program(bench.bare, env) as bare, Program([*bench.game, *ROUND, "--kind", kind], env) as game:

            def press(bare: Program = bare) -> float:
                return bare.press("x").whole

            def answer(game: Program = game, text: str = keys) -> float:
                game.pass_over(SETTLED)
                if len(text) > 1:
                    game.press(text[:-1])
                return game.press(text[-1]).whole

            def proceed(game: Program = game) -> float:
                game.pass_over(SETTLED)
                return game.press("\r").whole

            pressed, answered, proceeded = bench.in_turn(press, answer, proceed)
        name = "Enter on a typed answer" if typed else "Key that chooses an option"
        yield ratio_row(f"{name} -> feedback", 3.2, answered, pressed)
        yield tail_row(f"{name} -> feedback", 0.02, answered)
        yield ratio_row(f"Next question ({kind}) after feedback", 3, proceeded, pressed)
        yield tail_row(f"Next question ({kind}) after feedback", 0.02, proceeded)


def memory(bench: Bench) -> Iterator[Row]:
    """The most that is held while ten questions are answered, in a round begun from Home: the median of several."""

    def bare() -> float:
        with Program(bench.bare, bench.new_player()) as program:
            program.press("x")
            return program.peak_memory()

    def round_of(env: Mapping[str, str], begin: str) -> float:
        with Program(bench.game, env) as game:
            game.pass_over(1)
            game.press(begin)
            for _ in range(QUESTIONS):
                game.pass_over(SETTLED)
                game.press("\x07")  # Ctrl+G: don't know
                game.pass_over(SETTLED)
                game.press("\r")
            return game.peak_memory()

    least = median(bare() for _ in range(ROUNDS))
    for what, env, begin in (
        ("round", bench.new_player, "\r"),
        ("full round", bench.new_player, "3"),
        ("round, 100,000 answers", lambda: environment(bench.full), "\r"),
    ):
        held = sorted(round_of(env(), begin) for _ in range(ROUNDS))
        ratio = median(held) / least
        found = (
            f"{ratio:.2f} times ({median(held) / 1024:.1f} MiB : {least / 1024:.1f} MiB), worst {held[-1] / least:.2f}"
        )
        yield Row(f"Peak memory in a {what}", "1.5 times", found, ratio <= 1.5)


def idle(bench: Bench) -> Iterator[Row]:
    """The clock runs, nobody does anything."""
    with Program([*bench.game, *ROUND, "--time", "60"], bench.new_player()) as game:
        game.pass_over(1)
        before = game.busy()
        game.pass_over(IDLE)
        share = (game.busy() - before) / IDLE
    yield Row("Idle with the clock running", "3 % of a core", f"{share:.1%}", share < 0.03)


def book(bench: Bench) -> Iterator[Row]:
    """The screens over 100,000 answers, each opened twice in a program of its own."""
    for key, name in (("m", "Mistakes"), ("p", "Progress")):
        first, later = [], []
        for _ in range(bench.pairs):
            with Program(bench.game, environment(bench.full)) as game:
                game.pass_over(1)
                first.append(game.press(key).whole)
                game.press("\x1b")
                game.pass_over(SETTLED)
                later.append(game.press(key).whole)
        yield time_row(f"{name} with 100,000 answers: key -> screen, the first time", 0.3, median(first), max(first))
        yield time_row(f"{name} with 100,000 answers: key -> screen, later", 0.3, median(later), max(later))


def first_question(bench: Bench) -> Iterator[Row]:
    """Enter on Home, a second after it was painted, until the first question is there."""
    env = bench.new_player()

    def begin(*options: str) -> float:
        with Program([*bench.game, *options], env) as game:
            game.pass_over(1)
            return game.press("\r").whole

    small, large = bench.in_turn(begin, lambda: begin("--deck", str(bench.large)))
    yield time_row("- Enter on Home -> the first question", 0.3, median(small))
    yield time_row("- the same with a deck of 5,000 facts", 1, median(large))


def engine(bench: Bench, shipped: Path) -> Iterator[Row]:
    """Questions, grades and folds without a terminal."""
    small = _inside(bench, shipped, bench.full)
    yield time_row("Whole bank generated", 0.5, small["bank"])
    yield time_row("Which facts give which away", 0.2, small["leaks"])
    yield time_row("One question", 0.001, small["question"], small["question_worst"])
    yield time_row("One grade", 0.0002, small["grade"])
    yield time_row("A text of 100,000 characters graded", 0.05, small["book_worst"])
    yield time_row("Grader loaded and made", 0.05, small["grader"])
    yield time_row("All that Progress shows, 100,000 answers", 0.3, small["progress"])
    yield time_row("A quick round picked, 100,000 answers", 0.02, small["pick"], small["pick_worst"])
    large = _inside(bench, bench.large, bench.full_large)
    facts = f"of {large['facts']:,.0f} facts"
    yield time_row(f"One question {facts}", 0.005, large["question"], large["question_worst"])
    yield time_row(f"A quick round picked {facts}, 100,000 answers", 0.2, large["pick"], large["pick_worst"])
    yield time_row(f"One grade {facts}", 0.005, large["grade"], large["grade_worst"])
    yield time_row(
        f"- what judges an answer {facts} made ready while its question is read; the worst is once in a game",
        0.1,
        large["ready"],
        large["ready_worst"],
    )
    yield time_row(f"- a deck {facts} read", 2.5, large["read"])
    yield time_row(
        "- what is then made ready while Home is looked at; the worst is the longest without hearing a key",
        1,
        large["prepared"],
        large["piece"],
    )
    yield time_row("- a quick round of it begun", 0.3, large["quick"])
    yield time_row("- a full round of it begun", 30, large["full"])


def _inside(bench: Bench, deck: Path, home: Path) -> dict[str, float]:
    command = [bench.programs / "python", HERE / "inside.py", deck, home / "answers.sqlite3"]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
