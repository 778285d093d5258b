"""Biểu hộ nghèo: poor households and rates by review, the change between the two that are compared."""

from __future__ import annotations

from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line
from poverty_evaluation.evaluation.tables.dress import CellRow, ColumnSpec, Dress, cell, table
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.values import IndicatorValue

_COLUMNS = (
    ColumnSpec("date", wording.REVIEW_DATE, "center", 1.3),
    ColumnSpec("total_households", wording.TOTAL_HOUSEHOLDS, "right", 1.2, of_figures=True),
    ColumnSpec("poor_households", wording.POOR_HOUSEHOLDS, "right", 1.1, of_figures=True),
    ColumnSpec(
        "poverty_ratio", wording.POVERTY_RATIO, "right", 1.3, "{poor_households}/{total_households}×100",
        of_figures=True,
    ),
    ColumnSpec("near_poor_households", wording.NEAR_POOR_HOUSEHOLDS, "right", 1.2, of_figures=True),
    ColumnSpec(
        "near_poverty_ratio", wording.NEAR_POVERTY_RATIO, "right", 1.3, "{near_poor_households}/{total_households}×100",
        of_figures=True,
    ),
    ColumnSpec("escaped_households", wording.ESCAPED, "right", 1.1, of_figures=True),
    ColumnSpec("relapsed_households", wording.RELAPSED, "right", 1.1, of_figures=True),
    ColumnSpec("newly_poor_households", wording.NEWLY_POOR, "right", 1.1, of_figures=True),
    ColumnSpec("vintage", wording.VINTAGE, "center", 1.0),
    ColumnSpec("standard", wording.STANDARD, "center", 1.6),
    ColumnSpec("decision", wording.DECISION, "left", 1.4),
)  # fmt: skip


def poverty_table(context: EvaluationContext) -> Table | None:
    """One row per review of the reporting place, this period's and the one it is held against."""
    reviews = context.reviews
    if reviews.empty:
        return None
    all_official = set(reviews["vintage"]) == {Vintage.OFFICIAL}
    rows = [_review_row(context, review, all_official) for review in reviews.itertuples(index=False)]
    change = _change_row(context)
    notes = _notes(context)
    if change is not None:
        rows.append(change)
        notes = (context.fill(wording.CHANGE_NOTE), *notes)
    dress = Dress("poverty", context.say(wording.POVERTY), wording.FROM_REVIEWS, notes=notes)
    return table(context, dress, _COLUMNS, rows)


def _review_row(context: EvaluationContext, review: Any, all_official: bool) -> CellRow:
    figures = [column.key for column in _COLUMNS if column.of_figures]
    cells: dict[str, Line] = {name: cell(context, _value(context, name, review)) for name in figures}
    cells["date"] = line(context.day(review.as_of))
    cells["standard"] = line(context.reference.standard(review.standard_id).instrument)
    cells["decision"] = line(citation(review.approved_by, context) or review.approved_by)
    cells["vintage"] = () if all_official else line(context.say(wording.VINTAGES[Vintage(review.vintage)]))
    return CellRow(cells)


def _value(context: EvaluationContext, indicator_id: str, review: Any) -> IndicatorValue | None:
    """The value of a review; on the territory of today where it was added up on it; the standard is part of its id
    where the place has two standards on one date."""
    restated = context.restated(indicator_id, review.as_of)
    if restated is not None:
        return restated
    own = context.find(indicator_id, review.as_of, standard=review.standard_id)
    if own is not None or review.standard_id != _leading_standard(context, review.as_of):
        return own
    return context.find(indicator_id, review.as_of)


def _leading_standard(context: EvaluationContext, as_of: str) -> str:
    """The standard whose values on a date carry the plain id: the only one, or the report's leading one."""
    held = set(context.reviews[context.reviews["as_of"] == as_of]["standard_id"])
    return str(held.pop()) if len(held) == 1 else context.report.leading_standard


def _change_row(context: EvaluationContext) -> CellRow | None:
    """The difference between the two reviews; none where there is only one, or the two cannot be compared."""
    change, points = context.find("poor_households_change"), context.find("poverty_ratio_change_pp")
    if change is None or change.value is None:
        return None
    cells = {
        "date": line(context.say(wording.CHANGE)),
        "poor_households": cell(context, change),
        "poverty_ratio": cell(context, points) if points is not None else (),
    }
    return CellRow(cells, "total")


def _notes(context: EvaluationContext) -> tuple[Line, ...]:
    """Rates carried as published; and what the office printed that its own levels contradict."""
    notes: list[Line] = []
    rates = [value for value in context.of_indicator("poverty_ratio") if value.place_code == context.place_code]
    if any(value.status is ValueStatus.AS_PUBLISHED for value in rates):
        notes.append(context.fill(wording.AS_PUBLISHED_NOTE))
    contradicted = [_published(context, row) for row in context.tables["published"].itertuples(index=False)]
    figures = [figure for figure in contradicted if figure]
    if figures:
        notes.append(context.fill(wording.CONTRADICTED_NOTE, figures=joined(figures, "; ")))
    return tuple(notes)


def _published(context: EvaluationContext, row: Any) -> Line:
    """A published figure that a finding concerns."""
    value = context.find("published_value", published=row.published_id)
    if value is None or not context.findings_of(value.id):
        return ()
    unit = "" if value.unit in ("ratio", "pp", "vnd") else f" {context.of_two(value.unit_vi, value.unit_en)}"
    return context.fill(wording.CONTRADICTED_FIGURE, label=context.label(row), number=context.number(value), unit=unit)
