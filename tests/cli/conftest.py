from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that commands take where none is named."""
    kept = tmp_path / "kept"
    monkeypatch.setenv("PURGES_QUIZ_HOME", str(kept))
    return kept


@pytest.fixture
def working_folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 -- it is set
    """The folder in which commands run, which holds nothing but that one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
