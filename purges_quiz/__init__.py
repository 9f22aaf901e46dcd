"""A revision game for the terminal, made from fifteen flashcards on Stalin's purges."""
