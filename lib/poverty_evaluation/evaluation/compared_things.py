"""Nội dung được so sánh: what was planned, done and expected of one thing, put together from the rows that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from poverty_evaluation.evaluation.comparisons import known
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.tables.activity_cells import is_counted_elsewhere
from poverty_evaluation.evaluation.wording import comparison as wording
from poverty_evaluation.vocabulary.choices import FigureKind, Realisation
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.series import day_told, subject_of
from poverty_evaluation.vocabulary.values import IndicatorValue

#: What an activity itself amounts to, in the role that is that of its unit.
_PRIMARY = frozenset(map(str, FigureKind))


@dataclass
class ComparedThing:
    """One thing in one role: what was planned of it, and the latest of what was done and of what is expected."""

    subject: tuple[str, ...]
    plan: IndicatorValue | None = None
    actual: IndicatorValue | None = None
    expected: IndicatorValue | None = None
    rows: dict[str, Any] = field(default_factory=dict)  # the activity of each, by realisation

    @property
    def figures(self) -> Iterator[IndicatorValue]:
        yield from (value for value in (self.actual, self.expected) if value is not None)

    def day(self, realisation: Realisation) -> str:
        row = self.rows.get(realisation)
        return day_told(row) if row is not None else ""


def compared_things(context: EvaluationContext) -> dict[tuple[str, ...], ComparedThing]:
    """The figures of the activities that were done or are expected, by what they tell of; in the order received."""
    activities = {row.activity_id: row for row in rows_of(context.tables["activities"])}
    things: dict[tuple[str, ...], ComparedThing] = {}
    for row in rows_of(context.tables["activity_figures"]):
        activity, value = activities[row.activity_id], context.find("activity_figure", figure=row.figure_id)
        if value is None or activity.realisation == Realisation.PLANNED or is_counted_elsewhere(activity):
            continue
        ratio = context.find("plan_ratio", figure=row.figure_id)
        plan = context.by_id[ratio.operands[1]] if ratio is not None else None
        key = (plan.id,) if plan is not None else (*subject_of(activity), row.role)
        thing = things.setdefault(key, ComparedThing(subject_of(activity)))
        thing.plan = plan or thing.plan
        held = thing.rows.get(activity.realisation)
        if held is None or day_told(activity) >= day_told(held):
            thing.rows[activity.realisation] = activity
            if activity.realisation == Realisation.EXPECTED:
                thing.expected = value
            else:
                thing.actual = value
    return things


def is_compared(context: EvaluationContext, thing: ComparedThing) -> bool:
    """Whether it has a plan or a figure of the year before; a part is told with its whole, and what its money or its
    households are made up of in the table of its subject."""
    roles = {value.dimensions["figure"].rsplit(".", 1)[-1] for value in thing.figures}
    if any(row.part_of for row in thing.rows.values()) or not roles <= _PRIMARY:
        return False
    return thing.plan is not None or any(comparison_of(context, "same_period_ratio", value) for value in thing.figures)


def comparison_of(
    context: EvaluationContext, indicator_id: str, figure: IndicatorValue | None
) -> IndicatorValue | None:
    return None if figure is None else context.find(indicator_id, figure=figure.dimensions.get("figure", ""))


def same_period_of(context: EvaluationContext, thing: ComparedThing) -> tuple[IndicatorValue | None, bool]:
    """The ratio to the year before, and whether it is that of what is expected: what was done up to another day is not
    compared."""
    for value, is_expected in ((thing.actual, False), (thing.expected, True)):
        ratio = known(context, "same_period_ratio", value.dimensions["figure"]) if value is not None else None
        if ratio is not None:
            return ratio, is_expected
    return None, False


def name_of(context: EvaluationContext, thing: ComparedThing, others: Sequence[ComparedThing]) -> str:
    """What a thing is called: its activity, with what is told of it where several things are told of one activity."""
    label = context.label(next(iter(thing.rows.values())))
    if sum(other.subject == thing.subject for other in others) < 2:
        return label
    role = next(thing.figures).dimensions["figure"].rsplit(".", 1)[1]
    return context.say(wording.NAME_AND_ROLE, name=label, role=context.name_of_role(role).lower())
