"""What is private to Textual is touched in one room alone: there it is looked for when Textual's version changes."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from purges_quiz import tui
from purges_quiz.tui import terminal

LIBRARIES = ("textual", "rich")
ROOM = f"{terminal.__name__}."
MODULES = [module.name for module in walk_packages(tui.__path__, f"{tui.__name__}.")]
OUTSIDE = [name for name in MODULES if not f"{name}.".startswith(ROOM)]


NAMED_TUPLE = {"_replace", "_asdict", "_fields", "_make"}
"""What every named tuple offers to all; the underscore keeps it from being taken for a field."""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in NAMED_TUPLE


def _is_of_libraries(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in LIBRARIES


def _names_of(tree: ast.AST) -> Iterator[str]:
    """The names that a class sets, reads or defines on its objects."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Attribute(value=ast.Name(id="self"), attr=name)
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
            ):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass


@cache
def _private_names(base: type) -> frozenset[str]:
    return frozenset(filter(_is_private, (*vars(base), *_names_of(ast.parse(inspect.getsource(base).lstrip())))))


def imported(tree: ast.AST) -> set[str]:
    """Private modules and names that are imported from the libraries."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and _is_of_libraries(node.module):
            found |= {node.module} if any(map(_is_private, node.module.split("."))) else set()
            found |= {alias.name for alias in node.names if _is_private(alias.name)}
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if _is_of_libraries(alias.name)]
            found |= {name for name in names if any(map(_is_private, name.split(".")))}
    return found


def touched(tree: ast.AST) -> set[str]:
    """Private attributes of others than the object itself."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and _is_private(node.attr)
        and not (isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"})
    }


def inherited(tree: ast.AST, module: str) -> set[str]:
    """Private names of the libraries' classes that a class here has, reads or defines too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and isinstance(written := vars(sys.modules[module]).get(node.name), type):
            bases = [base for base in written.__mro__ if _is_of_libraries(base.__module__)]
            theirs = {name for base in bases for name in _private_names(base)}
            found |= theirs & set(_names_of(node))
    return found


def private_names(module: str) -> set[str]:
    file = import_module(module).__file__
    assert file is not None
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    return imported(tree) | touched(tree) | inherited(tree, module)


@pytest.mark.parametrize("module", OUTSIDE)
def test_nothing_private_to_textual_is_touched_outside_the_terminal_room(module: str) -> None:
    assert private_names(module) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="the driver is for POSIX")
def test_all_ways_to_touch_it_are_found_in_that_room() -> None:
    inside = set[str]().union(*(private_names(name) for name in MODULES if name not in OUTSIDE))
    assert {"textual._xterm_parser", "_character_to_key", "_handle_exception", "_cursor_visible", "_exit"} <= inside
