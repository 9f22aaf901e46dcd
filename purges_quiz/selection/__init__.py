"""What to ask: the worth of a question, from the time that is left and the player's forgetting."""
