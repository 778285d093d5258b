"""So với kế hoạch: what was done, or is expected, of what an activity was planned to do.

What was done and what is expected are told apart: each figure has a ratio of its own that says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed, quotient
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import NORMS, Realisation
from poverty_evaluation.vocabulary.series import day_told, subject_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_REALISED = {
    Realisation.ACTUAL: ("thực hiện", "actual"),
    Realisation.EXPECTED: ("ước thực hiện", "expected"),
}


def plan_ratios(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """figure / planned figure, for each figure whose activity was planned in the same role and unit."""
    (indicator,) = definition.of
    told = {(row.activity_id, row.role): row for row in context.figures}
    plans = _Plans.of(context)
    for row in context.figures:
        activity = context.activities[row.activity_id]
        plan = plans.plan_of(activity)
        planned = told.get((plan.activity_id, row.role)) if plan is not None else None
        if planned is None or row.kind in NORMS or _unit(planned, context) != _unit(row, context):
            continue
        figure, asked = (known[figure_value_id(indicator, one.figure_id, context)] for one in (row, planned))
        value, status = quotient(figure, asked)
        said_vi, said_en = _REALISED[Realisation(activity.realisation)]
        yield computed(
            definition,
            context,
            value,
            (figure, asked),
            f"{row.figure_id} / {planned.figure_id}",
            as_of=day_told(activity),
            dimensions={"figure": row.figure_id},
            status=status,
            label=(
                f"{definition.label['vi']} ({said_vi}): {figure.label_vi}",
                f"{definition.label['en']} ({said_en}): {figure.label_en}",
            ),
            falling=(asked,),
        )


@dataclass(frozen=True, slots=True)
class _Plans:
    """The planned rows by id and by what they are of."""

    by_id: Mapping[str, Any]
    by_subject: Mapping[tuple[str, ...], list[Any]]

    @classmethod
    def of(cls, context: PeriodTables) -> _Plans:
        by_id = {name: one for name, one in context.activities.items() if one.realisation == Realisation.PLANNED}
        by_subject: dict[tuple[str, ...], list[Any]] = {}
        for one in by_id.values():
            by_subject.setdefault(subject_of(one), []).append(one)
        return cls(by_id, by_subject)

    def plan_of(self, activity: Any) -> Any | None:
        """The planned row of an activity: the one it names, otherwise the only one of the same thing, or of these the
        only one of the same year."""
        if activity.realisation == Realisation.PLANNED:
            return None
        if activity.of_plan:
            return self.by_id.get(activity.of_plan)
        planned = self.by_subject.get(subject_of(activity), [])
        if len(planned) > 1:
            planned = [one for one in planned if day_told(one)[:4] == day_told(activity)[:4]]
        return planned[0] if len(planned) == 1 else None


def _unit(row: Any, context: PeriodTables) -> str:
    return context.reference.units[row.unit].unit_code
