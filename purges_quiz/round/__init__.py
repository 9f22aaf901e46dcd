"""One round as a frozen value: every event gives the next value, with the time passed in."""

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.events import OutOfTurnError, answer, overrule, pause, proceed, resume, start, stop, undo
from purges_quiz.round.modes import RULES, Mode, Rules
from purges_quiz.round.posed import PosedQuestion, limit_of, pose
from purges_quiz.round.state import Phase, Round

__all__ = [
    "RULES",
    "Attempt",
    "Mode",
    "OutOfTurnError",
    "Phase",
    "PosedQuestion",
    "Round",
    "Rules",
    "answer",
    "limit_of",
    "overrule",
    "pause",
    "pose",
    "proceed",
    "resume",
    "start",
    "stop",
    "undo",
]
