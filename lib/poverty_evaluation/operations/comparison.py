"""So sánh với bản đã công bố: what today's data give, beside the values of the report that was published.

A report that has been issued is never built again; this is how one sees what has changed since.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from poverty_evaluation.evaluation.tallies import TALLIES
from poverty_evaluation.operations.requests import RUN_RECORD, RunRequest, published_folder
from poverty_evaluation.presentation.formatting import exact_decimal
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.vocabulary.values import IndicatorValue
from poverty_evaluation.workspace.locations import Run

INDICATORS_FILE = "indicators.csv"


class Change(StrEnum):
    """Khác biệt của một giá trị so với bản đã công bố."""

    CHANGED = "changed"  # thay đổi
    ADDED = "added"  # mới có
    GONE = "gone"  # không còn


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs, as readers saw it and as they would see it now; None where there was or is none."""

    change: Change
    published: IndicatorValue | None
    today: IndicatorValue | None

    @property
    def value(self) -> IndicatorValue:
        value = self.today or self.published
        assert value is not None
        return value


@dataclass(frozen=True, slots=True)
class Comparison:
    """The published report that was compared, whether it was issued, and every value that differs."""

    folder: Path
    status: str
    compared: int
    differences: tuple[Difference, ...]


def compare(request: RunRequest) -> Comparison:
    """The values of today's data beside the published ones. InputError when nothing was published, or when the data
    cannot be read."""
    run, folder = published_folder(request)
    published = {
        identity: value for identity, value in read_published(folder).items() if value.indicator_id not in TALLIES
    }
    today = {value.id: value for value in evaluate_today(run)}
    record = json.loads((folder / RUN_RECORD).read_text(encoding="utf-8")) if (folder / RUN_RECORD).is_file() else {}
    return Comparison(
        folder, str(record.get("report_status", "")), len(published), tuple(differences(published, today))
    )


def evaluate_today(run: Run) -> tuple[IndicatorValue, ...]:
    """What 01 and 02 compute, without their notebooks."""
    from poverty_evaluation.indicators import PeriodTables, evaluate, for_audience
    from poverty_evaluation.ingest import read_period
    from poverty_evaluation.reference import load_reference

    reference = load_reference(run.data_root)
    received = read_period(run.period_folder, run.data_root, reference, run.neighbours, run.vintage)
    report = received.report
    tables = PeriodTables(
        received.tables,
        reference,
        received.place_code,
        report.period,
        report.leading_standard,
        report.programme_id,
        run.vintage,
    )
    return for_audience(evaluate(tables).values, (), report.audience, received.place_code, reference).values


def differences(published: Mapping[str, IndicatorValue], today: Mapping[str, IndicatorValue]) -> Iterable[Difference]:
    """In the order of today's values, those that are gone last."""
    for identity, value in today.items():
        before = published.get(identity)
        if before is None:
            yield Difference(Change.ADDED, None, value)
        elif _compared(before) != _compared(value):
            yield Difference(Change.CHANGED, before, value)
    for identity, value in published.items():
        if identity not in today:
            yield Difference(Change.GONE, value, None)


def read_published(folder: Path) -> dict[str, IndicatorValue]:
    """The values of a published indicators.csv, as far as they are compared and shown."""
    path = folder / INDICATORS_FILE
    if not path.is_file():
        raise InputError([_nothing_published(path)])
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    try:
        return {row["id"]: _value_from(row) for row in rows}
    except (KeyError, ValueError) as error:
        raise InputError([_unreadable(path, error)]) from None


def _value_from(row: Mapping[str, str]) -> IndicatorValue:
    return IndicatorValue(
        id=row["id"],
        indicator_id=row["indicator_id"],
        label_vi=row["label_vi"],
        label_en=row["label_en"],
        value=Fraction(row["value"]) if row["value"] else None,
        unit=row["unit"],
        decimals=int(row["decimals"]),
        qualifier=Qualifier(row["qualifier"]),
        status=ValueStatus(row["status"]),
        as_printed=row["as_printed"],
        place_code=row["place_code"],
        period=row["period"],
        as_of=row["as_of"],
    )


def _compared(value: IndicatorValue) -> tuple[str, ...]:
    """What makes a value another one, numbers in the precision of indicators.csv; which cell it rests on, or how that
    cell was written, does not. A figure that cannot be read is what was printed."""
    printed = value.as_printed if value.value is None else ""
    return exact_decimal(value.value), value.unit, value.qualifier, value.status, printed


def _nothing_published(path: Path) -> InputProblem:
    return InputProblem(
        "một báo cáo đã công bố để so sánh",
        "a published report to compare with",
        f"không có {path}",
        f"no {path}",
        "Lập báo cáo trước bằng poverty-evaluation run, hoặc chỉ nơi đặt kết quả bằng --output.",
        "Build the report first with poverty-evaluation run, or name the folder of the results with --output.",
    )


def _unreadable(path: Path, error: Exception) -> InputProblem:
    return InputProblem(
        "tệp indicators.csv như khi công bố",
        "indicators.csv as it was published",
        f"{path}: {error}",
        f"{path}: {error}",
        "Lấy lại tệp từ bản lưu của báo cáo đã công bố.",
        "Take the file again from the archive of the published report.",
    )
