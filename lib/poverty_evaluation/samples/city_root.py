"""Bộ số liệu giả định: every file of the second data root, as texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.samples import activities, breakdowns, changes, district, funds, papers, reviews, targets
from poverty_evaluation.samples.answers import answers
from poverty_evaluation.samples.calendar import MID_TERM, OPENING_YEAR, YEARS, is_whole_year
from poverty_evaluation.samples.city import CITY_CODE, CITY_SLUG, DISTRICT_SLUG
from poverty_evaluation.samples.offices import CITY_PLACE, DISTRICT_PLACE, PROVINCE_PLACE, ReportingPlace, layout
from poverty_evaluation.samples.planting import PLANTED_COLUMNS, Planted, Row, planted_rows
from poverty_evaluation.samples.plants import corrections, plant
from poverty_evaluation.samples.prose import narrative
from poverty_evaluation.samples.readme import README
from poverty_evaluation.samples.reference_files import reference_files
from poverty_evaluation.samples.writing import csv_text, with_manifest, yaml_text

DEFAULT_SEED = 2021
#: How much money the district has for every hundred đồng of the city's.
_DISTRICT_MONEY = 140
_COLUMNS = {
    "household_review": reviews.COLUMNS,
    "household_changes": changes.COLUMNS,
    "activities": activities.COLUMNS,
    "fund_disbursement": funds.COLUMNS,
    "documents": papers.DOCUMENT_COLUMNS,
    "targets": targets.COLUMNS,
    "published": papers.PUBLISHED_COLUMNS,
    **{form.id: form.columns for form in breakdowns.FORMS},
}
Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Made:
    """What a seed makes, before it is told period by period."""

    seed: int
    city: reviews.CityReviews
    district: Mapping[int, Mapping[str, reviews.Review]]
    city_money: funds.Funds
    district_money: funds.Funds

    @classmethod
    def of(cls, seed: int) -> Made:
        return cls(
            seed,
            reviews.make_reviews(seed),
            reviews.make_district_reviews(seed),
            funds.make_funds(seed, CITY_SLUG),
            funds.make_funds(seed, DISTRICT_SLUG, _DISTRICT_MONEY),
        )


def sample_files(seed: int, generic_reference: Path) -> dict[str, str]:
    """Path below the data root → text. The same seed and generic reference give the same texts."""
    files = reference_files(generic_reference)
    planted: list[Planted] = []
    for place, period, tables in _periods(Made.of(seed)):
        spoilt = plant(place.slug, period, tables)
        files |= _period_files(place, period, tables, spoilt)
        planted += spoilt
    files["planted.csv"] = csv_text(PLANTED_COLUMNS, [line for one in planted for line in planted_rows(one)])
    files["README.md"] = README
    return with_manifest(files)


def _periods(made: Made) -> Iterator[tuple[ReportingPlace, str, Tables]]:
    for period in CITY_PLACE.periods:
        yield CITY_PLACE, period, _of_city(period, made)
    for period in DISTRICT_PLACE.periods:
        yield DISTRICT_PLACE, period, _of_district(period, made)
    for period in PROVINCE_PLACE.periods:
        yield PROVINCE_PLACE, period, _of_province(period, made)


def _of_city(period: str, made: Made) -> Tables:
    decided = changes.approvals(period, made.seed)
    return {
        "household_review": review_rows(period, made.city),
        "household_changes": changes.change_rows(period, made.seed),
        "activities": activities.activity_rows(period, made.seed),
        "fund_disbursement": funds.fund_rows(period, made.city_money),
        "documents": papers.document_rows(CITY_PLACE, period, decided),
        "targets": targets.target_rows(CITY_PLACE, period, made.city),
        "published": papers.published_rows(period, made.city),
        **breakdown_tables(period, made.city, made.seed),
    }


def _of_district(period: str, made: Made) -> Tables:
    return {
        "household_review": district.district_reviews(period, made.district),
        "activities": district.district_activities(period, made.seed),
        "fund_disbursement": funds.fund_rows(period, made.district_money),
        "documents": papers.document_rows(DISTRICT_PLACE, period),
        **district.district_breakdowns(period, made.district, made.seed),
    }


def _of_province(period: str, made: Made) -> Tables:
    money = funds.added_up(made.city_money, made.district_money)
    return {
        "household_review": district.province_reviews(period, made.city, made.district),
        "activities": district.province_activities(period, made.seed),
        "fund_disbursement": funds.fund_rows(period, money),
        "documents": papers.document_rows(PROVINCE_PLACE, period),
    }


def review_rows(period: str, made: reviews.CityReviews) -> list[Row]:
    """The reviews a period tells; the parts of a year tell none."""
    approvals = CITY_PLACE.approvals
    if period == MID_TERM:
        rows = []
        for year in YEARS:
            for code, one in made.settled(year).items():
                vintage = "amended" if year == 2022 and code in made.amended else "official"
                rows.append(reviews.level_row(code, year, vintage, one, approvals))
        return rows
    if not is_whole_year(period):
        return []
    year = int(period)
    if year == OPENING_YEAR:
        return [reviews.level_row(code, year, "official", one, approvals) for code, one in made.official[year].items()]
    told = {"preliminary": made.preliminary.get(year, {}), "official": made.official[year]}
    told["amended"] = made.amended if year == 2022 else {}
    order = {code: position for position, code in enumerate([CITY_CODE, *made.official[2021]])}
    return [
        reviews.review_row(code, year, vintage, one, approvals)
        for vintage, by_place in told.items()
        for code, one in sorted(by_place.items(), key=lambda item: order[item[0]])
    ]


def breakdown_tables(period: str, made: reviews.CityReviews, seed: int) -> Tables:
    """The forms sent with a review of a year, on its settled list."""
    if not is_whole_year(period) or int(period) not in YEARS:
        return {}
    year = int(period)
    changed = made.amended if year == 2022 else {}
    whole, *wards = (
        breakdowns.Settled(code, "amended" if code in changed else "official", review)
        for code, review in made.settled(year).items()
    )
    return {form.id: breakdowns.breakdown_rows(form, year, whole, wards, seed) for form in breakdowns.FORMS}


def _period_files(place: ReportingPlace, period: str, tables: Tables, spoilt: list[Planted]) -> dict[str, str]:
    folder = f"periods/{place.slug}/{period}"
    comment = "Số liệu giả định, do python -m poverty_evaluation.samples sinh ra; không sửa tay."
    files = {f"{name}.csv": csv_text(_COLUMNS[name], rows) for name, rows in tables.items() if rows}
    files["report.yml"] = yaml_text(papers.report(place, period), comment)
    read_otherwise = corrections(period, spoilt)
    if read_otherwise:
        files["corrections.yml"] = yaml_text(read_otherwise, comment)
    if layout(place, period).status != "draft":
        files["explanations.yml"] = yaml_text(answers(period, spoilt, tables["household_review"]), comment)
    files |= {f"narrative/{name}.md": text for name, text in narrative(place, period).items()}
    return {f"{folder}/{name}": text for name, text in files.items()}
