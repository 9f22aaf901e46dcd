"""Words that a card marks as terms: in quotation marks or bold, acronyms and their meaning, what a bracket explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, VERBS

_QUOTED = re.compile(
    r"“(?P<a>[^“”]{2,300})”|\"(?P<b>[^\"]{2,300})\"|‘(?P<c>[^‘’]{2,80}(?:’[a-z][^‘’]{0,80})*)’(?!\w)|(?<!\w)'(?P<d>[^']{3,80})'(?!\w)"
)
_ACRONYM = re.compile(r"(?<![\w.-])(?:[A-Z]{2,6}\d?|[A-Z](?:\.[A-Z]){1,5}\.?|[A-Z][a-z]?[A-Z]{1,4}s?)(?![\w-])")
_CALLED = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|sometimes|also|often|now) (?:called|named|termed|nicknamed)|known as) "
    r"(?P<it>(?!after|for|to|on|by|in|as|off|upon)[\w’'-]+(?: [\w’'-]+){0,3}?)(?=[.,;:)]|$| \(| (?:which|who|that|and"
    r"|because|in|by|after|from|on|at|when|where)\b)"
)
_TERM_WORDS = 4
"""Words that a term in quotation marks has at most; what is longer was said by somebody."""
_SAYING = frozenset("words phrase slogan motto said wrote declared saying line shouted promised".split())
TERM, QUOTE = "Which word or term?", "Which words?"


def quoted(text: str) -> Iterator[Find]:
    """Terms and quotations in quotation marks."""
    for match in _QUOTED.finditer(text):
        group = next(name for name in "abcd" if match[name])
        inside = match[group].strip()
        words = inside.rstrip(".,;!?").split()
        start = match.start(group) + match[group].index(inside)
        value = inside.rstrip(".,;")
        if not words or not re.search(r"[^\W\d_]{2}", value):
            continue
        before = re.search(r"(?P<word>\w+)\W*$", text[: match.start()])
        if _is_said(words, before["word"].lower() if before else "", text[: match.start()]):
            yield Find(start, start + len(value), "quote", value, QUOTE)
        elif not (len(words) == 1 and before and (before["word"].endswith("ly") or before["word"].lower() in PRONOUNS)):
            yield Find(start, start + len(value), "term", value, TERM)


def _is_said(words: Sequence[str], before: str, text: str) -> bool:
    """Whether words in quotation marks were said, rather than being a name for something."""
    if len(words) > _TERM_WORDS:
        return not all(word[0].isupper() or word.lower() in SMALL for word in words) or text.rstrip().endswith(":")
    introduced = re.search(r"(?:said|wrote|claimed|argued|declared|believed) that\W*$", text) or before in _SAYING
    verb = any(word.lower() in VERBS | PRONOUNS | {"not"} for word in words)
    return len(words) > 2 and bool(introduced or verb)


def called(text: str) -> Iterator[Find]:
    """What something is called, in the passive: "these are known as free radicals"."""
    for match in _CALLED.finditer(text):
        yield Find(match.start("it"), match.end("it"), "term", match["it"], "What is the name?")


def bold(text: str, strong: Sequence[str]) -> Iterator[Find]:
    """Terms in bold, where they stand."""
    for term in strong:
        words = term.split()
        if not 1 <= len(words) <= _TERM_WORDS + 1 or len(term) < 3 or any(word.lower() in VERBS for word in words):
            continue
        if term.lower() in SMALL or re.search(r"\d", term):
            continue
        match = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text)
        if match:
            yield Find(match.start(), match.end(), "term", term.strip(" .,:;"), TERM)


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms with what they stand for: "adenosine triphosphate (ATP)", "ATP (adenosine triphosphate)"."""
    if "(" not in text:
        return
    for match in re.finditer(r"(?P<left>[^()]*?)\s*\((?P<inside>[^()]+)\)", text):
        left, inside = match["left"], match["inside"].strip(' "“”')
        if re.fullmatch(_ACRONYM, inside):
            words = re.findall(r"[\w’'-]+", left)
            for size in range(2, min(len(words), 2 * len(inside)) + 1):
                if _stands_for(inside, words[-size:]):
                    tail = (
                        left[left.rindex(words[-size]) :] if left.count(words[-size]) == 1 else " ".join(words[-size:])
                    )
                    yield inside, tail.strip()
                    break
        else:
            last = re.search(r"(?P<word>\S+)$", left)
            if (
                last
                and re.fullmatch(_ACRONYM, last["word"])
                and _stands_for(last["word"], re.findall(r"[\w’']+", inside))
            ):
                yield last["word"], inside


def expansion(front: str, back: str) -> str:
    """What an acronym on the front stands for, where the back begins with it; "" where it does not."""
    if not re.fullmatch(_ACRONYM, front):
        return ""
    opening = re.split(r"[;:,.(\n]", back)[0].strip()
    return opening if _stands_for(front, re.findall(r"[\w’'-]+", opening) or ["?"]) else ""


def _stands_for(acronym: str, words: Sequence[str]) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", acronym).lower()
    initials = "".join(word[0].lower() for word in words if word.lower() not in SMALL)
    every = "".join(word[0].lower() for word in words)
    joined = "".join(words).lower()
    return words[0][0].lower() == letters[0] and (
        letters in (initials, every)
        or (len(words) <= len(letters) and _within(letters, joined) and len(letters) > 2 and len(initials) > 1)
    )


def _within(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def explained(text: str) -> Iterator[tuple[Find, str]]:
    """Terms in quotation marks with what a bracket says they are: '"family circles" (patronage networks)'."""
    for term in quoted(text):
        match = re.match(r"[”\"’'.,]{0,2} \((?P<inside>[^()]{6,200})\)", text[term.end :])
        plain = match["inside"].strip("\"“”‘’'") if match else ""
        if (
            match
            and term.type == "term"
            and len(plain.split()) > 1
            and not re.search(r"\d{4}|^(?:see|cf|e\.g|i\.e)", match["inside"])
        ):
            yield term, match["inside"].strip()
