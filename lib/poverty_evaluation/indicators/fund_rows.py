"""Các dòng vốn: the rows of the table of funds, what sets their values apart, and what these are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.reference import BilingualText
from poverty_evaluation.vocabulary.choices import Realisation, ValueStatus
from poverty_evaluation.vocabulary.funds import FUND_KIND_NAMES, FUND_SOURCE_NAMES
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.values import value_id

FUNDS = "fund_disbursement"
_OF_MEMBERS = f"member_{FUNDS}"
#: What a sum may be told by.
FUND_DIMENSIONS = ("component", "source", "kind")

_EXPECTED = ("ước thực hiện", "expected")


@dataclass(frozen=True)
class FundRow:
    """One received row of a place. cut_off: year of the plan, date and realisation, which are never added to one
    another; money: whose money of which component, source and kind."""

    received: Any
    place_code: str

    @property
    def as_of(self) -> str:
        return str(self.received.as_of)

    @property
    def is_expected(self) -> bool:
        return bool(self.received.realisation == Realisation.EXPECTED)

    @property
    def cut_off(self) -> tuple[str, str, bool]:
        return self.received.year, self.as_of, self.is_expected

    @property
    def is_apart(self) -> bool:
        """Whether what was disbursed of the year's money does not hold that carried over, or nothing was carried."""
        none_carried = self.received.carried_over_status in (ValueStatus.MISSING, ValueStatus.NOT_APPLICABLE)
        is_told = self.received.disbursed_carried_over_status != ValueStatus.MISSING
        return bool(none_carried or is_told or self.received.carried_over == 0)

    @property
    def series(self) -> tuple[str, str, str]:
        return self.received.component_code, self.received.source, self.received.kind

    @cached_property
    def dimensions(self) -> Mapping[str, str]:
        """Those of the row itself; a kind that was not told is none."""
        own = dict(zip(FUND_DIMENSIONS, self.series, strict=True))
        return {name: code for name, code in own.items() if code}

    def whole_dimensions(self, dimensions: Mapping[str, str]) -> dict[str, str]:
        """These dimensions with those of the cut-off."""
        expected = {"realisation": str(Realisation.EXPECTED)} if self.is_expected else {}
        return {**dimensions, "year": self.received.year, **expected}

    @cached_property
    def money(self) -> tuple[str, str, str, str]:
        return self.place_code, *self.series

    def id_of(self, indicator_id: str) -> str:
        """The id of a value of the row itself."""
        return value_id(indicator_id, self.place_code, self.as_of, self.whole_dimensions(self.dimensions))

    def labels(self, context: PeriodTables, dimensions: Mapping[str, str], label: BilingualText) -> tuple[str, str]:
        """The label of a value of this cut-off in both languages."""
        vi, en = [f"{label['vi']} năm {self.received.year}"], [f"{label['en']} {self.received.year}"]
        for name, code in dimensions.items():
            names = _name(context, name, code)
            vi.append(names[0])
            en.append(names[1])
        if self.is_expected:
            vi.append(_EXPECTED[0])
            en.append(_EXPECTED[1])
        return ", ".join(vi), ", ".join(en)


def _name(context: PeriodTables, dimension: str, code: str) -> tuple[str, str]:
    if dimension == "component":
        return context.reference.names(code, context.programme_id)
    return (FUND_SOURCE_NAMES if dimension == "source" else FUND_KIND_NAMES)[code]


def fund_rows(context: PeriodTables) -> list[FundRow]:
    """The rows of this period, of the one before and of the same a year before, in the order received; a row that two
    of them tell is that of the first. A place that was sent none for this period is told by the rows of its members."""
    rows: dict[tuple[object, ...], FundRow] = {}
    for name in (FUNDS, f"previous_{FUNDS}", f"year_before_{FUNDS}"):
        for received in _received(context, name):
            row = FundRow(received, context.place_code)
            rows.setdefault((row.money, row.cut_off), row)
    if rests_on_members(context):
        for received in _received(context, _OF_MEMBERS):
            row = FundRow(received, received.member)
            rows.setdefault((row.money, row.cut_off), row)
    return list(rows.values())


def rests_on_members(context: PeriodTables) -> bool:
    """Whether the money of the period is that of the members, the place itself having been sent no table of funds."""
    own, members = (context.tables.get(name) for name in (FUNDS, _OF_MEMBERS))
    return (own is None or own.empty) and members is not None and not members.empty


def _received(context: PeriodTables, name: str) -> Iterator[Any]:
    frame = context.tables.get(name)
    yield from () if frame is None else rows_of(frame)
