"""Tính so sánh được: where two reviews stand under different standards, a note says why nothing is subtracted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.reviews import ReviewPair, review_pairs
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, finding_id
from poverty_evaluation.vocabulary.values import IndicatorValue


def comparability_findings(context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Iterator[Finding]:
    """One note per place whose opening and closing reviews are not comparable."""
    for pair in review_pairs(context.reviews, context.leading_standard):
        if not pair.comparable:
            yield _finding(pair, context, known)


def _finding(pair: ReviewPair, context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Finding:
    ids = tuple(
        identity
        for name in ("poor_households", "poverty_ratio")
        for review in (pair.opening, pair.closing)
        if (identity := review.id_of(name)) in known
    )
    before, after = (context.reference.standard(review.standard_id) for review in (pair.opening, pair.closing))
    opening, closing = pair.opening.as_of[:4], pair.closing.as_of[:4]
    where_vi, where_en = _elsewhere(pair, context)
    kind = FindingKind.NOT_COMPARABLE
    return Finding(
        id=finding_id(kind, ids),
        severity=SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=f"{where_vi}Số liệu năm {closing} được rà soát theo chuẩn nghèo quy định tại "
        f"{_cited(after.instrument, context)}, khác với chuẩn áp dụng năm {opening} "
        f"({_cited(before.instrument, context)}); do đó không so sánh trực tiếp số hộ nghèo và tỷ lệ hộ nghèo giữa "
        "hai thời điểm.",
        message_en=f"{where_en}The review of {closing} stands under the poverty standard of {after.instrument}, that "
        f"of {opening} under {before.instrument}; poor households and rates of the two are not compared.",
        quote=" … ".join(known[identity].as_printed for identity in ids if known[identity].as_printed),
        computed=f"{before.id} ≠ {after.id}",
        indicator_ids=ids,
    )


def _elsewhere(pair: ReviewPair, context: PeriodTables) -> tuple[str, str]:
    """The name of a place other than the report's own, in front of a sentence."""
    place = context.reference.places.find(pair.place_code, date.fromisoformat(pair.closing.as_of))
    if place is None or pair.place_code == context.place_code:
        return "", ""
    name_vi = place.full_name("vi")
    return f"{name_vi[:1].upper()}{name_vi[1:]}: ", f"{place.full_name('en')}: "


def _cited(symbol: str, context: PeriodTables) -> str:
    """Type and symbol of a legal document."""
    document = context.reference.documents.get(symbol)
    return f"{document.type_vi} số {symbol}" if document is not None else symbol
