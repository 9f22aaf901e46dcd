"""What leans on private parts of Textual: to be looked at whenever its version changes."""
