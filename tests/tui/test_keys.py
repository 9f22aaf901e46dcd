"""What becomes of the keys that a player wants, without an app."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from purges_quiz.tui.commands import COMMAND_BY_ID, COMMANDS, Command, printed
from purges_quiz.tui.keys import TOGETHER, read_key, rebound
from purges_quiz.tui.widgets.key_bar import LAST, YIELDING


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x", "x"),
        ("X", "X"),
        ("shift+x", "X"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("comma", "comma"),
        ("Ctrl+U", "ctrl+u"),
        (" f5 ", "f5"),
        ("PgDn", "pagedown"),
        ("Shift+↑", "shift+up"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("alt+X", "alt+x"),
        ("ctrl+m", "enter"),
        ("Ctrl+i", "tab"),
    ],
)
def test_a_key_is_read_as_it_is_printed_or_named(written: str, name: str) -> None:
    assert read_key(written) == name


@pytest.mark.parametrize("written", ["", "cmd+x", "ctrl+shift+x", "ctrl+1", "ctrl+?", "+x", "f25", "xy", "<any>"])
def test_what_no_terminal_is_sure_to_send_is_no_key(written: str) -> None:
    assert read_key(written) is None


@pytest.mark.parametrize("command", COMMAND_BY_ID.values(), ids=lambda command: command.id)
def test_the_usual_keys_as_the_help_prints_them_are_fit(command: Command) -> None:
    usual = ",".join(map(printed, command.keys.split(",")))
    assert rebound({command.id: usual}).problems == ()


def test_keys_take_the_place_of_the_usual_ones() -> None:
    found = rebound({"home.mistakes": "b", "shown.undo": "z, Ctrl+U"})
    assert found.keymap == {"home.mistakes": "b", "shown.undo": "z,ctrl+u"}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [({"play.pause": "z"}, "escape,z"), ({"app.quit": "f10"}, "ctrl+q,f10"), ({"home.start": "x,enter"}, "x,enter")],
)
def test_a_fixed_key_stays_with_its_command_beside_the_new_ones(wanted: dict[str, str], keys: str) -> None:
    assert list(rebound(wanted).keymap.values()) == [keys]


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        ({"home.mistaks": "b"}, ("'home.mistaks'", "did you mean home.mistakes?")),
        ({"home.cards": "ctl+u"}, ("home.cards", "'ctl+u'", "did you mean Ctrl+U?", "home.cards keeps c")),
        ({"home.cards": ""}, ("home.cards", "''", "no key")),
        *[({"home.cards": key}, ("home.cards", key, "stays where it is")) for key in ("Enter", "Esc", "Ctrl+Q")],
        ({"list.down": "ctrl+c"}, ("list.down", "Ctrl+C", "stays where it is")),
        ({"play.dont-know": "x"}, ("play.dont-know", "where text is typed", "keeps Ctrl+G")),
        ({"play.dont-know": "alt+x"}, ("play.dont-know", "where text is typed")),
        ({"app.look": "ctrl+u"}, ("app.look", "where text is typed", "Ctrl+U")),
        ({"app.quit": "f10,x"}, ("app.quit", "where text is typed", "x")),
    ],
)
def test_what_cannot_be_is_named_and_left_out(wanted: dict[str, str], named: tuple[str, ...]) -> None:
    found = rebound(wanted)
    (problem,) = found.problems
    assert found.keymap == {}
    assert all(part in problem for part in named), problem


@pytest.mark.parametrize(
    ("late", "key", "other"),
    [
        ("home.mistakes", "c", "home.cards"),
        ("home.mistakes", "j", "list.down"),
        ("home.mistakes", "space", "page.next"),
        ("home.mistakes", "f2", "app.look"),
        ("app.quit", "f1", "app.help"),
        ("app.look", "f9,m", "home.mistakes"),
        ("shown.undo", "a", "play.option-1"),
        ("play.option-1", "2", "play.option-2"),
        ("match.right-1", "b", "match.right-2"),
        ("results.again", "u", "shown.undo"),
        ("settings.more", "k", "list.up"),
        ("card.next", "j", "page.down"),
    ],
)
def test_two_commands_on_one_key_in_one_place_are_both_named(late: str, key: str, other: str) -> None:
    found = rebound({late: key})
    (problem,) = found.problems
    assert found.keymap == {}
    assert f"{late} and {other} would both have {printed(key.removeprefix('f9,'))}; {late} keeps" in problem


@pytest.mark.parametrize(
    "wanted",
    [
        {"home.mistakes": "u"},
        {"match.right-1": "1", "order.next-1": "b"},
        {"home.mistakes": "c", "home.cards": "m"},
        {"list.down": "i", "page.down": "i"},
        {"play.option-1": "7", "play.option-2": "8,a"},
    ],
    ids=str,
)
def test_a_key_may_serve_in_two_places_or_be_exchanged(wanted: dict[str, str]) -> None:
    found = rebound(wanted)
    assert found.problems == ()
    assert found.keymap == wanted


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    found = rebound({"home.cards": "b", "home.mistakes": "b"})
    assert found.keymap == {"home.cards": "b"}
    assert "home.mistakes and home.cards" in found.problems[0]


def test_who_keeps_a_key_after_all_is_not_robbed_of_it() -> None:
    found = rebound({"home.mistakes": "c", "home.cards": "nonsense"})
    assert found.keymap == {}
    assert "home.cards: 'nonsense' is no key" in found.problems[0]
    assert "home.mistakes and home.cards would both have c" in found.problems[1]


def test_every_place_is_among_those_that_meet() -> None:
    assert set(COMMANDS) - {"Everywhere"} == set().union(*TOGETHER)


def test_what_the_footer_puts_last_or_leaves_out_are_commands_that_it_names() -> None:
    assert [name for name in {*LAST, *YIELDING} if not COMMAND_BY_ID[name].label] == []


def test_the_example_of_the_readme_is_fit() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = tomllib.loads(readme.partition("```toml\n")[2].partition("```")[0])["keys"]
    wanted = {f"{place}.{name}": keys for place, commands in table.items() for name, keys in commands.items()}
    assert rebound(wanted).problems == ()
    assert wanted


@pytest.mark.parametrize("command", COMMAND_BY_ID.values(), ids=lambda command: command.id)
def test_the_readme_names_every_command_with_its_keys(command: Command) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    kind, _, number = command.id.rpartition("-")
    name = f"`{kind}-1` to `-" if number.isdigit() else f"`{command.id}` |"
    rows = [line for line in readme.splitlines() if line.startswith(f"| {name}")]
    assert len(rows) == 1, f"README has {len(rows)} rows that begin with | {name}"
    assert all(f"`{printed(key)}`" in rows[0] for key in command.keys.split(","))
