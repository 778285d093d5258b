"""Biểu phụ lục: how each indicator is computed, and which received tables the report rests on."""

from __future__ import annotations

import pandas as pd

from poverty_evaluation.evaluation.blocks import Number, NumberForm, Paragraph, Table
from poverty_evaluation.evaluation.citations import lower_first
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.dress import POSITION, CellRow, ColumnSpec, Dress, place_in_list, table
from poverty_evaluation.evaluation.tallies import RECEIVED_ROWS, cell_of, tally
from poverty_evaluation.evaluation.wording import funds as fund_wording
from poverty_evaluation.evaluation.wording import method as method_wording
from poverty_evaluation.evaluation.wording import tables as wording
from poverty_evaluation.reference import IndicatorDefinition, IndicatorKind, Method
from poverty_evaluation.vocabulary.choices import StyleProfile

_METHOD_COLUMNS = (
    POSITION,
    ColumnSpec("indicator", wording.INDICATOR),
    ColumnSpec("computation", wording.COMPUTATION),
)
_NAMES_OF_ANOTHER_FIELD = {**wording.TABLE_NAMES, "household_review": wording.OTHER_REVIEWS}
_SOURCE_COLUMNS = (
    POSITION,
    ColumnSpec("table", wording.SOURCE_TABLE),
    ColumnSpec("file", wording.SOURCE_FILE),
    ColumnSpec("rows", wording.SOURCE_ROWS, "right"),
)

_CIRCULAR, _DECREE = "01/2011/TT-BNV", "30/2020/NĐ-CP"


def method_paragraphs(context: EvaluationContext) -> list[Paragraph]:
    """How figures are read, computed and compared; what is said of money only where the report has any."""
    rates = [method_wording.RATES] if context.is_of_poverty else []
    said = [method_wording.READING, *rates, method_wording.ROUNDING]
    if len(context.tables["activities"]):
        said.append(method_wording.MONEY)
    if len(context.funds):
        said.append(fund_wording.METHOD)
    said.append(method_wording.CONTRADICTIONS)
    paragraphs = [Paragraph(context.fill(pattern)) for pattern in said]
    if context.report.style_profile is StyleProfile.CIRCULAR_01:
        paragraphs.append(Paragraph(context.fill(method_wording.CIRCULAR, circular=_CIRCULAR, decree=_DECREE)))
    return paragraphs


def method_table(context: EvaluationContext) -> Table | None:
    """Each computed indicator that the report holds, with its computation."""
    rows: list[CellRow] = []
    for definition in context.reference.indicators:
        formula = _formula(context, definition)
        if definition.kind is IndicatorKind.INPUT or not formula:
            continue
        cells = {
            "position": place_in_list(len(rows) + 1),
            "indicator": line(definition.label[context.language]),
            "computation": line(formula),
        }
        rows.append(CellRow(cells))
    if not rows:
        return None
    dress = Dress("method", context.say(wording.METHOD), wording.FROM_DEFINITIONS, is_numbered=False)
    return table(context, dress, _METHOD_COLUMNS, rows)


def _formula(context: EvaluationContext, definition: IndicatorDefinition) -> str:
    """The description of an indicator, otherwise its source; where that was not written in the language, what its kind
    says. Nothing for an indicator of which the report holds no value."""
    has_suffixes = definition.kind in (IndicatorKind.BOUNDS, IndicatorKind.DECOMPOSITION)
    held = any(
        value.indicator_id == definition.id or (has_suffixes and value.indicator_id.startswith(f"{definition.id}_"))
        for value in context.values
        if value.value is not None
    )
    if not held:
        return ""
    if definition.description is not None and definition.description[context.language]:
        return definition.description[context.language]
    if context.language == "vi" and definition.source:
        return definition.source
    operands = [lower_first(context.reference.indicator(one).label[context.language]) for one in definition.of]
    is_compound = definition.method is Method.COMPOUND
    pattern = method_wording.COMPOUND if is_compound else method_wording.KINDS[definition.kind]
    names = {"first": operands[:1], "second": operands[1:2]}
    return context.say(pattern, **{slot: "".join(names[slot]) for slot in pattern.slots(context.language)})


def sources_table(context: EvaluationContext) -> Table | None:
    """The received tables, their files and the number of their rows."""
    rows: list[CellRow] = []
    listed: set[tuple[str, ...]] = set()
    names = wording.TABLE_NAMES if context.is_of_poverty else _NAMES_OF_ANOTHER_FIELD
    for name, label in names.items():
        frame = context.tables.get(name)
        if frame is None or frame.empty:
            continue
        received = (_received_as(name), *dict.fromkeys(frame["file"]))
        if received in listed:
            continue  # the period before is the same period a year before, or the start of the phase
        listed.add(received)
        cells = {
            "position": place_in_list(len(rows) + 1),
            "table": line(context.say(label)),
            "file": line(", ".join(received[1:])),
            "rows": (_rows_received(context, name, label, frame),),
        }
        rows.append(CellRow(cells))
    if not rows:
        return None
    dress = Dress("sources", context.say(wording.SOURCES), wording.FROM_FOLDER, is_numbered=False)
    return table(context, dress, _SOURCE_COLUMNS, rows)


def _rows_received(context: EvaluationContext, name: str, label: Pattern, frame: pd.DataFrame) -> Number:
    """How many rows a table has, with its first and its last one in each file."""
    ends = [held.iloc[place] for _, held in frame.groupby("file", sort=False) for place in (0, -1)]
    cells = [cell_of(row) for row in ends]
    return tally(context, RECEIVED_ROWS, len(frame), cells, [label], {"table": name}, NumberForm.CELL)


def _received_as(name: str) -> str:
    """The name that a table of a neighbouring period has in its own folder."""
    for which in ("previous_", "year_before_", "start_"):
        name = name.removeprefix(which)
    return name
