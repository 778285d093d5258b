"""Nội dung chưa có số liệu: one sentence for what was not sent, instead of an empty heading."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.wording import sentences as wording


def no_data(context: EvaluationContext, what: str, office: str = "") -> Line:
    """No figures on something; who has not sent them is named only where it is known."""
    if office:
        return context.fill(wording.NO_DATA_FROM, what=what, office=office)
    return context.fill(wording.NO_DATA, what=what)


def no_text(context: EvaluationContext, what: str) -> Line:
    """Nothing was written on something."""
    return context.fill(wording.NO_TEXT, what=what)
