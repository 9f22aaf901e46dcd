"""The player's own keys in the game."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

import pytest
from full_screen import STANDARD, answer, app, lines, round_of, screen_of, short_round, text, type_in
from manual_clock import ManualClock
from played_days import play_round
from textual.pilot import Pilot

from purges_quiz.cli.playing import save_settings
from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game
from purges_quiz.store.settings import Settings, read_settings
from purges_quiz.tui.commands import COMMANDS
from purges_quiz.tui.keys import TOGETHER
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.mistakes import MistakesScreen
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.screens.settings import SettingsScreen


def own(**keys: str) -> Settings:
    return Settings(keys={name.replace("__", ".").replace("_", "-"): value for name, value in keys.items()})


def places(pilot: Pilot[None]) -> set[str]:
    """The places whose commands meet on the screen now."""
    chain = pilot.app.screen._binding_chain  # noqa: SLF001 -- `active_bindings` leaves out what is disabled now
    here = {binding.id for _, bindings in chain for _, binding in bindings}
    return {place for place, commands in COMMANDS.items() if here & {command.id for command in commands}}


async def test_the_new_key_works_and_the_usual_one_no_longer(game: Game) -> None:
    async with app(game, settings=own(home__mistakes="b", home__cards="m")).run_test(size=STANDARD) as pilot:
        await pilot.press("c")
        assert screen_of(pilot) is HomeScreen
        await pilot.press("b")
        await pilot.pause()
        assert screen_of(pilot) is MistakesScreen
        await pilot.press("escape", "m")
        await pilot.pause()
        assert "15" in text(pilot)


async def test_footer_help_and_palette_show_the_keys_as_they_are(game: Game) -> None:
    settings = own(home__mistakes="/,b", app__palette="f7", play__dont_know="f8")
    async with app(game, settings=settings).run_test(size=(80, 130)) as pilot:
        assert "/ Mistakes" in lines(pilot)[-1]
        found = {command.title: command.help for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert found["Look at your mistakes"] == "/"
        await pilot.press("f1")
        await pilot.pause()
        for line in (
            "/ b Look at your mistakes",
            "F7 Find a command by its name",
            "F8 Say that you don't know, and see the answer",
            "p See what you know, day by day and card by card",
        ):
            assert line in text(pilot)


async def test_what_is_chosen_by_a_key_is_printed_with_it(game: Game) -> None:
    settings = own(home__mode_2="f6", play__option_1="f5,7", match__right_2="f9")
    playing = app(game, settings=settings)
    async with playing.run_test(size=STANDARD) as pilot:
        assert "F6 Sprint" in text(pilot)
        assert "3 Full round" in text(pilot)
        for kind, printed in (
            (Kind.MULTIPLE_CHOICE, ("F5 7 ", " 2 b ")),
            (Kind.MATCHING, (" a ", " F9 ")),
        ):
            playing.play(short_round(kind))
            await pilot.pause()
            assert all(each in f" {text(pilot)} " for each in printed), text(pilot)
            await pilot.press("escape", "e", "h")
            await pilot.pause()


async def test_options_are_chosen_by_their_new_keys(game: Game) -> None:
    settings = own(play__option_1="f5,7", shown__undo="z,ctrl+u")
    async with app(game, short_round(Kind.MULTIPLE_CHOICE), settings=settings).run_test(size=STANDARD) as pilot:
        await pilot.press("a", "1")
        assert round_of(pilot).shown is None
        await pilot.press("7")
        await pilot.pause()
        shown = round_of(pilot).shown
        assert shown is not None
        assert shown.text == shown.posed.question.options[shown.posed.arrangement[0]].text
        assert "z Take back" in lines(pilot)[-1]
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert round_of(pilot).shown is None


async def test_in_a_text_field_the_footer_shows_a_key_that_works_there(game: Game) -> None:
    settings = own(app__help="w,f9", play__dont_know="z,f8")
    async with app(game, short_round(Kind.FREE_TEXT), settings=settings).run_test(size=STANDARD) as pilot:
        assert lines(pilot)[-1].split() == ["F8", "Don't", "know", "F9", "Help", "Esc", "Pause", "Ctrl+Q", "Quit"]
        await pilot.press("z", "w")
        assert screen_of(pilot) is PlayScreen
        assert round_of(pilot).shown is None
        await pilot.press("f8")
        await pilot.pause()
        assert "Not known yet" in text(pilot)


async def test_what_is_unfit_is_counted_on_home_and_named_in_the_settings(game: Game) -> None:
    def shown(pilot: Pilot[None]) -> str:
        return text(pilot).replace("▌ ", "")

    settings = own(home__mistakes="c", home__cardz="v")
    async with app(game, settings=settings, problems=("one",)).run_test(size=(60, 20)) as pilot:
        assert "3 lines of the settings file not used: Settings says why." in shown(pilot)
        assert "m Mistakes" in lines(pilot)[-1]
        await pilot.press("s")
        await pilot.pause()
        assert screen_of(pilot) is SettingsScreen
        await pilot.press("space")
        await pilot.pause()
        assert "home.mistakes and home.cards would both have c; home.mistakes keeps m" in shown(pilot)
        assert "'home.cardz' is no command; did you mean home.cards?" in shown(pilot)


async def test_keys_stay_in_the_file_when_the_game_writes_it(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('stretch = 2\n\n[keys]\nhome.mistakes = "b"  # mine\nfuture.thing = "v"\n')
    settings, problems = read_settings(path)
    playing = app(game, settings=settings, problems=problems, remember=partial(save_settings, path))
    async with playing.run_test(size=STANDARD) as pilot:
        await pilot.press("f2", "t")
        await pilot.pause()
    text = path.read_text()
    assert text.startswith("stretch = 2\n")
    assert 'theme = "light"' in text
    assert text.endswith('[keys]\nhome.mistakes = "b"  # mine\nfuture.thing = "v"\n')
    assert read_settings(path)[0].keys == settings.keys


async def test_a_whole_round_is_played_with_every_key_of_play_rebound(game: Game) -> None:
    settings = own(shown__proceed="n", play__pause="z", shown__reasons="w", answer__submit="ctrl+s")
    async with app(game, short_round(Kind.FREE_TEXT, questions=1), settings=settings).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "z")
        await pilot.press("z", "ctrl+s")
        await pilot.pause()
        assert round_of(pilot).attempts[0].text == "zz"
        await pilot.press("n")
        await pilot.pause()
        assert "Personal best" in text(pilot)


@pytest.mark.parametrize("kind", [Kind.ORDERING, Kind.MATCHING, Kind.MULTIPLE_CHOICE, Kind.FREE_TEXT])
async def test_the_places_that_meet_in_a_round_are_known_to_meet(game: Game, kind: Kind) -> None:
    async with app(game, short_round(kind, questions=1)).run_test(size=STANDARD) as pilot:
        met = places(pilot) - {"Everywhere"}
        assert any(met <= known for known in TOGETHER), met
        await answer(pilot, right=False)
        met = places(pilot) - {"Everywhere"}
        assert any(met <= known for known in TOGETHER), met
        await pilot.press("enter")
        await pilot.pause()
        met = places(pilot) - {"Everywhere"}
        assert "Results" in met
        assert any(met <= known for known in TOGETHER), met


async def test_the_places_that_meet_on_other_screens_are_known_to_meet(game: Game, watch: ManualClock) -> None:
    play_round(game, watch, Random(1), right=0)
    async with app(game).run_test(size=STANDARD) as pilot:
        found = set()
        for keys in ((), ("c",), ("c", "enter"), ("m",), ("p",), ("s",), ("f1",), ("enter", "escape")):
            await pilot.press(*keys)
            await pilot.pause()
            met = places(pilot) - {"Everywhere"}
            found |= met
            assert any(met <= known for known in TOGETHER), (keys, met)
            await pilot.press(*["escape"] * min(len(keys), 2))
            await pilot.pause()
        assert {"Home", "Cards", "Mistakes", "Progress", "Settings", "In a pause"} <= found
