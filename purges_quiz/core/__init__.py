"""The game's rules: no terminal, disk, clock or dice of their own."""
