"""Số đếm của văn bản: what a document counts itself (measures, findings, received rows), as values like any other.

A count in a sentence can so be followed to the rows it counts, the same as a figure of the analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.evaluation.blocks import Number, NumberForm
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.wording import tallies as wording
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


@dataclass(frozen=True, slots=True)
class Tally:
    """Một loại số đếm: what is counted, under which id, in which unit."""

    indicator_id: str
    label: Pattern
    unit: str


LISTED = Tally("tally_listed_measures", wording.LISTED, "measure")
TOLD = Tally("tally_told_measures", wording.TOLD, "measure")
OVERLAPPING = Tally("tally_overlapping_measures", wording.OVERLAPPING, "measure")
NOT_REACHED = Tally("tally_measures_not_reaching", wording.NOT_REACHED, "measure")
WITHOUT_RESULTS = Tally("tally_measures_without_results", wording.WITHOUT_RESULTS, "measure")
WITHOUT_BASIS = Tally("tally_measures_without_basis", wording.WITHOUT_BASIS, "measure")
TOLD_BY_SEVERAL = Tally("tally_results_told_by_several", wording.TOLD_BY_SEVERAL, "result")
MONEY_WITHOUT_COUNTS = Tally("tally_measures_with_money_only", wording.MONEY_WITHOUT_COUNTS, "measure")
COUNTS_WITHOUT_MONEY = Tally("tally_measures_without_money", wording.COUNTS_WITHOUT_MONEY, "measure")
FINDINGS = Tally("tally_findings", wording.FINDINGS, "finding")
RECEIVED_ROWS = Tally("tally_received_rows", wording.RECEIVED_ROWS, "row")

#: The ids of all that a document counts; the analysis computes none of them.
TALLIES = frozenset(
    one.indicator_id
    for one in (
        LISTED, TOLD, OVERLAPPING, NOT_REACHED, WITHOUT_RESULTS, WITHOUT_BASIS, TOLD_BY_SEVERAL, MONEY_WITHOUT_COUNTS,
        COUNTS_WITHOUT_MONEY, FINDINGS, RECEIVED_ROWS,
    )
)  # fmt: skip


def tally(
    context: EvaluationContext,
    what: Tally,
    count: int,
    sources: Iterable[SourceCell] = (),
    of: Sequence[Pattern] = (),
    dimensions: Mapping[str, str] | None = None,
    form: NumberForm = NumberForm.TEXT,
) -> Number:
    """A count as a number of the document; the value behind it is kept by the context, once under its id.

    sources: the rows that are counted, where they were received. of: what the dimensions are called, for the label.
    ValueError when one id would stand for two counts.
    """
    identity = value_id(what.indicator_id, context.place_code, context.report.period, dimensions)
    value = IndicatorValue(
        id=identity,
        indicator_id=what.indicator_id,
        label_vi=": ".join([what.label.vi, *(one.vi for one in of)]),
        label_en=": ".join([what.label.en, *(one.en for one in of)]),
        value=Fraction(count),
        unit=what.unit,
        unit_vi=wording.UNITS[what.unit].vi,
        unit_en=wording.UNITS[what.unit].en,
        status=ValueStatus.COMPUTED,
        place_code=context.place_code,
        period=context.report.period,
        formula=f"count({what.unit})",
        sources=tuple(dict.fromkeys(sources)),
    )
    if context.tallies.setdefault(identity, value).value != value.value:
        raise ValueError(f"two counts under one id: {identity}")
    return context.number(value, form)


def cell_of(row: object) -> SourceCell:
    """The place of a received row as a whole."""
    file, sheet, number = (getattr(row, name, "") for name in ("file", "sheet", "row"))
    return SourceCell(str(file), str(sheet), int(number or 0), "", "")
