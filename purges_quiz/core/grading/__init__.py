"""Judging answers as a fair teacher would: typed text, choices, orders and pairings to a `Verdict`."""
