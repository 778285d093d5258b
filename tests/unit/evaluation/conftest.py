"""Small contexts built by hand, on the real reference data; and the real periods, read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from poverty_evaluation.evaluation.blocks import (
    BulletList,
    Chart,
    FindingItem,
    Findings,
    Heading,
    KeyFigures,
    Line,
    Number,
    Paragraph,
    Table,
    Text,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation import formatting
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.choices import ReportStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.neighbours import Neighbours
from poverty_evaluation.vocabulary.quantities import write_number
from poverty_evaluation.vocabulary.report import Issuer, ReportProfile
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id

DATA = Path(__file__).parents[3] / "data"
CITY = "213"

_COLUMNS = {
    "household_review": "place_code as_of standard_id vintage approved_by file",
    "previous_household_review": "place_code as_of standard_id vintage approved_by file",
    "activities": "activity_id event_id counted_under part_of parts measure_code organisation_code beneficiary_group "
    "place_code data_from data_to as_of time_basis realisation flow label_vi label_en file",
    "activity_figures": "figure_id activity_id role kind unit_code status",
    "targets": "target_id document indicator_id kind direction baseline part_of label_vi label_en file",
    "documents": "symbol type_vi date issuer_code issuer_vi subject_vi subject_en section file",
    "published": "published_id label_vi label_en file",
}

_PROFILE = ReportProfile(
    place="bac-giang-city",
    period="2016-2018",
    kind="mid-term",
    title_vi="Đánh giá giữa kỳ",
    title_en="Mid-term evaluation",
    data_from=date(2016, 1, 1),
    data_to=date(2018, 6, 30),
    as_of=date(2018, 7, 31),
    leading_standard="qd-59-2015",
    issuer=Issuer("people_committee", "Ủy ban nhân dân thành phố Bắc Giang", "People’s Committee of Bắc Giang City"),
    programme_id="gnbv-2016-2020",
    status=ReportStatus.DRAFT,
)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture
def frame() -> Callable[..., pd.DataFrame]:
    """A table of a period from its rows; columns left out are empty."""

    def build(name: str, *rows: dict[str, str]) -> pd.DataFrame:
        columns = _COLUMNS[name].split()
        return pd.DataFrame([{column: row.get(column, "") for column in columns} for row in rows], columns=columns)

    return build


@pytest.fixture
def review() -> Callable[..., dict[str, str]]:
    def build(as_of: str, standard_id: str = "qd-59-2015", **more: str) -> dict[str, str]:
        return {"place_code": CITY, "as_of": as_of, "standard_id": standard_id, "vintage": "official", **more}

    return build


@pytest.fixture
def value() -> Callable[..., IndicatorValue]:
    """A value of the city; `when` is a date of a review, or nothing for the whole period."""

    def build(indicator_id: str, number: Any, unit: str = "household", when: str = "", **more: Any) -> IndicatorValue:
        dimensions = more.pop("dimensions", {})
        place = more.pop("place_code", CITY)
        decimals = more.pop("decimals", 2 if unit in ("ratio", "pp") else 0)
        return IndicatorValue(
            id=value_id(indicator_id, place, when or "2016-2018", dimensions),
            indicator_id=indicator_id,
            label_vi=indicator_id,
            label_en=indicator_id,
            value=None if number is None else Fraction(str(number)),
            unit=unit,
            decimals=decimals,
            place_code=place,
            period="2016-2018",
            as_of=when,
            **more,
        )

    return build


@pytest.fixture
def context(reference: Reference, frame: Callable[..., pd.DataFrame]) -> Callable[..., EvaluationContext]:
    """A context of the city with nothing in it but what the test gives."""

    def build(
        values: tuple[IndicatorValue, ...] = (),
        findings: tuple[Finding, ...] = (),
        language: str = "vi",
        narrative: dict[str, str] | None = None,
        tables: dict[str, pd.DataFrame] | None = None,
        known: Reference | None = None,
        **profile: Any,
    ) -> EvaluationContext:
        held = {name: frame(name) for name in _COLUMNS} | (tables or {})
        report = replace(_PROFILE, **profile)
        return EvaluationContext(report, known or reference, language, values, findings, held, narrative or {})

    return build


@pytest.fixture
def two_reviews(
    value: Callable[..., IndicatorValue],
    review: Callable[..., dict[str, str]],
    frame: Callable[..., pd.DataFrame],
    context: Callable[..., EvaluationContext],
) -> Callable[..., EvaluationContext]:
    """The city at two reviews: poor households and all households at each, and what follows from them."""

    def build(
        before: tuple[int, int | None],
        after: tuple[int, int | None],
        opening: str = "2015-12-31",
        closing: str = "2017-12-31",
        more: tuple[IndicatorValue, ...] = (),
        **rest: Any,
    ) -> EvaluationContext:
        values = list(more)
        for (poor, total), when in ((before, opening), (after, closing)):
            values.append(value("poor_households", poor, when=when))
            if total is not None:
                values.append(value("total_households", total, when=when))
                values.append(value("poverty_ratio", Fraction(poor, total), "ratio", when))
        values += list(_changes(value, before, after, opening, closing))
        tables = {
            "previous_household_review": frame("previous_household_review", review(opening)),
            "household_review": frame("household_review", review(closing)),
        }
        return context(tuple(values), tables=tables | rest.pop("tables", {}), **rest)

    return build


def _changes(
    value: Callable[..., IndicatorValue],
    before: tuple[int, int | None],
    after: tuple[int, int | None],
    opening: str,
    closing: str,
) -> Iterator[IndicatorValue]:
    ends = {
        name: tuple(value_id(name, CITY, when) for when in (opening, closing))
        for name in ("poor_households", "poverty_ratio")
    }
    counts, rates = ends["poor_households"], ends["poverty_ratio"]
    yield value("poor_households_change", after[0] - before[0], operands=counts)
    if before[0]:
        yield value(
            "poor_households_relative_change", Fraction(after[0] - before[0], before[0]), "ratio", operands=counts
        )
    if before[1] is not None and after[1] is not None:
        yield value("total_households_change", after[1] - before[1])
        points = Fraction(after[0], after[1]) - Fraction(before[0], before[1])
        years = int(closing[:4]) - int(opening[:4])
        yield value("poverty_ratio_change_pp", points, "pp", operands=rates)
        yield value("poverty_ratio_change_per_year_pp", points / max(years, 1), "pp", operands=rates, decimals=3)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    def build(identity: str = "f1", severity: Severity = Severity.ERROR, **more: Any) -> Finding:
        given = {"kind": FindingKind.SUM, "message_vi": f"Lỗi {identity}.", "message_en": f"Error {identity}."} | more
        return Finding(id=identity, severity=severity, **given)

    return build


@pytest.fixture
def read() -> Callable[..., str]:
    """A line as plain text: numbers bare, without their sign where the verb tells it; what the document counts itself
    as it is written."""
    return read_line


def read_line(line: Line, language: str = "vi") -> str:
    return "".join(part.text if isinstance(part, Text) else _bare(part, language) for part in line)


def _bare(number: Number, language: str) -> str:
    if number.value_id.startswith("tally_"):
        return formatting.write(number, language)
    if number.value is None:
        return f"«{number.as_printed or number.status}»"
    amount = abs(number.value) if number.form == "magnitude" else number.value
    if number.unit in ("ratio", "pp") and number.form == "cell":
        return write_number(amount * 100, number.decimals)
    if number.unit in ("ratio", "pp"):
        return write_number(amount * 100, number.decimals) + ("%" if number.unit == "ratio" else " điểm phần trăm")
    return write_number(amount, number.decimals)


@pytest.fixture
def numbers() -> Callable[[Any], list[Number]]:
    """Every number of a block, its charts and notes included."""

    def of(block: Any) -> list[Number]:
        return [part for line in _lines(block) for part in line if isinstance(part, Number)]

    return of


@pytest.fixture
def texts() -> Callable[[Any], list[str]]:
    """Every text of a block as it would be read, quotations of findings left out."""

    def of(block: Any) -> list[str]:
        found = [part.text for line in _lines(block) for part in line if isinstance(part, Text)]
        match block:
            case Heading():
                found.append(block.text)
            case Table():
                found += [
                    block.label,
                    block.title,
                    block.unit_line,
                    block.source,
                    *(one.heading for one in block.columns),
                ]
            case Chart():
                found += [block.label, block.title, block.value_label, block.alternative, block.source]
                found += [text for point in block.points for text in (point.category, point.series)]
            case Findings():
                found += [*block.headings, *(text for item in block.items for text in _item_texts(item))]
        return found

    return of


def _item_texts(item: FindingItem) -> tuple[str, ...]:
    return item.severity_label, item.kind_label


def _lines(block: Any) -> list[Line]:
    match block:
        case Paragraph():
            return [block.content]
        case BulletList():
            return list(block.items)
        case KeyFigures():
            return [(item.number,) for item in block.items]
        case Table():
            return [*(cell for row in block.rows for cell in row.cells), *block.notes]
        case Chart():
            return [*((point.number,) for point in block.points), *block.notes]
    return []


@cache
def _received(place: str, period: str, previous: str) -> tuple[Any, Any, Reference]:
    reference = load_reference(DATA)
    folder = DATA / "periods" / place
    received = read_period(folder / period, DATA, reference, Neighbours(folder / previous if previous else None))
    report = received.report
    period_tables = PeriodTables(
        received.tables, reference, received.place_code, report.period, report.leading_standard, report.programme_id
    )
    return received, evaluate(period_tables), reference


@pytest.fixture(scope="session")
def real() -> Callable[..., EvaluationContext]:
    """The context of a real period, through the public functions of ingest and indicators."""

    def build(place: str, period: str, previous: str = "", language: str = "vi", **profile: Any) -> EvaluationContext:
        received, evaluated, reference = _received(place, period, previous)
        findings = (*received.findings, *evaluated.findings)
        report = replace(received.report, **profile)
        return EvaluationContext(
            report, reference, language, evaluated.values, findings, received.tables, received.narrative
        )

    return build
