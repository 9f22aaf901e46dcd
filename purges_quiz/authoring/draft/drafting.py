"""From cards to a draft of a deck: what each card is, what can be asked of it, and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from purges_quiz.authoring.cards import Card
from purges_quiz.authoring.draft import answers, definitions, lists, prompts, sides
from purges_quiz.authoring.draft.fact import DraftCard, DraftFact, Find
from purges_quiz.authoring.draft.figures import read_date
from purges_quiz.authoring.draft.finds import finds
from purges_quiz.authoring.draft.names import Known, learn
from purges_quiz.authoring.draft.sides import Front, bullets, sentences
from purges_quiz.authoring.draft.terms import expansion, expansions
from purges_quiz.deck.filling import free_key, slug

_FORMULA = re.compile(r"[=→⇌≈∝≤≥÷]|->")
_SHORT_WORDS = 4
"""Words of a back that has nothing in it but what was asked already."""
MANY = 5_000
"""Cards of which nobody learns every detail."""
_GROUPS = {
    "Which name?": "names",
    "What is the formula": "formulae",
    "What does": "meanings",
    "What is this?": "things",
}
"""The groups of terms by how they are asked for."""
_ANSWER_WORDS = 14
"""Words of a back that is nothing but the answer to its front."""
LONGEST = 1_500
"""Characters of a sentence; a deck takes no longer text, and nobody reads one."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The cards of a draft, and those of which nothing can be asked yet."""

    cards: tuple[DraftCard, ...]
    bare: tuple[Card, ...]

    @property
    def facts(self) -> int:
        """How many facts were drafted."""
        return sum(len(card.facts) for card in self.cards)


def draft(
    cards: Sequence[Card],
    taken: Iterable[str] = (),
    progress: Callable[[Sequence[Card]], Iterable[Card]] = iter,
) -> Drafted:
    """A draft of these cards; keys that are taken are not used again. The same cards give the same draft.

    A question that two cards would ask is asked of neither. Of more than `MANY` cards each is asked once, if it can be,
    and people are told from terms by the first of them. `progress` is passed the cards and gives them back one by
    one, so that it can be shown how far the draft is.
    """
    learnt_from = cards[:MANY]
    known = learn(_texts(learnt_from), map(_heading, learnt_from))
    keys = set(taken)
    found = [_facts(card, known, once=len(cards) > MANY) for card in progress(cards)]
    asked = Counter(fact.prompt for facts in found for fact in facts)
    drafted, bare = [], []
    for card, every in zip(cards, found, strict=True):
        facts = [fact for fact in every if asked[fact.prompt] == 1]
        if not facts:
            bare.append(card)
            continue
        title = _title(card)
        names: set[str] = set()
        named = tuple(replace(fact, name=_claimed(fact.name, names)) for fact in facts)
        drafted.append(
            DraftCard(_claimed(slug(title) or "card", keys), title, tuple(_sentences(card)), named, card.line)
        )
    return Drafted(tuple(drafted), tuple(bare))


def _claimed(key: str, taken: set[str]) -> str:
    """The key, with a number where it is taken; it is taken from now on."""
    free = free_key(key, taken)
    taken.add(free)
    return free


def _texts(cards: Sequence[Card]) -> Iterator[str]:
    for card in cards:
        if sides.kind(card.front) in {Front.QUESTION, Front.DESCRIPTION, Front.GAPPED}:
            yield card.front
        yield from sentences(card.back)


def _heading(card: Card) -> str:
    """A term with what it is, as a sentence would say it: "Charlemagne, King of the Franks"."""
    first = card.back.split("\n")[0]
    return f"{card.front}, {first}" if sides.kind(card.front) is Front.TERM else card.front


def _title(card: Card) -> str:
    title = " ".join(card.front.split()) or " ".join(card.back.split()[:6])
    return title if len(title) <= 200 else " ".join(title[:200].split(" ")[:-1]) + " ..."


def _sentences(card: Card) -> list[str]:
    """The sentences of a card as the game shows them after an answer: a term with its definition."""
    passages = [text for text in sentences(card.back) if len(text) <= LONGEST] or [card.back[:LONGEST]]
    match sides.kind(card.front):
        case Front.QUESTION | Front.GAPPED | Front.DESCRIPTION if len(card.front) < LONGEST:
            joint = " " if re.search(r"[?.!:]$", card.front) else ": "
            passages[0] = f"{card.front}{joint}{passages[0]}"
        case Front.TERM if not passages[0].lower().startswith(card.front.lower()):
            passages[0] = f"{card.front}: {passages[0]}"
    return list(dict.fromkeys(passages))


def _facts(card: Card, known: Known, *, once: bool) -> list[DraftFact]:
    """Every fact of a card, or just the first; of two that ask the same words only one."""
    found: dict[tuple[str, str], DraftFact] = {}
    whole = list(_from_sides(card, known))
    answer = whole[0].value if whole else ""
    done = bool(whole) and (len(card.back.split()) <= _SHORT_WORDS or bool(lists.parts(card.back)))
    for fact in chain(whole, () if done else _from_sentences(card, known, answer)):
        if fact.prompt and fact.value:
            found.setdefault((fact.type, fact.prompt), fact)
        if once and found:
            break
    passages = _sentences(card) if found else []
    return [_with_span(fact, passages) for fact in found.values()]


def _from_sides(card: Card, known: Known) -> Iterator[DraftFact]:
    """What is asked of a card as a whole: its front, or its front for its back."""
    if card.gaps:
        return
    match sides.kind(card.front):
        case Front.QUESTION | Front.GAPPED:
            question = sides.asked(card.front)
            find = answers.answer(card.back, card.front, known) if question else None
            if find:
                yield _fact(find, question, answers.others(card.back))
        case Front.TERM:
            yield from _from_term(card, known)
        case Front.TITLE if len(card.back.split()) <= _ANSWER_WORDS:
            find = answers.answer(card.back, card.front, known)
            if find and find.type != "statement":
                yield _completed(card, find)
        case Front.DESCRIPTION:
            find = answers.answer(card.back, card.front, known)
            if find and find.type != "statement":
                yield _fact(find, _described(card.front, find), answers.others(card.back))
    yield from _from_bullets(card)


def _from_term(card: Card, known: Known) -> Iterator[DraftFact]:
    front, back = card.front, card.back
    if date := read_date(front):
        if len(back.split()) <= 30:
            yield _fact(date, prompts.worded("When was this?", " ".join(sentences(back))))
        return
    find = answers.answer(back, front, known) if len(back.split()) <= 60 else None
    if _FORMULA.search(back) and len(back) <= 120:
        formula = Find(0, 0, "term", back.strip(" ."), "What is the formula or equation?")
        yield _fact(formula, prompts.worded(formula.lead, f"{front}: {prompts.GAP}"))
        return
    figure = re.match(r"[\d£$€~±+-]", back) is not None and len(back.split()) <= _SHORT_WORDS + 1
    short = figure or (
        len(back.split()) <= 3 and "\n" not in back and not re.match(r"(?:an?|the) ", back, re.IGNORECASE)
    )
    if (find and find.type in {"date", "quantity", "range", "person", "people", "list"}) or (find and short):
        yield _completed(card, find)
    if (meaning := expansion(front, back)) and (find is None or find.type == "statement"):
        yield _fact(Find(0, 0, "term", meaning, ""), f"What does {front} stand for?")
    text = definitions.definition(front, back, known)
    if not text and find and find.type == "term" and not short:
        yield _completed(card, find)
    if text and not short and not (find and find.type in {"list", "people"}):
        person = definitions.is_person(front, text, known)
        value = definitions.bare(front)
        yield _fact(
            Find(0, 0, "person" if person else "term", value, ""),
            definitions.prompt(text, front, known),
            answers.others(front),
        )


def _completed(card: Card, find: Find) -> DraftFact:
    """The front, with a gap for the back."""
    lead = lists.lead(len(find.elements)) if find.type == "list" else _lead(find)
    return _fact(find, prompts.worded(lead, f"{card.front}: {prompts.GAP}"), answers.others(card.back))


def _lead(find: Find) -> str:
    return find.lead or {"person": "Who?", "people": "Who?", "term": "Which word or term?"}.get(find.type, "What?")


def _described(front: str, find: Find) -> str:
    """A description as it is asked: one that breaks off goes on with a gap."""
    if re.search(r"(?:\b(?:is|are|was|were|of|by|the|a|an|in|called|as|to)|:|[-\u2013])$", front):
        return f"{front} {prompts.GAP}."
    return prompts.worded("Who?" if find.type == "person" else _lead(find) if find.lead else "What is this?", front)


def _from_bullets(card: Card) -> Iterator[DraftFact]:
    """A list under a title or a line that ends in a colon."""
    before, items = bullets(card.back)
    items = [item.strip(" .;,") for item in items]
    if not items or not lists.fits(items) or sides.kind(card.front) is Front.QUESTION:
        return
    head = before if before.endswith(":") else ""
    if before and not head:
        return
    title = card.front if not head or len(card.front.split()) < 9 else ""
    text = f"{title}: {head}" if title and head else head or f"{title}:"
    yield _fact(
        Find(0, 0, "list", lists.joined(items), "", elements=tuple(items)),
        f"{lists.lead(len(items))} {text} {prompts.GAP}.",
    )


def _from_sentences(card: Card, known: Known, answer: str) -> Iterator[DraftFact]:
    """What is asked of single sentences, each with a gap, but for the answer of the card as a whole."""
    passages = [text for text in sentences(card.back) if len(text) <= LONGEST]
    kind = sides.kind(card.front)
    title = card.front if kind is not Front.DESCRIPTION else ""
    defines = kind in {Front.TERM, Front.QUESTION} and len(passages) > 0 and not card.gaps
    answered = kind in {Front.QUESTION, Front.GAPPED, Front.DESCRIPTION} and len(card.back.split()) <= _ANSWER_WORDS
    spelt = len(expansion(card.front, card.back))
    for at, text in enumerate(passages):
        for find in finds(text, card, known):
            if slug(find.value) == slug(answer):
                continue
            if answered and (find.type not in {"date", "quantity", "range"} or find.value == answer):
                continue  # this is what its front asks for
            if at == 0 and find.start < spelt and find.type in {"person", "term"}:
                continue  # part of what an acronym stands for
            about_title = defines and not definitions.is_sentence(text, known)
            prompt = prompts.gap(passages, at, find, title, about_title=about_title)
            if prompt and not (kind is Front.QUESTION and find.value == text.strip(" .")):
                yield replace(_fact(find, prompt, said=text[find.start : find.end]), sentence=text)
        for acronym, meaning in expansions(text):
            yield _fact(Find(0, 0, "term", meaning, ""), f"What does {acronym} stand for?")


def _fact(find: Find, prompt: str, aliases: Sequence[str] = (), said: str = "") -> DraftFact:
    words = " ".join(re.findall(r"[\w’'-]+", find.value)[:5])
    name = slug(f"{find.value} {find.units[0]}" if find.units and find.type == "quantity" else words) or find.type
    named = tuple(aliases) if find.type in {"term", "person"} else ()
    return DraftFact(
        name,
        find.type,
        find.value,
        prompt,
        span=said,
        units=find.units,
        elements=find.elements,
        aliases=named,
        group=_group(find, prompt),
    )


def _group(find: Find, prompt: str) -> str:
    """What can stand in for a value as a wrong option: statements that answer the same question word, or names."""
    if find.type == "statement":
        return slug(prompt.split(maxsplit=1)[0])
    if find.type != "term":
        return ""
    opening = next((opening for opening in _GROUPS if prompt.startswith(opening)), "")
    return _GROUPS.get(opening, "")


def _with_span(fact: DraftFact, passages: Sequence[str]) -> DraftFact:
    """The fact with a span only where the deck would not find it: where the value stands not just once."""
    if sum(fact.value in text for text in passages) == 1 and fact.span in ("", fact.value):
        return replace(fact, span="")
    own = next((text for text in passages if fact.sentence and fact.sentence in text), "")
    for size in range(8):
        wide = (
            re.search(rf"(?:\S+ ){{0,{size}}}\S*{re.escape(fact.span)}\S*(?: \S+){{0,{size}}}", own)
            if fact.span
            else None
        )
        span = fact.span if not size else wide[0] if wide else ""
        if span and sum(span in text for text in passages) == 1:
            return replace(fact, span=span)
    return replace(fact, span="")
