"""What an option really is: a phrase that can follow it after a colon."""

from __future__ import annotations

from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Date, Target
from purges_quiz.deck.values import figure_like

ALSO = "; also "


def reason_of_truth(target: Target, index: Index) -> str:
    """What the right option is, and what else of the deck has the same number or date."""
    if isinstance(target.value, Date):
        others = index.events(target.value, target, exactly=True)
    else:
        others = index.same_figure(target.value, target)
    return ALSO.join((target.about, *others))


def reason_of_figure(text: str, target: Target, index: Index) -> str:
    """What a wrong number or date is: a known mistake, a figure of another fact, or none of the deck."""
    for remark in target.known_wrong:
        if remark.text == text:
            return remark.reason.removesuffix(".")
    value = figure_like(text, target.value)
    if isinstance(value, Date):
        return ALSO.join(index.events(value, target)) or f"no event of the cards; the card has {target.value.shown}"
    others = index.same_figure(value, target)
    return ALSO.join(others) or f"no figure of the cards; the card has {target.value.shown}"
