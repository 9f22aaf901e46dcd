"""Ladders: the wrong numbers and dates around a right one, spaced so that guessers learn nothing from them.

A ladder has seven rungs, the truth in the middle; each of its four windows of four rungs makes a
multiple choice, in which the truth stands first, second, third or last. Ladders are chosen once, by
a command, and kept with the deck, where a teacher can read them.
"""
