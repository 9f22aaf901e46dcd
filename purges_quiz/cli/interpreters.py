"""Other runs of Python that print the bank, for the audit to compare."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from purges_quiz.authoring.audit import Copy

HASH_SEEDS = ("1", "2")
VERSIONS = ((3, 11), (3, 13))
"""The oldest and the newest Python that the game is for."""
TIMEOUT = 60
"""Seconds after which another Python is stopped; printing the bank takes less than one."""

PROGRAM = """
import json, sys
from pathlib import Path
from purges_quiz import bank
from purges_quiz.store.decks import read_deck
for question in bank.build(read_deck(Path(sys.argv[1]))).all_questions.values():
    sys.stdout.buffer.write(json.dumps(bank.as_json(question)).encode() + b"\\n")
"""
"""Needs nothing but the package and Python itself, so that any Python can run it."""


def copies(folder: Path) -> Iterator[Copy]:
    """The bank of the cards in `folder`, by this Python with two hash seeds, and by others that the machine has."""
    from purges_quiz.authoring.audit import Copy

    for seed in HASH_SEEDS:
        yield _printed(f"hash seed {seed}", [sys.executable], folder, seed)
    for version in VERSIONS:
        if version != sys.version_info[:2]:
            name = f"Python {version[0]}.{version[1]}"
            command = _found(version)
            yield _printed(name, command, folder, "0") if command else Copy(name, skipped="not on this machine")


def _printed(where: str, command: list[str], folder: Path, seed: str) -> Copy:
    from purges_quiz.authoring.audit import Copy

    try:
        run = _run([*command, "-c", PROGRAM, str(folder.resolve())], seed)
    except (OSError, subprocess.SubprocessError) as fault:
        return Copy(where, skipped=f"failed: {fault}")
    if run.returncode:
        return Copy(where, skipped=f"failed: {run.stderr.decode(errors='replace').strip().rpartition(chr(10))[2]}")
    return Copy(where, digest=hashlib.sha256(run.stdout).hexdigest())


def _found(version: tuple[int, int]) -> list[str] | None:
    """How to run that Python, if it is on the path, a launcher knows it, or pyenv, which names its folder, has it."""
    number = f"{version[0]}.{version[1]}"
    root = os.environ.get("PYENV_ROOT")
    commands = [[f"python{number}"], ["py", f"-{number}"]]
    if root:
        commands += [[str(path)] for path in sorted(Path(root).glob(f"versions/{number}.*/bin/python{number}"))]
    for command in commands:
        if shutil.which(command[0]):
            try:
                run = _run([*command, "-c", "import sys; print(sys.version_info[:2])"], "0")
            except (OSError, subprocess.SubprocessError):
                continue
            if run.stdout.decode(errors="replace").strip() == str(version):
                return command
    return None


def _run(command: list[str], seed: str) -> subprocess.CompletedProcess[bytes]:
    package = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": package}
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=TIMEOUT)  # noqa: S603
