"""The clauses of a text, and which of its words are denied: one reading of "not" for all kinds of answers."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from purges_quiz.grading.vocabulary import AUXILIARIES, NEGATORS, word_set
from purges_quiz.grading.words import DASH, Word

_STOPS = frozenset({".", ";", ":", "!", "?", "(", ")", DASH, "\u2026"})
_CONCESSIVE = word_set("whether though although despite whereas while whilst albeit notwithstanding regardless")
_CAUSAL = word_set("because since so as cause thanks due")
_RELATIVE = word_set("which who whom whose where when after before until till if unless once")
_MEASURED = word_set("that much many far long few on called did do does was were is are would could")
_PRONOUNS = word_set("it he she they we that this there i you nobody everyone everybody none")
DETERMINERS = word_set("the a an his her their its")


class Clause(NamedTuple):
    """A stretch of text with a verb of its own, or what stands between two stops."""

    start: int
    end: int
    opener: str
    """The word that opens it ("though", "because", "who"), or nothing."""

    @property
    def aside(self) -> bool:
        """Whether it only remarks on what the main clause says."""
        return self.opener in _CONCESSIVE or self.opener in _CAUSAL or self.opener in _RELATIVE


def clauses(text: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses of a text, in order; together they are the whole of it."""
    cuts: dict[int, str] = {0: ""}
    for place, word in enumerate(text):
        before = text[place - 1].text if place else ""
        following = text[place + 1].text if place + 1 < len(text) else ""
        if word.text in _STOPS:
            cuts[place + 1] = ""
        elif (word.text in _CONCESSIVE and (word.text != "whether" or (following == "or" and place))) or (
            word.text == "because" or word.text in _RELATIVE
        ):
            cuts[place] = word.text
        elif (
            (word.text in _CAUSAL and following in _PRONOUNS | {"that"} | (DETERMINERS if word.text != "as" else set()))
            or (word.text == "so" and place and following not in _MEASURED)
            or word.text in {"but", "however", "yet"}
        ):
            if place and (before, word.text) not in _TIED and (word.text, following) not in _TIED and before != "just":
                cuts[place] = word.text
        elif word.text == "," or (word.text == "and" and place):
            subject = following in _PRONOUNS or following in {"then", "not"}
            if subject or word.text == ",":
                cuts[place + 1] = "and" if word.text == "and" else ""
    starts = sorted(place for place in cuts if place < len(text)) or [0]
    ends = [*starts[1:], len(text)]
    return tuple(Clause(start, end, cuts.get(start, "")) for start, end in zip(starts, ends, strict=True))


_TIED = frozenset(
    {("all", "but"), ("anything", "but"), ("nothing", "but"), ("anyone", "but"), ("everyone", "but"), ("so", "that")}
)
NO_DENIAL = frozenset(
    {
        *(
            ("not", "only"),
            ("not", "just"),
            ("not", "merely"),
            ("not", "simply"),
            ("no", "later", "than"),
            ("no", "less", "than"),
        ),
        *(("no", "fewer", "than"), ("not", "less", "than"), ("not", "more", "than"), ("no", "more", "than")),
        *(("or", "not"), ("not", "long"), ("not", "until")),
        *(("not", "to", "mention"), ("no", "matter"), ("not", "surprisingly"), ("no", "choice"), ("no", "other")),
        *(
            ("nothing", "but"),
            ("none", "other"),
            ("never", "mind"),
            ("no", "one", "else"),
            ("nothing", "they"),
            ("nothing", "he"),
        ),
    },
)
DENYING_PAIRS = frozenset(
    {
        *(
            ("rather", "than"),
            ("instead", "of"),
            ("other", "than"),
            ("apart", "from"),
            ("opposed", "to"),
            ("anyone", "but"),
        ),
        *(
            ("anybody", "but"),
            ("everyone", "but"),
            ("anything", "but"),
            ("all", "but"),
            ("everybody", "but"),
            ("far", "from"),
        ),
    },
)
_NARROW = word_set("without except excluding barring unlike")
_SUBJECTS = word_set("none nobody nothing neither no noone")
FAINT = word_set("hardly barely scarcely rarely seldom few")
_BASE_FORM = word_set("did do does could would should will shall might must to can may")
_NEW_VERB = AUXILIARIES | word_set("got they he she it we who which the all then be been")
CORRECTIONS = word_set("wait sorry actually correction scratch oops meant mean rather")
INTERRUPTING = frozenset({"?", ".", "!", "\u2026", DASH})
_OTHER_CHOICE = word_set("maybe perhaps possibly to it they he else")
_CLOSING = word_set("not no nothing false wrong never nope untrue incorrect lie")
_ABOUT_TRUTH = word_set("true right correct case one him her them it")
_AT_THE_START = frozenset({"not", "untrue", "false", "lie"})
_CIRCUMSTANCES = frozenset({"because", "if", "when", "where"})
_INDIFFERENT = word_set("mind minded care cared matter mattered bother bothered")
"""Verbs of which the denial leaves what follows as it is: "he did not mind that it looked like a war"."""
_OPINIONS = word_set("think thought believe believed expect expected suppose supposed imagine reckon feel")
"""Verbs of which the denial is that of what follows: who does not think that it will come thinks that it will not."""
_OVER = 6
"""Words that "instead of" and "without" reach over, at most."""


def negated_places(text: Sequence[Word], spoken: Container[int] = (), every: Sequence[Clause] = ()) -> tuple[bool, ...]:
    """For each word whether it is denied; two denials make none.

    `spoken` are the places of "not" that belong to a phrase with a meaning of its own ("not guilty"), `every` its
    clauses, if they are known already.
    """
    denied = [0] * len(text)
    every = every or clauses(text)
    if _denies_a_list(text):
        return (False, *[True] * (len(text) - 1))
    for clause in every:
        for place in range(clause.start, clause.end):
            end = _scope(text, clause, place, spoken)
            for inside in range(_first_denied(text, place, end), end):
                denied[inside] += 1
    if denied_at_the_end(text, every) or denied_at_the_start(text) or denies_a_cause(text):
        denied = [count + 1 for count in denied]
    return tuple(count % 2 == 1 for count in denied)


def _first_denied(text: Sequence[Word], place: int, end: int) -> int:
    """The first word that a "not" or "no" at a place denies.

    Of "they did not think that a woman could lead" it is "lead", as of "they thought that a woman could not lead"; and
    of "no woman could lead" as well.
    """
    raised = text[place].text in NEGATORS and any(word.text in _OPINIONS for word in text[place + 1 : place + 3])
    if not raised and text[place].text != "no":
        return place + 1
    verbs = (at for at in range(place + 2, end) if text[at].text in AUXILIARIES)
    return next(verbs, place) + 1


def _denies_a_list(text: Sequence[Word]) -> bool:
    """Whether it is "not a, b, c or d" as a whole."""
    texts = [word.text for word in text]
    if len(texts) < 6 or texts[0] not in {"not", "neither", "never"} or texts[1] in {"only", "just"}:  # noqa: PLR2004
        return False
    joined = bool({"or", "nor", "and"} & set(texts[texts.index(",") if "," in texts else 0 :]))
    return "," in texts and joined and not {"but", "they", "it", *AUXILIARIES} & set(texts)


def denies_a_cause(text: Sequence[Word]) -> bool:
    """Whether it denies a cause or a condition as a whole: "it was not because he had no son", "not if it is cold"."""
    texts = [word.text for word in text if not word.punctuation]
    starts = any(texts[at] == "not" and texts[at + 1] in _CIRCUMSTANCES for at in range(min(4, len(texts) - 1)))
    return starts and "but" not in texts


def _scope(text: Sequence[Word], clause: Clause, place: int, spoken: Container[int]) -> int:
    """Where what a word denies ends; `place` itself if it denies nothing."""
    word = text[place].text
    pair = tuple(other.text for other in text[place : place + 2])
    if pair in DENYING_PAIRS:
        return min(_phrase_end(text, clause, place + 2), place + 2 + _OVER)
    if word in _NARROW:
        return min(_phrase_end(text, clause, place + 1), place + 1 + _OVER)
    if (word not in NEGATORS and word not in _SUBJECTS and word not in FAINT) or place in spoken:
        return place
    if (
        word == "few"
        and place
        and text[place - 1].text in {"a", "the", "these", "last"}
        and "only" not in [w.text for w in text[max(place - 2, 0) : place]]
    ):
        return place
    if word == "nor" and any(before.text == "neither" for before in text[clause.start : place]):
        return place  # "neither he nor they were shot" denies once
    if pair in NO_DENIAL or pair in _TIED or tuple(other.text for other in text[place : place + 3]) in NO_DENIAL:
        return place
    if place and (text[place - 1].text, word) in NO_DENIAL:
        return place
    if word == "no" and (
        (place + 1 < clause.end and text[place + 1].punctuation) or (place and text[place - 1].text in INTERRUPTING)
    ):
        return place  # "no, it was ..."; "Yagoda? no Yezhov"
    if word == "no" and place + 1 < clause.end and text[place + 1].text in CORRECTIONS:
        return place
    base = place > clause.start and text[place - 1].text in _BASE_FORM
    return _verb_end(text, clause, place + 1, base=base)


def _verb_end(text: Sequence[Word], clause: Clause, start: int, *, base: bool) -> int:
    for place in range(start, clause.end):
        following = text[place + 1] if place + 1 < clause.end else None
        if text[place].text in {",", "but", "except"}:
            return place
        if text[place].text in _INDIFFERENT:
            return place + 1
        finite = base and text[place].text in {"was", "were", "is", "are"}
        if finite and any(word.content for word in text[start:place]):
            return place  # "those who did not resist were paid"
        if text[place].text == "or" and following is not None and following.text in _OTHER_CHOICE:
            return place
        verb = following is not None and (following.text in _NEW_VERB or (base and following.text.endswith("ed")))
        if verb and text[place].text in {"and", "then"}:
            return place
    return clause.end


def _phrase_end(text: Sequence[Word], clause: Clause, start: int) -> int:
    for place in range(start, clause.end):
        if text[place].text in {",", "but"} or (
            place > start and text[place].text in AUXILIARIES | {"they", "he", "and"}
        ):
            return place
    return clause.end


def denied_at_the_end(text: Sequence[Word], every: Sequence[Clause]) -> bool:
    """Whether it ends in ", not", "... is false", "... no that's wrong": what it or the answer is the subject of."""
    texts = [word.text for word in text if not word.punctuation]
    if (
        len(texts) > 2  # noqa: PLR2004
        and texts[-2] == "is"
        and texts[-1] in _CLOSING - {"no", "nothing"}
        and texts[-3] not in {"which", "that", "who"}
    ):
        return True
    last = every[-1]
    said = [word.text for word in text[last.start : last.end] if not word.punctuation]
    if len(every) > 1 and not said:
        last = every[-2]
        said = [word.text for word in text[last.start : last.end] if not word.punctuation]
    if not said or last.aside or last.opener == "but" or len(said) > 6:  # noqa: PLR2004
        return False
    alone = last.start > 0 and all(
        word in _CLOSING | _ABOUT_TRUTH | {"that", "this", "is", "was", "a"} for word in said
    )
    subject = said[0] in _CLOSING or (
        len(said) > 1 and said[0] in {"it", "that", "this"} and said[-1] not in {"him", "her", "them"}
    )
    denials = sum(word in _CLOSING for word in said)
    return alone and subject and denials == 1 and said[-1] != "lie"


def denied_at_the_start(text: Sequence[Word]) -> bool:
    """Whether it begins "it is not true that ...", "it's a lie that ..."."""
    said = [word.text for word in text[:7] if not word.punctuation]
    if _AT_THE_START.isdisjoint(said):
        return False
    for phrase in (
        ("not", "true", "that"),
        ("not", "the", "case", "that"),
        ("untrue", "that"),
        ("false", "that"),
        ("a", "lie", "that"),
    ):
        length = len(phrase)
        if any(tuple(said[place : place + length]) == phrase for place in range(4)):
            return phrase[0] != "not"  # its "not" denies what follows already
    return False


def denial(text: Sequence[Word]) -> str:
    """The words that deny something in a text, as "was not"; nothing where none does."""
    every = clauses(text)
    for clause in every:
        for place in range(clause.start, clause.end):
            if _scope(text, clause, place, ()) > place:
                pair = tuple(word.text for word in text[place : place + 2])
                start = place - (place > 0 and text[place - 1].text in AUXILIARIES)
                return " ".join(word.text for word in text[start : place + 1 + (pair in DENYING_PAIRS)])
    return next((word.text for word in reversed(text) if word.text in _CLOSING), "")
