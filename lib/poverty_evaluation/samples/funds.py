"""Kế hoạch và giải ngân vốn giả định: the money of the programme by component and source, year after year.

What is left of the central budget's money at the end of January is carried over into the next year; of local money
half of what is left is cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from poverty_evaluation.samples.calendar import MID_TERM, YEARS
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.vocabulary.quantities import write_number

COLUMNS = (
    "component_code", "source", "kind", "year", "as_of", "realisation", "unit", "assigned", "added", "adjusted",
    "cancelled", "carried_over", "allocated", "disbursed", "disbursed_carried_over", "note",
)  # fmt: skip
AMOUNTS = COLUMNS[7:15]
#: The last day of a year's money, in the January after it.
_CLOSING = "01-31"
_UNIT = "triệu đồng"
NOT_FOR_THE_PLACE = "không thuộc đối tượng"


@dataclass(frozen=True, slots=True)
class Series:
    """Một dòng vốn: component, source, kind; least and most assigned in a year, in triệu đồng."""

    component: str
    source: str
    kind: str
    assigned: tuple[int, int]
    added: int = 0
    adjusted: int = 0


SERIES = (
    Series("component-2", "nstw", "sn", (900, 1200), added=150),
    Series("component-2", "nsdp_province", "sn", (120, 180)),
    Series("component-2", "nsdp_district", "sn", (150, 220), added=60),
    Series("component-2", "mobilised", "", (90, 140)),
    Series("component-3-1", "nstw", "sn", (600, 800), adjusted=-40),
    Series("component-3-1", "nsdp_district", "sn", (90, 140)),
    Series("component-3-2", "nstw", "sn", (180, 240), adjusted=40),
    Series("component-4-1", "nstw", "dtpt", (700, 950)),
    Series("component-4-1", "nsdp_province", "dtpt", (200, 280)),
    Series("component-4-3", "nstw", "sn", (240, 320)),
    Series("component-6-1", "nstw", "sn", (120, 170)),
    Series("component-6-2", "nstw", "sn", (90, 130)),
    Series("component-6-2", "nsdp_commune", "sn", (40, 70)),
    Series("component-7-1", "nstw", "sn", (160, 220)),
    Series("component-7-2", "nsdp_district", "sn", (60, 90)),
)
#: Components for poor districts and coastal communes, which no unit of this province is.
NOT_TAKEN_PART = ("component-1", "component-5")

#: How much is disbursed by then, of the year's money and of the money carried over, in per cent; allocated likewise.
_DONE = {
    "05-15": ((14, 26), (35, 50), 70),
    "06-30": ((36, 48), (60, 75), 85),
    "09-30": ((58, 72), (76, 88), 100),
    "12-31": ((82, 92), (90, 96), 100),
    _CLOSING: ((93, 98), (97, 100), 100),
}


@dataclass(frozen=True, slots=True)
class Spent:
    """Lũy kế đến một mốc, in thousand đồng."""

    allocated: int
    disbursed: int
    disbursed_carried_over: int


@dataclass(frozen=True, slots=True)
class FundYear:
    """Vốn một năm của một dòng, in thousand đồng: the plan by decisions, and what was spent at each milestone."""

    assigned: int
    added: int
    adjusted: int
    carried_over: int
    spent: Mapping[str, Spent]
    source: str

    @property
    def left(self) -> int:
        """What of the year's money nobody had spent by the end of January."""
        return self.assigned + self.added + self.adjusted - self.spent[_CLOSING].disbursed

    @property
    def cancelled(self) -> int:
        return self.left // 2 if self.source.startswith("nsdp") else 0

    @property
    def passed_on(self) -> int:
        return self.left if self.source == "nstw" else 0


Funds = Mapping[tuple[Series, int], FundYear]


@dataclass(frozen=True, slots=True)
class CutOff:
    """Mốc lũy kế: one date of one year's money, done or expected."""

    year: int
    milestone: str
    is_expected: bool = False

    @property
    def as_of(self) -> str:
        return f"{self.year + (self.milestone == _CLOSING)}-{self.milestone}"


def make_funds(seed: int, unit: str, percent: int = 100) -> dict[tuple[Series, int], FundYear]:
    """The money of one unit; percent: how large it is beside the city's."""
    made: dict[tuple[Series, int], FundYear] = {}
    for series in SERIES:
        carried = 0
        for year in YEARS:
            random = Random(f"{seed}/funds/{unit}/{series.component}/{series.source}/{series.kind}/{year}")
            made[series, year] = _year(random, series, carried, percent)
            carried = made[series, year].passed_on
    return made


def _year(random: Random, series: Series, carried: int, percent: int) -> FundYear:
    assigned, added, adjusted = (
        part * percent // 100 * 1000 for part in (random.randint(*series.assigned), series.added, series.adjusted)
    )
    plan = assigned + added + adjusted
    spent = {}
    for milestone, (of_year, of_carried, allocated) in _DONE.items():
        spent[milestone] = Spent(
            (plan + carried) * allocated // 100,
            plan * random.randint(*of_year) // 1000 * 10,
            carried * random.randint(*of_carried) // 100,
        )
    return FundYear(assigned, added, adjusted, carried, spent, series.source)


def added_up(one: Funds, other: Funds) -> dict[tuple[Series, int], FundYear]:
    """The money of two units together."""
    return {key: _both(one[key], other[key]) for key in one}


def _both(one: FundYear, other: FundYear) -> FundYear:
    spent = {
        milestone: Spent(
            first.allocated + other.spent[milestone].allocated,
            first.disbursed + other.spent[milestone].disbursed,
            first.disbursed_carried_over + other.spent[milestone].disbursed_carried_over,
        )
        for milestone, first in one.spent.items()
    }
    return FundYear(
        one.assigned + other.assigned,
        one.added + other.added,
        one.adjusted + other.adjusted,
        one.carried_over + other.carried_over,
        spent,
        one.source,
    )


def cut_offs(period: str) -> tuple[CutOff, ...]:
    """The dates up to which a period tells the money."""
    if period == MID_TERM:
        return CutOff(2021, _CLOSING), CutOff(2022, _CLOSING), CutOff(2023, "12-31")
    year, tail = int(period[:4]), period[5:]
    if tail == "H1":
        return CutOff(year, "05-15"), CutOff(year, "06-30", is_expected=True)
    if tail == "9M":
        return CutOff(year, "09-30"), CutOff(year, "12-31", is_expected=True)
    return CutOff(year, "12-31"), CutOff(year, _CLOSING, is_expected=year == YEARS[-1])


def fund_rows(period: str, funds: Funds) -> list[Row]:
    """The table of funds of one period, with a row of totals for the end of the year in the years' own reports."""
    rows: list[Row] = []
    for cut_off in cut_offs(period) if int(period[:4]) in YEARS else ():
        rows += [_row(series, cut_off, funds[series, cut_off.year]) for series in SERIES]
        rows += [_not_taken_part(component, cut_off) for component in NOT_TAKEN_PART]
        if period in ("2022", "2023") and cut_off.milestone == "12-31":
            rows.append(_total(cut_off, funds))
    return rows


def _row(series: Series, cut_off: CutOff, money: FundYear) -> Row:
    named = {"component_code": series.component, "source": series.source, "kind": series.kind}
    return {**named, **_head(cut_off), **{name: _amount(value) for name, value in _amounts(cut_off, money).items()}}


def _amounts(cut_off: CutOff, money: FundYear) -> dict[str, int]:
    """Decisions that add and adjust are taken in the second half of the year."""
    is_late = cut_off.milestone not in ("05-15", "06-30")
    spent = money.spent[cut_off.milestone]
    cancelled = money.cancelled if cut_off.milestone == _CLOSING else 0
    added, adjusted = (money.added, money.adjusted) if is_late else (0, 0)
    available = money.assigned + added + adjusted - cancelled + money.carried_over
    return {
        "assigned": money.assigned,
        "added": added,
        "adjusted": adjusted,
        "cancelled": cancelled,
        "carried_over": money.carried_over,
        "allocated": min(spent.allocated, available),
        "disbursed": spent.disbursed,
        "disbursed_carried_over": spent.disbursed_carried_over,
    }


def _head(cut_off: CutOff) -> Row:
    return {
        "year": str(cut_off.year),
        "as_of": cut_off.as_of,
        "realisation": "expected" if cut_off.is_expected else "actual",
        "unit": _UNIT,
    }


def _not_taken_part(component: str, cut_off: CutOff) -> Row:
    marks = {name: NOT_FOR_THE_PLACE if name == "assigned" else "x" for name in AMOUNTS}
    return {"component_code": component, "source": "nstw", "kind": "dtpt", **_head(cut_off), **marks}


def _total(cut_off: CutOff, funds: Funds) -> Row:
    rows = list(_of_year(cut_off, funds))
    sums = {name: _amount(sum(row[name] for row in rows)) for name in AMOUNTS}
    return {**_head(cut_off), "component_code": "Tổng số", **sums}


def _of_year(cut_off: CutOff, funds: Funds) -> Iterator[dict[str, int]]:
    return (_amounts(cut_off, money) for (_, year), money in funds.items() if year == cut_off.year)


def _amount(thousands: int) -> str:
    """In triệu đồng; nothing is written as the dash that means none."""
    return write_number(Fraction(thousands, 1000), 3, trim=True) if thousands else "-"
