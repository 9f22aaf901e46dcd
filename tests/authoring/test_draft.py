"""What is drafted from cards, kind by kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz import bank
from purges_quiz.authoring.cards import Card
from purges_quiz.authoring.draft import DraftFact, draft
from purges_quiz.authoring.draft.figures import figures, read_date, read_number
from purges_quiz.authoring.draft.names import learn, names
from purges_quiz.authoring.draft.prompts import GAP
from purges_quiz.authoring.draft.sides import sentences
from purges_quiz.authoring.draft.terms import expansion, expansions
from purges_quiz.authoring.folder import card_text
from purges_quiz.deck.loading import load


def facts(front: str, back: str, *others: tuple[str, str]) -> list[DraftFact]:
    """The facts of the first of these cards."""
    cards = [Card(front, back, 1), *(Card(one, two, at) for at, (one, two) in enumerate(others, start=2))]
    return [fact for card in draft(cards).cards if card.line == 1 for fact in card.facts]


def asked(front: str, back: str, kind: str) -> dict[str, str]:
    """The prompts of the facts of a type, by their values."""
    return {fact.value: fact.prompt for fact in facts(front, back) if fact.type == kind}


# --- Figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 1815 he fell", ["1815"]),
        ("In May 1937 and from June to July 1938", ["May 1937", "June/July 1938"]),
        ("the summer of 1936", ["summer 1936"]),
        ("from 1914 to 1918, between 1861 and 1865, 1937-38", ["1914-1918", "1861-1865", "1937-38"]),
        ("1500 men came in 1500", ["1500", "1500"]),
        ("about 140,000 people, more than 3 million, at least 12", ["around 140,000", "over 3 million", "over 12"]),
        ("for 8-10 years, between 8 and 10 weeks", ["8-10 years", "8-10 weeks"]),
        ("it has four chambers and two sides", ["4", "2"]),
        ("Order 00447, Article 231", ["00447", "231"]),
        ("On 17 June, on 9 Thermidor, Apollo 11, page 7, Category 2, 7 +/- 2, 12th, a 0 or a 1", []),
        ("CO2 and H2O at x = 5y, version 2.0.1, 10:30, 1/2, 3 × 10⁸", []),
    ],
)
def test_dates_and_numbers_are_found_by_their_form_and_as_the_deck_prints_them(text: str, found: list[str]) -> None:
    assert [find.value for find in figures(text)] == found


def test_a_number_says_what_it_counts() -> None:
    (find,) = figures("a trial of 14 other leading communists")

    assert find.units == ("communists", "leading communists")


@pytest.mark.parametrize(
    ("text", "units", "lead"),
    [
        ("it boils at 100 °C", ("°C", "degrees", "degrees Celsius"), "How many °C?"),
        ("it is 6,650 km long", ("km", "kilometres"), "How many km?"),
        ("children aged 12 and over", (), "What age?"),
        ("a prison with 21 Bolsheviks in it", (), "How many?"),
        ("the HTTP port is 80", (), "Which number?"),
    ],
)
def test_a_number_is_asked_for_by_its_unit(text: str, units: tuple[str, ...], lead: str) -> None:
    (find,) = figures(text)

    assert (find.units, find.lead) == (units, lead)


@pytest.mark.parametrize("text", ["1815", "in May 1937.", "the summer of 1936"])
def test_a_text_that_is_a_date_is_read_as_one(text: str) -> None:
    assert read_date(text)
    assert not read_number(text)
    assert not read_date(f"{text} in Paris")


# --- Names ---------------------------------------------------------------------------------------


def people_and_terms(text: str, *more: str) -> tuple[set[str], set[str]]:
    """The people and the other names of a text."""
    known = learn([text, *more])
    found = [name.text for name in names(text, known)]
    return {name for name in found if known.is_person(name)}, {name for name in found if not known.is_person(name)}


@pytest.mark.parametrize(
    ("text", "people", "others"),
    [
        ("The bridge was built by Isambard Kingdom Brunel at Bristol.", {"Isambard Kingdom Brunel"}, {"Bristol"}),
        ("In 1520 Ferdinand Magellan and Vasco da Gama sailed.", {"Ferdinand Magellan", "Vasco da Gama"}, set()),
        ("It was signed by King Henry VIII in the Tower.", {"King Henry VIII"}, {"Tower"}),
        (
            "The Treaty of Versailles angered the Germans in Berlin.",
            set(),
            {"Treaty of Versailles", "Germans", "Berlin"},
        ),
        ("The physicist Bohr, his deputy, Heisenberg, left.", {"Bohr", "Heisenberg"}, set()),
        ("It was written by Brown, Green and Grey.", {"Brown", "Green", "Grey"}, set()),
        ("Here the NATO met the European Commission.", set(), {"NATO", "European Commission"}),
        ("After that Ran the Stanford Experiment.", set(), {"Ran", "Stanford Experiment"} - {"Ran"}),
    ],
)
def test_people_are_told_from_other_names_by_what_stands_beside_them(
    text: str, people: set[str], others: set[str]
) -> None:
    found = people_and_terms(text)

    assert found[0] == people
    assert found[1] >= others


def test_a_number_belongs_to_the_name_before_it_unless_it_counts_what_follows() -> None:
    text = "He read Fahrenheit 451; the Plan lent Germany 800 million marks."

    assert [name.text for name in names(text, learn([text]))][-3:] == ["Fahrenheit 451", "Plan", "Germany"]


def test_a_word_that_only_begins_its_sentence_is_no_name_unless_it_has_a_capital_elsewhere() -> None:
    assert people_and_terms("Surveillance was everywhere.") == (set(), set())
    assert people_and_terms("Purges went on.", "There were purges.") == (set(), set())
    assert people_and_terms("Trotsky was murdered.", "They feared Trotsky.") == ({"Trotsky"}, set())


# --- Terms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("adenosine triphosphate (ATP) stores energy", ("ATP", "adenosine triphosphate")),
        ("DNA (deoxyribonucleic acid) is long", ("DNA", "deoxyribonucleic acid")),
        ("the North Atlantic Treaty Organization (NATO)", ("NATO", "North Atlantic Treaty Organization")),
    ],
)
def test_what_an_acronym_stands_for_is_found_on_either_side_of_its_bracket(text: str, found: tuple[str, str]) -> None:
    assert list(expansions(text)) == [found]


def test_what_an_acronym_stands_for_may_begin_the_back_of_its_card() -> None:
    assert expansion("RAM", "Random access memory; loses its content") == "Random access memory"
    assert expansion("RAM", "A male sheep") == ""
    assert asked("RAM", "Random access memory; it loses its content", "term")["Random access memory"] == (
        "What does RAM stand for?"
    )


def test_quotation_marks_hold_terms_and_quotations() -> None:
    back = 'The "quota" system grew in every region. He added the words “whether or not I knew” to it.'

    assert set(asked("Notes on it", back, "term")) == {"quota"}
    assert set(asked("Notes on it", back, "quote")) == {"whether or not I knew"}


def test_what_something_is_called_is_a_term() -> None:
    found = asked("Notes on it", "His seven criteria for measuring pleasure are called the hedonic calculus.", "term")

    assert found["the hedonic calculus"].startswith("What is the name? ")


@pytest.mark.parametrize(
    ("back", "value"),
    [
        (
            "The bridge failed in 1879 because the bolts had rusted badly, and it was closed.",
            "the bolts had rusted badly",
        ),
        ("The general was accused of selling secrets to the enemy; he fled.", "selling secrets to the enemy"),
        ("The allies met in 1945 in order to divide the conquered land.", "divide the conquered land"),
        ("All of the king's ships were sunk.", "sunk"),
        ("Galileo argued that the Earth moves round the Sun.", "the Earth moves round the Sun"),
    ],
)
def test_reasons_charges_aims_fates_and_claims_are_statements(back: str, value: str) -> None:
    assert value in asked("Notes on it", back, "statement")


def test_a_clause_does_not_end_within_a_number_or_a_name() -> None:
    back = "He was succeeded by Harry S. Truman. It caused a rise of 2.5 metres in the level of the sea."

    assert all(not value.endswith((" S", " 2")) for value in asked("Notes on it", back, "statement"))


# --- Sides ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "back", "kind", "value"),
    [
        ("When did the war end?", "In 1918", "date", "1918"),
        ("How many delegates came?", "1,996 delegates", "quantity", "1,996"),
        ("Who wrote Macbeth?", "William Shakespeare, in about 1606", "person", "William Shakespeare"),
        ("Who found DNA's structure?", "Watson and Crick", "people", "Watson and Crick"),
        (
            "What are the bases of DNA?",
            "adenine, thymine, cytosine and guanine",
            "list",
            "adenine, thymine, cytosine and guanine",
        ),
        ("What is the capital of France?", "Paris", "term", "Paris"),
        (
            "Why are root hairs long?",
            "To take up more water from the soil",
            "statement",
            "To take up more water from the soil",
        ),
    ],
)
def test_a_question_is_asked_as_it_stands_and_its_back_is_the_answer(
    front: str, back: str, kind: str, value: str
) -> None:
    first = facts(front, back)[0]

    assert (first.type, first.value, first.prompt) == (kind, value, front)


@pytest.mark.parametrize("front", ["When did he die?", "What did this treaty do?", "Who said it and when?"])
def test_a_question_that_needs_its_card_or_has_two_answers_is_left_out(front: str) -> None:
    assert not [fact for fact in facts(front, "In 1918") if fact.prompt.startswith(front)]


@pytest.mark.parametrize(
    ("front", "back", "prompt"),
    [
        (
            "Osmosis",
            "the diffusion of water through a membrane",
            "Which term? The diffusion of water through a membrane.",
        ),
        ("Osmosis", "Osmosis is the diffusion of water.", f"Which term? {GAP} is the diffusion of water."),
        (
            "Chloroplast",
            "Organelle that absorbs light and holds chlorophyll",
            "Which term? Organelle that absorbs light and holds [...].",
        ),
        ("Marie Curie", "Polish physicist who discovered radium", "Who? Polish physicist who discovered radium."),
    ],
)
def test_a_definition_asks_for_its_term_without_giving_it_away(front: str, back: str, prompt: str) -> None:
    assert {fact.value: fact.prompt for fact in facts(front, back)}[front] == prompt


def test_a_description_or_a_text_with_a_gap_on_the_front_asks_for_the_back() -> None:
    assert facts("The organelle in which proteins are made", "ribosome")[0].prompt == (
        "What is this? The organelle in which proteins are made."
    )
    assert facts("The battle of ____ was fought in Sussex", "Hastings")[0].value == "Hastings"


@pytest.mark.parametrize(
    ("front", "back", "kind", "prompt"),
    [
        ("Battle of Hastings", "1066", "date", f"Which year? Battle of Hastings: {GAP}."),
        ("1066", "Battle of Hastings", "date", "When was this? Battle of Hastings."),
        ("Newton's second law", "F = ma", "term", f"What is the formula or equation? Newton's second law: {GAP}."),
        ("Bases of DNA", "adenine, thymine, cytosine, guanine", "list", f"Which four? Bases of DNA: {GAP}."),
        ("Causes", "• militarism\n• alliances\n• nationalism", "list", f"Which three? Causes: {GAP}."),
        ("aqua", "water", "term", f"Which word or term? aqua: {GAP}."),
    ],
)
def test_short_backs_are_asked_for_by_their_front(front: str, back: str, kind: str, prompt: str) -> None:
    assert [(fact.type, fact.prompt) for fact in facts(front, back)] == [(kind, prompt)]


def test_two_cards_that_would_ask_the_same_are_not_asked() -> None:
    assert facts("Mitosis", "a division of the cell", ("Meiosis", "a division of the cell")) == []


# --- Prompts -------------------------------------------------------------------------------------


def test_a_sentence_that_leans_on_the_one_before_it_brings_it_along() -> None:
    prompts = asked("Second trial", "A trial of 17 communists was held. They were accused by Yezhov in 1937.", "date")

    assert prompts["1937"] == (
        f"Which year? A trial of 17 communists was held. They were accused by Yezhov in {GAP}. (Second trial)"
    )


def test_what_would_give_the_answer_away_is_hidden_in_sentence_and_title() -> None:
    back = "The purge became the Yezhovshchina, which was named after Yezhov who led the police then."

    prompt = asked("The Yezhovshchina", back, "person")["Yezhov"]
    assert "Yezhov" not in prompt
    assert "1940" not in asked("Gone by 1940", "The assassination of Trotsky took place in 1940.", "date")["1940"]


def test_the_gaps_of_a_cloze_note_are_its_facts() -> None:
    card = Card("", "Rome fell in 476 after the last emperor was deposed.", 1, gaps=("Rome", "the last emperor"))

    (drafted,) = draft([card]).cards
    assert [fact.value for fact in drafted.facts] == ["Rome", "the last emperor"]
    assert drafted.facts[0].prompt == f"Which word or term? {GAP} fell in 476 after the last emperor was deposed."


def test_sentences_end_where_they_end() -> None:
    assert sentences("Dr. Smith met J. J. Thomson at 3.5 m. It rained.\n• e.g. this\n2. second") == [
        "Dr. Smith met J. J. Thomson at 3.5 m.",
        "It rained.",
        "e.g. this",
        "second",
    ]


# --- All cards -----------------------------------------------------------------------------------


def test_the_same_cards_give_the_same_draft_and_keys_that_are_free() -> None:
    cards = [Card("Osmosis", "the diffusion of water", 1), Card("Osmosis!", "another thing, of 1815, it is", 2)]

    assert draft(cards) == draft(cards)
    assert [card.key for card in draft(cards, ["osmosis"]).cards] == ["osmosis-2", "osmosis-3"]


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=4))
def test_whatever_stands_on_cards_is_drafted_without_a_fault(sides: list[tuple[str, str]]) -> None:
    draft([Card(front, back, at) for at, (front, back) in enumerate(sides, start=1)])


TOKENS = st.sampled_from(
    [
        "The",
        "King",
        "Henry",
        "VIII",
        "of",
        "Paris",
        "was",
        "executed",
        "in",
        "1536",
        "May 1937",
        "1914-18",
        "about",
        "3",
        "million",
        "people",
        "“quota”",
        '"it is so"',
        "(ATP)",
        "because",
        "they",
        "feared",
        "him",
        ",",
        ";",
        ":",
        ".",
        "?",
        "and",
        "Bach",
        "NATO",
        "-",
        "\n• ",
        "\n",
        "12%",
        "£5",
        "=",
        "who",
        "Who",
        "____",
        "0",
        "00447",
        "8-10 years",
        "two",
        "lists",
        "a",
        "van",
        "Gogh",
        "’s",
        "'",
        "\\",
        "[red]",
        "44 BC",
        "5 May 1821",
        "the 1920s",
        "2.5",
    ]
)
SIDES = st.lists(TOKENS, max_size=14).map(" ".join)


@given(st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=5))
def test_every_draft_is_a_deck_whose_questions_can_all_be_made(sides: list[tuple[str, str]]) -> None:
    made = draft([Card(front, back, at) for at, (front, back) in enumerate(sides, start=1)])
    if not made.cards:
        return

    deck = load({f"{card.key}.toml": card_text(card).encode() for card in made.cards})

    assert len(deck.facts) == made.facts
    assert {question.fact.key for question in bank.build(deck).questions.values()} == set(deck.facts)
