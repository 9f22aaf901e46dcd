from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.store.settings import STRETCHES, THEMES, Settings, read_settings, write_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())


def test_without_a_file_everything_has_its_default_and_nothing_is_created(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())
    assert not path.parent.exists()


def test_settings_are_read(path: Path) -> None:
    put(path, 'theme = "light"\nclock = false\nstretch = 2\nanimation = false\nexam = 2027-05-20\n')
    assert read_settings(path) == (Settings("light", False, 2.0, False, date(2027, 5, 20)), ())


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "theme = 3",
        "clock = 1",
        'clock = "no"',
        "stretch = 3",
        "stretch = true",
        "stretch = nan",
        'animation = "off"',
        'exam = "soon"',
        "exam = 2027-05-20T10:00:00",
        "exam = []",
    ],
)
def test_a_bad_value_is_named_and_only_it_is_ignored(path: Path, line: str) -> None:
    name = line.split(maxsplit=1)[0]
    good = "exam = 2027-05-20\n" if name != "exam" else "clock = false\n"
    put(path, good + line + "\n")
    settings, problems = read_settings(path)
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings != Settings()
    assert len(problems) == 1
    assert name in problems[0]
    assert str(path) in problems[0]
    assert "expected" in problems[0]


def test_an_unknown_key_is_named_with_the_likely_spelling(path: Path) -> None:
    put(path, 'thme = "light"\n')
    settings, (problem,) = read_settings(path)
    assert settings == Settings()
    assert "did you mean theme?" in problem


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"theme = ", b"[" * 5000, b"\x00", b"= 3", b"a = " + b"[" * 9000])
def test_garbage_gives_defaults_and_a_line(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings, (problem,) = read_settings(path)
    assert settings == Settings()
    assert str(path) in problem
    assert "\n" not in problem


def test_a_folder_in_its_place_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    settings, (problem,) = read_settings(path)
    assert settings == Settings()
    assert "cannot be read" in problem


def test_writing_keeps_comments_unknown_keys_and_line_ends(path: Path) -> None:
    put(
        path,
        '# mine\r\ntheme = "light"  # for the train\r\nfuture = [1, 2]\r\nexam = 2027-05-20\r\n'
        '\r\n[keys]\r\nundo = "z"\r\n',
    )
    before, _ = read_settings(path)
    write_settings(path, before, replace(before, theme="ansi", exam=None, clock=False))
    assert path.read_bytes().decode() == (
        '# mine\r\ntheme = "ansi"  # for the train\r\nfuture = [1, 2]\r\nclock = false\r\n\r\n[keys]\r\nundo = "z"\r\n'
    )


def test_a_bad_value_is_kept_until_the_player_sets_it(path: Path) -> None:
    put(path, 'theme = "pink"\nstretch = 9\n')
    before, _ = read_settings(path)
    write_settings(path, before, replace(before, stretch=1.5))
    assert path.read_text() == 'theme = "pink"\nstretch = 1.5\n'


def test_nothing_changed_writes_nothing(path: Path) -> None:
    write_settings(path, Settings(), Settings())
    assert not path.parent.exists()


def test_a_file_that_is_not_toml_is_set_aside(path: Path) -> None:
    put(path, "what is this?\n")
    write_settings(path, Settings(), Settings(theme="light"))
    assert read_settings(path) == (Settings(theme="light"), ())
    assert (path.parent / "settings.unreadable.toml").read_text() == "what is this?\n"


@given(
    before=st.builds(
        Settings,
        st.sampled_from(THEMES),
        st.booleans(),
        st.sampled_from(STRETCHES),
        st.booleans(),
        st.none() | st.dates(min_value=date(2000, 1, 1)),
    ),
    after=st.builds(
        Settings,
        st.sampled_from(THEMES),
        st.booleans(),
        st.sampled_from(STRETCHES),
        st.booleans(),
        st.none() | st.dates(min_value=date(2000, 1, 1)),
    ),
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, before: Settings, after: Settings) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    write_settings(path, Settings(), before)
    write_settings(path, before, after)
    assert read_settings(path) == (after, ())
    assert not path.exists() or tomllib.loads(path.read_text()) is not None


@pytest.mark.parametrize("value", ["4", "51", "true", "7.5", '"ten"'])
def test_questions_are_a_whole_number_from_5_to_50(path: Path, value: str) -> None:
    put(path, f"questions = {value}\n")
    settings, problems = read_settings(path)
    assert settings.questions == 10
    assert "a whole number from 5 to 50" in problems[0]
    put(path, "questions = 50\n")
    assert read_settings(path) == (Settings(questions=50), ())


@pytest.mark.parametrize("value", ["0", "-5", "241", "true", "7.5", '"ten"'])
def test_minutes_a_day_are_a_whole_number_up_to_four_hours_and_by_default_not_set(path: Path, value: str) -> None:
    put(path, f"minutes = {value}\n")
    settings, problems = read_settings(path)
    assert settings.minutes is None
    assert "a whole number from 1 to 240" in problems[0]
    put(path, "minutes = 15\n")
    assert read_settings(path) == (Settings(minutes=15), ())


@pytest.mark.parametrize(
    "table",
    [
        '[keys]\n"home.mistakes" = "b"\n"shown.undo" = "x,ctrl+u"\n',
        '[keys]\nhome.mistakes = "b"\nshown.undo = "x,ctrl+u"\n',
        '[keys.home]\nmistakes = "b"\n[keys.shown]\nundo = "x,ctrl+u"\n',
        'keys = { home.mistakes = "b", "shown.undo" = "x,ctrl+u" }\n',
    ],
)
def test_keys_are_read_with_their_ids_quoted_or_not(path: Path, table: str) -> None:
    put(path, table)
    assert read_settings(path) == (Settings(keys={"home.mistakes": "b", "shown.undo": "x,ctrl+u"}), ())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[keys]\nhome.mistakes = 3\n", "home.mistakes is '3', expected keys such as"),
        ('[keys]\n"home.mistakes" = ["b"]\n', "home.mistakes is a list, expected keys such as"),
        (f"[keys]\n{'a.' * 3000}a = 1\n", "a.a is a table, expected keys such as"),
        ('keys = "b"\n', "keys is 'b', expected a table: [keys]"),
        ("[kees]\n", "did you mean keys?"),
    ],
    ids=["number", "list", "deep", "no table", "misspelt"],
)
def test_what_is_no_key_is_named_and_the_rest_is_read(path: Path, text: str, named: str) -> None:
    put(path, f"clock = false\n{text}")
    settings, (problem,) = read_settings(path)
    assert settings == Settings(clock=False)
    assert named in problem
    assert str(path) in problem


def test_writing_keeps_the_keys_as_they_are_unknown_ones_too(path: Path) -> None:
    table = '[keys]  # mine\nhome.mistakes = "b"\n"future" = 3\n'
    put(path, table)
    before, _ = read_settings(path)
    write_settings(path, before, replace(before, clock=False))
    assert path.read_text() == f"clock = false\n{table}"


def test_what_is_new_stands_before_the_first_table_and_its_comment(path: Path) -> None:
    put(path, "# all of it\n\n# my keys\n[keys]\n")
    write_settings(path, Settings(), Settings(clock=False))
    assert path.read_text() == "# all of it\nclock = false\n\n# my keys\n[keys]\n"


def test_keys_outlive_a_file_that_must_be_set_aside(path: Path) -> None:
    put(path, '[keys]\nhome.mistakes = "b"\nhome.cards = "\\\\"\n')
    before, _ = read_settings(path)
    assert before.keys == {"home.mistakes": "b", "home.cards": "\\"}
    put(path, "what is this?\n")
    write_settings(path, before, replace(before, theme="light"))
    assert read_settings(path) == (replace(before, theme="light"), ())
    assert (path.parent / "settings.unreadable.toml").read_text() == "what is this?\n"


def test_a_file_with_a_byte_order_mark_is_read_and_keeps_it(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbftheme = "light"  # mine\r\n')
    before, problems = read_settings(path)
    assert (before, problems) == (Settings(theme="light"), ())
    write_settings(path, before, replace(before, theme="ansi", clock=False))
    assert path.read_bytes() == b'\xef\xbb\xbftheme = "ansi"  # mine\r\nclock = false\r\n'
    assert read_settings(path) == (Settings(theme="ansi", clock=False), ())


LINES = st.sampled_from(
    [
        "",
        "# mine",
        "  # set off",
        'theme = "light"  # for the train',
        'theme = """dark"""',
        "theme = 'ansi'",
        "'clock' = false",
        '"stretch"=1.5 # slow',
        "exam = 2027-05-20",
        "future = [\n  1, # one\n  2,\n]",
        "other.name = 1",
        "note = '''\n[keys]\n# no comment\n'''",
        "place = { x = 1 }",
    ]
)
TABLES = st.sampled_from(
    [
        "[keys]",
        '[keys]  # mine\nhome.mistakes = "b"',
        "# above\n[future]\na = 1",
        "\n[[more]]\n[[more]]",
        "[a.b]\nc = 1",
    ]
)


@given(
    st.lists(LINES, unique=True),
    st.lists(TABLES, unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(THEMES),
    st.sampled_from([None, date(2027, 5, 20), date(2027, 6, 1)]),
)
def test_of_any_file_only_what_was_changed_is_written_anew(  # noqa: PLR0917 -- each is drawn
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[str],
    tables: list[str],
    newline: str,
    ended: bool,  # noqa: FBT001
    clock: bool,  # noqa: FBT001
    theme: str,
    exam: date | None,
) -> None:
    text = "\n".join([*lines, *tables]) + "\n" * ended
    try:
        parsed = tomllib.loads(text)
    except ValueError:  # one key twice, a table of two kinds
        return
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    path.write_bytes(text.replace("\n", newline).encode())
    before, _ = read_settings(path)
    after = replace(before, theme=theme, clock=clock, exam=exam)

    write_settings(path, before, after)

    assert read_settings(path)[0] == after
    assert not (path.parent / "settings.unreadable.toml").exists()
    written = path.read_bytes().decode()
    if newline in text.replace("\n", newline):
        assert written == written.replace("\r\n", "\n").replace("\n", newline)
    left, kept = [row.strip() for row in text.splitlines()], [row.strip() for row in written.splitlines()]
    touched = ("theme", "clock", "'clock'", "exam")
    assert [row for row in left if row and not row.startswith(touched)] == [
        row for row in kept if row and not row.startswith(touched)
    ]
    others = {key: value for key, value in parsed.items() if key not in {"theme", "clock", "exam"}}
    assert others == {
        key: value for key, value in tomllib.loads(written).items() if key not in {"theme", "clock", "exam"}
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_in_the_place_of_the_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    os.mkfifo(path)
    assert read_settings(path) == (
        Settings(),
        (f"{path} cannot be read (it is not a file): every setting has its default",),
    )
    with pytest.raises(OSError, match="not a file"):
        write_settings(path, Settings(), Settings(clock=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'exams = {water = 2028-01-02, "A \\"b\\"" = 2028-01-03}\n'),
        ("exam = 2027-01-01\n\n# mine\n[keys]\n", None),
        ("[exams]\n# of June\nlake = 2027-05-20\n", None),
        ("[exams]\n\n[keys]", None),
        ("exams.lake = 2027-05-20\ntheme = 'light'\n[keys]\n", None),
        ("exams = { lake = 2027-05-20 } # all\nclock = false\n", None),
        ("exams = 3\n", None),
    ],
)
def test_the_exam_of_each_deck_is_kept_however_the_file_is_written(
    tmp_path: Path, text: str, expected: str | None
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    before, _ = read_settings(path)
    after = before.with_exam("water", date(2028, 1, 2)).with_exam('A "b"', date(2028, 1, 3))
    write_settings(path, before, after)
    assert read_settings(path) == (after, ())
    assert after.exam_in("water") == date(2028, 1, 2)
    assert after.exam_in("shipped") == before.exam
    if expected is not None:
        assert path.read_text(encoding="utf-8") == expected
    write_settings(path, after, after.with_exam("water", None).with_exam('A "b"', None))
    assert read_settings(path)[0] == before
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]
