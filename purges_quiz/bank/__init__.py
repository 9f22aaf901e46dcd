"""The questions of a deck: made by kind from its facts, with hints, option sets, and what gives what away."""

from purges_quiz.bank.bank import Bank, as_json, build

__all__ = ["Bank", "as_json", "build"]
