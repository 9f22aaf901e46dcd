"""Whatever is answered, amended and ended, by whichever instance: the store says what a naive recomputation does."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from history import RIGHT, answer, book, day, noon, round_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from purges_quiz.deck.kinds import Kind
from purges_quiz.progress import Progress
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.store import disk, folding
from purges_quiz.store.answers import AnswerStore

INSTANCES = 2
STEPS = [*["answer"] * 8, *["end", "undo"] * 3, *["overrule"] * 2, "stop", "leave", "reopen", "sleep"]
"""What can be done next, the more often the more likely."""


@dataclass
class Kept:
    """An answer as the player has left it."""

    given: AttemptRecord
    stands: bool = True
    overruled: bool = False

    @property
    def counts(self) -> bool:
        return self.stands and not self.given.practice

    @property
    def answer(self) -> AttemptRecord:
        if not self.overruled:
            return self.given
        return self.given._replace(
            outcome=Outcome.RIGHT, self_graded=True, missed=(), confused_with=None, slip=None, points=100
        )


@dataclass
class Played:
    """A round as the player has left it."""

    answers: list[Kept] = field(default_factory=list)
    ended: date | None = None
    finished: bool = False
    last: Kept | None = None
    """The answer with which it ended."""

    @property
    def is_over(self) -> bool:
        return self.ended is not None

    @property
    def standing(self) -> list[Kept]:
        return [kept for kept in self.answers if kept.stands]

    @property
    def counted(self) -> list[AttemptRecord]:
        return [kept.answer for kept in self.answers if kept.counts]


class Player:
    """Plays in several instances, and remembers what was done without any of them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stores = [AnswerStore.open(path) for _ in range(INSTANCES)]
        self._playing: list[int | None] = [None] * INSTANCES
        self.rounds: dict[int, Played] = {}
        self.log: list[Kept] = []
        self.endings: list[Played] = []
        self.today = 0

    def do(self, what: str, who: int, given: AttemptRecord) -> None:
        """One step of one instance, if it fits where that stands."""
        store = self._stores[who]
        number = self._playing[who]
        played = None if number is None else self.rounds[number]
        last = played.standing[-1] if played and played.standing else None
        match what:
            case "answer":
                self._answer(who, given)
            case "end" | "stop" if number and played and not played.is_over:
                after = last.given.id if last else None
                store.end_round(number, at=noon(day(self.today)), finished=what == "end", after=after)
                played.ended, played.finished, played.last = day(self.today), what == "end", last
                self.endings.append(played)
            case "undo" if played and last:
                self._take_back(store, played, last)
            case "overrule" if last and last.counts and last.answer.outcome not in RIGHT:
                store.overrule(last.given.id, at=noon(day(self.today)))
                last.overruled = True
            case "leave":
                self._playing[who] = None
            case "reopen":
                store.close()
                self._stores[who] = AnswerStore.open(self._path)
            case "sleep":
                self.today += 1
            case _:
                pass

    def _answer(self, who: int, given: AttemptRecord) -> None:
        store = self._stores[who]
        number = self._playing[who]
        if number is None or self.rounds[number].is_over:
            number = self._playing[who] = store.begin_round(round_record(self.today))
            self.rounds[number] = Played()
        kept = given._replace(round=number, day=day(self.today), at=noon(day(self.today)))
        kept = kept._replace(id=store.append(kept))
        self.log.append(Kept(kept))
        self.rounds[number].answers.append(self.log[-1])

    def _take_back(self, store: AnswerStore, played: Played, last: Kept) -> None:
        if last.overruled:
            store.restore(last.given.id, at=noon(day(self.today)))
            last.overruled = False
            return
        store.take_back(last.given.id, at=noon(day(self.today)))
        last.stands = False
        if played.last is last:
            self.endings.remove(played)
            played.ended, played.finished, played.last = None, False, None

    def check(self) -> None:
        """Ask every instance, and one opened for it."""
        with ExitStack() as stack:
            fresh = stack.enter_context(closing(AnswerStore.open(self._path)))
            for store in (*self._stores, fresh):
                self._check(store)
            assert len({repr(sorted(store.progress().facts.items())) for store in (*self._stores, fresh)}) == 1

    def close(self) -> None:
        """End every instance."""
        for store in self._stores:
            store.close()

    def _check(self, store: AnswerStore) -> None:
        progress: Progress = store.progress()
        counted = [kept.answer for kept in self.log if kept.counts]
        assert list(store.answers()) == [kept.answer for kept in self.log if kept.stands]
        assert {each.id: (each.day, each.finished) for each in store.rounds()} == {
            number: (played.ended, played.finished) for number, played in self.rounds.items()
        }
        assert set(progress.mistakes) == book(counted)
        assert Counter(progress.confusions) == Counter(
            (each.facts[0], each.confused_with) for each in counted if each.confused_with and each.outcome not in RIGHT
        )
        finished = Counter(played.ended for played in self.endings if played.finished)
        assert {each: (done.answers, done.right, done.rounds) for each, done in progress.days.items()} == {
            each: (
                sum(one.day == each for one in counted),
                sum(one.day == each and one.outcome in RIGHT for one in counted),
                finished[each],
            )
            for each in {one.day for one in counted} | {each for each in finished if each}
        }
        assert {number: result.score for number, result in progress.open_rounds.items()} == {
            number: sum(one.points for one in played.counted)
            for number, played in self.rounds.items()
            if played.counted and not played.is_over
        }
        whole = [played for played in self.endings if played.finished and played.counted]
        scores = [
            sum(one.points for one in played.counted)
            for played in whole
            if not any(one.self_graded for one in played.counted)
        ]
        assert [best.result.score for best in progress.bests.values()] == ([max(scores)] if scores else [])


steps = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, INSTANCES - 1),
        st.builds(
            lambda outcome, fact, kind, practice, rival, points: answer(
                0,
                outcome,
                facts=(fact,),
                kind=kind,
                practice=practice,
                confused_with=rival if outcome is Outcome.WRONG else None,
                points=points,
            ),
            st.sampled_from([*Outcome, Outcome.WRONG, Outcome.WRONG]),
            st.sampled_from(["card/a", "card/b", "card/c"]),
            st.sampled_from([Kind.FREE_TEXT, Kind.MULTIPLE_CHOICE]),
            st.integers(0, 5).map(lambda number: number == 0),
            st.sampled_from([None, "yagoda", "beria"]),
            st.integers(100, 110),
        ),
    ),
    min_size=25,
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.data_too_large])
@given(steps)
def test_the_store_says_what_a_naive_recomputation_says(history: list[tuple[str, int, AttemptRecord]]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(folding, "FAR_BEHIND", 2)
        patched.setattr(disk, "WRITE_THROUGH", "PRAGMA synchronous = OFF")  # nobody pulls the plug here
        with closing(Player(Path(folder) / "answers.sqlite3")) as player:
            for what, who, given_answer in history:
                player.do(what, who, given_answer)
                if what in {"undo", "end"}:
                    player.check()
            player.check()
