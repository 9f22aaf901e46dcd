from __future__ import annotations

import pytest
from judging import judge, marked, question_on, targets

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Idea, Statement, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading.patterns import pattern_of
from purges_quiz.grading.verdict import Judgement
from purges_quiz.grading.words import words
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

OUTCOME = "first-show-trial/outcome"


def spans(phrase: str, text: str) -> list[tuple[int, ...]]:
    return pattern_of(phrase).spans(words(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("execut*", "they were EXECUTED"),
        ("put to death", "they put him to death"),
        ("root* out", "rooting all enemies out"),
        ("arrest*|seiz* opponents", "seizing the opponents"),
        ("not|n't active enough", "he wasnt very active enough"),
        ("anti stalin*", "anti-Stalinist"),
        ("8-10", ["eight to ten years", "8 - 10"][1]),
        ("8 10", "eight to ten years"),
        ("organis*", "an organization"),
        ("labor", "forced labour"),
        ("confession", "false confessions"),
        ("co-defendants", "his co-defendants"),
    ],
)
def test_a_phrase_of_the_first_edition_is_found(phrase: str, text: str) -> None:
    assert spans(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("root* out", "rooted in the long hard past and out"),
        ("put to death", "death put to him"),
        ("shot", "short"),
        ("not active enough", "too active"),
    ],
)
def test_a_phrase_of_the_first_edition_is_not_found(phrase: str, text: str) -> None:
    assert spans(phrase, text) == []


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="is no phrase"):
        pattern_of("* |")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they were convicted and shot", "correct"),
        ("all 16 got found guilty n executed", "correct"),
        ("guilty, then the death penalty", "correct"),
        ("they were found guilty and exectued", "correct spelling"),
        ("they got executed", "partial incomplete"),
        ("found guilty and sent to the gulag", "wrong"),
        ("they were acquitted", "wrong opposite"),
        ("they were found guilty but not executed", "wrong negated"),
        ("not that they were found guilty and executed", "wrong negated"),
        ("found guilty and executed is wrong", "wrong"),
        ("not acquitted but convicted and shot", "correct"),
        ("convicted and shot or else sent to camps", "wrong hedged"),
        ("convicted and shot or hanged", "correct"),
        ("13 were sentenced to death", "wrong other-fact"),
        ("the first executions of people from the Party's Central Committee", "wrong"),
        ("they emigrated", "wrong"),
    ],
)
def test_a_statement_is_judged_by_its_ideas(text: str, expected: str) -> None:
    judged = marked(OUTCOME, text)
    assert judged == expected or (expected == "wrong" and judged.startswith("wrong"))


def test_what_was_left_out_is_named() -> None:
    verdict = judge(OUTCOME, "they were shot")
    assert verdict.missing == ("that they were found guilty",)
    assert "you left out that they were found guilty" in message(verdict)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("first-show-trial/removal-reason", "he wasnt active enough in finding the conspirators", "correct"),
        ("first-show-trial/removal-reason", "too active in uncovering the conspiracy", "wrong opposite"),
        ("first-show-trial/significance", "no one from the central committee had been executed before", "correct"),
        ("army-purge/treatment", "beaten and tortured and forced to sign confessions that werent true", "correct"),
        ("army-purge/treatment", "not arrested, tortured and made to sign false confessions", "wrong negated"),
        ("second-show-trial/accusation", "plotting with Zinoviev", "wrong other"),
        ("impact/congress-vote", "negatively towards Molotov and in favour of Kirov", "wrong other"),
        ("yezhov-fall/danger", "make the state and industry stronger", "wrong opposite"),
        ("third-show-trial/last-plea", "not to be shot", "correct"),
        ("third-show-trial/qualified-confession", "wether or not i knew", "correct spelling"),
        ("third-show-trial/qualified-confession", "not whether or not I knew", "wrong negated"),
        ("denunciations/phrase", "inspecting & checking up by punching people in the face", "correct"),
        ("denunciations/phrase", "inspecting and checking up by punching people in the faec", "correct"),
        ("denunciations/phrase", "punching people in the face", "partial incomplete"),
        ("denunciations/phrase", "trust but verify", "wrong"),
    ],
)
def test_statements_and_quotations_of_every_sort(key: str, text: str, expected: str) -> None:
    judged = marked(key, text)
    assert judged == expected or judged.startswith(f"{expected} ")


def test_the_missing_end_of_a_quotation_is_enough_where_the_prompt_shows_its_beginning() -> None:
    fact = shipped_deck.deck().facts["denunciations/phrase"]
    asked = Question(
        id="denunciations/phrase:free-text:cloze",
        kind=Kind.FREE_TEXT,
        fact=fact,
        facts=(fact.key,),
        prompt='In your notes, complete Stalin\'s phrase: "inspecting and checking up by ..."',
        answer=fact.targets[0].value.shown,
        accepted=(),
        target=fact.targets[0],
    )
    assert grader().grade(asked, "punching people in the face").judgement is Judgement.CORRECT


def test_the_words_of_the_question_are_no_answer() -> None:
    for fact, target in targets():
        for variant, prompt in enumerate(target.prompts):
            verdict = grader().grade(question_on(fact, target, variant), prompt)
            assert verdict.judgement is Judgement.WRONG, prompt


def test_a_pasted_card_is_no_answer(full: bool) -> None:  # noqa: FBT001
    """Each card pasted for its own facts and for every fifth of the others; with --full for all."""
    for card in shipped_deck.deck().cards:
        asked = [each for at, each in enumerate(targets()) if full or each[0].card == card.key or at % 5 == 0]
        for fact, target in asked:
            assert str(grader().grade(question_on(fact, target), " ".join(card.sentences)).slip) == "pasted"


def test_distractors_and_known_wrong_answers_are_refused_and_options_accepted() -> None:
    for fact, target in targets():
        asked = question_on(fact, target)
        texts = [it.text for it in target.distractors] + [it.text for it in target.known_wrong]
        for text in filter(None, texts):
            assert grader().grade(asked, text).judgement is not Judgement.CORRECT, (fact.key, text)
        if isinstance(target.value, Statement) and target.value.option:
            assert grader().grade(asked, target.value.option).judgement is Judgement.CORRECT, fact.key


def test_ideas_need_no_deck_of_their_own() -> None:
    fact = shipped_deck.deck().facts[OUTCOME]
    value = Statement("the harvest failed", (Idea("that it failed", ("fail*", "bad harvest")),), ("good harvest",))
    target = Target("", value, "what came of it", ("How did the harvest of 1932 turn out?",))
    asked = question_on(fact, target)
    assert grader().grade(asked, "it failed").judgement is Judgement.CORRECT
    assert grader().grade(asked, "a good harvest").judgement is Judgement.WRONG


def test_quotation_marks_within_quotation_marks_are_single() -> None:
    assert (
        message(judge("army-purge/reputation", "winter sports"))
        == "The answer is \u201c\u2018heroes\u2019 of the Civil War\u201d."
    )
