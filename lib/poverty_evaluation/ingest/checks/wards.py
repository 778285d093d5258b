"""Kiểm tra tổng các đơn vị trực thuộc: the row of a place against the sum of the rows of its wards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from poverty_evaluation.ingest.checks.amounts import count, in_text
from poverty_evaluation.ingest.checks.amounts import told as said
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
    most of them were sent, but not all, a note says which were not.

    members: the places that report.yml says make it up, instead of those of the list.
    """
    told = {_key(review): review for review in reviews}
    own = [review for review in reviews if review.row.place_code == place_code]
    latest = {_key(review)[:3]: review for review in sorted(own, key=_vintage)}
    for review in latest.values():
        day = date.fromisoformat(review.row.as_of)
        parts = [places.place(code, day) for code in members] or list(places.parts(place_code, day))
        found = {place.place_code: _of_part(place, review, told, places) for place in parts}
        sent = [one for rows in found.values() for one in rows]
        if not any(one.row.vintage == review.row.vintage for one in sent):
            continue
        absent = [place for place in parts if not found[place.place_code]]
        if not absent:
            yield from _sums(review, sent, places.place(place_code, day), day)
        elif members or 2 * len(absent) < len(parts):
            yield _incomplete(review, absent, len(parts), day)


def _vintage(review: Review) -> int:
    return list(Vintage).index(Vintage(review.row.vintage))


def _key(review: Review) -> _Key:
    row = review.row
    return row.place_code, row.as_of, row.standard_id, row.vintage


def _of_part(place: Place, review: Review, told: Mapping[_Key, Review], places: Places) -> list[Review]:
    """The row of a part in the vintage of the whole, or those of all its own wards; none where not all is known."""
    own = _row_of(place, review, told)
    if own is not None:
        return [own]
    wards = places.parts(place.place_code, date.fromisoformat(review.row.as_of))
    rows = [one for ward in wards if (one := _row_of(ward, review, told)) is not None]
    return rows if len(rows) == len(wards) else []


def _row_of(place: Place, review: Review, told: Mapping[_Key, Review]) -> Review | None:
    """An amendment leaves those rows standing that it does not name."""
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
    files = sorted({part.source.file for part in parts} - {whole.source.file})
    from_vi, from_en = (f" Số của các đơn vị: {', '.join(files)}.", f" Their figures: {', '.join(files)}.")
    if not files:
        from_vi = from_en = ""
    finding = make_finding(
        FindingKind.SUM,
        [whole, *parts],
        (
            f"{whole.label_vi} ngày {write_date(day, 'vi')}: số của {name} ghi “{whole.quote}”, cộng "
            f"{in_text(len(parts))} đơn vị trực thuộc được {count(total)} (chênh lệch {in_text(apart)}).{from_vi} Đề "
            "nghị kiểm tra, xác nhận.",
            f"{whole.label_en} on {write_date(day, 'en')}: {place.full_name('en')} says {said(whole, 'en')}, its "
            f"{len(parts)} places add up to {count(total, 'en')} (a difference of {count(apart, 'en')}).{from_en}",
        ),
        whole.as_printed,
        f"{' + '.join(part.as_printed for part in parts)} = {count(total)} ≠ {count(whole.value)}",
        quote=whole.quote,
    )
    yield finding if verdict.state is State.CONTRADICTION else weaker(finding)


def _incomplete(review: Review, absent: Sequence[Place], of_all: int, day: date) -> Finding:
    sent = of_all - len(absent)
    names_vi, names_en = (", ".join(place.full_name(one) for place in absent) for one in ("vi", "en"))
    figures = [review.figure(field.name) for field in review.table.fields if is_figure(field)]
    told = next((figure for figure in figures if figure.status is not ValueStatus.MISSING), figures[0])
    return make_finding(
        FindingKind.MISSING,
        [told],
        (
            f"Kết quả rà soát ngày {write_date(day, 'vi')} chưa có số liệu của {names_vi} "
            f"({sent} trên {of_all} đơn vị trực thuộc đã gửi); chưa đối chiếu được tổng với từng đơn vị.",
            f"The review of {write_date(day, 'en')} lacks {names_en} ({sent} of {of_all} places were sent); "
            "the total was not held against them.",
        ),
        told.as_printed,
        f"{sent}/{of_all}",
    )
