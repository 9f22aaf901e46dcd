"""Old rounds, which do not say of which deck they are, told apart by their checksum and the facts that they asked."""

from __future__ import annotations

from collections.abc import Iterable

from purges_quiz.deck.outline import Outline
from purges_quiz.store.database import Database

ENOUGH = 200
"""Answers of a version of a deck that are looked at: they show well enough whose facts they are."""
LEAST_SHARE = 0.5
"""The share of the facts asked that a deck must have for it to be the deck that asked them."""

_UNCLAIMED = """
    SELECT DISTINCT deck AS checksum FROM rounds
    WHERE deck_id = '' AND deck NOT IN (SELECT checksum FROM deck_versions)
"""
_ASKED = """
    SELECT DISTINCT facts FROM (
        SELECT answers.facts FROM answers JOIN rounds ON rounds.id = answers.round
        WHERE rounds.deck_id = '' AND rounds.deck = ? ORDER BY answers.id DESC LIMIT ?
    )
"""


def unclaimed(database: Database) -> list[str]:
    """The checksums of old rounds of which it is not known yet to which deck they belong."""
    return [row["checksum"] for row in database.read(_UNCLAIMED)]


def claim(database: Database, decks: Iterable[Outline]) -> None:
    """Keep for old rounds to which of these decks they belong; of decks that fit equally well the first has them.

    A round belongs to the deck whose checksum it has, or else to the one that has most of the facts it asked.
    """
    decks = tuple(decks)
    for checksum in unclaimed(database):
        if owner := _owner(database, checksum, decks):
            database.insert("deck_versions", {"checksum": checksum, "deck_id": owner.id}, otherwise="IGNORE")


def _owner(database: Database, checksum: str, decks: tuple[Outline, ...]) -> Outline | None:
    for deck in decks:
        if deck.checksum == checksum:
            return deck
    rows = database.read(_ASKED, (checksum, ENOUGH))
    asked = {fact for row in rows for fact in row["facts"].split("\n")}
    shares = [len(asked.intersection(deck.facts)) for deck in decks]
    most = max(shares, default=0)
    return decks[shares.index(most)] if asked and most >= LEAST_SHARE * len(asked) else None
