"""Answers that turn round who does what to whom."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.frames import ANSWER, Frame, frames_of
from purges_quiz.grading.reading import Reading


def reversed_roles(wanted: Sequence[Frame], typed: Reading, answer: frozenset[str], *, name: bool = False) -> bool:
    """Whether an answer turns a frame round; `answer` are the roots of the right answer, which stand for `ANSWER`.

    A `name` that is asked for cannot be who does what the question says another does.
    """
    said = [frame for frame in frames_of(typed) if not frame.aside]
    return any(_turned(frame, other, answer, name=name) for frame in wanted for other in said)


def _turned(frame: Frame, other: Frame, answer: frozenset[str], *, name: bool) -> bool:
    if not (frame.root == other.root or frame.concepts & other.concepts) or other.agent & other.patient:
        return False  # "Americans bought American goods" turns nothing round
    agent, patient = _filled(frame.agent, answer), _filled(frame.patient, answer)
    if (
        name
        and other.agent & answer
        and agent
        and not other.agent & agent
        and ANSWER not in frame.agent
        and other.object_
    ):
        return True
    if not (frame.patient or frame.object_ or frame.passive):
        return False  # "segregation ended" has nobody to whom it is done
    wrong_agent = bool(other.agent & patient) and not other.agent & agent
    wrong_patient = bool(other.patient & agent) and not other.patient & patient
    if wrong_agent and wrong_patient:
        return True
    if other.agent & frame.others and other.others & agent and not other.agent & agent:
        return True  # "adults face the same as children", "nobles sold it to Henry"
    if name and ANSWER in frame.patient and other.patient and not other.patient & answer:
        return bool(answer & (other.agent | other.others))  # "Henry was hanged for what he said of Barton"
    if (
        frame.agent
        and ANSWER not in frame.agent
        and wrong_patient
        and not other.passive
        and other.subject
        and not other.agent & agent
    ):
        return True
    if ANSWER in frame.patient or not frame.agent:
        return wrong_agent and (other.passive or other.object_)
    if ANSWER in frame.agent:
        return wrong_patient and not answer & other.agent
    return wrong_agent and other.object_ and not other.passive


def acted_instead(wanted: Sequence[Frame], typed: Reading, own: frozenset[str]) -> bool:
    """Whether an answer makes those act to whom it was done: "they executed their accusers" for "they were executed".

    `own` are roots of whatever the fact speaks of, to whom it may have been done.
    """
    done_to = [frame for frame in wanted if frame.passive and not frame.agent]
    return any(
        (frame.root == other.root or frame.concepts & other.concepts)
        and not other.passive
        and other.subject
        and not other.agent
        and other.patient
        and other.patient.isdisjoint(own)
        for frame in done_to
        for other in frames_of(typed)
    )


def _filled(role: frozenset[str], answer: frozenset[str]) -> frozenset[str]:
    return role - {ANSWER} | (answer if ANSWER in role else frozenset())
