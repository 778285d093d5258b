"""Biểu mẫu quy định: the statistical forms that a superior prescribes, cell for cell, each for the standards it is for.

A form is data: its heads as a tree, the row of column numbers with its printed formulas, and for each column the
indicator that fills it. Which forms belong to a report is decided by its leading standard.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from poverty_evaluation.reference.breakdowns import Breakdown
from poverty_evaluation.reference.indicator_definitions import IndicatorDefinition
from poverty_evaluation.reference.places import PlaceLevel
from poverty_evaluation.reference.reading import Record

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
#: What turns a share into per cent in a printed formula; no column of that number is meant.
_PER_CENT = "×100"
#: Excel refuses longer names of sheets, and these characters in them.
_SHEET_NAME, _NOT_IN_A_NAME = 31, "[]:*?/\\"


#: What fills a column, and what does where that was not sent.
_FILLS = ("fill", "or")


class FormRows(StrEnum):
    """Các dòng của biểu: what a row stands for."""

    PLACES = "places"  # khu vực, xã phường, tổng cộng
    COMPONENTS = "components"  # dự án, tiểu dự án của chương trình


class FormMoment(StrEnum):
    """Thời điểm của một cột: the review that the form tells of, or the one with which its year opened."""

    CLOSING = "closing"
    OPENING = "opening"


class FormText(StrEnum):
    """Cột chữ của biểu: what such a column says of its row."""

    NOTHING = ""
    FUND_SOURCE = "fund_source"  # nguồn vốn
    FUND_KIND = "fund_kind"  # loại vốn


@dataclass(frozen=True, slots=True)
class FormFill:
    """Số liệu của một cột: the indicators that may fill it, the first that has a value, with its dimensions."""

    of: tuple[str, ...]
    dimensions: Mapping[str, str]
    at: FormMoment = FormMoment.CLOSING


@dataclass(frozen=True, slots=True)
class FormColumn:
    """Một cột, hoặc một đầu cột chung của các cột dưới nó.

    number, formula: what the row of column numbers prints, "9" and "1-2+5"; empty where the source shows none. fills:
    the first that has a value; none for figures that nobody collects: the column is prescribed and stays blank.
    is_background: a figure that stands in several forms and is alone no reason to send one.
    """

    heading: str
    columns: tuple[FormColumn, ...] = ()
    number: str = ""
    formula: str = ""
    fills: tuple[FormFill, ...] = ()
    text: FormText = FormText.NOTHING
    is_background: bool = False

    @property
    def leaves(self) -> tuple[FormColumn, ...]:
        """The columns themselves, without the heads over them."""
        return tuple(leaf for column in self.columns for leaf in column.leaves) if self.columns else (self,)

    @property
    def printed_number(self) -> str:
        return f"{self.number}={self.formula}" if self.formula else self.number


@dataclass(frozen=True, slots=True)
class PrescribedForm:
    """Một biểu mẫu. lines: the rows of each place ("Hộ", "Nhân khẩu"); the first is the one that columns fill.
    place: the heading of the places by the level of the reporting one. standards: empty for those of any."""

    id: str
    circular: str
    corner: str
    sheet: str
    title: str
    unit: str
    standards: tuple[str, ...]
    rows: FormRows
    position: str
    place: Mapping[str, str]
    lines: tuple[str, ...]
    lines_heading: str
    columns: tuple[FormColumn, ...]
    notes: tuple[str, ...]
    source: str
    verified: bool

    @property
    def leaves(self) -> tuple[FormColumn, ...]:
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    def is_for(self, standard_id: str) -> bool:
        return not self.standards or standard_id in self.standards

    def heading_of_places(self, level: PlaceLevel) -> str:
        """The heading over the places that make up one of this level; that of the first level where none is told."""
        return self.place.get(str(level)) or next(iter(self.place.values()), "")


def formula_terms(formula: str) -> tuple[str, ...]:
    """The numbers of the columns that a printed formula names."""
    return tuple(_NUMBER.findall(formula.replace(_PER_CENT, "")))


def form_from(record: Record) -> PrescribedForm:
    """One entry of a file of forms/."""
    form = PrescribedForm(
        id=record.text("id", required=True),
        circular=record.text("circular"),
        corner=record.text("corner", required=True),
        sheet=record.text("sheet", required=True),
        title=record.text("title", required=True),
        unit=record.text("unit"),
        standards=record.texts("standards"),
        rows=record.choice("rows", FormRows),
        position=record.text("position", required=True),
        place=MappingProxyType(_places_from(record)),
        lines=record.texts("lines"),
        lines_heading=record.text("lines_heading"),
        columns=_columns_from(record),
        notes=record.texts("notes"),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
    )
    record.close()
    if not form.columns:
        record.refuse(
            "columns",
            ("ít nhất một cột", "one column at least"),
            ("không có cột nào", "none"),
            ("Điền các cột của biểu.", "Fill in the columns of the form."),
        )
    return form


def _places_from(record: Record) -> dict[str, str]:
    inner = record.record("place")
    if inner is None:
        return {}
    found = {}
    for level in inner.values:
        found[level] = inner.text(level, required=True)
        inner.check_code(
            level, level, list(map(str, PlaceLevel)), "các cấp đơn vị", "the levels of places", "places.csv"
        )
    return found


def _columns_from(record: Record) -> tuple[FormColumn, ...]:
    return tuple(_column_from(one) for one in record.records("columns", "heading"))


def _column_from(record: Record) -> FormColumn:
    """A column, or a head over others; a head bears neither number nor figures of its own."""
    columns = _columns_from(record)
    column = FormColumn(
        heading=record.text("heading", required=True),
        columns=columns,
        number=record.text("number"),
        formula=record.text("formula"),
        fills=tuple(fill for key in _FILLS if (fill := _fill_from(record, key)) is not None),
        text=record.choice("text", FormText, FormText.NOTHING),
        is_background=record.flag("background", default=False),
    )
    record.close()
    if columns and (column.number or column.formula or column.fills or column.text):
        record.refuse(
            "columns",
            ("cột có số liệu, hoặc đầu cột chung", "a column with figures, or a head over others"),
            ("cả hai", "both"),
            ("Chuyển number, formula, fill xuống các cột con.", "Move number, formula and fill to the columns below."),
        )
    return column


def _fill_from(record: Record, key: str) -> FormFill | None:
    inner = record.record(key)
    if inner is None:
        return None
    of = inner.texts("of", required=True) if isinstance(inner.values.get("of"), list) else (inner.text("of", True),)
    dimensions = {name: text for name in ("breakdown", "category") if (text := inner.text(name))}
    fill = FormFill(of, MappingProxyType(dimensions), inner.choice("at", FormMoment, FormMoment.CLOSING))
    inner.close()
    return fill


# --- what must fit together ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """What forms refer to."""

    indicators: Iterable[IndicatorDefinition]
    breakdowns: Mapping[str, Breakdown]
    standards: Collection[str]
    documents: Collection[str]


def check_forms(pairs: Iterable[tuple[Record, PrescribedForm]], known: Known) -> None:
    """Refuse circulars, standards, indicators and categories of no list, formulas that name no column of the form, and
    sheets that would be called alike."""
    indicators = [one.id for one in known.indicators]
    sheets: dict[tuple[str, str], str] = {}
    for record, form in pairs:
        record.check_code(
            "circular", form.circular, known.documents, "danh mục văn bản", "the documents", "documents.csv"
        )
        for standard in form.standards:
            record.check_code(
                "standards", standard, known.standards, "các chuẩn nghèo", "the poverty standards", "standards.yml"
            )
        _check_sheet(record, form, sheets)
        numbers = [leaf.number for leaf in form.leaves if leaf.number]
        for one, leaf in zip(_leaves_below(record), form.leaves, strict=False):  # fewer where a list was none
            _check_column(one, leaf, numbers)
            _check_fill(one, leaf, indicators, known.breakdowns)


def _check_sheet(record: Record, form: PrescribedForm, sheets: dict[tuple[str, str], str]) -> None:
    if len(form.sheet) > _SHEET_NAME or set(form.sheet) & set(_NOT_IN_A_NAME):
        record.refuse(
            "sheet",
            (f"tên trang tính không quá {_SHEET_NAME} ký tự, không có {_NOT_IN_A_NAME}",
             f"the name of a sheet, at most {_SHEET_NAME} characters, none of {_NOT_IN_A_NAME}"),
            (f"“{form.sheet}”", f"“{form.sheet}”"),
            ("Đặt tên ngắn hơn, ví dụ Biểu 1.", "Choose a shorter name, such as Biểu 1."),
        )  # fmt: skip
    for standard in form.standards or ("",):
        other = sheets.setdefault((standard, form.sheet.casefold()), form.id)
        if other != form.id:
            record.refuse(
                "sheet",
                ("tên trang tính chưa dùng", "a name of a sheet not in use"),
                (f"“{form.sheet}”, đã là trang của “{other}”", f"“{form.sheet}”, the sheet of “{other}”"),
                ("Đặt tên khác.", "Choose another name."),
            )
            return


def _leaves_below(record: Record) -> Iterator[Record]:
    for one in record.records("columns", "heading"):
        if one.values.get("columns"):
            yield from _leaves_below(one)
        else:
            yield one


def _check_column(record: Record, leaf: FormColumn, numbers: list[str]) -> None:
    if leaf.number and numbers.count(leaf.number) > 1:
        record.refuse(
            "number",
            ("mỗi số cột một lần", "each column number once"),
            (f"“{leaf.number}” hai lần", f"“{leaf.number}” twice"),
            ("Sửa số cột.", "Mend the number."),
        )
    for term in formula_terms(leaf.formula):
        record.check_code(
            "formula", term, numbers, "các số cột của biểu", "the column numbers of the form", record.file
        )


def _check_fill(
    record: Record, leaf: FormColumn, indicators: list[str], breakdowns: Mapping[str, Breakdown]
) -> None:  # fmt: skip
    records = [one for key in _FILLS if record.values.get(key) is not None and (one := record.record(key)) is not None]
    for fill, one in zip(leaf.fills, records, strict=True):
        for name in fill.of:
            one.check_code("of", name, indicators, "các chỉ tiêu", "the indicators", "indicators.yml")
        name = fill.dimensions.get("breakdown", "")
        one.check_code("breakdown", name, breakdowns, "các biểu phân tổ", "the breakdown forms", "breakdowns.yml")
        category = fill.dimensions.get("category", "")
        if name in breakdowns:
            codes = breakdowns[name].codes
            one.check_code(
                "category", category, codes, f"các cột của {name}", f"the columns of {name}", "breakdowns.yml"
            )
