"""So sánh của một số liệu: its ratio to the plan and to the same period a year before, said in a few words."""

from __future__ import annotations

from typing import Any

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined
from poverty_evaluation.evaluation.wording import comparison as wording
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.values import IndicatorValue


def compared_with(context: EvaluationContext, activity: Any) -> list[Line]:
    """What a row of the activities is of its plan and of the same period a year before; figure by figure, each named
    where there are several. Of a part of an activity, and of what a figure is made up of, nothing is said."""
    told: list[tuple[str, Line]] = []
    for row in context.figures_of(activity.activity_id):
        if activity.part_of or row.role not in tuple(FigureKind):
            continue
        if said := _said(context, activity, row.figure_id):
            told.append((row.role, joined(said, ", ")))
    if len(told) < 2:
        return [said for _, said in told]
    return [context.fill(wording.BY_ROLE, role=context.name_of_role(role).lower(), said=said) for role, said in told]


def _said(context: EvaluationContext, activity: Any, figure_id: str) -> list[Line]:
    said = []
    plan, before = (known(context, name, figure_id) for name in ("plan_ratio", "same_period_ratio"))
    if plan is not None:
        said.append(context.fill(wording.OF_PLAN[activity.realisation], ratio=context.number(plan)))
    if before is not None:
        said.append(context.fill(wording.OF_YEAR_BEFORE[activity.realisation], ratio=context.number(before)))
    return said


def known(context: EvaluationContext, indicator_id: str, figure_id: str) -> IndicatorValue | None:
    """A comparison of a figure, where there is a number."""
    found = context.find(indicator_id, figure=figure_id)
    return found if found is not None and found.value is not None else None
