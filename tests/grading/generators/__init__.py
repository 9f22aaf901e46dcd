"""Labelled answers made by rule from the facts of any deck: each generator makes one kind that students give."""
