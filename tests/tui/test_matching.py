"""Pairs to be made: what the screen says of them, by keys and by the mouse."""

from __future__ import annotations

from full_screen import STANDARD, app, asking, lines, round_of, short_round, text
from hypothesis import assume, given
from hypothesis import strategies as st

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.session import Game
from purges_quiz.tui.widgets.drawn import FOLLOWER_GAP
from purges_quiz.tui.widgets.matching import _judged
from purges_quiz.wording.answers import JudgedPair

PAIRS = short_round(Kind.MATCHING)


async def test_the_highlighted_line_says_which_keys_choose_its_partner(game: Game) -> None:
    async with app(game, PAIRS).run_test(size=STANDARD) as pilot:
        left = [left for left, _ in asking(pilot).question.pairs]
        await pilot.pause()
        assert f"· {left[0]} press a-d" in text(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert f"· {left[1]} press a-d" in text(pilot)
        assert text(pilot).count("press a-d") == 1


async def test_with_all_pairs_made_the_footer_offers_to_answer(game: Game) -> None:
    async with app(game, PAIRS).run_test(size=STANDARD) as pilot:
        await pilot.press("a", "b", "c")
        await pilot.pause()
        assert "Enter Answer" not in text(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert "Enter Answer" in text(pilot)
        await pilot.press("backspace")
        await pilot.pause()
        assert "Enter Answer" not in text(pilot)


async def test_the_mouse_alone_makes_the_pairs_and_answers(game: Game) -> None:
    async with app(game, PAIRS).run_test(size=STANDARD) as pilot:
        await pilot.pause()
        count = len(asking(pilot).question.pairs)
        for row in range(count):
            await pilot.click("#partners", offset=(5, row))
            await pilot.pause()
        footer = lines(pilot)[-1]
        await pilot.click(offset=(footer.index("Answer"), STANDARD[1] - 1))
        await pilot.pause()
        assert len(round_of(pilot).attempts) == 1


def longest(game: Game) -> Question:
    """The matching question that takes most room."""
    pairs = [question for question in game.bank.questions.values() if question.kind is Kind.MATCHING]
    return max(pairs, key=lambda each: len(each.prompt) + sum(len(left) + len(right) for left, right in each.pairs))


async def test_every_text_of_a_pair_can_be_read_in_full_where_there_is_little_room(game: Game) -> None:
    question = longest(game)
    async with app(game, short_round(again=(question.id,))).run_test(size=STANDARD) as pilot:
        await pilot.press(*"abcdef"[: len(question.pairs)])
        for key in ("", "enter"):
            await pilot.press(*filter(None, [key]))
            for width in (60, 44):
                await pilot.resize_terminal(width, 60)
                await pilot.pause()
                assert all(left in text(pilot) and right in text(pilot) for left, right in question.pairs)


async def test_prompt_and_pairs_stay_in_view_from_the_first_pair_to_the_verdict(game: Game) -> None:
    question = longest(game)
    async with app(game, short_round(again=(question.id,))).run_test(size=(60, 20)) as pilot:
        for key in (*"abcdef"[: len(question.pairs)], "enter"):
            await pilot.press(key)
            await pilot.pause()
            shown = text(pilot).replace("▌ ", "")
            assert question.prompt in shown
            assert all(left in shown for left, _ in question.pairs)
        assert " of 4 pairs" in shown


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join)


@given(lefts=st.lists(WORDS, min_size=4, max_size=6), data=st.data(), width=st.integers(50, 110))
def test_what_belongs_to_each_line_stands_in_one_column_where_there_is_room_for_two(
    lefts: list[str], data: st.DataObject, width: int
) -> None:
    rights, chosen = ([data.draw(WORDS) for _ in lefts] for _ in range(2))
    room = width - len("✗    ") - max(map(len, lefts)) - FOLLOWER_GAP - max(map(len, rights))
    assume(room >= 0)
    pairs = [JudgedPair(*each) for each in zip(lefts, rights, chosen, strict=True)]
    shown = [[line.plain for line in pair.lines(width)] for pair in _judged(pairs)]
    column = len("✗    ") + max(map(len, lefts)) + FOLLOWER_GAP
    for pair, (first, *below) in zip(pairs, shown, strict=True):
        assert first[column:].startswith(pair.right)
        said = " ".join(" ".join([first[column + len(pair.right) :], *below]).split())
        assert said == ("" if pair.correct else f"you: {pair.chosen}")
        assert all(len(line.rstrip()) <= width and not line[:column].strip() for line in below)


def test_where_there_is_no_room_beside_the_lines_what_belongs_to_each_stands_below_it_whole() -> None:
    lefts = ("the first of the long lines on the left side", "another")
    pairs = [JudgedPair(lefts[0], "August 1937", "July 1937"), JudgedPair(lefts[1], "July 1937", "July 1937")]
    first, second = ([line.plain.rstrip() for line in pair.lines(55)] for pair in _judged(pairs))
    assert first == [f"✗    {lefts[0]}", "     August 1937   you: July 1937"]
    assert second == [f"✓    {lefts[1]}", "     July 1937"]
