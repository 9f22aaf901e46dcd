"""Cards as TOML, laid out as a person would write them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from purges_quiz.authoring.draft import DraftCard, DraftFact

WIDTH = 118
"""Characters of a line, where a list can be broken."""

HEADER = """\
# Drafted by `purges-quiz new` from {source}. Play it as it is; `purges-quiz check` names what is worth correcting.
#
# Each file beside this one holds cards, in the order of their names. A fact needs a type, a value and a prompt; texts
# may be corrected freely, keys must stay, since progress hangs on them. Delete a fact that asks nothing worth asking,
# and the line `draft = true` of one that you have read. What else can be said of a fact: `purges-quiz new --template`.
"""


def deck(title: str, identity: str, source: str) -> str:
    """The text of deck.toml."""
    return f"{HEADER.format(source=_plain(source))}\nid = {text(identity)}\ntitle = {text(title)}\n"


def card(written: DraftCard, *, of_many: bool = False) -> str:
    """The text of a card: a file of its own, or one of many in a file."""
    lines = ["[[card]]"] if of_many else []
    lines += [f"key = {text(written.key)}", f"title = {text(written.title)}"]
    lines += [f"sentences = {texts(written.sentences, broken=True)}"]
    prefix = "card.facts" if of_many else "facts"
    for fact in written.facts:
        lines += ["", f"[{prefix}.{fact.name}]", *_fact(fact)]
    return "\n".join(lines) + "\n"


def _fact(fact: DraftFact) -> list[str]:
    lines = ["draft = true", f"type = {text(fact.type)}"]
    if fact.elements:
        lines.append(f"elements = {texts(fact.elements)}")
    else:
        lines.append(f"value = {text(fact.value)}")
    lines.append(f"prompt = {text(fact.prompt)}")
    if fact.span:
        lines.append(f"mark = {text(fact.span)}")
    if fact.units:
        lines.append(f"units = {texts(fact.units)}")
    if fact.aliases:
        lines.append(f"aliases = {texts(fact.aliases)}")
    if fact.group:
        lines.append(f"group = {text(fact.group)}")
    return lines


def text(value: str) -> str:
    """A text in the quotation marks in which it needs fewest escapes."""
    plain = _plain(value)
    if '"' in plain and "'" not in plain and "\\" not in plain:
        return f"'{plain}'"
    return json.dumps(plain, ensure_ascii=False)


def texts(values: Sequence[str], *, broken: bool = False) -> str:
    """A list of texts: on one line, or a line each where it would be too long or is asked for."""
    inline = f"[{', '.join(map(text, values))}]"
    if len(inline) <= WIDTH and not (broken and len(values) > 1):
        return inline
    return "[\n" + "".join(f"    {text(value)},\n" for value in values) + "]"


def _plain(value: str) -> str:
    """A text on one line, without what no terminal shows."""
    return "".join(letter if letter.isprintable() else " " for letter in value).strip()
