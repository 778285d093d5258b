"""Tính so sánh được: where two reviews stand under different standards, a note says why nothing is subtracted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_evaluation.indicators.changes import review_pairs
from poverty_evaluation.indicators.inputs import PeriodTables
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.values import IndicatorValue, value_id


def comparability_findings(context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Iterator[Finding]:
    """One note per place whose opening and closing reviews are not comparable."""
    for pair in review_pairs(context):
        if pair.comparable:
            continue
        ids = tuple(
            identity
            for name in ("poor_households", "poverty_ratio")
            for when in (pair.opening, pair.closing)
            if (identity := value_id(name, pair.place_code, when)) in known
        )
        before, after = (context.reference.standard(code) for code in (pair.opening_standard, pair.closing_standard))
        opening, closing = pair.opening[:4], pair.closing[:4]
        before_vi, after_vi = (_cited(standard.instrument, context) for standard in (before, after))
        levels = " … ".join(known[identity].as_printed for identity in ids if known[identity].as_printed)
        yield Finding(
            id=finding_id(FindingKind.NOT_COMPARABLE, ids),
            severity=Severity.NOTE,
            kind=FindingKind.NOT_COMPARABLE,
            message_vi=f"Số liệu năm {closing} được rà soát theo chuẩn nghèo quy định tại {after_vi}, khác với "
            f"chuẩn áp dụng năm {opening} ({before_vi}); do đó không so sánh trực tiếp số hộ nghèo và tỷ lệ hộ "
            "nghèo giữa hai thời điểm.",
            message_en=f"The review of {closing} stands under the poverty standard of {after.instrument}, that of "
            f"{opening} under {before.instrument}; poor households and rates of the two are not compared.",
            quote=levels,
            computed=f"{before.id} ≠ {after.id}",
            indicator_ids=ids,
        )


def _cited(symbol: str, context: PeriodTables) -> str:
    """Type and symbol of a legal document."""
    document = context.reference.documents.get(symbol)
    return f"{document.type_vi} số {symbol}" if document is not None else symbol
