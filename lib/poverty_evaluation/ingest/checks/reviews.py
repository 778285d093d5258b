"""Kiểm tra kết quả rà soát: rates against counts, classes against the total, movements, one review against the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poverty_evaluation.ingest.checks.amounts import count, in_text, told
from poverty_evaluation.ingest.checks.figures import Figure, Review, make_finding, weaker
from poverty_evaluation.ingest.checks.movements import check_movements
from poverty_evaluation.ingest.reading import is_figure
from poverty_evaluation.reference import IndicatorDefinition, IndicatorKind, Places
from poverty_evaluation.relations import AtMost, Carried, Share, State, Stated, SumOfParts
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.quantities import write_date, write_percent
from poverty_evaluation.vocabulary.tables import TableSpec


@dataclass(frozen=True, slots=True)
class PrintedRate:
    """A column of printed rates, the two counts it follows from, and what the rate is called in front of a sentence."""

    column: str
    part: str
    whole: str
    name_vi: str
    name_en: str


_RATES = (
    PrintedRate(
        "poverty_ratio_printed",
        "poor_households",
        "total_households",
        "Tỷ lệ hộ nghèo",
        "The rate of poor households",
    ),
    PrintedRate(
        "near_poverty_ratio_printed",
        "near_poor_households",
        "total_households",
        "Tỷ lệ hộ cận nghèo",
        "The rate of near-poor households",
    ),
)
#: A later vintage of one review replaces the earlier ones.
_VINTAGES = [str(vintage) for vintage in (Vintage.PRELIMINARY, Vintage.OFFICIAL, Vintage.AMENDED)]
#: The opening and the closing count of each class.
_OPENINGS = (
    ("opening_households", "poor_households"),
    ("near_poor_opening_households", "near_poor_households"),
)
_WRONG = (State.CONTRADICTION, State.LIKELY)


def review_figures(reviews: Sequence[Review]) -> list[Figure]:
    """Every number of the reviews that was sent."""
    return [
        figure
        for review in reviews
        for column in (field.name for field in review.table.fields if is_figure(field))
        if (figure := review.figure(column)).status is not ValueStatus.MISSING
    ]


def printed_rates(definitions: Iterable[IndicatorDefinition], form: TableSpec) -> tuple[PrintedRate, ...]:
    """The rates of the poverty form, and those that a data root defines on columns it adds to the form."""
    by_id = {one.id: one for one in definitions}
    known = {rate.column for rate in _RATES}
    added = [
        PrintedRate(
            one.published_as, by_id[one.of[0]].column, by_id[one.of[1]].column, one.label["vi"], one.label["en"]
        )
        for one in by_id.values()
        if one.kind is IndicatorKind.RATIO and one.published_as and one.published_as not in known and len(one.of) == 2
    ]
    columns = {field.name for field in form.fields}
    return (*_RATES, *(rate for rate in added if {rate.column, rate.part, rate.whole} <= columns))


def check_reviews(
    reviews: Sequence[Review], previous: Sequence[Review], places: Places, rates: Sequence[PrintedRate] = _RATES
) -> list[Finding]:
    """Findings on the reviews of this period; `previous` are those of the period before."""
    findings: list[Finding] = []
    for review in reviews:
        findings += [*_rates(review, rates), *_classes(review), *check_movements(review)]
        before = _last_before(review, previous, places)
        if before:
            findings += [*_carried(review, before), *_net_fall(review, before[-1])]
    return findings


def check_told_again(reviews: Sequence[Review], previous: Sequence[Review]) -> list[Finding]:
    """Một kết quả rà soát gửi ở hai kỳ: a note where both periods tell the same count, an error where they differ."""
    before = {_key(review): review.figure("poor_households") for review in previous}
    return [
        _told_again(review.row.as_of, review.figure("poor_households"), before[_key(review)])
        for review in reviews
        if _key(review) in before and None not in (review.figure("poor_households").value, before[_key(review)].value)
    ]


def check_totals_told(reviews: Sequence[Review], previous: Sequence[Review]) -> Iterator[Finding]:
    """Tổng số hộ của cùng đơn vị, cùng thời điểm: an error where it differs between two standards of one day, or
    between the two periods that hold a review. How many households there are depends on no standard."""
    first: dict[tuple[str, str, str], Figure] = {}
    for review in (*previous, *reviews):
        total, row = review.figure("total_households"), review.row
        if total.value is None:
            continue
        other = first.setdefault((row.place_code, row.as_of, row.vintage), total)
        if total.value != other.value:
            day_vi, day_en = (write_date(date.fromisoformat(row.as_of), language) for language in ("vi", "en"))
            yield make_finding(
                FindingKind.DUPLICATE,
                [total, other],
                (
                    f"Tổng số hộ ngày {day_vi} được nêu khác nhau: {total.quote} và {other.quote} "
                    f"({other.source.where_vi()}). Đề nghị kiểm tra, xác nhận.",
                    f"The total of households on {day_en} is told differently: {told(total, 'en')} and "
                    f"{told(other, 'en')} ({other.source.where_en()}).",
                ),
                total.as_printed,
                f"{total.as_printed} ≠ {other.as_printed}",
                severity=Severity.ERROR,
            )


def _told_again(as_of: str, now: Figure, earlier: Figure) -> Finding:
    day_vi, day_en = (write_date(date.fromisoformat(as_of), language) for language in ("vi", "en"))
    same = now.value == earlier.value
    message = (
        f"Kết quả rà soát ngày {day_vi} được gửi ở cả hai kỳ với cùng số hộ nghèo ({now.quote}); chỉ tính một lần.",
        f"The review of {day_en} was sent with both periods and the same count ({told(now, 'en')}); it is counted "
        "once.",
    )
    if not same:
        message = (
            f"Kết quả rà soát ngày {day_vi} được gửi ở hai kỳ với số hộ nghèo khác nhau: {now.quote} và "
            f"{earlier.quote}. Đề nghị đơn vị xác nhận.",
            f"The review of {day_en} was sent with two periods and different counts: {told(now, 'en')} and "
            f"{told(earlier, 'en')}.",
        )
    severity = Severity.NOTE if same else Severity.ERROR
    computed = "" if same else f"{now.quote} ≠ {earlier.quote}"
    return make_finding(FindingKind.DUPLICATE, [now], message, now.as_printed, computed, severity=severity)


def _key(review: Review) -> tuple[str, str, str, str]:
    """What makes two rows the same review."""
    return review.row.place_code, review.row.as_of, review.row.standard_id, review.row.vintage


def check_opening_only(
    reviews: Sequence[Review], previous: Sequence[Review], place_code: str, places: Places
) -> list[Finding]:
    """Kỳ không rà soát: a note where neither the place nor most of its wards were reviewed in this period; the report
    then carries its last count."""
    if any(_counts_poor(review, place_code) for review in reviews) or _counts_most_parts(reviews, place_code, places):
        return []
    before = [review for review in previous if _counts_poor(review, place_code)]
    if not before:
        return []
    last = max(before, key=lambda review: (review.row.as_of, _VINTAGES.index(review.row.vintage)))
    opening, decision = last.figure("poor_households"), last.row.approved_by
    day_vi, day_en = (write_date(date.fromisoformat(last.row.as_of), language) for language in ("vi", "en"))
    under_vi, under_en = (f" theo {decision}", f" under {decision}") if decision else ("", "")
    return [
        make_finding(
            FindingKind.MISSING,
            [opening],
            (
                f"Trong kỳ không có kết quả rà soát; báo cáo nêu số hộ nghèo tại ngày {day_vi} ({opening.quote}"
                f"{under_vi}) và không đánh giá tăng, giảm.",
                f"There was no review in the period; the report tells the poor households of {day_en} "
                f"({told(opening, 'en')}{under_en}) and no change.",
            ),
            opening.as_printed,
            "",
        )
    ]


def _counts_most_parts(reviews: Sequence[Review], place_code: str, places: Places) -> bool:
    counted: dict[str, set[str]] = {}
    for review in reviews:
        if review.figure("poor_households").value is not None:
            counted.setdefault(review.row.as_of, set()).add(review.row.place_code)
    return any(places.is_mostly(place_code, codes, date.fromisoformat(as_of)) for as_of, codes in counted.items())


def _counts_poor(review: Review, place_code: str) -> bool:
    return review.row.place_code == place_code and review.figure("poor_households").value is not None


def _rates(review: Review, rates: Sequence[PrintedRate]) -> Iterator[Finding]:
    for told_rate in rates:
        columns = (told_rate.column, told_rate.part, told_rate.whole)
        rate, part, whole = (review.figure(name) for name in columns)
        verdict = Share(part.stated(), whole.stated(), rate.stated()).check()
        loosely = verdict.state is State.HOLDS_COARSER
        if not (loosely or verdict.state in _WRONG) or part.value is None or not whole.value:
            continue
        computed, computed_en = (write_percent(part.value / whole.value, 2, language) for language in ("vi", "en"))
        printed = rate.as_printed if rate.as_printed.endswith("%") else f"{rate.as_printed}%"
        finding = make_finding(
            FindingKind.SHARE,
            [rate, part, whole],
            (
                f"{told_rate.name_vi} ghi {printed}, tính lại từ số hộ là {computed}"
                + (" (chỉ khớp đến một chữ số thập phân)." if loosely else ". Đề nghị kiểm tra, xác nhận."),
                f"{told_rate.name_en} is printed as “{printed}”; the counts give {computed_en}"
                + (" (they agree to one decimal only)." if loosely else "."),
            ),
            rate.as_printed,
            f"{count(part.value)} / {count(whole.value)} = {computed}",
        )
        yield finding if verdict.state is State.CONTRADICTION else weaker(finding)


def _classes(review: Review) -> list[Finding]:
    """Hộ nghèo và hộ cận nghèo không nhiều hơn tổng số hộ."""
    whole = review.figure("total_households")
    sent = [review.figure("poor_households"), review.figure("near_poor_households")]
    parts = [part for part in sent if part.value is not None]
    verdict = SumOfParts(whole.stated(), tuple(part.stated() for part in sent), complete=False).check()
    if verdict.state not in _WRONG or whole.value is None:
        return []
    total = sum((part.value for part in parts if part.value is not None), Fraction(0))
    named_vi = " cộng ".join(part.label_vi.lower() for part in parts)
    named_en = " and ".join(part.label_en.lower() for part in parts)
    finding = make_finding(
        FindingKind.SUM,
        [whole, *parts],
        (
            f"{named_vi[:1].upper()}{named_vi[1:]} ({count(total)}) lớn hơn tổng số hộ ({count(whole.value)}).",
            f"{named_en[:1].upper()}{named_en[1:]} ({count(total, 'en')}) exceed all households "
            f"({count(whole.value, 'en')}).",
        ),
        whole.as_printed,
        f"{' + '.join(part.as_printed for part in parts)} = {count(total)} > {count(whole.value)}",
    )
    return [weaker(finding) if verdict.state is State.LIKELY else finding]


def _carried(review: Review, before: Sequence[Review]) -> list[Finding]:
    """The opening counts told in this period against the closing counts of the period before."""
    return [finding for columns in _OPENINGS for finding in _carried_count(review, before, *columns)]


def _carried_count(review: Review, before: Sequence[Review], opens: str, closes: str) -> list[Finding]:
    """An opening that is an earlier vintage of that closing is a warning: the list was amended since."""
    opening, closing = review.figure(opens), before[-1].figure(closes)
    if Carried(closing.stated(), opening.stated()).check().state not in _WRONG:
        return []
    if opening.value is None or closing.value is None:
        return []
    older = [earlier for earlier in before[:-1] if earlier.figure(closes).value == opening.value]
    note_vi, note_en = "", ""
    if older:
        decision = before[-1].row.approved_by
        note_vi = f" Số đã ghi là số trước khi điều chỉnh{f' ({decision})' if decision else ''}."
        note_en = f" The count is that of before the amendment{f' ({decision})' if decision else ''}."
    finding = make_finding(
        FindingKind.IDENTITY,
        [opening, closing],
        (
            f"{opening.label_vi} ({opening.as_printed}) khác số cuối kỳ trước ({closing.as_printed}).{note_vi}",
            f"{opening.label_en} ({count(opening.value, 'en')}): not the closing count of the period before "
            f"({count(closing.value, 'en')}).{note_en}",
        ),
        opening.as_printed,
        f"{count(closing.value)} ≠ {count(opening.value)}",
    )
    return [weaker(finding) if older else finding]


def _net_fall(review: Review, before: Review) -> list[Finding]:
    """Nobody leaves the list without escaping: the net fall may not exceed the households that escaped."""
    opening, closing = before.figure("poor_households"), review.figure("poor_households")
    escaped = review.figure("escaped_households")
    if opening.value is None or closing.value is None or escaped.value is None or opening.value <= closing.value:
        return []
    fall = opening.value - closing.value
    if AtMost(Stated("fall", fall), escaped.stated(), FindingKind.IDENTITY).check().state not in _WRONG:
        return []
    finding = make_finding(
        FindingKind.IDENTITY,
        [escaped, opening, closing],
        (
            f"Số hộ nghèo giảm {in_text(fall)} hộ, nhiều hơn số hộ thoát nghèo ({escaped.as_printed}).",
            f"Poor households fell by {count(fall, 'en')}, more than escaped ({count(escaped.value, 'en')}).",
        ),
        escaped.as_printed,
        f"{count(opening.value)} - {count(closing.value)} = {count(fall)} > {count(escaped.value)}",
    )
    return [weaker(finding)]


def _last_before(review: Review, previous: Sequence[Review], places: Places) -> list[Review]:
    """The vintages, latest last, of the last review before this one of the same place under the same standard.

    None where the boundary of the place changed in between: its opening is not the closing of the smaller place.
    """
    row = review.row
    earlier = [other for other in previous if other.row.place_code == row.place_code and other.row.as_of < row.as_of]
    if not earlier:
        return []
    last = max(other.row.as_of for other in earlier)
    if _boundary_changed(row.place_code, last, row.as_of, places):
        return []
    same = [other for other in earlier if other.row.as_of == last and other.row.standard_id == row.standard_id]
    return sorted(same, key=lambda other: _VINTAGES.index(other.row.vintage))


def _boundary_changed(code: str, before: str, after: str, places: Places) -> bool:
    """Whether the place took in others, or another place passed into it, between the two dates."""
    start, end = date.fromisoformat(before), date.fromisoformat(after)
    began = any(
        row.valid_from and start < row.valid_from <= end and set(row.predecessor_codes) - {code}
        for row in places.history(code)
    )
    joined = any(
        code in row.successor_codes and row.place_code != code and row.valid_to and start <= row.valid_to < end
        for row in places
    )
    return began or joined
