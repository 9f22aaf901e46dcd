"""The small words that the grader knows by heart."""

from __future__ import annotations

from sys import intern


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(map(intern, text.split()))


CARDINALS = {
    word: amount
    for amount, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ),
    )
} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "nought": 0,
    "naught": 0,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "ninty": 90,
    "eigth": 8,
}
ORDINALS = {
    word: place
    for place, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        start=1,
    )
}

_NEGATED_VERBS = (
    *("did", "was", "were", "is", "are", "has", "have", "had", "does", "do"),
    *("could", "would", "should", "must", "need", "ai", "wo", "ca"),
)
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    **{f"{verb}nt": (verb, "not") for verb in _NEGATED_VERBS},
    **{f"{verb}n't": (verb, "not") for verb in _NEGATED_VERBS},
    "cannot": ("can", "not"),
    "cant": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "its": ("it",),
    "im": ("i",),
    "ive": ("i",),
    "hes": ("he",),
    "thats": ("that",),
    "theyd": ("they",),
    "&": ("and",),
    "w/": ("with",),
    "w/o": ("without",),
    "b/c": ("because",),
    "y/o": ("years", "old"),
    "b4": ("before",),
    **{f"{ten.removesuffix('y')}ies": (ten, "s") for ten in CARDINALS if ten.endswith("ty")},
}

PREFIXES = frozenset({"anti", "pro", "non", "counter", "ultra", "pseudo"})
"""Written with a hyphen, a space or nothing; dropping one turns the meaning round, so they stay with their word."""

NEGATORS = word_set("not never no neither nor nothing without except excluding unlike barring unable")

AUXILIARIES = word_set("is was are were did does do has have had could would can will")

SINGULAR = word_set("he she him her himself herself")
PLURAL = word_set("they them themselves we us")
PRONOUNS = SINGULAR | PLURAL | word_set("it i you who whom which that this these those one everyone everybody nobody")
ASKING = word_set("why what how who whom which when where")

ARTICLES = frozenset({"the", "a", "an"})

HEDGES = word_set(
    "think thought guess guessing believe maybe perhaps probably possibly presumably um umm uh er erm hmm hm well ok "
    "okay sure certain certainly absolutely totally clearly definitely surely obviously basically literally actually "
    "really just sorry wait mean yes yeah yep answer please must say apparently reckon suppose idk dunno probs prob "
    "prolly defo imo like remember innit",
)
"""Words that students put around an answer; they carry nothing of it. Two answers ("1937 or 1938") are another matter,
though their slip is called `HEDGED`: `alternatives` reads those."""

FILLERS = HEDGES | word_set(
    "correct right called named name known something someone somebody anything thing things stuff sort kind "
    "type guy man men person people one ones comrade mr said card cards note notes recall know feel seem "
    "simply also too only else similar something whatever similarly etc others "
    "way around roughly approximately approx nearly almost circa exactly precisely",
)

STOP_WORDS = (
    word_set(
        "a an the this that these those it he she they we you i my me him her his hers their theirs them us our "
        "your its who whom whose which what when where why how is are was were be been being am do does did done "
        "has have had having will would shall should can could may might of in on at to from by for with into onto "
        "upon about as and or but if then than so because since while there here out up off over under not no nor "
        "never very all both each some any more most other such own same too got get been s t himself themselves "
        "itself ever even yet",
    )
    | FILLERS
)

MONTH_NAMES = word_set(
    "january february march april may june july august september october november december",
)
SHORT_MONTHS = word_set("jan feb febr mar apr jun jul aug sep sept oct nov dec")
SEASON_NAMES = word_set("spring summer autumn winter")
CLOSED = frozenset(
    {*CARDINALS, *ORDINALS, *MONTH_NAMES, *SEASON_NAMES, "and", "hundred", "thousand", "million", "billion"}
)
"""Words of which there are so few that the nearest is known from one letter wrong: "eihgt", "Juen", "adn"."""
FUNCTION_WORDS = frozenset(
    word
    for word in STOP_WORDS
    | word_set(
        "though although unless whether without instead before after because however despite during perhaps "
        "possibly otherwise alternatively either equally failing "
    )
    if len(word) > 1
)
"""Words that join others; small slips in them are put right too, since "nto" turns an answer round."""
