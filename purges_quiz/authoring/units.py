"""Signs of units, and how they are spelt out, so that an answer may use either."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SPELT_UNITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "°C": ("degrees", "degrees Celsius"),
        "°": ("degrees",),
        "m": ("metres",),
        "km": ("kilometres",),
        "cm": ("centimetres",),
        "mm": ("millimetres",),
        "kg": ("kilograms",),
        "g": ("grams",),
        "s": ("seconds",),
    }
)
"""The commonest units."""
