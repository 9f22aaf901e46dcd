"""Answers that have the right words of a statement in a wrong relation, kind by kind, on facts of no deck."""

from __future__ import annotations

import pytest
from judging import question_on

from purges_quiz.deck.model import Card, Deck, Fact, Idea, Statement, Target
from purges_quiz.grading import Grader
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement, Verdict
from purges_quiz.language import general_language

FACTS = {
    "alliance": (
        "Why did Athens leave the alliance?",
        "Sparta had betrayed it",
        ("Sparta betrayed it",),
        "Athens left the alliance, because Sparta had betrayed it.",
    ),
    "threat": (
        "What did the general threaten?",
        "to burn the town if the hostages were harmed",
        ("burn the town", "if the hostages were harmed"),
        "The general threatened to burn the town if the hostages were harmed.",
    ),
    "capital": (
        "What happened to the court in 1712?",
        "it moved from Moscow to Petersburg",
        ("moved to Petersburg",),
        "In 1712 the court moved from Moscow to Petersburg.",
    ),
    "infantry": (
        "What did the battle of Crécy show?",
        "archers were better than knights",
        ("archers were better than knights",),
        "The battle of Crécy showed that archers were better than knights.",
    ),
    "guilds": (
        "Why did the weavers riot in 1779?",
        "they were afraid that machines would take their work",
        ("afraid of losing work",),
        "The weavers rioted in 1779, because they were afraid that machines would take their work.",
    ),
    "tariff": (
        "What did the duty of 1815 do?",
        "it made foreign corn dearer, so that farmers sold more English grain",
        ("foreign corn dearer", "farmers sold more grain"),
        "The duty of 1815 made foreign corn dearer, so that farmers sold more English grain.",
    ),
    "abbots": (
        "Why did the barons attack the abbots?",
        "the abbots had refused to pay the tax",
        ("refused to pay the tax",),
        "The barons attacked the abbots, because the abbots had refused to pay the tax.",
    ),
    "bishops": (
        "How did the law of 1650 change the position of bishops?",
        "they were elected by the citizens and paid by the duke",
        ("elected by the citizens", "paid by the duke"),
        "After the law of 1650 bishops were elected by the citizens and paid by the duke.",
    ),
    "mob": (
        "For what purpose did the mob storm the mill?",
        "to get flour",
        ("flour",),
        "The mob stormed the mill to get flour.",
    ),
    "mill": (
        "How was the quarrel over the mill to be settled?",
        "the millers themselves would decide",
        ("millers decide",),
        "Under the charter the millers themselves would decide.",
    ),
    "levy": (
        "Why did the levy make the poor men of the port angry?",
        "rich men could buy their way out",
        ("rich could buy their way out",),
        "The levy made the poor men of the port angry, because rich men could buy their way out.",
    ),
    "census": (
        "What does a queen bee do?",
        "she tells the hive how to make one new queen",
        ("how to make a queen",),
        "A queen bee tells the hive how to make one new queen.",
    ),
    "cities": (
        "Why did the war of 300 break out?",
        "Tarent refused corn to its allies",
        ("allies refused corn",),
        "The war broke out because Tarent refused corn to its allies.",
    ),
    "clause": (
        "What did the diet of 1512 find?",
        "the duke had no right to tax the salt of the abbey",
        ("tax the salt",),
        "The diet of 1512 found that the duke had no right to tax the salt of the abbey.",
    ),
    "fiefs": (
        "What change did the king make to the fiefs?",
        "he took them away from the abbots and gave them to the barons",
        ("given to the barons", "taken from the abbots"),
        "The king took the fiefs away from the abbots and gave them to the barons.",
    ),
    "guard": (
        "What danger came from the new guard?",
        "it was more loyal to its captain than to the town",
        ("loyal to the captain",),
        "The new guard was more loyal to its captain than to the town.",
    ),
    "forge": (
        "What did the smiths do with the ore?",
        "they turned ore and coal into iron and slag",
        ("ore and coal", "into iron"),
        "The smiths turned ore and coal into iron and slag.",
    ),
    "league": (
        "For what purpose was the league founded?",
        "to keep the ports under Venice's control",
        ("control of the ports",),
        "The league was founded to keep the ports under Venice's control.",
    ),
    "loan": (
        "How did the treaty help the duke?",
        "he did not have to pay for the horses until after the war",
        ("pay later",),
        "By the treaty the duke did not have to pay for the horses until after the war.",
    ),
}


@pytest.fixture(scope="module")
def grader() -> Grader:
    facts = []
    for key, (prompt, value, said, sentence) in FACTS.items():
        ideas = tuple(Idea(text, (text,)) for text in said)
        target = Target("", Statement(value, ideas), "what is asked", (prompt,))
        facts.append(Fact(f"made/{key}", "made", "statement", sentence, value, (target,)))
    card = Card("made", "Made up", tuple(fact.sentence for fact in facts), tuple(facts))
    return Grader(Deck("Made up", (card,), {}), general_language())


def judge(grader: Grader, key: str, text: str) -> Verdict:
    fact = grader.deck.facts[f"made/{key}"]
    return grader.grade(question_on(fact, fact.targets[0]), text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("alliance", "because Sparta betrayed it"),
        ("alliance", "it had been betrayed by Sparta"),
        ("alliance", "the Spartans betrayed Athens"),
        ("threat", "if the hostages were harmed he would burn the town"),
        ("capital", "the court moved to Petersburg"),
        ("infantry", "that archers were better than knights"),
        ("guilds", "they were afraid of losing their work"),
        ("tariff", "foreign corn got dearer and so farmers sold more grain"),
        ("abbots", "they had refused to pay the tax"),
        ("bishops", "the duke paid them and the citizens elected them"),
        ("bishops", "elected by the citizens, paid by the duke"),
        ("mob", "they wanted to get the flour"),
        ("loan", "he only had to pay after the war"),
        ("mill", "the millers decided it"),
        ("clause", "that the duke must not tax the salt"),
        ("levy", "because rich men could buy their way out"),
        ("census", "it shows how to make a queen"),
        ("fiefs", "given to the barons, taken from the abbots"),
        ("guard", "they were loyal to their captain and not to the town"),
        ("forge", "iron and slag were made from ore and coal"),
        ("league", "so that Venice had control over the ports"),
    ],
)
def test_the_roles_of_the_fact_are_right_in_every_voice(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).right


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("alliance", "Athens had betrayed Sparta"),
        ("alliance", "Sparta had been betrayed by it"),
        ("threat", "to harm the hostages if the town was burned"),
        ("capital", "it moved from Petersburg to Moscow"),
        ("infantry", "knights were better than archers"),
        ("tariff", "it made English corn dearer, so that farmers sold more foreign grain"),
        ("abbots", "the barons had refused to pay the tax"),
        ("fiefs", "he took them away from the barons and gave them to the abbots"),
        ("guard", "it was more loyal to the town than to its captain"),
        ("forge", "they turned iron and slag into ore and coal"),
        ("forge", "they turned ore and slag into iron and coal"),
        ("league", "to give the ports control over Venice"),
    ],
)
def test_roles_that_have_changed_places_are_told_as_such(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).slip is Slip.REVERSED


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("alliance", "Corinth had betrayed it"),
        ("guilds", "he was afraid of losing his work"),
        ("infantry", "archers were not better than knights"),
        ("abbots", "the abbots had not refused to pay the tax"),
        ("capital", "the monks moved to Petersburg"),
        ("bishops", "they were elected by the pope and paid by the duke"),
        ("mob", "to destroy the flour"),
        ("loan", "he had to pay for the horses at once"),
        ("clause", "the duke had every right to tax the salt"),
        ("mill", "the council would decide for the millers"),
        ("levy", "poor men could buy their way out"),
        ("census", "she is made by a queen"),
        ("cities", "the allies refused to accept its corn"),
        ("guard", "loyal to its captain than to the town or to the town than to its captain"),
    ],
)
def test_another_doer_or_a_not_far_from_the_words_is_wrong(grader: Grader, key: str, text: str) -> None:
    assert not judge(grader, key, text).right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the barons sat on them", Judgement.PARTIAL),
        ("the abbots lost control of them", Judgement.PARTIAL),
        ("the abbots should pray for them", Judgement.PARTIAL),
        ("the harvest failed", Judgement.WRONG),
    ],
)
def test_one_of_several_statements_is_half_right_by_itself(grader: Grader, text: str, expected: Judgement) -> None:
    assert judge(grader, "fiefs", text).judgement is expected
