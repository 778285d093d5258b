"""Bộ số liệu giả định: every file of the second data root, as texts."""

from __future__ import annotations

from pathlib import Path

from poverty_evaluation.samples import activities, breakdowns, funds, papers, reviews
from poverty_evaluation.samples.calendar import MID_TERM, OPENING_YEAR, PERIODS, YEARS, is_whole_year
from poverty_evaluation.samples.city import CITY_CODE, CITY_SLUG
from poverty_evaluation.samples.planting import PLANTED_COLUMNS, Planted, Row, planted_rows
from poverty_evaluation.samples.plants import corrections, plant
from poverty_evaluation.samples.prose import narrative
from poverty_evaluation.samples.reference_files import reference_files
from poverty_evaluation.samples.writing import csv_text, with_manifest, yaml_text

DEFAULT_SEED = 2021
_COLUMNS = {
    "household_review": reviews.COLUMNS,
    "activities": activities.COLUMNS,
    "fund_disbursement": funds.COLUMNS,
    "documents": papers.DOCUMENT_COLUMNS,
    "targets": papers.TARGET_COLUMNS,
    "published": papers.PUBLISHED_COLUMNS,
    **{form.id: form.columns for form in breakdowns.FORMS},
}


def sample_files(seed: int, generic_reference: Path) -> dict[str, str]:
    """Path below the data root → text. The same seed and generic reference give the same texts."""
    made = reviews.make_reviews(seed)
    money = funds.make_funds(seed, CITY_SLUG)
    files = reference_files(generic_reference)
    planted: list[Planted] = []
    for period in PERIODS:
        tables = {
            "household_review": review_rows(period, made),
            "activities": activities.activity_rows(period, seed),
            "fund_disbursement": funds.fund_rows(period, money),
            "documents": papers.document_rows(period),
            "targets": papers.target_rows(period),
            "published": papers.published_rows(period, made),
            **breakdown_tables(period, made, seed),
        }
        spoilt = plant(period, tables)
        files |= _period_files(period, tables, spoilt)
        planted += spoilt
    files["planted.csv"] = csv_text(PLANTED_COLUMNS, [line for one in planted for line in planted_rows(one)])
    files["README.md"] = _README
    return with_manifest(files)


def review_rows(period: str, made: reviews.CityReviews) -> list[Row]:
    """The reviews a period tells; the parts of a year tell none."""
    if period == MID_TERM:
        rows = []
        for year in YEARS:
            for code, one in made.settled(year).items():
                vintage = "amended" if year == 2022 and code in made.amended else "official"
                rows.append(reviews.level_row(code, year, vintage, one))
        return rows
    if not is_whole_year(period):
        return []
    year = int(period)
    if year == OPENING_YEAR:
        return [reviews.level_row(code, year, "official", one) for code, one in made.official[year].items()]
    told = {"preliminary": made.preliminary if year == 2023 else {}, "official": made.official[year]}
    told["amended"] = made.amended if year == 2022 else {}
    order = {code: position for position, code in enumerate([CITY_CODE, *made.official[2021]])}
    return [
        reviews.review_row(code, year, vintage, one)
        for vintage, by_place in told.items()
        for code, one in sorted(by_place.items(), key=lambda item: order[item[0]])
    ]


def breakdown_tables(period: str, made: reviews.CityReviews, seed: int) -> dict[str, list[Row]]:
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


def _period_files(period: str, tables: dict[str, list[Row]], spoilt: list[Planted]) -> dict[str, str]:
    folder = f"periods/{CITY_SLUG}/{period}"
    comment = "Số liệu giả định, do python -m poverty_evaluation.samples sinh ra; không sửa tay."
    files = {f"{name}.csv": csv_text(_COLUMNS[name], rows) for name, rows in tables.items() if rows}
    files["report.yml"] = yaml_text(papers.report(period), comment)
    read_otherwise = corrections(period, spoilt)
    if read_otherwise:
        files["corrections.yml"] = yaml_text(read_otherwise, comment)
    files |= {f"narrative/{name}.md": text for name, text in narrative(period).items()}
    return {f"{folder}/{name}": text for name, text in files.items()}


_README = """\
# Thành phố Sông Mẫu: số liệu giả định

There is no such city. Everything under `periods/` and the places, organisations, measures and decisions under
`reference/` are invented and were written by `python -m poverty_evaluation.samples`; law, standards, programmes, units,
indicators and outlines are copies of `data/reference`. Nothing here is edited by hand: change the generator under
`lib/poverty_evaluation/samples/` and run it again.

| file | is |
| --- | --- |
| `periods/song-mau-city/<period>/` | what the city “sent”: 2021, 2022-H1, 2022-9M, 2022, 2023, 2021-2023 |
| `planted.csv` | the contradictions planted on purpose: cell, finding it must raise, consistent value, why |
| `manifest.csv` | the files of the sample with their sha256; a changed or foreign file keeps the command from writing |

What it shows: a change of poverty standard between 2021 and 2022; preliminary, official and amended reviews; two wards
merged on 1 March 2023; half-years that are added and cumulative figures that are not; done and expected side by side;
one event told by two; loans of which four organisations look after parts.
"""
