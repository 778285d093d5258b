"""Định nghĩa chỉ tiêu: indicators as data, in a closed algebra that one evaluator computes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.reference.texts import BilingualText


class IndicatorKind(StrEnum):
    """Phép tính của một chỉ tiêu."""

    INPUT = "input"  # số liệu nhận được
    SUM = "sum"  # tổng
    RATIO = "ratio"  # tỷ lệ
    DIFFERENCE = "difference"  # chênh lệch
    RELATIVE_CHANGE = "relative_change"  # tốc độ tăng, giảm
    SHARE = "share"  # tỷ trọng
    PER_UNIT = "per_unit"  # bình quân một đơn vị
    STEP = "step"  # số riêng của kỳ, suy ra từ hai số lũy kế
    PLAN_RATIO = "plan_ratio"  # so với kế hoạch
    COMPLETION = "completion"  # tỷ lệ hoàn thành chỉ tiêu
    MANAGED = "managed"  # số đang quản lý: lần rà soát trước, cộng bổ sung, trừ đưa ra
    REMAINDER = "remainder"  # phần còn lại của một số liệu rà soát
    BOUNDS = "bounds"  # khoảng giá trị
    ANNUALISED = "annualised"  # bình quân năm
    DECOMPOSITION = "decomposition"  # phân tách


class Between(StrEnum):
    """Hai thời điểm mà một chỉ tiêu thay đổi so sánh."""

    NOTHING = ""
    REVIEWS = "reviews"  # kỳ rà soát đầu và cuối của giai đoạn
    PREVIOUS = "previous"  # kỳ trước
    YEAR_BEFORE = "year_before"  # cùng kỳ năm trước
    START = "start"  # đầu giai đoạn
    YEARLY = "yearly"  # mỗi năm so với năm trước


class Method(StrEnum):
    """Cách tính bình quân năm."""

    NOTHING = ""
    ABSOLUTE = "absolute"  # chia đều
    COMPOUND = "compound"  # cấp số nhân


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    """Một chỉ tiêu được khai báo: what it is computed from, in which unit it is told and where it comes from.

    `less` names the operands of a sum that are taken off. `unit` is empty where each value brings its own (a figure of
    an activity)."""

    id: str
    kind: IndicatorKind
    of: tuple[str, ...]
    table: str
    column: str
    where: Mapping[str, tuple[str, ...]]
    by: tuple[str, ...]
    between: Between
    comparable_within: str
    method: Method
    published_as: str
    unit: str
    decimals: int
    label: BilingualText
    description: BilingualText | None
    source: str
    headline: bool = False  # travels with an executed notebook, beside the figures that always do
    less: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)  # of its keys in indicators.yml

    def line_of(self, key: str) -> int | None:
        """The line of one of its keys; that of the definition where it has none of this name."""
        return self.lines.get(key, self.lines.get("id"))


def indicator_definition_from(record: Record) -> IndicatorDefinition:
    """One entry of indicators.yml."""
    definition = IndicatorDefinition(
        id=record.text("id", required=True),
        kind=record.choice("kind", IndicatorKind),
        of=record.texts("of"),
        table=record.text("table"),
        column=record.text("column"),
        where=MappingProxyType(record.lists("where")),
        by=record.texts("by"),
        between=record.choice("between", Between, Between.NOTHING),
        comparable_within=record.text("comparable_within"),
        method=record.choice("method", Method, Method.NOTHING),
        published_as=record.text("published_as"),
        unit=record.text("unit"),
        decimals=record.integer("decimals") or 0,
        label=record.bilingual("label") or BilingualText("", ""),
        description=record.bilingual("description", required=False),
        source=record.text("source"),
        headline=record.flag("headline", default=False),
        less=record.texts("less"),
        lines=MappingProxyType({key: record.line(key) for key in record.values}),
    )
    record.close()
    if not definition.of and not definition.table:
        record.refuse(
            "of",
            ("các chỉ tiêu thành phần (of) hoặc một bảng (table)", "operands (of) or a table"),
            ("cả hai đều trống", "neither"),
            ("Điền “of” hoặc “table”.", "Fill in “of” or “table”."),
        )
    if definition.decimals < 0:
        record.refuse(
            "decimals",
            ("số không âm", "a number not below zero"),
            (str(definition.decimals), str(definition.decimals)),
            ("Sửa số chữ số thập phân.", "Mend the number of decimals."),
        )
    return definition


def check_indicators(pairs: Iterable[tuple[Record, IndicatorDefinition]]) -> None:
    """Refuse operands that are no indicator and definitions that lead back to themselves."""
    rows = list(pairs)
    operands = {definition.id: definition.of for _, definition in rows}
    told: set[frozenset[str]] = set()
    for record, definition in rows:
        for name in definition.of:
            record.check_code("of", name, operands, "các chỉ tiêu", "the indicators", "indicators.yml")
        circle = _circle(definition.id, operands)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            way = " → ".join([*circle, circle[0]])
            record.refuse(
                "of",
                ("các chỉ tiêu không dẫn về chính chỉ tiêu này", "operands that do not lead back to the indicator"),
                (f"vòng lặp {way}", f"the circle {way}"),
                ("Bỏ một mắt của vòng lặp.", "Remove one link of the circle."),
            )


def _circle(start: str, operands: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from an indicator back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for name in operands.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
