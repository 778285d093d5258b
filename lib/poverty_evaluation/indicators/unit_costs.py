"""Kinh phí bình quân: the money of an activity divided by the figure that its row names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_evaluation.indicators.inputs import figure_value_id
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.propagation import computed, quotient
from poverty_evaluation.reference import IndicatorDefinition
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.values import IndicatorValue


def unit_costs(
    definition: IndicatorDefinition, context: PeriodTables, known: Mapping[str, IndicatorValue]
) -> Iterator[IndicatorValue]:
    """One value per activity that has both money and the figure its `per_role` names."""
    (indicator,) = definition.of
    by_role = {(row.activity_id, row.role): row for row in context.figures}
    for activity in context.activities.values():
        money = by_role.get((activity.activity_id, str(FigureKind.MONEY)))
        base = by_role.get((activity.activity_id, activity.per_role))
        if money is None or base is None:
            continue
        amount, count = (known[figure_value_id(indicator, row.figure_id, context)] for row in (money, base))
        value, status = quotient(amount, count)
        label_en = activity.label_en or activity.label_vi
        yield computed(
            definition,
            context,
            value,
            (amount, count),
            f"{money.figure_id} / {base.figure_id}",
            dimensions={"activity": activity.activity_id},
            status=status,
            unit_names=(f"đồng/{count.unit_vi}", f"VND per {count.unit_en}"),
            label=(f"{definition.label['vi']}: {activity.label_vi}", f"{definition.label['en']}: {label_en}"),
            falling=(count,),
        )
