"""Sizes, themes and the footer, on every screen."""

from __future__ import annotations

import pytest
from full_screen import STANDARD, answer, app, lines, screen_of, short_round, strips, text
from rich.color import Color
from rich.style import Style
from textual.color import Color as Colour
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store import settings
from purges_quiz.tui.appearance import THEMES
from purges_quiz.tui.screens.mistakes import MistakesScreen
from purges_quiz.tui.widgets.key_bar import Entry, fitting

CHOICE = short_round(Kind.MULTIPLE_CHOICE)
WALK = {  # each screen, and the keys that lead to it from the one before
    "home": (),
    "card list": ("c",),
    "card": ("enter",),
    "help": ("escape", "escape", "question_mark"),
    "play": ("escape", "enter"),
    "pause": ("escape",),
    "feedback": ("escape", "ctrl+g"),
    "results": ("escape", "e"),
    "mistakes": ("h", "m"),
}


async def test_every_screen_is_whole_at_every_size(game: Game, *, full: bool) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for screen, keys in WALK.items():
            await pilot.press(*keys)
            for size in ((60, 20), (80, 24), (120, 40), (200, 60)) if full else ((60, 20), (120, 40)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                shown = lines(pilot)
                assert any(shown[: max(8, size[1] // 2)]), (screen, size)
                assert "Help" in shown[-1], (screen, size, shown[-1])
                assert all(len(line) <= size[0] for line in shown)
        assert screen_of(pilot) is MistakesScreen


async def test_too_small_a_window_asks_for_room_and_recovers(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for size in ((39, 24), (80, 11), (20, 5)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = [line for line in lines(pilot) if line]
            assert len(shown) == 1, shown
            assert "Needs 40 x 12"[: size[0] - 2] in shown[0]
        await pilot.resize_terminal(*STANDARD)
        await pilot.pause()
        assert "Quick round" in text(pilot)


async def test_one_key_goes_through_the_themes_and_each_is_remembered(game: Game) -> None:
    kept: list[object] = []
    async with app(game, remember=lambda **changed: kept.append(changed["theme"])).run_test(size=STANDARD) as pilot:
        for _ in THEMES:
            await pilot.press("f2")
            await pilot.pause()
    first, *others = THEMES
    assert kept == [*others, first]


def test_every_theme_that_can_be_set_can_be_shown() -> None:
    assert tuple(THEMES) == settings.THEMES


async def test_every_theme_paints_a_question_and_its_feedback(game: Game) -> None:
    async with app(game, short_round(Kind.MULTIPLE_CHOICE, questions=len(THEMES))).run_test(size=STANDARD) as pilot:
        for theme in THEMES:
            assert pilot.app.theme == theme
            await answer(pilot, right=False)
            assert "✗ Wrong" in text(pilot)
            await pilot.press("enter", "f2")


@pytest.mark.parametrize("name", [name for name, theme in THEMES.items() if not theme.ansi])
def test_the_highlighted_line_stands_out_and_can_be_read(name: str) -> None:
    theme = THEMES[name]
    assert _contrast(theme.panel, theme.background) > 1.45
    for written in (theme.foreground, theme.accent, theme.variables["quiet"]):
        assert _contrast(theme.panel, written) >= 4.5


def _contrast(one: str | None, other: str | None) -> float:
    """The ratio of two colours as the accessibility guidelines reckon it, from 1 to 21."""
    low, high = sorted(_luminance(Colour.parse(colour or "")) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


async def test_the_highlight_changes_at_once_with_the_theme(game: Game) -> None:
    async with app(game, theme="high-contrast").run_test(size=STANDARD) as pilot:
        await pilot.pause()
        assert not _reversed(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert "Quick round" in _reversed(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert not _reversed(pilot)


def _reversed(pilot: Pilot[None]) -> str:
    return "".join(part.text for strip in strips(pilot) for part in strip if part.style and part.style.reverse)


async def test_the_summary_is_not_cut_where_there_is_little_room(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("u")
        for width in (60, 50, 40):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert "1 of 3, for practice" in lines(pilot)[0] + lines(pilot)[1]
            assert "Score 0" in lines(pilot)[0] + lines(pilot)[1]


def colours(pilot: Pilot[None]) -> set[Color]:
    """Every colour that reaches the terminal."""
    found: set[Color] = set()
    for strip in strips(pilot):
        for line_filter in pilot.app.get_line_filters():
            strip = strip.apply_filter(line_filter, pilot.app.screen.background_colors[1])  # noqa: PLW2901
        for segment in strip:
            if segment.style is not None:
                found.update(filter(None, (segment.style.color, segment.style.bgcolor)))
    return found


async def test_without_colours_there_is_not_one(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app(game, short_round(Kind.MULTIPLE_CHOICE), color=False).run_test(size=STANDARD) as pilot:
        assert colours(pilot) == set()
        await answer(pilot, right=False)
        assert colours(pilot) == set()
        await pilot.press("f2")
        assert colours(pilot) == set()


async def test_the_footer_shows_only_what_works_now(game: Game) -> None:
    async with app(game, short_round(Kind.FREE_TEXT, Kind.NUMBER_RECALL)).run_test(size=STANDARD) as pilot:
        assert lines(pilot)[-1].split() == ["Ctrl+G", "Don't", "know", "F1", "Help", "Esc", "Pause", "Ctrl+Q", "Quit"]
        await pilot.press("5")
        assert lines(pilot)[-1].split()[:2] == ["Enter", "Answer"]
        await pilot.press("backspace")
        await pilot.pause()
        assert lines(pilot)[-1].split()[0] == "Ctrl+G"
        await pilot.press("5", "enter")
        await pilot.pause()
        assert "Enter Next" in text(pilot)
        assert "Don't know" not in text(pilot)


@pytest.mark.parametrize(
    ("kind", "keys", "size", "shown"),
    [
        (None, (), (80, 24), ("Enter Start", "s Settings", "? Help", "^Q Quit")),
        (Kind.ORDERING, (), (80, 24), ("Enter Answer", "Shift+↑/↓ Move", "^G Don't know", "Esc Pause", "^Q Quit")),
        (Kind.ORDERING, (), (60, 20), ("Enter Answer", "Shift+↑/↓ Move", "^G Don't know", "? Help")),
        (Kind.FREE_TEXT, ("x", "enter"), (60, 20), ("Enter Next", "u Take back", "? Help", "Esc Pause")),
        (Kind.MULTIPLE_CHOICE, ("1",), (60, 20), ("Enter Next", "o Reasons", "u Take back", "? Help", "Esc Pause")),
    ],
)
async def test_the_footer_has_room_for_what_is_needed(
    game: Game, kind: Kind | None, keys: tuple[str, ...], size: tuple[int, int], shown: tuple[str, ...]
) -> None:
    async with app(game, short_round(kind) if kind else None).run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert all(entry in lines(pilot)[-1] for entry in shown), lines(pilot)[-1]


def items(pilot: Pilot[None]) -> list[str]:
    """What is to be put in order, from the top."""
    return [line.partition(".")[2] for line in lines(pilot)[7:11]]


async def test_two_keys_that_share_a_label_can_each_be_clicked(game: Game) -> None:
    of_one_row_each = RoundOptions(seed=5, again=("first-show-trial/date:ordering:trials-and-yezhov-1",))
    async with app(game, of_one_row_each).run_test(size=STANDARD) as pilot:
        await pilot.pause()
        before = items(pilot)
        footer = lines(pilot)[-1]
        await pilot.click(offset=(footer.index("↓ Move"), 23))
        await pilot.pause()
        assert items(pilot) == [before[1], before[0], *before[2:]]
        await pilot.click(offset=(footer.index("↑/"), 23))
        await pilot.pause()
        assert items(pilot) == before


async def test_a_key_of_the_footer_can_be_clicked(game: Game) -> None:
    async with app(game, RoundOptions(seed=7)).run_test(size=STANDARD) as pilot:
        column = lines(pilot)[-1].index("Don't know")
        await pilot.click(offset=(column + 1, 23))
        await pilot.pause()
        assert "Not known" in text(pilot)


def test_the_footer_leaves_out_whole_keys_where_it_is_short_and_help_last() -> None:
    entries = [
        Entry("a.b", "Answer", "Enter"),
        Entry("c.d", "Something else", "x"),
        Entry("app.help", "Help", "F1"),
        Entry("app.quit", "Quit", "Ctrl+Q"),
    ]
    assert [entry.id for entry in fitting(entries, 80)] == ["a.b", "c.d", "app.help", "app.quit"]
    assert [entry.id for entry in fitting(entries, 25)] == ["a.b", "app.help"]
    assert [entry.id for entry in fitting(entries, 12)] == ["a.b"]
    assert fitting(entries, 3) == []


async def test_the_marked_line_has_but_the_terminals_own_two_colours_in_its_own_theme(game: Game) -> None:
    """Yellow letters in reverse are a yellow ground, on which a light terminal's own colour cannot be read."""
    async with app(game, theme="ansi").run_test(size=STANDARD) as pilot:
        (marked,) = [strip for strip in strips(pilot) if "Quick round" in strip.text]
        styles = [segment.style for segment in marked if segment.text.strip() and segment.style]
        assert styles
        assert all(style.reverse for style in styles)
        assert all(each is None or each.is_default for style in styles for each in (style.color, style.bgcolor))


async def test_a_page_stands_in_the_middle_and_a_long_one_begins_at_its_top(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for keys in ((), ("question_mark",), ("escape", "c")):
            await pilot.press(*keys)
            for rows in (32, 40, 60):
                await pilot.resize_terminal(120, rows)
                await pilot.pause()
                page, sheet = pilot.app.screen.query_one("#page"), pilot.app.screen.query_one("#sheet")
                above, room = sheet.region.y - page.region.y, page.size.height - sheet.outer_size.height
                assert above == max(0, room // 2), (keys, rows)


async def test_what_stands_beside_a_question_keeps_close_to_it_and_both_to_the_middle(game: Game) -> None:
    async with app(game, short_round(Kind.MULTIPLE_CHOICE)).run_test(size=STANDARD) as pilot:
        for width in (120, 160, 200, 300):
            await pilot.resize_terminal(width, 60)
            await pilot.pause()
            shown = lines(pilot)
            left, right = shown[-1].index("1-4"), next(line for line in shown if "Streak" in line)
            beside = next(line for line in shown if "This round" in line).index("This round")
            assert 0 < beside - len(right) < 10
            assert abs((width - beside - len("This round")) - left) < 24
            assert right.index("Quick round") == left


async def test_a_list_is_shown_with_its_heading(game: Game) -> None:
    async with app(game).run_test(size=(60, 14)) as pilot:
        for key, heading in (("c", "Cards"), ("end", ""), ("home", "Cards"), ("escape", ""), ("s", "Settings")):
            await pilot.press(key)
            assert heading in "".join(lines(pilot)[:3]), key


async def test_rows_look_as_textual_itself_would_paint_them(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for screen, keys in WALK.items():
            await pilot.press(*keys)
            for theme in THEMES:
                pilot.app.theme = theme
                await pilot.pause()
                rows = [
                    widget for widget in pilot.app.screen.query("Rows") if widget.display and widget.outer_size.area
                ]
                assert rows
                for widget in rows:
                    whole = widget.outer_size.region
                    assert cells(widget.render_lines(whole)) == cells(Widget.render_lines(widget, whole)), (
                        screen,
                        theme,
                    )


def cells(rows: list[Strip]) -> list[tuple[object, ...]]:
    """Each character with how it looks; of a blank nobody sees what colour it has, or whether it is bold."""
    shown: list[tuple[object, ...]] = []
    for segment in (segment for row in rows for segment in row):
        style = segment.style or Style.null()
        blank = style.bgcolor, bool(style.underline), bool(style.reverse)
        letter = *blank, style.color, bool(style.bold), bool(style.dim), bool(style.italic)
        shown += [(character, *(blank if character == " " else letter)) for character in segment.text]
    return shown
