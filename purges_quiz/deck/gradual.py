"""What takes long to make for a large deck, made in short pieces while there is time, or at once when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
Pieces = Generator[None, None, T]
"""Makes a value, and pauses after each piece of the work, so that something else can be done."""


class Gradual(Generic[T]):
    """A value that is made once, by and by; what fails is begun anew when it is next wanted."""

    def __init__(self, make: Callable[[], Pieces[T]]) -> None:
        self._make = make
        self._left: Pieces[T] | None = None
        """What is left to do of it, once it was begun."""
        self._made: tuple[T] | None = None

    @property
    def value(self) -> T:
        """The value; what is left to do is done now. Raises what making it raises."""
        while self._made is None:
            self._go_on()
        return self._made[0]

    def preparing(self) -> Iterator[None]:
        """Do what is left to do in short pieces. Raises what making it raises."""
        while self._made is None:
            self._go_on()
            yield

    def _go_on(self) -> None:
        if self._left is None:
            self._left = self._make()
        try:
            next(self._left)
        except StopIteration as end:
            self._made, self._left = (end.value,), None
        except BaseException:
            self._left = None
            raise


def at_once(pieces: Pieces[T]) -> T:
    """The value that these pieces make, made without a pause. Raises what making it raises."""
    return Gradual(lambda: pieces).value
