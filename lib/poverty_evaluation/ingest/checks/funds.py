"""Kiểm tra vốn: what was disbursed and allocated against the money there is, one cut-off against the next, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import amount
from poverty_evaluation.ingest.checks.figures import Figure, fraction, make_finding, weaker
from poverty_evaluation.ingest.positions import Pair
from poverty_evaluation.relations import AtMost, State, Stated, UnitCost
from poverty_evaluation.vocabulary.choices import FigureKind, Qualifier, Realisation, ValueStatus, weakest
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.funds import FUND_KIND_NAMES, FUND_SOURCE_NAMES
from poverty_evaluation.vocabulary.period_tables import FUND_DISBURSEMENT
from poverty_evaluation.vocabulary.quantities import split_unit, write_date
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.tables import FieldType
from poverty_evaluation.vocabulary.values import value_id

_AMOUNTS = tuple(item.name for item in FUND_DISBURSEMENT.fields if item.type is FieldType.MONEY)
#: What makes up the money there is; a cancelled amount is taken off.
_AVAILABLE = ("assigned", "added", "adjusted", "carried_over")
_DISBURSED = ("disbursed", "disbursed_carried_over")
_WRONG = (State.CONTRADICTION, State.LIKELY)


@dataclass(frozen=True, slots=True)
class FundRow:
    """One row with its amounts by column; component: what its component is called, in Vietnamese and English."""

    row: Any
    figures: Mapping[str, Figure]
    component: Pair

    @property
    def series(self) -> tuple[str, str, str]:
        return self.row.component_code, self.row.source, self.row.kind

    def told(self, *columns: str) -> list[Figure]:
        return [figure for name in columns if (figure := self.figures[name]).value is not None]


def fund_rows(frame: pd.DataFrame, place_code: str, components: Mapping[str, Pair]) -> list[FundRow]:
    """The rows of the table of funds, in the order received; components: the names of the programme's, by code."""
    return [
        FundRow(
            row,
            {name: _figure(row, name, place_code) for name in _AMOUNTS},
            components.get(row.component_code, (row.component_code, row.component_code)),
        )
        for row in rows_of(frame)
    ]


def fund_figures(rows: Sequence[FundRow]) -> list[Figure]:
    """Every amount that was sent."""
    return [one for row in rows for one in row.figures.values() if one.status is not ValueStatus.MISSING]


def check_funds(rows: Sequence[FundRow]) -> list[Finding]:
    """Findings on the money of a programme."""
    findings: list[Finding] = []
    for row in rows:
        findings += [*_beyond_money(row), *_beyond_carried_over(row), *_cancelled(row)]
    return [*findings, *_falling(rows), *_sub_projects(rows), *_units(rows)]


def _figure(row: Any, column: str, place_code: str) -> Figure:
    dimensions = {"component": row.component_code, "source": row.source, "year": row.year}
    if row.kind:
        dimensions["kind"] = row.kind
    if row.realisation == Realisation.EXPECTED:
        dimensions["realisation"] = row.realisation
    identity = value_id(f"fund_{column}", place_code, row.as_of, dimensions)
    field = FUND_DISBURSEMENT.field(column)
    source = source_from_json(getattr(row, f"{column}_source"))
    return Figure(
        value_id=identity,
        key=identity,
        value=fraction(getattr(row, column)),
        half_step=Fraction(0),
        qualifier=Qualifier(getattr(row, f"{column}_qualifier")),
        status=ValueStatus(getattr(row, f"{column}_status")),
        as_printed=getattr(row, f"{column}_as_printed"),
        unit=row.unit,
        unit_name=split_unit(row.unit)[1],
        unit_code="vnd",
        source=source,
        label_vi=field.label_vi,
        label_en=field.label_en,
        kind=FigureKind.MONEY,
    )


# --- within a row -------------------------------------------------------------------------------------------------


def _beyond_money(row: FundRow) -> Iterator[Finding]:
    """Neither what was disbursed nor what was allocated may exceed the plan with the money carried over."""
    there_is = [*row.told(*_AVAILABLE), *row.told("cancelled")]
    for columns, vi, en in ((_DISBURSED, "giải ngân", "disbursed"), (("allocated",), "phân bổ", "allocated")):
        spent = row.told(*columns)
        if not spent or not row.told("assigned", "carried_over"):
            continue
        money = _total(there_is, "available", row.told("cancelled"))
        used = _total(spent, "used")
        if AtMost(used, money).check().state not in _WRONG:
            continue
        much, most = amount(used.value, spent[0]), amount(money.value, spent[0])
        yield make_finding(
            FindingKind.SUM,
            [*spent, *there_is],
            (
                f"{_name_vi(row)}: {vi} {much}, vượt kế hoạch giao và vốn kéo dài ({most}). Đề nghị đơn vị kiểm tra, "
                "xác nhận.",
                f"{_name_en(row)}: {amount(used.value, spent[0], 'en')} {en}, more than the plan and the money carried "
                f"over ({amount(money.value, spent[0], 'en')}).",
            ),
            spent[0].as_printed,
            f"{much} > {most}",
        )


def _beyond_carried_over(row: FundRow) -> Iterator[Finding]:
    part, whole = row.figures["disbursed_carried_over"], row.figures["carried_over"]
    if AtMost(part.stated(), whole.stated()).check().state not in _WRONG or part.value is None or whole.value is None:
        return
    yield _exceeds(row, part, whole, ("giải ngân vốn kéo dài", "vốn kéo dài"), ("disbursed", "carried over"))


def _cancelled(row: FundRow) -> Iterator[Finding]:
    """No more can be cancelled than was assigned."""
    cancelled, assigned = row.figures["cancelled"], row.told("assigned", "added", "adjusted")
    if not assigned or cancelled.value is None:
        return
    if AtMost(cancelled.stated(), _total(assigned, "assigned")).check().state in _WRONG:
        yield _exceeds(row, cancelled, assigned[0], ("số hủy", "số đã giao"), ("cancelled", "assigned"))


def _exceeds(row: FundRow, part: Figure, whole: Figure, vi: tuple[str, str], en: tuple[str, str]) -> Finding:
    (much, much_en), (most, most_en) = (
        [amount(one.value or Fraction(0), one, language) for language in ("vi", "en")] for one in (part, whole)
    )
    return make_finding(
        FindingKind.SUM,
        [part, whole],
        (
            f"{_name_vi(row)}: {vi[0]} {much} lớn hơn {vi[1]} ({most}). Đề nghị đơn vị kiểm tra, xác nhận.",
            f"{_name_en(row)}: {much_en} {en[0]}, more than was {en[1]} ({most_en}).",
        ),
        part.as_printed,
        f"{much} > {most}",
    )


# --- between rows -------------------------------------------------------------------------------------------------


def _falling(rows: Sequence[FundRow]) -> Iterator[Finding]:
    """A cumulative amount below an earlier one of the same year."""
    done = sorted((row for row in rows if row.row.realisation == Realisation.ACTUAL), key=lambda row: row.row.as_of)
    for column in _DISBURSED:
        last: dict[tuple[str, ...], FundRow] = {}
        for row in done:
            if not row.told(column):
                continue
            before = last.get((*row.series, row.row.year))
            if before is not None:
                yield from _below(row, before, column)
            last[(*row.series, row.row.year)] = row


def _below(row: FundRow, before: FundRow, column: str) -> Iterator[Finding]:
    later, earlier = row.figures[column], before.figures[column]
    if AtMost(earlier.stated(), later.stated(), FindingKind.IDENTITY).check().state not in _WRONG:
        return
    (much, much_en), (more, more_en) = (
        [amount(one.value or Fraction(0), one, language) for language in ("vi", "en")] for one in (later, earlier)
    )
    yield make_finding(
        FindingKind.IDENTITY,
        [later, earlier],
        (
            f"{_name_vi(row)}: {later.label_vi.lower()} lũy kế đến {_day(row, 'vi')} ({much}, dòng {later.source.row}) "
            f"nhỏ hơn lũy kế đến {_day(before, 'vi')} ({more}, dòng {earlier.source.row}). Đề nghị đơn vị kiểm tra, "
            "xác nhận.",
            f"{_name_en(row)}: {later.label_en.lower()} up to {_day(row, 'en')} ({much_en}, row {later.source.row}) is "
            f"below that up to {_day(before, 'en')} ({more_en}, row {earlier.source.row}).",
        ),
        later.as_printed,
        f"{much} < {more}",
    )


def _sub_projects(rows: Sequence[FundRow]) -> Iterator[Finding]:
    """The sub-projects of a component that has a row of its own may not exceed it."""
    for whole in rows:
        prefix = f"{whole.row.component_code}-"
        parts = [
            one
            for one in rows
            if one.row.component_code.startswith(prefix) and _beside(one) == _beside(whole)
        ]  # fmt: skip
        for column in _AMOUNTS:
            stated, told = whole.figures[column], [figure for part in parts for figure in part.told(column)]
            if stated.value is None or not told:
                continue
            total = _total(told, "parts")
            if AtMost(total, stated.stated()).check().state not in _WRONG:
                continue
            much, most = amount(total.value, stated), amount(stated.value, stated)
            yield make_finding(
                FindingKind.SUM,
                [stated, *told],
                (
                    f"{_name_vi(whole)}: các tiểu dự án cộng lại {much}, vượt số của dự án ({most}).",
                    f"{_name_en(whole)}: the sub-projects add up to {amount(total.value, stated, 'en')}, more than the "
                    f"component ({amount(stated.value, stated, 'en')}).",
                ),
                stated.as_printed,
                f"{much} > {most}",
            )


def _beside(row: FundRow) -> tuple[str, ...]:
    return row.row.source, row.row.kind, row.row.year, row.row.as_of, row.row.realisation


def _units(rows: Sequence[FundRow]) -> Iterator[Finding]:
    """An amount a thousand times its siblings: the same money at other dates and in other years; a warning where only
    the other rows of its own year can be compared and it is the larger one."""
    one = Stated("one", Fraction(1))
    for row in rows:
        for column in _AMOUNTS:
            figure = row.figures[column]
            if not figure.value or figure.value < 0:
                continue
            others = [other for other in rows if other is not row and other.figures[column].value]
            own = _values([other for other in others if other.series == row.series], column)
            year = _values([other for other in others if other.row.year == row.row.year], column)
            usual = own or year
            verdict = UnitCost(figure.stated(), one, tuple(usual)).check()
            if verdict.state is not State.CONTRADICTION or verdict.reading is None:
                continue
            if not own and (len(year) < 2 or figure.value < max(year)):
                continue
            finding = _slip(row, figure, verdict.reading, usual)
            yield finding if own else weaker(finding)


def _values(rows: Sequence[FundRow], column: str) -> list[Fraction]:
    return [value for row in rows if (value := row.figures[column].value) is not None and value > 0]


def _slip(row: FundRow, figure: Figure, reading: Fraction, usual: Sequence[Fraction]) -> Finding:
    stated, mended = amount(figure.value or Fraction(0), figure), amount(reading, figure)
    span, span_en = (
        " … ".join(dict.fromkeys(amount(end, figure, language) for end in (min(usual), max(usual))))
        for language in ("vi", "en")
    )
    return make_finding(
        FindingKind.UNIT,
        [figure],
        (
            f"{_name_vi(row)}: “{figure.quote}” ({figure.label_vi.lower()}) gấp hoặc kém khoảng một nghìn lần các dòng "
            f"cùng loại ({span}): sai đơn vị tính? Nếu là {mended} thì phù hợp. Đề nghị đơn vị xác nhận.",
            f"{_name_en(row)}: “{figure.quote}” ({figure.label_en.lower()}) is about a thousand times off its sister "
            f"rows ({span_en}): a wrong unit? {amount(reading, figure, 'en')} would fit. To be confirmed.",
        ),
        figure.as_printed,
        f"{stated}; {span} → {mended}",
    )


# --- words and sums -----------------------------------------------------------------------------------------------


def _total(figures: Sequence[Figure], key: str, taken_off: Sequence[Figure] = ()) -> Stated:
    amounts = [(one, one.value) for one in figures if one.value is not None]
    value = sum((-much if one in taken_off else much for one, much in amounts), Fraction(0))
    printed = " + ".join(one.quote for one in figures)
    return Stated(key, value, qualifier=weakest([one.qualifier for one in figures]), as_printed=printed)


def _name_vi(row: FundRow) -> str:
    return _name(row, 0, "năm ")


def _name_en(row: FundRow) -> str:
    return _name(row, 1, "")


def _name(row: FundRow, language: int, year: str) -> str:
    """Which money a row tells of, in one of the two languages."""
    _, source, kind = row.series
    parts = [row.component[language], FUND_SOURCE_NAMES[source][language]]
    if kind:
        parts.append(FUND_KIND_NAMES[kind][language])
    return ", ".join([*parts, f"{year}{row.row.year}"])


def _day(row: FundRow, language: str) -> str:
    return write_date(date.fromisoformat(row.row.as_of), language)
