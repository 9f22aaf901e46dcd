"""Whether a word is used as a verb, and in the passive, by its form and by what stands beside it."""

from __future__ import annotations

from purges_quiz.grading.frames import UNCHANGED
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import ASKING, AUXILIARIES, PRONOUNS, word_set

BE = word_set("is was were are be been being am became become remained stayed")
GET = word_set("got get gets getting")
CHAIN = AUXILIARIES | word_set(
    "not to be been being never also then all both would could should might must always still even just ever already "
    "only soon more most very too so as no longer"
)
RELATIVE = word_set("who which that")
_NEAR = 6
_MODALS = word_set("to would could should will might must can may did do does")
_BEFORE_VERBS = _MODALS | word_set("they he she who we you i help helped let made saw")
_OBJECTS = word_set("the a no any every his it him her them me us that their")
_IS = word_set("is was were are be been")


def verbal(text: Reading, place: int) -> bool:
    """Whether a word is used as a verb, by its form and by what stands beside it."""
    words = text.words
    word = words[place].text
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    if word.endswith(("ed", "ing")) or text.lexicon.irregular.get(word, word) != word:
        return word not in text.lexicon.plurals and not (before == "the" and after == "of")
    kinds = text.lexicon.kinds(text.roots[place])
    if "verbs" not in kinds and (kinds or word in text.lexicon.plurals):
        return False
    plural = word.endswith("s") and not word.endswith("ss")
    if plural and before in _MODALS:
        return False  # "did banks", "to towns"
    if word in UNCHANGED and after in _OBJECTS:
        return True  # "socialists beat them up"
    if before in _BEFORE_VERBS:
        return "verbs" in kinds or before not in {"made", "let", "saw"}  # "made American goods dearer"
    if before == "not":
        return place > 1 and words[place - 2].text in _MODALS
    if before == "and":
        return kinds == {"verbs"}
    if plural:
        return "verbs" in kinds and after in _OBJECTS
    asked = next((at for at in range(place - 2, max(place - 7, -1), -1) if words[at].text in {"did", "does", "do"}), -1)
    if asked >= 0 and "verbs" in kinds:
        return any(words[at].content or words[at].text in PRONOUNS for at in range(asked + 1, place))
    return before in _IS and word in UNCHANGED


def is_participle(text: Reading, place: int) -> bool:
    """Whether a word has the form of a participle: "shot", "accused"."""
    word = text.words[place].text
    return word.endswith("ed") or word in UNCHANGED or text.lexicon.irregular.get(word, word) != word


def is_passive(text: Reading, place: int, floor: int) -> bool:
    """Whether a verb is passive, by what stands before it from a place on, and after it."""
    if not is_participle(text, place):
        return False
    before = place - 1
    while before >= floor:
        word = text.words[before].text
        if word in BE | GET:
            return True
        if word in {"and", "or", ","} and before and is_participle(text, before - 1):
            before -= 1  # "be bribed or threatened"
        elif word not in CHAIN and not word.endswith("ly"):
            break
        before -= 1
    if _inverted(text, place, floor):
        return True
    after = text.words[place + 1].text if place + 1 < len(text.words) else ""
    before_it = text.words[place - 1]
    return after == "by" and (place == floor or before_it.content or before_it.text in {"and", "or", ","})


def _inverted(text: Reading, place: int, floor: int) -> bool:
    """Whether a question has the auxiliary of a participle before its subject: "What were monks given"."""
    for at in range(place - 1, max(floor, place - _NEAR), -1):
        word = text.words[at]
        if word.text in BE:
            return text.words[at - 1].text in ASKING or (at > 1 and text.words[at - 2].text in ASKING)
        if word.punctuation or word.text in RELATIVE or verbal(text, at):
            return False
    return False
