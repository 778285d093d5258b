"""Kiểm tra số liệu của các đơn vị trực thuộc: who sent no period, and whose own figures differ from what the superior
was sent of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import told as said
from poverty_evaluation.ingest.checks.figures import Figure, Review, make_finding
from poverty_evaluation.ingest.reading import is_figure
from poverty_evaluation.reference import Place, Places
from poverty_evaluation.relations import SameFact, State
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.tables import FieldType


def check_members_sent(members: pd.DataFrame, places: Places, place_code: str, period: str) -> Iterator[Finding]:
    """A warning for each member that sent nothing for the period."""
    whole = places.place(place_code)
    for row in rows_of(members):
        if row.is_sent:
            continue
        place = places.place(row.place_code)
        yield Finding(
            id=finding_id(FindingKind.MISSING, ("member", place_code, row.place_code, period)),
            severity=Severity.WARNING,
            kind=FindingKind.MISSING,
            message_vi=f"Chưa nhận được số liệu kỳ này của {place.full_name('vi')}; các số của {whole.full_name('vi')} "
            "cộng từ đơn vị trực thuộc là “ít nhất”.",
            message_en=f"{place.full_name('en')} sent nothing for this period; what {whole.full_name('en')} adds up of "
            "its members is “at least”.",
        )


def check_told_by_members(
    reviews: Sequence[Review], of_members: Sequence[Review], places: Places
) -> Iterator[Finding]:  # fmt: skip
    """Each count that the reporting place was sent of a member, where the member itself tells another."""
    told = {_key(review): review for review in of_members}
    for review in reviews:
        other = told.get(_key(review))
        if other is None:
            continue
        place = places.place(review.row.place_code, date.fromisoformat(review.row.as_of))
        for field in review.table.fields:
            if field.type is FieldType.COUNT and is_figure(field):
                yield from _same(review.figure(field.name), other.figure(field.name), place, review.row.as_of)


def _key(review: Review) -> tuple[str, str, str, str]:
    row = review.row
    return row.place_code, row.as_of, row.standard_id, row.vintage


def _same(here: Figure, there: Figure, place: Place, as_of: str) -> Iterator[Finding]:
    if SameFact(there.stated(), here.stated()).check().state is not State.CONTRADICTION:
        return
    day_vi, day_en = (write_date(date.fromisoformat(as_of), language) for language in ("vi", "en"))
    yield make_finding(
        FindingKind.DUPLICATE,
        [here],
        (
            f"{here.label_vi} của {place.full_name('vi')} ngày {day_vi}: số gửi lên ghi “{here.quote}”, số của chính "
            f"đơn vị ghi “{there.quote}” ({there.source.where_vi()}). Đề nghị kiểm tra, xác nhận.",
            f"{here.label_en} of {place.full_name('en')} on {day_en}: {said(here, 'en')} were sent up, the place "
            f"itself says {said(there, 'en')} ({there.source.where_en()}).",
        ),
        here.as_printed,
        f"{here.as_printed} ≠ {there.as_printed}",
        severity=Severity.ERROR,
        quote=f"{here.quote} … {there.quote}",
    )
