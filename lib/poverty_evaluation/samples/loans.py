"""Tín dụng chính sách giả định: what the bank lends under each programme, what comes back, what is outstanding and
overdue, and which organisation looks after which part of it.

What is outstanding at a day is what was at the opening of the year, with what was lent and without what was repaid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from poverty_evaluation.samples.activity_rows import count, figures, money, when
from poverty_evaluation.samples.calendar import MID_TERM, YEARS, last_day
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.tellings import Done, Told

#: Who lends the bank's money on, and the share of it in per cent; the four make up all of it.
ENTRUSTED = (
    ("hoi-lhpn", "women", 46, "qua Hội Liên hiệp Phụ nữ", "through the Women’s Union"),
    ("hoi-nd", "farmers", 29, "qua Hội Nông dân", "through the Farmers’ Union"),
    ("hoi-ccb", "veterans", 15, "qua Hội Cựu chiến binh", "through the Veterans’ Association"),
    ("doan-tn", "youth", 10, "qua Đoàn Thanh niên", "through the Youth Union"),
)
_SHARES = {"06-30": 48, "09-30": 74, "12-31": 100}


@dataclass(frozen=True, slots=True)
class Programme:
    """Một chương trình cho vay. borrowers: those of the opening; each: the usual loan, in thousand đồng."""

    code: str
    measure: str
    group: str
    name_vi: str
    name_en: str
    borrowers: int
    each: int


PROGRAMMES = (
    Programme("credit_poor", "credit-poor", "poor", "hộ nghèo", "poor households", 420, 44_000),
    Programme("credit_near_poor", "credit-near-poor", "near_poor", "hộ cận nghèo", "near-poor households", 560, 46_000),
    Programme("credit_newly_escaped", "credit-newly-escaped", "newly_escaped", "hộ mới thoát nghèo",
              "newly escaped households", 380, 47_000),
    Programme("credit_jobs", "credit-jobs", "poor_near_poor_newly_escaped", "giải quyết việc làm", "jobs", 210,
              52_000),
    Programme("credit_students", "credit-students", "pupils_poor_near_poor", "học sinh, sinh viên", "students", 160,
              24_000),
    Programme("credit_water", "credit-water", "poor_near_poor", "nước sạch và vệ sinh môi trường",
              "water and sanitation", 300, 14_000),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loans:
    """Vốn vay đến một ngày của năm: lent and repaid since January, and what is outstanding that day."""

    lent: Done
    repaid: int
    outstanding: Done
    overdue: int


def loan_rows(period: str, seed: int) -> list[Row]:
    """For each programme what was lent in the period, what is outstanding at its end, and the four parts of that."""
    rows: list[Row] = []
    for programme in PROGRAMMES:
        loans = _loans(programme, seed)
        day = last_day(period)
        rows.append(_lent(programme, period, loans))
        rows += _outstanding(programme, day, loans[int(day[:4]), day[5:]])
    return rows


def _loans(programme: Programme, seed: int) -> dict[tuple[int, str], Loans]:
    made: dict[tuple[int, str], Loans] = {}
    opening = Done(programme.borrowers, programme.borrowers * programme.each)
    for year in YEARS:
        random = Random(f"{seed}/{programme.code}/{year}")
        lent = programme.borrowers * random.randint(20, 28) // 100
        repaid = lent * random.randint(60, 75) // 100
        overdue = random.randint(1, 4)
        for day, share in _SHARES.items():
            new, back = lent * share // 100, repaid * share // 100
            left = Done(opening.count + new - back, opening.money + (new - back) * programme.each)
            done = Done(new, new * programme.each)
            made[year, day] = Loans(done, back * programme.each, left, left.money * overdue // 1000)
        opening = made[year, "12-31"].outstanding
    return made


def _lent(programme: Programme, period: str, loans: Mapping[tuple[int, str], Loans]) -> Row:
    start, basis = f"{period[:4]}-01-01", "year_to_date"
    day = last_day(period)
    told = [loans[int(day[:4]), day[5:]]]
    if period == MID_TERM:
        basis, told = "since_start", [loans[year, "12-31"] for year in YEARS]
    done = Done(sum(one.lent.count for one in told), sum(one.lent.money for one in told))
    return {
        **_common(programme, "nhcsxh"),
        "activity_id": f"{programme.code}_lent",
        **when(Told("", "", start, day, basis, done)),
        "flow": "loan_disbursed",
        "label_vi": f"Doanh số cho vay {programme.name_vi}",
        "label_en": f"Loans disbursed: {programme.name_en}",
        **figures(count(done.count, "hộ"), money(done.money), money(sum(one.repaid for one in told), "repaid_money")),
    }


def _outstanding(programme: Programme, day: str, loans: Loans) -> Iterator[Row]:
    """The bank's own figure, and the parts of it that are entrusted; the last one takes what rounding leaves."""
    whole = loans.outstanding, loans.overdue
    labels = f"Dư nợ cho vay {programme.name_vi}", f"Loans outstanding: {programme.name_en}"
    yield {**_at(programme, "nhcsxh", programme.code, day, labels, *whole), "parts": "complete"}
    left, overdue = whole
    for organisation, name, share, vi, en in ENTRUSTED:
        borrowers = loans.outstanding.count * share // 100
        part = Done(borrowers, loans.outstanding.money * share // 100), loans.overdue * share // 100
        if name == ENTRUSTED[-1][1]:
            part = left, overdue
        left, overdue = left - part[0], overdue - part[1]
        told = f"{labels[0]} {vi}", f"{labels[1]}, {en}"
        row = _at(programme, organisation, f"{programme.code}_{name}", day, told, *part)
        yield {**row, "part_of": programme.code}


def _at(
    programme: Programme, organisation: str, code: str, day: str, labels: tuple[str, str], done: Done, overdue: int
) -> Row:  # fmt: skip
    return {
        **_common(programme, organisation),
        "activity_id": code,
        "as_of": day,
        "time_basis": "at_date",
        "realisation": "actual",
        "flow": "loan_outstanding",
        "label_vi": labels[0],
        "label_en": labels[1],
        **figures(count(done.count, "hộ"), money(done.money), money(overdue, "overdue_money")),
    }


def _common(programme: Programme, organisation: str) -> Row:
    return {
        "measure_code": programme.measure,
        "organisation_code": organisation,
        "reported_by": "nhcsxh",
        "beneficiary_group": programme.group,
        "per_role": "households",
    }
