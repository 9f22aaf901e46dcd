"""Verbs of history with their forms and what contradicts them, and the places where a question uses them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with an object: "accuse", "accused", "accused"."""

    base: str
    past: str
    participle: str
    contrary: tuple[str, ...] = ()
    """Verbs (by their base) that nobody can mean who says this one."""
    one_way: bool = True
    """Whether it is another thing when the two change places: Beria replaced Yezhov, but not Yezhov Beria."""

    @property
    def gerund(self) -> str:
        """With "-ing"."""
        if self.base.endswith("e"):
            return f"{self.base[:-1]}ing"
        return f"{self.participle.removesuffix('ed')}ing" if self.participle.endswith("ed") else f"{self.base}ing"


def _regular(base: str, *contrary: str, one_way: bool = True) -> Verb:
    if base.endswith("e"):
        past = f"{base}d"
    elif base.endswith("y"):
        past = f"{base[:-1]}ied"
    else:
        past = f"{base}ed"
    return Verb(base, past, past, contrary, one_way)


_KILLING = ("spare", "pardon", "release")
VERBS: dict[str, Verb] = {
    verb.base: verb
    for verb in (
        _regular("execute", *_KILLING),
        _regular("murder", *_KILLING),
        _regular("kill", *_KILLING),
        _regular("assassinate", *_KILLING),
        _regular("behead", *_KILLING),
        _regular("burn", *_KILLING),
        _regular("poison", *_KILLING),
        Verb("shoot", "shot", "shot", _KILLING),
        Verb("hang", "hanged", "hanged", _KILLING),
        _regular("arrest", "release"),
        _regular("imprison", "release"),
        _regular("jail", "release"),
        _regular("release", "imprison", "arrest"),
        _regular("free", "imprison", "arrest"),
        _regular("spare", "execute"),
        _regular("pardon", "execute"),
        _regular("convict", "acquit"),
        _regular("condemn", "praise", "pardon"),
        _regular("accuse", "defend", "praise"),
        _regular("blame", "praise", "thank"),
        _regular("denounce", "defend", "praise"),
        _regular("defend", "accuse", "attack"),
        _regular("praise", "criticise"),
        _regular("thank"),
        _regular("replace", "keep", "appoint"),
        _regular("succeed", "precede"),
        _regular("precede"),
        _regular("appoint", "dismiss"),
        _regular("dismiss", "appoint", "promote"),
        _regular("promote", "demote", "dismiss"),
        _regular("demote", "promote"),
        _regular("favour", "oppose", "reject"),
        _regular("support", "oppose"),
        _regular("oppose", "support"),
        _regular("reject", "accept"),
        _regular("accept", "reject"),
        _regular("threaten", "protect"),
        _regular("destabilise", "strengthen"),
        _regular("strengthen", "weaken"),
        _regular("protect", "attack"),
        _regular("attack", "protect"),
        _regular("invade"),
        _regular("betray"),
        _regular("torture"),
        Verb("beat", "beat", "beaten"),
        _regular("defeat"),
        _regular("conquer"),
        _regular("elect", "expel"),
        _regular("expel", "elect", "welcome"),
        _regular("exile", "recall"),
        _regular("recall"),
        _regular("welcome"),
        _regular("establish", "abolish", one_way=False),
        _regular("introduce", "abolish", one_way=False),
        _regular("abolish", "introduce", one_way=False),
        _regular("close", "open", "found", one_way=False),
        _regular("open", "close", one_way=False),
        _regular("found", "close", one_way=False),
        _regular("dissolve", "found", one_way=False),
        _regular("quash", "uphold", one_way=False),
        Verb("uphold", "upheld", "upheld", ("quash",), one_way=False),
        _regular("crown", "depose"),
        _regular("depose", "crown"),
        _regular("marry", "divorce", one_way=False),
        _regular("divorce", "marry", one_way=False),
        _regular("annul", "confirm", one_way=False),
        _regular("confirm", "annul", one_way=False),
        _regular("purge", "protect"),
        _regular("employ", "dismiss", one_way=False),
        Verb("forbid", "forbade", "forbidden", ("allow",)),
        _regular("allow", "forbid"),
        _regular("refuse", "accept"),
        _regular("encourage", "forbid"),
        Verb("lead", "led", "led"),
        _regular("persuade"),
        _regular("watch", "ignore", one_way=False),
        Verb("bring down", "brought down", "brought down", ("strengthen",)),
        Verb("overthrow", "overthrew", "overthrown", ("strengthen",)),
        Verb("keep", "kept", "kept", (), one_way=False),
        Verb("sell", "sold", "sold", ("buy",), one_way=False),
        Verb("buy", "bought", "bought", ("sell",), one_way=False),
        _regular("pass", "reject", "repeal", one_way=False),
        _regular("repeal", "pass", one_way=False),
        _regular("criticise", "praise"),
        Verb("acquit", "acquitted", "acquitted", ("convict",)),
        _regular("weaken", "strengthen"),
        _regular("ignore"),
    )
}
"""By their dictionary form."""

FORMS: dict[str, Verb] = {
    form: verb for verb in VERBS.values() for form in (verb.base, verb.past, verb.participle, verb.gerund)
}
"""By every form that they have; "replaces" is the form with an "s" of "replace"."""
