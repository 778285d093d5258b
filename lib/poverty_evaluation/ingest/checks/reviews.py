"""Kiểm tra kết quả rà soát: rates against counts, classes against the total, movements, one review against the next."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import count
from poverty_evaluation.ingest.checks.figures import Figure, make_finding, review_figure, weaker
from poverty_evaluation.relations import Carried, FlowIdentity, Share, State, SumOfParts
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.period_tables import HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.quantities import write_percent

_RATES = (
    ("poverty_ratio_printed", "poor_households", "hộ nghèo", "poor households"),
    ("near_poverty_ratio_printed", "near_poor_households", "hộ cận nghèo", "near-poor households"),
)
_COUNTS = (
    "total_households", "poor_households", "near_poor_households", "escaped_households", "relapsed_households",
    "newly_poor_households", "opening_households",
)  # fmt: skip


def review_figures(reviews: pd.DataFrame) -> list[Figure]:
    """Every number of the reviews that was sent."""
    return [
        figure
        for row in reviews.itertuples(index=False)
        for column in (*_COUNTS, *(rate[0] for rate in _RATES))
        if (figure := review_figure(row, HOUSEHOLD_REVIEW, column)).status is not ValueStatus.MISSING
    ]


def check_reviews(reviews: pd.DataFrame, previous: pd.DataFrame) -> list[Finding]:
    """Findings on the reviews of this period; `previous` are those of the period before."""
    findings: list[Finding] = []
    for row in reviews.itertuples(index=False):
        findings += _rates(row)
        findings += _classes(row)
        findings += _movements(row)
    return findings + _carried(reviews, previous) + _net_fall(reviews, previous)


def _figure(row: Any, column: str) -> Figure:
    return review_figure(row, HOUSEHOLD_REVIEW, column)


def _rates(row: Any) -> list[Finding]:
    findings = []
    whole = _figure(row, "total_households")
    for rate_column, part_column, name_vi, name_en in _RATES:
        rate, part = _figure(row, rate_column), _figure(row, part_column)
        verdict = Share(part.stated(), whole.stated(), rate.stated()).check()
        if verdict.state not in (State.CONTRADICTION, State.LIKELY, State.HOLDS_COARSER):
            continue
        if part.value is None or whole.value is None:
            continue
        computed = write_percent(part.value / whole.value, 2)
        loosely = verdict.state is State.HOLDS_COARSER
        finding = make_finding(
            FindingKind.SHARE,
            [rate, part, whole],
            f"Tỷ lệ {name_vi} ghi {rate.as_printed}%, tính lại từ số hộ là {computed}"
            + (" (chỉ khớp đến một chữ số thập phân)." if loosely else ". Đề nghị kiểm tra, xác nhận."),
            f"The rate of {name_en} is printed as {rate.as_printed}%; the counts give {computed}"
            + (" (they agree to one decimal only)." if loosely else "."),
            rate.as_printed,
            f"{count(part.value)} / {count(whole.value)} = {computed}",
        )
        findings.append(finding if verdict.state is State.CONTRADICTION else weaker(finding))
    return findings


def _classes(row: Any) -> list[Finding]:
    whole = _figure(row, "total_households")
    parts = [_figure(row, "poor_households"), _figure(row, "near_poor_households")]
    verdict = SumOfParts(whole.stated(), tuple(part.stated() for part in parts), complete=False).check()
    if verdict.state is not State.CONTRADICTION or whole.value is None:
        return []
    total = sum((part.value for part in parts if part.value is not None), Fraction(0))
    return [
        make_finding(
            FindingKind.SUM,
            [whole, *parts],
            f"Số hộ nghèo cộng số hộ cận nghèo ({count(total)}) lớn hơn tổng số hộ ({count(whole.value)}).",
            f"Poor and near-poor households together ({count(total)}) exceed all households ({count(whole.value)}).",
            whole.as_printed,
            f"{' + '.join(part.as_printed for part in parts)} = {count(total)} > {count(whole.value)}",
        )
    ]


def _movements(row: Any) -> list[Finding]:
    """Đầu kỳ - thoát + tái + phát sinh = cuối kỳ, where the row tells all of them."""
    opening, closing = _figure(row, "opening_households"), _figure(row, "poor_households")
    exits = [_figure(row, "escaped_households")]
    entries = [_figure(row, "relapsed_households"), _figure(row, "newly_poor_households")]
    verdict = FlowIdentity(
        opening.stated(),
        tuple(figure.stated() for figure in exits),
        tuple(figure.stated() for figure in entries),
        closing.stated(),
    ).check()
    if verdict.state is not State.CONTRADICTION or verdict.computed is None or closing.value is None:
        return []
    difference = count(abs(closing.value - verdict.computed))
    return [
        make_finding(
            FindingKind.IDENTITY,
            [closing, opening, *exits, *entries],
            f"Diễn biến hộ nghèo không cân đối: {verdict.detail} = {count(verdict.computed)}, số cuối kỳ ghi "
            f"{closing.as_printed} (chênh lệch {difference} hộ).",
            f"The movements do not balance: {verdict.detail} = {count(verdict.computed)}, the closing count is "
            f"{closing.as_printed} (a difference of {difference} households).",
            closing.as_printed,
            f"{verdict.detail} = {count(verdict.computed)}",
        )
    ]


def _carried(reviews: pd.DataFrame, previous: pd.DataFrame) -> list[Finding]:
    """The opening count told in this period against the closing count of the period before."""
    findings = []
    for row in reviews.itertuples(index=False):
        before = _last_before(row, previous)
        opening = _figure(row, "opening_households")
        if before is None or before.standard_id != row.standard_id or opening.value is None:
            continue
        closing = _figure(before, "poor_households")
        if (
            Carried(closing.stated(), opening.stated()).check().state is State.CONTRADICTION
            and closing.value is not None
        ):
            findings.append(
                make_finding(
                    FindingKind.IDENTITY,
                    [opening, closing],
                    f"Số hộ nghèo đầu kỳ ({opening.as_printed}) khác số cuối kỳ trước ({closing.as_printed}).",
                    f"The opening count ({opening.as_printed}) is not the closing count of the period before "
                    f"({closing.as_printed}).",
                    opening.as_printed,
                    f"{count(closing.value)} ≠ {count(opening.value)}",
                )
            )
    return findings


def _net_fall(reviews: pd.DataFrame, previous: pd.DataFrame) -> list[Finding]:
    """Nobody leaves the list without escaping: the net fall may not exceed the households that escaped."""
    findings = []
    for row in reviews.itertuples(index=False):
        before = _last_before(row, previous)
        if before is None or before.standard_id != row.standard_id:
            continue
        opening, closing, escaped = (
            _figure(before, "poor_households"),
            _figure(row, "poor_households"),
            _figure(row, "escaped_households"),
        )
        if opening.value is None or closing.value is None or escaped.value is None:
            continue
        fall = opening.value - closing.value
        if fall <= escaped.value:
            continue
        findings.append(
            weaker(
                make_finding(
                    FindingKind.IDENTITY,
                    [escaped, opening, closing],
                    f"Số hộ nghèo giảm {count(fall)} hộ, nhiều hơn số hộ thoát nghèo ({escaped.as_printed}).",
                    f"Poor households fell by {count(fall)}, more than escaped ({escaped.as_printed}).",
                    escaped.as_printed,
                    f"{count(opening.value)} - {count(closing.value)} = {count(fall)} > {count(escaped.value)}",
                )
            )
        )
    return findings


def _last_before(row: Any, previous: pd.DataFrame) -> Any | None:
    """The latest review of the same place before this one, from the period before."""
    earlier = [
        other
        for other in previous.itertuples(index=False)
        if other.place_code == row.place_code and other.as_of < row.as_of
    ]
    return max(earlier, key=lambda other: other.as_of) if earlier else None
