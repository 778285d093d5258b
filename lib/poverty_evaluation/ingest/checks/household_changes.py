"""Kiểm tra bổ sung, đưa ra khỏi danh sách: dates within the period, and no more taken off than there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.checks.figures import Figure, Review, fraction, make_finding
from poverty_evaluation.ingest.reading import is_figure
from poverty_evaluation.relations import AtMost, State, Stated
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_CHANGES
from poverty_evaluation.vocabulary.periods import ReportingPeriod
from poverty_evaluation.vocabulary.quantities import write_date, write_number
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import value_id

_COUNTS = tuple(item.name for item in HOUSEHOLD_CHANGES.fields if is_figure(item))
#: What a review counted, what came onto the list and what left it.
_LISTS = (
    ("poor_households", "added_households", "removed_households"),
    ("near_poor_households", "near_poor_added_households", "near_poor_removed_households"),
)


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """What was approved for one place on one date."""

    row: Any

    def figure(self, column: str) -> Figure:
        field = HOUSEHOLD_CHANGES.field(column)
        identity = value_id(column, self.row.place_code, self.row.as_of)
        return Figure(
            value_id=identity,
            key=identity,
            value=fraction(getattr(self.row, column)),
            half_step=Fraction(0),
            qualifier=Qualifier(getattr(self.row, f"{column}_qualifier")),
            status=ValueStatus(getattr(self.row, f"{column}_status")),
            as_printed=getattr(self.row, f"{column}_as_printed"),
            unit="hộ",
            unit_name="hộ",
            unit_code="household",
            source=source_from_json(getattr(self.row, f"{column}_source")),
            label_vi=field.label_vi,
            label_en=field.label_en,
        )

    @property
    def figures(self) -> list[Figure]:
        """Those that were sent."""
        return [one for name in _COUNTS if (one := self.figure(name)).status is not ValueStatus.MISSING]


def household_changes(frame: pd.DataFrame) -> list[HouseholdChange]:
    """The rows of the table, the earliest first."""
    return sorted(map(HouseholdChange, rows_of(frame)), key=lambda change: str(change.row.as_of))


def check_household_changes(
    changes: Sequence[HouseholdChange], reviews: Sequence[Review], period: str
) -> list[Finding]:
    """Findings on what was approved in a period; `reviews` are those of this period and of the one before."""
    findings = list(_outside(changes, ReportingPeriod.parse(period)))
    for change in changes:
        for counted, added, removed in _LISTS:
            findings += _beyond_list(change, changes, reviews, (counted, added, removed))
    return findings


def _outside(changes: Sequence[HouseholdChange], period: ReportingPeriod) -> Iterator[Finding]:
    for change in changes:
        day = date.fromisoformat(change.row.as_of)
        if period.start <= day <= period.end or not change.figures:
            continue
        (day_vi, first_vi, last_vi), (day_en, first_en, last_en) = (
            [write_date(one, language) for one in (day, period.start, period.end)] for language in ("vi", "en")
        )
        yield make_finding(
            FindingKind.DATE,
            change.figures,
            (
                f"Số hộ bổ sung, đưa ra khỏi danh sách ngày {day_vi} nằm ngoài kỳ báo cáo ({first_vi} - {last_vi}). "
                "Đề nghị đơn vị kiểm tra, xác nhận.",
                f"Households added to or taken off the list on {day_en}, which is not within the period "
                f"({first_en} to {last_en}).",
            ),
            change.row.as_of,
            f"{first_vi} - {last_vi}",
        )


def _beyond_list(
    change: HouseholdChange, changes: Sequence[HouseholdChange], reviews: Sequence[Review], names: tuple[str, str, str]
) -> Iterator[Finding]:
    """More taken off since the last review than it counted and were added since."""
    counted, added, removed = names
    review = _last_before(change, reviews)
    opening = review.figure(counted) if review is not None else None
    taken_off = change.figure(removed)
    if review is None or opening is None or opening.value is None or taken_off.value is None:
        return
    since = [
        one
        for one in changes
        if one.row.place_code == change.row.place_code and review.row.as_of < one.row.as_of <= change.row.as_of
    ]
    came, left = ([one.figure(name) for one in since] for name in (added, removed))
    known = [figure.value for figure in came if figure.value is not None]
    if len(known) < len(came):
        return
    there_were = opening.value + sum(known, Fraction(0))
    gone = sum((figure.value for figure in left if figure.value is not None), Fraction(0))
    if AtMost(Stated("removed", gone), Stated("listed", there_were)).check().state is not State.CONTRADICTION:
        return
    (gone_vi, most_vi), (gone_en, most_en) = (
        [write_number(one, 0, language) for one in (gone, there_were)] for language in ("vi", "en")
    )
    terms = " + ".join(write_number(one, 0) for one in (opening.value, *known))
    yield make_finding(
        FindingKind.SUM,
        [taken_off, opening, *came, *(one for one in left if one.key != taken_off.key)],
        (
            f"{taken_off.label_vi} từ lần rà soát trước ({gone_vi} hộ) lớn hơn số hộ đầu kỳ cộng số hộ bổ sung "
            f"({most_vi} hộ). Đề nghị đơn vị kiểm tra, xác nhận.",
            f"{taken_off.label_en} since the last review ({gone_en}) exceed those counted and added ({most_en}).",
        ),
        taken_off.as_printed,
        f"{gone_vi} > {terms} = {most_vi}",
    )


def _last_before(change: HouseholdChange, reviews: Sequence[Review]) -> Review | None:
    """The review of the place that the changes are counted from, its latest vintage."""
    earlier = [
        review
        for review in reviews
        if review.row.place_code == change.row.place_code
        and review.row.as_of < change.row.as_of
        and not review.dimensions
    ]
    return max(earlier, key=lambda review: (review.row.as_of, list(Vintage).index(review.row.vintage)), default=None)
