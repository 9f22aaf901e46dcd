"""When garbage is collected: not while the game starts, and after that not in the press of a key.

Nothing is done where it is collected as usual, as in tests, whose own modules would be looked through each time.
"""

import gc


def hold() -> None:
    """Collect none for now: nothing of the start is garbage."""
    gc.disable()


def make_room() -> None:
    """Collect what the start left: every dataclass with slots leaves another behind."""
    if not gc.isenabled():
        gc.collect()


def settle() -> None:
    """Collect again from now on, but not among what there is: to look through it each time would stop the game."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def tidy() -> None:
    """Collect now, while nobody waits: it takes a few milliseconds once the game has settled."""
    if gc.get_freeze_count():
        gc.collect()
