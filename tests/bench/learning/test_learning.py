from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question

from .answering import answered
from .grid import CLAIRVOYANT, FIXED, ORDERS, QUICK, Cell, LearnerResult, by_order, studied
from .learners import MODELS, from_file
from .learners.fsrs import GOOD, NOISE, Learner, noisy_weights, retrievability, reviewed
from .material import StudyMaterial
from .study import Course
from .table import beaten, calibration, comparison, holm, interval, summary, table

BRIEF = Course(minutes=3, days=3)
LEARNER = """
class Learner:
    def __init__(self, seed): self.met = {}
    def recall(self, fact, day): return 0.5 if fact in self.met else 0.0
    def meet(self, fact, day, *, recalled): self.met[fact] = day
"""


@cache
def material() -> StudyMaterial:
    return StudyMaterial(shipped_deck.deck())


@cache
def brief(model: str, seed: int) -> LearnerResult:
    return studied(Cell(model, BRIEF), seed, ORDERS)


def asking(kind: Kind) -> Question:
    return next(question for question in shipped_deck.questions().questions.values() if question.kind is kind)


class TestLearners:
    @pytest.mark.parametrize("seed", range(10))
    def test_fsrs_with_the_default_weights_remembers_as_the_package_says(self, seed: int) -> None:
        rng = random.Random(seed)
        scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        start = datetime(2027, 1, 1, tzinfo=UTC)
        card, trace = Card(card_id=1, due=start), None
        for day in sorted(rng.choices(range(30), k=8)):
            rating = rng.choice((Rating.Again, Rating.Good))
            card, _ = scheduler.review_card(card, rating, start + timedelta(days=day))
            trace = reviewed(DEFAULT_PARAMETERS, trace, day, rating)
            assert trace.stability == pytest.approx(card.stability)
            assert trace.difficulty == pytest.approx(card.difficulty)
            later = scheduler.get_card_retrievability(card, start + timedelta(days=day + 9))
            assert retrievability(DEFAULT_PARAMETERS, trace.stability, 9) == pytest.approx(later)

    def test_the_weights_of_learners_differ_but_can_be_had_again(self) -> None:
        first, second = (noisy_weights(random.Random(seed)) for seed in (1, 2))
        assert first == noisy_weights(random.Random(1)) != second
        assert all(0.2 < weight / usual < 5 for weight, usual in zip(first, DEFAULT_PARAMETERS, strict=True)), NOISE

    @pytest.mark.parametrize("model", MODELS)
    def test_nothing_is_known_before_it_was_met_and_then_less_every_day(self, model: str) -> None:
        learner = MODELS[model](1)
        assert learner.recall("a", 0) == 0
        learner.meet("a", 0, recalled=False)
        recalls = [learner.recall("a", day) for day in range(1, 20)]
        assert 1 > recalls[0] > recalls[-1] > 0
        assert recalls == sorted(recalls, reverse=True)

    @pytest.mark.parametrize("model", MODELS)
    def test_success_on_different_days_lasts_longer_than_being_told_once(self, model: str) -> None:
        once, often = MODELS[model](2), MODELS[model](2)
        once.meet("a", 6, recalled=False)
        for day in (0, 2, 6):
            often.meet("a", day, recalled=day > 0)
        assert often.recall("a", 10) > once.recall("a", 10)

    @pytest.mark.parametrize("model", MODELS)
    def test_learners_and_facts_differ_and_the_same_seed_is_the_same_learner(self, model: str) -> None:
        def recalls(seed: int) -> list[float]:
            learner = MODELS[model](seed)
            for fact in "abc":
                learner.meet(fact, 0, recalled=False)
            return [learner.recall(fact, 1) for fact in "abc"]

        assert recalls(1) == recalls(1) != recalls(2)
        assert len(set(recalls(1))) == 3

    def test_exponential_forgetters_have_forgotten_half_of_what_they_were_told_after_a_day_at_the_median(self) -> None:
        recalls = []
        for seed in range(300):
            learner = MODELS["exponential"](seed)
            learner.meet("a", 0, recalled=False)
            recalls.append(learner.recall("a", 1))
        assert sorted(recalls)[150] == pytest.approx(0.5, abs=0.07)


class TestAnswering:
    def test_what_was_never_met_is_guessed_among_options_and_given_up_where_it_is_typed(self) -> None:
        rng = random.Random(1)
        choice, typed = asking(Kind.MULTIPLE_CHOICE), asking(Kind.NUMBER_RECALL)
        tries = [answered(material(), Learner(1), choice, 0, rng) for _ in range(2000)]
        right = sum(not response.missed for response in tries)
        assert right / 2000 == pytest.approx(1 / len(choice.options), abs=0.04)
        assert answered(material(), Learner(1), typed, 0, rng).gave_up

    def test_what_was_just_met_is_known_and_takes_less_time_but_for_slips(self) -> None:
        rng = random.Random(1)
        for kind in (Kind.MATCHING, Kind.ORDERING, Kind.NUMBER_RECALL):
            learner, question = Learner(1), asking(kind)
            answered(material(), learner, question, 0, rng)
            again = [answered(material(), learner, question, 0, rng) for _ in range(200)]
            assert 0 < sum(bool(response.missed) for response in again) < 20
            assert fmean(response.seconds for response in again) > 5


class TestStudy:
    def test_one_day_in_five_is_skipped_but_never_the_first(self) -> None:
        course = Course(minutes=2, days=28)
        days = [course.studied(seed) for seed in range(200)]
        assert all(each[0] == 0 for each in days)
        assert fmean(len(each) for each in days) / 28 == pytest.approx(0.8, abs=0.03)

    @pytest.mark.parametrize("model", MODELS)
    def test_every_order_teaches_something_and_none_more_than_the_clairvoyant(self, model: str) -> None:
        outcome = brief(model, 3)
        assert all(0 < known < len(material().facts) for known in outcome.recalled.values())
        assert not beaten(by_order([outcome], ORDERS))

    def test_the_same_learner_studies_the_same_twice(self) -> None:
        assert studied(Cell("FSRS", BRIEF), 3, [QUICK]) == studied(Cell("FSRS", BRIEF), 3, [QUICK])

    def test_the_fixed_retention_is_the_best_of_its_grid(self) -> None:
        outcomes = [brief("FSRS", 3)]
        tried = [value for name, value in outcomes[0].recalled.items() if name.startswith(FIXED)]
        assert by_order(outcomes, [FIXED])[FIXED] == [max(tried)]

    def test_quick_rounds_foretell_something_for_every_fact(self) -> None:
        predicted = brief("exponential", 3).predicted
        assert len(predicted) == len(material().facts)
        assert all(0 <= guess <= 1 and 0 <= truth <= 1 for guess, truth in predicted)
        assert calibration(predicted).startswith("| Predicted")


class TestFigures:
    def test_the_interval_holds_the_mean_and_narrows(self) -> None:
        low, high = interval([1.0, 2.0, 3.0, 4.0] * 10)
        assert 2 < low < 2.5 < high < 3

    def test_quick_is_compared_learner_by_learner_with_the_best_other_order(self) -> None:
        recalled = {QUICK: [5.0, 7.0], "random": [4.0, 6.0], "leitner": [1.0, 9.5], CLAIRVOYANT: [8.0, 10.0]}
        found = comparison(recalled)
        assert found.best == "leitner"
        assert found.differences == [4.0, -2.5]
        assert found.of_clairvoyant == pytest.approx(6 / 9)
        assert found.room == pytest.approx(9 / 5.25)
        cell = Cell("FSRS", Course(4, 7))
        assert "| FSRS, 4, 7 | 6.0 | 5.0 | 5.2 | 9.0 | +0.8 (leitner) |" in table({cell: recalled})
        assert "66.7% of what the clairvoyant recalls" in summary([recalled])
        assert beaten({"a": [3.0], CLAIRVOYANT: [2.0]}) == ["a"]

    def test_holm_asks_more_of_many_findings_than_of_one(self) -> None:
        assert holm([0.04]) == [True]
        assert holm([0.04, 0.5]) == [False, False]
        assert holm([0.5, 0.001, 0.02]) == [False, True, True]


class TestCommand:
    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tests.bench.learning", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])

    def test_a_learner_of_a_file_studies_and_the_figures_are_one_object(self, tmp_path: Path) -> None:
        file = tmp_path / "mine.py"
        file.write_text(LEARNER)
        cell = ["--minutes", "2", "--days", "2", "--learners", "2", "--orders", "quick,Leitner", "--workers", "1"]
        done = self.run("--learner-file", str(file), *cell, "--json")
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert set(found) == {"quick", "leitner"}
        for figures in found.values():
            assert set(figures) == {"recalled", "low", "high"}
            assert 0 < figures["low"] <= figures["recalled"] <= figures["high"] < len(material().facts)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--learner-file", "nowhere.py"], "nowhere.py is not a Python file"),
            (["--orders", "magic"], "'magic' is none of quick, "),
            (["--minutes", "-3"], "-3 is not above 0"),
            (["--days", "few"], "'few' is not a number"),
        ],
    )
    def test_what_is_wrong_with_the_command_is_said_in_a_line(self, arguments: list[str], said: str) -> None:
        done = self.run(*arguments)
        assert done.returncode != 0
        assert said in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_file_without_a_learner_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "empty.py").write_text("")
        with pytest.raises(ValueError, match="has no class Learner"):
            from_file(tmp_path / "empty.py")


def test_good_reviews_grow_what_lasts() -> None:
    first = reviewed(DEFAULT_PARAMETERS, None, 0, GOOD)
    assert reviewed(DEFAULT_PARAMETERS, first, 3, GOOD).stability > first.stability
