"""Kiểm tra tổng các đơn vị trực thuộc: the row of a place against the sum of the rows of its wards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from poverty_evaluation.ingest.checks.amounts import count, in_text, told
from poverty_evaluation.ingest.checks.figures import Figure, Review, make_finding, weaker
from poverty_evaluation.ingest.reading import is_figure
from poverty_evaluation.reference import Place, Places
from poverty_evaluation.relations import State, SumOfParts
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.tables import FieldType

_Key = tuple[str, str, str, str]


def check_wards(
    reviews: Sequence[Review], places: Places, place_code: str, members: Sequence[str] = ()
) -> Iterator[Finding]:  # fmt: skip
    """Of each review of the reporting place, in its latest vintage, the counts that its wards do not add up to; where
    some of them sent nothing beside it, a note says which. members: the places that report.yml says make it up, instead
    of those of the list."""
    told = {_key(review): review for review in reviews}
    own = [review for review in reviews if review.row.place_code == place_code]
    latest = {_key(review)[:3]: review for review in sorted(own, key=_vintage)}
    for review in latest.values():
        day = date.fromisoformat(review.row.as_of)
        parts = [places.place(code, day) for code in members] or list(places.parts(place_code, day))
        sent = [found for place in parts if (found := _of_part(place, review, told)) is not None]
        if not any(one.row.vintage == review.row.vintage for one in sent):
            continue
        if len(sent) < len(parts):
            yield _incomplete(review, parts, sent, day)
        else:
            yield from _sums(review, sent, places.place(place_code, day), day)


def _vintage(review: Review) -> int:
    return list(Vintage).index(Vintage(review.row.vintage))


def _key(review: Review) -> _Key:
    row = review.row
    return row.place_code, row.as_of, row.standard_id, row.vintage


def _of_part(place: Place, review: Review, told: Mapping[_Key, Review]) -> Review | None:
    """The row of a part in the vintage of the whole; an amendment leaves those standing that it does not name."""
    row = review.row
    vintages = [row.vintage, Vintage.OFFICIAL] if row.vintage == Vintage.AMENDED else [row.vintage]
    found = (told.get((place.place_code, row.as_of, row.standard_id, vintage)) for vintage in vintages)
    return next((one for one in found if one is not None), None)


def _sums(review: Review, parts: Sequence[Review], place: Place, day: date) -> Iterator[Finding]:
    for field in review.table.fields:
        if field.type is FieldType.COUNT and is_figure(field):
            figures = [part.figure(field.name) for part in parts]
            if all(figure.status is not ValueStatus.MISSING for figure in figures):
                yield from _sum(review.figure(field.name), figures, place, day)


def _sum(whole: Figure, parts: Sequence[Figure], place: Place, day: date) -> Iterator[Finding]:
    verdict = SumOfParts(whole.stated(), tuple(part.stated() for part in parts), complete=True).check()
    if verdict.state not in (State.CONTRADICTION, State.LIKELY) or whole.value is None:
        return
    total = sum((part.value for part in parts if part.value is not None), Fraction(0))
    apart = abs(whole.value - total)
    name = place.full_name("vi")
    finding = make_finding(
        FindingKind.SUM,
        [whole, *parts],
        (
            f"{whole.label_vi} ngày {write_date(day, 'vi')}: số của {name} ghi “{whole.quote}”, cộng "
            f"{in_text(len(parts))} đơn vị trực thuộc được {count(total)} (chênh lệch {in_text(apart)}). Đề "
            "nghị kiểm tra, xác nhận.",
            f"{whole.label_en} on {write_date(day, 'en')}: {place.full_name('en')} says {told(whole, 'en')}, "
            f"its {len(parts)} places add up to {count(total, 'en')} (a difference of {count(apart, 'en')}).",
        ),
        whole.as_printed,
        f"{' + '.join(part.as_printed for part in parts)} = {count(total)} ≠ {count(whole.value)}",
        quote=whole.quote,
    )
    yield finding if verdict.state is State.CONTRADICTION else weaker(finding)


def _incomplete(review: Review, parts: Sequence[Place], sent: Sequence[Review], day: date) -> Finding:
    codes = {one.row.place_code for one in sent}
    absent = [place for place in parts if place.place_code not in codes]
    names_vi, names_en = (", ".join(place.full_name(one) for place in absent) for one in ("vi", "en"))
    figures = [review.figure(field.name) for field in review.table.fields if is_figure(field)]
    told = next((figure for figure in figures if figure.status is not ValueStatus.MISSING), figures[0])
    return make_finding(
        FindingKind.MISSING,
        [told],
        (
            f"Kết quả rà soát ngày {write_date(day, 'vi')} chưa có số liệu của {names_vi} "
            f"({in_text(len(sent))} trên {in_text(len(parts))} đơn vị trực thuộc đã gửi); chưa đối "
            "chiếu được tổng với từng đơn vị.",
            f"The review of {write_date(day, 'en')} lacks {names_en} ({len(sent)} of {len(parts)} places were sent); "
            "the total was not held against them.",
        ),
        told.as_printed,
        f"{len(sent)}/{len(parts)}",
    )
