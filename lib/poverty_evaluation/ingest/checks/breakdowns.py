"""Kiểm tra biểu phân tổ: a form's total against the review, its columns against its total, wards against the city."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from poverty_evaluation.ingest.checks.amounts import count
from poverty_evaluation.ingest.checks.figures import Figure, Review, fraction, make_finding, weaker
from poverty_evaluation.ingest.positions import Pair
from poverty_evaluation.reference import TOTAL, Breakdown, Grouping, Places, Reference
from poverty_evaluation.relations import AtMost, SameFact, State, SumOfParts, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind
from poverty_evaluation.vocabulary.quantities import write_date
from poverty_evaluation.vocabulary.rows import rows_of
from poverty_evaluation.vocabulary.sources import source_from_json
from poverty_evaluation.vocabulary.values import value_id

_WRONG = (State.CONTRADICTION, State.LIKELY)
_ASK = "Đề nghị đơn vị kiểm tra, xác nhận."


@dataclass(frozen=True, slots=True)
class BrokenDown:
    """One row of a form: the class of one place on one date, its figures by category."""

    breakdown: Breakdown
    place_code: str
    as_of: str
    standard_id: str
    vintage: str
    place: tuple[str, str]
    figures: Mapping[str, Figure]

    @property
    def review_key(self) -> tuple[str, str, str, str]:
        return self.place_code, self.as_of, self.standard_id, self.vintage

    @property
    def name(self) -> Pair:
        """Which row of which form, in both languages."""
        day = date.fromisoformat(self.as_of)
        vi, en = (write_date(day, language) for language in ("vi", "en"))
        label = self.breakdown.label
        return f"{label.vi}, {self.place[0]}, {vi}", f"{label.en}, {self.place[1]}, {en}"

    @classmethod
    def rows_of(cls, frame: pd.DataFrame, reference: Reference, leading_standard: str) -> list[BrokenDown]:
        """The rows of all forms, in the order received; the standard is told in ids where a place has two on one date
        and it does not lead."""
        received: dict[tuple[str, str, str, str, str], dict[str, Any]] = {}
        standards: dict[tuple[str, str, str], set[str]] = {}
        for row in rows_of(frame):
            key = (row.breakdown_id, row.place_code, row.as_of, row.standard_id, row.vintage)
            received.setdefault(key, {})[row.category] = row
            standards.setdefault(key[:3], set()).add(row.standard_id)
        found = []
        for (breakdown_id, place_code, as_of, standard_id, vintage), cells in received.items():
            breakdown = reference.breakdowns[breakdown_id]
            place = reference.places.place(place_code, date.fromisoformat(as_of))
            beside = len(standards[breakdown_id, place_code, as_of]) > 1 and standard_id != leading_standard
            more = {"standard": standard_id} if beside else {}
            figures = {code: _figure(breakdown, row, more) for code, row in cells.items()}
            names = (place.full_name_vi, place.name_en)
            found.append(cls(breakdown, place_code, as_of, standard_id, vintage, names, figures))
        return found


def breakdown_figures(rows: Sequence[BrokenDown]) -> list[Figure]:
    """Every count of the forms that was sent."""
    return [one for row in rows for one in row.figures.values() if one.status is not ValueStatus.MISSING]


def check_breakdowns(rows: Sequence[BrokenDown], reviews: Sequence[Review], places: Places) -> list[Finding]:
    """Findings on the forms that break a class down. Groups overlap and answers are several: their sums say nothing."""
    known = {_review_key(review): review for review in reviews}
    findings: list[Finding] = []
    for row in rows:
        findings += [*_class(row, known.get(row.review_key)), *_columns(row)]
    return [*findings, *_places(rows, places)]


def _review_key(review: Review) -> tuple[str, str, str, str]:
    return review.row.place_code, review.row.as_of, review.row.standard_id, review.row.vintage


def _figure(breakdown: Breakdown, row: Any, more: Mapping[str, str]) -> Figure:
    dimensions = {"breakdown": breakdown.id, "category": row.category, **more}
    identity = value_id("breakdown_households", row.place_code, row.as_of, dimensions)
    field = breakdown.table.field(row.category)
    return Figure(
        value_id=identity,
        key=f"{identity}|{row.standard_id}|{row.vintage}",
        value=fraction(row.value),
        half_step=Fraction(0),
        qualifier=Qualifier(row.qualifier),
        status=ValueStatus(row.status),
        as_printed=row.as_printed,
        unit="hộ",
        unit_name="hộ",
        unit_code="household",
        source=source_from_json(row.source),
        label_vi=f"{breakdown.label.vi}: {field.label_vi}",
        label_en=f"{breakdown.label.en}: {field.label_en}",
    )


def _class(row: BrokenDown, review: Review | None) -> Iterator[Finding]:
    """Tổng số của biểu là số hộ của kết quả rà soát."""
    if review is None:
        return
    told, counted = row.figures[TOTAL], review.figure(row.breakdown.of)
    verdict = SameFact(counted.stated(), told.stated()).check()
    if verdict.state not in _WRONG or told.value is None or counted.value is None:
        return
    vi, en = row.name
    there = counted.source
    message = (
        f"{vi}: tổng số của biểu ghi {told.as_printed}, kết quả rà soát ghi {counted.as_printed} ({there.where_vi()}). "
        f"{_ASK}",
        f"{en}: the form counts {count(told.value, 'en')}, the review {count(counted.value, 'en')} "
        f"({there.where_en()}).",
    )
    computed = f"{count(told.value)} ≠ {count(counted.value)}"
    yield _graded(verdict, make_finding(FindingKind.SUM, [told, counted], message, told.as_printed, computed))


def _columns(row: BrokenDown) -> Iterator[Finding]:
    """Các cột của biểu so với tổng số: a partition makes it up, no column exceeds it."""
    total = row.figures[TOTAL]
    columns = [figure for code, figure in row.figures.items() if code != TOTAL]
    if row.breakdown.grouping is Grouping.PARTITION:
        verdict = SumOfParts(total.stated(), tuple(one.stated() for one in columns), complete=True).check()
        if verdict.state in _WRONG and total.value is not None:
            yield _graded(verdict, _not_the_sum(row.name, total, columns))
        return
    for one in columns:
        verdict = AtMost(one.stated(), total.stated()).check()
        if verdict.state in _WRONG and one.value is not None and total.value is not None:
            vi, en = row.name
            message = (
                f"{vi}: “{one.source.column}” ({one.as_printed}) lớn hơn tổng số của biểu ({total.as_printed}). {_ASK}",
                f"{en}: “{one.source.column}” ({count(one.value, 'en')}) exceeds the total of the form "
                f"({count(total.value, 'en')}).",
            )
            computed = f"{count(one.value)} > {count(total.value)}"
            yield _graded(verdict, make_finding(FindingKind.SUM, [one, total], message, one.as_printed, computed))


def _places(rows: Sequence[BrokenDown], places: Places) -> Iterator[Finding]:
    """Các xã, phường cộng lại là toàn đơn vị; where some did not send the form they may not exceed it."""
    for whole in rows:
        parts = [one for one in rows if _is_beside(one, whole) and _lies_below(one, whole, places)]
        below = {place.place_code for place in places.children(whole.place_code, date.fromisoformat(whole.as_of))}
        complete = bool(below) and below <= {one.place_code for one in parts}
        for code, stated in whole.figures.items():
            counts = [one.figures[code] for one in parts]
            verdict = SumOfParts(stated.stated(), tuple(one.stated() for one in counts), complete).check()
            if verdict.state in _WRONG and stated.value is not None:
                vi, en = whole.name
                name = f"{vi}, “{stated.source.column}”, cộng các đơn vị", f"{en}, “{stated.source.column}”, its places"
                yield _graded(verdict, _not_the_sum(name, stated, counts))


def _is_beside(one: BrokenDown, other: BrokenDown) -> bool:
    """Whether two rows tell of the same class on the same date."""
    return one is not other and (one.breakdown.id, *one.review_key[1:]) == (other.breakdown.id, *other.review_key[1:])


def _lies_below(one: BrokenDown, whole: BrokenDown, places: Places) -> bool:
    place = places.place(one.place_code, date.fromisoformat(one.as_of))
    return place.parent_code == whole.place_code


def _not_the_sum(name: Pair, stated: Figure, parts: Sequence[Figure]) -> Finding:
    known = [part.value for part in parts if part.value is not None]
    (total, total_en), (printed, printed_en) = (
        [count(one, language) for language in ("vi", "en")]
        for one in (sum(known, Fraction(0)), stated.value or Fraction(0))
    )
    terms = " + ".join(count(value) for value in known)
    message = (
        f"{name[0]}: cộng lại được {total}, tổng số ghi {printed}. {_ASK}",
        f"{name[1]}: they add up to {total_en}, the total says {printed_en}.",
    )
    return make_finding(FindingKind.SUM, [stated, *parts], message, stated.as_printed, f"{terms} = {total} ≠ {printed}")


def _graded(verdict: Verdict, finding: Finding) -> Finding:
    return weaker(finding) if verdict.state is State.LIKELY else finding
