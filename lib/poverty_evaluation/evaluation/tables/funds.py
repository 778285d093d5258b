"""Biểu kế hoạch và giải ngân vốn: the total first, then components and their sub-projects; wide by source of money."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.evaluation.blocks import Line, Number, NumberForm, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.funds import CutOff, cut_offs, expected_cut_off, fund_years
from poverty_evaluation.evaluation.patterns import Pattern, line
from poverty_evaluation.evaluation.tables.dress import (
    MILLION,
    POSITION,
    ROMAN,
    CellRow,
    ColumnSpec,
    Dress,
    cell,
    table,
)
from poverty_evaluation.evaluation.wording import funds as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import Component
from poverty_evaluation.vocabulary.choices import FundKind, FundSource, ValueStatus
from poverty_evaluation.vocabulary.funds import FUND_KIND_NAMES, FUND_SOURCE_NAMES
from poverty_evaluation.vocabulary.values import IndicatorValue

_NAMES = (POSITION, ColumnSpec("component", wording.COMPONENT, "left", 1.8))
#: How many sources of money, the total among them, stand side by side on a page.
_SOURCES_OF_A_PAGE = 4
_WIDE_NAMES = (POSITION, ColumnSpec("component", wording.COMPONENT, "left", 3.5))
#: The columns of the short table, with the indicators that fill them.
_INDICATORS = {
    "planned": "planned_vnd", "carried": "carried_over_vnd", "allocated": "allocated_vnd",
    "disbursed": "disbursed_vnd", "ratio": "disbursement_ratio",
}  # fmt: skip
_WITH_CARRIED, _WITHOUT_CARRIED = "{disbursed}/({planned}+{carried})×100", "{disbursed}/{planned}×100"


@dataclass(frozen=True, slots=True)
class _Source:
    """A group of columns: a source, of one kind of money where the central budget tells its kinds; nothing for all."""

    source: str = ""
    kind: str = ""

    @property
    def key(self) -> str:
        return "_".join(filter(None, (self.source or "all", self.kind)))

    @property
    def dimensions(self) -> dict[str, str]:
        return {name: code for name, code in (("source", self.source), ("kind", self.kind)) if code}

    def name(self) -> tuple[str, str]:
        if not self.source:
            return wording.TOTAL.vi, wording.TOTAL.en
        vi, en = FUND_SOURCE_NAMES[self.source]
        if self.kind:
            vi, en = f"{vi} {FUND_KIND_NAMES[self.kind][0]}", f"{en}, {FUND_KIND_NAMES[self.kind][1]}"
        return vi[:1].upper() + vi[1:], en[:1].upper() + en[1:]


@dataclass(frozen=True, slots=True)
class _Year:
    """The money of a year as the tables show it: its latest cut-off, and what is expected beyond that."""

    done: CutOff
    expected: CutOff | None


def fund_disbursement_table(context: EvaluationContext) -> Table | None:
    """Plan, money carried over, allocated and disbursed, and the rate; each year at its latest cut-off."""
    years = _years(context)
    if not years:
        return None
    rows = _rows(context, years, _full_name, lambda year, codes: _amounts(context, year, codes))
    has_carried = any(year.done.known("carried_over_vnd") for year in years)
    columns = (
        *_NAMES,
        ColumnSpec("planned", wording.PLANNED, "right", 1.1, of_figures=True),
        ColumnSpec("carried", wording.CARRIED, "right", 1.0, of_figures=True),
        ColumnSpec("allocated", wording.ALLOCATED, "right", 1.1, of_figures=True),
        ColumnSpec("disbursed", wording.DISBURSED_SO_FAR, "right", 1.1, of_figures=True),
        ColumnSpec(
            "ratio", wording.DISBURSEMENT_RATIO, "right", 1.5, _WITH_CARRIED if has_carried else _WITHOUT_CARRIED,
            of_figures=True,
        ),
    )  # fmt: skip
    return _dressed(context, "fund_disbursement", _title(context, years), columns, rows, (wording.RATIO_NOTE,))


def fund_disbursement_by_source_tables(context: EvaluationContext) -> list[Table]:
    """The same by source of money, with what is expected beside it; nothing where that would tell no more. A page holds
    a few sources: more of them go on in further tables."""
    years = _years(context)
    sources = _sources(context)
    has_expected = any(year.expected for year in years)
    if not years or (len(sources) < 2 and not has_expected):
        return []
    groups = [_Source(), *(sources if len(sources) > 1 else [])]
    count = -(-len(groups) // _SOURCES_OF_A_PAGE)
    size = -(-len(groups) // count)
    pages = [groups[start : start + size] for start in range(0, len(groups), size)]
    return [_page(context, years, page, number, len(pages)) for number, page in enumerate(pages, 1)]


def _page(context: EvaluationContext, years: Sequence[_Year], groups: Sequence[_Source], number: int, of: int) -> Table:
    """The table of some of the sources."""
    rows = _rows(context, years, _short_name, lambda year, codes: _by_source(context, year, groups, codes))
    has_expected = any(year.expected for year in years)
    columns = [*_WIDE_NAMES, *(column for group in groups for column in _columns_of(group, has_expected))]
    title = context.say(wording.TITLE_BY_SOURCE, title=_title(context, years))
    if of > 1:
        title = context.say(wording.TITLE_OF_PAGE, title=title, number=str(number), of=str(of))
    expected = [
        context.fill(wording.EXPECTED_NOTE, year=year.done.year, date=context.day(year.expected.as_of))
        for year in years
        if year.expected is not None
    ]
    notes = (wording.RATIO_NOTE, wording.PLAN_NOTE)
    identity = "fund_disbursement_by_source" + (f"_{number}" if of > 1 else "")
    return _dressed(context, identity, title, columns, rows, notes, expected if number == 1 else ())


def _years(context: EvaluationContext) -> list[_Year]:
    found = []
    for year in fund_years(context):
        done, expected = cut_offs(context, year), expected_cut_off(context, year)
        if done:
            found.append(_Year(done[-1], expected))
    return found


def _sources(context: EvaluationContext) -> list[_Source]:
    """The sources that values tell of, in their order; the central budget by kind where all of it tells one."""
    told = {
        (value.dimensions.get("source", ""), value.dimensions.get("kind", ""))
        for indicator in ("available_vnd", "disbursed_vnd")
        for value in context.of_indicator(indicator)
    }
    found: list[_Source] = []
    for source in FundSource:
        kinds = [str(kind) for kind in FundKind if (source, kind) in told]
        if source is FundSource.NSTW and kinds and not _has_unsplit(context):
            found += [_Source(str(source), kind) for kind in kinds]
        elif (source, "") in told:
            found.append(_Source(str(source)))
    return found


def _has_unsplit(context: EvaluationContext) -> bool:
    """Whether some money of the central budget was sent without its kind."""
    rows = context.funds
    return bool(((rows["source"] == FundSource.NSTW) & (rows["kind"] == "")).any())


# --- rows ---------------------------------------------------------------------------------------------------------

Cells = Callable[[_Year, Mapping[str, str]], dict[str, Line]]
Name = Callable[[EvaluationContext, Component], str]


def _rows(context: EvaluationContext, years: Sequence[_Year], name_of: Name, cells_of: Cells) -> list[CellRow]:
    """For each year the total and the components; a year has a heading where there are several."""
    rows: list[CellRow] = []
    for year in years:
        if len(years) > 1:
            heading = context.say(wording.YEAR, year=year.done.year, date=context.day(year.done.as_of))
            rows.append(CellRow({"component": line(heading, bold=True)}, "group"))
        total = {"component": line(context.say(wording.TOTAL), bold=True)}
        rows.append(CellRow({**total, **cells_of(year, {})}, "total"))
        rows += _component_rows(context, year, name_of, cells_of)
    return rows


def _component_rows(context: EvaluationContext, year: _Year, name_of: Name, cells_of: Cells) -> Iterator[CellRow]:
    number = 0
    for component in context.reference.programme(context.report.programme_id).components:
        if not _is_told(year, component.code):
            continue
        number += 1
        name = line(name_of(context, component), bold=True)
        own = {"position": line(ROMAN[number], bold=True), "component": name}
        yield CellRow({**own, **cells_of(year, {"component": component.code})})
        parts = [part.code for part in component.sub_projects if _is_told(year, part.code)]
        for place, code in enumerate(parts, 1):
            own = {"position": line(str(place)), "component": line(context.name(code))}
            yield CellRow({**own, **cells_of(year, {"component": code})}, "part")


def _full_name(context: EvaluationContext, component: Component) -> str:
    return context.name(component.code)


def _short_name(context: EvaluationContext, component: Component) -> str:
    """As officers write it, where columns are many; the full name stands in the table of the chapter."""
    return context.of_two(component.short_vi, component.short_en) or context.name(component.code)


def _is_told(year: _Year, code: str) -> bool:
    found = [year.done.find(name, component=code) for name in _INDICATORS.values()]
    return any(value is not None for value in found)


def _amounts(context: EvaluationContext, year: _Year, codes: Mapping[str, str]) -> dict[str, Line]:
    return {key: _cell(context, year.done.find(name, **codes)) for key, name in _INDICATORS.items()}


def _cell(context: EvaluationContext, value: IndicatorValue | None) -> Line:
    """A sum with the findings on the received amounts in it."""
    if value is None:
        return cell(context, None)
    number = context.number(value, NumberForm.CELL, MILLION)
    return (replace(number, finding_ids=tuple(dict.fromkeys(_findings(context, value)))),)


def _findings(context: EvaluationContext, value: IndicatorValue) -> Iterator[str]:
    yield from context.findings_of(value.id)
    for operand in value.operands:
        yield from _findings(context, context.by_id[operand])


def _by_source(
    context: EvaluationContext, year: _Year, groups: Sequence[_Source], codes: Mapping[str, str]
) -> dict[str, Line]:
    """The cells of every source; a source from which a component has no money stays empty."""
    cells: dict[str, Line] = {}
    for group in groups:
        for key, indicator, cut_off in (
            ("available", "available_vnd", year.done),
            ("disbursed", "disbursed_vnd", year.done),
            ("ratio", "disbursement_ratio", year.done),
            ("expected", "disbursed_vnd", year.expected),
            ("expected_ratio", "disbursement_ratio", year.expected),
        ):
            value = cut_off.find(indicator, **codes, **group.dimensions) if cut_off is not None else None
            if value is not None:
                cells[f"{group.key}_{key}"] = _cell(context, value)
    return cells


# --- dress --------------------------------------------------------------------------------------------------------


def _columns_of(group: _Source, has_expected: bool) -> Iterator[ColumnSpec]:
    """Plan, disbursed and rate of a source; the expected amount and its rate for the total only."""
    wanted = [("available", wording.AVAILABLE_OF), ("disbursed", wording.DISBURSED_OF), ("ratio", wording.RATIO_OF)]
    if has_expected and not group.source:
        wanted += [("expected", wording.EXPECTED_OF), ("expected_ratio", wording.EXPECTED_RATIO_OF)]
    source = Pattern(*group.name())
    formula = f"{{{group.key}_disbursed}}/{{{group.key}_available}}×100"
    for key, heading in wanted:
        own = formula if key == "ratio" else ""
        yield ColumnSpec(f"{group.key}_{key}", heading, "right", 1.2 if own else 1.0, own, of_figures=True, span=source)


def _title(context: EvaluationContext, years: Sequence[_Year]) -> str:
    if len(years) > 1:
        return context.say(wording.TITLE_OF_YEARS)
    (only,) = years
    return context.say(wording.TITLE, year=only.done.year, date=context.day(only.done.as_of))


def _dressed(
    context: EvaluationContext,
    identity: str,
    title: str,
    columns: Sequence[ColumnSpec],
    rows: Sequence[CellRow],
    notes: Sequence[Pattern],
    more: Sequence[Line] = (),
) -> Table:
    told = (*(context.fill(note) for note in notes), *more)
    if any(_is_not_applicable(one) for row in rows for one in row.cells.values()):
        told = (*told, context.fill(wording.NOT_APPLICABLE_NOTE))
    dress = Dress(identity, title, table_wording.FROM_OFFICES, table_wording.MILLION, told)
    return table(context, dress, _filled(columns, rows), rows)


def _filled(columns: Sequence[ColumnSpec], rows: Sequence[CellRow]) -> Sequence[ColumnSpec]:
    """Without the columns of figures that hold only marks; all of them where no figure is known at all."""
    known = {
        key
        for row in rows
        for key, content in row.cells.items()
        if any(isinstance(part, Number) and part.value is not None for part in content)
    }
    return [column for column in columns if column.key in known or not (known and column.of_figures)]


def _is_not_applicable(content: Line) -> bool:
    return any(isinstance(part, Number) and part.status is ValueStatus.NOT_APPLICABLE for part in content)
