"""What is kept on disk: the answers, the settings, and the cards that are read from it."""
