"""The audit: checks that walk the whole bank, so that a teacher can rely on every question it can ask."""

from purges_quiz.authoring.audit.checks import CHECKS
from purges_quiz.authoring.audit.findings import Breach, Check, Row
from purges_quiz.authoring.audit.subject import Copy, Subject

__all__ = ["CHECKS", "Breach", "Check", "Copy", "Row", "Subject"]
