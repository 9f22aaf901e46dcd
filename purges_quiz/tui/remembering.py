"""Settings that the player changes while playing."""

from __future__ import annotations

from typing import Protocol


class Remember(Protocol):
    """Keeps settings that the player changed, by their names in the settings file."""

    def __call__(self, **settings: object) -> None:
        """Keep them."""
        ...


def forget(**_settings: object) -> None:
    """Remember nothing."""
