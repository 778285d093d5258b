"""Đọc bảng thống kê: a received file as its layout says it is, or every place where it is not.

The files are as the statistics office gave them: a byte order mark, semicolons, a title above the heading or none, the
heading printed twice, a leading blank in a name, “Pre. 2016” or “Pre..2016” for what is preliminary, “..” for no value.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from poverty_evaluation.reference.reading import Pair, Problems
from poverty_evaluation.reference.statistics.definitions import (
    TOTAL,
    StatisticsFile,
    StatisticsMeasure,
    StatisticsPlace,
)
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.errors import did_you_mean
from poverty_evaluation.vocabulary.sources import SourceCell

NO_VALUE = ".."
#: The words beside the year, before it or after it; the mark of what is preliminary; the year, “X2015” among them.
_HEAD = re.compile(
    r"(?:(?!Pre)(?P<before>\D+?) )?(?P<preliminary>Prel?\. |Pre\.\.)?X?(?P<year>(?:19|20)[0-9]{2})"
    r"(?: (?P<after>[^(]+))?"
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.(?P<decimals>[0-9]+))?")


@dataclass(frozen=True, slots=True)
class OfficialFigure:
    """Một con số của cơ quan thống kê: one measure of one place in one year.

    status: given, missing (the source prints “..”), or not applicable (the unit did not exist in that year); vintage:
    preliminary where the source says so.
    """

    measure: str
    item: str
    place: StatisticsPlace
    year: int
    value: Fraction | None
    status: ValueStatus
    vintage: Vintage
    source: SourceCell


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column holds."""

    printed: str
    item: str
    year: int
    vintage: Vintage


@dataclass(frozen=True, slots=True)
class StatisticsReader:
    """Reads the files of one folder of statistics. places: by each spelling of the files."""

    folder: Path
    places: Mapping[str, StatisticsPlace]
    measures: Mapping[str, StatisticsMeasure]
    problems: Problems

    def read(self, layout: StatisticsFile) -> tuple[OfficialFigure, ...]:
        """The figures of a file, row by row; what is wrong with it goes to the problems."""
        lines = self._lines(layout)
        if lines is None:
            return ()
        start = self._after_title(layout, lines)
        if start is None:
            return ()
        known = len(self.problems)
        heads = self._heads(layout, lines, start)
        if len(self.problems) > known:
            return ()  # rows under a heading that is not understood would only be refused once more
        body = range(start + layout.heading_lines, len(lines))
        measure = self.measures[layout.measure]
        found: list[OfficialFigure] = []
        seen: dict[str, int] = {}
        for number in body:
            if lines[number]:
                found += self._row(layout, measure, lines[number], number + 1, heads, seen)
        if not seen:
            self._refuse(
                layout, None, "", ("các dòng số liệu", "rows of figures"), ("không có dòng nào", "none"), _SEND_AGAIN
            )
        return tuple(found)

    # --- the file

    def _lines(self, layout: StatisticsFile) -> list[list[str]] | None:
        path = self.folder / layout.file
        if not path.is_file():
            self._refuse(layout, None, "", ("tệp này", "this file"), ("không có tệp", "no such file"), _PUT_BACK)
            return None
        encoding = "utf-8-sig" if layout.encoding == "utf-8" else str(layout.encoding)
        try:
            text = path.read_bytes().decode(encoding)
        except UnicodeDecodeError as error:
            found = (f"một byte khác ở vị trí {error.start}", f"another byte at position {error.start}")
            remedy = ("Ghi đúng bảng mã vào files.yml.", "Put the right encoding into files.yml.")
            expected = (f"chữ mã hóa {layout.encoding}", f"{layout.encoding} text")
            self._refuse(layout, None, "", expected, found, remedy)
            return None
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
            return [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]
        except csv.Error as error:
            expected = ("bảng cách nhau bằng dấu chấm phẩy", "a table with semicolons")
            self._refuse(layout, None, "", expected, (str(error), str(error)), _SEND_AGAIN)
            return None

    def _after_title(self, layout: StatisticsFile, lines: Sequence[Sequence[str]]) -> int | None:
        """Where the heading stands; None where the title or the empty line under it is another one."""
        if not layout.title:
            return 0
        if len(lines) > 1 and list(lines[0]) == [layout.title] and not any(lines[1]):
            return 2
        found = ";".join(lines[0]) if lines else ""
        self._refuse(
            layout, 1, "",
            (f"tên bảng “{layout.title}” rồi một dòng trống", f"the title “{layout.title}”, then an empty line"),
            (f"“{found}”", f"“{found}”"), _TELL_LAYOUT,
        )  # fmt: skip
        return None

    # --- the heading

    def _heads(self, layout: StatisticsFile, lines: Sequence[list[str]], start: int) -> dict[int, _Head]:
        """What each column holds, by its place."""
        printed = lines[start : start + layout.heading_lines]
        heading = printed[0] if printed else []
        if len(printed) < layout.heading_lines or any(line != heading for line in printed):
            self._refuse(
                layout, start + 1, "",
                (f"dòng tiêu đề in {layout.heading_lines} lần", f"the heading printed {layout.heading_lines} times"),
                ("các dòng khác nhau", "lines that differ"), _TELL_LAYOUT,
            )  # fmt: skip
            return {}
        if not heading or heading[0] != layout.first_column:
            found = heading[0] if heading else ""
            self._refuse(
                layout, start + 1, found,
                (f"cột đầu “{layout.first_column}”", f"the first column “{layout.first_column}”"),
                (f"“{found}”", f"“{found}”"), _TELL_LAYOUT,
            )  # fmt: skip
        heads: dict[int, _Head] = {}
        for place, text in enumerate(heading[1:], 1):
            head = self._head(layout, text, start + 1)
            if head is None:
                continue
            if any((head.item, head.year) == (other.item, other.year) for other in heads.values()):
                once = ("mỗi năm một cột", "one column for each year")
                self._refuse(layout, start + 1, text, once, ("hai cột", "two of them"), _TELL_LAYOUT)
                continue
            heads[place] = head
        return heads

    def _head(self, layout: StatisticsFile, text: str, row: int) -> _Head | None:
        match = _HEAD.fullmatch(text)
        words = [match[name] for name in ("before", "after") if match[name]] if match else []
        known = layout.items or {"": TOTAL}
        item = known.get(words[0] if words else "") if len(words) < 2 else None
        if match is None or item is None:
            hint_vi, hint_en = did_you_mean(words[0] if words else text, list(layout.items))
            names = ", ".join(f"“{one}”" for one in layout.items)
            self._refuse(
                layout, row, text,
                (f"năm, kèm một trong: {names}", f"a year with one of: {names}") if names else ("một năm", "a year"),
                (f"“{text}”", f"“{text}”"),
                (hint_vi or _TELL_LAYOUT[0], hint_en or _TELL_LAYOUT[1]),
            )  # fmt: skip
            return None
        vintage = Vintage.PRELIMINARY if match["preliminary"] else Vintage.OFFICIAL
        return _Head(text, item, int(match["year"]), vintage)

    # --- rows

    def _row(
        self,
        layout: StatisticsFile,
        measure: StatisticsMeasure,
        cells: Sequence[str],
        row: int,
        heads: Mapping[int, _Head],
        seen: dict[str, int],
    ) -> Iterator[OfficialFigure]:
        name = " ".join(cells[0].split())
        place = self.places.get(name)
        if place is None:
            hint_vi, hint_en = did_you_mean(name, self.places)
            remedy = (f"Ghi tên này vào places.csv. {hint_vi}", f"Put this name into places.csv. {hint_en}")
            expected = ("một tên có trong places.csv", "a name of places.csv")
            self._refuse(layout, row, layout.first_column, expected, (f"“{name}”", f"“{name}”"), remedy)
            return
        width = len(heads) + 1
        if len(cells) != width:
            expected = (f"{width} ô như dòng tiêu đề", f"{width} cells as in the heading")
            self._refuse(layout, row, "", expected, (f"{len(cells)} ô", f"{len(cells)} cells"), _SEND_AGAIN)
            return
        if seen.setdefault(place.code, row) != row:
            found = (f"“{name}” đã có ở dòng {seen[place.code]}", f"“{name}”, which line {seen[place.code]} has")
            expected = ("mỗi địa phương một dòng", "one row for each place")
            self._refuse(layout, row, layout.first_column, expected, found, _SEND_AGAIN)
            return
        for column, head in heads.items():
            figure = self._figure(layout, measure, place, head, cells[column], row)
            if figure is not None:
                yield figure

    def _figure(
        self,
        layout: StatisticsFile,
        measure: StatisticsMeasure,
        place: StatisticsPlace,
        head: _Head,
        text: str,
        row: int,
    ) -> OfficialFigure | None:
        source = SourceCell(f"{self.folder.name}/{layout.file}", "", row, head.printed, text)
        if text == NO_VALUE:
            status = ValueStatus.MISSING if place.existed_in(head.year) else ValueStatus.NOT_APPLICABLE
            return OfficialFigure(measure.id, head.item, place, head.year, None, status, head.vintage, source)
        match = _NUMBER.fullmatch(text)
        if match is None or len(match["decimals"] or "") > measure.printed_decimals:
            count = measure.printed_decimals
            self._refuse(
                layout, row, head.printed,
                (
                    f"một số, dấu thập phân là dấu chấm, nhiều nhất {count} chữ số thập phân, hoặc “{NO_VALUE}”",
                    f"a number with a decimal point and at most {count} decimals, or “{NO_VALUE}”",
                ),
                (f"“{text}”", f"“{text}”"), _SEND_AGAIN,
            )  # fmt: skip
            return None
        printed = Fraction(text)
        if (measure.lowest is not None and printed < measure.lowest) or (
            measure.highest is not None and printed > measure.highest
        ):
            low, high = (_bound(one) for one in (measure.lowest, measure.highest))
            expected = (f"một số từ {low} đến {high}", f"a number from {low} to {high}")
            self._refuse(layout, row, head.printed, expected, (f"“{text}”", f"“{text}”"), _SEND_AGAIN)
            return None
        value = printed * measure.printed_as
        return OfficialFigure(
            measure.id, head.item, place, head.year, value, ValueStatus.GIVEN, head.vintage, source
        )  # fmt: skip

    def _refuse(
        self, layout: StatisticsFile, row: int | None, column: str, expected: Pair, found: Pair, remedy: Pair
    ) -> None:
        self.problems.add(f"{self.folder.name}/{layout.file}", row, column, expected, found, remedy)


def _bound(bound: Fraction | None) -> str:
    return "…" if bound is None else str(bound)


_SEND_AGAIN: Pair = (
    "Đối chiếu với bảng gốc của cơ quan thống kê; không sửa trong tệp đã nhận.",
    "Compare it with the table of the statistics office; the received file is not mended.",
)
_TELL_LAYOUT: Pair = (
    "Nếu cơ quan thống kê trình bày khác, ghi cách trình bày vào files.yml.",
    "If the statistics office lays it out otherwise, say so in files.yml.",
)
_PUT_BACK: Pair = (
    "Đặt lại tệp, hoặc bỏ mục này khỏi files.yml.",
    "Put the file back, or take this entry out of files.yml.",
)
