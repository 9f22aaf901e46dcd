"""A revision game for the terminal, made from fifteen flashcards on Stalin's purges."""

__version__ = "0.1.0"
