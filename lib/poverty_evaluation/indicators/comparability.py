"""Tính so sánh được: where two reviews stand under different standards or boundaries, a note says why nothing is
subtracted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from poverty_evaluation.indicators.pairs import ReviewPair, review_pairs
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.reference import IndicatorKind
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.values import IndicatorValue

#: What a standard is called, and what is not compared under two of them, in both languages.
_OF_POVERTY = (
    ("chuẩn nghèo", "poverty standard"),
    ("số hộ nghèo và tỷ lệ hộ nghèo", "poor households and rates"),
)
_OF_ANOTHER_FIELD = (("chuẩn", "standard"), ("số liệu", "the figures"))


def comparability_findings(context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Iterator[Finding]:
    """A note for each reason why the opening and the closing review of a place are not comparable.

    A change of standard that the report's own place tells of is not told again for the places within it.
    """
    pairs = list(review_pairs(context))
    told = {_standards_of(pair) for pair in pairs if pair.place_code == context.place_code}
    for pair in pairs:
        is_own = pair.place_code == context.place_code
        if not pair.under_one_standard and (is_own or _standards_of(pair) not in told):
            yield _finding(pair, context, known, "standard", *_of_standards(pair, context))
        if pair.boundary is not None and pair.opening.merged:
            yield _restated(_finding(pair, context, known, "boundary", *_of_merger(pair, context)))
        elif pair.boundary is not None:
            yield _finding(pair, context, known, "boundary", *_of_boundary(pair, context))


def _standards_of(pair: ReviewPair) -> tuple[str, ...]:
    """From which standard to which, between which years."""
    reviews = (pair.opening, pair.closing)
    return tuple(part for review in reviews for part in (review.standard_id, review.as_of[:4]))


def _of_standards(pair: ReviewPair, context: PeriodTables) -> tuple[str, str, str]:
    before, after = (context.reference.standard(review.standard_id) for review in (pair.opening, pair.closing))
    opening, closing = pair.opening.as_of[:4], pair.closing.as_of[:4]
    standard, subject = _OF_POVERTY if context.reference.is_of_poverty else _OF_ANOTHER_FIELD
    vi = (
        f"Số liệu năm {closing} được rà soát theo {standard[0]} quy định tại {_cited(after.instrument, context)}, khác "
        f"với chuẩn áp dụng năm {opening} ({_cited(before.instrument, context)}); do đó không so sánh trực tiếp "
        f"{subject[0]} giữa hai thời điểm."
    )
    en = (
        f"The review of {closing} stands under the {standard[1]} of {after.instrument}, that of {opening} under "
        f"{before.instrument}; {subject[1]} of the two are not compared."
    )
    return vi, en, f"{before.instrument} ≠ {after.instrument}"


def _of_boundary(pair: ReviewPair, context: PeriodTables) -> tuple[str, str, str]:
    boundary = pair.boundary
    assert boundary is not None and boundary.valid_from is not None
    day_vi, day_en = (write_date(boundary.valid_from, language) for language in ("vi", "en"))
    under_vi = f" theo {_cited(boundary.instrument, context)}" if boundary.instrument else ""
    under_en = f" under {boundary.instrument}" if boundary.instrument else ""
    before, after = " + ".join(boundary.predecessor_codes), boundary.place_code
    vi = (
        f"Địa giới hành chính thay đổi từ ngày {day_vi}{under_vi}; do đó không so sánh trực tiếp số liệu năm "
        f"{pair.opening.as_of[:4]} với số liệu năm {pair.closing.as_of[:4]}."
    )
    en = (
        f"The boundaries changed on {day_en}{under_en}; the figures of {pair.opening.as_of[:4]} and "
        f"{pair.closing.as_of[:4]} are not compared."
    )
    return vi, en, f"{before} → {after}"


def _of_merger(pair: ReviewPair, context: PeriodTables) -> tuple[str, str, str]:
    boundary = pair.boundary
    assert boundary is not None and boundary.valid_from is not None
    day_vi, day_en = (write_date(boundary.valid_from, language) for language in ("vi", "en"))
    under_vi = f" theo {_cited(boundary.instrument, context)}" if boundary.instrument else ""
    under_en = f" under {boundary.instrument}" if boundary.instrument else ""
    vi = (
        f"Do sắp xếp đơn vị hành chính từ ngày {day_vi}{under_vi}, số liệu năm {pair.opening.as_of[:4]} được tổng hợp "
        "lại theo địa giới mới."
    )
    en = (
        f"Places were joined on {day_en}{under_en}; the figures of {pair.opening.as_of[:4]} are added up on the new "
        "territory."
    )
    return vi, en, f"{' + '.join(review.place_code for review in pair.opening.merged)} → {boundary.place_code}"


def _restated(finding: Finding) -> Finding:
    """What was added up on the new territory is compared: the reader is told of how the places were matched."""
    return replace(finding, kind=FindingKind.MAPPING, severity=Severity.NOTE)


def _finding(
    pair: ReviewPair,
    context: PeriodTables,
    known: Mapping[str, IndicatorValue],
    reason: str,
    message_vi: str,
    message_en: str,
    computed: str,
) -> Finding:
    ids = tuple(
        identity
        for name in _compared(context, standards_differ=reason == "standard")
        for review in (pair.opening, pair.closing)
        if (identity := review.id_of(name)) in known
    )
    where_vi, where_en = _elsewhere(pair, context)
    kind = FindingKind.NOT_COMPARABLE
    return Finding(
        id=finding_id(kind, (reason, pair.opening.id_of("review"), pair.closing.id_of("review"))),
        severity=SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=f"{where_vi}{message_vi}",
        message_en=f"{where_en}{message_en}",
        quote=" … ".join(known[identity].as_printed for identity in ids if known[identity].as_printed),
        computed=computed,
        indicator_ids=ids,
    )


def _compared(context: PeriodTables, standards_differ: bool) -> tuple[str, ...]:
    """The indicators whose difference between two reviews is defined; where the standards differ, those it forbids."""
    changes = (one for one in context.reference.indicators if one.kind is IndicatorKind.DIFFERENCE)
    return tuple(dict.fromkeys(one.of[0] for one in changes if one.comparable_within or not standards_differ))


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
