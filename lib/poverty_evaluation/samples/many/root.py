"""Bộ số liệu giả định của nhiều xã: every file of the data root, as texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from poverty_evaluation.samples import activities, breakdowns, funds, papers, reviews
from poverty_evaluation.samples.many.communes import MOST_PLACES, PROVINCE_VI, Commune, communes, place_rows
from poverty_evaluation.samples.many.papers import narrative, reporting_place
from poverty_evaluation.samples.many.slips import slip
from poverty_evaluation.samples.many.works import MEASURE_GROUPS, MEASURES, ORGANISATIONS, works
from poverty_evaluation.samples.offices import ReportingPlace
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reference_files import LocalLists, reference_with
from poverty_evaluation.samples.writing import csv_text, with_manifest, yaml_text

__all__ = ["MOST_PLACES", "PERIODS", "PLANTED_COLUMNS", "many_files"]

#: The periods that can be asked for: the years under the standard of 2021.
PERIODS = ("2022", "2023")
PLANTED_COLUMNS = ("place", "period", "place_code", "name_vi", "name_en", "reached", "as_written", "finding")
#: Of a hundred đồng of the city's money, what a commune may have; multiples of five, so that amounts stay whole.
_PER_CENT = (5, 10, 15, 20)
_FORMS = ("poor_deprivations", "near_poor_deprivations", "poor_groups", "poor_ethnicity", "poor_causes")
_COMMENT = "Số liệu giả định, do python -m poverty_evaluation.samples.many sinh ra; không sửa tay."
_COLUMNS = {
    "household_review": reviews.COLUMNS,
    "activities": activities.COLUMNS,
    "fund_disbursement": funds.COLUMNS,
    "documents": papers.DOCUMENT_COLUMNS,
    **{form.id: form.columns for form in breakdowns.FORMS},
}


def many_files(count: int, periods: Sequence[str], seed: int, generic_reference: Path) -> dict[str, str]:
    """Path below the data root → text, for so many communes. The same arguments give the same texts."""
    files: dict[str, str] = {}
    planted: list[Row] = []
    for commune in communes(count):
        place = reporting_place(commune, periods)
        made = reviews.make_reviews_of_one(
            commune.random(seed, "reviews"), _households(commune, seed), commune.is_urban
        )
        percent = commune.random(seed, "money").choice(_PER_CENT)
        money = funds.make_funds(seed, commune.code, percent)
        for period in periods:
            tables = _tables(commune, place, int(period), made, seed)
            tables["fund_disbursement"] = funds.fund_rows(period, money)
            finding = slip(commune.number, tables)
            files |= _period_files(place, period, tables)
            planted.append(_planted(commune, period, finding))
    own = LocalLists(tuple(place_rows(count)), (), ORGANISATIONS, MEASURES, MEASURE_GROUPS)
    files |= reference_with(generic_reference, own)
    files["planted.csv"] = csv_text(PLANTED_COLUMNS, planted)
    files["README.md"] = _readme(count, periods, seed)
    return with_manifest(files)


def _households(commune: Commune, seed: int) -> int:
    """As many as have four people each of those who got a leaflet, give or take."""
    return commune.reached(2021) * commune.random(seed, "households").randint(22, 28) // 100


def _tables(
    commune: Commune, place: ReportingPlace, year: int, made: dict[int, reviews.Review], seed: int
) -> dict[str, list[Row]]:
    settled = breakdowns.Settled(commune.code, "official", made[year])
    own_seed = f"{seed}/{commune.code}"
    return {
        "household_review": [
            reviews.level_row(commune.code, year - 1, "official", made[year - 1], place.approvals),
            reviews.review_row(commune.code, year, "official", made[year], place.approvals),
        ],
        "activities": activities.work_rows(works(commune.reached(year)), str(year), own_seed),
        "documents": papers.document_rows(place, str(year)),
        **{
            form.id: breakdowns.breakdown_rows(form, year, settled, [settled], seed)[:1]  # nothing lies below it
            for form in breakdowns.FORMS
            if form.id in _FORMS
        },
    }


def _period_files(place: ReportingPlace, period: str, tables: dict[str, list[Row]]) -> dict[str, str]:
    files = {f"{name}.csv": csv_text(_COLUMNS[name], rows) for name, rows in tables.items()}
    files["report.yml"] = yaml_text(papers.report(place, period), _COMMENT)
    files |= narrative(place, int(period))
    return {f"periods/{place.slug}/{period}/{name}": text for name, text in files.items()}


def _planted(commune: Commune, period: str, finding: str) -> Row:
    return {
        "place": commune.slug,
        "period": period,
        "place_code": commune.code,
        "name_vi": commune.full_vi,
        "name_en": commune.full_en,
        "reached": str(commune.reached(int(period))),
        "as_written": commune.reached_text(int(period)),
        "finding": finding,
    }


def _readme(count: int, periods: Collection[str], seed: int) -> str:
    return f"""\
# {PROVINCE_VI[:1].upper()}{PROVINCE_VI[1:]}: {count} xã, phường giả định

There are no such places: everything here is invented and was written by
`python -m poverty_evaluation.samples.many FOLDER --places {count} --periods {",".join(periods)} --seed {seed}`.

`planted.csv` names for every report the number of people who got a leaflet, which stands in its text, its tables and a
chart and which no other report has, and the kind of the finding that a slip in its figures must raise.
"""
