"""What a sentence says beyond names and numbers: why, of what somebody is accused, what befell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, vocabulary

_END = (
    r"(?=[.;:!?]|, (?:and|but|which|who|although|while|whereas|so|though|where)\b| (?:and after|and even though"
    r"|even though|and (?:he|she|they|it|this|these)|although|while|whereas|but)\b|$)"
)
"""Where a clause ends."""
_PATTERNS = (
    (re.compile(rf"\bbecause (?!of\b)(?P<it>[^.;]+?){_END}"), "Why?"),
    (re.compile(rf"\bbecause of (?P<it>[^.;,]+?){_END}"), "Because of what?"),
    (
        re.compile(
            rf"\b(?:accused [^.;,]{{0,40}}?of|convicted of|charged with|guilty of|blamed for|responsible for"
            rf"|famous for|(?:best )?known for|punished for|criticised for) (?P<it>[^.;,“\"]+?){_END}"
        ),
        "What?",
    ),
    (re.compile(rf"\b(?:in order to|so as to) (?P<it>[^.;]+?){_END}"), "To do what?"),
    (re.compile(rf"\bplot to (?P<it>[^.;]+?){_END}"), "To do what?"),
    (
        re.compile(
            rf"\b(?:claimed|argued|believed|stated|declared|feared|announced|concluded|proposed|showed|proved|saying"
            rf"|say|says|said|states|argues|shows|suggests|discovered|found) that (?P<it>[^.;]+?){_END}"
        ),
        "What?",
    ),
    (
        re.compile(
            rf"\b(?:claimed|argued|believed|thought|said) (?P<it>(?:the|an?|all|his|her|it|he|she|they) "
            rf"[^.;,]*?\b(?:is|are|was|were|had|would|could|should) [^.;]+?){_END}"
        ),
        "What?",
    ),
    (
        re.compile(
            rf"\b(?:threaten(?:ed|ing)|wanted|tried|attempted|planned|decided|hoped|aimed|refused|promised|agreed|forced"
            rf"|encouraged?|expected|designed|able) to (?P<it>[a-z][^.;]+?){_END}"
        ),
        "To do what?",
    ),
    (
        re.compile(
            rf"\b(?:is|are|was|were) (?P<it>the (?:first|last|only|most \w+|(?!west|east|rest)\w+est) [^.;,]+?){_END}"
        ),
        "What?",
    ),
    (
        re.compile(
            rf"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )"
            rf"\b(?:led to|leads to|resulted in|results in|caused|causes|allowed|allows|enables|enabled|prevents"
            rf"|prevented|gave|meant) (?P<it>(?!up\b|in\b|that\b)[^.;,]+?){_END}"
        ),
        "What?",
    ),
    (
        re.compile(
            rf"\b(?:was|were|is|are) used (?!for the (?:first|last|only) time)(?P<it>(?:as|for|to) [^.;,]+?){_END}"
        ),
        "How or for what?",
    ),
)
_BEFALL = re.compile(
    r"\b(?:was|were|is|are)(?: \w+ly)? (?P<it>(?P<verb>[a-z]+)\b[^.;:,]*?)(?=[.;]|$)",
)
_FEWEST, _MOST = 2, 18
"""Words of a clause that is asked for."""


def clauses(text: str) -> Iterator[Find]:
    """Statements in a sentence, none within another."""
    taken: list[tuple[int, int]] = []
    for pattern, lead in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("it")
            if _breaks_off(text, end):
                continue
            if _asked(match["it"]) and all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                yield Find(start, end, "statement", match["it"].strip(), lead)
    for match in _BEFALL.finditer(text):
        start, end = match.span("it")
        if _breaks_off(text, end):
            continue
        if _befalls(match["verb"], match["it"]) and all(end <= a or b <= start for a, b in taken):
            yield Find(start, end, "statement", match["it"].strip(), "What happened?")
            return


def _breaks_off(text: str, end: int) -> bool:
    """Whether a clause ends at a full stop that is none: that of a decimal or an initial, "Harry S. Truman"."""
    return re.match(r"\.\d", text[end:]) is not None or (
        text[end : end + 1] == "." and re.search(r"\b[A-Z]$", text[:end]) is not None
    )


def _asked(text: str) -> bool:
    """Whether a clause says enough, and says it without the sentence before it."""
    words = text.split()
    content = [word for word in words if word.lower() not in SMALL]
    return (
        _FEWEST <= len(words) <= _MOST
        and len(content) >= _FEWEST
        and text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and words[-1].lower() not in SMALL
        and not (words[0].lower() in PRONOUNS and len(content) < _FEWEST + 1)
    )


def _befalls(verb: str, text: str) -> bool:
    """Whether a participle and what follows it say what befell the subject."""
    lists = vocabulary()
    participle = (verb.endswith("ed") and len(verb) > 4) or verb in lists.irregular or verb in lists.suffered
    words = text.split()
    if (verb in lists.weak and words[1:2] == ["by"]) or verb in {"called", "named", "termed", "nicknamed"}:
        return False
    if (
        not participle
        or len(words) > _MOST - 6
        or words[-1].lower() in SMALL - {"everywhere", "away", "down", "up", "out", "off"}
    ):
        return False
    beside = re.sub(r"[“\"‘].*?[”\"’]", "", text).split()
    if len(beside) < len(words) and sum(word.lower() not in SMALL for word in beside) <= _FEWEST:
        return False  # the words in quotation marks are asked for themselves
    if re.search(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b", text) or text.count(
        "”"
    ) != text.count("“"):
        return False
    content = [word for word in words[1:] if word.lower() not in SMALL]
    return (
        verb in lists.suffered | lists.fates if len(words) == 1 else verb not in lists.weak or len(content) >= _FEWEST
    )
