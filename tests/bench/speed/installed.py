"""The game as players have it: a wheel in a virtual environment of its own, compiled to byte-code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
UNWANTED = frozenset({"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "PURGES_QUIZ_HOME", "PYTHONPATH"})


def install(folder: Path) -> Path:
    """Build the wheel, install it below `folder`, and give the folder of its programs."""
    programs = folder / "venv" / "bin"
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    _pip(programs, "wheel", "--no-deps", "--wheel-dir", folder, TOP)
    _pip(programs, "install", *folder.glob("*.whl"))
    return programs


def environment(home: Path) -> Mapping[str, str]:
    """What a program finds in a terminal of many colours, with its files below `home`."""
    return _plain() | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home), "PURGES_QUIZ_HOME": str(home)}


def _pip(programs: Path, *arguments: str | Path) -> None:
    subprocess.run([programs / "pip", "--quiet", *arguments], check=True, env=_plain(), stderr=subprocess.DEVNULL)


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in UNWANTED}
