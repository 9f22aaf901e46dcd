"""One question of the bank, ready to be asked, and how questions are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from purges_quiz.deck.kinds import TYPED, Kind, Level

if TYPE_CHECKING:
    from purges_quiz.deck.model import Fact, Target


class Option(NamedTuple):
    """One line of a multiple choice, with what it really is."""

    text: str
    correct: bool
    reason: str
    contradicts: str = ""
    """Of a wrong option across cards: the key of the fact whose value it contradicts; "" if it contradicts no single
    fact."""


class Question(NamedTuple):
    """A question as the bank holds it; how it is shuffled on the screen is the round's affair."""

    id: str
    """"card/fact:kind:variant"."""
    kind: Kind
    fact: Fact
    """The fact asked, the first of several in ordering and matching."""
    facts: tuple[str, ...]
    """The keys of all facts asked."""
    prompt: str
    answer: str
    """The right answer, as shown."""
    accepted: tuple[str, ...]
    target: Target | None = None
    """What is graded; None for ordering and matching."""
    options: tuple[Option, ...] = ()
    items: tuple[str, ...] = ()
    """Ordering: the events in the right order."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Matching: what belongs together; the n-th pair asks the n-th fact of `facts`."""
    hint: str | None = None
    """The digit mask or first letters that help with a typed answer; None: no help."""
    notes: tuple[str, ...] = ()
    """Of a question about several facts: their notes, each once."""
    level: Level = Level.RECALL
    because: str = ""
    """Across cards: why the answer is right."""
    restates: tuple[str, ...] = ()
    """Across cards, typed: the facts that each say the answer, so that any other answer contradicts them."""

    @property
    def typed(self) -> bool:
        """Whether the player types the answer."""
        return self.kind in TYPED

    @property
    def source(self) -> str:
        """The sentence of the card that says it."""
        return self.fact.sentence

    @property
    def note(self) -> str | None:
        """Where the cards depart from the histories."""
        return " ".join(self.notes) or self.fact.note or None


def question_id(fact: Fact, kind: Kind, *variant: str) -> str:
    """An id as in "card/fact:kind:variant"; empty parts of the variant are left out."""
    return f"{fact.key}:{kind}:{'-'.join(filter(None, variant))}"
