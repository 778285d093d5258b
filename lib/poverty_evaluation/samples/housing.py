"""Hỗ trợ nhà ở giả định theo phường, xã: houses built and repaired, with where the money came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from poverty_evaluation.samples.activity_rows import count, figures, money, when
from poverty_evaluation.samples.calendar import MID_TERM, YEARS, is_whole_year
from poverty_evaluation.samples.city import ABSORBED, MERGED, MERGER_DAY, WARDS, Ward
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.tellings import Done, Told, tellings
from poverty_evaluation.samples.works import Rhythm

_SHARES = {"05-15": 30, "06-30": 45, "09-30": 72, "12-31": 100, "plan": 108}
_BUILT, _REPAIRED = 60_000, 22_000


def housing_rows(period: str, seed: int) -> list[Row]:
    """The city as a whole; by ward and commune where the period ends with a year."""
    by_year = {year: _houses(seed, year) for year in YEARS}
    reached = {year: {day: _done(_share(houses, day)) for day in _SHARES} for year, houses in by_year.items()}
    rows = []
    for told in tellings(Rhythm.EXPECTED, True, period, reached):
        parts = _by_ward(period, told, by_year) if is_whole_year(period) or period == MID_TERM else []
        is_whole = parts and told.realisation == "actual"
        houses = _told_houses(period, told, by_year)
        rows.append({**_row(told, houses), "parts": "complete" if is_whole else ""})
        rows += parts if is_whole else []
    return rows


#: How many houses were built and repaired in each ward.
Houses = Mapping[str, tuple[int, int]]


def _houses(seed: int, year: int) -> Houses:
    wards = [ward for ward in WARDS if year < MERGER_DAY.year or ward.code != ABSORBED]
    random = Random(f"{seed}/housing/{year}")
    return {ward.code: (random.randint(0, 1 if ward.is_ward else 3), random.randint(1, 4)) for ward in wards}


def _share(houses: Houses, day: str) -> tuple[int, int]:
    built, repaired = (sum(one[kind] for one in houses.values()) for kind in (0, 1))
    return built * _SHARES[day] // 100, repaired * _SHARES[day] // 100


def _done(houses: tuple[int, int]) -> Done:
    built, repaired = houses
    return Done(built + repaired, built * _BUILT + repaired * _REPAIRED)


def _told_houses(period: str, told: Told, by_year: Mapping[int, Houses]) -> tuple[int, int]:
    if period == MID_TERM:
        years = [_share(by_year[year], "12-31") for year in YEARS]
        return sum(built for built, _ in years), sum(repaired for _, repaired in years)
    day = "plan" if told.realisation == "planned" else told.end[5:]
    return _share(by_year[int(period[:4])], day)


def _by_ward(period: str, told: Told, by_year: Mapping[int, Houses]) -> list[Row]:
    """The parts of a year; over several years what a ward that was merged away built stands with its successor."""
    years: Sequence[int] = YEARS if period == MID_TERM else (int(period),)
    houses: dict[str, tuple[int, int]] = {}
    for year in years:
        for code, (built, repaired) in by_year[year].items():
            own = MERGED if code == ABSORBED and period == MID_TERM else code
            before = houses.get(own, (0, 0))
            houses[own] = before[0] + built, before[1] + repaired
    wards = {ward.code: ward for ward in WARDS}
    return [_of_ward(wards[code], told, one) for code, one in houses.items()]


def _of_ward(ward: Ward, told: Told, houses: tuple[int, int]) -> Row:
    row = _row(told, houses)
    named = {"label_vi": f"Hỗ trợ nhà ở, {ward.type_vi} {ward.name}", "label_en": f"Housing support, {ward.name_en}"}
    code = f"{row['activity_id']}_{ward.code}"
    return {**row, **named, "activity_id": code, "part_of": row["activity_id"], "place_code": ward.code}


def _row(told: Told, houses: tuple[int, int]) -> Row:
    built, repaired = houses
    done = _done(houses)
    state = built * 40_000 + repaired * 15_000
    mobilised = built * 10_000
    return {
        "activity_id": f"housing_support{told.suffix}",
        "measure_code": "housing-support",
        "organisation_code": "ubnd-tp",
        "reported_by": "ubnd-tp",
        "beneficiary_group": "households_dilapidated",
        **when(told),
        "flow": "grant",
        "per_role": "items",
        "label_vi": "Hỗ trợ nhà ở",
        "label_en": "Housing support",
        **figures(
            count(done.count, "nhà"),
            count(built, "nhà", "new_built"),
            count(repaired, "nhà", "repaired"),
            money(done.money),
            money(state, "state_money"),
            money(mobilised, "mobilised_money"),
            money(done.money - state - mobilised, "own_money"),
        ),
    }
