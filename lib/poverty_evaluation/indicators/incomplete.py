"""Chưa đủ đơn vị: which places did not send the review that the sums of their superior add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.reviews import Review
from poverty_evaluation.vocabulary.findings import SEVERITY_OF_KIND, Finding, FindingKind, finding_id
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.values import IndicatorValue


def incomplete_findings(context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Iterator[Finding]:
    """A note for each review that was added up without some of its places; sums of areas are told with the whole."""
    for review in context.reviews:
        if review.parts and review.is_own and not review.is_complete and "area" not in review.dimensions:
            yield _finding(review, context, known)


def _finding(review: Review, context: PeriodTables, known: Mapping[str, IndicatorValue]) -> Finding:
    day = date.fromisoformat(review.as_of)
    of_all = len(review.parts) + len(review.missing) + len(review.unsettled)
    place = context.reference.places.place(review.place_code, day)
    why_vi, why_en = [], []
    if review.missing:
        why_vi.append(f"chưa gửi: {_names(review.missing, day, context, 'vi')}")
        why_en.append(f"not sent by {_names(review.missing, day, context, 'en')}")
    if review.unsettled:
        why_vi.append(f"mới có số liệu sơ bộ, không cộng: {_names(review.unsettled, day, context, 'vi')}")
        why_en.append(f"only preliminary, and not added, of {_names(review.unsettled, day, context, 'en')}")
    kind = FindingKind.MISSING
    ids = [review.id_of(one.id) for one in context.reference.indicators if review.id_of(one.id) in known]
    return Finding(
        id=finding_id(kind, ("parts", review.id_of("review"), *review.missing, *review.unsettled)),
        severity=SEVERITY_OF_KIND[kind],
        kind=kind,
        message_vi=f"Kết quả rà soát ngày {write_date(day, 'vi')} của {place.full_name('vi')} được cộng từ "
        f"{len(review.parts)} trên {of_all} đơn vị trực thuộc ({'; '.join(why_vi)}); các số cộng là “ít nhất”, không "
        "dùng để đánh giá tăng, giảm.",
        message_en=f"The review of {write_date(day, 'en')} of {place.full_name('en')} adds up {len(review.parts)} of "
        f"its {of_all} places ({'; '.join(why_en)}); the sums are “at least”, and no change is told from them.",
        computed=f"{len(review.parts)}/{of_all}",
        indicator_ids=tuple(ids),
    )


def _names(codes: tuple[str, ...], day: date, context: PeriodTables, language: str) -> str:
    return ", ".join(context.reference.places.place(code, day).full_name(language) for code in codes)
