"""What is learned of a player from the answers: how facts are forgotten, and how long questions take."""
