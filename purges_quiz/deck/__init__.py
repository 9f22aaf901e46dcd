"""What the cards hold, and how a deck is read: `loading` goes from TOML to a `Deck`, or to every problem found.

Nothing is loaded with the package: the first screen needs a few words of it and not what reads a deck.
"""
