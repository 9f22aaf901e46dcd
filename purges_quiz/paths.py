"""Where the cards, the player's data and the settings are. Nothing here creates anything."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "PURGES_QUIZ_HOME"
NAME = "purges-quiz"
NOWHERE = Path(os.devnull, NAME)
"""What stands for a home folder where there is none."""


class NoCardsError(Exception):
    """The cards that belong to the program are not where it looks for them."""


class Places(NamedTuple):
    """The files of one player."""

    data: Path
    settings: Path

    @property
    def answers(self) -> Path:
        """The database of answers."""
        return self.data / "answers.sqlite3"

    @property
    def decks(self) -> Path:
        """The folder of the player's own decks, a folder each."""
        return self.data / "decks"

    @property
    def exports(self) -> Path:
        """The folder of what is written from the screens."""
        return self.data / "exports"

    @property
    def backups(self) -> Path:
        """The folder of its daily copies."""
        return self.data / "backups"


def places(data_dir: Path | None = None) -> Places:
    """The player's files: below `data_dir`, else below $PURGES_QUIZ_HOME, else where the system keeps such things.

    Without a home folder they are below what is no folder: the game is then played without keeping anything, and
    says so.
    """
    home = data_dir or _from_environment()
    if home is not None:
        home = _below_home(home)
        return Places(home, home / "settings.toml")
    import platformdirs

    try:
        data = platformdirs.user_data_path(NAME, appauthor=False)
        config = platformdirs.user_config_path(NAME, appauthor=False)
    except RuntimeError:
        data = config = NOWHERE
    if not (data.is_absolute() and config.is_absolute()):  # "~" as it stands, of an older platformdirs
        data = config = NOWHERE
    return Places(data, config / "settings.toml")


def questions_folder() -> Path:
    """The folder of the cards that come with the program: inside the package (installed), or beside it (a checkout).

    Raises `NoCardsError`, naming both, if it is in neither place.
    """
    package = Path(__file__).resolve().parent
    candidates = (package / "questions", package.parent / "questions")
    for folder in candidates:
        if folder.is_dir():
            return folder
    inside, beside = candidates
    raise NoCardsError(f"the cards are missing: looked for {inside} and {beside}; install purges-quiz again")


def _below_home(folder: Path) -> Path:
    """The folder with the home folder for a leading "~", which no shell has replaced; as it stands if there is none."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder


def _from_environment() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else None
