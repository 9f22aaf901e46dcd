"""The workshop of who writes decks: ladders, audit, guessers. The game never loads it."""
