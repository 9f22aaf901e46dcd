"""One round as a frozen value: every event gives the next value, with the time passed in.

Nothing is loaded with the package: progress and the store, and with them the first screen, need its records alone.
"""
