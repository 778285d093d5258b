"""Kiểm tra định nghĩa chỉ tiêu: what each kind of the algebra needs, refused with its place before anything is
computed; and the order in which definitions can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from poverty_evaluation.indicators.breakdowns import BREAKDOWN_DIMENSIONS, BREAKDOWNS
from poverty_evaluation.indicators.funds import FUND_COLUMNS, FUND_CONDITIONS, FUND_DIMENSIONS, FUNDS
from poverty_evaluation.indicators.inputs import INPUT_TABLES
from poverty_evaluation.indicators.managed import CHANGES
from poverty_evaluation.indicators.selection import APART, CONDITIONS
from poverty_evaluation.indicators.sums import DIMENSIONS
from poverty_evaluation.reference import (
    Between,
    IndicatorDefinition,
    IndicatorKind,
    MeasureLevel,
    MeasureSubject,
    Method,
)
from poverty_evaluation.vocabulary.choices import FigureKind, Flow, Realisation, TimeBasis
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_CHANGES, HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.tables import FieldType, TableSpec

_K = IndicatorKind
ACTIVITY_FIGURES = "activity_figures"
_OPERANDS: Mapping[IndicatorKind, int] = {
    _K.INPUT: 0,
    _K.SUM: 1,
    _K.RATIO: 2,
    _K.DIFFERENCE: 1,
    _K.RELATIVE_CHANGE: 1,
    _K.SHARE: 2,
    _K.PER_UNIT: 1,
    _K.STEP: 1,
    _K.PLAN_RATIO: 1,
    _K.COMPLETION: 1,
    _K.MANAGED: 3,
    _K.REMAINDER: 2,
    _K.BOUNDS: 2,
    _K.ANNUALISED: 1,
    _K.DECOMPOSITION: 3,
}
_CHANGES = (_K.DIFFERENCE, _K.RELATIVE_CHANGE, _K.ANNUALISED, _K.DECOMPOSITION)
#: Kinds whose operands are numbers of a review, and those that give one themselves.
_ON_REVIEWS = (_K.RATIO, _K.REMAINDER, _K.BOUNDS, *_CHANGES)
_ON_FIGURES = (_K.SUM, _K.PER_UNIT, _K.STEP, _K.PLAN_RATIO)

_CHANGE_COLUMNS = tuple(
    field.name for field in HOUSEHOLD_CHANGES.fields if field.type is FieldType.COUNT and field.name != "source_line"
)

#: What sets the values of an input table apart.
_INPUT_DIMENSIONS = {
    FUNDS: FUND_DIMENSIONS,
    BREAKDOWNS: BREAKDOWN_DIMENSIONS,
    ACTIVITY_FIGURES: ("figure",),
    "previous_activity_figures": ("figure",),
    "year_before_activity_figures": ("figure",),
    "targets": ("target",),
    "published": ("published",),
}

#: The conditions of a sum whose values are closed lists.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(FigureKind),
    "flow": tuple(Flow),
    "activity_flow": tuple(Flow),
    "realisation": tuple(Realisation),
    "time_basis": tuple(TimeBasis),
    "subject": tuple(MeasureSubject),
    "level": tuple(MeasureLevel),
}


def check_definitions(
    definitions: Sequence[IndicatorDefinition],
    unit_codes: Collection[str],
    review_table: TableSpec = HOUSEHOLD_REVIEW,
) -> None:
    """InputError naming every definition that cannot be computed, and why."""
    by_id = {definition.id: definition for definition in definitions}
    columns = tuple(
        field.name
        for field in review_table.fields
        if field.type in (FieldType.COUNT, FieldType.PERCENT) and field.name != "source_line"
    )
    problems = [problem for one in definitions for problem in _Check(one, by_id, unit_codes, columns).problems()]
    if problems:
        raise InputError(problems)


def in_order(definitions: Iterable[IndicatorDefinition]) -> list[IndicatorDefinition]:
    """Every definition after those it is computed from; a target may ask for any, so completions come last."""
    by_id = {definition.id: definition for definition in definitions}
    order = TopologicalSorter({definition.id: definition.of for definition in by_id.values()})
    return sorted((by_id[name] for name in order.static_order()), key=lambda one: one.kind is _K.COMPLETION)


def rests_on(definition: IndicatorDefinition, by_id: Mapping[str, IndicatorDefinition]) -> str:
    """The received table at the end of the first operands of a definition."""
    while definition.of:
        definition = by_id[definition.of[0]]
    return definition.table


@dataclass(frozen=True, slots=True)
class _Check:
    definition: IndicatorDefinition
    by_id: Mapping[str, IndicatorDefinition]
    unit_codes: Collection[str]
    review_columns: Collection[str]

    def problems(self) -> Iterator[InputProblem]:
        one = self.definition
        if one.kind is not _K.INPUT and self._rests_on_funds():
            yield from self._funds()
            return
        if one.kind is not _K.INPUT and rests_on(one, self.by_id) == BREAKDOWNS:
            yield from self._breakdowns()
            return
        if one.between is Between.YEAR_BEFORE and rests_on(one, self.by_id) == ACTIVITY_FIGURES:
            yield from self._known("kind", [one.kind], (_K.DIFFERENCE, _K.RATIO), "phép tính", "kind")
            yield from self._of_two_periods("year_before")
            return
        if one.kind is _K.STEP and len(one.of) > 1:
            yield from self._of_two_periods("previous")
            return
        expected = _OPERANDS[one.kind]
        if len(one.of) != expected:
            yield self._problem(
                "of", f"{expected} chỉ tiêu thành phần", f"{expected} operands", f"{len(one.of)}: {', '.join(one.of)}"
            )
            return
        if one.unit:
            yield from self._known("unit", [one.unit], self.unit_codes, "đơn vị tính", "unit")
        if one.kind is _K.INPUT:
            yield from self._input()
        elif one.kind in _ON_REVIEWS:
            yield from self._operands_come_from("household_review")
        elif one.kind is _K.MANAGED:
            yield from self._operands_come_from("household_review", one.of[:1])
            yield from self._operands_come_from(CHANGES, one.of[1:])
        elif one.kind is _K.COMPLETION:
            yield from self._operands_come_from("targets")
        elif one.kind in _ON_FIGURES:
            yield from self._operands_come_from(ACTIVITY_FIGURES)
        if one.kind is _K.RATIO and one.published_as:
            yield from self._known("published_as", [one.published_as], self.review_columns, "cột", "column")
        if one.kind is _K.SUM:
            yield from self._sum()
        if one.kind in _CHANGES:
            yield from self._change()

    def _rests_on_funds(self) -> bool:
        return rests_on(self.definition, self.by_id) == FUNDS

    def _breakdowns(self) -> Iterator[InputProblem]:
        """The share of each count of a form in the total of the same form, and what the columns of some forms count
        together; nothing else rests on them."""
        one = self.definition
        if one.kind is _K.SUM:
            if list(one.where) != ["breakdown"]:
                yield self._problem("where", "where: {breakdown: […]}", "where: {breakdown: […]}", ", ".join(one.where))
            return
        if one.kind is not _K.SHARE:
            yield self._problem("kind", f"{_K.SHARE}, {_K.SUM}", f"{_K.SHARE}, {_K.SUM}", one.kind)
        if len(set(one.of)) != 1 or len(one.of) != _OPERANDS[_K.SHARE]:
            wanted = f"of: [{one.of[0]}, {one.of[0]}]"
            yield self._problem("of", wanted, wanted, ", ".join(one.of))

    def _funds(self) -> Iterator[InputProblem]:
        """Sums of several columns of the table of funds, ratios of sums, and the difference to the year before."""
        one = self.definition
        kinds = (_K.SUM, _K.RATIO, _K.DIFFERENCE)
        if one.kind not in kinds:
            wanted = ", ".join(kinds)
            yield self._problem("kind", f"một trong: {wanted}", f"one of: {wanted}", one.kind)
            return
        if one.kind is not _K.SUM and len(one.of) != _OPERANDS[one.kind]:
            wanted = str(_OPERANDS[one.kind])
            found = f"{len(one.of)}: {', '.join(one.of)}"
            yield self._problem("of", f"{wanted} chỉ tiêu thành phần", f"{wanted} operands", found)
        for name in one.of:
            if rests_on(self.by_id[name], self.by_id) != FUNDS:
                yield self._problem("of", f"chỉ tiêu lấy từ bảng {FUNDS}", f"an indicator of the table {FUNDS}", name)
            elif one.kind is _K.SUM and self.by_id[name].kind is not _K.INPUT:
                yield self._problem("of", "số liệu đầu vào", "an input", name)
        if one.unit:
            yield from self._known("unit", [one.unit], self.unit_codes, "đơn vị tính", "unit")
        yield from self._known("less", one.less, one.of, "chỉ tiêu trong “of”", "operand of “of”")
        yield from self._known("where", one.where, FUND_CONDITIONS, "điều kiện", "condition")
        yield from self._known("by", one.by, FUND_DIMENSIONS, "phân tổ", "dimension")
        if one.kind is _K.DIFFERENCE:
            yield from self._known("between", [str(one.between)], [str(Between.YEAR_BEFORE)], "mốc so sánh", "pair")

    def _of_two_periods(self, which: str) -> Iterator[InputProblem]:
        """The figures of the activities of this period and of a neighbouring one."""
        one = self.definition
        wanted = [ACTIVITY_FIGURES, f"{which}_{ACTIVITY_FIGURES}"]
        if [self._table_of(name) for name in one.of] != wanted:
            listed = ", ".join(wanted)
            yield self._problem("of", f"chỉ tiêu lấy từ: {listed}", f"indicators of: {listed}", ", ".join(one.of))
        if one.unit:
            yield from self._known("unit", [one.unit], self.unit_codes, "đơn vị tính", "unit")

    def _input(self) -> Iterator[InputProblem]:
        one = self.definition
        yield from self._known("table", [one.table], INPUT_TABLES, "bảng", "table")
        if one.table in INPUT_TABLES:
            columns_of = {HOUSEHOLD_REVIEW.name: self.review_columns, CHANGES: _CHANGE_COLUMNS, FUNDS: FUND_COLUMNS}
            columns = columns_of.get(one.table, ("value",))
            yield from self._known("column", [one.column], columns, "cột", "column")
        told_apart = _INPUT_DIMENSIONS.get(one.table, ())
        if one.table in INPUT_TABLES and one.by != told_apart:
            wanted = f"by: [{', '.join(told_apart)}]"
            yield self._problem("by", wanted, wanted, ", ".join(one.by))

    def _operands_come_from(self, table: str, operands: Sequence[str] | None = None) -> Iterator[InputProblem]:
        for name in self.definition.of if operands is None else operands:
            if self._table_of(name) != table:
                yield self._problem(
                    "of", f"chỉ tiêu lấy từ bảng {table}", f"an indicator that rests on the table {table}", name
                )

    def _table_of(self, name: str) -> str:
        """The table an operand rests on: of an input its own, of a ratio the reviews, of anything else none."""
        operand = self.by_id[name]
        if operand.kind is _K.RATIO:
            return "household_review"
        return operand.table if operand.kind is _K.INPUT else ""

    def _sum(self) -> Iterator[InputProblem]:
        one = self.definition
        yield from self._known("where", one.where, CONDITIONS, "điều kiện", "condition")
        yield from self._known("by", one.by, [*filter(None, DIMENSIONS), *APART], "phân tổ", "dimension")
        for name, choices in _CHOICES.items():
            yield from self._known("where", one.where.get(name, ()), choices, f"giá trị của {name}", f"value of {name}")
        if len([name for name in one.by if name in DIMENSIONS]) > 1:
            yield self._problem("by", "nhiều nhất một phân tổ", "at most one dimension", ", ".join(one.by))
        if ("unit" in one.by) == bool(one.unit):
            told = f"by: [{', '.join(one.by)}], unit: {one.unit}"
            vi, en = "hoặc đơn vị tính (unit), hoặc phân tổ theo unit", "either a unit or a sum by unit"
            yield self._problem("unit", vi, en, told)

    def _change(self) -> Iterator[InputProblem]:
        one = self.definition
        choices = [str(between) for between in Between if between and between is not Between.YEAR_BEFORE]
        yield from self._known("between", [str(one.between)], choices, "hai thời điểm so sánh", "pair of reviews")
        if one.comparable_within:
            yield from self._known(
                "comparable_within", [one.comparable_within], ["standard"], "phạm vi so sánh", "scope of comparison"
            )
        if one.kind is _K.ANNUALISED:
            methods = [str(method) for method in Method if method]
            yield from self._known("method", [str(one.method)], methods, "cách tính bình quân năm", "yearly method")

    def _known(
        self, key: str, names: Iterable[str], choices: Iterable[str], what_vi: str, what_en: str
    ) -> Iterator[InputProblem]:
        known = list(choices)
        for name in names:
            if name not in known:
                hints = did_you_mean(name, known)
                yield self._problem(key, f"{what_vi} đã biết", f"a known {what_en}", name, *hints)

    def _problem(self, key: str, vi: str, en: str, found: str, hint_vi: str = "", hint_en: str = "") -> InputProblem:
        return InputProblem(
            vi,
            en,
            f"“{found}”",
            f"“{found}”",
            f"Sửa “{key}” của chỉ tiêu “{self.definition.id}”. {hint_vi}".strip(),
            f"Mend “{key}” of the indicator “{self.definition.id}”. {hint_en}".strip(),
            file="reference/indicators.yml",
            row=self.definition.line_of(key),
            column=f"indicators[{self.definition.id}].{key}",
        )
