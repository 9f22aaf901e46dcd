"""Who does what to whom: the roles in a sentence, and answers that turn them round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import AUXILIARIES, word_set

ANSWER = "?"
"""Stands in a frame for what is asked."""

_BE = word_set("is was were are be been being got get gets getting am")
_WH = word_set("who whom which whose")
_CHAIN = AUXILIARIES | word_set("not to be been being never also then all both would could should might must")
_BEFORE_VERBS = word_set(
    "to would could should will might must can did do does not they he she who we you it and help helped "
    "helping let made saw"
)
_PREPOSITIONS = word_set(
    "of with against from by in at for to below above under over after before during until because on into as "
    "than through within outside inside among amongst between without",
)
_MEASURES = word_set(
    "all some many most none each every one half number members member lot rest majority any both group"
)
_REMARKS = word_set("so because since as though although while whereas")
_SUBJECTS = word_set("he she they it we i you who that which")
_OBJECTS = word_set("it him her them me us")
_LIGHT = AUXILIARIES | word_set(
    "have having get got gets getting make makes made making give gave given take took taken be been do done"
)
UNCHANGED = word_set(
    "set put let cut hit shut cast beat come become run born spread split burst hurt shed bid overcome"
)
_THOUGHT_AGAIN = word_set("no nope sorry actually wait")
_FAR = 8
"""Words after a verb among which its object is looked for."""


class Frame(NamedTuple):
    """A deed with those who take part in it."""

    concepts: frozenset[str]
    """What the deed means."""
    root: str
    agent: frozenset[str]
    """The roots of who does it; empty where nobody is named."""
    patient: frozenset[str]
    """The roots of whom it is done to."""
    others: frozenset[str] = frozenset()
    """The roots of who else takes part: "sold it to nobles", "the same as adults"."""
    passive: bool = False
    subject: bool = False
    """Whether it has a subject of its own, be it a pronoun."""
    aside: bool = False
    """Whether it stands in a remark: "so he was soon broke again"."""
    object_: bool = False
    """Whether it has an object of its own, be it a pronoun."""


def frames_of(text: Reading, *, question: bool = False) -> tuple[Frame, ...]:
    """The frames of a text, one for each verb that has an object; in a question `ANSWER` stands for what is asked."""
    if question:
        return tuple(_frames(text, question=True))
    if text.frames is None:
        text.frames = tuple(_frames(text, question=False))  # asked for several times of each answer
    return text.frames


def _frames(text: Reading, *, question: bool) -> Iterator[Frame]:
    verbs = _verbs(text)
    for place, (end, concepts) in verbs.items():
        start = 0 if question else text.clause_of(place).start
        passive = _passive(text, place, start)
        begin, stop = _subject(text, start, place, passive=passive)
        second = not question and any(begin < at < stop and at not in (place - 1, place - 2) for at in verbs)
        subject = frozenset() if second else _head(text, begin, stop)  # whose it is nobody can tell by its words
        clause_end = text.clause_of(place).end
        if not subject and start and text.clause_of(place).opener in {"who", "that"}:
            subject = _antecedent(text, start)  # "it was Bukharin who accused Yezhov"
        after = _after(text, end, clause_end)
        agent, patient = subject, after
        if passive:
            by = next((at for at in range(end, min(len(text.words), end + _FAR)) if text.words[at].text == "by"), None)
            agent, patient = (_head(text, by + 1, len(text.words)) if by is not None else frozenset()), subject
        if question:
            agent, patient = _with_answer(text, start, place, agent, patient, passive=passive)
        following = text.words[end].text if end < len(text.words) else ""
        has_object = bool(after) or following in _OBJECTS or following in text.lexicon.lists["people"]
        others = _rest(text, end, clause_end) - agent - patient
        has_subject = bool(subject) or (place > 0 and text.words[place - 1].text in _SUBJECTS)
        aside = bool(start) and text.clause_of(place).opener in _REMARKS
        yield Frame(concepts, text.roots[place], agent, patient, others, passive, has_subject, aside, has_object)
    for meaning in text.meanings:  # "the execution of people", "denunciation of Stalinists"
        end = meaning.places[-1] + 1
        deed = meaning.entry.kind == "nouns" and text.lexicon.relations(meaning.concept).transitive
        if deed and end < len(text.words) and text.words[end].text == "of":
            yield Frame(
                frozenset({meaning.concept}),
                text.roots[meaning.places[0]],
                frozenset(),
                _head(text, end + 1, len(text.words)),
                passive=True,
            )


def _verbs(text: Reading) -> Mapping[int, tuple[int, frozenset[str]]]:
    """The places of the transitive verbs, each with the place after it and its concepts."""
    found: dict[int, tuple[int, set[str]]] = {}
    for meaning in text.meanings:
        word = text.words[meaning.places[0]].text
        light = word in AUXILIARIES or (word in _LIGHT and len(meaning.places) == 1)
        if (
            meaning.verb
            and not light
            and text.lexicon.relations(meaning.concept).transitive
            and is_verb(text, meaning.places[0])
        ):
            inside = text.words[meaning.places[0] : meaning.places[-1]]
            if any(word.text in {"his", "her", "their"} for word in inside):
                continue  # "chopped his head off"
            whole = meaning.places == tuple(range(meaning.places[0], meaning.places[-1] + 1))
            end = (meaning.places[-1] if whole else meaning.places[0]) + 1
            known = found.setdefault(meaning.places[0], (end, set()))
            known[1].add(meaning.concept)
    return {place: (end, frozenset(concepts)) for place, (end, concepts) in found.items()}


def is_verb(text: Reading, place: int) -> bool:
    """Whether a word that may be a noun as well is used as a verb."""
    word = text.words[place].text
    before = text.words[place - 1].text if place else ""
    after = text.words[place + 1].text if place + 1 < len(text.words) else ""
    form = word.endswith(("ed", "ing")) or text.lexicon.irregular.get(word, word) != word
    asked = any(other.text in {"did", "does", "do"} for other in text.words[max(place - 6, 0) : place])
    third = asked or (word.endswith("s") and not word.endswith("ss") and after in {"the", "a", "his", *_OBJECTS})
    return (
        (form and not (before == "the" and after == "of"))
        or third
        or before in _BEFORE_VERBS
        or (before in _BE and word in UNCHANGED)
    )


def _passive(text: Reading, place: int, floor: int) -> bool:
    word = text.words[place].text
    participle = word.endswith("ed") or text.lexicon.irregular.get(word, word) != word
    for before in range(place - 1, max(place - 4, floor - 1), -1):
        if text.words[before].text in _BE:
            return participle
        if text.words[before].content or text.words[before].text in {"to", "has", "had"}:
            break
    after = text.words[place + 1].text if place + 1 < len(text.words) else ""
    return participle and after == "by"


def _subject(text: Reading, start: int, place: int, *, passive: bool) -> tuple[int, int]:
    """Where the subject of a verb stands; nowhere for "by killing" and "not to be shot"."""
    chain = place
    while chain > start and (text.words[chain - 1].text in _CHAIN or text.words[chain - 1].text.endswith("ly")):
        chain -= 1
    bare = passive and "to" in {word.text for word in text.words[chain:place]}
    gerund = text.words[place].text.endswith("ing") and chain > start and text.words[chain - 1].text in _PREPOSITIONS
    if bare or gerund:
        return place, place
    begin = chain
    while begin > start and not (
        text.words[begin - 1].punctuation
        or (text.words[begin - 1].text == "and" and begin - 1 > start and text.words[begin - 2].punctuation)
    ):
        begin -= 1
    return begin, place


def _head(text: Reading, start: int, end: int) -> frozenset[str]:
    """The roots of a noun phrase, without what a preposition adds to it: "oppositionists in every region"."""
    found: set[str] = set()
    joined: set[str] = set()
    people = text.lexicon.lists.get("people", frozenset())
    for place in range(start, end):
        word = text.words[place]
        if (word.punctuation and word.text not in {"'s", '"', "-", ","}) or (found and word.text in _THOUGHT_AGAIN):
            break
        if found and word.text in _PREPOSITIONS | {"who", "which", "that", "and then"}:
            if word.text == "of" and text.words[place - 1].text in _MEASURES | people:
                found = set(joined)  # "members of the Politburo" are the Politburo's, "Stalin and" stays
                continue
            break
        if word.text in {"and", ","}:
            joined = set(found)
        if word.content and not _only_verb(text, place):
            found.add(text.roots[place])
    return frozenset(found)


def _after(text: Reading, start: int, limit: int) -> frozenset[str]:
    """The object of a verb: what stands right after it in its clause, which ends at `limit`."""
    first = text.words[start] if start < min(limit, len(text.words)) else None
    if (
        first is None
        or first.text in _PREPOSITIONS | _OBJECTS | _THOUGHT_AGAIN | {"and", "or", "but"}
        or (first.punctuation and first.text != '"')
    ):
        return frozenset()
    return _head(text, start, min(limit, len(text.words), start + _FAR))


def _antecedent(text: Reading, end: int) -> frozenset[str]:
    """The roots of the words right before a "who": of "lent money to speculators who" the speculators."""
    begin = end
    while begin and (text.words[begin - 1].content or text.words[begin - 1].text in {"and", "or"}):
        begin -= 1
    return _head(text, begin, end)


def _rest(text: Reading, start: int, end: int) -> frozenset[str]:
    return frozenset(
        text.roots[place] for place in range(start, end) if text.words[place].content and not _only_verb(text, place)
    )


def _only_verb(text: Reading, place: int) -> bool:
    """Whether a word can be nothing but a verb, so that it takes no part in a deed."""
    kinds = text.lexicon.kinds(text.roots[place])
    word = text.words[place].text
    if not (word in text.lexicon.irregular or text.lexicon.lists_form(word)):
        return False  # Aske is no form of "ask"
    return kinds in ({"verbs"}, {"adjectives"}) or ("verbs" in kinds and word.endswith(("ed", "ing")))


def _with_answer(  # noqa: PLR0913
    text: Reading, start: int, place: int, agent: frozenset[str], patient: frozenset[str], *, passive: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Put what is asked in its place: "Who replaced Yezhov", "Whom did Yezhov accuse", "Who was denounced"."""
    words = text.words
    wh = next((at for at in range(start, place) if words[at].text in _WH), None)
    if wh is None:
        return agent, patient
    did = next((at for at in range(wh + 1, place) if words[at].text in AUXILIARIES | {"has", "had", "have"}), None)
    inverted = did is not None and any(
        words[at].content and words[at].text[-2:] != "ly" for at in range(did + 1, place)
    )
    if did is not None and inverted and not passive:
        asked_by_preposition = wh > start and words[wh - 1].text in {"to", "with", "from", "by"}
        whom = frozenset() if asked_by_preposition else frozenset({ANSWER})
        return _head(text, did + 1, place), patient | whom
    if passive:
        return agent, patient | {ANSWER}
    return agent | {ANSWER}, patient
