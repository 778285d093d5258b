"""Biểu hộ nghèo: poor households and rates by review, the change between the two that are compared; or whatever other
indicators of its reviews an outline names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from poverty_evaluation.evaluation.blocks import Line, Table
from poverty_evaluation.evaluation.citations import citation
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import joined, line, plain
from poverty_evaluation.evaluation.tables.dress import CellRow, ColumnSpec, Dress, cell, table
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.reference import IndicatorKind
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import IndicatorValue

_DATE = ColumnSpec("date", wording.REVIEW_DATE, "center", 1.3)
#: Đầu biểu của mọi biểu rà soát: how many households there are, and how many of them are poor and near-poor.
LEVEL_COLUMNS = (
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
)  # fmt: skip
_FIGURES = (
    *LEVEL_COLUMNS,
    ColumnSpec("escaped_households", wording.ESCAPED, "right", 1.1, of_figures=True),
    ColumnSpec("relapsed_households", wording.RELAPSED, "right", 1.1, of_figures=True),
    ColumnSpec("newly_poor_households", wording.NEWLY_POOR, "right", 1.1, of_figures=True),
)  # fmt: skip
_VINTAGE = ColumnSpec("vintage", wording.VINTAGE, "center", 1.0)
_STANDARD = ColumnSpec("standard", wording.STANDARD, "center", 1.6)
_OTHER_STANDARD = ColumnSpec("standard", wording.OTHER_STANDARD, "center", 1.6)
_DECISION = ColumnSpec("decision", wording.DECISION, "left", 1.4)


def poverty_table(context: EvaluationContext) -> Table | None:
    """Poor and near-poor households, their rates and movements by review."""
    return reviews_table(context, (), context.say(wording.POVERTY), "poverty")


def reviews_table(context: EvaluationContext, indicators: Sequence[str], title: str, identity: str) -> Table | None:
    """One row per review of the reporting place, this period's and the one it is held against.

    indicators: the columns of figures, those of the poverty form where none are named.
    """
    reviews = context.reviews
    if reviews.empty:
        return None
    all_official = set(reviews["vintage"]) == {Vintage.OFFICIAL}
    figures = [_figure_column(context, one) for one in indicators] if indicators else _FIGURES
    rows = [_review_row(context, review, figures, all_official) for review in rows_of(reviews)]
    change = _change_row(context, figures)
    notes = _notes(context)
    if change is not None:
        rows.append(change)
        notes = (context.fill(wording.CHANGE_NOTE), *notes)
    source = wording.FROM_REVIEWS if context.is_of_poverty else wording.FROM_OTHER_REVIEWS
    dress = Dress(identity, title or context.say(wording.REVIEWS), source, notes=notes)
    standard = _STANDARD if context.is_of_poverty else _OTHER_STANDARD
    return table(context, dress, (_DATE, *figures, _VINTAGE, standard, _DECISION), rows)


def _figure_column(context: EvaluationContext, indicator_id: str) -> ColumnSpec:
    """The column of an indicator: under its wording of the poverty form, otherwise under its own label."""
    for column in _FIGURES:
        if column.key == indicator_id:
            return column
    one = context.reference.indicator(indicator_id)
    unit = "%" if one.unit == "ratio" else context.name_of_unit(one.unit)
    heading = plain(f"{one.label[context.language]} ({unit})")
    over = [f"{{{name}}}" for name in one.of]
    formula = f"{over[0]}/{over[1]}×100" if one.kind is IndicatorKind.RATIO else ""
    return ColumnSpec(indicator_id, heading, "right", 1.2, formula, of_figures=True)


def _review_row(context: EvaluationContext, review: Any, figures: Sequence[ColumnSpec], all_official: bool) -> CellRow:
    cells: dict[str, Line] = {one.key: cell(context, value_of_review(context, one.key, review)) for one in figures}
    cells["date"] = line(context.day(review.as_of))
    cells["standard"] = line(context.reference.standard(review.standard_id).instrument)
    cells["decision"] = line(citation(review.approved_by, context) or review.approved_by)
    cells["vintage"] = () if all_official else line(context.say(wording.VINTAGES[Vintage(review.vintage)]))
    return CellRow(cells)


def value_of_review(context: EvaluationContext, indicator_id: str, review: Any) -> IndicatorValue | None:
    """The value of a review; on the territory of today where it was added up on it; the standard is part of its id
    where the place has two standards on one date, the vintage where a later one leads."""
    restated = context.restated(indicator_id, review.as_of)
    if restated is not None:
        return restated
    vintage = {"vintage": str(review.vintage)} if context.is_replaced(review) else {}
    own = context.find(indicator_id, review.as_of, standard=review.standard_id, **vintage)
    if own is not None or review.standard_id != _leading_standard(context, review.as_of):
        return own
    return context.find(indicator_id, review.as_of, **vintage)


def _leading_standard(context: EvaluationContext, as_of: str) -> str:
    """The standard whose values on a date carry the plain id: the only one, or the report's leading one."""
    reviews = context.reviews_of_phase
    held = set(reviews[reviews["as_of"] == as_of]["standard_id"])
    return str(held.pop()) if len(held) == 1 else context.report.leading_standard


def _change_row(context: EvaluationContext, figures: Sequence[ColumnSpec]) -> CellRow | None:
    """The differences between the two reviews; none where there is only one, or the two cannot be compared."""
    changes = {one.key: change for one in figures if (change := context.change_of(one.key)) is not None}
    if any(change.status is ValueStatus.NOT_COMPARABLE for change in changes.values()):
        return None
    if all(change.value is None for change in changes.values()):
        return None
    cells: dict[str, Line] = {name: cell(context, change) for name, change in changes.items()}
    return CellRow({"date": line(context.say(wording.CHANGE)), **cells}, "total")


def _notes(context: EvaluationContext) -> tuple[Line, ...]:
    """Rates carried as published; and what the office printed that its own levels contradict."""
    notes: list[Line] = []
    rates = [value for value in context.of_indicator("poverty_ratio") if value.place_code == context.place_code]
    if any(value.status is ValueStatus.AS_PUBLISHED for value in rates):
        notes.append(context.fill(wording.AS_PUBLISHED_NOTE))
    contradicted = [_published(context, row) for row in rows_of(context.tables["published"])]
    figures = [figure for figure in contradicted if figure]
    if figures:
        notes.append(context.fill(wording.CONTRADICTED_NOTE, figures=joined(figures, "; ")))
    return tuple(notes)


def _published(context: EvaluationContext, row: Any) -> Line:
    """A published figure that a finding concerns; what an office explained is told in its own words instead."""
    value = context.find("published_value", published=row.published_id)
    if value is None or not context.findings_of(value.id) or context.is_explained(value):
        return ()
    unit = "" if value.unit in ("ratio", "pp", "vnd") else f" {context.of_two(value.unit_vi, value.unit_en)}"
    return context.fill(wording.CONTRADICTED_FIGURE, label=context.label(row), number=context.number(value), unit=unit)
