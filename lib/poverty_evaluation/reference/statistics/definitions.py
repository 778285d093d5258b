"""Định nghĩa chỉ tiêu thống kê: which measures, places and files there are, as data beside the received files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.reference.texts import BilingualText

PLACE_COLUMNS = (
    "kind", "code", "within", "name_vi", "name_en", "spellings", "valid_from", "valid_to", "source", "verified",
    "note_vi",
)  # fmt: skip
#: A measure without kinds of its own, and the whole of one that has some.
TOTAL = "total"


class StatisticsPlaceKind(StrEnum):
    """Phạm vi của một dòng số liệu."""

    COUNTRY = "country"  # cả nước
    REGION = "region"  # vùng
    RESIDENCE = "residence"  # thành thị, nông thôn
    PROVINCE = "province"  # tỉnh, thành phố trực thuộc trung ương


class MeasureKind(StrEnum):
    """Cách có được số liệu."""

    SURVEY = "survey"  # điều tra mẫu
    ESTIMATE = "estimate"  # ước tính
    COUNT = "count"  # đếm toàn bộ


class Encoding(StrEnum):
    """Bảng mã của tệp."""

    UTF_8 = "utf-8"
    CP1252 = "cp1252"


@dataclass(frozen=True, slots=True)
class StatisticsPlace:
    """Một phạm vi: a province by its place code, or a region, a kind of residence, the country.

    within: the region of a province, the country of everything else. spellings: how the files write its name, white
    space apart. A unit that was dissolved or made has the days of that.
    """

    kind: StatisticsPlaceKind
    code: str
    within: str
    name: BilingualText
    spellings: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    source: str
    verified: bool
    note_vi: str

    def existed_in(self, year: int) -> bool:
        """Whether it was there on any day of a year."""
        started = self.valid_from is None or self.valid_from.year <= year
        return started and (self.valid_to is None or year <= self.valid_to.year)


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """Từ năm này số liệu không so sánh được với các năm trước. reason: a few words; note: a clause that says it."""

    from_year: int
    reason: BilingualText
    note: BilingualText
    verified: bool


@dataclass(frozen=True, slots=True)
class StatisticsMeasure:
    """Một chỉ tiêu thống kê. printed_as: how many of `unit` one printed unit is; lowest and highest: of what is
    printed."""

    id: str
    label: BilingualText
    unit: str
    printed_as: Fraction
    decimals: int
    printed_decimals: int
    lowest: Fraction | None
    highest: Fraction | None
    kind: MeasureKind
    definition: BilingualText
    source: str
    verified: bool
    breaks: tuple[SeriesBreak, ...]


@dataclass(frozen=True, slots=True)
class StatisticsFile:
    """Cách trình bày của một tệp nhận được. items: the words beside the year in a column head → what they stand for."""

    id: str
    file: str
    measure: str
    encoding: Encoding
    title: str
    first_column: str
    heading_lines: int
    retrieved: date | None
    items: Mapping[str, str]


def place_from(record: Record) -> StatisticsPlace:
    """One row of places.csv."""
    return StatisticsPlace(
        kind=record.choice("kind", StatisticsPlaceKind),
        code=record.text("code", required=True),
        within=record.text("within"),
        name=BilingualText(record.text("name_vi", required=True), record.text("name_en", required=True)),
        spellings=tuple(" ".join(one.split()) for one in record.texts("spellings", required=True)),
        valid_from=record.day("valid_from"),
        valid_to=record.day("valid_to"),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
        note_vi=record.text("note_vi"),
    )


def measure_from(record: Record) -> StatisticsMeasure:
    """One entry of measures.yml."""
    measure = StatisticsMeasure(
        id=record.text("id", required=True),
        label=_both(record, "label"),
        unit=record.text("unit", required=True),
        printed_as=record.decimal("printed_as", required=True) or Fraction(1),
        decimals=record.integer("decimals", required=True) or 0,
        printed_decimals=record.integer("printed_decimals", required=True) or 0,
        lowest=record.decimal("lowest"),
        highest=record.decimal("highest"),
        kind=record.choice("kind", MeasureKind),
        definition=_both(record, "definition"),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
        breaks=tuple(_break_from(one) for one in record.records("breaks")),
    )
    record.close()
    return measure


def file_from(record: Record) -> StatisticsFile:
    """One entry of files.yml."""
    items = {}
    for one in record.records("items"):
        items[one.text("printed", required=True)] = one.text("item", required=True)
        one.close()
    file = StatisticsFile(
        id=record.text("id", required=True),
        file=record.text("file", required=True),
        measure=record.text("measure", required=True),
        encoding=record.choice("encoding", Encoding),
        title=record.text("title"),
        first_column=record.text("first_column", required=True),
        heading_lines=record.integer("heading_lines", required=True) or 1,
        retrieved=record.day("retrieved", required=True),
        items=items,
    )
    record.close()
    return file


def _break_from(record: Record) -> SeriesBreak:
    found = SeriesBreak(
        from_year=record.integer("from", required=True) or 0,
        reason=_both(record, "reason"),
        note=_both(record, "note"),
        verified=record.flag("verified"),
    )
    record.close()
    return found


def _both(record: Record, key: str) -> BilingualText:
    return record.bilingual(key) or BilingualText("", "")
